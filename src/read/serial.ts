import { civilFromDays, daysFromCivil } from "../model/calendar.js";

/** The day from which a spreadsheet counts: "1904" in workbooks of old Macs, "1900" in all others. */
export type DateSystem = "1900" | "1904";

/** 31 December 9999, the last day that spreadsheets know. */
const LAST = { "1900": 2958465, "1904": 2957003 } as const;

/**
 * A spreadsheet's day number (days, and parts of a day, of wall time) as a date, with the time of day where there is one,
 * to the second. The 1900 system counts a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1): day 60 stays that
 * date, for the calendar to refuse. Null for a number that is no day.
 *
 * @example
 * serialDate(44567.75) // "2022-01-06T18:00"
 */
export function serialDate(serial: number, system: DateSystem = "1900"): string | null {
  const seconds = Math.round(serial * 86400);
  const day = Math.floor(seconds / 86400);
  if (!(serial >= (system === "1900" ? 1 : 0)) || day > LAST[system]) return null;
  return dateOf(day, system) + clockOf(seconds - day * 86400);
}

function dateOf(day: number, system: DateSystem): string {
  if (system === "1900" && day === 60) return "1900-02-29";
  const epoch = system === "1904" ? daysFromCivil(1904, 1, 1) : daysFromCivil(1899, 12, day > 60 ? 30 : 31);
  const { year, month, day: date } = civilFromDays(epoch + day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** Seconds of a day as THH:MM, with the seconds where there are some; nothing for midnight, where a date has no time. */
const clockOf = (seconds: number): string => (seconds === 0 ? "" : `T${hoursAndMinutes(seconds)}`);

/** Seconds as HH:MM or HH:MM:SS; more than 24 hours are not folded into days. */
export function hoursAndMinutes(seconds: number): string {
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** Days that a news story may be about: 1954 to 2119. Outside of them a number is too likely something else. */
const isPlausible = (cell: string): boolean => {
  const n = Number(cell.replace(",", "."));
  return /^\d{5}(?:[.,]\d+)?$/.test(cell) && n >= 20000 && n <= 80000;
};

/** What is known of a column seen cell by cell. */
export interface SerialClues {
  /** The first cell that is not blank. */
  first: string;
  /** Cells that are not blank. */
  filled: number;
  /** Whether all of them may be day numbers. */
  plausible: boolean;
}

export const noSerials = (): SerialClues => ({ first: "", filled: 0, plausible: true });

export function addSerial(clues: SerialClues, cell: string): void {
  if (cell === "") return;
  if (clues.filled === 0) clues.first = cell;
  clues.filled++;
  if (clues.plausible) clues.plausible = isPlausible(cell);
}

/**
 * Which of a table's date columns hold day numbers and nothing else. One number alone, in all of them together, is not
 * enough to tell.
 */
export function serialColumns<K>(columns: ReadonlyMap<K, SerialClues>): ReadonlySet<K> {
  const serial = [...columns].filter(([, { filled, plausible }]) => filled > 0 && plausible);
  const count = serial.reduce((n, [, { filled }]) => n + filled, 0);
  return new Set(count > 1 ? serial.map(([key]) => key) : []);
}

/** A cell of such a column as a date. */
export const dateOfCell = (cell: string, system: DateSystem | undefined): string =>
  serialDate(Number(cell.trim().replace(",", ".")), system) ?? cell;
