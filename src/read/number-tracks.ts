import type { Problem } from "../model/problem.js";
import { parseQuantity } from "../model/quantity.js";
import type { NumberTrack, TimelineEvent, TrackKind, TrackPoint } from "../model/types.js";
import { isZone } from "../model/zone.js";
import { placeOf } from "./columns.js";
import { decode } from "./decode.js";
import { fieldOf } from "./fields.js";
import { groupProblems } from "./group.js";
import { saysNothing } from "./nothing.js";
import { problem } from "./problems.js";
import { markup, noZone, type ReadOptions } from "./read.js";
import { splitRows, type Row } from "./rows.js";
import { formatOf, HEAD, isMarkup } from "./sniff.js";
import { readRows } from "./table.js";

export interface ReadTracksOptions extends Pick<
  ReadOptions,
  "filename" | "format" | "zone" | "language" | "dateOrder" | "dozens"
> {
  /** How all of them are drawn. Default: as the columns say nothing, "line". */
  readonly kind?: TrackKind | undefined;
}

export interface ReadTracksResult {
  readonly tracks: readonly NumberTrack[];
  readonly problems: readonly Problem[];
}

/** Columns of one track; -1 for none. */
interface TrackColumns {
  readonly title: string;
  readonly unit: string;
  value: number;
  low: number;
  high: number;
}

/** What a column of numbers is called that has no name of its own: the file's name is that of the track. */
const PLAIN = /^(?:value|figure|number|count|n|best)$/i;

/**
 * Reads number tracks from a table: a column of times as for events, and every other column a track, its header the title,
 * with the unit in brackets. `NAME:low` and `NAME:high` are its bounds; a blank cell is a gap.
 *
 * @example
 * const { tracks } = readTracks("date,Gas price (tenge)\n2022-01-01,120\n2022-01-04,50", { kind: "step" });
 */
export function readTracks(input: string | Uint8Array, options: ReadTracksOptions = {}): ReadTracksResult {
  const { zone } = options;
  if (zone !== undefined && !isZone(zone)) {
    const { tracks, problems } = readTracks(input, { ...options, zone: undefined });
    return { tracks, problems: [noZone(zone), ...problems] };
  }
  const { text, problems: encoding } = decode(input);
  const none = (...problems: readonly Problem[]): ReadTracksResult => ({
    tracks: [],
    problems: [...encoding, ...problems],
  });
  if (text.trim() === "")
    return encoding.length > 0 ? none() : none(problem("E-FILE-EMPTY", { message: "The file is empty" }));
  const head = text.slice(0, HEAD);
  if (options.format === undefined && isMarkup(head)) return none(markup());
  if ((options.format ?? formatOf(head, options.filename)) === "json")
    return none(
      problem("E-FILE-KIND", { message: "This is JSON; tracks are read from a table", hint: TRACKS_IN_JSON }),
    );
  const { tracks, problems } = fromTable(text, options);
  return { tracks, problems: groupProblems([...encoding, ...problems]) };
}

const TRACKS_IN_JSON = "Put them into the document, as its “tracks”";

function fromTable(text: string, options: ReadTracksOptions): ReadTracksResult {
  const split = (report?: (p: Problem) => void) =>
    splitRows([text], { delimiter: options.format === "tsv" ? "\t" : undefined, report });
  const headers = headersOf(split());
  const time = headers.findIndex((h) => ["time", "start"].includes(fieldOf(h.trim()) ?? ""));
  if (time < 0) {
    const hint = "Name a column “date”, “time” or “start”";
    return { tracks: [], problems: [problem("E-HEADER", { message: "There is no column of times", row: 1, hint })] };
  }
  const columns = columnsOf(headers, options.filename);
  if (columns.length === 0) {
    const hint = "Beside the times there is a column for each track, its header the title";
    return { tracks: [], problems: [problem("E-HEADER", { message: "There is no column of numbers", row: 1, hint })] };
  }
  const rows = new WeakMap<TimelineEvent, Row>();
  // Rows are read as events are, whose title is their time: dates in all their spellings, and their Problems, are the same.
  const { zone, language, dateOrder } = options;
  const mapping = { title: headers[time]!, [fieldOf(headers[time]!.trim())!]: headers[time]! };
  const read = readRows(split, { zone, language, dateOrder, columns: mapping }, (event, row) =>
    rows.set(event, { ...row, cells: [...row.cells] }),
  );
  const problems = read.problems
    .filter((p) => p.code !== "W-COLUMN-UNKNOWN")
    .map((p) =>
      p.code === "E-TITLE-MISSING" ? { ...p, ...problem("E-DATE-MISSING", { message: "The figure has no time" }) } : p,
    );
  if (read.data.events.length === 0) return { tracks: [], problems };
  const tracks = columns.map((column): NumberTrack => {
    const points = read.data.events.map((event): TrackPoint => {
      const row = rows.get(event)!;
      const report = (p: Problem, index: number): void =>
        void problems.push({
          ...p,
          row: row.row,
          ...(row.line === undefined ? {} : { line: row.line }),
          ...placeOf(headers, index),
        });
      const { knownFrom } = event;
      return {
        time: event.time,
        ...figureOf(row, column, options, report),
        ...(knownFrom === undefined ? {} : { knownFrom }),
      };
    });
    const { title, unit } = column;
    const { kind } = options;
    return { title, ...(unit === "" ? {} : { unit }), ...(kind === undefined ? {} : { kind }), points };
  });
  return { tracks, problems };
}

function headersOf(rows: Iterable<Row>): readonly string[] {
  for (const { cells } of rows) if (cells.some((c) => c.trim() !== "")) return [...cells];
  return [];
}

function columnsOf(headers: readonly string[], filename = ""): TrackColumns[] {
  const file = /([^/\\]+?)(?:\.\w+)?$/.exec(filename)?.[1] ?? "";
  const list: TrackColumns[] = [];
  headers.forEach((header, index) => {
    const [, name = "", part] = /^(.*?)(?::?\b(low|high))?$/is.exec(header.trim())!;
    if (header.trim() === "" || fieldOf(header.trim()) !== undefined) return;
    const whole = name.replace(/:$/, "").trim();
    const named = whole === "" || PLAIN.test(whole) ? file || whole || "value" : whole;
    const [, title = named, unit = ""] = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(named) ?? [];
    let own = list.find((c) => c.title === title);
    if (own === undefined) list.push((own = { title, unit, value: -1, low: -1, high: -1 }));
    own[(part?.toLowerCase() as "low" | "high" | undefined) ?? "value"] = index;
  });
  return list;
}

type Report = (p: Problem, index: number) => void;

function figureOf(
  { cells }: Row,
  { value, low, high }: TrackColumns,
  { language, dozens }: ReadTracksOptions,
  report: Report,
): Pick<TrackPoint, "value" | "low" | "high"> {
  const bounds = { low: boundOf(cells, low, language, report), high: boundOf(cells, high, language, report) };
  const own = {
    ...(bounds.low === null ? {} : { low: bounds.low }),
    ...(bounds.high === null ? {} : { high: bounds.high }),
  };
  const text = (cells[value] ?? "").trim();
  if (text === "" || saysNothing(text)) return { value: null, ...own };
  const plain = numberIn(text, language);
  if (plain !== null) return { value: plain, ...own };
  const parsed = parseQuantity(text, { language, policy: dozens });
  if (!parsed.ok) {
    report(parsed.problem, value);
    // Words stay words; a number that we refuse is not shown.
    return { value: parsed.problem.code === "E-NUMBER" ? text : null, ...own };
  }
  for (const p of parsed.problems ?? []) report(p, value);
  // What words mean at least depends on how they are read here.
  return dozens === "acled" && parsed.value.low != null
    ? { value: text, low: parsed.value.low, ...own }
    : { value: text, ...own };
}

function boundOf(cells: readonly string[], index: number, language: string | undefined, report: Report): number | null {
  const text = (cells[index] ?? "").trim();
  if (text === "" || saysNothing(text)) return null;
  const n = numberIn(text, language);
  if (n === null) report(problem("E-NUMBER", { value: text, hint: "Write a number" }), index);
  return n;
}

/** A number in digits, below zero too: quantities of events are counts, numbers of tracks may be temperatures. */
function numberIn(text: string, language: string | undefined): number | null {
  const [, sign, digits] = /^([-−]?)\s*(\d[\d.,' \u00a0\u2009\u202f’]*)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const parsed = parseQuantity(digits, { language });
  if (!parsed.ok || parsed.value.low == null || parsed.value.low !== parsed.value.high) return null;
  return sign === "" ? parsed.value.low : -parsed.value.low;
}
