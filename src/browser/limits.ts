import type { Timeline } from "../model/resolved.js";
import type { Precision } from "../model/span.js";
import type { View, ViewLimits } from "../layout/view.js";

/** The shortest window worth looking at, by the finest precision of the data, in ms. */
const LEAST: Readonly<Record<Precision, number>> = {
  millisecond: 10,
  second: 2e3,
  minute: 6e4,
  hour: 18e5,
  day: 6 * 36e5,
  month: 4 * 864e5,
  season: 14 * 864e5,
  year: 30 * 864e5,
  decade: 2 * 3e10,
  century: 2 * 3e11,
  millennium: 2 * 3e12,
};

/** How far one may look: over all dates with a little air, and as near as the dates are known. */
export function limitsOf({ events, series }: Timeline, home: View): ViewLimits {
  let from = home.from;
  let to = home.to;
  let least = Infinity;
  const hold = (ms: number | null): void => {
    if (ms === null) return;
    if (ms < from) from = ms;
    if (ms > to) to = ms;
  };
  for (let i = 0; i < events.length; i++) {
    const { span } = events[i]!;
    hold(span.startMin);
    hold(span.startMax);
    hold(span.endMin);
    hold(span.endMax);
    const fine = LEAST[span.precision];
    if (fine < least) least = fine;
  }
  for (const { points } of series)
    for (const { at } of points) {
      if (at < from) from = at;
      if (at > to) to = at;
    }
  const air = from < home.from || to > home.to ? (to - from) * 0.04 : 0;
  // Beyond a millionth of a billionth of their size numbers have no digits left.
  const digits = Math.max(Math.abs(from), Math.abs(to)) * 1e-12;
  return {
    from: from - air,
    to: to + air,
    least: Math.max(digits, Math.min(least === Infinity ? 6e4 : least, (home.to - home.from) / 8)),
  };
}
