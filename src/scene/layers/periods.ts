import type { Layer } from "../layer.js";
import { textNode } from "../text.js";
import type { PathCommand, SceneNode } from "../types.js";
import { between, labelsAt, type Extent } from "./breaks.js";

/**
 * Named periods under the dates: a bar with its name over it, and a dashed line down the lanes where it begins and ends,
 * interrupted where words stand in its way.
 */
export const periods: Layer = ({ layout, theme }) => {
  const { plot, arrangement } = layout;
  const { type, measure } = arrangement;
  const { em } = type;
  const namesAt = (x: number): Extent[] =>
    layout.periods.flatMap(({ name }) => {
      if (name === null || x < name.x - 0.2 * em || x > name.x + measure(name.text, type.foot) + 0.2 * em) return [];
      return [{ y0: name.y - 0.9 * type.foot.size, y1: name.y + 0.3 * type.foot.size }];
    });
  return layout.periods.map(({ x0, x1, begins, ends, y, name }): SceneNode => {
    const upright = (x: number): SceneNode => ({
      type: "path",
      d: between([...labelsAt(x, layout), ...namesAt(x)], y - 0.22 * em, plot.y1).flatMap(
        ({ y0, y1 }): PathCommand[] => [
          ["M", x, y0],
          ["L", x, y1],
        ],
      ),
      fill: "none",
      stroke: theme.muted,
      strokeWidth: theme.hairline,
      dash: [0.25 * em, 0.25 * em],
    });
    return {
      type: "group",
      name: "period",
      hidden: true,
      children: [
        ...(begins ? [upright(x0)] : []),
        ...(ends ? [upright(x1)] : []),
        { type: "line", x1: x0, y1: y, x2: x1, y2: y, stroke: theme.muted, strokeWidth: 0.2 * em },
        ...(name === null ? [] : [textNode(name.text, name.x, name.y, type.foot, theme.ink)]),
      ],
    };
  });
};
