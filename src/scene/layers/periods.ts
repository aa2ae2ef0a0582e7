import type { Layer } from "../layer.js";
import { textNode } from "../text.js";
import type { SceneNode } from "../types.js";

/** Named periods under the dates: a bar with its name over it, and a dashed line down the lanes where it begins and ends. */
export const periods: Layer = ({ layout, theme }) => {
  const { plot, arrangement } = layout;
  const { type } = arrangement;
  const { em } = type;
  return layout.periods.map(({ x0, x1, begins, ends, y, name }): SceneNode => {
    const upright = (x: number): SceneNode => ({
      type: "line",
      x1: x,
      y1: y - 0.22 * em,
      x2: x,
      y2: plot.y1,
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
