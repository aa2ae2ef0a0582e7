import { momentsOf, type AxisScale, type Stretch } from "../layout/axis-scale.js";
import { relativeWords } from "../layout/ticks-relative.js";
import { formatInstant } from "../locale/format-time.js";
import type { Snapshot } from "./chart.js";

/**
 * Both ends of a window in words: dates as exact as its length makes sense of, or how far from day 0.
 *
 * @param least days, where a time of day would be too much
 */
export function endWords(
  window: { readonly from: number; readonly to: number },
  { arrangement, locale, timeline }: Pick<Snapshot, "arrangement" | "locale" | "timeline">,
  least: "minute" | "day" = "minute",
): { readonly from: string; readonly to: string } {
  const { scale } = arrangement;
  if (scale.relative !== null) {
    const length = window.to - window.from;
    return { from: relativeWords(window.from, length, locale), to: relativeWords(window.to, length, locale) };
  }
  const { from, to } = within(momentsOf(scale, window), scale);
  const precision = to - from > 4e11 ? "year" : to - from > 2 * 864e5 ? "day" : least;
  const style = precision === "minute" ? "both" : "date";
  const date = (ms: number): string => formatInstant(ms, { locale, zone: timeline.zone, style, precision });
  return { from: date(from), to: date(least === "day" ? to - 1 : to) };
}

/** On an axis that tells order alone there is no time before its first date, nor after its last. */
function within({ from, to }: Stretch, { sequence }: AxisScale): Stretch {
  const [first, last] = [sequence?.steps[0], sequence?.steps.at(-1)];
  return first === undefined || last === undefined
    ? { from, to }
    : { from: Math.max(from, first.lo), to: Math.min(to, last.lo + 1) };
}
