import { CHANGES, STATUSES, VERIFICATIONS } from "../model/document-shape.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { clean, LONGEST_NAME } from "../model/text.js";
import { parseInstant } from "../model/time.js";
import type { Claim, EventLink, Place, Quantity, TimelineEvent } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import type { Columns, Field } from "./columns.js";
import type { Draft, Reading } from "./reading.js";
import { asEdtf } from "./row-time.js";
import type { Row } from "./rows.js";
import { cellOf } from "./survey.js";

type Part = readonly [field: Field, key: keyof TimelineEvent, read: (text: string, reading: Reading) => unknown];

const asIs = (text: string): string => text;
/** Several values of one cell; blank ones hold their place beside another column. */
const items = (text: string): string[] => (text.includes(";") ? text.split(";").map((s) => s.trim()) : [text]);
const list = (text: string): string[] => items(text).filter((s) => s !== "");
/** Undefined, as for a blank cell, where nothing is left. */
const unlessEmpty = <T>(values: T[]): T[] | undefined => (values.length === 0 ? undefined : values);

/** How a column's text becomes a part of the event; title, time, id, places and quantities are read on their own. */
export const PARTS: readonly Part[] = [
  ["print_title", "printTitle", asIs],
  ["summary", "summary", asIs],
  ["lane", "lanes", (text, reading) => namesOf(text, "lane", reading)],
  ["category", "category", (text, reading) => nameOf(text, "category", reading)],
  ["actors", "actors", (text, reading) => namesOf(text, "actors", reading)],
  ["importance", "importance", importanceOf],
  ["status", "status", (text, reading) => wordOf(text, "status", STATUSES, reading)],
  ["verification", "verification", (text, reading) => wordOf(text, "verification", VERIFICATIONS, reading)],
  ["source", "claims", claimsOf],
  ["url", "urls", urlsOf],
  ["link", "links", (text) => unlessEmpty(list(text).map(linkOf))],
  ["known_from", "knownFrom", knownFromOf],
  ["change", "change", (text, reading) => wordOf(text, "change", CHANGES, reading)],
  ["note", "note", asIs],
  ["desk_note", "deskNote", asIs],
];

export const tooLong = (length: number, most: number): Problem =>
  problem("W-TEXT-LONG", { message: `This text of ${length} characters was cut after ${most}` });

/** A name, cut where it is longer than names may be. */
function nameOf(text: string, field: Field, { report }: Reading): string {
  if (text.length <= LONGEST_NAME) return text;
  report(tooLong(text.length, LONGEST_NAME), field);
  return clean(text, LONGEST_NAME);
}

const namesOf = (text: string, field: Field, reading: Reading): string[] | undefined =>
  unlessEmpty(list(text).map((name) => nameOf(name, field, reading)));

function importanceOf(text: string, { report }: Reading): number | undefined {
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1 && n <= 5) return n;
  report(problem("E-IMPORTANCE", { value: text }), "importance");
  return undefined;
}

function wordOf(text: string, field: Field, allowed: readonly string[], { report }: Reading): string {
  const word = text.toLowerCase();
  if (!allowed.includes(word))
    report(problem("E-WORD", { value: word, hint: `Write one of ${allowed.join(", ")}` }), field);
  return word;
}

function hrefOf(url: string, field: Field, { report }: Reading): string | null {
  const safe = safeUrl(url);
  if (!safe.ok) report(safe.problem, field);
  return safe.ok ? safe.value.href : null;
}

function urlsOf(_: string, reading: Reading): string[] | undefined {
  const written = list(reading.written("url"));
  const urls = written.filter((url) => hrefOf(url, "url", reading) !== null);
  return written.length === 0 ? undefined : urls;
}

function claimsOf(text: string, reading: Reading): Claim[] | undefined {
  const written = reading.written("source_url");
  const urls = written === "" || (reading.later && written === "-") ? [] : items(written);
  return unlessEmpty(
    list(text).map((path, i) => {
      const href = (urls[i] ?? "") === "" ? null : hrefOf(urls[i]!, "source_url", reading);
      const steps = reading.context.pathOf(path);
      return href === null ? { path: steps } : { path: steps, url: href };
    }),
  );
}

function linkOf(text: string): EventLink {
  const i = text.indexOf(":");
  return i < 0 ? { type: "follows", to: text } : { type: text.slice(0, i).trim(), to: text.slice(i + 1).trim() };
}

function knownFromOf(text: string, { report, context }: Reading): string {
  const written = asEdtf(text, context.dates.orders.get("known_from") ?? null) ?? text;
  if (!parseInstant(written, { zone: context.zone }).ok) report(problem("E-KNOWN-FROM", { value: text }), "known_from");
  return written;
}

/** The places of an event, or its region where it has no place; each is remembered with what it lies in. */
export function readPlaces(event: Draft, reading: Reading): void {
  const {
    cell,
    later,
    context: { places },
  } = reading;
  const written = cell("place");
  if (later && written === "-") event.places = null;
  const region = nameOf(cell("region"), "region", reading);
  if (event.places === null || (written === "" && region === "")) return;
  const names = written === "" ? [region] : namesOf(written, "place", reading);
  if (names === undefined) return;
  event.places = names;
  if (places === null) return;
  const remember = (name: string, parent: string): void => {
    if (places.has(name)) return;
    places.set(name, { id: placeId(name), name, ...(parent === "" ? {} : { parent: placeId(parent) }) } as Place);
  };
  if (region !== "") remember(region, "");
  for (const name of names) remember(name, name === region ? "" : region);
}

const placeId = (name: string): string => name.replace(/\s+/g, "_");

export function readQuantities(
  event: Draft,
  row: Row,
  { headers, quantities }: Columns,
  { context, report }: Reading,
): void {
  const out: Quantity[] = [];
  for (const { measure, index } of quantities) {
    const said = cellOf(row, index);
    if (said === "" || said === "-") continue;
    const r = context.quantityOf(said);
    if (r.ok) {
      for (const p of r.problems ?? []) report({ ...p, column: headers[index]! });
      const { low, best, high } = r.value;
      out.push({ measure, said, low, best, high });
      continue;
    }
    // Words we cannot read are still the source's words; a number we refuse is not shown.
    const words = r.problem.code === "E-NUMBER" && /\p{L}{2}/u.test(said) && !/^(?:0x|nan$|[+-]?infinity$)/i.test(said);
    report({ ...(words ? problem("W-NUMBER-WORDS", { value: said }) : r.problem), column: headers[index]! });
    if (words) out.push({ measure, said });
  }
  if (out.length > 0) event.quantities = out;
}

/** Columns that are not ours, as they are. */
export function readExtra(event: Draft, row: Row, { extra }: Columns): void {
  let kept: Record<string, string> | undefined;
  for (const { name, index } of extra) {
    const value = cellOf(row, index);
    if (value === "") continue;
    kept ??= new Extra();
    kept[name] = value;
  }
  if (kept) event.extra = kept;
}

/** An object that inherits nothing; engines keep these smaller than those of Object.create(null). */
const Extra = function () {} as unknown as new () => Record<string, string>;
Extra.prototype = Object.freeze(Object.create(null));
