import { momentsOf } from "../layout/axis-scale.js";
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
  const { from, to } = momentsOf(scale, window);
  const precision = to - from > 4e11 ? "year" : to - from > 2 * 864e5 ? "day" : least;
  const style = precision === "minute" ? "both" : "date";
  const date = (ms: number): string => formatInstant(ms, { locale, zone: timeline.zone, style, precision });
  return { from: date(from), to: date(least === "day" ? to - 1 : to) };
}
