import { CHANGES, STATUSES, VERIFICATIONS } from "../model/document-shape.js";
import { parsePath } from "../model/claims.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { asciiDigits, clean, LONGEST_NAME } from "../model/text.js";
import { parseInstant } from "../model/time.js";
import type { Claim, EventLink, TimelineEvent } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import type { Columns } from "./columns.js";
import { asEdtf } from "./as-edtf.js";
import type { Field } from "./fields.js";
import { saysNothing } from "./nothing.js";
import type { Draft, Reading } from "./reading.js";

type Part = readonly [field: Field, key: keyof TimelineEvent, read: (text: string, reading: Reading) => unknown];

const asIs = (text: string): string => text;
/** Several values of one cell; blank ones hold their place beside another column. */
const items = (text: string): string[] => (text.includes(";") ? text.split(";").map((s) => s.trim()) : [text]);
/** Several values of one cell, without the blank ones. Shared by all rows that say the same, so nobody may change it. */
export const listOf = (text: string): readonly string[] => Object.freeze(items(text).filter((s) => s !== ""));
/** Undefined, as for a blank cell, where nothing is left. */
const unlessEmpty = <T>(values: readonly T[]): readonly T[] | undefined => (values.length === 0 ? undefined : values);

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
  ["link", "links", (text, { context }) => unlessEmpty(context.namesOf(text).map(linkOf))],
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

function namesOf(text: string, field: Field, reading: Reading): readonly string[] | undefined {
  const names = reading.context.namesOf(text);
  // Copied only where something has to be cut: the same lists stand in many rows.
  return unlessEmpty(names.some((n) => n.length > LONGEST_NAME) ? names.map((n) => nameOf(n, field, reading)) : names);
}

function importanceOf(text: string, { report, mend }: Reading): number | undefined {
  if (saysNothing(text)) return undefined;
  const isImportance = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 5;
  if (isImportance(Number(text))) return Number(text);
  const fix = asciiDigits(text);
  const meant = isImportance(Number(fix));
  report(problem("E-IMPORTANCE", { value: text, ...(meant ? { fix, hint: `Write ${fix}` } : {}) }), "importance");
  if (meant) mend("importance", fix, "E-IMPORTANCE");
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

function urlsOf(_: string, reading: Reading): readonly string[] | undefined {
  const written = items(reading.written("url")).filter((url) => url !== "" && !saysNothing(url));
  const urls = written.filter((url) => hrefOf(url, "url", reading) !== null);
  return written.length === 0 ? undefined : urls;
}

function claimsOf(text: string, reading: Reading): readonly Claim[] | undefined {
  const written = reading.written("source_url");
  const claims = reading.context.claimsOf(text);
  if (written === "" || (reading.later && written === "-")) return unlessEmpty(claims);
  const urls = items(written);
  return unlessEmpty(
    claims.map((claim, i) => {
      const url = urls[i] ?? "";
      const href = url === "" || saysNothing(url) ? null : hrefOf(url, "source_url", reading);
      return href === null ? claim : { ...claim, url: href };
    }),
  );
}

/** The claims of a cell of sources, without their addresses; shared, as {@link listOf}. */
export const claimsIn = (text: string): readonly Claim[] =>
  Object.freeze(listOf(text).map((path) => Object.freeze({ path: Object.freeze(parsePath(path)) })));

function linkOf(text: string): EventLink {
  const i = text.indexOf(":");
  return i < 0 ? { type: "follows", to: text } : { type: text.slice(0, i).trim(), to: text.slice(i + 1).trim() };
}

function knownFromOf(text: string, { report, context }: Reading): string {
  const written = asEdtf(text, context.dates.orders.get("known_from") ?? null) ?? text;
  if (!parseInstant(written, { zone: context.zone }).ok) report(problem("E-KNOWN-FROM", { value: text }), "known_from");
  return written;
}

/**
 * The places of an event, or its regions where it has no place; each is remembered with what it lies in: the one region
 * of the row, or one for each place.
 */
export function readPlaces(event: Draft, reading: Reading): void {
  const { cell, later, context, report } = reading;
  const written = cell("place");
  if (later && written === "-") event.places = null;
  const region = cell("region");
  if (event.places === null || (written === "" && region === "")) return;
  const names = namesOf(written === "" ? region : written, written === "" ? "region" : "place", reading);
  if (names === undefined) return;
  event.places = names;
  const regions = region === "" || written === "" ? names : regionsOf(region, names.length, reading);
  for (const r of regions) if (r !== "") context.places.add(r, "");
  for (const [i, name] of names.entries()) {
    const own = region === "" ? "" : ((regions.length === 1 ? regions[0] : regions[i]) ?? "");
    const other = context.places.add(name, name === own ? "" : own);
    if (other === null) continue;
    const message = `In another row “${name}” lies in “${other}”; it can lie in one only`;
    report(problem("W-PLACE-REGION", { value: own, message }), "region");
  }
}

/** One region for all places of a row, or as many as there are places. */
function regionsOf(region: string, places: number, reading: Reading): readonly string[] {
  const several = items(region);
  const regions = several.length === places ? several : [region];
  return regions.map((r) => nameOf(r, "region", reading));
}

/** Columns that are not ours, as they are. */
export function readExtra(event: Draft, texts: readonly string[], { extra }: Columns): void {
  let kept: Record<string, string> | undefined;
  for (const { name, index } of extra) {
    const value = texts[index] ?? "";
    if (value === "") continue;
    kept ??= new Extra();
    kept[name] = value;
  }
  if (kept) event.extra = kept;
}

/** An object that inherits nothing; engines keep these smaller than those of Object.create(null). */
const Extra = function () {} as unknown as new () => Record<string, string>;
Extra.prototype = Object.freeze(Object.create(null));
