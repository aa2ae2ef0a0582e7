import { formatNumber } from "../../locale/phrases.js";
import type { Arrangement } from "../arrange.js";
import { paragraph } from "../flow.js";
import { headerOf } from "../header.js";
import { weightsOf } from "../importance.js";
import { labelContext, outsideWords } from "../label-words.js";
import type { Layout, TextBlock } from "../layout.js";
import { ticks, type TickSet } from "../ticks.js";
import { lineHeight } from "../typography.js";
import type { TimeAxis, View } from "../view.js";
import { columnEvents, inOrder, type ColumnEvents } from "./column.js";
import { columnLanes } from "./columns.js";
import { flagBlock } from "./flags.js";
import { HANG, numberLabel, type VerticalLabel, type VerticalLabelOptions } from "./label.js";
import { levels } from "./levels.js";
import { leastScale, stack } from "./stack.js";
import { tracksOf, type Tracks } from "./tracks.js";

/** A column of a vertical picture, in every window. Places across the axis are x, places along it y. */
export interface VerticalColumn {
  readonly events: ColumnEvents;
  readonly name: TextBlock;
  readonly x0: number;
  readonly x1: number;
  /** For the counts of what shows no label. */
  readonly strip: { readonly x0: number; readonly x1: number };
  /** Where links run. */
  readonly channel: { readonly x0: number; readonly x1: number };
  /** x of the marks of each track. */
  readonly tracks: readonly number[];
  readonly track: Int16Array;
  readonly text: { readonly x0: number; readonly x1: number };
  /** Of the margin of the labels, in which categories' shapes stand. */
  readonly hang: number;
  /** Places of events in order of the time of their labels. */
  readonly byAt: readonly number[];
  readonly labelOf: (i: number) => VerticalLabel;
  /** Makes sure that all is ranked that could show at a scale. */
  readonly rankFor: (scale: number) => void;
  /** In a picture that zooms: tops of all labels that show at a scale, as if the time 0 were at y 0. */
  readonly freeAt: ((scale: number) => ReadonlyMap<number, number>) | null;
  /** Notes by number, in a still picture: place of the event → number. */
  readonly numbered: ReadonlyMap<number, number>;
}

/** What no window changes of a vertical picture. */
export interface VerticalFrame {
  readonly width: number;
  readonly inner: { readonly x0: number; readonly x1: number };
  readonly pad: number;
  readonly header: TextBlock;
  readonly gutter: Layout["gutter"];
  /** y of the plot, without what stands over and under it. */
  readonly axis: { readonly x0: number; readonly x1: number };
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly VerticalColumn[];
  /** Events of notes, in order of their numbers. */
  readonly notes: readonly number[];
  readonly gap: number;
  readonly words: ReturnType<typeof labelContext> & ReturnType<typeof outsideWords>;
}

/** How far a label may stand from its mark, in em: where the height is chosen, and where it must be. */
const NEAR = 6;
const FAR = 20;
/** Free space between two labels, in em. */
const GAP = 0.5;
/** Room between marks and labels for the lines that join them, in em. */
const ELBOW = 1.5;
/** Distance of the tracks of marks, in em, where there is room and where there is little; and how much of a column they may take. */
const TRACK = 1.05;
const TIGHT = 0.76;
const TRACKS_SHARE = 0.45;
/** The most labels that are thought of before the reader zooms in. */
const FIRST = 240;
/** Heights in em: the least, and the most that labels may make of a still picture and of one that zooms. */
const LOWEST = 24;
const STILL = 230;
const ZOOMABLE = 130;
/** Empty stretches may add so much to what the labels need. */
const AIRY = 1.6;

const frames = new WeakMap<Arrangement, VerticalFrame>();

export function verticalFrame(arrangement: Arrangement, width: number): VerticalFrame {
  const known = frames.get(arrangement);
  if (known?.width === width) return known;
  const frame = makeFrame(arrangement, width);
  frames.set(arrangement, frame);
  return frame;
}

/** Dates beside a vertical axis are as far apart as they are high. */
export function verticalTicks(arrangement: Arrangement, { from, to, x0, x1 }: TimeAxis): TickSet {
  const { timeline, locale, type } = arrangement;
  return ticks({
    from,
    to,
    width: x1 - x0,
    zone: timeline.zone,
    locale,
    measure: (_, font) => lineHeight(font, type) * 1.6,
    font: type.minor,
    majorFont: type.major,
  });
}

function makeFrame(arrangement: Arrangement, width: number): VerticalFrame {
  const { type, unit, options, measure, timeline, locale } = arrangement;
  const em = type.em;
  const zoomable = options.zoomable === true;
  const pad = unit === "mm" || (zoomable && options.heading === false) ? 1 : Math.min(16, width * 0.03);
  const inner = { x0: pad, x1: width - pad };
  const view: View = { ...arrangement.view, width };
  const header = headerOf(arrangement, view, inner);
  const gutter = gutterOf(arrangement, view, inner);
  const room = inner.x1 - gutter.x1;
  const words = { ...labelContext(arrangement), ...outsideWords(arrangement) };
  const weights = weightsOf(timeline);
  const cut = columnLanes(arrangement, room);
  const gapBetween = cut.length > 1 ? em : 0;
  const columnWidth = (room - gapBetween * (cut.length - 1)) / cut.length;
  const most = (zoomable ? ZOOMABLE : STILL) * em;
  const glyphs = arrangement.colors.classes.length > 1;
  const gap = GAP * em;
  const linked = options.links !== false && timeline.events.some((e) => e.links.length > 0);

  const drafts = cut.map((column, c) => {
    const events = columnEvents(column, arrangement, weights, words);
    const x0 = gutter.x1 + c * (columnWidth + gapBetween);
    const seen = events.order.filter((i) => isSeen(events, i, view));
    const strip = (seen.length * 3.5 * em > most ? 2.4 : zoomable && events.events.length > 12 ? 1 : 0.6) * em;
    const channel = linked ? 0.9 * em : 0;
    // As many as have room in the highest picture, if their labels are of a usual height.
    const likely = Math.ceil(most / (3.5 * em));
    const scale = (40 * em) / (view.to - view.from);
    const estimate = tracksOf(inOrder(events.a, seen.slice(0, likely)), events.events.length, events.reachAt, {
      scale,
      most: Math.max(1, Math.floor((columnWidth * TRACKS_SHARE) / (TIGHT * em))),
      gap: 0.2 * em,
    });
    const x = x0 + 0.5 * em + strip + channel;
    const pitch = Math.min(TRACK * em, Math.max(TIGHT * em, (columnWidth * TRACKS_SHARE * 0.75) / estimate.count));
    const tracks = Array.from({ length: estimate.count }, (_, t) => x + (t + 0.5) * pitch);
    const hang = glyphs && seen.some((i) => timeline.events[events.events[i]!]!.span.kind !== "at") ? HANG * em : 0;
    const text = { x0: x + estimate.count * pitch + ELBOW * em + hang, x1: x0 + columnWidth };
    const labelling: VerticalLabelOptions = { type, measure, room: Math.max(4 * em, text.x1 - text.x0), glyphs };
    const labels = new Map<number, VerticalLabel>();
    const labelOf = (i: number): VerticalLabel => {
      let label = labels.get(i);
      if (label === undefined) labels.set(i, (label = events.labelOf(i, labelling)));
      return label;
    };
    const name = paragraph(
      events.lane.name,
      type.lane,
      "lane",
      { x: x0 + 0.5 * em, y: header.height + 0.3 * em, width: columnWidth - 0.5 * em, maxLines: 3 },
      { type, measure },
    );
    const wanted = heightFor(events, seen.slice(0, FIRST), labelOf, view, { gap, near: NEAR * em });
    return {
      events,
      x0,
      x1: x0 + columnWidth,
      strip: { x0: x0 + 0.3 * em, x1: x0 + 0.3 * em + strip },
      channel: { x0: x - channel, x1: x },
      tracks,
      text,
      hang,
      labelling,
      labels,
      labelOf,
      name,
      seen,
      wanted,
      line: lineHeight(type.minor, type),
    };
  });
  const flags = drafts.map((d) => flagBlock(d.events, d.text, view, words, arrangement));
  const nameHeight = Math.max(0, ...drafts.map((d) => d.name.height));
  const least = zoomable ? lineHeight(type.foot, type) + 0.3 * em : 0;
  const over = Math.max(least, ...flags.map((f) => f.before.height));
  const under = Math.max(least, ...flags.map((f) => f.after.height));
  const top = header.height + nameHeight + (nameHeight > 0 ? 0.6 * em : 0.3 * em);
  const y0 = top + over + 0.4 * em;
  const units = unit === "mm" ? 72 / 25.4 : 1;
  const length =
    options.height === undefined
      ? Math.min(most, Math.max(LOWEST * em, ...drafts.map((d) => d.wanted)))
      : Math.max(LOWEST * em, options.height * units - y0 - under - 12 * em);
  const scale = length / (view.to - view.from);
  const noteRoom =
    options.notes === false ? 0 : typeof options.notes === "number" ? options.notes : unit === "mm" ? 60 : 40;
  const chosen = drafts.map((d) => (zoomable ? null : chooseStill(d, view, length, gap, noteRoom)));
  const notes = [...new Set(drafts.flatMap((d, c) => (chosen[c]?.noted ?? []).map((i) => d.events.events[i]!)))].sort(
    (p, q) => p - q,
  );
  const numberOf = new Map(notes.map((event, k) => [event, k + 1]));
  const columns = drafts.map((d, c): VerticalColumn => {
    const { events, labels, labelling } = d;
    const still = chosen[c];
    const numbered = new Map((still?.noted ?? []).map((i) => [i, numberOf.get(events.events[i]!)!]));
    numbered.forEach((n, i) => labels.set(i, numberLabel(formatNumber(n, locale), labelling)));
    const byAt = inOrder(events.at, [...events.events.keys()]);
    const ranked = still ? rankStill(events, still, scale, d.tracks.length, em) : rankZoomable(d, byAt, scale, gap, em);
    return {
      events,
      name: d.name,
      x0: d.x0,
      x1: d.x1,
      strip: d.strip,
      channel: d.channel,
      tracks: d.tracks,
      track: ranked.tracks.track,
      text: d.text,
      hang: d.hang,
      byAt,
      labelOf: d.labelOf,
      rankFor: ranked.rankFor,
      freeAt: zoomable ? freeTops(events, byAt, d.labelOf, gap) : null,
      numbered,
    };
  });
  return {
    width,
    inner,
    pad,
    header,
    gutter,
    axis: { x0: y0, x1: y0 + length },
    top,
    bottom: y0 + length + 0.4 * em + under,
    columns,
    notes,
    gap,
    words,
  };
}

interface Draft {
  readonly events: ColumnEvents;
  readonly labelOf: (i: number) => VerticalLabel;
  readonly seen: readonly number[];
  readonly tracks: readonly number[];
  /** Height of a number alone. */
  readonly line: number;
}

export const isSeen = ({ a, b }: ColumnEvents, i: number, { from, to }: Pick<View, "from" | "to">): boolean =>
  b[i]! >= from && a[i]! <= to && !(b[i]! === from && a[i]! < from);

/** The dates' column: as wide as its words with the window that opens, within reason. */
function gutterOf(
  arrangement: Arrangement,
  view: View,
  { x0, x1 }: { readonly x0: number; readonly x1: number },
): Layout["gutter"] {
  const { type, measure } = arrangement;
  const em = type.em;
  const { minor, major } = verticalTicks(arrangement, { from: view.from, to: view.to, x0: 0, x1: 60 * em });
  const most = Math.min((x1 - x0) * 0.24, 9 * em);
  const widths = [
    measure("00:00", type.minor),
    ...minor.map((t) => measure(t.label, type.minor)),
    ...major.map((t) => {
      const forms = [t.label, ...(t.shorter ?? [])].map((form) => measure(form, type.major));
      return forms.find((w) => w <= most - 0.6 * em) ?? 0;
    }),
  ].filter((w) => w <= most - 0.6 * em);
  return { x0, x1: x0 + Math.max(...widths, 2.4 * em) + 0.7 * em, beside: true };
}

/** The height at which no label is far from its mark, and at which all have room, within reason. */
function heightFor(
  events: ColumnEvents,
  places: readonly number[],
  labelOf: (i: number) => VerticalLabel,
  view: View,
  { gap, near }: { readonly gap: number; readonly near: number },
): number {
  const order = inOrder(events.at, places);
  const heights = order.map((i) => labelOf(i).height);
  const needed = heights.reduce((s, h) => s + h + gap, 0);
  const at = order.map((i) => Math.min(view.to, Math.max(view.from, events.at[i]!)));
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
function chooseStill(
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

interface RankedColumn {
  readonly tracks: Tracks;
  readonly rankFor: (scale: number) => void;
}

function rankStill(
  events: ColumnEvents,
  { labelled, noted }: Still,
  scale: number,
  most: number,
  em: number,
): RankedColumn {
  const shown = inOrder(events.a, [...labelled, ...noted]);
  const tracks = tracksOf(shown, events.events.length, events.reachAt, { scale, most, gap: 0.2 * em });
  for (const i of shown) events.min[i] = tracks.min[i]! <= scale * 1.0001 ? 0 : Infinity;
  return { tracks, rankFor: () => undefined };
}

/** Ranks those with which the picture opens; the others when the reader comes nearer. */
function rankZoomable(
  { events, labelOf, tracks: { length: most } }: Draft,
  byAt: readonly number[],
  scale: number,
  gap: number,
  em: number,
): RankedColumn {
  const n = events.events.length;
  const position = new Int32Array(n);
  byAt.forEach((i, p) => (position[i] = p));
  const seats = levels({
    at: byAt.map((i) => events.at[i]!),
    ahead: (p) => labelOf(byAt[p]!).ahead,
    height: (p) => labelOf(byAt[p]!).height,
    gap,
    most: FAR * em,
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
  return {
    tracks,
    rankFor: (wanted) => {
      if (wanted <= scale * 1.02) return;
      for (; next < order.length; next++) {
        const i = order[next]!;
        min[i] = seats.add(position[i]!);
        if (min[i]! < Infinity) seat(i);
      }
    },
  };
}

/** Where labels stand without edges: the same at a scale wherever the window is. */
function freeTops(
  { at, min }: ColumnEvents,
  byAt: readonly number[],
  labelOf: (i: number) => VerticalLabel,
  gap: number,
): (scale: number) => ReadonlyMap<number, number> {
  let last: { readonly scale: number; readonly tops: ReadonlyMap<number, number> } | null = null;
  return (scale) => {
    if (last?.scale === scale) return last.tops;
    const places = byAt.filter((i) => min[i]! <= scale);
    const labels = places.map(labelOf);
    const wish = places.map((i, k) => at[i]! * scale - labels[k]!.ahead);
    const found = stack({ wish, height: labels.map((l) => l.height) }, gap);
    const tops = new Map(places.map((i, k) => [i, found[k]!]));
    last = { scale, tops };
    return tops;
  };
}
