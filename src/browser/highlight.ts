import type { Item, LaneLayout, Layout } from "../layout/layout.js";
import { fullName } from "../layout/lanes.js";
import { xOf } from "../layout/view.js";
import { circle } from "../scene/shapes.js";
import type { Layer } from "../scene/layer.js";
import type { SceneNode } from "../scene/types.js";
import type { Snapshot } from "./chart.js";
import { eventAt, placeIn, type Spot } from "./navigate.js";

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What an event takes in the picture: its mark and its label. */
export function boxOf({ mark, way, y }: Item, em: number): Box {
  const half = em / 2;
  if (way === null) return { x0: mark.x0, x1: mark.x1, y0: y - half, y1: y + half };
  const last = way.lines.at(-1)!;
  return {
    x0: Math.min(mark.x0, way.x0),
    x1: Math.max(mark.x1, way.x1),
    y0: Math.min(y - half, y + way.top),
    y1: Math.max(y + half, y + way.top + last.dy + 0.3 * last.font.size),
  };
}

/** Under the events: a frame around what is selected (in all its lanes) and around what the pointer is over. */
export const highlightLayer =
  (now: Pick<Snapshot, "selected" | "hovered" | "arrangement">): Layer =>
  ({ layout, theme }) => {
    const { events } = now.arrangement.timeline;
    const { em } = layout.arrangement.type;
    const nodes: SceneNode[] = [];
    for (const lane of layout.lanes)
      for (const item of lane.items) {
        const selected = now.selected !== null && events[item.event]?.id === now.selected;
        if (!selected && item.event !== now.hovered) continue;
        const { x0, y0, x1, y1 } = boxOf(item, em);
        nodes.push({
          type: "rect",
          key: `${lane.lane.id} ${item.event}`,
          x: x0 - 0.35 * em,
          y: y0 - 0.2 * em,
          width: x1 - x0 + 0.7 * em,
          height: y1 - y0 + 0.4 * em,
          radius: 0.3 * em,
          fill: theme.night,
          stroke: selected ? theme.ink : theme.laneRule,
          strokeWidth: selected ? theme.outline : theme.line,
        });
      }
    return nodes;
  };

/** Where an event that is counted stands in the columns of its lane. */
export function countedPoint(
  layout: Layout,
  lane: LaneLayout,
  event: number,
): { readonly x: number; readonly y: number } | null {
  if (lane.density === null) return null;
  const { axis, arrangement } = layout;
  const x = xOf(axis, placeIn(arrangement, event, lane.lane.id));
  return { x: Math.min(axis.x1, Math.max(axis.x0, x)), y: (lane.density.y0 + lane.density.y1) / 2 };
}

/** Whether an event shows by itself in a lane. */
export const itemOf = (lane: LaneLayout | undefined, event: number): Item | undefined =>
  lane?.items.find((i) => i.event === event);

/**
 * The focus on an event that has no mark of its own now: a mark among the columns, so that screen readers and the focus
 * ring have something to stand on.
 */
export const cursorLayer =
  (now: Pick<Snapshot, "focused" | "selected" | "arrangement">): Layer =>
  ({ layout, theme, sentenceOf }) => {
    const spots: Spot[] = [];
    if (now.focused !== null) spots.push(now.focused);
    const nodes: SceneNode[] = [];
    for (const spot of spots) {
      const event = eventAt(now.arrangement, spot);
      const lane = layout.lanes[spot.lane];
      if (event === undefined || lane === undefined || itemOf(lane, event) !== undefined) continue;
      const point = countedPoint(layout, lane, event);
      if (point === null) continue;
      const { em } = layout.arrangement.type;
      nodes.push({
        type: "group",
        role: "list",
        key: lane.lane.id,
        lane: lane.lane.id,
        ...(lane.lane.name === "" ? {} : { label: fullName(lane.lane) }),
        children: [
          {
            type: "group",
            role: "listitem",
            key: String(event),
            event: now.arrangement.timeline.events[event]!.id,
            label: sentenceOf(event, lane.lane.name),
            position: [spot.place + 1, lane.lane.events.length],
            children: [
              {
                type: "path",
                d: circle(point.x, point.y, 0.45 * em),
                fill: theme.background === "none" ? "#ffffff" : theme.background,
                stroke: theme.ink,
                strokeWidth: theme.outline,
              },
            ],
          },
        ],
      });
    }
    return nodes;
  };
