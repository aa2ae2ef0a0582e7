import { CHANGES, STATUSES, VERIFICATIONS } from "../model/document-shape.js";
import { parsePath } from "../model/claims.js";
import { parseHints } from "../model/hints.js";
import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { asciiDigits, clean, LONGEST_NAME } from "../model/text.js";
import { parseInstant } from "../model/time.js";
import type { Claim, EventLink, TimelineEvent } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import { asEdtf } from "./as-edtf.js";
import type { Field } from "./fields.js";
import { saysNothing } from "./nothing.js";
import type { Draft, Reading } from "./reading.js";

/**
 * A column and how its text becomes a part of the event, or is taken away from it in a later version. The parts are named
 * one by one: engines are slow to set properties whose names vary.
 */
type Part = readonly [
  field: Field,
  put: (event: Draft, text: string, reading: Reading) => void,
  drop: (event: Draft) => void,
];

/** Several values of one cell; blank ones hold their place beside another column. */
export const items = (text: string): string[] => (text.includes(";") ? text.split(";").map((s) => s.trim()) : [text]);
/** Several values of one cell, without the blank ones. Shared by all rows that say the same, so nobody may change it. */
export const listOf = (text: string): readonly string[] => Object.freeze(items(text).filter((s) => s !== ""));

/** Title, time, id, places and quantities are read on their own. */
export const PARTS: readonly Part[] = [
  ["print_title", (e, text) => (e.printTitle = text), (e) => (e.printTitle = null)],
  ["summary", (e, text) => (e.summary = text), (e) => (e.summary = null)],
  [
    "lane",
    (e, text, reading) => {
      const lanes = namesOf(text, "lane", reading);
      if (lanes.length > 0) e.lanes = lanes;
    },
    (e) => (e.lanes = null),
  ],
  ["category", (e, text, reading) => (e.category = nameOf(text, "category", reading)), (e) => (e.category = null)],
  [
    "actors",
    (e, text, reading) => {
      const actors = namesOf(text, "actors", reading);
      if (actors.length > 0) e.actors = actors;
    },
    (e) => (e.actors = null),
  ],
  [
    "importance",
    (e, text, reading) => {
      const n = importanceOf(text, reading);
      if (n !== undefined) e.importance = n;
    },
    (e) => (e.importance = null),
  ],
  ["status", (e, text, reading) => (e.status = wordOf(text, "status", STATUSES, reading)), (e) => (e.status = null)],
  [
    "verification",
    (e, text, reading) => (e.verification = wordOf(text, "verification", VERIFICATIONS, reading)),
    (e) => (e.verification = null),
  ],
  [
    "source",
    (e, text, reading) => {
      const claims = claimsOf(text, reading);
      if (claims.length > 0) e.claims = claims;
    },
    (e) => (e.claims = null),
  ],
  [
    "url",
    (e, _, reading) => {
      const urls = urlsOf(reading);
      if (urls.length > 0) e.urls = urls;
    },
    (e) => (e.urls = null),
  ],
  [
    "link",
    (e, text, { context }) => {
      const links = context.namesOf(text).map(linkOf);
      if (links.length > 0) e.links = links;
    },
    (e) => (e.links = null),
  ],
  [
    "layout",
    (e, text, reading) => {
      const { hints, wrong } = parseHints(text);
      for (const wish of wrong) reading.report(problem("E-LAYOUT", { value: wish }), "layout");
      if (wrong.length === 0 || Object.keys(hints).length > 0) e.layout = hints;
    },
    (e) => (e.layout = null),
  ],
  ["known_from", (e, text, reading) => (e.knownFrom = knownFromOf(text, reading)), (e) => (e.knownFrom = null)],
  ["change", (e, text, reading) => (e.change = wordOf(text, "change", CHANGES, reading)), (e) => (e.change = null)],
  ["note", (e, text) => (e.note = text), (e) => (e.note = null)],
  ["desk_note", (e, text) => (e.deskNote = text), (e) => (e.deskNote = null)],
];

export const tooLong = (length: number, most: number): Problem =>
  problem("W-TEXT-LONG", { message: `This text of ${length} characters was cut after ${most}` });

/** A name, cut where it is longer than names may be. */
export function nameOf(text: string, field: Field, { report }: Reading): string {
  if (text.length <= LONGEST_NAME) return text;
  report(tooLong(text.length, LONGEST_NAME), field);
  return clean(text, LONGEST_NAME);
}

export function namesOf(text: string, field: Field, reading: Reading): readonly string[] {
  const names = reading.context.namesOf(text);
  // Copied only where something has to be cut: the same lists stand in many rows.
  return text.length > LONGEST_NAME ? names.map((n) => nameOf(n, field, reading)) : names;
}

type Importance = NonNullable<TimelineEvent["importance"]>;
const isImportance = (n: number): n is Importance => Number.isInteger(n) && n >= 1 && n <= 5;

function importanceOf(text: string, { report }: Reading): Importance | undefined {
  const n = Number(text);
  if (isImportance(n)) return n;
  const other = Number(asciiDigits(text));
  if (isImportance(other)) return other;
  if (!saysNothing(text)) report(problem("E-IMPORTANCE", { value: text }), "importance");
  return undefined;
}

/** What is no such word stays, for whoever reads the document to leave out. */
function wordOf<T extends string>(text: string, field: Field, allowed: readonly T[], { report }: Reading): T {
  const word = text.toLowerCase() as T;
  if (!allowed.includes(word))
    report(problem("E-WORD", { value: word, hint: `Write one of ${allowed.join(", ")}` }), field);
  return word;
}

function hrefOf(url: string, field: Field, { report }: Reading): string | null {
  const safe = safeUrl(url);
  if (!safe.ok) report(safe.problem, field);
  return safe.ok ? safe.value.href : null;
}

function urlsOf(reading: Reading): readonly string[] {
  const written = items(reading.written("url")).filter((url) => url !== "" && !saysNothing(url));
  return written.filter((url) => hrefOf(url, "url", reading) !== null);
}

function claimsOf(text: string, reading: Reading): readonly Claim[] {
  const written = reading.written("source_url");
  const claims = reading.context.claimsOf(text);
  if (written === "" || (reading.later && written === "-")) return claims;
  const urls = items(written);
  return claims.map((claim, i) => {
    const url = urls[i] ?? "";
    const href = url === "" || saysNothing(url) ? null : hrefOf(url, "source_url", reading);
    return href === null ? claim : { ...claim, url: href };
  });
}

/** The claims of a cell of sources, without their addresses; shared, as {@link listOf}. */
export const claimsIn = (text: string): readonly Claim[] =>
  Object.freeze(listOf(text).map((path) => Object.freeze({ path: Object.freeze(parsePath(path)) })));

/** "causes:ID"; with an exclamation mark ("causes!:ID") a main one. */
function linkOf(text: string): EventLink {
  const i = text.indexOf(":");
  if (i < 0) return { type: "follows", to: text };
  const type = text.slice(0, i).trim();
  const to = text.slice(i + 1).trim();
  return type.endsWith("!") && type.length > 1 ? { type: type.slice(0, -1).trimEnd(), to, main: true } : { type, to };
}

/** Since when a version is known. */
export function knownFromOf(text: string, { report, mend, context }: Reading): string {
  const order = context.dates.orders.get("known_from") ?? null;
  const written = asEdtf(text, order, context.dateOrder ?? null) ?? text;
  if (order !== null && asEdtf(text, null) === null) mend("known_from", written, "W-DATE-ORDER");
  if (!parseInstant(written, { zone: context.zone }).ok) report(problem("E-KNOWN-FROM", { value: text }), "known_from");
  return written;
}
