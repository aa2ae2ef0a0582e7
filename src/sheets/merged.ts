import type { Problem } from "../model/problem.js";
import { TooLarge } from "./archive.js";
import { problem } from "./problems.js";
import { rangeText, type CellRange } from "./range.js";

interface PlacedProblem {
  readonly problem: Problem;
  readonly row: number;
  readonly column: number;
}

/** Overlapping ranges of a hostile file could make endless work. */
const MAX_WORK = 10_000_000;

/**
 * Gives merged cells the text that the sheet shows: each row that has something else in it gets the text, in the first
 * column of the range; what is hidden under the range goes. A range over several rows below the header is reported, since
 * only the writer knows whether the text was meant for each of them. Changes `rows`.
 *
 * @throws TooLarge
 */
export function fillMerged(
  rows: ReadonlyMap<number, string[]>,
  merged: readonly CellRange[],
  header: number,
): readonly PlacedProblem[] {
  const found: PlacedProblem[] = [];
  const last = [...rows.keys()].reduce((a, b) => Math.max(a, b), 0);
  let work = 0;
  for (const range of merged) {
    const { top, left, right } = range;
    const bottom = Math.min(range.bottom, last);
    const text = rows.get(top)?.[left] ?? "";
    let filled = 0;
    for (let row = top; row <= bottom; row++) {
      const cells = rows.get(row);
      if (++work > MAX_WORK) throw new TooLarge();
      if (cells === undefined) continue;
      const end = Math.min(right, cells.length - 1);
      work += Math.max(0, end - left);
      for (let c = row === top ? left + 1 : left; c <= end; c++) cells[c] = "";
      if (row === top || top <= header || text === "" || cells.every((c) => c === "")) continue;
      while (cells.length < left) cells.push("");
      cells[left] = text;
      filled++;
    }
    if (filled > 0) found.push({ problem: mergedProblem(range, text), row: top, column: left });
  }
  return found;
}

const mergedProblem = (range: CellRange, text: string): Problem =>
  problem("W-CELLS-MERGED", {
    message: `The cells ${rangeText(range)} are merged over several rows; each of the rows got the value`,
    value: text,
  });
