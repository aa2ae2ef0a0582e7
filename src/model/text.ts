import type { LocalizedText } from "./types.js";

/** Control characters, lone surrogates, and characters that turn the direction of what follows. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words of letters that are composed as they stand (Latin, Cyrillic) and common marks, single spaces between them. */
const PLAIN =
  /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u20ac\u2116]+(?: [\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u20ac\u2116]+)*$/;

/** Spaces at which no line may end: between a number and its unit, inside of a name. */
const NO_BREAK = /^[\u00a0\u2007\u202f]+$/;

/** Longer texts, and longer names and ids, are cut and reported (W-TEXT-LONG). In UTF-16 units. */
export const LONGEST_TEXT = 2000;
export const LONGEST_NAME = 200;

/** Text as it may be shown: composed (NFC), without control and direction characters, white space as single spaces. */
export function clean(text: string, most = LONGEST_TEXT): string {
  // Most texts are plain: one test instead of four replacements.
  if (text.length <= most && PLAIN.test(text)) return text;
  const plain = text.length > most * 4 ? text.slice(0, most * 4) : text;
  const whole = plain
    .normalize("NFC")
    .replace(CONTROL, "")
    .replace(LONE, "")
    .replace(/\s+/g, (s) => (NO_BREAK.test(s) ? s[0]! : " "))
    .trim();
  return whole.length <= most ? whole : cut(whole, most);
}

/** At most so many UTF-16 units, no character cut in two. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, boundaryBefore(text, most) || most)
    .replace(LONE, "")
    .trim();

/** What belongs to the character before it: marks, variation selectors, joiners, skin tones, tags of flags. */
const EXTENDS = /^[\udc00-\udfff\p{M}\p{Emoji_Modifier}\u200d\u{e0020}-\u{e007f}]/u;
const REGIONAL = /(?:\ud83c[\udde6-\uddff])*$/;

/**
 * The last index not after `at` where a text can be cut: grapheme clusters (UAX #29) as far as marks, emoji sequences
 * and flags go, without `Intl`, whose version differs between machines.
 */
export function boundaryBefore(text: string, at: number): number {
  let i = Math.min(at, text.length);
  while (i > 0 && i < text.length && joined(text, i)) i--;
  return i;
}

function joined(text: string, at: number): boolean {
  if (text[at - 1] === "\u200d" || EXTENDS.test(text.slice(at, at + 2))) return true;
  // Flags are pairs of letters: never between the two of a pair.
  if (!/^\ud83c[\udde6-\uddff]/.test(text.slice(at, at + 2))) return false;
  return (REGIONAL.exec(text.slice(Math.max(0, at - 64), at))![0].length / 4) % 1 !== 0;
}

/** The text for a language: that language, its base ("kk" for "kk-KZ"), the document's own, English, then any. */
export function pickText(text: LocalizedText | undefined, language: string, own: string): string {
  if (text === undefined || text === null) return "";
  if (typeof text === "string") return clean(text);
  if (typeof text !== "object") return "";
  const base = (tag: string): string => tag.split("-")[0] ?? tag;
  for (const tag of [language, base(language), own, base(own), "en", ...Object.keys(text).sort()]) {
    const value = Object.hasOwn(text, tag) ? text[tag] : undefined;
    if (typeof value === "string" && value.trim() !== "") return clean(value);
  }
  return "";
}

const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
/** #rgb and #rrggbb only: nothing else from data may become a colour. */
export const isColor = (value: unknown): value is string => typeof value === "string" && COLOR.test(value);

/** A short stable number of a text (FNV-1a), for ids. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

/** An id from words: lower case, hyphens for what is not a letter or digit of any script. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

/** A text with the digits of Arabic, Persian and wide forms as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (c) => {
    const k = c.charCodeAt(0);
    return String(k - (k >= 0xff10 ? 0xff10 : k >= 0x6f0 ? 0x6f0 : 0x660));
  });
