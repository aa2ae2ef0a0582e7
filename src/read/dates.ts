import { clockText } from "./clock.js";
import { monthOf, splitWeekday } from "./date-words.js";
import { tidied } from "./tidy.js";

export type DateOrder = "dmy" | "mdy" | "ymd";

const two = (n: number): string => String(n).padStart(2, "0");

const ISO = /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:]+)?)?$/;
/** Longer text is no date, and is not looked at. */
const LONGEST = 64;

/** A date in words or in numbers, as EDTF. */
export interface SpelledDate {
  readonly edtf: string;
  /** The day of the week that stands before it; 0 is Sunday. */
  readonly weekday?: number;
}
/** Numbers whose order only their column can tell: the date by each order, null for one that cannot be. */
export interface AmbiguousDate {
  readonly ambiguous: true;
  readonly dmy: string | null;
  readonly mdy: string | null;
  /** Written with points, where the day comes first elsewhere; it says nothing about dates without. */
  readonly pointed: boolean;
}
export type Spelling = SpelledDate | AmbiguousDate | null;

/**
 * A common spelling of a date as EDTF: "6 January 2022", "Jan. 6, 2022, 1:50 p.m.", "06.01.2022", "2022/01/06",
 * "Thu, 6 Jan 2022 13:50:00 +0600" (RFC 5322), "44 BC". Null for what is none; `ambiguous` for numbers whose order only
 * the column can tell.
 *
 * @param pointed the order of dates with points, where that of others was inferred from their column: with points the
 *   day comes first, wherever dates are written so
 */
export function spelledDate(text: string, order: DateOrder | null, pointed: DateOrder | null = order): Spelling {
  // Most dates are written as they should be.
  if (ISO.test(text) || text.length > LONGEST) return null;
  const t = text.trim().replace(/[\s\u00a0]+/g, " ");
  const spelled = inNumbers(t, order, pointed) ?? inWords(t);
  if (spelled !== null || !/^\p{L}/u.test(t)) return spelled;
  const split = splitWeekday(t);
  if (split === null) return null;
  const date = ISO.test(split.rest)
    ? { edtf: split.rest }
    : (inNumbers(split.rest, order, pointed) ?? inWords(split.rest));
  return date === null || "ambiguous" in date || !/-\d\d-\d\d/.test(date.edtf)
    ? date
    : { ...date, weekday: split.weekday };
}

function inNumbers(t: string, order: DateOrder | null, pointed: DateOrder | null): Spelling {
  let m = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?:,?\s+(.+))?$/.exec(t);
  if (m) return made(Number(m[1]), Number(m[3]), Number(m[4]), m[5]);
  m = /^(\d{4}-\d{2}-\d{2}),?\s+(.+)$/.exec(t);
  if (m) {
    const clock = clockText(m[2]!);
    return clock === null ? null : { edtf: m[1]! + clock };
  }
  m = /^(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?$/.exec(t);
  if (m) {
    const date = made(Number(m[1]), Number(m[2]), Number(m[3] ?? 1), undefined);
    return date === null || m[3] !== undefined ? date : { edtf: date.edtf.slice(0, 7) };
  }
  m = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s+(.+))?$/.exec(t);
  if (!m) return null;
  const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
  const dmy = a < 1 || a > 31 ? null : made(year, b, a, m[5]);
  const mdy = b < 1 || b > 31 ? null : made(year, a, b, m[5]);
  const stated = m[2] === "." ? (pointed ?? (dmy === null ? null : "dmy")) : order;
  if (stated === "dmy" || stated === "mdy") return stated === "dmy" ? dmy : mdy;
  if (dmy === null && mdy === null) return null;
  return { ambiguous: true, dmy: dmy?.edtf ?? null, mdy: mdy?.edtf ?? null, pointed: m[2] === "." };
}

function inWords(t: string): SpelledDate | null {
  // 6 January 2022; 6. Januar 2022; 6 января 2022 г.
  let m =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([\p{L}.]{3,12})\s+(\d{4})(?:\s*(?:г\.|года|ж\.))?(?:,?\s+(.+))?$/u.exec(
      t,
    );
  if (m) {
    const month = monthOf(m[2]!);
    return month === null ? null : made(Number(m[3]), month, Number(m[1]), m[4]);
  }
  // January 6, 2022, 1:50 p.m.
  m = /^([\p{L}.]{3,12})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.+))?$/u.exec(t);
  if (m) {
    const month = monthOf(m[1]!);
    return month === null ? null : made(Number(m[3]), month, Number(m[2]), m[4]);
  }
  // January 2022
  m = /^([\p{L}.]{3,12})\s+(\d{4})(?:\s*(?:г\.|года|ж\.))?$/u.exec(t);
  if (m) {
    const month = monthOf(m[1]!);
    return month === null ? null : { edtf: `${m[2]!}-${two(month)}` };
  }
  // 44 BC, 79 AD; the year before 1 is that before our era.
  m = /^(\d{1,9})\s?(BCE?|B\.C\.(?:E\.)?|av\. J\.-C\.|v\. ?Chr\.|до н\. ?э\.|б\. ?з\. ?д\.)$/iu.exec(t);
  if (m && Number(m[1]) > 0) return { edtf: yearText(1 - Number(m[1])) };
  m = /^(?:AD\s?(\d{1,4})|(\d{1,4})\s?(?:AD|CE|A\.D\.|C\.E\.|apr\. J\.-C\.|n\. ?Chr\.|н\. ?э\.))$/iu.exec(t);
  return m ? { edtf: yearText(Number(m[1] ?? m[2])) } : null;
}

function made(year: number, month: number, day: number, time: string | undefined): SpelledDate | null {
  // A day that does not exist stays in the text, for the calendar to refuse by name.
  const clock = clockText(time ?? "");
  if (clock === null || month < 1 || month > 12) return null;
  return { edtf: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${clock}` };
}

/** A year as EDTF: four digits, longer ones after a Y. */
export function yearText(year: number): string {
  const sign = year < 0 ? "-" : "";
  const digits = String(Math.abs(year));
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits.padStart(4, "0");
}

/** A number in a column of years as one; anything else as it is. */
export const asYear = (text: string): string =>
  /^[-\u2212]?\d{1,11}$/.test(text) ? yearText(Number(text.replace("\u2212", "-"))) : text;

/**
 * The cells of a date that stands in several columns as one: year, month (a number or a name), day and time of day, as far
 * as they are filled in; a date and its time of day; anything else with blanks between.
 */
export function joinedDate(cells: readonly string[]): string {
  const [year = "", month = "", day = "", ...rest] = cells;
  const plain = cells.filter((c) => c !== "").join(" ");
  if (!/^[-\u2212]?\d+$/.test(year) || plain === year) return asYear(plain);
  const m = /^\d{1,2}$/.test(month) ? Number(month) : monthOf(month);
  if (m === null || m < 1 || m > 12) return plain;
  const begun = `${asYear(year)}-${two(m)}`;
  if (day === "") return rest.every((c) => c === "") ? begun : plain;
  if (!/^\d{1,2}$/.test(day)) return plain;
  const clock = clockText(rest.filter((c) => c !== "").join(" "));
  return clock === null ? plain : `${begun}-${two(Number(day))}${clock}`;
}

/** What the dates of a column, seen one after the other, leave possible. */
export interface OrderClues {
  dmy: boolean;
  mdy: boolean;
  seen: number;
}

export const noClues = (): OrderClues => ({ dmy: true, mdy: true, seen: 0 });

/** Adds what one cell says about the order of its column. */
export function addClue(clues: OrderClues, cell: string): void {
  const isOdd = !ISO.test(cell) && cell.length <= 2 * LONGEST;
  const s = spelledDate(cell, null) ?? (isOdd ? spelledDate(tidied(cell), null) : null);
  if (s === null || !("ambiguous" in s) || s.pointed) return;
  clues.seen++;
  if (s.dmy === null) clues.dmy = false;
  if (s.mdy === null) clues.mdy = false;
}

/** The order that a whole column leaves possible; null when it leaves both, or none. */
export const orderOf = ({ dmy, mdy, seen }: OrderClues): "dmy" | "mdy" | null =>
  seen > 0 && dmy !== mdy ? (dmy ? "dmy" : "mdy") : null;
