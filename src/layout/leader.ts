import { clamp, type MarkGeometry } from "./mark.js";

/** A straight line from a mark to its label, y relative to the line of the marks. */
export type Leader = readonly [x1: number, y1: number, x2: number, y2: number];

/** Nearer than this, in em, a label is read with its mark without a line between them. */
const NEAR = 0.9;

/**
 * The line from a mark to a label that the editor has moved away from it, from the place of the mark that is nearest. It
 * stays inside of what mark and label take together. Undefined where they are near enough.
 *
 * @param box of the label, y relative to the line of the marks
 * @param half of the mark's height
 */
export function leaderTo(
  mark: Pick<MarkGeometry, "form" | "x0" | "x1" | "c0" | "c1">,
  box: { readonly x0: number; readonly x1: number; readonly top: number; readonly bottom: number },
  half: number,
  em: number,
): Leader | undefined {
  const [from, to] = mark.form === "bar" ? [mark.x0, mark.x1] : [mark.c0, mark.c1];
  const px = clamp((box.x0 + box.x1) / 2, from, to);
  const x = clamp(px, box.x0, box.x1);
  const y = clamp(0, box.top, box.bottom);
  const length = Math.hypot(x - px, y);
  // A dot is as wide as it is high, a bar is left at its edge.
  const own = y === 0 && mark.form === "bar" ? 0 : half;
  if (length - own < NEAR * em) return undefined;
  const start = own / length;
  return [px + (x - px) * start, y * start, x, y];
}

/** Top and bottom of the letters of lines, relative to the top of their label. */
export function inkOf(lines: readonly { readonly dy: number; readonly font: { readonly size: number } }[]): {
  readonly top: number;
  readonly bottom: number;
} {
  let top = Infinity;
  let bottom = -Infinity;
  for (const { dy, font } of lines) {
    top = Math.min(top, dy - 0.8 * font.size);
    bottom = Math.max(bottom, dy + 0.25 * font.size);
  }
  return { top, bottom };
}
