import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { locale as en } from "./en.js";
import type { Counted, Locale } from "./types.js";

export { en };

/** The phrase with its slots filled. A slot without a value stays empty. */
export const fill = (phrase: string, slots: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(slots, name) ? slots[name]! : ""));

/** A whole number as the language writes it. */
export function formatNumber(n: number, { numbers }: Locale): string {
  const plain = String(n);
  const [whole = "", fraction] = plain.split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, numbers.group) : whole;
  const text = fraction === undefined ? grouped : `${grouped}${numbers.decimal}${fraction}`;
  return inDigits(text, numbers.digits);
}

/** ASCII digits as the language's own. */
export const inDigits = (text: string, digits: string): string =>
  digits === "0123456789" ? text : text.replace(/\d/g, (d) => digits[Number(d)]!);

/** "3 events", "62 события". */
export function count(forms: Counted, n: number, locale: Locale): string {
  return fill(forms[locale.plural(n)] ?? forms.other, { n: formatNumber(n, locale) });
}

/** Languages that can be asked for by their code: English, and those the platform's entry point adds. */
const known = new Map<string, Locale>([["en", en]]);

/**
 * Makes languages known by their codes for everything in this module's realm. The entry point for Node adds all it ships;
 * in a browser pass the locale object itself, which needs no call.
 */
export function addLocales(locales: readonly Locale[]): void {
  for (const l of locales) known.set(l.code, l);
}

/** The locale of a code, by its base language where need be; English, and a Problem, for one that is not loaded. */
export function localeFor(wanted: string | Locale): { readonly locale: Locale; readonly problems: readonly Problem[] } {
  if (typeof wanted === "object") return { locale: wanted, problems: [] };
  const found = known.get(wanted) ?? known.get(wanted.split("-")[0] ?? "");
  return found ? { locale: found, problems: [] } : { locale: en, problems: [problem("W-LOCALE", { value: wanted })] };
}
