import type { ResolvedEvent, Timeline } from "../model/resolved.js";
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
  readonly classOf: (event: ResolvedEvent) => ColorClass;
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
  const { groupOf, nameOf } = firstGroups(timeline, colorBy);
  const counts = new Map<string, number>();
  if (colorBy === "category") for (const id of timeline.categories.keys()) counts.set(id, 0);
  let grouped = 0;
  for (let i = 0; i < timeline.events.length; i++) {
    const id = groupOf(timeline.events[i]!);
    if (id === undefined) continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    grouped++;
  }
  const used = [...counts].filter(([, count]) => count > 0);
  if (used.length === 0) return UNCOLORED;
  const kept =
    used.length <= MOST ? used : [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST - 1);
  const keptIds = new Set(kept.map(([id]) => id));
  const classes: ColorClass[] = used
    .filter(([id]) => keptIds.has(id))
    .map(([id], index) => {
      const own = colorBy === "category" ? timeline.categories.get(id) : undefined;
      return {
        id,
        name: nameOf(id),
        index,
        shape: own?.shape ?? SHAPES[index % SHAPES.length]!,
        ...(own?.color === undefined ? {} : { color: own.color }),
      };
    });
  const byId = new Map<string | undefined, ColorClass>(classes.map((c) => [c.id, c]));
  const other: ColorClass = { id: "other", name: otherName, index: -1, shape: "circle" };
  if (used.length > classes.length || grouped < timeline.events.length) classes.push(other);
  return { classes, plain: PLAIN, classOf: (event) => byId.get(groupOf(event)) ?? other };
}

/** The first group of each event. A caller's function, or a field of any form, is asked but once an event. */
function firstGroups(
  timeline: Timeline,
  by: Grouping,
): { readonly groupOf: (event: ResolvedEvent) => string | undefined; readonly nameOf: (id: string) => string } {
  const { idsOf, nameOf } = groupsOf(timeline, by);
  if (by === "category") return { groupOf: (event) => event.category, nameOf };
  if (typeof by === "string") return { groupOf: (event) => idsOf(event)[0], nameOf };
  const first = new Map(timeline.events.map((event) => [event, idsOf(event)[0]]));
  return { groupOf: (event) => first.get(event), nameOf };
}
