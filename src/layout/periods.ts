import type { TimeSpan } from "../model/span.js";
import type { Arrangement } from "./arrange.js";
import type { TextLine } from "./layout.js";
import { lineHeight } from "./typography.js";
import { xOf, type TimeAxis } from "./view.js";
import { wrapText } from "./wrap.js";

/** A named period between the dates and the lanes: a bar as long as it lasts, its name over it. */
export interface PeriodLayout {
  readonly x0: number;
  readonly x1: number;
  /** Whether it begins, and ends, in the window, at a time that is known. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** y of the bar. */
  readonly y: number;
  /** Null where another name stands: the words of the picture have it. */
  readonly name: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** Where time runs down: the name among the labels, and the line to it from where the period begins. */
  readonly beside?: { readonly lines: readonly TextLine[]; readonly elbow: readonly (readonly [number, number])[] };
}

/** Names in a row are so far apart, in em. */
const APART = 0.8;
/** From the bar of a row down to the next row, in em. */
const BAR = 0.45;
/** From the dates down to the first row, and from where a period begins to its name, in em. */
const TOP = 0.3;
const INSET = 0.3;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly width: number;
  readonly row: number;
}

const rows = new WeakMap<Arrangement, readonly Row[]>();

/** Each period in the first row in which its bar and name find room with the window that opens. */
function rowsOf(arrangement: Arrangement): readonly Row[] {
  let found = rows.get(arrangement);
  if (found !== undefined) return found;
  const { timeline, scale, view, type, measure } = arrangement;
  const made: Row[] = [];
  rows.set(arrangement, (found = made));
  if (scale.relative !== null) return found;
  const axis: TimeAxis = { from: view.from, to: view.to, x0: 0, x1: view.width * 0.8 };
  const ends: number[] = [];
  for (const { title, span } of timeline.periods) {
    const { from, to } = boundsOf(scale.spanIn(span, ""));
    const inset = INSET * type.em;
    const set = wrapText(title, { maxWidth: view.width * 0.6, maxLines: 1, font: type.foot, measure });
    const x0 = inside(xOf(axis, from), axis);
    const width = set.width + inset;
    const left = Math.min(x0, axis.x1 - width);
    const right = Math.max(inside(xOf(axis, to), axis), left + width + APART * type.em);
    let row = ends.findIndex((end) => end <= left + 0.5);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = right;
    made.push({ from, to, text: set.lines[0]!, width, row });
  }
  return found;
}

/** Room of the periods' rows, under the dates. */
export function periodsHeight(arrangement: Arrangement): number {
  if (arrangement.timeline.periods.length === 0) return 0;
  const most = rowsOf(arrangement).reduce((n, { row }) => Math.max(n, row + 1), 0);
  return most * rowHeight(arrangement) + TOP * arrangement.type.em;
}

const rowHeight = ({ type }: Arrangement): number => lineHeight(type.foot, type) + BAR * type.em;

/** The periods of a window, in rows from a y down. */
export function placePeriods(arrangement: Arrangement, axis: TimeAxis, top: number): PeriodLayout[] {
  if (arrangement.timeline.periods.length === 0) return [];
  const { type } = arrangement;
  const taken: number[] = [];
  const placed: PeriodLayout[] = [];
  for (const { from, to, text, width, row } of rowsOf(arrangement)) {
    if (to <= axis.from || from >= axis.to) continue;
    const [a, b] = [xOf(axis, from), xOf(axis, to)];
    const [x0, x1] = [inside(a, axis), inside(b, axis)];
    const y = top + TOP * type.em + (row + 1) * rowHeight(arrangement) - 0.6 * BAR * type.em;
    const x = Math.max(axis.x0, Math.min(x0, axis.x1 - width));
    const free = x >= (taken[row] ?? -Infinity) - 0.5 && x + width <= axis.x1 + 0.5;
    if (free) taken[row] = Math.max(x1, x + width + APART * type.em);
    placed.push({
      x0,
      x1,
      begins: a >= axis.x0,
      ends: b <= axis.x1,
      y,
      name: free ? { text, x: x + INSET * type.em, y: y - 0.5 * type.em } : null,
    });
  }
  return placed;
}

const inside = (x: number, { x0, x1 }: TimeAxis): number => Math.min(x1, Math.max(x0, x));

/** As long as it can have been; without a known end on and on. */
export function boundsOf({ startMin, startMax, endMin, endMax }: TimeSpan): {
  readonly from: number;
  readonly to: number;
} {
  return { from: startMin ?? startMax ?? -Infinity, to: endMax ?? endMin ?? Infinity };
}
