import { boundaryBefore } from "../model/text.js";
import type { Font, TextMeasurer } from "./text.js";

export interface WrapOptions {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly font: Font;
  readonly measure: TextMeasurer;
  /** After which words, counted from 1, a line must end. */
  readonly breaks?: readonly number[] | undefined;
}

export interface Wrapped {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
  /** Of the widest line. */
  readonly width: number;
  /** Whether text was left out. */
  readonly truncated: boolean;
}

const ELLIPSIS = "…";
/** Letters that must stand on each side of a hyphen for a line to end there: never "al-" or a lone "H". */
const BESIDE_HYPHEN = 3;
/** After a hyphen, dash, slash or zero-width space, and between ideographs, a line may break without a space. */
const PIECES =
  /[^-\s\u200b–—/\u2e80-\u9fff\uac00-\ud7a3]*(?:[-–—/]+[\s\u200b]*|[\u2e80-\u9fff\uac00-\ud7a3][、。，．」』）]?|[\s\u200b]+|$)/g;

interface Piece {
  readonly text: string;
  readonly width: number;
  /** Whether a space follows, which is dropped at a line's end. */
  readonly spaced: boolean;
  readonly mustBreak: boolean;
}

/** A text that is to be set to several widths: measured once, and cut into pieces when that is first needed. */
export interface Breakable {
  readonly text: string;
  readonly font: Font;
  readonly measure: TextMeasurer;
  readonly breaks: readonly number[];
  /** Of all of it in one line, and of one space. */
  readonly width: number;
  readonly space: number;
  pieces: readonly Piece[] | undefined;
}

/**
 * Breaks text into at most `maxLines` lines, as even as the fewest lines allow: the width is narrowed (by bisection over
 * greedy breaking, which is optimal for the widest line) until one more line would be needed. Never inside a word, but for
 * a word wider than a line, which is cut with an ellipsis.
 */
export const wrapText = (text: string, { maxWidth, maxLines, font, measure, breaks }: WrapOptions): Wrapped =>
  setLines(breakable(text, font, measure, breaks), maxWidth, maxLines);

const NO_BREAKS: readonly never[] = [];

/** The text of {@link wrapText}, ready to be set to several widths. */
export const breakable = (
  text: string,
  font: Font,
  measure: TextMeasurer,
  breaks: readonly number[] = NO_BREAKS,
): Breakable => ({
  text,
  font,
  measure,
  breaks,
  width: measure(text, font),
  space: measure(" ", font),
  pieces: undefined,
});

/** No setting in so many lines is narrower than this. */
export const leastWidth = ({ width, space }: Breakable, maxLines: number): number =>
  (width - (maxLines - 1) * space) / maxLines;

/** As {@link wrapText}. */
export function setLines(whole: Breakable, maxWidth: number, maxLines: number): Wrapped {
  const { text, font, measure, breaks, width, space } = whole;
  const free = breaks.length === 0 && !text.includes("\n");
  if (free && width <= maxWidth) return { lines: [text], widths: [width], width, truncated: false };
  const pieces = (whole.pieces ??=
    free && !UNUSUAL.test(text) ? words(text, font, measure) : split(text, font, measure, breaks));
  let word = 0;
  for (let i = 0; i < pieces.length; i++) if (pieces[i]!.width > word) word = pieces[i]!.width;
  let broken = breakAt(pieces, space, maxWidth);
  const fewest = broken.lines;
  if (fewest > maxLines || word > maxWidth) return cut(pieces, space, { maxWidth, maxLines, font, measure });
  let lo = Math.max(word, width / fewest - 1);
  let hi = maxWidth;
  for (let i = 0; i < 7 && hi - lo > 1; i++) {
    const mid = (lo + hi) / 2;
    if (mid + SLACK < broken.from || mid + SLACK >= broken.to) broken = breakAt(pieces, space, mid);
    if (broken.lines <= fewest) hi = mid;
    else lo = mid;
  }
  return wrapped(greedy(pieces, space, hi), false);
}

function wrapped(lines: readonly Line[], truncated: boolean): Wrapped {
  const widths = lines.map((l) => l.width);
  return { lines: lines.map((l) => l.text), widths, width: Math.max(0, ...widths), truncated };
}

/** What plain words between single spaces do not have. */
const UNUSUAL = /[-–—/\u200b\u2e80-\u9fff\uac00-\ud7a3]|[^\S ]|^ | $| {2}/;

/** As {@link split}, for plain words. */
function words(text: string, font: Font, measure: TextMeasurer): Piece[] {
  const list = text.split(" ");
  const pieces: Piece[] = [];
  for (let i = 0; i < list.length; i++) {
    const last = i === list.length - 1;
    pieces.push({ text: list[i]!, width: measure(list[i]!, font), spaced: !last, mustBreak: last });
  }
  return pieces;
}

function split(text: string, font: Font, measure: TextMeasurer, breaks: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  const must = new Set(breaks);
  let words = 0;
  for (const paragraph of text.split("\n")) {
    for (const [match] of paragraph.matchAll(PIECES)) {
      if (match === "") continue;
      const word = match.replace(/[\s\u200b]+$/u, "");
      // A no-break space is not a place to break: it stays inside its word.
      const glued = /\u00a0$/.test(match);
      const spaced = !glued && word.length < match.length && !/^\u200b+$/.test(match.slice(word.length));
      if (spaced) words++;
      if (word === "" && !glued) continue;
      const shown = glued ? match : word;
      const piece = (t: string): Piece => ({
        text: t,
        width: measure(t, font),
        spaced,
        mustBreak: spaced && must.has(words),
      });
      const last = pieces.at(-1);
      // A dash between spaces ends a line, it does not begin one.
      if (last !== undefined && last.spaced && !last.mustBreak && /^[-–—]+$/.test(shown))
        pieces[pieces.length - 1] = piece(`${last.text} ${shown}`);
      else if (last !== undefined && (/\u00a0$/.test(last.text) || isStump(last, shown)))
        pieces[pieces.length - 1] = piece(last.text + shown);
      else pieces.push(piece(shown));
    }
    const last = pieces.at(-1);
    if (last !== undefined) pieces[pieces.length - 1] = { ...last, mustBreak: true };
  }
  return pieces;
}

/** Whether a break between a piece that ends with a hyphen and the next would leave too little on one side. */
function isStump({ text, spaced, mustBreak }: Piece, next: string): boolean {
  if (spaced || mustBreak || !text.endsWith("-")) return false;
  const before = text.slice(0, -1);
  return [before.slice(before.lastIndexOf("-") + 1), next.replace(/-.*$/, "")].some(
    (s) => [...s].length < BESIDE_HYPHEN,
  );
}

interface Line {
  readonly text: string;
  readonly width: number;
}

/** Sums of widths are compared with this much patience. */
const SLACK = 1e-6;

interface Broken {
  /** How many lines {@link greedy} makes. */
  readonly lines: number;
  /** It makes the same of all limits from the widest that fits in a line to the least that does not, {@link SLACK} added. */
  readonly from: number;
  readonly to: number;
}

function breakAt(pieces: readonly Piece[], space: number, limit: number): Broken {
  const most = limit + SLACK;
  let lines = 0;
  let from = 0;
  let to = Infinity;
  let width = 0;
  let open = false;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    let reach = piece.width;
    if (open) {
      reach = width + (pieces[i - 1]!.spaced ? space + reach : reach);
      if (reach > most) {
        if (reach < to) to = reach;
        lines++;
        reach = piece.width;
      } else if (reach > from) from = reach;
    }
    width = reach;
    open = !piece.mustBreak && i < pieces.length - 1;
    if (!open) lines++;
  }
  return { lines, from, to };
}

function greedy(pieces: readonly Piece[], space: number, limit: number): Line[] {
  const lines: Line[] = [];
  let text = "";
  let width = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    let reach = piece.width;
    if (text === "") text = piece.text;
    else {
      const { spaced } = pieces[i - 1]!;
      reach = width + (spaced ? space + reach : reach);
      if (reach > limit + SLACK) {
        lines.push({ text, width });
        text = piece.text;
        reach = piece.width;
      } else text += spaced ? ` ${piece.text}` : piece.text;
    }
    width = reach;
    if (piece.mustBreak || i === pieces.length - 1) {
      lines.push({ text, width });
      text = "";
    }
  }
  return lines;
}

/** What does not fit: as many lines as are allowed, the last (or a word too wide) ending in an ellipsis. */
function cut(
  pieces: readonly Piece[],
  space: number,
  { maxWidth, maxLines, font, measure }: Omit<WrapOptions, "breaks">,
): Wrapped {
  const narrow = pieces.map((p) => (p.width <= maxWidth ? p : shorten(p, maxWidth, font, measure)));
  const lines = greedy(narrow, space, maxWidth);
  const kept = lines.slice(0, Math.max(1, maxLines));
  if (lines.length > kept.length) {
    const last = kept.at(-1)!;
    let text = last.text;
    while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth)
      text = text.includes(" ") ? text.slice(0, text.lastIndexOf(" ")) : withoutLast(text);
    kept[kept.length - 1] = { text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font) };
  }
  return wrapped(kept, true);
}

function shorten(piece: Piece, maxWidth: number, font: Font, measure: TextMeasurer): Piece {
  let text = piece.text;
  while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth) text = withoutLast(text);
  return { ...piece, text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font) };
}

/** Without its last character, whole: pairs, marks and emoji sequences go with their base. */
const withoutLast = (text: string): string => text.slice(0, boundaryBefore(text, text.length - 1));
