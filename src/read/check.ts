import type { Problem } from "../model/problem.js";
import { decodeChunks, encodingOf, type ByteSource } from "./decode.js";
import { problemGroups, type ProblemGroups } from "./group.js";
import { read, type ReadOptions } from "./read.js";
import { splitRows, type Row } from "./rows.js";
import { formatOf, HEAD } from "./sniff.js";
import { scanTable, type TableRows } from "./table.js";

export interface CheckResult {
  /** Rows that became events. */
  readonly events: number;
  readonly problems: readonly Problem[];
}

/**
 * What {@link read} would report, without keeping the events: a table takes the memory of its longest row and of its ids,
 * whatever its length. JSON is read whole.
 *
 * @param onRow called with each row's number in each pass over the rows
 * @example
 * check(() => chunksOf("big.csv"), { filename: "big.csv" })
 */
export function check(source: ByteSource, options: ReadOptions = {}, onRow?: (row: number) => void): CheckResult {
  const { label, problems } = encodingOf(source);
  if (label === null) return { events: 0, problems };
  const text = (): Iterable<string> => decodeChunks(source(), label);
  const format = options.format ?? formatOf(headOf(text()), options.filename);
  if (format === "json") {
    const whole = read([...text()].join(""), { ...options, format });
    return { events: whole.data.events.length, problems: [...problems, ...whole.problems] };
  }
  const delimiter = format === "tsv" ? "\t" : undefined;
  const rows: TableRows = (report) => {
    const all = splitRows(text(), { delimiter, report });
    return { delimiter: all.delimiter, [Symbol.iterator]: () => counted(all, onRow) };
  };
  let groups: ProblemGroups;
  let events = 0;
  const begin = (): void => {
    groups = problemGroups();
    problems.forEach(groups.add);
    events = 0;
  };
  begin();
  scanTable(rows, options, { event: () => events++, problem: (p) => groups.add(p), restart: begin });
  return { events, problems: groups!.list() };
}

function* counted(rows: Iterable<Row>, onRow: ((row: number) => void) | undefined): Generator<Row> {
  for (const row of rows) {
    onRow?.(row.row);
    yield row;
  }
}

function headOf(chunks: Iterable<string>): string {
  let head = "";
  for (const chunk of chunks) {
    head += chunk;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}
