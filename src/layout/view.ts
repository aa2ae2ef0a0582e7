/** What is seen: a stretch of the axis and the width of the picture. An immutable value; pan, zoom and fit are functions of it. */
export interface View {
  /** Units of the axis, in which it is linear: ms, unless the time scale is another. */
  readonly from: number;
  readonly to: number;
  /** Of the whole picture, in its units (px, or pt in print). */
  readonly width: number;
}

/** How far a view may go: never beyond `from` and `to`, never closer than `least` units. */
export interface ViewLimits {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** A strictly increasing map from moments (ms) to units of an axis, and back. */
export interface Scale {
  readonly toUnits: (ms: number) => number;
  readonly toTime: (units: number) => number;
}

/** Maps units, and by its scale moments, to x between two positions. */
export interface TimeAxis {
  /** Units: ms where there is no scale. */
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
  readonly scale?: Scale | null | undefined;
}

/** Where a place on the axis stands, in its units. */
export const xOf = (axis: TimeAxis, units: number): number =>
  axis.x0 + ((units - axis.from) / (axis.to - axis.from)) * (axis.x1 - axis.x0);

/** The place on the axis at a position, in its units. */
export const unitsAt = (axis: TimeAxis, x: number): number =>
  axis.from + ((x - axis.x0) / (axis.x1 - axis.x0)) * (axis.to - axis.from);

/** Where a moment stands. */
export const toX = (axis: TimeAxis, ms: number): number => xOf(axis, axis.scale ? axis.scale.toUnits(ms) : ms);

/** Same as {@link toX}, kept inside the axis. */
export const toXInside = (axis: TimeAxis, ms: number): number => Math.min(axis.x1, Math.max(axis.x0, toX(axis, ms)));

/** The moment at a position. */
export const toTime = (axis: TimeAxis, x: number): number => {
  const units = unitsAt(axis, x);
  return axis.scale ? axis.scale.toTime(units) : units;
};

/** The view moved by a share of its own length; 0.5 shows what lies half a window later. */
export function panned(view: View, share: number): View {
  const by = (view.to - view.from) * share;
  return { ...view, from: view.from + by, to: view.to + by };
}

/** The view seen `factor` times as large; `at` (units) keeps its place in the window. */
export function zoomed(view: View, factor: number, at: number = (view.from + view.to) / 2): View {
  return { ...view, from: at - (at - view.from) / factor, to: at + (view.to - at) / factor };
}

/**
 * The view inside of its limits: first its length, about its middle, then its place.
 *
 * @example
 * within(zoomed(view, 2), limits)
 */
export function within(view: View, { from, to, least }: ViewLimits): View {
  const whole = to - from;
  const length = Math.min(whole, Math.max(Math.min(least, whole), view.to - view.from));
  const middle = (view.from + view.to) / 2;
  const start = Math.min(to - length, Math.max(from, middle - length / 2));
  return { ...view, from: start, to: start + length };
}

/** Whether two views show the same stretch, to a thousandth of a pixel. */
export function sameView(a: View, b: View): boolean {
  const slack = (a.to - a.from) / Math.max(1, a.width) / 1000;
  return a.width === b.width && Math.abs(a.from - b.from) <= slack && Math.abs(a.to - b.to) <= slack;
}
