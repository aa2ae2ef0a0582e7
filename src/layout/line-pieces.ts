import { boundaryBefore } from "../model/text.js";
import { breakBefore, closes, costAfter, isShort, opens, type BreakPoint } from "./break-rules.js";
import type { Font, TextMeasurer } from "./text.js";

/** A stretch of text after which a line may end, or must. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Whether a space follows, which is dropped at a line's end. */
  readonly spaced: boolean;
  readonly mustBreak: boolean;
  /** Set where the line ends here: the hyphen that is soft in the middle of a line. */
  readonly tail: string;
  readonly tailWidth: number;
  /** What it costs to end a line here, and to make a line of this piece alone; in square ems. */
  readonly cost: number;
  readonly short: boolean;
}

/** Signs that are not drawn: where a word may be divided, or ends without a space. */
const UNDRAWN = /[\u00ad\u200b]/g;
/** A text as it is drawn on one line. */
export const drawn = (text: string): string =>
  text.includes("\u00ad") || text.includes("\u200b") ? text.replace(UNDRAWN, "") : text;

/** What plain words between single spaces do not have. */
const UNUSUAL =
  /[-/\u00ad\u200b\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u2010-\u2015\u2e80-\ud7a3\ud840-\ud8bf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f]|[^\S \u00a0\u202f\u2007]|^ | $| {2}|(?:^| )[!-/:-@[-`{-~\u00a1-\u00bf\u2018-\u2026]+(?: |$)/;

/**
 * A text cut where its lines may end.
 *
 * @param breaks after which words, counted from 1, a line must end
 * @param fine cut as fine as may be, also inside of words of scripts that write no spaces between them
 */
export function piecesOf(
  text: string,
  breaks: readonly number[],
  fine: boolean,
  font: Font,
  measure: TextMeasurer,
): readonly Piece[] {
  return breaks.length === 0 && !UNUSUAL.test(text)
    ? plain(text, font, measure)
    : split(text, breaks, fine, font, measure);
}

const piece = (
  text: string,
  spaced: boolean,
  mustBreak: boolean,
  tail: string,
  cost: number,
  font: Font,
  measure: TextMeasurer,
): Piece => ({
  text,
  width: measure(text, font),
  spaced,
  mustBreak,
  tail,
  tailWidth: tail === "" ? 0 : measure(tail, font),
  cost,
  short: isShort(text),
});

/** Words between single spaces. */
function plain(text: string, font: Font, measure: TextMeasurer): Piece[] {
  const list = text.split(" ");
  const end = list.length - 1;
  return list.map((word, i) => {
    const cost = i === end ? 0 : costAfter(word, list[i + 1], i + 1 === end);
    return piece(word, i < end, i === end, "", cost, font, measure);
  });
}

function split(
  text: string,
  breaks: readonly number[],
  fine: boolean,
  font: Font,
  measure: TextMeasurer,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const must = new Set(breaks);
  let words = 0;
  for (const paragraph of text.split("\n")) {
    const list = wordsOf(paragraph);
    list.forEach((word, w) => {
      const last = w === list.length - 1;
      const parts = partsOf(word, fine);
      parts.forEach(({ text: part, point }, i) => {
        const ends = i === parts.length - 1;
        if (ends || point.word) words++;
        const mustBreak = (ends && last) || ((ends || point.word) && must.has(words));
        const cost = ends ? costAfter(part, list[w + 1], w + 2 === list.length) : point.cost;
        pieces.push(piece(part, ends && !last, mustBreak, ends ? "" : point.tail, cost, font, measure));
      });
    });
  }
  return pieces;
}

/** Words as they keep together: a sign between spaces stands with the one before it or, where it opens, behind it. */
function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  let opened = "";
  for (const word of paragraph.split(/[^\S\u00a0\u202f\u2007]+/)) {
    if (drawn(word) === "") continue;
    if (opens(word)) opened += `${word} `;
    else if (opened === "" && words.length > 0 && (closes(word) || /^[-\u2010-\u2015]+$/.test(word)))
      words[words.length - 1] += ` ${word}`;
    else {
      words.push(opened + word);
      opened = "";
    }
  }
  if (opened !== "") words.push(opened.trimEnd());
  return words;
}

interface Part {
  readonly text: string;
  readonly point: BreakPoint;
}
const END: BreakPoint = { cost: 0, tail: "", word: true };

function partsOf(word: string, fine: boolean): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let i = 1; i < word.length; i++) {
    const point = breakBefore(word, i, fine);
    if (point === null || boundaryBefore(word, i) !== i) continue;
    const text = drawn(word.slice(start, i));
    if (text !== "") parts.push({ text, point });
    start = i;
  }
  const rest = drawn(word.slice(start));
  if (rest !== "") parts.push({ text: rest, point: END });
  return parts;
}

/** The words of a text, as the editor counts them: what stands between spaces, and each sign of scripts that have none. */
export function countedWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of text.split("\n").flatMap(wordsOf)) {
    let open = "";
    for (const { text: part, point } of partsOf(word, false)) {
      open += part;
      if (!point.word) continue;
      words.push(open);
      open = "";
    }
  }
  return words;
}
