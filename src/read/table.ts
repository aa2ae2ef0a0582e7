import { parsePath } from "../model/claims.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { parseQuantity } from "../model/quantity.js";
import { clean } from "../model/text.js";
import { resolveTime } from "../model/time.js";
import type { Claim, EventLink, Place, Quantity, TimelineData, TimelineEvent, TimeInput } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import { columnsOf, type ColumnMapping, type Columns, type Field } from "./columns.js";
import { dateColumns, type DateColumnOptions, type DateColumns } from "./date-columns.js";
import { spelledDate } from "./dates.js";
import { dateOfCell } from "./serial.js";
import { unguarded } from "./guard.js";
import type { Row } from "./rows.js";

export interface TableOptions extends DateColumnOptions {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly columns?: ColumnMapping | undefined;
}

export interface TableResult {
  readonly data: TimelineData;
  readonly problems: readonly Problem[];
}

interface Context extends TableOptions {
  readonly columns_: Columns;
  readonly dates: DateColumns;
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
    return { data: { events: [] }, problems: [problem("E-FILE-EMPTY", { message: "The file is empty" })] };
  const columns = columnsOf(
    header.cells.map((c) => clean(unguarded(c.trim()), 200)),
    options.columns,
  );
  problems.push(...columns.problems);
  const { fields } = columns;
  if (!fields.has("title") || !(fields.has("time") || fields.has("start"))) {
    problems.push(problem("E-HEADER", { row: header.row, value: header.cells.join(", ") }));
    return { data: { events: [] }, problems };
  }
  const body = rows.slice(first + 1).filter((r) => !blank(r) && !repeats(r, header));
  const dates = dateColumns(columns, body, options);
  problems.push(...dates.problems);
  const context: Context = {
    ...options,
    columns_: columns,
    dates,
    problems,
    places: new Map(),
    seen: new Set(),
  };
  const events = body.map((row) => readRow(row, context)).filter((e) => e !== null);
  if (body.length === 0)
    problems.push(problem("E-FILE-EMPTY", { message: "There is a header but no row below it", row: header.row }));
  const places = [...context.places.values()];
  return {
    data: {
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      events,
      ...(places.length > 0 ? { places } : {}),
    },
    problems,
  };
}

const blank = (r: Row): boolean => r.cells.every((c) => c.trim() === "");
const repeats = (r: Row, header: Row): boolean =>
  r.cells.length === header.cells.length && r.cells.every((c, i) => c.trim() === header.cells[i]!.trim());

function readRow(row: Row, context: Context): TimelineEvent | null {
  const { columns_: columns, problems } = context;
  const cell = (field: Field): string => {
    const at = columns.fields.get(field);
    const text =
      at === undefined ? "" : clean(unguarded((row.cells[at] ?? "").trim()), field === "summary" ? 5000 : 2000);
    return text !== "" && context.dates.serials.has(field) ? dateOfCell(text, context.dateSystem) : text;
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
  if (row.cells.some((c) => /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(c))) report(problem("W-CONTROL"));
  const id = cell("id").replace(/\s+/g, "-");
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
  const items = (field: Field): string[] | null | undefined => {
    const value = text(field);
    return value === undefined || value === null ? value : value.split(";").map((s) => s.trim());
  };
  const list = (field: Field): string[] | null | undefined => filled(items(field));
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
  put("claims", claimsOf(list("source"), items("source_url"), report));
  const urls = list("url");
  put("urls", urls && urls.filter((url) => isSafe(url, "url", report)));
  const links = list("link");
  put("links", links && links.map(linkOf));
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

/** A list without its blank items; undefined when nothing is left. */
function filled(items: string[] | null | undefined): string[] | null | undefined {
  const list = items?.filter((s) => s !== "");
  return items === null ? null : list?.length === 0 ? undefined : list;
}

function linkOf(text: string): EventLink {
  const i = text.indexOf(":");
  return i < 0 ? { type: "follows", to: text } : { type: text.slice(0, i).trim(), to: text.slice(i + 1).trim() };
}

function isSafe(url: string, field: Field, report: Report): boolean {
  const safe = safeUrl(url);
  if (!safe.ok) report(safe.problem, field);
  return safe.ok;
}

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
  const order = context.dateOrder ?? context.dates.orders.get(field) ?? null;
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
    const url = urls?.[i] ?? "";
    const safe = url === "" ? null : safeUrl(url);
    if (safe && !safe.ok) report(safe.problem, "source_url");
    return { path: parsePath(path), ...(safe?.ok ? { url: safe.value.href } : {}) };
  });
}
