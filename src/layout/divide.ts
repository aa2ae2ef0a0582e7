import { boundaryBefore } from "../model/text.js";
import { COSTS } from "./break-rules.js";
import type { Piece } from "./line-pieces.js";
import type { Font, TextMeasurer } from "./text.js";

/** Where an address, a path or a name in one word may well end a line: after a sign, before a capital, in two letters. */
const GOOD = /^[-_./\\?#:,;@][^-_./\\]|^\p{Ll}\p{Lu}|^\p{Lu}\p{Lu}(?=\p{Ll})/u;

/**
 * Words too wide for a line divided where they must be, for lists and names that have to be said whole: as full as lines
 * can be, but after a sign or before a capital if one is in the last half. No hyphen is added, which nobody could tell
 * from one of an address.
 *
 * @param most of one word; the rest of it is left in one piece
 */
export function divided(
  pieces: readonly Piece[],
  limit: number,
  most: number,
  font: Font,
  measure: TextMeasurer,
): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.width + piece.tailWidth <= limit) return [piece];
    const parts: Piece[] = [];
    let rest = piece.text;
    while (parts.length < most) {
      const end = endWithin(rest, limit - piece.tailWidth, font, measure);
      if (end === 0 || end === rest.length) break;
      const text = rest.slice(0, end);
      const width = measure(text, font);
      parts.push({
        ...piece,
        text,
        width,
        spaced: false,
        mustBreak: false,
        tail: "",
        tailWidth: 0,
        cost: COSTS.inside,
      });
      rest = rest.slice(end);
    }
    return [...parts, { ...piece, text: rest, width: measure(rest, font) }];
  });
}

/** How many letters of a word make its first line. */
function endWithin(text: string, limit: number, font: Font, measure: TextMeasurer): number {
  let end = 0;
  let good = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && boundaryBefore(text, i) !== i) continue;
    if (measure(text.slice(0, i), font) > limit) break;
    end = i;
    if (GOOD.test(text.slice(i - 1, i + 2))) good = i;
  }
  return end < text.length && good * 2 > end ? good : end;
}
