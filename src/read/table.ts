import { parsePath } from "../model/claims.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { parseQuantity } from "../model/quantity.js";
import { clean, LONGEST_TEXT } from "../model/text.js";
import { resolveTime } from "../model/time.js";
import type { Claim, Place, Quantity, TimelineData, TimelineEvent, TimeInput } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import { columnsOf, type ColumnMapping, type Columns, type Field } from "./columns.js";
import { inferOrder, spelledDate, type DateOrder } from "./dates.js";
import type { Row } from "./rows.js";

export interface TableOptions {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly columns?: ColumnMapping | undefined;
}

export interface TableResult {
  readonly data: TimelineData;
  readonly problems: readonly Problem[];
  /** Row of each event. */
  readonly rows: readonly number[];
  readonly columns: Columns;
}

interface Context extends TableOptions {
  readonly columns_: Columns;
  readonly orders: ReadonlyMap<Field, "dmy" | "mdy">;
  readonly problems: Problem[];
  readonly places: Map<string, Place>;
  readonly seen: Set<string>;
}

/** Rows of a table, the first of them its header, as a document. A row that cannot be read is reported; the others stay. */
export function readTable(rows: readonly Row[], options: TableOptions): TableResult {
  const problems: Problem[] = [];
  const first = rows.findIndex((r) => !blank(r));
  const header = rows[first];
  if (header === undefined)
    return {
      data: { events: [] },
      problems: [problem("E-FILE-EMPTY", { message: "The file is empty" })],
      rows: [],
      columns: columnsOf([]),
    };
  const columns = columnsOf(
    header.cells.map((c) => clean(c, 200)),
    options.columns,
  );
  if (header.cells.some((c) => CONTROL.test(c))) problems.push(problem("W-CONTROL", { row: header.row }));
  problems.push(...columns.problems);
  const { fields } = columns;
  if (!fields.has("title") || !(fields.has("time") || fields.has("start"))) {
    problems.push(problem("E-HEADER", { row: header.row, value: header.cells.join(", ") }));
    return { data: { events: [] }, problems, rows: [], columns };
  }
  const body = rows.slice(first + 1).filter((r) => !blank(r) && !repeats(r, header));
  const orders = new Map<Field, "dmy" | "mdy">();
  for (const field of ["time", "start", "end", "known_from"] as const) {
    const at = fields.get(field);
    if (at === undefined || options.dateOrder !== undefined) continue;
    const order = inferOrder(body.map((r) => r.cells[at] ?? ""));
    if (order === null) continue;
    orders.set(field, order);
    const name = order === "dmy" ? "day, month, year" : "month, day, year";
    problems.push(
      problem("W-DATE-ORDER", {
        column: columns.headers[at]!,
        message: `Dates in this column were read as ${name}: one of them cannot be anything else`,
      }),
    );
  }
  const context: Context = { ...options, columns_: columns, orders, problems, places: new Map(), seen: new Set() };
  const read = body.flatMap((row) => {
    const event = readRow(row, context);
    return event === null ? [] : [{ event, row: row.row }];
  });
  if (body.length === 0)
    problems.push(problem("E-FILE-EMPTY", { message: "There is a header but no row below it", row: header.row }));
  const places = [...context.places.values()];
  return {
    data: {
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      events: read.map((r) => r.event),
      ...(places.length > 0 ? { places } : {}),
    },
    problems,
    rows: read.map((r) => r.row),
    columns,
  };
}

const blank = (r: Row): boolean => r.cells.every((c) => c.trim() === "");
const repeats = (r: Row, header: Row): boolean =>
  r.cells.length === header.cells.length && r.cells.every((c, i) => c.trim() === header.cells[i]!.trim());

/** Several values in one cell. */
const split = (cell: string): string[] =>
  cell
    .split(";")
    .map((s) => s.trim())
    .filter((s) => s !== "");

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** A cell as meant: without the apostrophe that keeps spreadsheets from running it. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function readRow(row: Row, context: Context): TimelineEvent | null {
  const { columns_: columns, problems } = context;
  const cell = (field: Field): string => {
    const at = columns.fields.get(field);
    return at === undefined ? "" : clean(unguarded((row.cells[at] ?? "").trim()));
  };
  const report = (p: Problem, field?: Field): void => {
    const at = field === undefined ? undefined : columns.fields.get(field);
    problems.push({ ...p, row: row.row, ...(at === undefined ? {} : { column: columns.headers[at]! }) });
  };
  if (row.cells.slice(columns.headers.length).some((c) => c.trim() !== ""))
    report(
      problem("W-CELLS-MORE", {
        message: `This row has ${row.cells.length} cells for ${columns.headers.length} columns`,
        value: row.cells.at(-1) ?? "",
      }),
    );
  if (row.cells.some((c) => CONTROL.test(c))) report(problem("W-CONTROL"));
  for (const [field, at] of columns.fields) {
    const { length } = row.cells[at] ?? "";
    if (length > LONGEST_TEXT)
      report(
        problem("W-TEXT-LONG", { message: `This cell of ${length} characters was cut after ${LONGEST_TEXT}` }),
        field,
      );
  }
  const id = cell("id").replace(/\s+/g, "-");
  if (id !== cell("id")) report(problem("E-ID-SPACE", { value: cell("id") }), "id");
  // A later version of an event: blank means unchanged.
  const later = id !== "" && cell("known_from") !== "" && context.seen.has(id);
  if (id !== "") context.seen.add(id);
  const title = cell("title");
  if (title === "" && !later) {
    report(problem("E-TITLE-MISSING"), "title");
    return null;
  }
  const time = timeOf(cell, report, context, later);
  if (time === null) return null;
  const out: Record<string, unknown> = {};
  const put = (key: string, value: unknown): void => {
    if (value !== undefined) out[key] = value;
  };
  const text = (field: Field): string | null | undefined =>
    cell(field) === "" ? undefined : later && cell(field) === "-" ? null : cell(field);
  const list = (field: Field): string[] | null | undefined => {
    const value = text(field);
    return value === undefined || value === null ? value : split(value);
  };
  put("id", id === "" ? undefined : id);
  put("title", title === "" ? undefined : title);
  put("printTitle", text("print_title"));
  put("summary", text("summary"));
  put("time", time);
  put("places", placesOf(list("place"), cell("region"), context));
  put("lanes", list("lane"));
  put("category", text("category"));
  put("actors", list("actors"));
  put("importance", importanceOf(cell("importance"), report));
  put("status", text("status")?.toLowerCase());
  put("verification", text("verification")?.toLowerCase());
  put("quantities", quantitiesOf(row, context));
  // Addresses are judged as they are written: with what would be cleaned away from a text.
  const addresses = (field: Field): string[] => {
    const at = columns.fields.get(field);
    return at === undefined ? [] : split((row.cells[at] ?? "").replace(/^-$/, ""));
  };
  put("claims", claimsOf(list("source"), addresses("source_url"), report));
  put(
    "urls",
    list("url") &&
      addresses("url").filter((url) => {
        const safe = safeUrl(url);
        if (!safe.ok) report(safe.problem, "url");
        return safe.ok;
      }),
  );
  put(
    "links",
    list("link")?.map((l) => {
      const i = l.indexOf(":");
      return i < 0 ? { type: "follows", to: l } : { type: l.slice(0, i).trim(), to: l.slice(i + 1).trim() };
    }),
  );
  put("knownFrom", text("known_from"));
  put("change", text("change")?.toLowerCase());
  put("note", text("note"));
  put("deskNote", text("desk_note"));
  const extra: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { name, index } of columns.extra) {
    const value = clean(unguarded((row.cells[index] ?? "").trim()));
    if (value !== "") extra[name] = value;
  }
  if (Object.keys(extra).length > 0) out["extra"] = extra;
  return out as unknown as TimelineEvent;
}

type Cell = (field: Field) => string;
type Report = (p: Problem, field?: Field) => void;

/** The time of a row: one expression, or a start and an end. Undefined for a later version that leaves it unchanged; null for none that can be read. */
function timeOf(cell: Cell, report: Report, context: Context, later: boolean): TimeInput | undefined | null {
  const said = cell("said");
  const zone = cell("zone");
  const words = { ...(zone === "" ? {} : { zone }), ...(said === "" ? {} : { said }) };
  const whole = cell("time");
  const end = cell("end");
  const field: Field = whole !== "" ? "time" : "start";
  const written = whole !== "" ? whole : cell("start");
  if (written === "" && end === "") {
    if (later) return undefined;
    report(problem("E-DATE-MISSING", { value: "" }), context.columns_.fields.has("time") ? "time" : "start");
    return null;
  }
  const start = written === "" ? "" : readDate(written, field, report, context);
  const last = end === "" || end === ".." ? end : readDate(end, "end", report, context);
  if (start === null || last === null) return null;
  // A day repeated in the end column is that day, not an extent.
  const point = last === "" || (last === start && !start.includes("T"));
  const input: TimeInput = point
    ? Object.keys(words).length > 0
      ? { at: start, ...words }
      : start
    : { start: start === "" ? "?" : start, end: last, ...words };
  const r = resolveTime(input, { zone: zone !== "" ? zone : context.zone });
  if (r.ok) {
    for (const p of r.problems ?? []) report(p, field);
    return input;
  }
  report(
    r.problem,
    r.problem.code === "E-ZONE" ? "zone" : r.problem.code === "E-DATE-ORDER" && last !== "" ? "end" : field,
  );
  return null;
}

function readDate(text: string, field: Field, report: Report, context: Context): string | null {
  const order = context.dateOrder ?? context.orders.get(field) ?? null;
  const spelled = spelledDate(text, order === "ymd" ? null : order);
  if (spelled === null) return text;
  if ("edtf" in spelled) return spelled.edtf;
  const r = resolveTime(text);
  if (!r.ok) report(r.problem, field);
  return null;
}

function placesOf(
  names: string[] | null | undefined,
  region: string,
  { places }: Context,
): string[] | null | undefined {
  if (names === undefined || names === null) {
    if (region === "" || names === null) return names;
    if (!places.has(region)) places.set(region, { id: idOf(region), name: region });
    return [region];
  }
  if (region !== "" && !places.has(region)) places.set(region, { id: idOf(region), name: region });
  for (const name of names) {
    if (!places.has(name))
      places.set(name, { id: idOf(name), name, ...(region === "" || region === name ? {} : { parent: idOf(region) }) });
  }
  return names;
}

const idOf = (name: string): string => name.replace(/\s+/g, "_");

function importanceOf(text: string, report: Report): number | undefined {
  if (text === "") return undefined;
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1 && n <= 5) return n;
  report(problem("E-IMPORTANCE", { value: text }), "importance");
  return undefined;
}

function quantitiesOf(row: Row, { columns_, language, problems }: Context): Quantity[] | undefined {
  const out: Quantity[] = [];
  for (const { measure, index } of columns_.quantities) {
    const said = clean(unguarded((row.cells[index] ?? "").trim()));
    if (said === "" || said === "-") continue;
    const r = parseQuantity(said, { language });
    if (r.ok) {
      out.push({ measure, ...r.value });
      continue;
    }
    // Words we cannot read are still the source's words; a number we refuse is not shown.
    const words = r.problem.code === "E-NUMBER" && /\p{L}{2}/u.test(said) && !/^(?:0x|nan$|[+-]?infinity$)/i.test(said);
    const told = words ? problem("W-NUMBER-WORDS", { value: said }) : r.problem;
    problems.push({ ...told, row: row.row, column: columns_.headers[index]! });
    if (words) out.push({ measure, said });
  }
  return out.length > 0 ? out : undefined;
}

function claimsOf(
  paths: string[] | null | undefined,
  urls: string[] | null | undefined,
  report: Report,
): Claim[] | null | undefined {
  if (paths === undefined || paths === null) return paths;
  return paths.map((path, i) => {
    const url = urls?.[i];
    const safe = url === undefined ? null : safeUrl(url);
    if (safe && !safe.ok) report(safe.problem, "source_url");
    return { path: parsePath(path), ...(safe?.ok ? { url: safe.value.href } : {}) };
  });
}
