import type { Arrangement } from "../arrange.js";
import { boundsOf, type PeriodLayout } from "../periods.js";
import { lineHeight } from "../typography.js";
import { xOf, type TimeAxis } from "../view.js";
import { wrapText } from "../wrap.js";

/** A named period: a bar along the axis, its name among the labels. */
export interface VerticalPeriod {
  /** Units of the axis. */
  readonly from: number;
  readonly to: number;
  /** From the axis, x of the bar. */
  readonly x: number;
  readonly lines: readonly string[];
  readonly height: number;
  /** From the top of the name to the middle of its first line. */
  readonly ahead: number;
}

/** Distance of bars that stand side by side, and of the first from the axis, in em. */
const PITCH = 0.5;
const FIRST = 0.45;
const MOST_LINES = 2;

/** What the bars take of the column's width. */
export function periodsWidth(arrangement: Arrangement): number {
  const { rows } = rowsOf(arrangement);
  return rows === 0 ? 0 : (FIRST + (rows - 1) * PITCH + 0.15) * arrangement.type.em;
}

/** Bars of periods that overlap stand side by side. */
function rowsOf({ timeline, scale }: Arrangement): {
  readonly rows: number;
  readonly list: readonly {
    readonly from: number;
    readonly to: number;
    readonly title: string;
    readonly row: number;
  }[];
} {
  if (scale.relative !== null) return { rows: 0, list: [] };
  const ends: number[] = [];
  const list = timeline.periods
    .map(({ title, span }) => ({ title, ...boundsOf(scale.spanIn(span, "")) }))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.title < b.title ? -1 : 1))
    .map((period) => {
      const free = ends.findIndex((end) => end <= period.from);
      const row = free < 0 ? ends.push(0) - 1 : free;
      ends[row] = period.to;
      return { ...period, row };
    });
  return { rows: ends.length, list };
}

/** All periods in order of time, their names set to the room of the labels. */
export function verticalPeriods(arrangement: Arrangement, room: number): readonly VerticalPeriod[] {
  const { type, measure } = arrangement;
  const leading = lineHeight(type.foot, type);
  return rowsOf(arrangement).list.map(({ from, to, title, row }) => {
    const { lines } = wrapText(title, { maxWidth: room, maxLines: MOST_LINES, font: type.foot, measure });
    const x = (FIRST + row * PITCH) * type.em;
    return { from, to, x, lines, height: lines.length * leading, ahead: leading / 2 };
  });
}

/** Whether something of a period lies in a window. */
export const isShown = ({ from, to }: VerticalPeriod, axis: TimeAxis): boolean => to > axis.from && from < axis.to;

/** y beside which the name of a period would like to stand: where it begins, or the window does. */
export const anchorOf = ({ from }: VerticalPeriod, axis: TimeAxis, em: number): number =>
  from < axis.from ? axis.x0 + 0.5 * em : xOf(axis, from);

/**
 * A period of a window.
 *
 * @param top of its name; null where it has no room
 * @param anchor y at which the line to its name leaves the bar
 * @param turn x between which the lines from marks to labels turn
 */
export function placePeriod(
  period: VerticalPeriod,
  axis: TimeAxis,
  {
    left,
    top,
    anchor,
    text,
    turn,
  }: {
    readonly left: number;
    readonly top: number | null;
    readonly anchor: number;
    readonly text: number;
    /** x between which the line to the name goes down, or up. */
    readonly turn: readonly [number, number];
  },
  { type }: Arrangement,
): PeriodLayout {
  const { em, foot } = type;
  const [a, b] = [xOf(axis, period.from), xOf(axis, period.to)];
  const bar = left + period.x;
  const bounds = {
    x0: Math.max(axis.x0, a),
    x1: Math.min(axis.x1, b),
    begins: a >= axis.x0,
    ends: b <= axis.x1,
    y: bar,
    name: null,
  };
  if (top === null) return bounds;
  const leading = lineHeight(foot, type);
  const beside = top + period.ahead;
  const lines = period.lines.map((line, k) => ({
    text: line,
    x: text,
    y: top + leading * (k + 0.78),
    font: foot,
    role: "period",
  }));
  const end = text - 0.25 * em;
  const elbow: (readonly [number, number])[] =
    Math.abs(beside - anchor) < 0.12 * em
      ? [
          [bar, anchor],
          [end, anchor],
        ]
      : [
          [bar, anchor],
          [turn[0], anchor],
          [turn[1], beside],
          [end, beside],
        ];
  return { ...bounds, beside: { lines, elbow } };
}
