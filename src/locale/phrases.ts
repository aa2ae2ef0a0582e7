import type { Counted, Locale } from "./types.js";

/** The phrase with its slots filled. A slot without a value stays empty. */
export function fill(phrase: string, slots: Readonly<Record<string, string>>): string {
  let out = "";
  let at = 0;
  for (let open = phrase.indexOf("{"); open >= 0; open = phrase.indexOf("{", at)) {
    const close = phrase.indexOf("}", open);
    if (close < 0) break;
    // What an object inherits is no value of a slot; none of that is text.
    const value: unknown = slots[phrase.slice(open + 1, close)];
    out += phrase.slice(at, open) + (typeof value === "string" ? value : "");
    at = close + 1;
  }
  return at === 0 ? phrase : out + phrase.slice(at);
}

/** The text with its first letter large: the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number as the language writes it; thousands are grouped from five digits on, in some languages from four. */
export function formatNumber(n: number, { numbers }: Locale): string {
  const [whole = "", fraction] = String(n).split(".");
  const grouped = whole.length >= (numbers.least ?? 5) ? whole.replace(/\B(?=(?:\d{3})+$)/g, numbers.group) : whole;
  return inDigits(fraction === undefined ? grouped : `${grouped}${numbers.decimal}${fraction}`, numbers.digits);
}

/** ASCII digits as the language's own. */
export const inDigits = (text: string, digits: string): string =>
  digits === "0123456789" ? text : text.replace(/\d/g, (d) => digits[Number(d)]!);

/** "3 events", "62 события". */
export function count(forms: Counted, n: number, locale: Locale): string {
  return fill(forms[locale.plural(n)] ?? forms.other, { n: formatNumber(n, locale) });
}

/** Sentences one after the other; the last one without its stop. */
export const inSentences = (sentences: readonly string[], { stop = ". " }: Locale): string =>
  sentences.filter((s) => s !== "").join(stop);

/** What ends the last sentence of a text. */
export const lastStop = ({ stop = ". " }: Locale): string => stop.trimEnd();
