import { toLocal, type LocalParts } from "../model/zone.js";
import type { Precision, Qualifier, TimeSpan } from "../model/span.js";
import { formatNumber, fill } from "./phrases.js";
import type { Locale } from "./types.js";

export interface FormatTimeOptions {
  readonly locale: Locale;
  /** Zone to show times of day in. Default: the span's own. */
  readonly zone?: string | undefined;
  /** "long": 6 January 2022; "short": 6 Jan 2022. Default "long". */
  readonly style?: "long" | "short" | undefined;
  /** Leave out the year where it is this one. */
  readonly omitYear?: number | undefined;
}

type Width = "long" | "short";
const YEAR_MS = 365.2425 * 864e5;

/** One date to a precision, in its zone. */
function dateText(
  ms: number,
  precision: Precision,
  zone: string,
  locale: Locale,
  width: Width,
  omitYear?: number,
): string {
  const { dates } = locale;
  const p = toLocal(ms, zone);
  const m = p.month - 1;
  const day = (): string => (p.year === omitYear ? dates.day(p.day, m, width) : dates.dayYear(p.day, m, p.year, width));
  switch (precision) {
    case "millisecond":
    case "second":
    case "minute":
    case "hour":
      return `${day()}${locale.comma}${dates.time(p.hour, p.minute)}`;
    case "day":
      return day();
    case "month":
      return dates.monthYear(m, p.year, width);
    case "season":
      return dates.season([3, 6, 9, 12].indexOf(p.month) === -1 ? 0 : [3, 6, 9, 12].indexOf(p.month), p.year);
    default:
      return yearText(p, locale);
  }
}

/** Years of the calendar; beyond ten thousand of them before now, as millions and billions of years ago. */
function yearText({ year }: Pick<LocalParts, "year">, locale: Locale): string {
  if (year > -100000) return locale.dates.year(year);
  const { counted } = locale.words;
  const ago = 2000 - year;
  const [unit, forms] =
    ago >= 1e9 ? ([1e9, counted.billionYearsAgo] as const) : ([1e6, counted.millionYearsAgo] as const);
  const n = Math.round((ago / unit) * 100) / 100;
  return fill(forms[locale.plural(Math.floor(n))] ?? forms.other, { n: formatNumber(n, locale) });
}

/** An instant as a date, a time of day, or both. */
export function formatInstant(
  ms: number,
  {
    locale,
    zone,
    style,
    precision = "day",
    omitYear,
  }: {
    readonly locale: Locale;
    readonly zone: string;
    readonly style: "date" | "time" | "both";
    readonly precision?: Precision | undefined;
    readonly omitYear?: number | undefined;
  },
): string {
  if (style === "time") {
    const p = toLocal(ms, zone);
    return locale.dates.time(p.hour, p.minute);
  }
  return dateText(ms, style === "both" ? "minute" : precision, zone, locale, "long", omitYear);
}

/** Exclusive ends are shown as the last day (month, year) they contain; times of day as they are. */
const lastOf = (ms: number, precision: Precision): number =>
  precision === "minute" ? ms - 6e4 : precision === "hour" ? ms - 36e5 : isClock(precision) ? ms : ms - 1;
const isClock = (p: Precision): boolean => p === "hour" || p === "minute" || p === "second" || p === "millisecond";

/**
 * A time in words, every uncertainty said: "3–6 January 2022", "by 5 January 2022", "at some time between …".
 *
 * @example
 * formatTime(span, { locale: en, zone: "Asia/Almaty", style: "short" })
 */
export function formatTime(
  span: TimeSpan,
  { locale, zone = span.zone, style = "long", omitYear }: FormatTimeOptions,
): string {
  const { phrases } = locale.words;
  const text = (ms: number, precision: Precision, exclusive = false): string =>
    dateText(exclusive ? lastOf(ms, precision) : ms, precision, zone, locale, style, omitYear);
  const bare = (): string => {
    const { kind, startMin, startMax, endMin, endMax, precision, endPrecision = precision } = span;
    if (kind === "at") return startMin === null ? "" : text(startMin, precision);
    if (kind === "within") {
      if (startMin === null)
        return startMax === null ? "" : fill(phrases.by, { date: text(startMax, precision, true) });
      if (startMax === null) return fill(phrases.after, { date: text(startMin, precision) });
      return fill(phrases.within, { from: text(startMin, precision), to: text(startMax, precision, true) });
    }
    const start = startMin ?? startMax;
    const end = endMax ?? endMin;
    if (start !== null && end !== null && startMin !== null) {
      const from = [startMin, precision] as const;
      const to = [lastOf(end, endPrecision), endPrecision] as const;
      if (span.startQualifier === span.endQualifier) return rangeText(from, to, zone, locale, style, omitYear);
      // Ends that are not equally well known are told one by one.
      return fill(phrases.range, {
        from: qualified(text(...from), span.startQualifier, locale),
        to: qualified(text(...to), span.endQualifier, locale),
      });
    }
    if (start !== null && end === null) {
      const from = text(start, precision, startMin === null);
      if (span.endMissing === "unknown") return fill(phrases.endUnknown, { date: from });
      return fill(startMin === null ? phrases.sinceBy : phrases.since, { date: from });
    }
    if (end !== null)
      return fill(span.startMissing === "open" ? phrases.untilOpen : phrases.startUnknown, {
        date: text(end, endPrecision, true),
      });
    return "";
  };
  const mixed =
    span.kind === "during" &&
    span.startQualifier !== span.endQualifier &&
    span.startMin !== null &&
    (span.endMax ?? span.endMin) !== null;
  const date = mixed ? bare() : qualified(bare(), span.startQualifier ?? span.endQualifier, locale);
  return span.said === undefined || style === "short" ? date : fill(phrases.saidTime, { said: span.said, date });
}

function qualified(date: string, qualifier: Qualifier | undefined, locale: Locale): string {
  const { phrases } = locale.words;
  if (qualifier === undefined || date === "") return date;
  return fill(
    qualifier === "approximate"
      ? phrases.around
      : qualifier === "uncertain"
        ? phrases.uncertain
        : phrases.aroundUncertain,
    { date },
  );
}

/** A range that says once what both ends share: "3–6 January 2022", "January – March 2022". */
function rangeText(
  from: readonly [number, Precision],
  to: readonly [number, Precision],
  zone: string,
  locale: Locale,
  width: Width,
  omitYear?: number,
): string {
  const a = toLocal(from[0], zone);
  const b = toLocal(to[0], zone);
  const one = dateText(from[0], from[1], zone, locale, width, omitYear);
  const two = dateText(to[0], to[1], zone, locale, width, omitYear);
  if (one === two) return one;
  if (from[1] === "day" && to[1] === "day" && a.year === b.year) {
    if (a.month === b.month) {
      // The day's own digits, not those of the year; with the point that some languages set after it.
      const digits = (n: number): string => formatNumber(n, locale);
      const at = [...two.matchAll(/\p{Nd}+(\.?)/gu)].find((m) => m[0] === `${digits(b.day)}${m[1]!}`);
      if (at) return `${two.slice(0, at.index)}${digits(a.day)}${at[1]!}–${two.slice(at.index)}`;
    }
    return fill(locale.words.phrases.range, { from: locale.dates.day(a.day, a.month - 1, width), to: two });
  }
  if (from[1] === "year" && to[1] === "year" && a.year > 0) return `${one}–${two}`;
  return fill(locale.words.phrases.range, { from: one, to: two });
}

/** The year that all dates of a window share, to be left out of labels; undefined when there are several. */
export function commonYear(from: number, to: number, zone: string): number | undefined {
  if (to - from > YEAR_MS * 1.1) return undefined;
  const year = toLocal(from, zone).year;
  return toLocal(to - 1, zone).year === year ? year : undefined;
}
