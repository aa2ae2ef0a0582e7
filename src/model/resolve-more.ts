import { verificationOf } from "./claims.js";
import { sound } from "./document-shape.js";
import type { Problem } from "./problem.js";
import { reading } from "./registry.js";
import { idOf } from "./current.js";
import { byWeight, resolveKeeping, startOf, type Resolution, type ResolveOptions } from "./resolve.js";
import { claimsOf, refer, resolveEvent, type Draft, type EventContext } from "./resolve-event.js";
import type { ResolvedEvent, Timeline } from "./resolved.js";
import type { TimelineData, TimelineEvent } from "./types.js";

/** A resolution to which events are added. */
interface Growing {
  readonly data: TimelineData;
  readonly options: ResolveOptions;
  readonly resolution: Resolution;
  /** Made when something is added for the first time. */
  taken: Set<string> | null;
  ids: Set<string> | null;
  makers: Makers | null;
}

/** The events that made the definitions which the document itself lacks. */
type Makers = ReadonlyMap<string, ResolvedEvent>;

/**
 * Resolves one document after the other. One that is said to be the last one with events added behind its own is not
 * resolved anew where the result can only be the same: the events that were there are the same objects in both results.
 * It must be said, because the objects of a document that only looks so may have been changed in the meantime.
 *
 * @returns what `resolve` would return
 */
export function resolver(): (data: TimelineData, options?: ResolveOptions, grownFrom?: TimelineData) => Timeline {
  let last: Growing | null = null;
  return (data, options = {}, grownFrom) => {
    const { language, zone, asKnownAt, tracks, periods } = options;
    const same =
      last !== null &&
      asKnownAt === undefined &&
      last.options.asKnownAt === undefined &&
      last.options.language === language &&
      last.options.zone === zone &&
      last.options.tracks === tracks &&
      last.options.periods === periods;
    if (same && last!.data === data) return last!.resolution.timeline;
    const more = same && grownFrom === last!.data ? addedTo(last!.data, data) : null;
    const grown = more === null ? null : grownBy(last!, more);
    last =
      grown === null
        ? { data, options, resolution: resolveKeeping(data, options), taken: null, ids: null, makers: null }
        : { ...last!, data, resolution: { ...last!.resolution, timeline: grown } };
    return last.resolution.timeline;
  };
}

/** The events behind those of a document, where nothing else differs; null where something does. */
function addedTo(before: TimelineData, now: TimelineData): readonly TimelineEvent[] | null {
  const [a, b] = [before.events, now.events];
  if (!Array.isArray(a) || !Array.isArray(b) || b.length < a.length) return null;
  const keys = Object.keys(now) as (keyof TimelineData)[];
  if (keys.length !== Object.keys(before).length) return null;
  if (!keys.every((key) => key === "events" || Object.is(before[key], now[key]))) return null;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return null;
  return b.slice(a.length) as readonly TimelineEvent[];
}

/**
 * A timeline with more events; null where one of them has a problem, is a version of another, names what nothing has
 * named before, or would change the order in which names were first met: all of it is then resolved anew.
 */
function grownBy(growing: Growing, more: readonly TimelineEvent[]): Timeline | null {
  const { timeline, context: whole } = growing.resolution;
  const taken = (growing.taken ??= growing.resolution.taken());
  const ids = (growing.ids ??= new Set(timeline.events.map((e) => e.id)));
  const makers = (growing.makers ??= makersOf(growing.resolution));
  const problems: Problem[] = [];
  let missing = false;
  const context = readingOnly({ ...whole, problems }, () => (missing = true));
  const drafts: Draft[] = [];
  const mine = new Set<string>();
  const { events } = sound({ events: more }, problems);
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    if (typeof event !== "object" || event === null || Array.isArray(event) || event.change === "retraction")
      return null;
    const id = idOf(event, i, problems);
    if (taken.has(id) || mine.has(id)) return null;
    mine.add(id);
    const draft = resolveEvent(event, id, i, context);
    if (draft === null) return null;
    draft.claims = claimsOf(event, context);
    draft.verification = verificationOf(draft.claims, event.verification);
    refer(draft, event, context);
    if (problems.length > 0 || missing || !comesAfter(draft, makers)) return null;
    drafts.push(draft);
  }
  if (!linksHold(timeline, drafts, (id) => ids.has(id) || mine.has(id))) return null;
  for (const { id } of drafts) {
    taken.add(id);
    ids.add(id);
  }
  return { ...timeline, events: merged(timeline.events, drafts.sort(inOrder)) };
}

function readingOnly(context: EventContext, missing: () => void): EventContext {
  return {
    ...context,
    places: reading(context.places, missing),
    sources: reading(context.sources, missing),
    categories: reading(context.categories, missing),
    lanes: reading(context.lanes, missing),
  };
}

/** Keys, never equal for two kinds, of all that an event refers to. */
function refersTo({ places, lanes, category, claims }: ResolvedEvent): string[] {
  const keys: string[] = [];
  for (const id of places) keys.push(`places ${id}`);
  for (const id of lanes) keys.push(`lanes ${id}`);
  if (category !== undefined) keys.push(`categories ${category}`);
  for (const { path } of claims) for (const step of path) for (const { id } of step) keys.push(`sources ${id}`);
  return keys;
}

function makersOf({ timeline, defined }: Resolution): Makers {
  const made = new Set<string>();
  for (const kind of ["places", "sources", "categories", "lanes"] as const) {
    const ids = [...timeline[kind].keys()];
    for (let i = defined[kind]; i < ids.length; i++) made.add(`${kind} ${ids[i]!}`);
  }
  const makers = new Map<string, ResolvedEvent>();
  for (const event of timeline.events) {
    if (makers.size === made.size) break;
    for (const key of refersTo(event)) if (made.has(key) && !makers.has(key)) makers.set(key, event);
  }
  return makers;
}

/** Whether all that an event refers to was made by events before it. */
const comesAfter = (event: ResolvedEvent, makers: Makers): boolean =>
  refersTo(event).every((key) => {
    const maker = makers.get(key);
    return maker === undefined || inOrder(maker, event) < 0;
  });

/** Whether all links lead somewhere now and did so before, and none can close a circle. */
function linksHold({ problems }: Timeline, more: readonly Draft[], exists: (id: string) => boolean): boolean {
  if (problems.some((p) => p.code === "W-REF-UNKNOWN" || p.code === "E-CYCLE")) return false;
  return more.every(({ id, links }) => links.every((l) => l.type !== "part-of" && l.to !== id && exists(l.to)));
}

const inOrder = (a: ResolvedEvent, b: ResolvedEvent): number => startOf(a.span) - startOf(b.span) || byWeight(a, b);

/** Two lists in the total order as one. */
function merged(events: readonly ResolvedEvent[], more: readonly ResolvedEvent[]): ResolvedEvent[] {
  const out: ResolvedEvent[] = [];
  let i = 0;
  for (const one of more) {
    const end = placeOf(one, events, i);
    for (; i < end; i++) out.push(events[i]!);
    out.push(one);
  }
  for (; i < events.length; i++) out.push(events[i]!);
  return out;
}

/** How many of the events, the first `from` of which do, come before one. */
function placeOf(one: ResolvedEvent, events: readonly ResolvedEvent[], from: number): number {
  let lo = from;
  let hi = events.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (inOrder(events[mid]!, one) < 0) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
