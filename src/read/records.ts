import { isObject } from "../model/object.js";
import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import type { ColumnMapping } from "./columns.js";
import { DATE_FIELDS } from "./date-columns.js";
import { fieldOf, isWeakTime } from "./fields.js";
import { placeOfKey, recordsAt, valueAt, type JsonRecord } from "./json-path.js";
import type { Row } from "./rows.js";
import type { TableOptions } from "./survey.js";
import { readRows } from "./table.js";

/** Measures beyond this many are kept as they are. */
const MOST_KEYS = 256;
/** Numbers of this size are milliseconds as JavaScript counts them, from 1973 to the year 9999; smaller ones are years, or nothing we know. */
const MOMENTS = [1e11, 253402300799999] as const;

export const HOW_TO_MAP = "Say which keys they are, deeper ones with points: --columns title=name,start=dates.first";

export interface RecordOptions extends TableOptions {
  /** Where the list stands, as a path of keys. Default: the document itself, or its `events`. */
  readonly list?: string | undefined;
}

/** Objects with keys of their own, read as the rows of a table whose columns are their keys. */
export function readRecords(
  root: unknown,
  options: RecordOptions,
): {
  readonly events: readonly TimelineEvent[];
  readonly places?: TimelineData["places"];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const path = options.list ?? (Array.isArray(root) ? "" : "events");
  const records = recordsAt(root, path, (value, at) => problems.push(problem("E-EVENT-TYPE", { path: at, value })));
  if (records === null) return { events: [], problems: [noList(path)] };
  if (records.length === 0)
    return {
      events: [],
      problems: problems.length > 0 ? problems : [problem("E-FILE-EMPTY", { path: path || "events" })],
    };
  const { keys, mapping } = keysOf(records, options.columns ?? {});
  const paths = mapped(mapping);
  const dates = new Set([...keys.filter(isDateKey), ...DATE_FIELDS.flatMap((field) => mapping[field] ?? [])]);
  const cellOf = (record: JsonRecord, key: string): string => {
    const value = paths.has(key) ? valueAt(record, key) : record.value[key];
    return typeof value === "number" && dates.has(key) ? momentText(value) : textOf(value);
  };
  const rows = (): Iterable<Row> => rowsOf(records, keys, cellOf);
  const used = new Set(keys);
  const listPath = records[0]!.path.replace(/\[\d+\]/g, "[]");
  const { data, problems: found } = readRows(rows, { ...options, columns: mapping }, (event, { row }) => {
    const extra = rest(records[row - 2]!.value, used);
    if (extra !== undefined) Object.assign(event, { extra });
  });
  for (const record of records)
    for (const key of paths) {
      const value = valueAt(record, key);
      if (isObject(value))
        problems.push(
          problem("E-DATA-TYPE", { path: placeOfKey(record, key), value, message: "This should be a text" }),
        );
    }
  problems.push(...found.map((p) => atPath(p, records, listPath)));
  return { events: data.events, ...(data.places ? { places: data.places } : {}), problems };
}

/** What only events of ours have. */
const OURS = ["time", "quantities", "claims", "links", "layout", "printTitle", "knownFrom"];

/** Whether a list is one of objects with keys of their own: none has one of ours, and one says when by another name. */
export const haveOwnKeys = (list: readonly unknown[]): boolean =>
  !list.some((e) => isObject(e) && OURS.some((key) => Object.hasOwn(e, key))) &&
  list.some((e) => isObject(e) && Object.keys(e).some((key) => isTimeKey(key)));

const isTimeKey = (key: string): boolean => fieldOf(key) === "time" || fieldOf(key) === "start" || isWeakTime(key);

const isDateKey = (key: string): boolean =>
  isWeakTime(key) || (DATE_FIELDS as readonly unknown[]).includes(fieldOf(key));

const mapped = (mapping: ColumnMapping): ReadonlySet<string> => new Set(Object.values(mapping).flat());

const noList = (path: string): Problem =>
  problem("E-LIST", { ...(path === "" ? {} : { path }), value: path, message: `There is no list “${path}”` });

/** The keys that are columns: those that a mapping names, and those that have names of ours. */
function keysOf(
  records: readonly JsonRecord[],
  columns: ColumnMapping,
): { readonly keys: readonly string[]; readonly mapping: ColumnMapping } {
  const known = new Set<string>();
  for (const { value } of records)
    for (const key of Object.keys(value)) {
      if (known.size >= MOST_KEYS) break;
      if (!known.has(key) && isPlainValue(value[key]) && (fieldOf(key) || isWeakTime(key) || /^quantity:/i.test(key)))
        known.add(key);
    }
  const isThere = (key: string): boolean => records.some((r) => valueAt(r, key) !== undefined);
  const mapping: Record<string, string | readonly string[]> = {};
  for (const [ours, theirs] of Object.entries(columns)) {
    const parts =
      typeof theirs !== "string" ? theirs : isThere(theirs) ? [theirs] : theirs.split("+").map((k) => k.trim());
    // A part that no object has is blank in all: JSON leaves out what there is not.
    const there = parts.filter(isThere);
    for (const key of there) known.add(key);
    const used = there.length > 0 ? there : parts;
    mapping[ours] = used.length === 1 ? used[0]! : used;
  }
  return { keys: [...known], mapping };
}

const isScalar = (v: unknown): boolean => typeof v !== "object" || v === null;
const isPlainValue = (v: unknown): boolean => isScalar(v) || (Array.isArray(v) && v.every(isScalar));

function* rowsOf(
  records: readonly JsonRecord[],
  keys: readonly string[],
  cellOf: (record: JsonRecord, key: string) => string,
): Generator<Row> {
  yield { cells: keys, row: 1 };
  for (const [i, record] of records.entries()) yield { cells: keys.map((key) => cellOf(record, key)), row: i + 2 };
}

/** A value as a cell says it; the items of a list with semicolons between. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.filter(isScalar).map(textOf).join("; ");
  return value === null || value === undefined || typeof value === "object" ? "" : String(value as string | boolean);
}

const momentText = (ms: number): string =>
  ms >= MOMENTS[0] && ms <= MOMENTS[1] ? new Date(ms).toISOString().replace(".000Z", "Z") : String(ms);

/** What of a record is no column, as it is. */
function rest(value: Record<string, unknown>, used: ReadonlySet<string>): Record<string, unknown> | undefined {
  let out: Record<string, unknown> | undefined;
  for (const [key, v] of Object.entries(value)) if (!used.has(key) || !isPlainValue(v)) (out ??= {})[key] = v;
  return out;
}

/** A Problem of a row and a column as one of a path. */
function atPath(p: Problem, records: readonly JsonRecord[], listPath: string): Problem {
  const { code, severity, message, hint, value, fix, row, column } = p;
  if (code === "E-HEADER" && (row === undefined || row === 1))
    return problem("E-HEADER", {
      path: listPath,
      message: message.replace("column", "key"),
      ...(value === undefined ? {} : { value }),
      hint: HOW_TO_MAP,
    });
  const record = row === undefined ? undefined : records[row - 2];
  const path = record ? (column ? placeOfKey(record, column) : record.path) : listPath + (column ? `.${column}` : "");
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    path,
    ...(value === undefined ? {} : { value }),
    ...(fix === undefined ? {} : { fix }),
  };
}
