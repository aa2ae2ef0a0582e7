import { labelText } from "./label-text.js";
import { waysOf, type Way } from "./block.js";
import { blockOptions, type LaneContext, type Marks, type PackedLane } from "./lane-items.js";
import { colour, type Interval } from "./pack.js";
import { lineHeight } from "./typography.js";

/** An event in one of the rows below the labels: with its number, or with its words where the row has room for them. */
export interface InNumberRow {
  readonly event: number;
  readonly track: number;
  /** The number stands on the left of the mark. */
  readonly left: boolean;
  readonly way: Way | null;
}

interface Block extends Interval {
  readonly event: number;
  readonly left: boolean;
  readonly index: number;
}

/** So many notes of a lane are few. */
const FEW = 2;
/** Rows of bare numbered marks a lane may add under its labels. */
const NUMBER_TRACKS = 4;

/**
 * Marks with their numbers, packed into the rows below the labels; null when they do not fit.
 *
 * @param events in date order
 */
export function packNumbers(
  events: readonly number[],
  marks: Marks,
  numberWidth: number,
  { axis, arrangement }: LaneContext,
): readonly InNumberRow[] | null {
  const gap = 0.25 * arrangement.type.em;
  const blocks = events.map((event, index): Block => {
    const mark = marks[event]!;
    const left = mark.x1 + gap + numberWidth > axis.x1;
    const x0 = left ? mark.x0 - gap - numberWidth : mark.x0;
    return { event, left, index, x0, x1: (left ? mark.x1 : mark.x1 + gap + numberWidth) + gap };
  });
  const { track, tracks } = colour(blocks, blocks.length);
  if (tracks > NUMBER_TRACKS) return null;
  return blocks.map((b) => ({ event: b.event, left: b.left, track: track[b.index]!, way: null }));
}

/**
 * A number is there because labels had no row left, but its own row is often empty beside it: there the words stand
 * instead, on one line or two, about what the note would take, and nobody has to look them up; on three where there are
 * few, for a list of few notes is mostly heading, and on one where the picture has a height to aim at. As with labels it is enough to count: what never lies deeper than there are rows can be dealt out
 * to them.
 *
 * @param rows from {@link packNumbers}
 * @param lane where they are; what the editor hid keeps its number
 */
export function wordsForNumbers(
  rows: readonly InNumberRow[],
  { rest, hidden, marks }: PackedLane,
  numberWidth: number,
  context: LaneContext,
): readonly InNumberRow[] {
  const { arrangement, axis } = context;
  const { type, timeline } = arrangement;
  const gap = 0.25 * type.em;
  const most = rows.reduce((n, r) => Math.max(n, r.track + 1), 0);
  const taken = new Map<number, Interval>();
  const ways = new Map<number, Way>();
  for (const { event, left } of rows) {
    const { x0, x1 } = marks[event]!;
    const wide = gap + numberWidth;
    taken.set(event, { x0: left ? x0 - wide : x0, x1: (left ? x1 : x1 + wide) + gap });
  }
  const options = { ...blockOptions(context), thorough: true };
  const lines = arrangement.options.height !== undefined ? 1 : rows.length > FEW ? 2 : 3;
  const highest = (lines + 0.1) * lineHeight(type.label, type);
  for (const event of rest) {
    if (hidden.includes(event) || !taken.has(event)) continue;
    const others = [...taken].filter(([e]) => e !== event).map(([, block]) => block);
    const free = (x0: number, x1: number): boolean => depthIn(others, x0, x1 + 0.9 * type.em) < most;
    const { layout } = timeline.events[event]!;
    const text = labelText(timeline.events[event]!, marks[event]!, context.labels);
    const fit = waysOf(text, marks[event]!, layout, options, { free, grows: () => false }).filter(
      (w) => w.side !== "above" && w.up + w.down <= highest && w.x0 >= axis.x0 && free(w.x0, w.x1),
    );
    const way = fit.reduce<Way | null>((best, w) => (best === null || w.cost! < best.cost! ? w : best), null);
    if (way === null) continue;
    ways.set(event, way);
    taken.set(event, { x0: way.x0, x1: way.x1 + 0.9 * type.em });
  }
  if (ways.size === 0) return rows;
  const { track } = colour(
    rows.map(({ event }, index) => ({ index, ...taken.get(event)! })),
    rows.length,
  );
  return rows.map((row, i) => ({ ...row, track: track[i]!, way: ways.get(row.event) ?? null }));
}

/** The most intervals over any point between two x: some of them begins there, or they lie over the first. */
function depthIn(intervals: readonly Interval[], x0: number, x1: number): number {
  const over = intervals.filter((i) => i.x0 < x1 && i.x1 > x0);
  return Math.max(0, ...over.map(({ x0: x }) => over.filter((i) => i.x0 <= Math.max(x, x0) && x < i.x1).length));
}
