import { daysFromCivil, daysInMonth, DAY_MS, type Civil } from "../calendar.js";
import type { Precision, Qualifier } from "../span.js";
import { fromLocal } from "../zone.js";
import { scanTimeOfDay } from "./clock.js";
import type { Cursor } from "./cursor.js";
import type { EdtfContext, EdtfDate } from "./types.js";

/** Years may lie this far from year 0; the universe is 13.8 billion years old. */
export const MAX_YEAR = 14e9;

const QUALIFIERS: Readonly<Record<string, Qualifier>> = { "?": "uncertain", "~": "approximate", "%": "both" };

/** A date, a season or a moment, with the qualifier after it; checked against the calendar. */
export function scanDate(c: Cursor, context: EdtfContext): EdtfDate {
  const date = scanUnqualified(c, context);
  const qualifier = QUALIFIERS[c.peek()];
  if (qualifier === undefined) return date;
  c.position++;
  date.qualifier = qualifier;
  return date;
}

function scanUnqualified(c: Cursor, context: EdtfContext): EdtfDate {
  const { year, unspecified, long } = scanYear(c);
  if (unspecified > 0) return years(year, 10 ** unspecified, UNSPECIFIED[unspecified]!, context);
  // Y says that it is a year alone; what follows does not fit.
  if (long || !c.take("-")) return years(year, 1, "year", context);
  if (c.takeTwo("X")) {
    // "2022-XX-XX" knows no more than "2022".
    if (c.take("-") && !c.takeTwo("X")) c.fail();
    return years(year, 1, "year", context);
  }
  const monthAt = c.position;
  const month = c.twoDigits();
  if (month >= 21 && month <= 24) return season(year, month, context);
  if (month < 1 || month > 12) c.fail("E-DATE-CALENDAR", monthAt);
  if (!c.take("-") || c.takeTwo("X")) return period(firstOf(year, month), firstOf(year, month + 1), "month", context);
  return scanDay(c, year, month, context);
}

function scanDay(c: Cursor, year: number, month: number, context: EdtfContext): EdtfDate {
  const at = c.position;
  const day = c.twoDigits();
  if (day < 1 || day > daysInMonth(year, month)) c.fail("E-DATE-CALENDAR", at);
  const civil = { year, month, day };
  // RFC 3339 allows the space for readability; spreadsheets write it.
  if (c.peek() === "T" || (c.peek() === " " && c.isDigit(1))) {
    c.position++;
    return scanTimeOfDay(c, civil, context);
  }
  return period(civil, { year, month, day: day + 1 }, "day", context);
}

const UNSPECIFIED: readonly Precision[] = ["year", "decade", "century", "millennium"];

interface Year {
  /** The earliest that it may be; astronomical: 0 is 1 BC. */
  readonly year: number;
  /** How many of its last digits are X. */
  readonly unspecified: number;
  /** Written with Y. */
  readonly long: boolean;
}

function scanYear(c: Cursor): Year {
  const at = c.position;
  const long = c.take("Y");
  const negative = c.takeMinus();
  return long ? scanLongYear(c, negative, at) : scanFourDigits(c, negative, at);
}

/** Five digits or more after the Y, the first of them not 0. */
function scanLongYear(c: Cursor, negative: boolean, at: number): Year {
  if (c.peek() === "0") c.fail();
  let year = 0;
  let digits = 0;
  for (; c.isDigit(); digits++) {
    year = year * 10 + c.digit();
    if (year > MAX_YEAR) c.fail("E-DATE-RANGE", at);
  }
  if (digits < 5) c.fail("E-DATE-FORMAT", at);
  return { year: negative ? -year : year, unspecified: 0, long: true };
}

/** Four digits, the last of them X where they are not known: "199X", "1XXX". */
function scanFourDigits(c: Cursor, negative: boolean, at: number): Year {
  let year = c.digit();
  let unspecified = 0;
  for (let n = 1; n < 4; n++) {
    if (c.take("X")) unspecified++;
    else if (unspecified > 0) c.fail();
    year = year * 10 + (unspecified > 0 ? 0 : c.digit());
  }
  if (c.isDigit()) c.fail("E-DATE-NUMBER", at);
  if (!negative) return { year, unspecified, long: false };
  if (year === 0 && unspecified === 0) c.fail("E-DATE-FORMAT", at);
  // Of "-019X" the earliest is the one farthest from year 0.
  return { year: -year - (10 ** unspecified - 1), unspecified, long: false };
}

const firstOf = (year: number, month: number): Civil =>
  month > 12 ? { year: year + 1, month: month - 12, day: 1 } : { year, month, day: 1 };

const years = (year: number, count: number, precision: Precision, context: EdtfContext): EdtfDate =>
  period(firstOf(year, 1), firstOf(year + count, 1), precision, context);

/** Meteorological seasons, three whole months; the year is that of their first. */
function season(year: number, code: number, context: EdtfContext): EdtfDate {
  const quarter = (code - 21 + (context.hemisphere === "south" ? 2 : 0)) % 4;
  const month = 3 + 3 * quarter;
  return period(firstOf(year, month), firstOf(year, month + 3), "season", context);
}

/** From the midnight that begins `from` to the midnight that begins `to`, in the zone. */
function period(from: Civil, to: Civil, precision: Precision, { zone }: EdtfContext): EdtfDate {
  const min = midnight(from, zone);
  const max = midnight(to, zone);
  // West of the date line a day was left out now and then: Samoa had no 30 December 2011.
  return min < max ? { min, max, precision, zone } : { min, max, precision, zone, clock: "gap" };
}

const midnight = ({ year, month, day }: Civil, zone: string): number =>
  zone === "UTC"
    ? daysFromCivil(year, month, day) * DAY_MS
    : fromLocal({ year, month, day, hour: 0, minute: 0, second: 0, ms: 0 }, zone).ms;
