import { boundaryBefore } from "../model/text.js";
import { divided } from "./divide.js";
import { evenLines, SLACK } from "./even-lines.js";
import { drawn, piecesOf, type Piece } from "./line-pieces.js";
import type { Font, TextMeasurer } from "./text.js";

export interface WrapOptions {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly font: Font;
  readonly measure: TextMeasurer;
  /** After which words, counted from 1, a line must end. In scripts without spaces each sign counts as a word. */
  readonly breaks?: readonly number[] | undefined;
  /** Divide a word wider than a line rather than cut it: for what must be said whole. */
  readonly divide?: boolean;
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
 * Breaks text into at most `maxLines` lines: as few as it needs, and those the least ragged ({@link evenLines}). Never
 * inside of a word but at its soft hyphens, and in scripts that write no spaces where their rules allow; a word wider than
 * a line is cut with an ellipsis, unless it may be divided.
 */
export const wrapText = (text: string, { maxWidth, maxLines, font, measure, breaks, divide }: WrapOptions): Wrapped =>
  setLines(breakable(text, font, measure, breaks), maxWidth, maxLines, divide);

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
  width: measure(drawn(text), font),
  space: measure(" ", font),
  pieces: undefined,
});

/** No setting in so many lines is narrower than this. */
export const leastWidth = ({ width, space }: Breakable, maxLines: number): number =>
  (width - (maxLines - 1) * space) / maxLines;

/** As {@link wrapText}. */
export function setLines(whole: Breakable, maxWidth: number, maxLines: number, divide = false): Wrapped {
  const { text, font, measure, breaks, width, space } = whole;
  if (width <= maxWidth && breaks.length === 0 && !text.includes("\n"))
    return { lines: [drawn(text)], widths: [width], width, truncated: false };
  let pieces = (whole.pieces ??= piecesOf(text, breaks, false, font, measure));
  if (widest(pieces) > maxWidth) {
    pieces = piecesOf(text, breaks, true, font, measure);
    if (divide) pieces = divided(pieces, maxWidth, maxLines, font, measure);
    if (widest(pieces) > maxWidth) return cut(pieces, maxWidth, maxLines, whole);
  }
  const ends = evenLines(pieces, space, maxWidth, maxLines, font.size);
  if (ends === null) return cut(pieces, maxWidth, maxLines, whole);
  const lines = new Array<string>(ends.length);
  const widths = new Array<number>(ends.length);
  let most = 0;
  for (let k = 0, from = 0; k < ends.length; from = ends[k++]!) {
    const line = lineOf(pieces, from, ends[k]!, space);
    lines[k] = line.text;
    widths[k] = line.width;
    if (line.width > most) most = line.width;
  }
  return { lines, widths, width: most, truncated: false };
}

function widest(pieces: readonly Piece[]): number {
  let most = 0;
  for (let i = 0; i < pieces.length; i++) if (pieces[i]!.width > most) most = pieces[i]!.width;
  return most;
}

interface Line {
  readonly text: string;
  readonly width: number;
}

function lineOf(pieces: readonly Piece[], from: number, to: number, space: number): Line {
  let text = "";
  let width = 0;
  for (let i = from; i < to; i++) {
    const { text: part, width: w, spaced } = pieces[i]!;
    const inside = spaced && i < to - 1;
    text += inside ? `${part} ` : part;
    width += inside ? w + space : w;
  }
  const { tail, tailWidth } = pieces[to - 1]!;
  return { text: text + tail, width: width + tailWidth };
}

function cutTo(lines: readonly Line[]): Wrapped {
  const widths = lines.map((l) => l.width);
  return { lines: lines.map((l) => l.text), widths, width: Math.max(0, ...widths), truncated: true };
}

/** Lines as full as they can be, one after the other. */
function greedy(pieces: readonly Piece[], space: number, limit: number): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < pieces.length;) {
    let width = 0;
    let fits = from + 1;
    for (let i = from; i < pieces.length; i++) {
      const p = pieces[i]!;
      width += p.width;
      if (i > from && width > limit + SLACK) break;
      if (width + p.tailWidth <= limit + SLACK) fits = i + 1;
      if (p.mustBreak) break;
      if (p.spaced) width += space;
    }
    lines.push(lineOf(pieces, from, fits, space));
    from = fits;
  }
  return lines;
}

/** What does not fit: as many lines as are allowed, the last (or a word too wide) ending in an ellipsis. */
function cut(
  pieces: readonly Piece[],
  maxWidth: number,
  maxLines: number,
  { font, measure, space }: Pick<Breakable, "font" | "measure" | "space">,
): Wrapped {
  const narrow = pieces.map((p) => (p.width + p.tailWidth <= maxWidth ? p : shorten(p, maxWidth, font, measure)));
  const lines = greedy(narrow, space, maxWidth);
  const kept = lines.slice(0, Math.max(1, maxLines));
  if (lines.length > kept.length) {
    const last = kept.at(-1)!;
    let text = last.text;
    while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth)
      text = text.includes(" ") ? text.slice(0, text.lastIndexOf(" ")) : withoutLast(text);
    // Not "put down;…": what would follow the sign is left out.
    text = text.replace(/[\s,;:.·–—-]+$/, "");
    kept[kept.length - 1] = { text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font) };
  }
  return cutTo(kept);
}

function shorten(piece: Piece, maxWidth: number, font: Font, measure: TextMeasurer): Piece {
  let text = piece.text;
  while (text !== "" && measure(text + ELLIPSIS, font) > maxWidth) text = withoutLast(text);
  return { ...piece, text: text + ELLIPSIS, width: measure(text + ELLIPSIS, font), tail: "", tailWidth: 0 };
}

/** Without its last character, whole: pairs, marks and emoji sequences go with their base. */
const withoutLast = (text: string): string => text.slice(0, boundaryBefore(text, text.length - 1));
