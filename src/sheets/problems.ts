import { problemOf, type ProblemDetails, type ProblemKind } from "../model/problems.js";
import type { Problem } from "../model/problem.js";
import { problemKinds as readKinds, type ProblemCode as ReadCode } from "../read/problems.js";

/** What can be wrong with workbooks, besides what can be wrong with files of text. Apart, so that who reads none does not load it. */
const kinds = {
  "W-DATE-1900": {
    summary: "Spreadsheets disagree about days before 1 March 1900",
    hint: "Check the date, and write it as text: 1900-02-14",
  },
  "E-FILE-BROKEN": {
    summary: "This workbook is damaged or protected and cannot be read",
    hint: "Open it in a spreadsheet and save it again, without a password, or save it as CSV (UTF-8)",
  },
  "E-FILE-LARGE": {
    summary: "This workbook is too large to be unpacked",
    hint: "Save the sheet with the events as CSV (UTF-8)",
  },
  "E-SHEET": { summary: "There is no sheet with this name" },
  "W-SHEET-OTHERS": {
    summary: "The workbook has several sheets; only the first was read",
    hint: "Name the sheet: --sheet Story",
  },
  "W-CELLS-MERGED": {
    summary: "Cells are merged over several rows; each of the rows got the value",
    hint: "Unmerge them and fill in each row, if that is not what is meant",
  },
  "E-CELL-ERROR": { summary: "The spreadsheet shows an error here; the cell was left out", hint: "Mend the formula" },
  "E-CELL-FORMULA": {
    summary: "This formula has no stored result; formulas are not calculated here",
    hint: "Open the workbook in a spreadsheet and save it, or paste the column as values",
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof kinds | ReadCode;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = { ...readKinds, ...kinds };

/** A Problem of a code of any catalogue; see that of the model. */
export const problem = (code: ProblemCode, details?: ProblemDetails): Problem =>
  problemOf(code, problemKinds[code], details);
