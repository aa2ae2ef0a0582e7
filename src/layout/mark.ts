import type { EventStatus } from "../model/types.js";
import type { Qualifier, TimeSpan } from "../model/span.js";
import { xOf, type TimeAxis } from "./view.js";

/** How an end of a mark is drawn. */
export type Edge =
  /** a definite end */
  | "closed"
  /** possible up to here, not certain */
  | "dashed"
  /** open in the data: goes on; an arrow */
  | "open"
  /** known, but outside the window; a torn edge */
  | "torn";

/** Where a mark stands along x, and how well each part of it is known. */
export interface MarkGeometry {
  /** `dot`: a moment finer than the picture; `bracket`: a moment known to a day, a month …; `moment`: one moment in between; `bar`: an extent. */
  readonly form: "dot" | "bracket" | "moment" | "bar";
  /** Everything drawn lies between these. */
  readonly x0: number;
  readonly x1: number;
  /** The certain part of a bar; for moments, where the dot or lozenge stands (c0 = c1). */
  readonly c0: number;
  readonly c1: number;
  readonly start: Edge;
  readonly end: Edge;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

export interface MarkOptions {
  readonly axis: TimeAxis;
  /** Beyond this nothing is known; null when the document does not say. */
  readonly asOf: number | null;
  /** Half the width of a dot. */
  readonly radius: number;
}

/** Tails of unbounded ends, in radii: long enough to read as a tail, too short to be taken for a duration. */
export const TAIL = 12;

/** Geometry of one time in one window. The span must be visible there (see {@link sideOf}). */
export function markGeometry(span: TimeSpan, status: EventStatus, options: MarkOptions): MarkGeometry {
  const mark = span.kind === "during" ? bar(span, status, options) : moment(span, status, options);
  const { startQualifier: a, endQualifier: b } = span;
  if (a === undefined && b === undefined && status !== "alleged") return mark;
  return {
    ...mark,
    approximate: isQualified(span, "approximate"),
    uncertain: isQualified(span, "uncertain") || status === "alleged",
  };
}

/** Whether either end of a span is approximate, or uncertain. */
export function isQualified({ startQualifier: a, endQualifier: b }: TimeSpan, q: Exclude<Qualifier, "both">): boolean {
  if (a === undefined && b === undefined) return false;
  return a === q || b === q || a === "both" || b === "both";
}

/** The mark of a time without a qualifier. */
const plain = (
  form: MarkGeometry["form"],
  x0: number,
  x1: number,
  c0: number,
  c1: number,
  start: Edge,
  end: Edge,
): MarkGeometry => ({ form, x0, x1, c0, c1, start, end, approximate: false, uncertain: false });

function moment(span: TimeSpan, status: EventStatus, { axis, asOf, radius }: MarkOptions): MarkGeometry {
  const lo = span.startMin;
  let hi = span.startMax;
  // What has happened by the time of publication lies before it, even on that day.
  if (asOf !== null && hi !== null && hi > asOf && (lo ?? -Infinity) < asOf && status !== "planned") hi = asOf;
  const form = span.kind === "within" ? "moment" : "bracket";
  const tail = TAIL * radius;
  if (lo === null || hi === null) {
    const known = xOf(axis, lo ?? hi ?? axis.from);
    const x = near(known, tail, axis);
    const x0 = clamp(lo === null ? x - tail : x, axis.x0, axis.x1);
    const x1 = clamp(hi === null ? x + tail : x, axis.x0, axis.x1);
    const c = (x0 + x1) / 2;
    const edge = known < axis.x0 || known > axis.x1 ? "torn" : "closed";
    return plain(form, x0, x1, c, c, lo === null ? "dashed" : edge, hi === null ? "dashed" : edge);
  }
  const a = xOf(axis, lo);
  const b = hi === lo ? a : xOf(axis, hi);
  if (b - a < (form === "moment" ? 4 : 5) * radius) {
    const c = clamp((a + b) / 2, axis.x0 + radius, axis.x1 - radius);
    const r = form === "moment" ? Math.max(radius * 1.3, (b - a) / 2) : radius;
    return plain(form === "moment" ? form : "dot", c - r, c + r, c, c, "closed", "closed");
  }
  const x0 = Math.max(axis.x0, a);
  const x1 = Math.min(axis.x1, b);
  // Not on the sign of a torn end.
  const clear = (torn: boolean): number => Math.max(radius, torn ? Math.min(3 * radius, (x1 - x0) / 2) : 0);
  const c = clamp((a + b) / 2, x0 + clear(a < axis.x0), x1 - clear(b > axis.x1));
  return plain(form, x0, x1, c, c, a < axis.x0 ? "torn" : "closed", b > axis.x1 ? "torn" : "closed");
}

function bar(span: TimeSpan, status: EventStatus, { axis, asOf, radius }: MarkOptions): MarkGeometry {
  const tail = TAIL * radius;
  // The last thing known: an open end is drawn as far as that.
  const cut = asOf !== null && asOf > axis.from ? Math.min(asOf, axis.to) : axis.to;
  const { endMin, endMax } = endAtPublication(span, status, asOf);
  let x0: number;
  let c0: number;
  let start: Edge;
  if (span.startMin !== null) {
    x0 = clampedX(axis, span.startMin);
    c0 = span.startMax === span.startMin ? x0 : clampedX(axis, span.startMax ?? span.startMin);
    start = span.startMin < axis.from || span.startMin > axis.to ? "torn" : c0 - x0 > 1 ? "dashed" : "closed";
  } else if (span.startMax !== null) {
    c0 = clampedX(axis, span.startMax);
    x0 = clamp(near(xOf(axis, span.startMax), tail, axis) - tail, axis.x0, axis.x1);
    start = span.startMissing === "open" ? "open" : "dashed";
  } else {
    const end = clampedX(axis, endMin ?? endMax ?? cut);
    c0 = span.startMissing === "open" ? axis.x0 : Math.max(axis.x0, end - tail);
    x0 = span.startMissing === "open" ? axis.x0 : c0;
    start = span.startMissing === "open" ? "open" : "dashed";
  }
  let x1: number;
  let c1: number;
  let end: Edge;
  if (endMax !== null) {
    x1 = clampedX(axis, endMax);
    c1 = endMin === endMax ? x1 : clampedX(axis, endMin ?? endMax);
    end = endMax > axis.to ? "torn" : x1 - c1 > 1 ? "dashed" : "closed";
  } else if (span.endMissing === "open") {
    c1 = Math.max(c0, clampedX(axis, cut));
    x1 = c1;
    end = "open";
  } else if (endMin !== null) {
    c1 = clampedX(axis, endMin);
    x1 = clamp(near(xOf(axis, endMin), tail, axis) + tail, axis.x0, axis.x1);
    end = "dashed";
  } else {
    c1 = c0;
    // A tail from what is known, which may have left the window already.
    const known = span.startMax ?? span.startMin;
    x1 = known === null ? Math.min(axis.x1, c0 + tail) : clamp(near(xOf(axis, known), tail, axis) + tail, c0, axis.x1);
    end = "dashed";
  }
  // An extent finer than the picture is a dot; one with an open or dashed end stays what it is, never thinner than can be seen.
  const least = 2 * radius;
  if (x1 - x0 < least) {
    const c = clamp((x0 + x1) / 2, axis.x0 + radius, axis.x1 - radius);
    if (start === "closed" && end === "closed") return plain("dot", c - radius, c + radius, c, c, start, end);
    return plain("bar", c - radius, c + radius, c - radius, c + radius, start, end);
  }
  return plain("bar", x0, x1, Math.min(c0, c1), Math.max(c0, c1), start, end);
}

/** A tail begins where it should as long as part of it is in the window; otherwise at the window's edge. */
const near = (x: number, tail: number, { x0, x1 }: TimeAxis): number =>
  x > x0 - tail && x < x1 + tail ? x : clamp(x, x0, x1);

/** The end bounds of an extent: an end given as the day of publication is not claimed to lie after it. */
export function endAtPublication(
  { startMin, endMin, endMax, precision, endPrecision }: TimeSpan,
  status: EventStatus,
  asOf: number | null,
): { readonly endMin: number | null; readonly endMax: number | null } {
  if (asOf === null || endMax === null || status === "planned" || asOf >= endMax || asOf <= (startMin ?? -Infinity))
    return { endMin, endMax };
  const unit = (endPrecision ?? precision) === "day" ? 864e5 : 0;
  if (endMax - asOf >= unit) return { endMin, endMax };
  return { endMin: endMin === null ? null : Math.min(endMin, asOf), endMax: asOf };
}

export const clamp = (x: number, lo: number, hi: number): number => Math.min(Math.max(x, lo), Math.max(lo, hi));
const clampedX = (axis: TimeAxis, ms: number): number => clamp(xOf(axis, ms), axis.x0, axis.x1);

/** Where a span lies seen from a window: in it, or wholly before or after. A moment on the closing edge is inside. */
export function sideOf({ startMin, endMax }: TimeSpan, from: number, to: number): "before" | "inside" | "after" {
  const lo = startMin ?? -Infinity;
  const hi = endMax ?? Infinity;
  if (hi < from || (hi === from && lo < hi)) return "before";
  if (lo > to || (lo === to && hi > lo)) return "after";
  return "inside";
}
