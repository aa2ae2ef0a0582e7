import { hoursAndMinutes, serialDate, type DateSystem } from "../read/serial.js";
import type { CellText } from "./grid.js";
import { problem } from "./problems.js";

/** A number with the 15 digits that spreadsheets keep: 0.3, not 0.30000000000000004. */
export const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** What a number with a date's format says: a date, a date-time, or a time of day alone. */
export function dateText(serial: number, system: DateSystem): CellText {
  if (serial >= 0 && serial < 1) return { text: hoursAndMinutes(Math.round(serial * 86400)) };
  const text = serialDate(serial, system);
  if (text === null) return { text: numberText(serial) };
  // Excel counts a 29 February 1900, LibreOffice does not: until then the same number is another day.
  return system === "1900" && serial < 61 ? { text, problem: problem("W-DATE-1900", { value: text }) } : { text };
}

/** An ISO date of a file as we write it: no midnight, no seconds that are 0, no fractions. */
export const isoText = (iso: string): string =>
  iso
    .trim()
    .replace(/\.\d+/, "")
    .replace(/T(\d\d:\d\d):00(?!\d)/, "T$1")
    .replace(/T00:00$/, "");

/** A duration of ISO 8601 ("PT18H50M00S") as hours and minutes; itself when it is none. */
export function durationText(iso: string): string {
  const m = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(iso.trim());
  return m ? hoursAndMinutes(Number(m[1] ?? 0) * 3600 + Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0)) : iso;
}

export const booleanText = (value: boolean): string => (value ? "TRUE" : "FALSE");

export const errorText = (shown: string): CellText => ({
  text: "",
  problem: problem("E-CELL-ERROR", {
    message: `The spreadsheet shows ${shown} here; the cell was left out`,
    value: shown,
  }),
});

export const uncalculated = (formula: string): CellText => ({
  text: "",
  problem: problem("E-CELL-FORMULA", { value: `=${formula.replace(/^(?:of:|oooc:|msoxl:)?=/, "")}` }),
});
