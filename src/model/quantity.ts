import type { Result } from "./problem.js";
import { problem } from "./problems.js";
import { en, de, fr, kk, ru, type QuantityWords } from "./quantity-words.js";
import { asciiDigits } from "./text.js";
import type { Quantity } from "./types.js";

const LANGUAGES: Readonly<Record<string, QuantityWords>> = { en, fr, de, ru, kk };
const MAX = 9007199254740991;
/** What is longer is no quantity, and not looked at. */
const LONGEST = 200;

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
  const said = typeof text === "string" ? text.trim().slice(0, LONGEST) : "";
  const base = language.split("-")[0]!;
  const w = Object.hasOwn(LANGUAGES, base) ? LANGUAGES[base]! : en;
  const whole = asciiDigits(said)
    .toLowerCase()
    .replace(/[\s\u00a0\u202f\u2009]+/g, " ");
  if (whole === "") return { ok: false, problem: problem("E-NUMBER", { value: text ?? "" }) };
  const noun = w.counted.find((n) => whole.endsWith(` ${n}`));
  const plain = noun === undefined ? whole : whole.slice(0, -noun.length - 1);
  const range = rangeOf(plain, w);
  if (range && range[0] > range[1])
    return {
      ok: true,
      value: { said, low: null, best: null, high: null },
      problems: [problem("W-NUMBER-ORDER", { value: said })],
    };
  if (range) return finish(said, range[0], null, range[1]);
  const rules: [readonly string[], (n: number) => Result<Quantity>][] = [
    [[...w.least, "≥", "+"], (n) => finish(said, n, null, null)],
    [[...w.most, "≤"], (n) => finish(said, null, null, n)],
    [[...w.more, ">"], (n) => finish(said, Math.floor(n) + 1, null, null)],
    [[...w.less, "<"], (n) => finish(said, null, null, Math.ceil(n) - 1)],
    [w.nearly, (n) => finish(said, null, null, Math.ceil(n) - 1)],
    [[...w.about, "~", "≈"], (n) => finish(said, null, n, null)],
  ];
  for (const [words, make] of rules) {
    for (const word of words) {
      const rest = around(plain, word);
      if (rest === null) continue;
      const n = w.roughly.get(rest) ?? numberOf(rest, w);
      if (typeof n === "number") return make(n);
    }
  }
  const many = w.many.get(plain);
  if (many !== undefined) return finish(said, policy === "acled" && many > 3 ? many / 2 : many, null, null);
  const rough = w.roughly.get(plain);
  if (rough !== undefined) return finish(said, null, rough, null);
  const n = numberOf(plain, w);
  if (typeof n === "number") return finish(said, n, n, n);
  return { ok: false, problem: problem(n ?? "E-NUMBER", { value: said }) };
}

function finish(said: string, low: number | null, best: number | null, high: number | null): Result<Quantity> {
  if ([low, best, high].some((v) => v !== null && v < 0))
    return { ok: false, problem: problem("E-NUMBER-NEGATIVE", { value: said }) };
  return { ok: true, value: { said, low, best, high } };
}

/** The ending of a case that Kazakh puts between a number in digits and what is said about it: "100-ден астам". */
const CASE = /-\p{L}{2,3}$/u;

/** What is left of the text without a word at its beginning or its end. */
function around(text: string, word: string): string | null {
  if (text.startsWith(word)) return text.slice(word.length).trim();
  if (text.endsWith(word)) return text.slice(0, -word.length).trim().replace(CASE, "");
  return null;
}

function rangeOf(text: string, w: QuantityWords): readonly [number, number] | null {
  const open = w.between.find(([before]) => text.startsWith(`${before} `));
  const inner = open === undefined ? text : text.slice(open[0].length + 1);
  const joints = open === undefined ? ["–", "—", "-", ...w.to.map((t) => ` ${t} `)] : [` ${open[1]} `];
  for (const joint of joints) {
    const i = inner.indexOf(joint, 1);
    // "sixty-two" is one number.
    if (i < 0 || (joint === "-" && !/\d/.test(inner))) continue;
    const a = numberOf(inner.slice(0, i).trim(), w);
    const b = numberOf(inner.slice(i + joint.length).trim(), w);
    if (typeof a === "number" && typeof b === "number") return [a, b];
  }
  return null;
}

type Wrong = "E-NUMBER-NEGATIVE" | "E-NUMBER-RANGE" | "E-NUMBER-AMBIGUOUS";

/** A number in digits or words; the code of what is wrong with one; null for no number at all. */
function numberOf(text: string, w: QuantityWords): number | null | Wrong {
  const known = w.numbers.get(text);
  if (known !== undefined) return known;
  if (text.length > 60) return null;
  return digitsOf(text, w) ?? wordsOf(text, w);
}

/**
 * A number in words, or in digits and words: "two hundred and fifty", "2.5 thousand". Words are added up as long as each
 * is smaller than what may follow the last; factors multiply what stands before them.
 */
function wordsOf(text: string, w: QuantityWords): number | null | Wrong {
  const attached = /^([\d.,' ]*\d)([km])$/.exec(text);
  const words = attached ? [attached[1]!, attached[2]!] : text.replace(/(?<=\p{L})-(?=\p{L})/gu, " ").split(/ (?!\d)/);
  let total = 0;
  let part: number | null = null;
  let room = Infinity;
  let last = 0;
  for (const [i, word] of words.entries()) {
    if (i > 0 && (word === "and" || word === "und" || word === "et")) continue;
    const factor = w.factors.get(word);
    if (factor !== undefined && factor > last && !(part === null && i > 0)) {
      const product: number = (part ?? 1) * factor;
      if (product > MAX) return "E-NUMBER-RANGE";
      if (factor >= 1000) {
        total += product;
        part = null;
        last = 0;
      } else {
        part = product;
        last = factor;
      }
      room = factor;
      continue;
    }
    const n = w.numbers.get(word) ?? (i === 0 ? digitsOf(word, w) : null);
    if (typeof n !== "number") return n;
    if (n >= room) return null;
    part = (part ?? 0) + n;
    room = /\d/.test(word) ? 0 : n >= 100 ? 100 : n >= 20 && n % 10 === 0 ? 10 : 0;
  }
  return total + (part ?? 0);
}

function digitsOf(text: string, w: QuantityWords): number | null | Wrong {
  if (/^[-−]\d/.test(text)) return "E-NUMBER-NEGATIVE";
  if (/^\d{1,3}(?:[ '’]\d{3})+$/.test(text)) return checked(text.replace(/[ '’]/g, ""));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text))
    return w.group === "," ? checked(text.replace(/,/g, "")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text))
    return w.group === "." ? checked(text.replace(/\./g, "").replace(",", ".")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d+(?:\.\d+)?$/.test(text)) return checked(text);
  if (/^\d+,\d+$/.test(text)) return w.group === "," ? "E-NUMBER-AMBIGUOUS" : checked(text.replace(",", "."));
  return /^\d+(?:\.\d+)?e[+-]?\d+$/.test(text) ? "E-NUMBER-RANGE" : null;
}

const checked = (digits: string): number | "E-NUMBER-RANGE" => {
  const n = Number(digits);
  return n > MAX || (Number.isInteger(n) && digits.length > 15 && String(n) !== digits) ? "E-NUMBER-RANGE" : n;
};
