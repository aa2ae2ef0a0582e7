import { type ColumnEvents, inOrder } from "./column.js";
import { aheadOf, weightOf, type VerticalLabel } from "./label.js";
import type { View } from "../view.js";
import { levels } from "./levels.js";
import type { VerticalPeriod } from "./periods.js";
import { leastScale, stack, type Stacked } from "./stack.js";
import { tracksOf, type Tracks } from "./tracks.js";

/** The most labels that are thought of before the reader zooms in. */
export const FIRST = 240;
/** Labels that are ranked in one go while nothing else is to do: a millisecond's work. */
const SOME = 30;
/** How far a label may be from its mark, in em: where all have room, and where many are counted in any case. */
const FAR = 20;
const NEAR = 6;
/** Empty stretches may add so much to what the labels need. */
const AIRY = 1.6;

export interface Draft {
  readonly events: ColumnEvents;
  readonly labelOf: (i: number) => VerticalLabel;
  readonly seen: readonly number[];
  readonly tracks: readonly number[];
  /** Height of a number alone. */
  readonly line: number;
}

export const isSeen = ({ a, b }: ColumnEvents, i: number, { from, to }: Pick<View, "from" | "to">): boolean =>
  b[i]! >= from && a[i]! <= to && !(b[i]! === from && a[i]! < from);

/** The height at which no label is far from its mark, and at which all (and `more`) have room, within reason. */
export function heightFor(
  events: ColumnEvents,
  places: readonly number[],
  labelOf: (i: number) => VerticalLabel,
  view: View,
  { gap, near, more }: { readonly gap: number; readonly near: number; readonly more: number },
): number {
  const order = inOrder(events.at, places);
  const heights = order.map((i) => labelOf(i).height);
  const needed = heights.reduce((s, h) => s + h + gap, more);
  const at = order.map((i) => Math.min(view.to, Math.max(view.from, events.at[i]!)));
  // What an editor moves changes no scale, so that it lands where it is put down.
  const ahead = order.map((i) => labelOf(i).ahead);
  const easy = leastScale(at, ahead, heights, gap, near) * (view.to - view.from);
  return Math.max(needed * 1.04, Math.min(easy, needed * AIRY));
}

/** What a still picture labels, numbers and counts. */
interface Still {
  readonly labelled: readonly number[];
  readonly noted: readonly number[];
}

/** The most important labels have room in words; of the others as many as the notes may have in numbers. */
export function chooseStill(
  { events, seen, labelOf, line }: Draft,
  view: View,
  length: number,
  gap: number,
  notes: number,
): Still {
  const hidden = events.hidden.filter((i) => isSeen(events, i, view));
  let used = 0;
  const labelled: number[] = [];
  const rest: number[] = [];
  const all = seen.length + hidden.length;
  for (const i of seen) {
    const h = labelOf(i).height + gap;
    // What is left must have room in numbers at least, as far as there may be notes.
    const after = Math.min(notes, all - labelled.length - 1) * (line + gap);
    if (labelled.length < FIRST && used + h + Math.min(after, length * 0.25) <= length + gap) {
      labelled.push(i);
      used += h;
    } else rest.push(i);
  }
  const wanted = rest.length + hidden.length <= notes ? [...hidden, ...rest] : hidden.slice(0, notes);
  const noted = wanted.filter(() => {
    if (used + line + gap > length + gap) return false;
    used += line + gap;
    return true;
  });
  return { labelled, noted };
}

/** What stands in a stack, in order of time: labels, and names of periods before those of the same moment. */
export interface InStack {
  /** Place of the event; below 0 for a period. */
  readonly i: number;
  readonly at: number;
  readonly wish: number;
  readonly height: number;
  readonly weight: number;
}
export const inStack = (p: Pick<InStack, "i" | "at">, q: Pick<InStack, "i" | "at">): number => p.at - q.at || p.i - q.i;

/** A label in a stack, whose mark stands at a y. */
export const stackedLabel = (label: VerticalLabel, y: number): Pick<InStack, "wish" | "height" | "weight"> => ({
  wish: y - aheadOf(label),
  height: label.height,
  weight: weightOf(label),
});

export const stackedPeriod = (
  { ahead, height }: VerticalPeriod,
  y: number,
): Pick<InStack, "wish" | "height" | "weight"> => ({
  wish: y - ahead,
  height,
  weight: 1,
});

export const columnsOf = (all: readonly InStack[]): Stacked => ({
  wish: all.map((s) => s.wish),
  height: all.map((s) => s.height),
  weight: all.map((s) => s.weight),
});

export interface RankedColumn {
  readonly tracks: Tracks;
  /** Makes sure that all is ranked that could show at a scale. */
  readonly rankFor: (scale: number) => void;
  /** Ranks some more of those that show only nearer; false when all are. */
  readonly rankSome: () => boolean;
}

export function rankStill(
  events: ColumnEvents,
  { labelled, noted }: Still,
  scale: number,
  most: number,
  em: number,
): RankedColumn {
  const shown = inOrder(events.a, [...labelled, ...noted]);
  const tracks = tracksOf(shown, events.events.length, events.reachAt, { scale, most, gap: 0.2 * em });
  for (const i of shown) events.min[i] = tracks.min[i]! <= scale * 1.0001 ? 0 : Infinity;
  return { tracks, rankFor: () => undefined, rankSome: () => false };
}

/**
 * Ranks those with which the picture opens; the others when the reader comes nearer.
 *
 * @param crowded not all have room: then a line that nobody can follow says less than a count
 */
export function rankZoomable(
  { events, labelOf, tracks: { length: most } }: Draft,
  byAt: readonly number[],
  scale: number,
  { gap, em, crowded }: { readonly gap: number; readonly em: number; readonly crowded: boolean },
): RankedColumn {
  const n = events.events.length;
  const position = new Int32Array(n);
  byAt.forEach((i, p) => (position[i] = p));
  const seats = levels({
    at: byAt.map((i) => events.at[i]!),
    ahead: (p) => aheadOf(labelOf(byAt[p]!)),
    height: (p) => labelOf(byAt[p]!).height,
    gap,
    most: (crowded ? NEAR : FAR) * em,
    scale,
  });
  const { order, min } = events;
  const first = order.slice(0, FIRST);
  for (const i of first) min[i] = seats.add(position[i]!);
  const opening = inOrder(
    events.a,
    first.filter((i) => min[i]! <= scale),
  );
  const tracks = tracksOf(opening, n, events.reachAt, { scale, most, gap: 0.2 * em });
  const seat = (i: number): void => {
    if (tracks.track[i]! < 0) tracks.add(i);
    min[i] = Math.max(min[i]!, tracks.min[i]!);
  };
  for (const i of first) seat(i);
  seats.close(scale);
  let next = FIRST;
  const rank = (end: number): void => {
    for (; next < end; next++) {
      const i = order[next]!;
      min[i] = seats.add(position[i]!);
      if (min[i]! < Infinity) seat(i);
    }
  };
  return {
    tracks,
    rankFor: (wanted) => {
      if (wanted > scale * 1.02) rank(order.length);
    },
    rankSome: () => {
      rank(Math.min(order.length, next + SOME));
      return next < order.length;
    },
  };
}

/** Where labels stand without edges: the same at a scale wherever the window is. */
export function freeTops(
  { at, min }: ColumnEvents,
  byAt: readonly number[],
  labelOf: (i: number) => VerticalLabel,
  periods: readonly VerticalPeriod[],
  gap: number,
): (scale: number) => ReadonlyMap<number, number> {
  let last: { readonly scale: number; readonly tops: ReadonlyMap<number, number> } | null = null;
  return (scale) => {
    if (last?.scale === scale) return last.tops;
    const places = byAt.filter((i) => min[i]! <= scale);
    const labels = places.map(labelOf);
    const all = [
      ...places.map((i, k) => ({ i, at: at[i]!, ...stackedLabel(labels[k]!, at[i]! * scale) })),
      // One that has always been has its name where the window begins.
      ...periods
        .filter((p) => p.from > -Infinity)
        .map((p) => ({ i: -1, at: p.from, ...stackedPeriod(p, p.from * scale) })),
    ].sort(inStack);
    const found = stack(columnsOf(all), gap);
    const tops = new Map(all.map(({ i }, k) => [i, found[k]!]));
    last = { scale, tops };
    return tops;
  };
}
