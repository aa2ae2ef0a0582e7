import { isObject } from "../model/object.js";
import type { Problem } from "../model/problem.js";
import { pickText } from "../model/text.js";
import { resolveTime } from "../model/time.js";
import type { TimelineData } from "../model/types.js";
import { isZone } from "../model/zone.js";
import { decodeChunks, encodingOf, type ByteSource } from "./decode.js";
import { problemGroups, type ProblemGroups } from "./group.js";
import { markup, noZone, read, type ReadOptions } from "./read.js";
import { splitRows, type Row } from "./rows.js";
import { formatOf, HEAD, isMarkup } from "./sniff.js";
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
  if (options.zone !== undefined && !isZone(options.zone)) {
    const { events, problems } = check(source, { ...options, zone: undefined }, onRow);
    return { events, problems: [noZone(options.zone), ...problems] };
  }
  const { label, problems } = encodingOf(source);
  if (label === null) return { events: 0, problems };
  const text = (): Iterable<string> => decodeChunks(source(), label);
  const head = headOf(text());
  if (options.format === undefined && isMarkup(head)) return { events: 0, problems: [...problems, markup()] };
  const format = options.format ?? formatOf(head, options.filename);
  if (format === "json") {
    const whole = read([...text()].join(""), { ...options, format });
    return { events: soundEvents(whole.data), problems: [...problems, ...whole.problems] };
  }
  const delimiter = format === "tsv" ? "\t" : undefined;
  const rows: TableRows = (report) => {
    const all = splitRows(text(), { delimiter, report, reuse: true });
    return onRow === undefined ? all : { delimiter: all.delimiter, [Symbol.iterator]: () => counted(all, onRow) };
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

/** Events of a document, and versions of them, that say what and when. */
const soundEvents = ({ events, zone, language = "en" }: TimelineData): number =>
  events.filter((e) => {
    if (!isObject(e)) return false;
    const isVersion = e.id !== undefined && e.knownFrom !== undefined;
    const hasTitle = pickText(e.title, language, language) !== "";
    return (hasTitle || isVersion) && ((isVersion && e.time == null) || resolveTime(e.time, { zone }).ok);
  }).length;

function* counted(rows: Iterable<Row>, onRow: (row: number) => void): Generator<Row> {
  for (const row of rows) {
    onRow(row.row);
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
