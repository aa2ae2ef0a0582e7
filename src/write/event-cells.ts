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
    put(field, items === null ? "-" : joined(field, (items ?? []).map(write), lose));

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
  return { fields, quantities: quantityCells(event.quantities ?? [], names, lose), extra: extraCells(event, lose) };
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

const encoded = (url: string): string => url.replace(/;/g, "%3B");
const linkText = ({ type, to }: EventLink): string => `${type}:${to}`;

function putClaims(event: TimelineEvent, names: Names, put: (field: Field, cell: string) => void, lose: Lose): void {
  if (event.claims === null) {
    put("source", "-");
    return;
  }
  // The source of an event as a whole is a claim of one step.
  const claims: readonly Claim[] = [...(event.claims ?? []), ...(event.sources ?? []).map((s) => ({ path: [s] }))];
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

function quantityCells(quantities: readonly Quantity[], names: Names, lose: Lose): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const quantity of quantities) {
    const measure = clean(names.text(quantity.measure), 190);
    const said = names.text(quantity.said) || numbersText(quantity);
    if (measure === "" || said === "" || cells.has(measure) || !isWhole(quantity, said, names.language))
      lose("quantity");
    if (measure !== "" && said !== "" && !cells.has(measure)) cells.set(measure, said);
  }
  return cells;
}

/** Whether the words alone give the quantity back. */
function isWhole(quantity: Quantity, said: string, language: string): boolean {
  const { unit, scope, asOf, partOf, source, measure, said: words, low, best, high } = quantity;
  if ([unit, scope, asOf, partOf, source].some((v) => v != null)) return false;
  if (typeof measure === "object" || typeof words === "object") return false;
  const read = parseQuantity(said, { language });
  const numbers = read.ok ? read.value : {};
  return [
    [low, numbers.low],
    [best, numbers.best],
    [high, numbers.high],
  ].every(([is, again]) => is == null || is === again);
}

function numbersText({ low, best, high }: Quantity): string {
  if (best != null) return String(best);
  if (low != null && high != null) return `${low}–${high}`;
  if (low != null) return `at least ${low}`;
  return high == null ? "" : `at most ${high}`;
}

function extraCells({ extra }: TimelineEvent, lose: Lose): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(extra ?? {})) {
    const name = clean(key, 190);
    if (value === null || value === undefined) continue;
    if (typeof value === "object" || name === "" || /^quantity:/i.test(name)) lose(name);
    else cells.set(name, String(value));
  }
  return cells;
}
