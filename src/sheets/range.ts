import { columnLetters } from "../read/letters.js";

/** Cells that are one on the sheet. Counted from 0, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "B12" as row 11 and column 1; null for what is no such reference. */
export function parseCell(reference: string): { readonly row: number; readonly column: number } | null {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!m) return null;
  const column = Array.from(m[1]!).reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(m[2]) - 1, column };
}

/** "A2:B4" as a range; null for what is none. */
export function parseRange(reference: string): CellRange | null {
  const [from, to] = reference.split(":").map(parseCell);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

export const rangeText = ({ top, left, bottom, right }: CellRange): string =>
  `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
