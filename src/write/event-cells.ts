import { ownFields } from "../model/own-fields.js";
import { parseQuantity } from "../model/quantity.js";
import { clean } from "../model/text.js";
import type { Claim, EventLink, LocalizedText, Quantity, TimelineEvent } from "../model/types.js";
import type { Field } from "../read/fields.js";
import type { Names } from "./names.js";
import { timeCells } from "./time-cells.js";

/** The cells of an event: by field, by measure, and by the name of a column of its own. */
export interface EventCells {
  readonly fields: ReadonlyMap<Field, string>;
  readonly quantities: ReadonlyMap<string, string>;
  readonly extra: ReadonlyMap<string, string>;
}

/** Told of each field of the event that a table cannot hold. */
export type Lose = (field: string) => void;

/** Writes an event, or a version of one, as cells; in a version, null ("removed") is "-". */
export function eventCells(event: TimelineEvent, names: Names, lose: Lose): EventCells {
  const fields = new Map<Field, string>();
  const put = (field: Field, cell: string): void => {
    if (cell !== "") fields.set(field, cell);
  };
  const text = (field: Field, value: LocalizedText | null | undefined): void => {
    if (typeof value === "object" && value !== null) lose(field);
    put(field, value === null ? "-" : names.text(value));
  };
  const list = <T>(field: Field, items: readonly T[] | null | undefined, write: (item: T) => string): void =>
    put(field, items === null ? "-" : joined(field, present(items ?? []).map(write), lose));

  put("id", event.id ?? "");
  text("title", event.title);
  text("print_title", event.printTitle);
  text("summary", event.summary);
  putTime(event, names, put, lose);
  list("place", event.places, names.place);
  put(
    "region",
    names.region(event, () => lose("region")),
  );
  list("lane", event.lanes, names.lane);
  text("category", event.category && names.category(event.category));
  list("actors", event.actors, (a) => a);
  put("importance", String(event.importance ?? ""));
  text("status", event.status);
  text("verification", event.verification);
  putClaims(event, names, put, lose);
  list("url", event.urls, encoded);
  list("link", event.links, linkText);
  text("known_from", event.knownFrom);
  text("change", event.change);
  text("note", event.note);
  text("desk_note", event.deskNote);
  for (const field of ["media", "layout", "redact", "language"] as const) if (event[field] != null) lose(field);
  return {
    fields,
    quantities: quantityCells(present(event.quantities ?? []), names, lose),
    extra: extraCells(event, lose),
  };
}

function putTime(event: TimelineEvent, names: Names, put: (field: Field, cell: string) => void, lose: Lose): void {
  if (event.time == null) return;
  const { start, end, whole } = timeCells(event.time);
  if (!whole) lose("time");
  put("start", start);
  put("end", end);
  if (typeof event.time !== "object" || event.time instanceof Date) return;
  put("zone", event.time.zone ?? "");
  if (typeof event.time.said === "object") lose("said");
  put("said", names.text(event.time.said));
}

/** Several values of a cell; what divides them cannot be part of one. */
function joined(field: string, items: readonly string[], lose: Lose): string {
  if (items.some((s) => s.includes(";"))) lose(field);
  return items.map((s) => s.replace(/;/g, ",")).join("; ");
}

/** What was wrong in a list has become null. */
const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item) => item !== null);

const encoded = (url: string): string => url.replace(/;/g, "%3B");
const linkText = ({ type, to }: EventLink): string => `${type}:${to}`;

function putClaims(event: TimelineEvent, names: Names, put: (field: Field, cell: string) => void, lose: Lose): void {
  if (event.claims === null) {
    put("source", "-");
    return;
  }
  // The source of an event as a whole is a claim of one step.
  const claims: readonly Claim[] = [
    ...present(event.claims ?? []),
    ...present(event.sources ?? []).map((s) => ({ path: [s] })),
  ];
  if (claims.some((c) => Object.keys(c).some((key) => key !== "path" && key !== "url"))) lose("claim");
  const step = (s: string): string => {
    const name = names.source(s);
    if (/[>|]/.test(name)) lose("source");
    return name.replace(/[>|]/g, "/");
  };
  const paths = claims.map(({ path }) =>
    path.map((s) => (typeof s === "string" ? [s] : s).map(step).join(" | ")).join(" > "),
  );
  put("source", joined("source", paths, lose));
  const urls = claims.map((c) => encoded(c.url ?? ""));
  if (urls.some((u) => u !== "")) put("source_url", urls.join("; "));
}

/** By measure the words, and by "measure:low" and so on the bounds that the words alone do not give back. */
function quantityCells(quantities: readonly Quantity[], names: Names, lose: Lose): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const written = new Set<string>();
  for (const quantity of quantities) {
    const measure = clean(names.text(quantity.measure), 190);
    const said = names.text(quantity.said);
    const bounds = boundsBeside(said, quantity, names.language, lose);
    const isNew = measure !== "" && !written.has(measure) && !/:(?:low|best|high)$/i.test(measure);
    if (!isNew || (said === "" && bounds.length === 0) || !isPlain(quantity)) lose("quantity");
    if (!isNew) continue;
    written.add(measure);
    if (said !== "") cells.set(measure, said);
    for (const [bound, number] of bounds) cells.set(`${measure}:${bound}`, number);
  }
  return cells;
}

/** Whether a quantity has nothing but its measure, words and numbers. */
const isPlain = ({ unit, scope, asOf, partOf, source, measure, said }: Quantity): boolean =>
  [unit, scope, asOf, partOf, source].every((v) => v == null) &&
  typeof measure !== "object" &&
  typeof said !== "object";

function boundsBeside(
  said: string,
  quantity: Quantity,
  language: string,
  lose: Lose,
): readonly (readonly [bound: string, number: string])[] {
  const read = parseQuantity(said, { language });
  return (["low", "best", "high"] as const).flatMap((bound) => {
    const n = quantity[bound];
    if (n == null || (read.ok && read.value[bound] === n)) return [];
    const again = parseQuantity(String(n), { language });
    if (again.ok && again.value.best === n) return [[bound, String(n)] as const];
    lose("quantity");
    return [];
  });
}

function extraCells(event: TimelineEvent, lose: Lose): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(ownFields(event))) {
    const name = clean(key, 190);
    if (value === null || value === undefined) continue;
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    if (!plain || name === "" || /^quantity:/i.test(name)) lose(name);
    else cells.set(name, String(value));
  }
  return cells;
}
