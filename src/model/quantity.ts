import type { Result } from "./problem.js";
import { problem } from "./problems.js";
import type { Quantity } from "./types.js";

/** How a language says how much. Words are compared in lower case. */
interface QuantityWords {
  /** Numbers in words. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Collective words and the least each can mean ("dozens": at least two dozen). */
  readonly many: Readonly<Record<string, number>>;
  /** Before or after a number: what it says about it. */
  readonly more: readonly string[];
  readonly least: readonly string[];
  readonly less: readonly string[];
  readonly nearly: readonly string[];
  readonly most: readonly string[];
  readonly about: readonly string[];
  readonly to: readonly string[];
  readonly between: readonly [string, string];
  readonly thousand: readonly string[];
  readonly million: readonly string[];
  /** Character that groups thousands beside spaces. */
  readonly group: "," | "." | "";
}

const en: QuantityWords = {
  numbers: { no: 0, none: 0, zero: 0, one: 1, a: 1, an: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, "a dozen": 12, "a hundred": 100, "a thousand": 1000 },
  many: { "a few": 3, several: 3, some: 2, "a few dozen": 24, "several dozen": 24, dozens: 24, scores: 40, "a few hundred": 200, "several hundred": 200, hundreds: 200, "a few thousand": 2000, "several thousand": 2000, thousands: 2000, "tens of thousands": 20000, "hundreds of thousands": 200000, millions: 2000000 },
  more: ["more than", "over", "above", "upwards of"],
  least: ["at least", "no fewer than", "no less than", "minimum"],
  less: ["fewer than", "less than", "under", "below"],
  nearly: ["nearly", "almost", "just under", "close to"],
  most: ["up to", "at most", "as many as", "no more than"],
  about: ["about", "around", "approximately", "roughly", "some", "circa", "c.", "~", "an estimated"],
  to: ["to", "and"],
  between: ["between", "and"],
  thousand: ["thousand", "k"],
  million: ["million", "m"],
  group: ",",
};

const fr: QuantityWords = {
  numbers: { aucun: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, "une douzaine": 12, "une centaine": 100, "un millier": 1000 },
  many: { quelques: 3, plusieurs: 3, "des dizaines": 20, "plusieurs dizaines": 20, "des centaines": 200, "plusieurs centaines": 200, "quelques centaines": 200, "des milliers": 2000, "plusieurs milliers": 2000, "des dizaines de milliers": 20000 },
  more: ["plus de", "plus d'", "plus d’"],
  least: ["au moins", "au minimum"],
  less: ["moins de", "moins d'", "moins d’"],
  nearly: ["près de", "presque"],
  most: ["jusqu'à", "jusqu’à", "au plus"],
  about: ["environ", "quelque", "autour de", "à peu près"],
  to: ["à", "et"],
  between: ["entre", "et"],
  thousand: ["mille", "milliers"],
  million: ["million", "millions"],
  group: "",
};

const de: QuantityWords = {
  numbers: { kein: 0, keine: 0, ein: 1, eine: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, "ein dutzend": 12 },
  many: { einige: 3, mehrere: 3, dutzende: 24, "mehrere dutzend": 24, hunderte: 200, "mehrere hundert": 200, "einige hundert": 200, tausende: 2000, "mehrere tausend": 2000, zehntausende: 20000 },
  more: ["mehr als", "über"],
  least: ["mindestens", "wenigstens"],
  less: ["weniger als", "unter"],
  nearly: ["fast", "beinahe", "knapp"],
  most: ["bis zu", "höchstens"],
  about: ["etwa", "rund", "ungefähr", "circa", "ca."],
  to: ["bis"],
  between: ["zwischen", "und"],
  thousand: ["tausend"],
  million: ["million", "millionen"],
  group: ".",
};

const ru: QuantityWords = {
  numbers: { ноль: 0, один: 1, одна: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9, десять: 10, одиннадцать: 11, двенадцать: 12, дюжина: 12, сотня: 100 },
  many: { несколько: 3, десятки: 20, "несколько десятков": 20, сотни: 200, "несколько сотен": 200, тысячи: 2000, "несколько тысяч": 2000, "десятки тысяч": 20000, "сотни тысяч": 200000 },
  more: ["более", "больше", "свыше"],
  least: ["не менее", "по меньшей мере", "как минимум", "минимум"],
  less: ["менее", "меньше"],
  nearly: ["почти", "без малого"],
  most: ["до", "не более"],
  about: ["около", "примерно", "приблизительно", "порядка"],
  to: ["до", "—"],
  between: ["от", "до"],
  thousand: ["тысяча", "тысячи", "тысяч", "тыс.", "тыс"],
  million: ["миллион", "миллиона", "миллионов", "млн"],
  group: "",
};

const kk: QuantityWords = {
  numbers: { бір: 1, екі: 2, үш: 3, төрт: 4, бес: 5, алты: 6, жеті: 7, сегіз: 8, тоғыз: 9, он: 10, жүз: 100, мың: 1000 },
  many: { бірнеше: 3, ондаған: 20, "бірнеше ондаған": 20, жүздеген: 200, "бірнеше жүз": 200, мыңдаған: 2000, "бірнеше мың": 2000, "ондаған мың": 20000 },
  more: ["астам", "нан астам", "нен астам", "дан астам", "ден астам", "тан астам", "тен астам", "көп"],
  least: ["кемінде", "кем дегенде"],
  less: ["аз", "кем"],
  nearly: ["дерлік", "жуық"],
  most: ["дейін"],
  about: ["шамамен", "шамалы"],
  to: ["-", "пен"],
  between: ["", ""],
  thousand: ["мың", "мыңнан", "мыңға"],
  million: ["миллион", "млн"],
  group: "",
};

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
export function parseQuantity(text: string, { language = "en", policy = "two" }: QuantityOptions = {}): Result<Quantity> {
  const said = typeof text === "string" ? text.trim().slice(0, 200) : "";
  const w = LANGUAGES[language.split("-")[0] ?? "en"] ?? en;
  const plain = said.toLowerCase().replace(/[\s\u00a0\u202f\u2009]+/g, " ");
  if (plain === "") return { ok: false, problem: problem("E-NUMBER", { value: text ?? "" }) };
  const range = rangeOf(plain, w);
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
  if ([low, best, high].some((v) => v !== null && v < 0)) return { ok: false, problem: problem("E-NUMBER-NEGATIVE", { value: said }) };
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
    if (typeof a === "number" && typeof b === "number" && a <= b) return [a, b];
  }
  return null;
}

/** A number in digits or words; the code of what is wrong with one; null for no number at all. */
function numberOf(text: string, w: QuantityWords): number | null | "E-NUMBER-NEGATIVE" | "E-NUMBER-RANGE" | "E-NUMBER-AMBIGUOUS" {
  if (Object.hasOwn(w.numbers, text)) return w.numbers[text]!;
  for (const [words, factor] of [[w.million, 1e6], [w.thousand, 1e3]] as const) {
    for (const word of words) {
      if (!text.endsWith(word) || text.length === word.length) continue;
      const n = numberOf(text.slice(0, -word.length).trim(), w);
      if (typeof n === "number") return n * factor;
    }
  }
  if (text.length > 40) return null;
  if (/^[-−]\d/.test(text)) return "E-NUMBER-NEGATIVE";
  if (/^\d{1,3}(?:[ ']\d{3})+$/.test(text)) return checked(text.replace(/[ ']/g, ""));
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return w.group === "," ? checked(text.replace(/,/g, "")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return w.group === "." ? checked(text.replace(/\./g, "").replace(",", ".")) : "E-NUMBER-AMBIGUOUS";
  if (/^\d+(?:\.\d+)?$/.test(text)) return checked(text);
  if (/^\d+,\d+$/.test(text)) return w.group === "," ? "E-NUMBER-AMBIGUOUS" : checked(text.replace(",", "."));
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/.test(text)) return "E-NUMBER-RANGE";
  return null;
}

const checked = (digits: string): number | "E-NUMBER-RANGE" => {
  const n = Number(digits);
  return n > MAX || (Number.isInteger(n) && digits.length > 15 && String(n) !== digits) ? "E-NUMBER-RANGE" : n;
};
