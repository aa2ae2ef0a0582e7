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

/** How a date is to be written. */
interface Setting {
  readonly locale: Locale;
  /** Of times of day. */
  readonly zone: string;
  /** Of days, months and years: a day in Aktau is that day on any axis, though it begins an hour later in Almaty. */
  readonly own: string;
  readonly width: Width;
  readonly omitYear: number | undefined;
}

/** One date to a precision, in its zone. */
const dateText = (ms: number, precision: Precision, setting: Setting): string =>
  partsText(partsOf(ms, precision, setting), precision, setting);

const partsOf = (ms: number, precision: Precision, { zone, own }: Setting): LocalParts =>
  toLocal(ms, isClock(precision) ? zone : own);

function partsText(p: LocalParts, precision: Precision, setting: Setting): string {
  const { locale, width } = setting;
  const { dates } = locale;
  switch (precision) {
    case "millisecond":
    case "second":
    case "minute":
    case "hour":
      return dayText(p, setting) + locale.comma + dates.time(p.hour, p.minute);
    case "day":
      return dayText(p, setting);
    case "month":
      return dates.monthYear(p.month - 1, p.year, width);
    case "season":
      return dates.season(Math.max(0, [3, 6, 9, 12].indexOf(p.month)), p.year);
    case "year":
      return yearText(p, locale);
    default: {
      // One of these years, and not the first of them: 199X is no 1990.
      const { year } = p;
      const length = YEARS[precision];
      const first = Math.floor(year / length) * length;
      return precision === "decade" && year > 0 && dates.decade
        ? dates.decade(first)
        : yearsText(yearText({ year: first }, locale), yearText({ year: first + length - 1 }, locale));
    }
  }
}

const YEARS = { decade: 10, century: 100, millennium: 1000 } as const;

/** A range of years that says their word but once: "49–40 BC". */
function yearsText(one: string, two: string): string {
  const word = /\P{Nd}+$/u.exec(two)?.[0] ?? "";
  return `${word !== "" && one.endsWith(word) ? one.slice(0, -word.length) : one}–${two}`;
}

const dayText = ({ day, month, year }: LocalParts, { locale: { dates }, width, omitYear }: Setting): string =>
  year === omitYear ? dates.day(day, month - 1, width) : dates.dayYear(day, month - 1, year, width);

/** Years of the calendar; beyond a hundred thousand of them from now, as millions and billions of years. */
function yearText({ year }: Pick<LocalParts, "year">, locale: Locale): string {
  if (Math.abs(year) < 100000) return locale.dates.year(year);
  const { billionYearsAgo, millionYearsAgo, billionYearsAhead, millionYearsAhead } = locale.words.counted;
  const far = Math.abs(year - 2000);
  const [billions, millions] = year < 0 ? [billionYearsAgo, millionYearsAgo] : [billionYearsAhead, millionYearsAhead];
  const [unit, forms] = far >= 1e9 ? ([locale.numbers.billion ?? 1e9, billions] as const) : ([1e6, millions] as const);
  const n = Math.round((far / unit) * 100) / 100;
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
  return dateText(ms, style === "both" ? "minute" : precision, { locale, zone, own: zone, width: "long", omitYear });
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
  const { startMin, precision, startQualifier: a, endQualifier: b } = span;
  const end = span.endMax ?? span.endMin;
  const setting: Setting = { locale, zone, own: span.zone, width: style, omitYear };
  const date =
    span.kind === "during" && a !== b && startMin !== null && end !== null
      ? // Ends that are not equally well known are told one by one.
        fill(phrases.range, {
          from: qualified(dateText(startMin, precision, setting), a, locale),
          to: qualified(lastText(end, span.endPrecision ?? precision, setting), b, locale),
        })
      : qualified(bareText(span, setting), a ?? b, locale);
  return span.said === undefined || style === "short" ? date : fill(phrases.saidTime, { said: span.said, date });
}

/** The last date before an exclusive end. */
const lastText = (ms: number, precision: Precision, setting: Setting): string =>
  dateText(lastOf(ms, precision), precision, setting);

/** ms at which our era begins. */
const YEAR_1 = -62135596800000;

function bareText(span: TimeSpan, setting: Setting): string {
  const { phrases } = setting.locale.words;
  const { kind, startMin, startMax, endMin, endMax, precision, endPrecision = precision } = span;
  if (kind === "at") {
    if (startMin === null) return "";
    // A century is said by its years: as bare ones they would be an extent.
    const years = endMax !== null && precision in YEARS && !(precision === "decade" && startMin > YEAR_1);
    if (!years) return dateText(startMin, precision, setting);
    const [from, to] = [dateText(startMin, "year", setting), lastText(endMax, "year", setting)];
    return fill(phrases.within, { from, to });
  }
  if (kind === "within") {
    if (startMin === null)
      return startMax === null ? "" : fill(phrases.by, { date: lastText(startMax, precision, setting) });
    const from = dateText(startMin, precision, setting);
    if (startMax === null) return fill(phrases.after, { date: from });
    return fill(phrases.within, {
      from,
      to: laterText(startMin, precision, lastOf(startMax, precision), precision, setting),
    });
  }
  const end = endMax ?? endMin;
  if (end !== null) {
    if (startMin !== null) return rangeText(startMin, precision, lastOf(end, endPrecision), endPrecision, setting);
    const phrase = span.startMissing === "open" ? phrases.untilOpen : phrases.startUnknown;
    return fill(phrase, { date: lastText(end, endPrecision, setting) });
  }
  const start = startMin ?? startMax;
  if (start === null) return "";
  const date = startMin === null ? lastText(start, precision, setting) : dateText(start, precision, setting);
  if (span.endMissing === "unknown") return fill(phrases.endUnknown, { date });
  return fill(startMin === null ? phrases.sinceBy : phrases.since, { date });
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
function rangeText(from: number, precision: Precision, to: number, toPrecision: Precision, setting: Setting): string {
  const { locale, width } = setting;
  const a = partsOf(from, precision, setting);
  const b = partsOf(to, toPrecision, setting);
  const one = partsText(a, precision, setting);
  const two = partsText(b, toPrecision, setting);
  if (one === two) return one;
  if (precision === "day" && toPrecision === "day" && a.year === b.year) {
    if (a.month === b.month) {
      // The day's own digits, not those of the year; with the point that some languages set after it.
      const digits = (n: number): string => formatNumber(n, locale);
      const at = [...two.matchAll(/\p{Nd}+(\.?)/gu)].find((m) => m[0] === `${digits(b.day)}${m[1]!}`);
      if (at) return `${two.slice(0, at.index)}${digits(a.day)}${at[1]!}–${two.slice(at.index)}`;
    }
    // The year that both share is said where it stands: with the first date where it goes before, else with the last.
    const bare = locale.dates.day(b.day, b.month - 1, width);
    const shared =
      two !== bare && two.endsWith(bare)
        ? { from: one, to: bare }
        : { from: locale.dates.day(a.day, a.month - 1, width), to: two };
    return fill(locale.words.phrases.range, shared);
  }
  if (precision === "year" && toPrecision === "year" && a.year > 0) return yearsText(one, two);
  return fill(locale.words.phrases.range, { from: one, to: laterText(from, precision, to, toPrecision, setting) });
}

/** The later of two dates: the time of day alone where it is on the same day. */
function laterText(from: number, precision: Precision, to: number, toPrecision: Precision, setting: Setting): string {
  const [a, b] = [partsOf(from, precision, setting), partsOf(to, toPrecision, setting)];
  const sameDay = a.year === b.year && a.month === b.month && a.day === b.day;
  return sameDay && isClock(precision) && isClock(toPrecision)
    ? setting.locale.dates.time(b.hour, b.minute)
    : partsText(b, toPrecision, setting);
}
