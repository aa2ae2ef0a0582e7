import type { PathCommand } from "./types.js";

/** Where a mark runs through a break. */
export interface Cut {
  readonly x0: number;
  readonly x1: number;
}

/** A part of a mark between breaks. */
export interface Piece extends Cut {
  /** Whether that end is torn by a break. */
  readonly tornStart: boolean;
  readonly tornEnd: boolean;
}

/** What of a stretch the cuts, in order, leave. */
export function pieces(x0: number, x1: number, cuts: readonly Cut[]): Piece[] {
  const found: Piece[] = [];
  let from = x0;
  let torn = false;
  for (const cut of cuts) {
    if (cut.x1 <= from || cut.x0 >= x1) continue;
    if (cut.x0 > from) found.push({ x0: from, x1: cut.x0, tornStart: torn, tornEnd: true });
    from = cut.x1;
    torn = true;
  }
  if (from < x1) found.push({ x0: from, x1, tornStart: torn, tornEnd: false });
  return found;
}

/** A piece of a bar, h above and below y, with teeth of k where it is torn. */
export function pieceOfBar({ x0, x1, tornStart, tornEnd }: Piece, y: number, h: number, k: number): PathCommand[] {
  const w = Math.min(k, (x1 - x0) / 2);
  const right: PathCommand[] = tornEnd
    ? [
        ["L", x1 - w, y - h / 3],
        ["L", x1, y + h / 3],
        ["L", x1 - w, y + h],
      ]
    : [["L", x1, y + h]];
  const left: PathCommand[] = tornStart
    ? [
        ["L", x0, y + h],
        ["L", x0 + w, y + h / 3],
        ["L", x0, y - h / 3],
      ]
    : [["L", x0, y + h]];
  return [["M", tornStart ? x0 + w : x0, y - h], ["L", x1, y - h], ...right, ...left, ["Z"]];
}
