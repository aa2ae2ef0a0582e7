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
  /** Of the widest line. */
  readonly width: number;
  /** Whether text was left out. */
  readonly truncated: boolean;
}

const ELLIPSIS = "…";
/** After a hyphen, dash, slash or zero-width space, and between ideographs, a line may break without a space. */
const PIECES =
  /[^-\s\u200b–—/\u2e80-\u9fff\uac00-\ud7a3]*(?:[-–—/]+[\s\u200b]*|[\u2e80-\u9fff\uac00-\ud7a3][、。，．」』）]?|[\s\u200b]+|$)/g;

interface Piece {
  readonly text: string;
  readonly width: number;
  /** White space after it, dropped at a line's end. */
  readonly space: number;
  readonly spaceText: string;
  readonly mustBreak: boolean;
}

/**
 * Breaks text into at most `maxLines` lines, as even as the fewest lines allow: the width is narrowed (by bisection over
 * greedy breaking, which is optimal for the widest line) until one more line would be needed. Never inside a word, but for
 * a word wider than a line, which is cut with an ellipsis.
 */
export function wrapText(text: string, { maxWidth, maxLines, font, measure, breaks = [] }: WrapOptions): Wrapped {
  const whole = measure(text, font);
  if (whole <= maxWidth && breaks.length === 0 && !text.includes("\n"))
    return { lines: [text], width: whole, truncated: false };
  const pieces = split(text, font, measure, breaks);
  const fits = greedy(pieces, maxWidth);
  if (fits.length > maxLines || pieces.some((p) => p.width > maxWidth))
    return cut(pieces, { maxWidth, maxLines, font, measure });
  let lo = Math.max(...pieces.map((p) => p.width), whole / fits.length - 1);
  let hi = maxWidth;
  let best = fits;
  for (let i = 0; i < 7 && hi - lo > 1; i++) {
    const mid = (lo + hi) / 2;
    const lines = greedy(pieces, mid);
    if (lines.length <= fits.length) {
      hi = mid;
      best = lines;
    } else lo = mid;
  }
  return { lines: best.map((l) => l.text), width: Math.max(...best.map((l) => l.width)), truncated: false };
}

function split(text: string, font: Font, measure: TextMeasurer, breaks: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  const space = measure(" ", font);
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
      const last = pieces.at(-1);
      // A dash between spaces ends a line, it does not begin one.
      if (last !== undefined && last.spaceText !== "" && !last.mustBreak && /^[-–—]+$/.test(shown)) {
        pieces.pop();
        const joined = `${last.text} ${shown}`;
        pieces.push({
          text: joined,
          width: measure(joined, font),
          space: spaced ? space : 0,
          spaceText: spaced ? " " : "",
          mustBreak: spaced && must.has(words),
        });
        continue;
      }
      if (last !== undefined && /\u00a0$/.test(last.text)) {
        const joined = last.text + shown;
        pieces[pieces.length - 1] = {
          text: joined,
          width: measure(joined, font),
          space: spaced ? space : 0,
          spaceText: spaced ? " " : "",
          mustBreak: spaced && must.has(words),
        };
        continue;
      }
      pieces.push({
        text: shown,
        width: measure(shown, font),
        space: spaced ? space : 0,
        spaceText: spaced ? " " : "",
        mustBreak: spaced && must.has(words),
      });
    }
    const last = pieces.at(-1);
    if (last !== undefined) pieces[pieces.length - 1] = { ...last, mustBreak: true };
  }
  return pieces;
}

interface Line {
  readonly text: string;
  readonly width: number;
}

function greedy(pieces: readonly Piece[], limit: number): Line[] {
  const lines: Line[] = [];
  let text = "";
  let width = 0;
  let space = 0;
  let spaceText = "";
  pieces.forEach((p, i) => {
    if (text !== "" && width + space + p.width > limit + 1e-6) {
      lines.push({ text, width });
      text = "";
      width = 0;
      space = 0;
      spaceText = "";
    }
    text += spaceText + p.text;
    width += space + p.width;
    space = p.space;
    spaceText = p.spaceText;
    if (p.mustBreak || i === pieces.length - 1) {
      lines.push({ text, width });
      text = "";
      width = 0;
      space = 0;
      spaceText = "";
    }
  });
  return lines;
}

/** What does not fit: as many lines as are allowed, the last (or a word too wide) ending in an ellipsis. */
function cut(pieces: readonly Piece[], { maxWidth, maxLines, font, measure }: Omit<WrapOptions, "breaks">): Wrapped {
  const narrow = pieces.map((p) => (p.width <= maxWidth ? p : shorten(p, maxWidth, font, measure)));
  const lines = greedy(narrow, maxWidth);
  const kept = lines.slice(0, Math.max(1, maxLines));
  if (lines.length > kept.length) {
    const last = kept.at(-1)!;
    let text = last.text;
    while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth)
      text = text.includes(" ") ? text.slice(0, text.lastIndexOf(" ")) : withoutLast(text);
    kept[kept.length - 1] = { text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font) };
  }
  return { lines: kept.map((l) => l.text), width: Math.max(0, ...kept.map((l) => l.width)), truncated: true };
}

function shorten(piece: Piece, maxWidth: number, font: Font, measure: TextMeasurer): Piece {
  let text = piece.text;
  while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth) text = withoutLast(text);
  return { ...piece, text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font) };
}

/** Without its last character, whole: pairs, marks and emoji sequences go with their base. */
const withoutLast = (text: string): string => text.slice(0, boundaryBefore(text, text.length - 1));
