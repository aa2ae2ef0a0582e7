import { verificationOf } from "./claims.js";
import { current, type Current } from "./current.js";
import { sound } from "./document-shape.js";
import { forest } from "./forest.js";
import { periodsOf, seriesOf } from "./from-options.js";
import { newsAt } from "./news.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { registry, type Registry } from "./registry.js";
import { claimsOf, pathOf, refer, resolveEvent, type Draft, type EventContext } from "./resolve-event.js";
import type {
  ResolvedCategory,
  ResolvedChange,
  ResolvedEvent,
  ResolvedLane,
  ResolvedPlace,
  ResolvedSource,
  Timeline,
} from "./resolved.js";
import { isColor, pickText } from "./text.js";
import type { TimeSpan } from "./span.js";
import { parseInstant } from "./time.js";
import type {
  Category,
  LaneDefinition,
  NumberTrack,
  Period,
  Place,
  Source,
  TimelineData,
  TimelineEvent,
  TimePoint,
} from "./types.js";
import { asKnownAt, documentOf, momentOf } from "./versions.js";
import { isZone } from "./zone.js";

export interface ResolveOptions {
  /** Language to choose texts in. Default: the document's. */
  readonly language?: string | undefined;
  /** Zone of the axis. Default: the document's, or UTC. */
  readonly zone?: string | undefined;
  readonly asKnownAt?: TimePoint | undefined;
  /** Number tracks beside those of the document. */
  readonly tracks?: readonly NumberTrack[] | undefined;
  /** Named periods beside those of the document. */
  readonly periods?: readonly Period[] | undefined;
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
  return resolveKeeping(input, options).timeline;
}

/** A document that is resolved, with what is needed to add to it. */
export interface Resolution {
  readonly timeline: Timeline;
  readonly context: EventContext;
  /** How many definitions of each kind there were before events made theirs. */
  readonly defined: Readonly<Record<keyof Registries, number>>;
  /** Ids that a further event cannot have without being a version or a repetition. */
  readonly taken: () => Set<string>;
}

/** As {@link resolve}. */
export function resolveKeeping(
  input: TimelineData | readonly TimelineEvent[],
  options: ResolveOptions = {},
): Resolution {
  const whole = documentOf(input, "resolve()");
  const problems: Problem[] = [];
  const events = Array.isArray(whole.events) ? whole.events : [];
  if (events !== whole.events)
    problems.push(
      problem("E-DATA-TYPE", {
        path: "events",
        message: "events should be a list",
        value: whole.events ?? "nothing",
        ...("data" in whole ? { hint: "Of what read() gives, take what is under data" } : {}),
      }),
    );
  const checked = sound({ ...whole, events }, problems);
  const data = options.asKnownAt === undefined ? checked : asKnownAt(checked, options.asKnownAt);
  const moment = options.asKnownAt === undefined ? null : momentOf(options.asKnownAt, checked);
  const news = moment === null ? null : newsAt(checked, moment);
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
  const { places, sources, categories, lanes } = context;
  const defined = {
    places: places.map.size,
    sources: sources.map.size,
    categories: categories.map.size,
    lanes: lanes.map.size,
  };
  const byId = new Map<string, Current>();
  const rows = current(data, documentZone, problems, byId);
  const resolved = inTotalOrder(rows, context);
  const asOfMs = asOf?.ok ? asOf.value.ms : null;
  const timeline: Timeline = {
    title: pickText(data.title, language, own),
    description: pickText(data.description, language, own),
    language,
    zone,
    credit: pickText(data.credit, language, own),
    asOf: asOfMs,
    ...(asOf?.ok && String(data.asOf).includes("[") ? { asOfZone: asOf.value.zone } : {}),
    events: resolved.some((e) => e.links.length > 0) ? withLinks(resolved, rows, problems) : resolved,
    places: places.map,
    sources: sources.map,
    categories: categories.map,
    lanes: lanes.map,
    periods: periodsOf(data, options, { ...names, zone: documentZone }),
    series: seriesOf(data, options, { ...names, zone: documentZone, asOf: asOfMs }),
    problems,
    ...(news === null ? {} : { news }),
  };
  return { timeline, context, defined, taken: () => new Set([...byId.keys(), ...resolved.map((e) => e.id)]) };
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

interface Timed extends Current {
  draft: Draft;
}

function inTotalOrder(events: readonly Current[], context: EventContext): ResolvedEvent[] {
  const timed: Timed[] = [];
  for (let i = 0; i < events.length; i++) {
    const current = events[i]!;
    const draft = resolveEvent(current.event, current.id, current.row, context);
    if (draft === null) continue;
    current.draft = draft;
    current.start = startOf(draft.span);
    timed.push(current as Timed);
  }
  timed.sort(byTime);
  // References make definitions in the order in which they are met: that order must be the events' own.
  const out: ResolvedEvent[] = [];
  for (let i = 0; i < timed.length; i++) {
    const { draft, event, history } = timed[i]!;
    draft.claims = claimsOf(event, context);
    draft.verification = verificationOf(draft.claims, event.verification);
    refer(draft, event, context);
    if (history.length > 0) draft.changes = changesOf(history, context);
    out.push(draft);
  }
  return out;
}

const byTime = (a: Timed, b: Timed): number => a.start - b.start || byWeight(a.draft, b.draft);

/** The order of events of one time. */
export const byWeight = (a: ResolvedEvent, b: ResolvedEvent): number =>
  a.importance - b.importance || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Time of an event in the total order: the middle of what a moment may be, the begin of an extent. What is only known
 * to have come by the end of a day comes before what begins with the next one.
 */
export function startOf({ kind, startMin, startMax, endMin, endMax }: TimeSpan): number {
  if (kind !== "during" && startMin !== null && startMax !== null) return (startMin + startMax) / 2;
  return startMin ?? (startMax === null ? (endMin ?? endMax ?? 0) : startMax - 1);
}

function changesOf(history: readonly TimelineEvent[], { zone, language, own }: EventContext): ResolvedChange[] {
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

/** The events with only those links that lead to another event, and close no circle of parts. */
function withLinks(
  events: readonly ResolvedEvent[],
  current: readonly Current[],
  problems: Problem[],
): ResolvedEvent[] {
  const rows = new Map(current.map((c) => [c.id, c.row]));
  const ids = new Set(events.map((e) => e.id));
  const { join } = forest();
  return events.map((event) => {
    if (event.links.length === 0) return event;
    const path = `${pathOf(rows.get(event.id)!)}.links`;
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
