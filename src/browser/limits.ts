import type { Arrangement } from "../layout/arrange.js";
import { STEP } from "../layout/sequence.js";
import type { Precision, TimeSpan } from "../model/span.js";
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
export function limitsOf(
  { timeline, lanes, scale }: Pick<Arrangement, "timeline" | "lanes" | "scale">,
  home: View,
): ViewLimits {
  let from = Math.min(home.from, scale.window?.from ?? Infinity);
  let to = Math.max(home.to, scale.window?.to ?? -Infinity);
  let least = scale.sequence === null ? Infinity : 2 * STEP;
  const hold = (at: number | null): void => {
    if (at === null) return;
    if (at < from) from = at;
    if (at > to) to = at;
  };
  const add = (span: TimeSpan): void => {
    hold(span.startMin);
    hold(span.startMax);
    hold(span.endMin);
    hold(span.endMax);
    const fine = scale.sequence === null ? LEAST[span.precision] : Infinity;
    if (fine < least) least = fine;
  };
  const { events, series } = timeline;
  if (scale.relative === null) {
    for (let i = 0; i < events.length; i++) add(scale.spanIn(events[i]!.span, ""));
    for (const { points } of series) for (const { at } of points) hold(scale.edgeIn(at, ""));
  } else for (const { id, events: own } of lanes) for (const i of own) add(scale.spanIn(events[i]!.span, id));
  const air = from < home.from || to > home.to ? (to - from) * 0.04 : 0;
  // Beyond a millionth of a billionth of their size numbers have no digits left.
  const digits = Math.max(Math.abs(from), Math.abs(to)) * 1e-12;
  return {
    from: from - air,
    to: to + air,
    least: Math.max(digits, Math.min(least === Infinity ? 6e4 : least, (home.to - home.from) / 8)),
  };
}
