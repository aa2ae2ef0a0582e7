import type { Problem } from "../model/problem.js";
import type { Period } from "../model/types.js";
import { eventsOf, headersOf, readBeside, type BesideOptions, type Wording } from "./beside.js";
import { isBlank, repeatsHeader, textIn } from "./cells.js";
import { columnsOf, placeOf, type ColumnMapping, type Columns } from "./columns.js";
import type { FileBytes } from "./decode.js";
import { isField, keyOf, type Field } from "./fields.js";
import { problem } from "./problems.js";
import type { Row } from "./rows.js";
import type { TableRows } from "./table.js";

export type ReadPeriodsOptions = BesideOptions;

export interface ReadPeriodsResult {
  readonly periods: readonly Period[];
  readonly problems: readonly Problem[];
}

const READ: ReadonlySet<Field> = new Set<Field>(["title", "time", "start", "end", "precision", "zone"]);
/** What says of an event where it stands, or when it is known. A period has none of it: its reader is told so. */
const MEANT: ReadonlySet<Field> = new Set<Field>(["lane", "place", "region", "category", "known_from", "change"]);

/** What a column of names is called where it is not called as for events. */
const NAMES: ReadonlySet<string> = new Set([
  ...["period", "periods", "phase", "stage", "era", "season", "reign"],
  ...["période", "zeitraum", "zeitabschnitt", "период", "кезең", "دوره", "时期", "阶段"],
]);

/**
 * Reads named periods from a table: a column of names and one of times, or of starts and ends, called and written as for
 * events. Other columns are not read.
 *
 * @example
 * const { periods } = readPeriods("name,start,end\nState of emergency,2022-01-05,2022-01-19");
 */
export function readPeriods(input: string | FileBytes, options: ReadPeriodsOptions = {}): ReadPeriodsResult {
  const { items, problems } = readBeside(input, options, "periods", fromRows);
  return { periods: items, problems };
}

function fromRows(
  rows: TableRows,
  options: ReadPeriodsOptions,
): { readonly items: readonly Period[]; readonly problems: readonly Problem[] } {
  const headers = headersOf(rows()).map((h) => textIn(h));
  const mapping = nameIn(headers);
  const columns = columnsOf(headers, mapping);
  const missing = missingIn(columns);
  if (missing !== null) return { items: [], problems: [missing] };
  const { events, problems } = eventsOf(onlyRead(rows, columns), options, mapping, periodWording);
  const periods = events.map(({ title, time }): Period => ({ title, time }));
  return { items: periods, problems: [...unread(columns), ...problems] };
}

/** The column of names, where it is not called as for events. */
function nameIn(headers: readonly string[]): ColumnMapping {
  if (columnsOf(headers).fields.has("title")) return {};
  const header = headers.find((h) => NAMES.has(keyOf(h)));
  return header === undefined ? {} : { title: header };
}

function missingIn({ fields, headers }: Columns): Problem | null {
  const message = !fields.has("title")
    ? "There is no column of names"
    : !fields.has("time") && !fields.has("start")
      ? "There is no column of times"
      : null;
  if (message === null) return null;
  const hint = "Name the columns “name”, “start” and “end”";
  return problem("E-HEADER", { message, row: 1, value: headers.join(", "), hint });
}

function unread({ fields, headers }: Columns): Problem[] {
  const found = [...fields].filter(([field]) => MEANT.has(field));
  return found.map(([, { index }]) => {
    const message = "A period has a name and a time, in all lanes and always; this column is not read";
    const hint = "Nothing to do, unless more was meant";
    return problem("W-COLUMN-UNKNOWN", { message, row: 1, value: headers[index]!, ...placeOf(headers, index), hint });
  });
}

/** The rows with no header over columns that mean something to events alone: ids and versions, for one. */
function onlyRead(rows: TableRows, { fields, quantities }: Columns): TableRows {
  const hidden = new Set([
    ...[...fields].flatMap(([field, { parts }]) => (READ.has(field) ? [] : parts)),
    ...quantities.flatMap(({ said, low, best, high }) => [said, low, best, high]),
  ]);
  return (report) => {
    const all = rows(report);
    return { delimiter: all.delimiter ?? ",", [Symbol.iterator]: () => withoutHeaders(all, hidden) };
  };
}

function* withoutHeaders(rows: Iterable<Row>, hidden: ReadonlySet<number>): Generator<Row> {
  let header: Row | null = null;
  for (const row of rows) {
    if (header === null && !isBlank(row)) {
      header = row;
      yield { ...row, cells: row.cells.map((cell, i) => (hidden.has(i) ? "" : cell)) };
    } else if (header === null || !repeatsHeader(row, header)) yield row;
  }
}

const periodWording: Wording = (p) => {
  switch (p.code) {
    case "E-TITLE-MISSING":
      return { ...p, message: "The period has no name" };
    case "E-DATE-MISSING":
      return { ...p, message: "The period has no time" };
    case "W-COLUMN-UNKNOWN":
      return isRead(/“([^”]+)”/.exec(p.hint ?? "")?.[1] ?? "") ? { ...p, message: "This column is not read" } : null;
    default:
      return p;
  }
};

const isRead = (field: string): boolean => isField(field) && READ.has(field);
