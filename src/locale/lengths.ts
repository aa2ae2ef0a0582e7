import { count } from "./phrases.js";
import type { Locale } from "./types.js";

/** Units in which lengths of time are told. */
export type LengthUnit = "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "years";

const DAY = 864e5;
export const UNIT_MS: Readonly<Record<LengthUnit, number>> = {
  seconds: 1e3,
  minutes: 6e4,
  hours: 36e5,
  days: DAY,
  weeks: 7 * DAY,
  months: (365.2425 / 12) * DAY,
  years: 365.2425 * DAY,
};

/** The least number of a unit that is told in it: below, rounding would take too much of the truth. */
const LEAST: readonly (readonly [LengthUnit, number])[] = [
  ["years", 3],
  ["months", 3],
  ["weeks", 4],
  ["days", 3],
  ["hours", 3],
  ["minutes", 3],
];

/** The unit in which a length (ms) is told, and how many of it, rounded. */
export function roundLength(ms: number): { readonly unit: LengthUnit; readonly n: number } {
  for (const [unit, least] of LEAST)
    if (ms >= UNIT_MS[unit] * least) return { unit, n: Math.round(ms / UNIT_MS[unit]) };
  return { unit: "seconds", n: Math.round(ms / 1e3) };
}

/**
 * A length of time in words: "4 months", "10 years".
 *
 * @example
 * lengthText(10 * 365.25 * 864e5, en) // "10 years"
 */
export function lengthText(ms: number, locale: Locale): string {
  const { unit, n } = roundLength(ms);
  if (unit !== "years" || n < 1e6) return count(locale.words.counted[unit], n, locale);
  // Billions of years as the axis has them: in millions no digit is invented.
  return count(locale.words.counted.years, Number(n.toPrecision(2)), locale);
}
