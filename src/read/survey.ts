import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { clean, LONGEST_NAME } from "../model/text.js";
import { hasControls, isBlank, repeatsHeader, textIn } from "./cells.js";
import { columnsOf, type Column, type ColumnMapping, type Columns } from "./columns.js";
import { addDateClue, DATE_FIELDS, noDateClues, type DateClues, type DateColumnOptions } from "./date-columns.js";
import { asYear, joinedDate } from "./dates.js";
import { fieldOf, type Field } from "./fields.js";
import { IdIndex, REPEATED, SEEN, TIMED, TITLED } from "./ids.js";
import type { Row } from "./rows.js";

export interface TableOptions extends DateColumnOptions {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly columns?: ColumnMapping | undefined;
  /** What "dozens" means at least; see QuantityOptions. */
  readonly dozens?: "two" | "acled" | undefined;
}

/** The header of a table and what its columns mean. */
export interface Head {
  readonly header: Row;
  readonly columns: Columns;
}

/** What the rows of a table say together. */
export interface Survey {
  /** What the columns of dates say about how they are written. */
  readonly clues: ReadonlyMap<Field, DateClues>;
  readonly ids: IdIndex;
}

/** The head of a table; null, and a Problem, for one without the columns that are needed. */
export function headOf(header: Row, options: TableOptions, report: (p: Problem) => void): Head | null {
  const columns = columnsOf(
    header.cells.map((c) => clean(unquoted(textIn(c)), LONGEST_NAME)),
    options.columns,
  );
  const row = header.row;
  if (header.cells.some(hasControls)) report(problem("W-CONTROL", { row }));
  for (const p of columns.problems) report("row" in p ? { ...p, row } : p);
  const { fields, headers } = columns;
  if (fields.has("title") && (fields.has("time") || fields.has("start"))) return { header, columns };
  report(problem("E-HEADER", { row, value: header.cells.join(", "), ...missing(columns, headers) }));
  return null;
}

const unquoted = (header: string): string => header.replace(/^[\u201c\u201e"](.*)[\u201c\u201d"]$/, "$1");

/** Which of the two is missing, and which column may be the time. */
function missing(
  { fields }: Columns,
  headers: readonly string[],
): { readonly message?: string; readonly hint?: string } {
  const title = fields.has("title");
  const time = fields.has("time") || fields.has("start");
  const others = headers.filter((h) => h !== "" && fieldOf(h) === undefined);
  const date =
    others.find((h) => /date|time|year|datum|jahr|дата|год|күн|fecha/i.test(h)) ?? (title ? others[0] : undefined);
  const name = others.find((h) => h !== date);
  const mapping = [...(title ? [] : [`title=${name ?? "…"}`]), ...(time ? [] : [`start=${date ?? "…"}`])].join(",");
  return {
    ...(title || time ? { message: `There is no column for the ${title ? "time" : "title"}` } : {}),
    ...((title || name !== undefined) && (time || date !== undefined)
      ? { hint: `Name it so in the first row, or say which it is, for instance: --columns "${mapping}"` }
      : {}),
  };
}

/** So many rows are looked at below a first one that is no header. */
const LOWER = 5;

/**
 * The head of a table that begins with it. Rows below a first one that is none are looked at for it, so that a title over
 * the table is told as one; it is not passed over, because nobody knows what else stands there.
 */
export function headFinder(options: TableOptions, report: (p: Problem) => void) {
  let first: { readonly row: Row; readonly problems: readonly Problem[] } | null = null;
  let left = LOWER;
  const give = (problems: readonly Problem[]): void => problems.forEach(report);
  return {
    /** The head, when this row is it. */
    next: (row: Row): Head | null => {
      if (left < 0) return null;
      const problems: Problem[] = [];
      const head = headOf(row, options, (p) => problems.push(p));
      if (first === null) {
        if (head !== null) give(problems);
        else first = { row, problems };
        return head;
      }
      left = head === null ? left - 1 : -1;
      if (head === null) return null;
      const message = `The names of the columns stand in row ${row.row}, it seems`;
      const hint = `Take out what stands above row ${row.row}`;
      first = {
        row: first.row,
        problems: [problem("E-HEADER", { row: first.row.row, value: first.row.cells.join(", "), message, hint })],
      };
      return null;
    },
    end: (): void => give(first?.problems ?? []),
  };
}

/** What all rows say together, from a pass over them. */
export function surveyRows(rows: Iterable<Row>, { header, columns }: Head): Survey {
  const { fields } = columns;
  const clues = new Map<Field, DateClues>();
  for (const field of DATE_FIELDS) if (fields.has(field)) clues.set(field, noDateClues());
  const dates = [...clues].map(([field, clues]) => ({ column: fields.get(field)!, clues }));
  const ids = new IdIndex();
  const [title, ...times] = (["title", "time", "start", "end"] as const).map((field) => fields.get(field));
  const isFilled = (row: Row, column: Column | undefined): boolean => columnText(row, column) !== "";
  for (const row of rows) {
    if (row.row <= header.row || isBlank(row) || repeatsHeader(row, header)) continue;
    for (const { column, clues } of dates) addDateClue(clues, dateText(row, column));
    const id = idOf(row, columns);
    if (id === "") continue;
    const known = ids.mark(
      id,
      SEEN | (isFilled(row, title) ? TITLED : 0) | (times.some((column) => isFilled(row, column)) ? TIMED : 0),
    );
    if (known !== 0) ids.mark(id, REPEATED);
  }
  return { clues, ids };
}

/** The text of a column of ours in a row. */
function columnText({ cells }: Row, column: Column | undefined): string {
  if (column === undefined) return "";
  if (column.parts.length === 1) return textIn(cells[column.index]);
  return joinedText(column.parts.map((i) => textIn(cells[i])));
}

/** The same of a column of dates. */
export function dateText({ cells }: Row, column: Column): string {
  if (column.parts.length > 1) return joinedDate(column.parts.map((i) => textIn(cells[i])));
  const text = textIn(cells[column.index]);
  return column.years ? asYear(text) : text;
}

export const joinedText = (cells: readonly string[]): string => cells.filter((c) => c !== "").join(" ");

/** The id in a row, as it is kept: without spaces. */
export const idOf = (row: Row, { fields }: Columns): string => hyphenated(columnText(row, fields.get("id")));

/** Cleaned text has no other white space than these. */
export const hyphenated = (id: string): string =>
  id.includes(" ") || id.includes("\u00a0") ? id.replace(/\s+/g, "-") : id;
