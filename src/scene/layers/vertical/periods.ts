import type { Layer } from "../../layer.js";
import { lineNode } from "../../text.js";
import type { SceneNode } from "../../types.js";
import { areas } from "./axis.js";

/** Named periods beside the axis: a bar as long as each lasts, dashed lines where it begins and ends, its name among the labels. */
export const periods: Layer = ({ layout, theme }) => {
  const { em } = layout.arrangement.type;
  const dash = [0.25 * em, 0.25 * em] as const;
  const across = (y: number, bar: number): SceneNode[] =>
    areas(layout).map(({ x0, x1 }, k): SceneNode => ({
      type: "line",
      x1: k === 0 ? bar : x0,
      y1: y,
      x2: x1,
      y2: y,
      stroke: theme.muted,
      strokeWidth: theme.hairline,
      dash,
    }));
  return layout.periods.map(({ x0, x1, begins, ends, y: bar, beside }): SceneNode => ({
    type: "group",
    name: "period",
    hidden: true,
    children: [
      ...(begins ? across(x0, bar) : []),
      ...(ends ? across(x1, bar) : []),
      { type: "line", x1: bar, y1: x0, x2: bar, y2: x1, stroke: theme.muted, strokeWidth: 0.2 * em },
      ...(beside === undefined
        ? []
        : [
            {
              type: "path" as const,
              // Where it begins, the dashed line is a part of the way.
              d: beside.elbow
                .slice(begins && beside.elbow.length > 2 ? 1 : 0)
                .map(([x, y], k) => [k === 0 ? ("M" as const) : ("L" as const), x, y] as const),
              fill: "none",
              stroke: theme.muted,
              strokeWidth: theme.hairline,
              dash,
            },
            ...beside.lines.map((line) => lineNode(line, theme.ink)),
          ]),
    ],
  }));
};
