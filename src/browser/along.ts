import type { Arrangement } from "../layout/arrange.js";
import type { LaneLayout, Layout } from "../layout/layout.js";
import { MERGED } from "../layout/vertical/columns.js";

type Picture = Pick<Layout, "orientation" | "axis" | "width" | "arrangement">;

export const isDown = ({ orientation }: Pick<Layout, "orientation">): boolean => orientation === "vertical";

/** Whether time runs from right to left: pictures are mirrored whole, but down is down. */
export const isLeftward = (layout: Pick<Layout, "orientation" | "arrangement">): boolean =>
  !isDown(layout) && layout.arrangement.direction === "rtl";

/** Where the axis begins and ends on the screen, along it. */
export function edgesOf(layout: Picture): readonly [number, number] {
  const { axis, width } = layout;
  return isLeftward(layout) ? [width - axis.x1, width - axis.x0] : [axis.x0, axis.x1];
}

/** A place of the picture as the layout has it: along time and across it. */
export function placeOf(layout: Picture, x: number, y: number): { readonly along: number; readonly across: number } {
  const mirrored = layout.arrangement.direction === "rtl" ? layout.width - x : x;
  return isDown(layout) ? { along: y, across: mirrored } : { along: mirrored, across: y };
}

/** The lane of the layout that shows a lane: its own, or the column in which all lanes are. */
export function shownLane(layout: Layout, { lanes }: Pick<Arrangement, "lanes">, lane: number): LaneLayout | undefined {
  if (isMerged(layout)) return layout.lanes[0];
  const id = lanes[lane]?.id;
  const same = layout.lanes[lane];
  if (same?.lane.id === id) return same;
  return layout.lanes.find((l) => l.lane.id === id);
}

/** Whether all lanes stand in one column, so that lanes have no places of their own. */
export const isMerged = ({ lanes }: Pick<Layout, "lanes">): boolean => lanes[0]?.lane.id === MERGED;
