import { ADVANCES, ARABIC, ARABIC_RANGES, RANGES } from "./text-advances.js";

/** Width of one line of text in the units of `size`. Pure: the same everywhere, never the DOM. */
export type TextMeasurer = (text: string, font: Font) => number;
export interface Font {
  /** CSS font-family list. */
  readonly family: string;
  /** 400 or 700. */
  readonly weight: number;
  readonly size: number;
}

/** Families the tables hold for within 2 %, without regard to case. */
const KNOWN = [
  "noto sans",
  "roboto",
  "inter",
  "helvetica neue",
  "helvetica",
  "arial",
  "liberation sans",
  "open sans",
  "segoe ui",
  "noto sans arabic",
];
const MARGIN = 1.005;
const MARGIN_UNKNOWN = 1.08;

/**
 * Width by tables of advances: Latin, Cyrillic with Kazakh, Greek, punctuation; Arabic letters by joining form; wide
 * characters one em; combining marks nothing. Each advance is the widest of the common faces, so that it errs on the
 * wide side: labels laid out with it do not meet in Noto Sans, Roboto, Inter, Arial, Helvetica or Liberation Sans.
 *
 * @example
 * textWidth("Шу", { family: "Noto Sans", weight: 400, size: 12 })
 */
export const textWidth: TextMeasurer = (text, { family, weight, size }) => {
  const table = weight >= 600 ? (bold ??= unpack(1)) : (regular ??= unpack(0));
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x250) sum += table[code]!;
    else if (code >= 0x370 && code < 0x530) sum += table[code]! || 800;
    else if (code >= 0xd800 && code <= 0xdbff) {
      i++;
      sum += 1300;
    } else sum += wide(code, text, i, table, weight);
  }
  return (sum / 1000) * size * ((family === lastFamily ? lastKnown : known(family)) ? MARGIN : MARGIN_UNKNOWN);
};

let lastFamily = "";
let lastKnown = false;
function known(family: string): boolean {
  lastFamily = family;
  const first = family
    .split(",")[0]!
    .trim()
    .replace(/^["']|["']$/g, "")
    .toLowerCase();
  return (lastKnown = KNOWN.includes(first));
}

function wide(code: number, text: string, i: number, table: Uint16Array, weight: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0x600 && code <= 0x6ff) return arabic(code, text, i) * (weight >= 600 ? 1.13 : 1);
  // Zero-width: joiners, direction marks, variation selectors.
  if (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  )
    return 0;
  if (code === 0x202f || code === 0x2009) return 250;
  if (code >= 0xe00 && code <= 0x17ff) {
    if (STACKED.test(text[i]!)) return 0;
    if (code >= 0x1780) return text.charCodeAt(i - 1) === COENG ? 300 : BROAD.test(text[i]!) ? 1290 : 840;
    if (code >= 0x1000 && code <= 0x109f) return 1150;
    if (code <= 0xeff) return BROAD.test(text[i]!) ? 1000 : 700;
  }
  // CJK, kana, Hangul, full-width forms.
  if (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  )
    return 1000;
  const v = table[code];
  return v === undefined || v === 0 ? 800 : v;
}

/** Vowels and signs of Thai, Lao, Burmese and Khmer that stand above or under a letter. */
const STACKED =
  /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102d-\u1030\u1032-\u1037\u1039\u103a\u103d\u103e\u17b4\u17b5\u17b7-\u17bd\u17c6\u17c9-\u17d3]/;
const BROAD = /[\u0e0c\u0e0d\u0e12\u0e13\u0e5a\u0e5b\u0edc\u0edd\u1788\u178e\u17bf\u17c0\u17c4\u17c5\u17da]/;
/** What follows it stands under the letter before it. */
const COENG = 0x17d2;

/** Advances by code unit, in thousandths of an em; unpacked at first use, so that importing costs nothing. */
let regular: Uint16Array | undefined;
let bold: Uint16Array | undefined;
let joined: ReadonlyMap<number, readonly number[]> | undefined;

/** Advances of Arabic letters: isolated, final, initial, medial. */
function joiningForms(): ReadonlyMap<number, readonly number[]> {
  const forms = new Map<number, readonly number[]>();
  ARABIC_RANGES.forEach(([a, b], r) => {
    for (let code = a; code <= b; code++)
      forms.set(
        code,
        [0, 1, 2, 3].map((form) => pair(ARABIC[r]!, 4 * (code - a) + form)),
      );
  });
  return forms;
}

/** @param face 0 for the regular one, 1 for the bold one */
function unpack(face: 0 | 1): Uint16Array {
  const table = new Uint16Array(0x2270);
  RANGES.forEach(([a, b], r) => {
    for (let code = a; code <= b; code++) table[code] = pair(ADVANCES[r]!, 2 * (code - a) + face);
  });
  return table;
}

/** The i-th number of a packed string: two digits, base 36. */
const pair = (packed: string, i: number): number => parseInt(packed.slice(2 * i, 2 * i + 2), 36);

/** Letters that join only to the letter before them. */
const RIGHT_JOINING =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5]/;
const LETTER = /[\u0620-\u064a\u066e-\u06d3\u06d5]/;
const TRANSPARENT = /[\u064b-\u065f\u0670\u06d6-\u06ed]/;
const DIGITS = /[\u0660-\u066c\u06f0-\u06f9]/;

/** Advance by joining form (Unicode chapter 9.2): a letter has a tail on the side of a neighbour that it joins. */
function arabic(code: number, text: string, i: number): number {
  const c = text[i]!;
  if (TRANSPARENT.test(c)) return 0;
  if (DIGITS.test(c)) return 590;
  const forms = (joined ??= joiningForms()).get(code);
  if (forms === undefined || !LETTER.test(c)) return 420;
  if (code === 0x640) return forms[0]!;
  const before = neighbour(text, i, -1);
  const after = neighbour(text, i, 1);
  const joinsBefore =
    (before === "\u200d" || (LETTER.test(before) && !RIGHT_JOINING.test(before) && before !== "\u0621")) &&
    c !== "\u0621";
  const joinsAfter =
    (after === "\u200d" || (LETTER.test(after) && after !== "\u0621")) && !RIGHT_JOINING.test(c) && c !== "\u0621";
  return forms[(joinsBefore ? 1 : 0) + (joinsAfter ? 2 : 0)]!;
}

function neighbour(text: string, i: number, step: 1 | -1): string {
  let k = i + step;
  while (TRANSPARENT.test(text[k] ?? "")) k += step;
  return text[k] ?? "";
}
