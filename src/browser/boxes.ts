import type { Item, LaneLayout, Layout } from "../layout/layout.js";
import { xOf } from "../layout/view.js";
import { isDown, isMerged } from "./along.js";
import { placeIn } from "./navigate.js";

/** A rectangle of the picture, in its own units, left to right also where the picture is mirrored. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const isIn = ({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The mark of an event. */
export function markBox(layout: Layout, { mark, y }: Item): Box {
  const half = layout.arrangement.type.em / 2;
  return isDown(layout)
    ? { x0: y - half, x1: y + half, y0: mark.x0, y1: mark.x1 }
    : { x0: mark.x0, x1: mark.x1, y0: y - half, y1: y + half };
}

/** The label of an event, where it has one. */
export function labelBox(layout: Layout, { way, y }: Item): Box | null {
  if (way === null) return null;
  const last = way.lines.at(-1)!;
  const top = isDown(layout) ? way.top : y + way.top;
  return { x0: way.x0, x1: way.x1, y0: top, y1: top + last.dy + 0.3 * last.font.size };
}

const around = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

/**
 * What an event takes in the picture. One box for mark and label; where time runs down two, since others stand between a
 * long bar and its label.
 */
export function boxesOf(layout: Layout, item: Item): readonly Box[] {
  const mark = markBox(layout, item);
  const label = labelBox(layout, item);
  if (label === null) return [mark];
  return isDown(layout) ? [label, mark] : [around(mark, label)];
}

/** Id of the lane by whose count an event stands in a lane: its own first, where all lanes share a column. */
const laneOf = ({ arrangement, lanes }: Layout, { lane }: LaneLayout, event: number): string =>
  (isMerged({ lanes }) ? arrangement.lanes.find((l) => l.events.includes(event))?.id : undefined) ?? lane.id;

/** Where an event that is counted stands in the columns of its lane. */
export function countedPoint(
  layout: Layout,
  lane: LaneLayout,
  event: number,
): { readonly x: number; readonly y: number } | null {
  if (lane.density === null) return null;
  const { axis, arrangement } = layout;
  const along = Math.min(
    axis.x1,
    Math.max(axis.x0, xOf(axis, placeIn(arrangement, event, laneOf(layout, lane, event)))),
  );
  const across = (lane.density.y0 + lane.density.y1) / 2;
  return isDown(layout) ? { x: across, y: along } : { x: along, y: across };
}
