import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { clean, LONGEST_NAME } from "../model/text.js";
import type { Grouping, LaneOrder } from "./options.js";

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** Indexes into `Timeline.events`, in total order. */
  readonly events: readonly number[];
}

interface Group {
  readonly id: string;
  readonly name: string;
}

/** Deals the events to lanes. An event of several groups stands in each; one of none in a lane for the rest. */
export function lanesOf(
  timeline: Timeline,
  { laneBy, laneOrder, restName }: { laneBy: Grouping | null; laneOrder?: LaneOrder | undefined; restName: string },
): Lane[] {
  const groups = groupsOf(timeline, laneBy);
  const lanes = new Map<string, { id: string; name: string; events: number[] }>();
  timeline.events.forEach((event, index) => {
    const mine = groups(event);
    for (const { id, name } of mine.length > 0 ? mine : [{ id: REST, name: restName }]) {
      let lane = lanes.get(id);
      if (!lane) lanes.set(id, (lane = { id, name, events: [] }));
      if (lane.events.at(-1) !== index) lane.events.push(index);
    }
  });
  const given = givenOrder(timeline, laneBy);
  return order([...lanes.values()], laneOrder ?? (given.size > 0 ? "given" : "first"), given);
}

/** Id of the lane of events that name none. No id of a document can be equal: they have no spaces. */
export const REST = "no lane";

function order(lanes: Lane[], by: LaneOrder, given: ReadonlyMap<string, number>): Lane[] {
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

function givenOrder(timeline: Timeline, by: Grouping | null): ReadonlyMap<string, number> {
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
  const groups = groupsOf(timeline, by);
  const lanes = new Set(timeline.events.flatMap((e) => groups(e).map((g) => g.id)));
  // A lane for each event, or more lanes than a picture holds, would divide and not group.
  return lanes.size > 1 && lanes.size <= MOST_LANES && timeline.events.length >= 2 * lanes.size ? by : null;
}

/** The groups of an event, each an id without spaces and a name to show. */
export function groupsOf(timeline: Timeline, by: Grouping | null): (event: ResolvedEvent) => readonly Group[] {
  const named = (map: ReadonlyMap<string, { readonly name: string }>, id: string): Group => ({
    id,
    name: map.get(id)?.name ?? id,
  });
  const free = (value: unknown): Group[] =>
    (Array.isArray(value) ? value : [value])
      .filter((v) => typeof v === "string" || typeof v === "number")
      .map((v) => clean(String(v), LONGEST_NAME))
      .filter((name) => name !== "")
      .map((name) => ({ id: idOf(name), name }));
  if (by === null) return () => [{ id: "all", name: "" }];
  if (typeof by === "function") return (e) => free(by(e) ?? []);
  if (typeof by === "object") return (e) => free(Object.hasOwn(e.extra, by.field) ? e.extra[by.field] : []);
  switch (by) {
    case "lane":
      return (e) => e.lanes.map((id) => named(timeline.lanes, id));
    case "place":
      return (e) => e.places.map((id) => named(timeline.places, id));
    case "region": {
      const region = regionOf(timeline);
      return (e) => [...new Set(e.places.map(region))].map((id) => named(timeline.places, id));
    }
    case "category":
      return (e) => (e.category === undefined ? [] : [named(timeline.categories, e.category)]);
    case "actor":
      return (e) => e.actors.map((name) => ({ id: idOf(name), name }));
  }
}

const idOf = (name: string): string => name.trim().replace(/\s+/gu, "_");

/**
 * The region of a place: the level below the top when places nest three deep or more (country > region > town), the top
 * itself when they nest two deep (region > town).
 */
function regionOf(timeline: Timeline): (place: string) => string {
  const chain = (id: string): string[] => {
    const up = [id];
    for (let p = timeline.places.get(id)?.parent; p !== undefined && up.length < 16; p = timeline.places.get(p)?.parent)
      up.push(p);
    return up.reverse();
  };
  const deepest = Math.max(0, ...[...timeline.places.keys()].map((id) => chain(id).length));
  const level = deepest >= 3 ? 1 : 0;
  return (id) => {
    const c = chain(id);
    return c[Math.min(level, c.length - 1)] ?? id;
  };
}
