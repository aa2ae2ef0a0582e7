import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { placeOf, type Columns } from "./columns.js";
import { addClue, noClues, orderOf, type DateOrder, type OrderClues } from "./dates.js";
import type { Field } from "./fields.js";
import { addSerial, dateOfCell, noSerials, serialColumns, type DateSystem, type SerialClues } from "./serial.js";

export interface DateColumnOptions {
  readonly dateOrder?: DateOrder | undefined;
  /** How a workbook counts its days; a table of text does not say. */
  readonly dateSystem?: DateSystem | undefined;
}

/** What the cells of a date column, seen one after the other, say about how it is written. */
export interface DateClues {
  readonly order: OrderClues;
  readonly serial: SerialClues;
  /** How many cells are the midnight of a day. */
  midnights: number;
}

/** What only whole columns tell about their dates. */
export interface DateColumns {
  /** The order of day and month. */
  readonly orders: ReadonlyMap<Field, "dmy" | "mdy">;
  /** Columns of a spreadsheet's day numbers. */
  readonly serials: ReadonlySet<Field>;
  /** Columns of days that a program wrote with a time of day, 00:00 in every cell. */
  readonly midnights: ReadonlySet<Field>;
}

/** With fewer cells than this all may have happened at midnight. */
const MIDNIGHTS_LEAST = 20;
const MIDNIGHT = /^\d{4}-\d\d-\d\d[T ]00:00(?::00(?:\.0+)?)?Z?$/;
export const isMidnight = (cell: string): boolean => cell.charCodeAt(11) === 48 && MIDNIGHT.test(cell);

export const DATE_FIELDS = ["time", "start", "end", "known_from"] as const satisfies readonly Field[];

export const noDateClues = (): DateClues => ({ order: noClues(), serial: noSerials(), midnights: 0 });

export function addDateClue(clues: DateClues, cell: string): void {
  addClue(clues.order, cell);
  addSerial(clues.serial, cell);
  if (isMidnight(cell)) clues.midnights++;
}

/** How dates are to be read when nothing is known of their columns. */
export function statedOrder({ dateOrder }: DateColumnOptions): DateColumns {
  const known = dateOrder === "dmy" || dateOrder === "mdy" ? dateOrder : null;
  return {
    orders: new Map(known === null ? [] : DATE_FIELDS.map((field) => [field, known] as const)),
    serials: new Set(),
    midnights: new Set(),
  };
}

/** How the dates of each column are to be read; every inference is reported. */
export function dateColumns(
  columns: Columns,
  clues: ReadonlyMap<Field, DateClues>,
  options: DateColumnOptions,
  report: (p: Problem) => void,
): DateColumns {
  const place = (field: Field): object => placeOf(columns.headers, columns.fields.get(field)!.index);
  const orders = new Map(statedOrder(options).orders);
  for (const [field, { order: seen }] of clues) {
    const order = options.dateOrder === undefined ? orderOf(seen) : null;
    if (order === null) continue;
    orders.set(field, order);
    const name = order === "dmy" ? "day, month, year" : "month, day, year";
    const message = `Dates in this column were read as ${name}: one of them cannot be anything else`;
    report(problem("W-DATE-ORDER", { ...place(field), message, hint: `Name it: --date-order ${order}` }));
  }
  const serials = serialColumns(new Map([...clues].map(([field, { serial }]) => [field, serial])));
  for (const field of serials) {
    const value = clues.get(field)!.serial.first;
    const message = `All cells of this column are day numbers of a spreadsheet; they were read as dates: ${value} as ${dateOfCell(value, options.dateSystem)}`;
    report(problem("W-DATE-SERIAL", { ...place(field), message, value }));
  }
  const midnights = new Set<Field>();
  for (const [field, { midnights: n, serial }] of clues) {
    if (n < MIDNIGHTS_LEAST || n < serial.filled) continue;
    midnights.add(field);
    report(problem("W-DATE-MIDNIGHT", { ...place(field), value: serial.first }));
  }
  return { orders, serials, midnights };
}
