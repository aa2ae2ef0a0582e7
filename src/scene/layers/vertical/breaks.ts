import type { Layer } from "../../layer.js";
import { tear, tearEdges } from "../breaks.js";
import { transpose } from "../../transpose.js";
import type { SceneNode } from "../../types.js";
import { areas } from "./axis.js";

/** Tears across the axis and the marks where time is left out; how long that is stands among the dates. */
export const breaks: Layer = ({ layout, theme }) => {
  const { em } = layout.arrangement.type;
  return layout.breaks.flatMap((b) =>
    areas(layout).flatMap(({ x0, x1 }, k) =>
      transpose(
        tearEdges(b, em).map((y): SceneNode => ({
          type: "path",
          d: tear(y, k === 0 ? x0 - 0.4 * em : x0, x1, em, []),
          fill: "none",
          stroke: theme.link,
          strokeWidth: theme.line,
          lineJoin: "miter",
        })),
      ),
    ),
  );
};
