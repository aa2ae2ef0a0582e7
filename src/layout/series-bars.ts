import type { Arrangement } from "./arrange.js";
import type { SeriesPoint } from "./series.js";
import { toValueY, type SeriesFrame } from "./series-frame.js";
import { toX, type TimeAxis } from "./view.js";

/** A bar from zero to a number, or to the bound that is known of it. */
export interface SeriesBar {
  readonly index: number;
  readonly x0: number;
  readonly x1: number;
  /** y of zero and of the number. */
  readonly zero: number;
  readonly y: number;
  /** Filled up to what is certain; an outline where only an upper bound is known, or the time. */
  readonly sure: boolean;
}

/** Width in em of a bar whose time has no length. */
const THIN = 0.5;

/**
 * Bars as wide as the time that their figures are of: a day, a month. Those of moments are thin, and thinner where they
 * would touch.
 */
export function seriesBars(
  frame: SeriesFrame,
  axis: TimeAxis,
  placed: readonly SeriesPoint[],
  { type }: Arrangement,
): SeriesBar[] {
  const { points } = frame.series;
  const zero = toValueY(frame, Math.min(Math.max(0, frame.scale.min), frame.scale.max));
  const bars: SeriesBar[] = [];
  placed.forEach((p, i) => {
    const { span, low, best, high } = points[p.index]!;
    if (p.known === "gap") return;
    const near = Math.min(p.x - (placed[i - 1]?.x ?? -Infinity), (placed[i + 1]?.x ?? Infinity) - p.x);
    const thin = Math.max(0.5, Math.min(THIN * type.em, near * 0.8));
    const start = span.startMin;
    const end = span.kind === "during" ? span.endMax : span.startMax;
    const long = span.kind !== "within" && start !== null && end !== null;
    const a = long ? toX(axis, start) : p.x;
    const b = long ? toX(axis, end) : p.x;
    const air = Math.min(1, (b - a) * 0.1);
    const [x0, x1] = b - a > thin ? [a + air, b - air] : [(a + b - thin) / 2, (a + b + thin) / 2];
    const left = Math.max(axis.x0, x0);
    const right = Math.min(axis.x1, x1);
    if (right <= left) return;
    const n = best ?? low ?? high!;
    bars.push({
      index: p.index,
      x0: left,
      x1: right,
      zero,
      y: toValueY(frame, n),
      sure: best !== null || low !== null,
    });
  });
  return bars;
}
