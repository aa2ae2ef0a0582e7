import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { clean } from "../model/text.js";
import { columnsOf, type ColumnMapping, type Columns, type Field } from "./columns.js";
import { addClue, noClues, orderOf, type DateOrder, type OrderClues } from "./dates.js";
import { IdIndex, REPEATED, SEEN } from "./ids.js";
import type { Row } from "./rows.js";

export interface TableOptions {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly columns?: ColumnMapping | undefined;
}

/** What must be known of a whole table before its first row can be read. */
export interface Survey {
  readonly header: Row;
  readonly columns: Columns;
  /** What the dates of a column say about the order of day and month. */
  readonly clues: ReadonlyMap<Field, OrderClues>;
  readonly ids: IdIndex;
  /** Rows below the header, without blank ones and repeated headers. */
  readonly rows: number;
}

export const DATE_FIELDS = ["time", "start", "end", "known_from"] as const satisfies readonly Field[];

/** A first pass over the rows; null, and a Problem, for a table without the columns that are needed. */
export function surveyTable(rows: Iterable<Row>, options: TableOptions, report: (p: Problem) => void): Survey | null {
  let header: Row | null = null;
  let columns: Columns | null = null;
  const clues = new Map<Field, OrderClues>();
  let dates: { readonly index: number; readonly clues: OrderClues }[] = [];
  const ids = new IdIndex();
  let count = 0;
  for (const row of rows) {
    if (isBlank(row)) continue;
    if (header === null) {
      header = row;
      columns = columnsOf(
        row.cells.map((c) => clean(c, 200)),
        options.columns,
      );
      const { fields } = columns;
      for (const field of DATE_FIELDS) if (fields.has(field)) clues.set(field, noClues());
      dates = [...clues].map(([field, clues]) => ({ index: fields.get(field)!, clues }));
      continue;
    }
    if (repeatsHeader(row, header)) continue;
    count++;
    for (const { index, clues } of dates) addClue(clues, cellOf(row, index));
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

/** The orders of day and month to read by, each inferred one reported. */
export function ordersOf(
  { clues, columns }: Survey,
  { dateOrder }: TableOptions,
  report: (p: Problem) => void,
): ReadonlyMap<Field, "dmy" | "mdy"> {
  const orders = new Map<Field, "dmy" | "mdy">();
  for (const [field, seen] of clues) {
    const order = dateOrder === undefined ? orderOf(seen) : dateOrder === "ymd" ? null : dateOrder;
    if (order === null) continue;
    orders.set(field, order);
    if (dateOrder !== undefined) continue;
    const name = order === "dmy" ? "day, month, year" : "month, day, year";
    report(
      problem("W-DATE-ORDER", {
        column: columns.headers[columns.fields.get(field)!]!,
        message: `Dates in this column were read as ${name}: one of them cannot be anything else`,
      }),
    );
  }
  return orders;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
export const hasControls = (row: Row): boolean => row.cells.some((c) => CONTROL.test(c));
export const isBlank = (row: Row): boolean => row.cells.every((c) => c.trim() === "");
export const repeatsHeader = (row: Row, header: Row): boolean =>
  row.cells.length === header.cells.length && row.cells.every((c, i) => c.trim() === header.cells[i]!.trim());

/** A cell as meant: clean, without the apostrophe that keeps spreadsheets from running it. */
export function cellOf(row: Row, index: number | undefined): string {
  const text = index === undefined ? undefined : row.cells[index];
  if (text === undefined || text === "") return "";
  const trimmed = text.trim();
  return clean(/^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed);
}

/** The id in a row, as it is kept: without spaces. */
export const idOf = (row: Row, { fields }: Columns): string => hyphenated(cellOf(row, fields.get("id")));

export const hyphenated = (id: string): string => (/\s/.test(id) ? id.replace(/\s+/g, "-") : id);
