import type { Locale as DateFnsLocale, Month } from "date-fns";
import { fill, inDigits } from "./phrases.js";
import type { DateWords } from "./types.js";

/** What differs between languages beyond the words that date-fns has. `{d} {m} {y}` are day, month and year. */
export interface DatePatterns {
  readonly day: string;
  readonly dayYear: string;
  readonly monthYear: string;
  readonly year?: string;
  readonly yearBefore: string;
  readonly decade: string;
  readonly seasons: readonly [string, string, string, string];
  readonly weekStart: number;
  readonly weekend: readonly number[];
  readonly digits?: string;
  /** Short month words where those of date-fns are not what newspapers print. */
  readonly shortMonths?: readonly string[];
}

/** Names of months (0–11) and weekdays (0 = Sunday). */
export interface CalendarNames {
  readonly month: (month: number, wide: boolean, inDate: boolean) => string;
  readonly day: (day: number, wide: boolean) => string;
}

/** The names of a date-fns locale. */
export const namesOf = ({ localize }: Pick<DateFnsLocale, "localize">): CalendarNames => ({
  month: (m, wide, inDate) =>
    localize.month(m as Month, { width: wide ? "wide" : "abbreviated", context: inDate ? "formatting" : "standalone" }),
  day: (d, wide) => localize.day(d as 0 | 1 | 2 | 3 | 4 | 5 | 6, { width: wide ? "wide" : "abbreviated" }),
});

/** Names set in patterns. */
export function dateWords(names: CalendarNames, patterns: DatePatterns): DateWords {
  const digits = patterns.digits ?? "0123456789";
  const put = (pattern: string, slots: Readonly<Record<string, string>>): string =>
    inDigits(fill(pattern, slots), digits);
  const month: DateWords["month"] = (m, width, context) =>
    width === "short" && patterns.shortMonths
      ? patterns.shortMonths[m]!
      : names.month(m, width === "long", context === "format");
  const year = (y: number): string =>
    y > 0 ? put(patterns.year ?? "{y}", { y: String(y) }) : put(patterns.yearBefore, { y: String(1 - y) });
  // Inside a date the year stands bare; before the common era it carries its word.
  const inDate = (y: number): string => (y > 0 ? String(y) : put(patterns.yearBefore, { y: String(1 - y) }));
  return {
    month,
    weekday: (d, width) => names.day(d, width === "long"),
    time: (h, min) => inDigits(`${h < 10 ? "0" : ""}${h}:${min < 10 ? "0" : ""}${min}`, digits),
    day: (d, m, width) => put(patterns.day, { d: String(d), m: month(m, width, "format") }),
    dayYear: (d, m, y, width) => put(patterns.dayYear, { d: String(d), m: month(m, width, "format"), y: inDate(y) }),
    monthYear: (m, y, width) => put(patterns.monthYear, { m: month(m, width, "standalone"), y: inDate(y) }),
    year,
    yearBefore: (y) => put(patterns.yearBefore, { y: String(y) }),
    season: (s, y) => put(patterns.seasons[s] ?? "{y}", { y: inDate(y) }),
    decade: (y) => put(patterns.decade, { y: String(y) }),
    weekStart: patterns.weekStart,
    weekend: patterns.weekend,
  };
}
