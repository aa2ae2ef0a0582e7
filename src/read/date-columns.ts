import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { Columns, Field } from "./columns.js";
import { inferOrder, type DateOrder } from "./dates.js";
import type { Row } from "./rows.js";
import { dateOfCell, serialColumns, type DateSystem } from "./serial.js";

export interface DateColumnOptions {
  readonly dateOrder?: DateOrder | undefined;
  /** How a workbook counts its days; a table of text does not say. */
  readonly dateSystem?: DateSystem | undefined;
}

/** What only whole columns tell about their dates. */
export interface DateColumns {
  /** The order of day and month. */
  readonly orders: ReadonlyMap<Field, "dmy" | "mdy">;
  /** Columns of a spreadsheet's day numbers. */
  readonly serials: ReadonlySet<Field>;
  readonly problems: readonly Problem[];
}

const DATES = ["time", "start", "end", "known_from"] as const;

/** Infers how dates are written from all cells of each date column; every inference is reported. */
export function dateColumns(columns: Columns, body: readonly Row[], options: DateColumnOptions): DateColumns {
  const cells = new Map<Field, readonly string[]>();
  for (const field of DATES) {
    const at = columns.fields.get(field);
    if (at !== undefined)
      cells.set(
        field,
        body.map((r) => r.cells[at] ?? ""),
      );
  }
  const header = (field: Field): string => columns.headers[columns.fields.get(field)!]!;
  const problems: Problem[] = [];
  const orders = new Map<Field, "dmy" | "mdy">();
  for (const [field, texts] of options.dateOrder === undefined ? cells : []) {
    const order = inferOrder(texts);
    if (order === null) continue;
    orders.set(field, order);
    const name = order === "dmy" ? "day, month, year" : "month, day, year";
    const message = `Dates in this column were read as ${name}: one of them cannot be anything else`;
    problems.push(problem("W-DATE-ORDER", { column: header(field), message }));
  }
  const serials = serialColumns(cells);
  for (const field of serials) {
    const value = cells.get(field)!.find((c) => c.trim() !== "")!;
    const message = `All cells of this column are day numbers of a spreadsheet; they were read as dates: ${value.trim()} as ${dateOfCell(value, options.dateSystem)}`;
    problems.push(problem("W-DATE-SERIAL", { column: header(field), message, value }));
  }
  return { orders, serials, problems };
}
