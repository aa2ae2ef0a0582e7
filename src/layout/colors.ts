import type { Timeline } from "../model/resolved.js";
import type { CategoryShape } from "../model/types.js";
import { groupsOf } from "./lanes.js";
import type { Grouping } from "./options.js";

/** A colour-and-shape class of events; its colour comes from the theme unless the document names one. */
export interface ColorClass {
  readonly id: string;
  readonly name: string;
  /** Place in the palette; -1 for "other". */
  readonly index: number;
  readonly shape: CategoryShape;
  readonly color?: string;
}

export interface ColorKey {
  readonly classes: readonly ColorClass[];
  /** What all events are where nothing is told apart by colour. */
  readonly plain: ColorClass;
  /** Class of an event, by its index in `timeline.events`. */
  readonly classOf: (event: number) => ColorClass;
}

/** Apart from each other also in grey and at 8 px. The diamond comes last: the lozenge means "one moment in between". */
const SHAPES: readonly CategoryShape[] = [
  "circle",
  "square",
  "triangle",
  "hexagon",
  "cross",
  "triangle-down",
  "star",
  "diamond",
];
/** More kinds than this cannot be told apart by colour and shape; the rarest become "other". */
const MOST = 8;

const PLAIN: ColorClass = { id: "", name: "", index: 0, shape: "circle" };
const UNCOLORED: ColorKey = { classes: [], plain: PLAIN, classOf: () => PLAIN };

export function colorKey(timeline: Timeline, colorBy: Grouping | null, otherName: string): ColorKey {
  if (colorBy === null) return UNCOLORED;
  const { ids, counts, groupOf, nameOf } = firstGroups(timeline, colorBy);
  const used = ids.map((_, group) => group).filter((group) => counts[group]! > 0);
  if (used.length === 0) return UNCOLORED;
  const kept = new Set(
    used.length <= MOST
      ? used
      : [...used].sort((a, b) => counts[b]! - counts[a]! || (ids[a]! < ids[b]! ? -1 : 1)).slice(0, MOST - 1),
  );
  const byGroup = new Map<number, ColorClass>();
  for (const group of used) {
    if (!kept.has(group)) continue;
    const id = ids[group]!;
    const index = byGroup.size;
    const own = colorBy === "category" ? timeline.categories.get(id) : undefined;
    byGroup.set(group, {
      id,
      name: nameOf(id),
      index,
      shape: own?.shape ?? SHAPES[index % SHAPES.length]!,
      ...(own?.color === undefined ? {} : { color: own.color }),
    });
  }
  const classes = [...byGroup.values()];
  const other: ColorClass = { id: "other", name: otherName, index: -1, shape: "circle" };
  const ofGroup = ids.map((_, group) => byGroup.get(group) ?? other);
  if (used.length > classes.length || groupOf.includes(NO_GROUP)) classes.push(other);
  return { classes, plain: PLAIN, classOf: (event) => ofGroup[groupOf[event]!] ?? other };
}

const NO_GROUP = 0xffffffff;

interface FirstGroups {
  /** Ids of the groups, in the order of the document, or else of the events. */
  readonly ids: readonly string[];
  /** How many events each is the first group of. */
  readonly counts: readonly number[];
  /** The first group of each event, as an index into `ids`. */
  readonly groupOf: Uint32Array;
  readonly nameOf: (id: string) => string;
}

function firstGroups(timeline: Timeline, by: Grouping): FirstGroups {
  const { idsOf, nameOf } = groupsOf(timeline, by);
  const ids = by === "category" ? [...timeline.categories.keys()] : [];
  const groups = new Map(ids.map((id, group) => [id, group]));
  const counts = ids.map(() => 0);
  const groupOf = new Uint32Array(timeline.events.length).fill(NO_GROUP);
  for (let i = 0; i < groupOf.length; i++) {
    const event = timeline.events[i]!;
    const id = by === "category" ? event.category : idsOf(event)[0];
    if (id === undefined) continue;
    let group = groups.get(id);
    if (group === undefined) {
      group = ids.push(id) - 1;
      groups.set(id, group);
      counts.push(0);
    }
    counts[group]!++;
    groupOf[i] = group;
  }
  return { ids, counts, groupOf, nameOf };
}
