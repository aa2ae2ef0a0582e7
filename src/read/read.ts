import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { resolve } from "../model/resolve.js";
import type { TimelineData } from "../model/types.js";
import type { ColumnMapping } from "./columns.js";
import type { DateOrder } from "./dates.js";
import { decode } from "./decode.js";
import { groupProblems } from "./group.js";
import { readJson } from "./json.js";
import { splitRows, type Row } from "./rows.js";
import { readTable, type TableOptions } from "./table.js";

export interface ReadOptions {
  /** Default: by the file's name, else by its content. */
  readonly format?: "csv" | "tsv" | "json" | undefined;
  readonly filename?: string | undefined;
  /** IANA zone of times without an offset. */
  readonly zone?: string | undefined;
  /** Language of the texts and of quantities in words. */
  readonly language?: string | undefined;
  /** Order of day and month in dates such as 06/01/2022. */
  readonly dateOrder?: DateOrder | undefined;
  /** Our column names → the file's headers: `{ title: "headline", "quantity:killed": "best" }`. */
  readonly columns?: ColumnMapping | undefined;
}

export interface ReadResult {
  readonly data: TimelineData;
  /** Everything that is wrong, by row and column or by JSON path; the same problem in many rows is one, with a count. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a file: CSV, TSV or JSON, as text or bytes. Never throws for what is in it: a row that cannot be read is left out
 * and reported, the others stay.
 *
 * @example
 * const { data, problems } = read(bytes, { filename: "story.csv", zone: "Asia/Almaty" });
 */
export function read(input: string | Uint8Array, options: ReadOptions = {}): ReadResult {
  const { text, problems: encoding } = decode(input);
  if (text === "" && encoding.length > 0) return { data: { events: [] }, problems: encoding };
  if (text.trim() === "")
    return { data: { events: [] }, problems: [...encoding, problem("E-FILE-EMPTY", { message: "The file is empty" })] };
  const format = options.format ?? formatOf(text, options.filename);
  const { data, problems } = format === "json" ? fromJson(text, options) : fromTable(text, format, options);
  return { data, problems: groupProblems([...encoding, ...problems]) };
}

function fromJson(text: string, options: ReadOptions): ReadResult {
  const { data, problems } = readJson(text);
  const whole: TimelineData = {
    ...data,
    ...(data.zone === undefined && options.zone !== undefined ? { zone: options.zone } : {}),
    ...(data.language === undefined && options.language !== undefined ? { language: options.language } : {}),
  };
  return { data: whole, problems: [...problems, ...resolve(whole).problems] };
}

function fromTable(text: string, format: "csv" | "tsv", options: ReadOptions): ReadResult {
  const { rows, problems } = splitRows(text, format === "tsv" ? "\t" : undefined);
  const table = readRows(rows, options);
  return { data: table.data, problems: [...problems, ...table.problems] };
}

/** Rows of cells, the first of them the header, as a document. */
export function readRows(rows: readonly Row[], options: TableOptions): ReadResult {
  const table = readTable(rows, options);
  // What only shows when rows are seen together: repeated ids, links to nothing.
  const together = resolve(table.data).problems.filter((p) => TOGETHER.has(p.code));
  return { data: table.data, problems: [...table.problems, ...together] };
}

const TOGETHER = new Set([
  "E-ID-DUPLICATE",
  "W-REF-UNKNOWN",
  "E-CYCLE",
  "W-RETRACT-UNKNOWN",
  "E-KNOWN-FROM",
  "E-WORD",
  "W-NUMBER-ORDER",
  "W-NUMBER-PART",
]);

function formatOf(text: string, filename = ""): "csv" | "tsv" | "json" {
  const ext = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase();
  if (ext === "json" || ext === "geojson") return "json";
  if (ext === "tsv" || ext === "tab") return "tsv";
  if (ext === "csv") return "csv";
  return /^\s*[[{]/.test(text) ? "json" : "csv";
}
