/**
 * Where a line may end inside of a word: the part of UAX #14 that headlines need, and the rules of Chinese and Japanese
 * typesetting (kinsoku, JLREQ 3.1). By tables of our own and not by `Intl.Segmenter`, whose dictionaries differ between
 * engines: the same title must break alike on the server, in print and in every browser.
 */
export interface BreakPoint {
  /** What it costs to end a line here, see {@link COSTS}. */
  readonly cost: number;
  /** Set when the line does end here. */
  readonly tail: "" | "-";
  /** Whether a word ends here, as those are counted that have no spaces between them. */
  readonly word: boolean;
}

/** In square ems, like the raggedness they are weighed against: ends of lines that hinder reading, though allowed. */
export const COSTS = {
  /** A word in two, at its soft hyphen. */
  hyphen: 6,
  /** A preposition, an article or a number that belongs to what follows, of one, two and three signs. */
  letter: 40,
  shortest: 8,
  short: 2,
  /** Before a number that ends a name or a sentence: “Channel 4”, “in 2022.” */
  number: 10,
  /** A line of nothing but such a word, or of one ideograph. */
  lone: 12,
  /** Between signs of one script that may well belong together. */
  within: 8,
  /** Before a particle or an ending that belongs to what stands before it. */
  ending: 12,
  /** Inside of a word for certain. */
  inside: 18,
} as const;

/** What stands as wide as an ideograph, punctuation included. Not Hangul, which has spaces between its words. */
const WIDE =
  /[\u2e80-\u2fdf\u3001-\u30ff\u3105-\u312f\u31a0-\u31ff\u3220-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f]|[\ud840-\ud8bf]/;
/** Never at the beginning of a line: closing signs, small kana, marks of length and repetition, units. */
const NO_START =
  /[!),.:;?\]}%‰°℃…‥·•—―”’»›、。〃々〉》」』】〕〗〙〛〜・ヽヾゝゞーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ！％），．：；？］｝｠｡｣､･ｧ-ｰﾞﾟ〻]/;
/** Never at the end of one: opening signs, and signs before a number. */
const NO_END = /[([{«‹“‘„‚〈《「『【〔〖〘〚（［｛｟｢$£¥€№#＃￡￥＄]/;
const KATAKANA = /[\u30a0-\u30ff\uff66-\uff9f]/;
const HIRAGANA = /[\u3041-\u309f]/;
const HANGUL = /[\uac00-\ud7a3]/;
const DIGIT = /[0-9]/;
const HYPHEN = /[-\u2010\u2012-\u2015/]/;
/** Punctuation of Latin, Cyrillic and their like; \p{P} takes an engine a millisecond to compile. */
const SIGN = /[!-/:-@[-`{-~\u00a1-\u00bf\u2010-\u2027\u2030-\u205e]/;
/** Spaces and signs that hold together what stands beside them. */
const GLUE = /[\u00a0\u202f\u2007\u2060\u200d\ufeff]/;

/** Letters that must stand on each side of a hyphen for a line to end there: never "al-" or a lone "H". */
const BESIDE_HYPHEN = 3;

const at = (cost: number, word = false, tail: BreakPoint["tail"] = ""): BreakPoint => ({ cost, tail, word });
const FREE = at(0, true);
const SOFT = at(COSTS.hyphen, false, "-");
const PLAIN = at(0);

/**
 * The break point between two signs of a word; null where no line may end.
 *
 * @param index of the sign behind it, the beginning of a character as readers see it
 * @param fine also inside of words of scripts that write none apart: only for words wider than a line
 */
export function breakBefore(word: string, index: number, fine: boolean): BreakPoint | null {
  // Nearly all there is to ask: between two letters of an alphabet no line ends.
  if (!fine && isLetter(word.charCodeAt(index - 1)) && isLetter(word.charCodeAt(index))) return null;
  const p = word[index - 1]!;
  const n = word[index]!;
  if (GLUE.test(p) || GLUE.test(n) || n === "\u200b" || n === "\u00ad") return null;
  if (p === "\u200b") return FREE;
  if (p === "\u00ad") return SOFT;
  if (HYPHEN.test(p) && !HYPHEN.test(n) && !NO_START.test(n)) return afterHyphen(word, index);
  if (NO_END.test(p) || NO_START.test(n)) return null;
  const before = WIDE.test(p) || isLowSurrogateOfWide(word, index - 1);
  if (before || WIDE.test(n)) return betweenWide(p, n, before);
  if (!fine) return null;
  return HANGUL.test(p) && HANGUL.test(n) ? at(COSTS.within) : betweenSyllables(word, index);
}

/** Letters and digits of Latin, Greek and Cyrillic, as code units. */
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 48 && c <= 57) ||
  (c >= 0xc0 && c <= 0x24f) ||
  (c >= 0x386 && c <= 0x52f);

const isLowSurrogateOfWide = (word: string, i: number): boolean => i > 0 && /[\ud840-\ud8bf]/.test(word[i - 1]!);

/** Between ideographs and kana, and beside them: better after a sign of punctuation, or where a phrase may begin. */
function betweenWide(p: string, n: string, before: boolean): BreakPoint {
  if (NO_START.test(p) && !KATAKANA.test(p) && !HIRAGANA.test(p)) return FREE;
  if (NO_END.test(n)) return FREE;
  if (!before) return at(DIGIT.test(p) ? COSTS.inside : COSTS.within, true);
  if (KATAKANA.test(p) && KATAKANA.test(n)) return at(COSTS.inside, true);
  if (HIRAGANA.test(n)) return at(HIRAGANA.test(p) ? COSTS.within + 1 : COSTS.ending, true);
  if (HIRAGANA.test(p)) return at(1, true);
  return at(COSTS.within, true);
}

/** "anti-government" may break and "al-Qaida" not; a range of numbers never. */
function afterHyphen(word: string, index: number): BreakPoint | null {
  const p = word[index - 1]!;
  const n = word[index]!;
  if (DIGIT.test(n) && (p === "-" || DIGIT.test(word[index - 2] ?? ""))) return null;
  if (p !== "-" && p !== "\u2010") return PLAIN;
  const left = /[^-\u2010]*$/.exec(word.slice(0, index - 1))![0];
  const right = /^[^-\u2010]*/.exec(word.slice(index))![0];
  return Math.min([...left].length, [...right].length) < BESIDE_HYPHEN ? null : PLAIN;
}

/**
 * Syllables of scripts that write words together, by their spelling alone: Thai and Lao before a vowel that is written
 * before its consonant, Khmer before a consonant with a vowel of its own, Burmese before one that does not close a syllable.
 */
function betweenSyllables(word: string, index: number): BreakPoint | null {
  const p = word[index - 1]!;
  const n = word[index]!;
  const next = word[index + 1] ?? "";
  if (/[\u0e40-\u0e44\u0ec0-\u0ec4]/.test(n)) return /[\u0e01-\u0eff]/.test(p) ? at(COSTS.within) : null;
  if (/[\u0e2f\u0e46\u0eaf\u0ec6\u17d7]/.test(p)) return at(1);
  if (/[\u1780-\u17b3]/.test(n) && p !== "\u17d2" && /[\u1780-\u17d3]/.test(p))
    return /[\u17b6-\u17d3]/.test(next) ? at(COSTS.within) : null;
  if (/[\u1000-\u102a]/.test(n) && p !== "\u1039" && /[\u1000-\u109f]/.test(p))
    return /[\u1039\u103a]/.test(next) ? null : at(COSTS.within);
  return null;
}

/**
 * What it costs to end a line after a word before a space.
 *
 * @param next the word behind the space; none where it is not known
 * @param last whether nothing follows that one
 */
export function costAfter(word: string, next = "", last = false): number {
  const n = word.length;
  if (SIGN.test(word[n - 1]!)) return 0;
  const own = n > 3 ? 0 : n === 1 ? COSTS.letter : n === 2 ? COSTS.shortest : COSTS.short;
  // Of "5 people" the number belongs to what follows it.
  const ends = isDigit(next, 0) && (last || !isDigit(next, next.length - 1)) && NUMBER.test(next);
  return ends ? own + COSTS.number : own;
}

const isDigit = (text: string, i: number): boolean => text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57;
const NUMBER = /^[0-9]{1,4}[)\]}»›”’"'.,;:!?]*$/;

/** A word so short that it does not make a line. */
export const isShort = (word: string): boolean => word.length <= 3 && !SIGN.test(word[0]!);

/** Punctuation between spaces stays with the word that it belongs to: « at the beginning, » and ! at its end. */
export const opens = (word: string): boolean => /^[([{«‹“‘„‚]+$/.test(word);
export const closes = (word: string): boolean => /^[)\]}»›”’!?:;,.…]+$/.test(word);
