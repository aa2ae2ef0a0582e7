import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { clean, LONGEST_NAME } from "../model/text.js";
import { ownField } from "./grouping-text.js";
import type { Grouping, LaneOrder } from "./options.js";

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** Indexes into `Timeline.events`, in total order. */
  readonly events: readonly number[];
  /** Where it stands among nested lanes; absent where lanes are not nested. */
  readonly nest?: Nest;
}

export interface Nest {
  /** 0 for the outermost. */
  readonly depth: number;
  /** Names of what it lies in, the nearest first. */
  readonly within: readonly string[];
  /** Of a lane that others lie in. */
  readonly group: LaneGroup | null;
}

export interface LaneGroup {
  /** A folded lane holds the events of all lanes in it. */
  readonly folded: boolean;
  /** Has no events of its own: a heading over its lanes. */
  readonly heading: boolean;
  /** Of a folded lane, all that lie in it, and whether they hold events of their own. */
  readonly inside: readonly {
    readonly id: string;
    readonly name: string;
    readonly depth: number;
    readonly holds: boolean;
  }[];
}

/** What a lane is called where its place among others cannot be seen: "Aktau, Mangystau". */
export const fullName = ({ name, nest }: Lane): string =>
  nest === undefined ? name : [name, ...nest.within].filter((n) => n !== "").join(", ");

/** A lane that holds no events and never will: the name of those beneath it. */
export const isHeading = ({ nest }: Lane): boolean => nest?.group?.heading === true && !nest.group.folded;

export const isFolded = ({ nest }: Lane): boolean => nest?.group?.folded === true;

/** What events are grouped by. */
export interface Groups {
  /** Ids, without spaces, of the groups of an event. */
  readonly idsOf: (event: ResolvedEvent) => readonly string[];
  /** What is shown for the id of a group of some event. */
  readonly nameOf: (id: string) => string;
}

/** Deals the events to lanes. An event of several groups stands in each; one of none in a lane for the rest. */
export function lanesOf(
  timeline: Timeline,
  { laneBy, laneOrder, restName }: { laneBy: Grouping | null; laneOrder?: LaneOrder | undefined; restName: string },
): Lane[] {
  const { idsOf, nameOf } = groupsOf(timeline, laneBy);
  const lanes = new Map<string, { id: string; name: string; events: number[] }>();
  const add = (id: string, index: number): void => {
    const lane = lanes.get(id);
    if (lane === undefined) lanes.set(id, { id, name: id === REST ? restName : nameOf(id), events: [index] });
    else if (lane.events.at(-1) !== index) lane.events.push(index);
  };
  timeline.events.forEach((event, index) => {
    const ids = idsOf(event);
    if (ids.length === 0) add(REST, index);
    for (let i = 0; i < ids.length; i++) add(ids[i]!, index);
  });
  const given = givenOrder(timeline, laneBy);
  return order([...lanes.values()], laneOrder ?? (given.size > 0 ? "given" : "first"), given);
}

/** Id of the lane of events that name none. No id of a document can be equal: they have no spaces. */
export const REST = "no lane";

/** Sorts lanes in place. */
export function order<L extends Lane>(lanes: L[], by: LaneOrder, given: ReadonlyMap<string, number>): L[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const first = (l: Lane): number => l.events[0] ?? 0;
  const tie = (a: Lane, b: Lane): number => first(a) - first(b) || text(a.id, b.id);
  const rank = rankOf(by, given);
  const key: (a: Lane, b: Lane) => number =
    by === "name"
      ? (a, b) => text(a.name, b.name)
      : by === "count"
        ? (a, b) => b.events.length - a.events.length
        : by === "first"
          ? () => 0
          : (a, b) => rank(a) - rank(b);
  const rest = (l: Lane): number => (l.id === REST ? 1 : 0);
  return lanes.sort((a, b) => rest(a) - rest(b) || key(a, b) || tie(a, b));
}

function rankOf(by: LaneOrder, given: ReadonlyMap<string, number>): (l: Lane) => number {
  if (typeof by === "string") return (l) => given.get(l.id) ?? given.size;
  const list = new Map(by.map((name, i) => [name, i]));
  return (l) => list.get(l.id) ?? list.get(l.name) ?? list.size;
}

export function givenOrder(timeline: Timeline, by: Grouping | null): ReadonlyMap<string, number> {
  const map =
    by === "lane" ? timeline.lanes : by === "category" ? timeline.categories : by === "place" ? timeline.places : null;
  return new Map(map ? [...map.keys()].map((id, i) => [id, i]) : []);
}

/** More lanes than this are not made unasked. */
const MOST_LANES = 24;

/** What stands behind "auto": the events' own lanes, or regions, or places; none when that would not divide them. */
export function autoLanes(timeline: Timeline): Grouping | null {
  if (timeline.events.some((e) => e.lanes.length > 0)) return "lane";
  const nested = [...timeline.places.values()].some((p) => p.parent !== undefined);
  if (!timeline.events.some((e) => e.places.length > 0)) return null;
  const by = nested ? "region" : "place";
  const { idsOf } = groupsOf(timeline, by);
  // A lane for each event, or more lanes than a picture holds, would divide and not group.
  const lanes = new Set<string>();
  for (let i = 0; i < timeline.events.length && lanes.size <= MOST_LANES; i++)
    for (const id of idsOf(timeline.events[i]!)) lanes.add(id);
  return lanes.size > 1 && lanes.size <= MOST_LANES && timeline.events.length >= 2 * lanes.size ? by : null;
}

/** The groups of events by a field, or by a function of the caller's. */
export function groupsOf(timeline: Timeline, by: Grouping | null): Groups {
  if (by === null) return { idsOf: () => WHOLE, nameOf: () => "" };
  if (typeof by === "function") return named((e) => words(by(e)));
  const field = ownField(by);
  if (field !== null) return named((e) => (Object.hasOwn(e.extra, field) ? words(e.extra[field]) : NONE));
  const nameIn = (map: ReadonlyMap<string, { readonly name: string }>) => (id: string) => map.get(id)?.name ?? id;
  switch (by as Exclude<typeof by, object>) {
    case "lane":
      return { idsOf: (e) => e.lanes, nameOf: nameIn(timeline.lanes) };
    case "place":
      return { idsOf: (e) => e.places, nameOf: nameIn(timeline.places) };
    case "region": {
      const region = regionOf(timeline);
      return { idsOf: (e) => [...new Set(e.places.map(region))], nameOf: nameIn(timeline.places) };
    }
    case "category": {
      const { categories } = timeline;
      const lists = new Map([...categories.keys()].map((id) => [id, [id]]));
      return {
        idsOf: ({ category: c }) => (c === undefined ? NONE : (lists.get(c) ?? [c])),
        nameOf: nameIn(categories),
      };
    }
    case "actor":
      return named((e) => e.actors);
  }
}

const NONE: readonly never[] = [];
const WHOLE = ["all"] as const;

/** The words or numbers of a field, or of a list, as names. */
const words = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((v) => typeof v === "string" || typeof v === "number")
    .map((v) => clean(String(v), LONGEST_NAME))
    .filter((name) => name !== "");

/** Groups known by their names alone; of several names of one id the first met is shown. */
function named(namesOf: (event: ResolvedEvent) => readonly string[]): Groups {
  const names = new Map<string, string>();
  return {
    idsOf: (event) =>
      namesOf(event).map((name) => {
        const id = idOf(name);
        if (!names.has(id)) names.set(id, name);
        return id;
      }),
    nameOf: (id) => names.get(id) ?? id,
  };
}

const idOf = (name: string): string => name.trim().replace(/\s+/gu, "_");

/**
 * The region of a place: the level below the top when places nest three deep or more (country > region > town), the top
 * itself when they nest two deep (region > town).
 */
function regionOf({ places }: Timeline): (place: string) => string {
  const climb = (id: string): { readonly top: string; readonly below: string; readonly depth: number } => {
    let top = id;
    let below = id;
    let depth = 1;
    for (let p = places.get(id)?.parent; p !== undefined && depth < 16; p = places.get(p)?.parent) {
      below = top;
      top = p;
      depth++;
    }
    return { top, below, depth };
  };
  let deepest = 0;
  for (const id of places.keys()) deepest = Math.max(deepest, climb(id).depth);
  return (id) => (deepest >= 3 ? climb(id).below : climb(id).top);
}
