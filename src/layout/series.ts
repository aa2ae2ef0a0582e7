import { isKnown } from "../model/series.js";
import type { ResolvedPoint } from "../model/resolved.js";
import type { Arrangement } from "./arrange.js";
import { markGeometry, sideOf, type MarkGeometry } from "./mark.js";
import { seriesBars, type SeriesBar } from "./series-bars.js";
import { toValueY, type SeriesFrame } from "./series-frame.js";
import { labelFigures, type FigureLabel } from "./series-labels.js";
import { clippedBand, clippedLine, type Band, type Run } from "./series-lines.js";
import { toX, type TimeAxis } from "./view.js";

/** A number track in one window. */
export interface SeriesLayout {
  readonly frame: SeriesFrame;
  readonly axis: TimeAxis;
  readonly bands: readonly Band[];
  readonly runs: readonly Run[];
  readonly bars: readonly SeriesBar[];
  /** Every figure of the window, gaps too, in order of time. */
  readonly points: readonly SeriesPoint[];
  readonly labels: readonly FigureLabel[];
}

/** What of a number is known, which says how it is drawn. */
export type Known = "exact" | "about" | "range" | "atLeast" | "atMost" | "gap";

/** One figure in the window. */
export interface SeriesPoint {
  /** Index into the points of the series. */
  readonly index: number;
  readonly known: Known;
  /** Where its time is; it may lie outside of the window where only a part of that is in it. */
  readonly x: number;
  /** Of its number, or of the bound that is known; where a gap is, of the baseline. */
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
  /** How well its time is known, where that can be seen. */
  readonly time: MarkGeometry | null;
  /** Whether it is drawn by itself: where figures stand close a line says it all. */
  readonly marked: boolean;
}

export const knownOf = ({ low, best, high }: Pick<ResolvedPoint, "low" | "best" | "high">): Known => {
  if (low !== null && high !== null) return low === best && best === high ? "exact" : "range";
  if (low !== null) return "atLeast";
  if (high !== null) return "atMost";
  return best === null ? "gap" : "about";
};

/** The number at which a figure stands: its best one, or the bound that is known; null for a range without a best one. */
export const mainOf = (p: Pick<ResolvedPoint, "low" | "best" | "high">): number | null =>
  p.best ?? (p.low !== null && p.high !== null ? null : (p.low ?? p.high));

/** Distance of figures, in em, from which on each has a mark, and from which on that says how well its time is known. */
const MARKED = 0.8;
const TIMED = 1.3;

/** One window of a number track. */
export function placeSeries(frame: SeriesFrame, axis: TimeAxis, arrangement: Arrangement): SeriesLayout {
  const { series } = frame;
  const { points, kind } = series;
  const { em } = arrangement.type;
  const inside: number[] = [];
  for (let i = 0; i < points.length; i++) if (sideOf(points[i]!.span, axis.from, axis.to) === "inside") inside.push(i);
  const room = (axis.x1 - axis.x0) / Math.max(1, inside.length) / em;
  const alone = (i: number): boolean => !joins(points[i - 1]) && !joins(points[i + 1]);
  const options = { axis, asOf: arrangement.timeline.asOf, radius: 0.4 * em };
  const placed = inside.map((index): SeriesPoint => {
    const p = points[index]!;
    const known = knownOf(p);
    const main = mainOf(p) ?? (known === "range" ? (p.low! + p.high!) / 2 : null);
    const mark = room >= TIMED && known !== "gap" ? markGeometry(p.span, "happened", options) : null;
    return {
      index,
      known,
      x: toX(axis, p.at),
      y: main === null ? frame.value.y1 : toValueY(frame, main),
      low: p.low === null ? null : toValueY(frame, p.low),
      high: p.high === null ? null : toValueY(frame, p.high),
      time: mark?.form === "dot" ? null : mark,
      marked: kind !== "bars" && known !== "gap" && (room >= MARKED || known !== "exact" || alone(index)),
    };
  });
  const lines = kind === "bars" ? { runs: [], bands: [] } : linesOf(frame, axis, arrangement.timeline.asOf);
  const bars = kind === "bars" ? seriesBars(frame, axis, placed, arrangement) : [];
  const labels = labelFigures({ frame, axis, points: placed, runs: lines.runs, bars }, arrangement);
  return { frame, axis, ...lines, bars, points: placed, labels };
}

const joins = (p: ResolvedPoint | undefined): boolean => p !== undefined && isKnown(p);

/** Lines and bands between each two figures that follow each other; nothing crosses a gap. */
function linesOf(
  frame: SeriesFrame,
  axis: TimeAxis,
  asOf: number | null,
): { readonly runs: readonly Run[]; readonly bands: readonly Band[] } {
  const { points, kind } = frame.series;
  const runs: Run[] = [];
  const bands: Band[] = [];
  const y = (n: number): number => toValueY(frame, n);
  const line = (sure: boolean, ...at: (readonly [number, number])[]): void => {
    for (let i = 1; i < at.length; i++) clippedLine(runs, sure, at[i - 1]!, at[i]!, axis);
  };
  for (let i = 0; i < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1];
    if (!isKnown(a)) continue;
    const x0 = toX(axis, a.at);
    const follows = b !== undefined && isKnown(b);
    if (kind === "step") {
      const x1 = follows ? toX(axis, b.at) : Math.max(x0, toX(axis, Math.min(endOf(a, asOf), b?.at ?? Infinity)));
      const main = mainOf(a);
      const sure = a.best !== null;
      if (main !== null) line(sure, [x0, y(main)], [x1, y(main)]);
      if (a.low !== null && a.high !== null && a.low !== a.high)
        clippedBand(bands, [x0, y(a.low), y(a.high)], [x1, y(a.low), y(a.high)], axis);
      const next = follows ? mainOf(b) : null;
      if (main !== null && next !== null) line(sure && b!.best !== null, [x1, y(main)], [x1, y(next)]);
      continue;
    }
    if (!follows) continue;
    const x1 = toX(axis, b.at);
    const [p, q] = [mainOf(a) ?? edgeTowards(a, b), mainOf(b) ?? edgeTowards(b, a)];
    if (p !== null && q !== null) line(a.best !== null && b.best !== null, [x0, y(p)], [x1, y(q)]);
    const [s, t] = [edges(a), edges(b)];
    if (s !== null && t !== null && (s[0] !== s[1] || t[0] !== t[1]))
      clippedBand(bands, [x0, y(s[0]), y(s[1])], [x1, y(t[0]), y(t[1])], axis);
  }
  return { runs, bands };
}

/** Until when a figure that nothing follows holds: as long as its own time. */
function endOf({ span, at }: ResolvedPoint, asOf: number | null): number {
  const end =
    span.kind === "during" ? (span.endMin ?? span.endMax ?? at) : span.kind === "at" ? (span.startMax ?? at) : at;
  return asOf !== null && end > asOf ? Math.max(at, asOf) : end;
}

/** The bound of a range without a best number to which a bound that is open at the same side leads. */
function edgeTowards({ low, high }: ResolvedPoint, other: ResolvedPoint): number | null {
  const known = knownOf(other);
  return known === "atLeast" ? low : known === "atMost" ? high : null;
}

/** Both bounds, of one number twice the same; null where one is open. */
function edges({ low, best, high }: ResolvedPoint): readonly [number, number] | null {
  if (low !== null && high !== null) return [low, high];
  return low === null && high === null && best !== null ? [best, best] : null;
}
