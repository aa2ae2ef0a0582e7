import { optionsOf } from "../model/mistake.js";
import type { Problem } from "../model/problem.js";
import type { TimelineEvent } from "../model/types.js";
import { isZone } from "../model/zone.js";
import type { ColumnMapping } from "./columns.js";
import { decode, type FileBytes } from "./decode.js";
import { groupProblems } from "./group.js";
import { problem } from "./problems.js";
import { markup, noZone, type ReadOptions } from "./read.js";
import { splitRows, type Row } from "./rows.js";
import { formatOf, HEAD, isMarkup } from "./sniff.js";
import { readRows, type TableRows } from "./table.js";

/** How a table is read that stands beside that of the events. */
export type BesideOptions = Pick<ReadOptions, "filename" | "format" | "zone" | "language" | "dateOrder">;

interface Beside<T> {
  readonly items: readonly T[];
  readonly problems: readonly Problem[];
}

/** What all tables beside that of the events have in common: their bytes, and what is no table. */
export function readBeside<T>(
  input: string | FileBytes,
  given: BesideOptions,
  /** What is read, as a document calls it. */
  what: "tracks" | "periods",
  fromRows: (rows: TableRows, options: BesideOptions) => Beside<T>,
): Beside<T> {
  const options = optionsOf(given, "readTracks() and readPeriods()");
  const { zone } = options;
  if (zone !== undefined && !isZone(zone)) {
    const { items, problems } = readBeside(input, { ...options, zone: undefined }, what, fromRows);
    return { items, problems: [noZone(zone), ...problems] };
  }
  const { text, problems: encoding } = decode(input, what === "tracks" ? "readTracks()" : "readPeriods()");
  const none = (...problems: readonly Problem[]): Beside<T> => ({ items: [], problems: [...encoding, ...problems] });
  if (text.trim() === "")
    return encoding.length > 0 ? none() : none(problem("E-FILE-EMPTY", { message: "The file is empty" }));
  const head = text.slice(0, HEAD);
  if (options.format === undefined && isMarkup(head)) return none(markup());
  if ((options.format ?? formatOf(head, options.filename)) === "json") {
    const hint = `Put them into the document, as its “${what}”`;
    return none(problem("E-FILE-KIND", { message: `This is JSON; ${what} are read from a table`, hint }));
  }
  const delimiter = options.format === "tsv" ? "\t" : undefined;
  const { items, problems } = fromRows((report) => splitRows([text], { delimiter, report }), options);
  return { items, problems: groupProblems([...encoding, ...problems]) };
}

export function headersOf(rows: Iterable<Row>): readonly string[] {
  for (const { cells } of rows) if (cells.some((c) => c.trim() !== "")) return [...cells];
  return [];
}

/** How what is wrong with an event is said of what is no event; null: not at all. */
export type Wording = (p: Problem) => Problem | null;

/** Rows read as events are: dates in all their spellings, and their Problems, are the same. */
export function eventsOf(
  rows: TableRows,
  { zone, language, dateOrder }: BesideOptions,
  columns: ColumnMapping,
  wording: Wording,
  onEvent?: (event: TimelineEvent, row: Row) => void,
): { readonly events: readonly TimelineEvent[]; readonly problems: Problem[] } {
  const { data, problems } = readRows(rows, { zone, language, dateOrder, columns }, onEvent);
  return { events: data.events, problems: problems.map(wording).filter((p) => p !== null) };
}

/** Of a table that was to be fetched and was not. */
export const unfetched = (address: string, reason: string): Problem =>
  problem("E-FILE-FETCH", { value: address, message: `${reason}; the timeline is shown without it` });
