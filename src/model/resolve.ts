import { verificationOf } from "./claims.js";
import { sound } from "./document-shape.js";
import { forest } from "./forest.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { registry, type Registry } from "./registry.js";
import { claimsOf, refer, resolveEvent, type Draft, type EventContext } from "./resolve-event.js";
import type {
  ResolvedCategory,
  ResolvedChange,
  ResolvedEvent,
  ResolvedLane,
  ResolvedPlace,
  ResolvedSource,
  Timeline,
} from "./resolved.js";
import { clean, hash, isColor, LONGEST_NAME, pickText, slug } from "./text.js";
import type { TimeSpan } from "./span.js";
import { parseInstant } from "./time.js";
import type { Category, LaneDefinition, Place, Source, TimelineData, TimelineEvent, TimePoint } from "./types.js";
import { asKnownAt, isVersioned, knownAt, oldestFirst, stateOf } from "./versions.js";
import { isZone } from "./zone.js";

export interface ResolveOptions {
  /** Language to choose texts in. Default: the document's. */
  readonly language?: string | undefined;
  /** Zone of the axis. Default: the document's, or UTC. */
  readonly zone?: string | undefined;
  readonly asKnownAt?: TimePoint | undefined;
}

/**
 * Makes a document ready to lay out: versions folded, references resolved, times as bounds, one language chosen. Bad
 * events are reported and left out, never thrown; the result does not depend on the order of the rows.
 *
 * @throws TypeError when `data` is neither a document nor an array of events
 * @example
 * resolve({ title: "…", zone: "Asia/Almaty", events: [{ title: "Curfew", time: "2022-01-05" }] })
 */
export function resolve(input: TimelineData | readonly TimelineEvent[], options: ResolveOptions = {}): Timeline {
  if (typeof input !== "object" || input === null)
    throw new TypeError("A timeline is a document { events: […] } or an array of events");
  const whole: TimelineData = Array.isArray(input)
    ? { events: input as readonly TimelineEvent[] }
    : (input as TimelineData);
  const problems: Problem[] = [];
  const events = Array.isArray(whole.events) ? whole.events : [];
  if (events !== whole.events)
    problems.push(
      problem("E-DATA-TYPE", { path: "events", message: "events should be a list", value: whole.events ?? null }),
    );
  const checked = sound({ ...whole, events }, problems);
  const data = options.asKnownAt === undefined ? checked : asKnownAt(checked, options.asKnownAt);
  const own = data.language ?? "en";
  const language = options.language ?? own;
  const documentZone = zoneOf(data.zone, "zone", problems);
  const zone = options.zone === undefined ? documentZone : zoneOf(options.zone, "options.zone", problems, documentZone);
  const names = { language, own, problems };
  const context: EventContext = {
    ...names,
    zone: documentZone,
    places: registry<Place, ResolvedPlace>(data.places, {
      ...names,
      path: "places",
      make: (id, name, d, parent) => ({
        id,
        name,
        ...(parent === undefined ? {} : { parent }),
        ...(d?.code ? { code: d.code } : {}),
        ...(typeof d?.zone === "string" && isZone(d.zone) ? { zone: d.zone } : {}),
      }),
    }),
    sources: registry<Source, ResolvedSource>(data.sources, {
      ...names,
      path: "sources",
      up: (d) => d.affiliation,
      make: (id, name, d) => ({ id, name, ...(d?.url ? { url: d.url } : {}) }),
    }),
    categories: registry<Category, ResolvedCategory>(data.categories, {
      ...names,
      path: "categories",
      make: (id, name, d) => ({
        id,
        name,
        ...(isColor(d?.color) ? { color: d.color } : {}),
        ...(d?.shape ? { shape: d.shape } : {}),
      }),
    }),
    lanes: registry<LaneDefinition, ResolvedLane>(data.lanes, {
      ...names,
      path: "lanes",
      make: (id, name, _, parent) => ({ id, name, ...(parent === undefined ? {} : { parent }) }),
    }),
  };
  reportColors(data.categories, problems);
  const asOf = data.asOf ? parseInstant(data.asOf, { zone: documentZone }) : null;
  const rows = current(data, documentZone, problems);
  const resolved = inTotalOrder(rows, context);
  return {
    title: pickText(data.title, language, own),
    description: pickText(data.description, language, own),
    language,
    zone,
    credit: pickText(data.credit, language, own),
    asOf: asOf?.ok ? asOf.value.ms : null,
    ...(asOf?.ok && String(data.asOf).includes("[") ? { asOfZone: asOf.value.zone } : {}),
    events: withLinks(resolved, pathsOf(rows), problems),
    places: context.places.map,
    sources: context.sources.map,
    categories: context.categories.map,
    lanes: context.lanes.map,
    problems,
  };
}

function zoneOf(zone: unknown, path: string, problems: Problem[], fallback = "UTC"): string {
  if (zone === undefined || zone === null || zone === "") return fallback;
  if (typeof zone === "string" && isZone(zone)) return zone;
  problems.push(problem("E-ZONE", { path, value: zone }));
  return fallback;
}

function reportColors(categories: TimelineData["categories"], problems: Problem[]): void {
  categories?.forEach((c: Category | null, i) => {
    if (c?.color && !isColor(c.color))
      problems.push(problem("E-COLOR", { path: `categories[${i}].color`, value: c.color }));
  });
}

/** One event at its newest version, with the path of its row and its history. */
interface Current {
  readonly event: TimelineEvent;
  readonly path: string;
  readonly id: string;
  readonly history: readonly TimelineEvent[];
}

/** Folds versions; gives ids to events without one, and a new one to a repeated one. */
function current(data: TimelineData, zone: string, problems: Problem[]): Current[] {
  const groups = new Map<string, { event: TimelineEvent; path: string }[]>();
  data.events.forEach((event, i) => {
    const path = `events[${i}]`;
    if (typeof event !== "object" || event === null || Array.isArray(event)) {
      problems.push(problem("E-EVENT-TYPE", { path, value: event }));
      return;
    }
    const given = clean(event.id ?? "", LONGEST_NAME);
    if (/\s/.test(given)) problems.push(problem("E-ID-SPACE", { path: `${path}.id`, value: given }));
    const id = given === "" ? madeId(event) : given.replace(/\s+/g, "-");
    const list = groups.get(id);
    // Not an empty list that is added to: engines give that one room for many.
    if (list === undefined) groups.set(id, [{ event, path }]);
    else list.push({ event, path });
  });
  const out: Current[] = [];
  const taken = new Set(groups.keys());
  for (const [id, list] of groups) {
    const versions = oldestFirst(list, ({ event }) => event, zone);
    const history = versions.map((v) => v.event);
    if (list.length === 1 || isVersioned(history)) {
      versions.slice(1).forEach(({ event, path }, i) => {
        if (knownAt(event, zone) === knownAt(history[i]!, zone))
          problems.push(problem("W-KNOWN-TWICE", { path: `${path}.knownFrom`, value: event.knownFrom ?? "" }));
      });
      const state = stateOf(history);
      if (state !== null) out.push({ event: state, path: versions[0]!.path, id, history });
      else if (list.length === 1) problems.push(problem("W-RETRACT-UNKNOWN", { path: list[0]!.path, value: id }));
      continue;
    }
    // The same id for two events: which keeps it must not depend on the order of the rows.
    const sorted = [...list].sort((a, b) => (JSON.stringify(a.event) < JSON.stringify(b.event) ? -1 : 1));
    let n = 1;
    sorted.forEach(({ event, path }, i) => {
      let own = id;
      while (i > 0 && taken.has(own)) own = `${id}-${++n}`;
      taken.add(own);
      if (i > 0 && list[0]!.event.id !== undefined)
        problems.push(
          problem("E-ID-DUPLICATE", {
            path: `${path}.id`,
            value: id,
            message: `This id is also that of ${sorted[0]!.path}; both are kept, this one as ${own}`,
          }),
        );
      out.push({ event, path, id: own, history: [event] });
    });
  }
  return out;
}

function madeId(event: TimelineEvent): string {
  const title = pickText(event.title, "en", "en");
  const time =
    typeof event.time === "object" && !(event.time instanceof Date) ? JSON.stringify(event.time) : String(event.time);
  return `${slug(title) || "event"}-${hash(`${title}\n${time}\n${JSON.stringify(event.places ?? [])}`)}`;
}

function inTotalOrder(events: readonly Current[], context: EventContext): ResolvedEvent[] {
  // References make definitions in the order in which they are met: that order must be the events' own.
  const timed: { event: Draft; current: Current; start: number }[] = [];
  for (const current of events) {
    const event = resolveEvent(current.event, current.id, current.path, context);
    if (event !== null) timed.push({ event, current, start: startOf(event.span) });
  }
  timed.sort(
    ({ event: a, start: x }, { event: b, start: y }) =>
      x - y || a.importance - b.importance || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  for (const { event, current } of timed) {
    event.claims = claimsOf(current.event, context);
    const verification = verificationOf(event.claims, current.event.verification);
    if (verification !== undefined) event.verification = verification;
    refer(event, current.event, context);
    if (current.history.length > 1) event.changes = changesOf(current, context);
  }
  return timed.map((t) => t.event);
}

/** Time of an event in the total order: the middle of what a moment may be, the begin of an extent. */
function startOf({ kind, startMin, startMax, endMin, endMax }: TimeSpan): number {
  if (kind !== "during" && startMin !== null && startMax !== null) return (startMin + startMax) / 2;
  return startMin ?? startMax ?? endMin ?? endMax ?? 0;
}

function changesOf({ history }: Current, { zone, language, own }: EventContext): ResolvedChange[] {
  return history
    .slice(1)
    .flatMap((version): ResolvedChange[] => {
      const at = parseInstant(version.knownFrom, { zone });
      if (!at.ok) return [];
      const note = pickText(version.note, language, own);
      return [
        { change: version.change ?? "update", at: at.value.ms, zone: at.value.zone, ...(note === "" ? {} : { note }) },
      ];
    })
    .reverse();
}

const pathsOf = (rows: readonly Current[]): ReadonlyMap<string, string> => new Map(rows.map((r) => [r.id, r.path]));

function withLinks(
  events: readonly ResolvedEvent[],
  paths: ReadonlyMap<string, string>,
  problems: Problem[],
): ResolvedEvent[] {
  const ids = new Set(events.map((e) => e.id));
  const { join } = forest();
  return events.map((event) => {
    if (event.links.length === 0) return event;
    const path = `${paths.get(event.id)!}.links`;
    const links = event.links.filter(({ type, to }) => {
      if (!ids.has(to) || to === event.id) {
        problems.push(problem("W-REF-UNKNOWN", { path, value: to }));
        return false;
      }
      if (type !== "part-of" || join(event.id, to)) return true;
      problems.push(problem("E-CYCLE", { path, value: to }));
      return false;
    });
    return links.length === event.links.length ? event : { ...event, links };
  });
}

export type Registries = { readonly [K in "places" | "sources" | "categories" | "lanes"]: Registry<unknown> };
