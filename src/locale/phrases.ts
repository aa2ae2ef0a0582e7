import type { Counted, Locale } from "./types.js";

/** The phrase with its slots filled. A slot without a value stays empty. */
export const fill = (phrase: string, slots: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(slots, name) ? slots[name]! : ""));

/** A number as the language writes it; thousands are grouped from five digits on. */
export function formatNumber(n: number, { numbers }: Locale): string {
  const [whole = "", fraction] = String(n).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, numbers.group) : whole;
  return inDigits(fraction === undefined ? grouped : `${grouped}${numbers.decimal}${fraction}`, numbers.digits);
}

/** ASCII digits as the language's own. */
export const inDigits = (text: string, digits: string): string =>
  digits === "0123456789" ? text : text.replace(/\d/g, (d) => digits[Number(d)]!);

/** "3 events", "62 события". */
export function count(forms: Counted, n: number, locale: Locale): string {
  return fill(forms[locale.plural(n)] ?? forms.other, { n: formatNumber(n, locale) });
}
