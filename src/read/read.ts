import { optionsOf } from "../model/mistake.js";
import { isObject } from "../model/object.js";
import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { parseQuantity } from "../model/quantity.js";
import { resolve } from "../model/resolve.js";
import type { Quantity, TimelineData } from "../model/types.js";
import { isZone } from "../model/zone.js";
import type { ColumnMapping } from "./columns.js";
import type { DateOrder } from "./dates.js";
import { decode, type FileBytes } from "./decode.js";
import { groupProblems } from "./group.js";
import { readJson } from "./json.js";
import { formatOf, HEAD, isMarkup } from "./sniff.js";
import { readTable } from "./table.js";

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
  /**
   * Our column names → the file's headers, or several that are joined: `{ title: "headline", "quantity:killed": "best",
   * start: ["date", "time"] }`.
   */
  readonly columns?: ColumnMapping | undefined;
  /** JSON of other tools: where the list of events stands, as a path of keys: "races", "companies.models". */
  readonly list?: string | undefined;
  /** What "dozens" and the like mean at least: two of them (default), or one, as ACLED codes it. */
  readonly dozens?: "two" | "acled" | undefined;
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
export function read(input: string | FileBytes, given: ReadOptions = {}): ReadResult {
  const options = optionsOf(given, "read()");
  if (options.zone !== undefined && !isZone(options.zone)) {
    const { data, problems } = read(input, { ...options, zone: undefined });
    return { data, problems: [noZone(options.zone), ...problems] };
  }
  const { text, problems: encoding } = decode(input);
  if (text === "" && encoding.length > 0) return { data: { events: [] }, problems: encoding };
  if (text.trim() === "")
    return { data: { events: [] }, problems: [...encoding, problem("E-FILE-EMPTY", { message: "The file is empty" })] };
  const head = text.slice(0, HEAD);
  if (options.format === undefined && isMarkup(head))
    return { data: { events: [] }, problems: [...encoding, markup()] };
  const format = options.format ?? formatOf(head, options.filename);
  const { data, problems } = format === "json" ? fromJson(text, options) : fromTable(text, format, options);
  return { data, problems: groupProblems([...encoding, ...problems]) };
}

export const noZone = (zone: string): Problem => problem("E-ZONE", { path: "zone", value: zone });

export const markup = (): Problem =>
  problem("E-FILE-KIND", {
    message: "This is a web page or other XML, not a table",
    hint: "Where a link shows a spreadsheet, look for its download as CSV",
  });

function fromJson(text: string, options: ReadOptions): ReadResult {
  const { data, problems, isRead = false } = readJson(text, options);
  const whole: TimelineData = {
    ...data,
    ...(data.zone === undefined && options.zone !== undefined ? { zone: options.zone } : {}),
    ...(data.language === undefined && options.language !== undefined ? { language: options.language } : {}),
  };
  const found = resolve(isRead ? { ...whole, events: [] } : whole).problems;
  return { data: bounded(whole, options), problems: [...problems, ...found].sort((a, b) => eventOf(a) - eventOf(b)) };
}

/** Where another meaning of "dozens" is asked for, quantities in words alone get the numbers that these mean then. */
function bounded(data: TimelineData, { dozens = "two" }: ReadOptions): TimelineData {
  if (dozens === "two") return data;
  const withNumbers = (quantity: Quantity): Quantity => {
    const { said, low, best, high } = quantity;
    if (typeof said !== "string" || [low, best, high].some((n) => n != null)) return quantity;
    const r = parseQuantity(said, { language: data.language, policy: dozens });
    return r.ok ? { ...quantity, low: r.value.low, best: r.value.best, high: r.value.high } : quantity;
  };
  const events = data.events.map((e) =>
    Array.isArray(e?.quantities)
      ? { ...e, quantities: e.quantities.map((q) => (isObject(q) ? withNumbers(q) : q)) }
      : e,
  );
  return { ...data, events };
}

/** The number of the event that a Problem is about; those about the document come before. */
const eventOf = ({ path }: Problem): number => Number(/^events\[(\d+)\]/.exec(path ?? "")?.[1] ?? -1);

function fromTable(text: string, format: "csv" | "tsv", options: ReadOptions): ReadResult {
  return readTable(text, { ...options, delimiter: format === "tsv" ? "\t" : undefined });
}
