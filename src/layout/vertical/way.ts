import type { Way } from "../block.js";
import type { MarkGeometry } from "../mark.js";
import type { VerticalLabel } from "./label.js";

/** x from which lines run straight to their labels. */
export const straightX = (text: number, hang: number, em: number): number =>
  text - Math.max(hang, 0.25 * em) - 0.2 * em;

/** From the middle of the last track to where lines turn to their labels, in em. */
export const TURN = 0.6;

/** A label with its place, and the line to it from its mark. */
export function wayAt(
  { lines, width, height, ahead, nudge, glyph, crowded }: VerticalLabel,
  mark: MarkGeometry,
  {
    anchor,
    alone,
    top,
    track,
    text,
    hang,
    last,
    right,
    stem,
    em,
  }: {
    readonly anchor: number;
    readonly alone: number;
    readonly top: number;
    readonly track: number;
    readonly text: { readonly x0: number };
    readonly hang: number;
    readonly last: number;
    readonly right: number;
    readonly stem: number | null;
    readonly em: number;
  },
): Way {
  const shown = glyph > 0 && (crowded || (mark.form !== "dot" && mark.form !== "bracket"));
  const textX = text.x0 + Math.max(0, Math.min(nudge?.x ?? 0, right - text.x0 - width));
  const beside = top + ahead;
  const from = track + 0.42 * em;
  const turn = last + TURN * em;
  const to = textX - (shown ? glyph : 0.25 * em);
  // All that go aslant turn between the same two x, so that none crosses another.
  const straight = straightX(text.x0, hang, em);
  const level = Math.abs(beside - anchor) < 0.12 * em;
  const elbow: Way["elbow"] =
    level && track === last && textX === text.x0
      ? undefined
      : level
        ? [
            [from, anchor],
            [to, anchor],
          ]
        : [
            [from, anchor],
            [stem ?? turn, anchor],
            [stem ?? straight, beside],
            [to, beside],
          ];
  return {
    side: "right",
    anchor: "start",
    textX,
    textWidth: width,
    lines,
    top,
    x0: shown ? textX - glyph : textX,
    x1: textX + width,
    up: 0,
    down: height,
    cost: 0,
    alone,
    ...(shown ? { glyphX: textX - 0.58 * glyph } : {}),
    ...(elbow === undefined ? {} : { elbow }),
  };
}
