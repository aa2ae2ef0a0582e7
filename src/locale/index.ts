import { available } from "#locales";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { locale as en } from "./en.js";
import type { Locale } from "./types.js";

export { count, fill, formatNumber, inDigits } from "./phrases.js";
export { en };

/**
 * The locale of a code, by its base language where need be. In Node every language we have goes by its code; in a browser
 * only English is inside, others are imported and passed as objects. Otherwise English, and a Problem.
 */
export function localeFor(wanted: string | Locale): { readonly locale: Locale; readonly problems: readonly Problem[] } {
  if (typeof wanted === "object" && "words" in wanted) return { locale: wanted, problems: [] };
  // Codes are the same in capitals, and systems write ru_RU.UTF-8.
  const code = typeof wanted === "object" ? "" : wanted.toLowerCase();
  const found = available.find((l) => l.code === code) ?? available.find((l) => l.code === code.split(/[-_]/)[0]);
  return found ? { locale: found, problems: [] } : { locale: en, problems: [problem("W-LOCALE", { value: wanted })] };
}
