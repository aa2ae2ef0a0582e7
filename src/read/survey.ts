import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { clean, LONGEST_NAME } from "../model/text.js";
import { columnsOf, type ColumnMapping, type Columns, type Field } from "./columns.js";
import { addDateClue, DATE_FIELDS, noDateClues, type DateClues, type DateColumnOptions } from "./date-columns.js";
import { unguarded } from "./guard.js";
import { IdIndex, REPEATED, SEEN } from "./ids.js";
import type { Row } from "./rows.js";

export interface TableOptions extends DateColumnOptions {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly columns?: ColumnMapping | undefined;
}

/** What must be known of a whole table before its first row can be read. */
export interface Survey {
  readonly header: Row;
  readonly columns: Columns;
  /** What the columns of dates say about how they are written. */
  readonly clues: ReadonlyMap<Field, DateClues>;
  readonly ids: IdIndex;
  /** Rows below the header, without blank ones and repeated headers. */
  readonly rows: number;
}

/** A first pass over the rows; null, and a Problem, for a table without the columns that are needed. */
export function surveyTable(rows: Iterable<Row>, options: TableOptions, report: (p: Problem) => void): Survey | null {
  let header: Row | null = null;
  let columns: Columns | null = null;
  const clues = new Map<Field, DateClues>();
  let dates: { readonly index: number; readonly clues: DateClues }[] = [];
  const ids = new IdIndex();
  let count = 0;
  for (const row of rows) {
    if (isBlank(row)) continue;
    if (header === null) {
      header = row;
      columns = columnsOf(
        row.cells.map((c) => clean(unguarded(c.trim()), LONGEST_NAME)),
        options.columns,
      );
      const { fields } = columns;
      for (const field of DATE_FIELDS) if (fields.has(field)) clues.set(field, noDateClues());
      dates = [...clues].map(([field, clues]) => ({ index: fields.get(field)!, clues }));
      continue;
    }
    if (repeatsHeader(row, header)) continue;
    count++;
    for (const { index, clues } of dates) addDateClue(clues, cellOf(row, index));
    const id = idOf(row, columns!);
    if (id !== "" && ids.mark(id, SEEN) !== 0) ids.mark(id, REPEATED);
  }
  if (header === null || columns === null) {
    report(problem("E-FILE-EMPTY", { message: "The file is empty" }));
    return null;
  }
  if (hasControls(header)) report(problem("W-CONTROL", { row: header.row }));
  columns.problems.forEach(report);
  if (!columns.fields.has("title") || !(columns.fields.has("time") || columns.fields.has("start"))) {
    report(problem("E-HEADER", { row: header.row, value: header.cells.join(", ") }));
    return null;
  }
  return { header, columns, clues, ids, rows: count };
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
export const hasControls = (row: Row): boolean => row.cells.some((c) => CONTROL.test(c));
export const isBlank = (row: Row): boolean => row.cells.every((c) => c.trim() === "");
export const repeatsHeader = (row: Row, header: Row): boolean =>
  row.cells.length === header.cells.length && row.cells.every((c, i) => c.trim() === header.cells[i]!.trim());

/** A cell without the apostrophe that keeps spreadsheets from running it. */
export const writtenIn = ({ cells }: Row, index: number | undefined): string =>
  index === undefined ? "" : unguarded((cells[index] ?? "").trim());

/** A cell as a text that may be shown. */
export function cellOf(row: Row, index: number | undefined): string {
  const text = writtenIn(row, index);
  return text === "" ? "" : clean(text);
}

/** The id in a row, as it is kept: without spaces. */
export const idOf = (row: Row, { fields }: Columns): string => hyphenated(cellOf(row, fields.get("id")));

export const hyphenated = (id: string): string => (/\s/.test(id) ? id.replace(/\s+/g, "-") : id);
