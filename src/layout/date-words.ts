import { formatInstant } from "../locale/format-time.js";
import type { Locale } from "../locale/types.js";
import { toLocal } from "../model/zone.js";
import type { EventDate } from "./dates.js";
import { lastUnit } from "./units.js";

/** A date alone on its part of the axis, in words, from the longest to the shortest. */
export function dateWords({ lo, hi, precision, zone, end }: EventDate, locale: Locale): readonly string[] {
  const ms = end ? lastUnit(hi, precision, zone) : lo;
  const { year, month, day } = toLocal(ms, zone);
  const { dates } = locale;
  const said = (p: typeof precision): string => formatInstant(ms, { locale, zone, style: "date", precision: p });
  // Its first year would say more than is known.
  if (precision === "decade" || precision === "century" || precision === "millennium")
    return [said(precision), said(precision)];
  const own =
    precision === "month"
      ? [dates.monthYear(month - 1, year, "short")]
      : precision === "day" || precision === "hour" || precision === "minute"
        ? [dates.dayYear(day, month - 1, year, "short"), dates.monthYear(month - 1, year, "short")]
        : [];
  return [said(precision), ...own, said("year")];
}
