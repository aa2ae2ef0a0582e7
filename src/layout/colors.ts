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

/** Events that share their first group. */
interface Group {
  readonly id: string;
  count: number;
  color?: ColorClass;
}

export function colorKey(timeline: Timeline, colorBy: Grouping | null, otherName: string): ColorKey {
  if (colorBy === null) return UNCOLORED;
  const { idsOf, nameOf } = groupsOf(timeline, colorBy);
  const groups = new Map<string, Group>();
  if (colorBy === "category") for (const id of timeline.categories.keys()) groups.set(id, { id, count: 0 });
  // A caller's function is asked but once for each event.
  const ofEvent: (Group | undefined)[] = [];
  for (let i = 0; i < timeline.events.length; i++) {
    const id = idsOf(timeline.events[i]!)[0];
    let group = id === undefined ? undefined : groups.get(id);
    if (id !== undefined && group === undefined) groups.set(id, (group = { id, count: 0 }));
    if (group !== undefined) group.count++;
    ofEvent.push(group);
  }
  const used = [...groups.values()].filter((g) => g.count > 0);
  if (used.length === 0) return UNCOLORED;
  const kept =
    used.length <= MOST
      ? used
      : [...used].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).slice(0, MOST - 1);
  const classes = used
    .filter((g) => kept.includes(g))
    .map((group, index): ColorClass => {
      const { id } = group;
      const own = colorBy === "category" ? timeline.categories.get(id) : undefined;
      return (group.color = {
        id,
        name: nameOf(id),
        index,
        shape: own?.shape ?? SHAPES[index % SHAPES.length]!,
        ...(own?.color === undefined ? {} : { color: own.color }),
      });
    });
  const other: ColorClass = { id: "other", name: otherName, index: -1, shape: "circle" };
  if (used.length > classes.length || ofEvent.includes(undefined)) classes.push(other);
  return { classes, plain: PLAIN, classOf: (event) => ofEvent[event]?.color ?? other };
}
