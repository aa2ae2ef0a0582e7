import type { Counted, Locale } from "./types.js";

/** The phrase with its slots filled. A slot without a value stays empty. */
export function fill(phrase: string, slots: Readonly<Record<string, string>>): string {
  const pieces = piecesOf(phrase);
  let out = pieces[0]!;
  for (let i = 1; i < pieces.length; i += 2) {
    // What an object inherits is no value of a slot; none of that is text.
    const value: unknown = slots[pieces[i]!];
    out += typeof value === "string" ? value + pieces[i + 1]! : pieces[i + 1]!;
  }
  return out;
}

/** A language has a hundred phrases, filled again and again; callers may bring their own. */
const MOST_PHRASES = 1000;
const parsed = new Map<string, readonly string[]>();

/** Text and the names of slots in turn, text first and last. */
function piecesOf(phrase: string): readonly string[] {
  let pieces = parsed.get(phrase);
  if (pieces === undefined) {
    if (parsed.size >= MOST_PHRASES) parsed.clear();
    parsed.set(phrase, (pieces = cutUp(phrase)));
  }
  return pieces;
}

function cutUp(phrase: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (let open = phrase.indexOf("{"); open >= 0; open = phrase.indexOf("{", at)) {
    const close = phrase.indexOf("}", open);
    if (close < 0) break;
    pieces.push(phrase.slice(at, open), phrase.slice(open + 1, close));
    at = close + 1;
  }
  pieces.push(phrase.slice(at));
  return pieces;
}

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
