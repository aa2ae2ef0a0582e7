import type { Result } from "./problem.js";
import { problem } from "./problems.js";
import { en, de, fr, kk, ru, type QuantityWords } from "./quantity-words.js";
import type { Quantity } from "./types.js";

const LANGUAGES: Readonly<Record<string, QuantityWords>> = { en, fr, de, ru, kk };
const MAX = 9007199254740991;

export interface QuantityOptions {
  /** Default "en". */
  readonly language?: string | undefined;
  /** What "dozens" and the like mean at least: two of them (default), or one, as ACLED codes it. */
  readonly policy?: "two" | "acled" | undefined;
}

/**
 * Reads how much a source says: "62", "10–12", "more than 2,000", "nearly 400", "dozens". `said` keeps the words; the
 * numbers are bounds for scales and checks, null where the words give none.
 *
 * @example
 * parseQuantity("more than 2,000") // { said: "more than 2,000", low: 2001, best: null, high: null }
 */
export function parseQuantity(
  text: string,
  { language = "en", policy = "two" }: QuantityOptions = {},
): Result<Quantity> {
  const said = typeof text === "string" ? text.trim().slice(0, 200) : "";
  const base = language.split("-")[0]!;
  const w = Object.hasOwn(LANGUAGES, base) ? LANGUAGES[base]! : en;
  const plain = said.toLowerCase().replace(/[\s\u00a0\u202f\u2009]+/g, " ");
  if (plain === "") return { ok: false, problem: problem("E-NUMBER", { value: text ?? "" }) };
  const range = rangeOf(plain, w);
  if (range && range[0] > range[1])
    return {
      ok: true,
      value: { said, low: null, best: null, high: null },
      problems: [problem("W-NUMBER-ORDER", { value: said })],
    };
  if (range) return finish(said, range[0], null, range[1]);
  const rules: [readonly string[], (n: number) => Result<Quantity>][] = [
    [w.least, (n) => finish(said, n, null, null)],
    [w.most, (n) => finish(said, null, null, n)],
    [w.more, (n) => finish(said, n + 1, null, null)],
    [w.less, (n) => finish(said, null, null, n - 1)],
    [w.nearly, (n) => finish(said, null, null, n - 1)],
    [w.about, (n) => finish(said, null, n, null)],
  ];
  for (const [words, make] of rules) {
    for (const word of words) {
      const rest = around(plain, word);
      if (rest === null) continue;
      const n = numberOf(rest, w);
      if (typeof n === "number") return make(n);
    }
  }
  const n = numberOf(plain, w);
  if (typeof n === "number") return finish(said, n, n, n);
  if (n !== null) return { ok: false, problem: problem(n, { value: said }) };
  const many = Object.hasOwn(w.many, plain) ? w.many[plain] : undefined;
  if (many !== undefined) return finish(said, policy === "acled" && many > 3 ? many / 2 : many, null, null);
  return { ok: false, problem: problem("E-NUMBER", { value: said }) };
}

function finish(said: string, low: number | null, best: number | null, high: number | null): Result<Quantity> {
  if ([low, best, high].some((v) => v !== null && v < 0))
    return { ok: false, problem: problem("E-NUMBER-NEGATIVE", { value: said }) };
  return { ok: true, value: { said, low, best, high } };
}

/** What is left of the text without a word at its beginning or its end. */
function around(text: string, word: string): string | null {
  if (text.startsWith(word)) return text.slice(word.length).trim();
  if (text.endsWith(word)) return text.slice(0, -word.length).trim();
  return null;
}

function rangeOf(text: string, w: QuantityWords): readonly [number, number] | null {
  const [open, and] = w.between;
  const inner = open !== "" && text.startsWith(`${open} `) ? text.slice(open.length + 1) : text;
  const joints = inner === text ? ["–", "—", "-", ...w.to.map((t) => ` ${t} `)] : [` ${and} `];
  for (const joint of joints) {
    const i = inner.indexOf(joint, 1);
    if (i < 0) continue;
    const a = numberOf(inner.slice(0, i).trim(), w);
    const b = numberOf(inner.slice(i + joint.length).trim(), w);
    if (typeof a === "number" && typeof b === "number") return [a, b];
  }
  return null;
}

/** A number in digits or words; the code of what is wrong with one; null for no number at all. */
function numberOf(
  text: string,
  w: QuantityWords,
): number | null | "E-NUMBER-NEGATIVE" | "E-NUMBER-RANGE" | "E-NUMBER-AMBIGUOUS" {
  if (Object.hasOwn(w.numbers, text)) return w.numbers[text]!;
  for (const [words, factor] of [
    [w.million, 1e6],
    [w.thousand, 1e3],
  ] as const) {
    for (const word of words) {
      if (!text.endsWith(word) || text.length === word.length) continue;
      const n = numberOf(text.slice(0, -word.length).trim(), w);
      if (typeof n === "number") return n * factor > MAX ? "E-NUMBER-RANGE" : n * factor;
      if (n !== null) return n;
    }
  }
  if (text.length > 40) return null;
  if (/^[-−]\d/.test(text)) return "E-NUMBER-NEGATIVE";
  if (/^\d{1,3}(?:[ ']\d{3})+$/.test(text)) return checked(text.replace(/[ ']/g, ""));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text))
    return w.group === "," ? checked(text.replace(/,/g, "")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text))
    return w.group === "." ? checked(text.replace(/\./g, "").replace(",", ".")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d+(?:\.\d+)?$/.test(text)) return checked(text);
  if (/^\d+,\d+$/.test(text)) return w.group === "," ? "E-NUMBER-AMBIGUOUS" : checked(text.replace(",", "."));
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/.test(text)) return "E-NUMBER-RANGE";
  return null;
}

const checked = (digits: string): number | "E-NUMBER-RANGE" => {
  const n = Number(digits);
  return n > MAX || (Number.isInteger(n) && digits.length > 15 && String(n) !== digits) ? "E-NUMBER-RANGE" : n;
};
