import type { Item, Layout } from "../../layout/layout.js";
import { inkOf } from "../../layout/leader.js";
import { isDown } from "../along.js";
import type { Snapshot } from "../chart.js";
import { hit } from "../hit.js";
import { spotIn, type Spot } from "../navigate.js";

/** What a pointer takes hold of: a label, or the mark of an event with all that belongs to it. */
export interface Grip {
  readonly what: "label" | "mark";
  readonly item: Item;
  readonly lane: number;
}

/** Room around the letters of a label that belongs to it, in em. */
const AROUND = 0.25;

/**
 * What stands at a position of the picture.
 *
 * @param x in the picture's own units, left to right also where the picture is mirrored
 */
export function gripAt(layout: Layout, x: number, y: number): Grip | null {
  const { em } = layout.arrangement.type;
  const slack = AROUND * em;
  for (let lane = 0; lane < layout.lanes.length; lane++)
    for (const item of layout.lanes[lane]!.items) {
      const { way } = item;
      if (way === null) continue;
      const ink = inkOf(way.lines);
      const top = isDown(layout) ? way.top : item.y + way.top;
      const [left, right] = labelEdges(item);
      const inside =
        x >= left - slack && x <= right + slack && y >= top + ink.top - slack && y <= top + ink.bottom + slack;
      if (inside) return { what: "label", item, lane };
    }
  const found = hit(layout, x, y);
  if (found?.kind !== "event") return null;
  const item = layout.lanes[found.lane]!.items.find((i) => i.event === found.event);
  return item === undefined ? null : { what: "mark", item, lane: found.lane };
}

/** The event that is held, in the lane whose label was taken: its own where all lanes share a column. */
export function spotOfGrip(
  { arrangement, layout }: Pick<Snapshot, "arrangement" | "layout">,
  { item, lane }: Grip,
): Spot {
  const id = item.lane ?? layout.lanes[lane]?.lane.id;
  return spotIn(arrangement, item.event, id) ?? { lane: 0, place: 0 };
}

/** Between what x the text of a label stands, with its category's shape. */
export function labelEdges({ way }: Item): readonly [left: number, right: number] {
  if (way === null) return [0, 0];
  const left = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
  const right = left + way.textWidth;
  if (way.glyphX === undefined) return [left, right];
  // The shape stands in the middle of its room, a little nearer to the far end.
  const { glyphX } = way;
  return glyphX < left ? [left - (left - glyphX) / 0.58, right] : [left, right + (glyphX - right) / 0.58];
}
