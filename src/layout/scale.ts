import type { TimeSpan } from "../model/span.js";
import type { Scale } from "./view.js";

/**
 * The scale that is linear between moments and the units they stand at, both strictly increasing, and goes on beyond
 * them as its first and last piece do.
 */
export function piecewise(moments: ArrayLike<number>, units: ArrayLike<number>): Scale {
  return {
    toUnits: (ms) => between(ms, moments, units),
    toTime: (at) => between(at, units, moments),
  };
}

function between(value: number, from: ArrayLike<number>, to: ArrayLike<number>): number {
  const i = Math.min(Math.max(countBelow(from, value), 1), from.length - 1);
  const a = from[i - 1]!;
  const b = from[i]!;
  if (value === b) return to[i]!;
  return to[i - 1]! + ((value - a) / (b - a)) * (to[i]! - to[i - 1]!);
}

/** How many of the sorted values lie below one. */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (sorted[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** A time with its bounds moved; its words stay those of what was written. */
export function moved(span: TimeSpan, to: (ms: number) => number): TimeSpan {
  const bound = (ms: number | null): number | null => (ms === null ? null : to(ms));
  return {
    ...span,
    startMin: bound(span.startMin),
    startMax: bound(span.startMax),
    endMin: bound(span.endMin),
    endMax: bound(span.endMax),
  };
}

/** The same function, asked once for each time. */
export function once(f: (span: TimeSpan) => TimeSpan): (span: TimeSpan) => TimeSpan {
  const known = new WeakMap<TimeSpan, TimeSpan>();
  return (span) => {
    let found = known.get(span);
    if (found === undefined) known.set(span, (found = f(span)));
    return found;
  };
}
