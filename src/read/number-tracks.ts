import type { Problem } from "../model/problem.js";
import { parseQuantity } from "../model/quantity.js";
import type { NumberTrack, TimelineEvent, TrackKind, TrackPoint } from "../model/types.js";
import { eventsOf, headersOf, readBeside, type BesideOptions, type Wording } from "./beside.js";
import { columnsOf as columnsOfEvents, placeOf } from "./columns.js";
import type { FileBytes } from "./decode.js";
import { fieldOf } from "./fields.js";
import { saysNothing } from "./nothing.js";
import { problem } from "./problems.js";
import type { ReadOptions } from "./read.js";
import type { Row } from "./rows.js";
import type { TableRows } from "./table.js";

export interface ReadTracksOptions extends BesideOptions, Pick<ReadOptions, "dozens"> {
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
export function readTracks(input: string | FileBytes, options: ReadTracksOptions = {}): ReadTracksResult {
  const { items, problems } = readBeside(input, options, "tracks", (rows, own) =>
    fromRows(rows, { ...options, zone: own.zone }),
  );
  return { tracks: items, problems };
}

function fromRows(
  split: TableRows,
  options: ReadTracksOptions,
): { readonly items: readonly NumberTrack[]; readonly problems: readonly Problem[] } {
  const headers = headersOf(split());
  const { fields } = columnsOfEvents(headers);
  const field = fields.has("time") ? "time" : "start";
  const time = fields.get(field);
  if (time === undefined) {
    const hint = "Name a column “date”, “time” or “start”";
    return { items: [], problems: [problem("E-HEADER", { message: "There is no column of times", row: 1, hint })] };
  }
  const taken = (["time", "start", "end"] as const).flatMap((name) => fields.get(name)?.parts ?? []);
  const columns = columnsOf(headers, new Set(taken), options.filename);
  if (columns.length === 0) {
    const hint = "Beside the times there is a column for each track, its header the title";
    return { items: [], problems: [problem("E-HEADER", { message: "There is no column of numbers", row: 1, hint })] };
  }
  const rows = new WeakMap<TimelineEvent, Row>();
  // An event has a title; that of a figure is its time.
  const named = (parts: readonly number[]): readonly string[] => parts.map((i) => headers[i]!);
  const end = fields.get("end");
  const mapping = {
    title: headers[time.index]!,
    [field]: named(time.parts),
    ...(end === undefined ? {} : { end: named(end.parts) }),
  };
  const { events, problems } = eventsOf(split, options, mapping, figureWording, (event, row) =>
    rows.set(event, { ...row, cells: [...row.cells] }),
  );
  if (events.length === 0) return { items: [], problems };
  const tracks = columns.map((column): NumberTrack => {
    const points = events.map((event): TrackPoint => {
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
  return { items: tracks, problems };
}

/** A column that is not ours is a track. */
const figureWording: Wording = (p) =>
  p.code === "W-COLUMN-UNKNOWN"
    ? null
    : p.code === "E-TITLE-MISSING"
      ? { ...p, ...problem("E-DATE-MISSING", { message: "The figure has no time" }) }
      : p;

function columnsOf(headers: readonly string[], times: ReadonlySet<number>, filename = ""): TrackColumns[] {
  const file = /([^/\\]+?)(?:\.\w+)?$/.exec(filename)?.[1] ?? "";
  const list: TrackColumns[] = [];
  headers.forEach((header, index) => {
    const [, name = "", part] = /^(.*?)(?::?\b(low|high))?$/is.exec(header.trim())!;
    if (times.has(index) || header.trim() === "" || fieldOf(header.trim()) !== undefined) return;
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
