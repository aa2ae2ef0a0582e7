import { toX, toXInside } from "../../layout/view.js";
import type { Layer } from "../layer.js";
import { textNode } from "../text.js";
import type { SceneNode } from "../types.js";

/** Dates in two lines: the wide units start at their boundary, or at the edge where the window opens inside one. */
export const axis: Layer = ({ layout, theme }) => {
  const { ticks, tickLines, arrangement } = layout;
  const { type, measure } = arrangement;
  const nodes: SceneNode[] = [];
  ticks.major.forEach((tick, i) => {
    const x = toXInside(layout.axis, tick.time);
    const next = ticks.major[i + 1];
    const room = (next === undefined ? layout.axis.x1 : toX(layout.axis, next.time)) - x - 0.3 * type.em;
    const label = [tick.label, ...(tick.shorter ?? [])].find((l) => measure(l, type.major) <= room);
    if (label !== undefined)
      nodes.push(textNode(label, x + 0.3 * type.em, tickLines.major - 0.25 * type.em, type.major, theme.ink));
  });
  for (const tick of ticks.minor) {
    const x = toX(layout.axis, tick.time);
    const half = measure(tick.label, type.minor) / 2;
    if (x - half < layout.axis.x0 - 0.5 * type.em || x + half > layout.axis.x1 + 1) continue;
    nodes.push(textNode(tick.label, x, tickLines.minor - 0.1 * type.em, type.minor, theme.muted, { anchor: "middle" }));
  }
  return nodes;
};

/** A line at the moment the caller calls now. */
export const now: Layer = ({ layout, theme }) =>
  layout.now === null
    ? []
    : [
        {
          type: "line",
          x1: layout.now,
          y1: layout.plot.y0,
          x2: layout.now,
          y2: layout.plot.y1,
          stroke: theme.accent,
          strokeWidth: theme.line,
        },
      ];
