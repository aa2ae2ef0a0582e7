import type { TimeSpan } from "../model/span.js";
import type { EventStatus } from "../model/types.js";
import { endAtPublication, TAIL } from "./mark.js";

/**
 * Where a mark stands at every scale: from `left` units before the time `a` to `right` units after the time `b`. An end
 * that goes on without a limit is infinite. Never written to JSON.
 */
export interface Reach {
  /** ms */
  readonly a: number;
  readonly b: number;
  /** In the picture's units, whatever the scale. */
  readonly left: number;
  readonly right: number;
}

/** The reach of a mark, so that `markGeometry` lies inside of it in every window. */
export function reachOf(span: TimeSpan, status: EventStatus, asOf: number | null, radius: number): Reach {
  return span.kind === "during" ? extent(span, status, asOf, radius) : moment(span, status, asOf, radius);
}

function moment(
  { kind, startMin, startMax }: TimeSpan,
  status: EventStatus,
  asOf: number | null,
  radius: number,
): Reach {
  const least = kind === "within" ? 2.5 * radius : radius;
  const tail = TAIL * radius;
  const lo = startMin;
  let hi = startMax;
  if (asOf !== null && hi !== null && hi > asOf && (lo ?? -Infinity) < asOf && status !== "planned") hi = asOf;
  const known = lo ?? hi ?? asOf ?? 0;
  if (lo === null || hi === null)
    return { a: known, b: known, left: lo === null ? tail : least, right: hi === null ? tail : least };
  return { a: lo, b: Math.max(lo, hi), left: least, right: least };
}

function extent(span: TimeSpan, status: EventStatus, asOf: number | null, radius: number): Reach {
  const tail = TAIL * radius;
  const end = lastOf(span, status, asOf);
  const { startMin, startMax, startMissing } = span;
  const open = startMin === null && startMissing === "open";
  const a = startMin ?? startMax ?? (open ? -Infinity : end);
  const b = Math.max(a === -Infinity ? end : a, end);
  // Nothing known of an end is a tail; so is an end known only to lie after something.
  const unknownEnd = span.endMax === null && span.endMissing !== "open";
  return {
    a: open && startMax === null ? -Infinity : a,
    b,
    left: startMin === null && (startMax !== null || !open) ? tail : radius,
    right: unknownEnd ? tail : radius,
  };
}

/** The last moment that the mark of an extent covers, but for a tail. */
function lastOf(span: TimeSpan, status: EventStatus, asOf: number | null): number {
  const { startMin, startMax, endMissing } = span;
  const { endMin, endMax } = endAtPublication(span, status, asOf);
  if (endMax !== null) return endMax;
  if (endMissing === "open") return asOf !== null && asOf > (startMin ?? startMax ?? -Infinity) ? asOf : Infinity;
  return endMin ?? startMax ?? startMin ?? asOf ?? 0;
}
