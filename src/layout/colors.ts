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
  const groups = groupsOf(timeline, colorBy);
  const seen = new Map<string, { name: string; count: number }>();
  const defined = colorBy === "category" ? [...timeline.categories.keys()] : [];
  for (const id of defined) seen.set(id, { name: timeline.categories.get(id)?.name ?? id, count: 0 });
  const firstOf = new Map<ResolvedEvent, string>();
  for (const event of timeline.events) {
    const group = groups(event)[0];
    if (!group) continue;
    firstOf.set(event, group.id);
    const entry = seen.get(group.id);
    if (entry) entry.count++;
    else seen.set(group.id, { name: group.name, count: 1 });
  }
  const used = [...seen].filter(([, s]) => s.count > 0);
  if (used.length === 0) return UNCOLORED;
  const kept =
    used.length <= MOST
      ? used
      : [...used].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1)).slice(0, MOST - 1);
  const keptIds = new Set(kept.map(([id]) => id));
  const classes: ColorClass[] = used
    .filter(([id]) => keptIds.has(id))
    .map(([id, { name }], index) => {
      const own = colorBy === "category" ? timeline.categories.get(id) : undefined;
      return {
        id,
        name,
        index,
        shape: own?.shape ?? SHAPES[index % SHAPES.length]!,
        ...(own?.color === undefined ? {} : { color: own.color }),
      };
    });
  const byId = new Map(classes.map((c) => [c.id, c]));
  const other: ColorClass = { id: "other", name: otherName, index: -1, shape: "circle" };
  if (used.length > classes.length || firstOf.size < timeline.events.length) classes.push(other);
  const ofEvent = new Map([...firstOf].map(([event, id]) => [event, byId.get(id) ?? other]));
  return { classes, plain: PLAIN, classOf: (event) => ofEvent.get(event) ?? other };
}
