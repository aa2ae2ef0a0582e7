import type { Item, LaneLayout } from "../layout/layout.js";
import { fullName } from "../layout/lanes.js";
import { circle } from "../scene/shapes.js";
import type { Layer } from "../scene/layer.js";
import type { SceneNode } from "../scene/types.js";
import { shownLane } from "./along.js";
import { boxesOf, countedPoint } from "./boxes.js";
import type { Snapshot } from "./chart.js";
import { eventAt, type Spot } from "./navigate.js";

/**
 * Under the events: a frame around what is selected, what the pointer is over and what has the keyboard's focus, in every
 * lane in which it stands; where it is counted, a ring at its column.
 */
export const highlightLayer =
  (now: Pick<Snapshot, "selected" | "hovered" | "focused" | "attended" | "arrangement">): Layer =>
  ({ layout, theme }) => {
    const { events } = now.arrangement.timeline;
    const { em } = layout.arrangement.type;
    const nodes: SceneNode[] = [];
    const wanted = eventsOf(now);
    if (wanted.size === 0) return nodes;
    const looked = now.focused === null ? undefined : shownLane(layout, now.arrangement, now.focused.lane);
    for (const lane of layout.lanes) {
      for (const item of lane.items) {
        if (!wanted.has(item.event)) continue;
        const selected = events[item.event]?.id === now.selected;
        // Where the focus itself is, the browser draws it.
        if (!selected && item.event !== now.hovered && lane === looked) continue;
        boxesOf(layout, item).forEach(({ x0, x1, y0, y1 }, k) =>
          nodes.push({
            type: "rect",
            key: `${lane.lane.id} ${item.event}${k === 0 ? "" : " mark"}`,
            x: x0 - 0.35 * em,
            y: y0 - 0.2 * em,
            width: x1 - x0 + 0.7 * em,
            height: y1 - y0 + 0.4 * em,
            radius: 0.3 * em,
            fill: theme.night,
            stroke: selected ? theme.ink : theme.laneRule,
            strokeWidth: selected ? theme.outline : theme.line,
          }),
        );
      }
      for (const event of lane.density === null ? [] : wanted) {
        const point = lane.density!.events.includes(event) ? countedPoint(layout, lane, event) : null;
        if (point === null) continue;
        nodes.push({
          type: "path",
          key: `${lane.lane.id} ${event}`,
          d: circle(point.x, point.y, 0.6 * em),
          fill: "none",
          stroke: theme.ink,
          strokeWidth: theme.outline,
        });
      }
    }
    return nodes;
  };

/** The events to be framed. */
function eventsOf({
  selected,
  hovered,
  focused,
  attended,
  arrangement,
}: Pick<Snapshot, "selected" | "hovered" | "focused" | "attended" | "arrangement">): ReadonlySet<number> {
  const wanted = new Set<number>();
  if (hovered !== null) wanted.add(hovered);
  if (selected !== null) {
    const index = arrangement.timeline.events.findIndex((e) => e.id === selected);
    if (index >= 0) wanted.add(index);
  }
  const event = attended && focused !== null ? eventAt(arrangement, focused) : undefined;
  if (event !== undefined) wanted.add(event);
  return wanted;
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
      const lane = shownLane(layout, now.arrangement, spot.lane);
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
            position: [lane.lane.events.indexOf(event) + 1, lane.lane.events.length],
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
