import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { givenOrder, groupsOf, lanesOf, order, REST, type Lane, type LaneGroup } from "./lanes.js";
import type { Grouping, LaneGrouping, LaneOrder } from "./options.js";

/** Groups that lie in one another. */
interface Tree {
  /** Ids of the groups in which an event stands itself; what those lie in is not among them. */
  readonly idsOf: (event: ResolvedEvent) => readonly string[];
  readonly nameOf: (id: string) => string;
  readonly parentOf: (id: string) => string | undefined;
  /** Places in the document's own order. */
  readonly given: ReadonlyMap<string, number>;
}

export interface LanesOptions {
  readonly laneBy: LaneGrouping | null;
  readonly laneOrder?: LaneOrder | undefined;
  readonly nested?: boolean | undefined;
  readonly folded?: readonly string[] | undefined;
  readonly restName: string;
}

/** The lanes of a picture from top to bottom: each, and then those in it, unless it is folded. */
export function lanesFor(timeline: Timeline, options: LanesOptions): Lane[] {
  const { laneBy } = options;
  const tree = treeOf(timeline, laneBy, options.nested);
  return tree === null
    ? lanesOf(timeline, { ...options, laneBy: first(laneBy) })
    : nestedLanes(timeline, tree, options);
}

/** The ids of all lanes in which an event stands or would stand were they folded. */
export function laneIdsOf(
  timeline: Timeline,
  laneBy: LaneGrouping | null,
  nested?: boolean,
): (event: ResolvedEvent) => readonly string[] {
  const tree = treeOf(timeline, laneBy, nested);
  if (tree === null) return groupsOf(timeline, first(laneBy)).idsOf;
  return (event) => {
    const ids = new Set<string>();
    for (const id of tree.idsOf(event))
      for (let up: string | undefined = id; up !== undefined && !ids.has(up); up = tree.parentOf(up)) ids.add(up);
    return [...ids];
  };
}

const first = (by: LaneGrouping | null): Grouping | null => (isList(by) ? (by[0] ?? null) : by);
const isList = (by: LaneGrouping | null): by is readonly Grouping[] => Array.isArray(by);

/** null where nothing lies in anything. */
function treeOf(timeline: Timeline, by: LaneGrouping | null, nested = true): Tree | null {
  if (isList(by)) return by.length > 1 ? levels(timeline, by) : null;
  if (!nested || (by !== "place" && by !== "lane")) return null;
  const map: ReadonlyMap<string, { readonly parent?: string }> = by === "place" ? timeline.places : timeline.lanes;
  let parents = false;
  for (const { parent } of map.values()) if (parent !== undefined) parents = true;
  return parents
    ? { ...groupsOf(timeline, by), parentOf: (id) => map.get(id)?.parent, given: givenOrder(timeline, by) }
    : null;
}

/**
 * A level for each grouping. An event without a group on a level stands on the one above; one of several groups on
 * several levels in all that can be, but for places, which lie in their own regions only.
 */
function levels(timeline: Timeline, by: readonly Grouping[]): Tree {
  const groups = by.map((g) => groupsOf(timeline, g));
  const region = groupsOf(timeline, "region");
  const names = new Map<string, string>();
  const parents = new Map<string, string>();
  const orders = by.map((g) => givenOrder(timeline, g));
  const given = new Map<string, number>();
  const within = (event: ResolvedEvent, level: number, above: string): readonly string[] => {
    const ids = groups[level]!.idsOf(event);
    if (by[level] !== "place" || by[level - 1] !== "region") return ids;
    return ids.filter((place) => region.idsOf({ ...event, places: [place] })[0] === above);
  };
  return {
    idsOf: (event) => {
      let ends: { readonly path: string; readonly last: string }[] = [{ path: "", last: "" }];
      for (let level = 0; level < by.length; level++)
        ends = ends.flatMap((end) => {
          if (level > 0 && end.path === "") return [end];
          const ids = within(event, level, end.last);
          if (ids.length === 0) return [end];
          return ids.map((id) => {
            // A region that is named as a place stands on itself.
            if (by[level] === "place" && by[level - 1] === "region" && id === end.last) return end;
            const own = id.replace(/[%>]/g, (c) => (c === ">" ? "%3E" : "%25"));
            const path = end.path === "" ? own : `${end.path}>${own}`;
            if (!names.has(path)) {
              names.set(path, groups[level]!.nameOf(id));
              const rank = orders[level]!.get(id);
              if (rank !== undefined) given.set(path, rank);
              if (end.path !== "") parents.set(path, end.path);
            }
            return { path, last: id };
          });
        });
      return ends.map((e) => e.path).filter((path) => path !== "");
    },
    nameOf: (id) => names.get(id) ?? id,
    parentOf: (id) => parents.get(id),
    given,
  };
}

interface Node extends Lane {
  readonly parent: Node | null;
  readonly depth: number;
  readonly children: Node[];
  /** Those that stand in it, and not only in what lies in it. */
  readonly own: number[];
  events: readonly number[];
}

/** Names of what a lane lies in that are kept: who nests deeper than that is not helped by more. */
const MOST_ABOVE = 6;

function nestedLanes(
  timeline: Timeline,
  { idsOf, nameOf, parentOf, given }: Tree,
  { laneOrder, folded = [], restName }: LanesOptions,
): Lane[] {
  const nodes = new Map<string, Node>();
  const roots: Node[] = [];
  const nodeOf = (id: string): Node => {
    const missing: string[] = [];
    for (let up: string | undefined = id; up !== undefined && !nodes.has(up); up = parentOf(up)) missing.push(up);
    for (const one of missing.reverse()) {
      const parent = nodes.get(parentOf(one) ?? "") ?? null;
      const name = one === REST ? restName : nameOf(one);
      const depth = parent === null ? 0 : parent.depth + 1;
      const node: Node = { id: one, name, parent, depth, children: [], own: [], events: [] };
      (parent?.children ?? roots).push(node);
      nodes.set(one, node);
    }
    return nodes.get(id)!;
  };
  timeline.events.forEach((event, index) => {
    const ids = idsOf(event);
    for (const id of ids.length === 0 ? [REST] : ids) {
      const { own } = nodeOf(id);
      if (own.at(-1) !== index) own.push(index);
    }
  });
  // A node comes after the one that it lies in: backwards, the inner ones come first.
  const all = [...nodes.values()].reverse();
  const by = laneOrder ?? (given.size > 0 ? "given" : "first");
  for (const node of all) {
    node.events = merged([node.own, ...node.children.map((c) => c.events)]);
    order(node.children, by, given);
  }
  order(roots, by, given);
  const shut = new Set(folded);
  const lanes: Lane[] = [];
  const pending = [...roots].reverse();
  while (pending.length > 0) {
    const node = pending.pop()!;
    const fold = node.children.length > 0 && (shut.has(node.id) || shut.has(node.name));
    lanes.push(laneOf(node, fold));
    if (!fold) for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i]!);
  }
  return lanes;
}

function laneOf(node: Node, folded: boolean): Lane {
  const { id, name, depth, own, children } = node;
  const within: string[] = [];
  for (let up = node.parent; up !== null && within.length < MOST_ABOVE; up = up.parent) within.push(up.name);
  const group =
    children.length === 0 ? null : { folded, heading: own.length === 0, inside: folded ? insideOf(node) : [] };
  return { id, name, events: folded ? node.events : own, nest: { depth, within, group } };
}

/** All lanes in a lane. */
function insideOf(node: Node): LaneGroup["inside"] {
  const inside: Node[] = [];
  const pending = [...node.children];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    inside.push(next);
    for (const child of next.children) pending.push(child);
  }
  return inside.map(({ id, name, depth, own }) => ({ id, name, depth, holds: own.length > 0 }));
}

/** Sorted lists of numbers as one, each number once. */
function merged(lists: readonly (readonly number[])[]): readonly number[] {
  const full = lists.filter((l) => l.length > 0);
  if (full.length < 2) return full[0] ?? [];
  return [...new Set(full.flat())].sort((a, b) => a - b);
}
