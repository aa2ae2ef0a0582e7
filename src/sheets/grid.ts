import { columnLetters } from "../read/letters.js";
import type { Problem } from "../model/problem.js";
import type { Row } from "../read/rows.js";
import type { DateSystem } from "../read/serial.js";
import { TooLarge } from "./archive.js";
import { fillMerged } from "./merged.js";
import type { CellRange } from "./range.js";

/** What a sheet shows: texts by row and column. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetInfo[];
  readonly dateSystem: DateSystem;
  /** The cells of one of the sheets. @throws for a damaged one, TooLarge */
  readonly grid: (sheet: SheetInfo) => Grid;
}

/** What a cell says, and what is wrong with it. */
export interface CellText {
  readonly text: string;
  readonly problem?: Problem | undefined;
}

export interface GridBuilder {
  /** Sets a cell; rows and columns count from 0. @throws TooLarge */
  readonly set: (row: number, column: number, cell: CellText) => void;
  readonly build: (merges: readonly CellRange[]) => Grid;
}

/** More than any timeline has; a few bytes of a file can ask for billions. */
const MAX_CELLS = 5_000_000;
const MAX_PROBLEMS = 500_000;
/** The most characters of a cell, as in Excel. */
export const MAX_TEXT = 32_767;
export const MAX_ROWS = 2 ** 20;
export const MAX_COLUMNS = 2 ** 14;

/** Collects the cells of a sheet, in any order. Blank ones and blank rows take no room. */
export function gridBuilder(): GridBuilder {
  const rows = new Map<number, string[]>();
  const wrong: { readonly problem: Problem; readonly row: number; readonly column: number }[] = [];
  let count = 0;
  return {
    set: (row, column, { text, problem }) => {
      if (problem) wrong.push({ problem, row, column });
      if (wrong.length > MAX_PROBLEMS) throw new TooLarge();
      if (text === "") return;
      if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) throw new RangeError("No such cell");
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      count += Math.max(0, column + 1 - cells.length);
      if (count > MAX_CELLS) throw new TooLarge();
      while (cells.length < column) cells.push("");
      cells[column] = text.slice(0, MAX_TEXT);
    },
    build: (merges) => {
      const sorted = [...rows].sort(([a], [b]) => a - b);
      const header = sorted[0]?.[1] ?? [];
      const nameOf = (column: number): string => header[column] || columnLetters(column);
      const merged = fillMerged(rows, merges, sorted[0]?.[0] ?? 0);
      const problems = [...wrong, ...merged].map(({ problem, row, column }) => ({
        ...problem,
        row: row + 1,
        column: nameOf(column),
        letter: columnLetters(column),
      }));
      return { rows: sorted.map(([row, cells]): Row => ({ cells, row: row + 1 })), problems };
    },
  };
}
