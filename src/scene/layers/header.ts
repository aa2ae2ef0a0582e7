import { hasFoldMarks } from "../../layout/lane-name.js";
import { isFolded } from "../../layout/lanes.js";
import type { LaneLayout } from "../../layout/layout.js";
import type { Layer, LayerContext } from "../layer.js";
import { polygon } from "../shapes.js";
import { lineNode } from "../text.js";
import type { SceneNode } from "../types.js";

export const header: Layer = ({ layout, theme, memo }) =>
  memo(layout.header, () =>
    layout.header.lines.map((line) => lineNode(line, line.role === "remark" ? theme.muted : theme.ink)),
  );

/** A group for each lane that lies among others, so that it can be moved as one. */
export const laneNames: Layer = (context) => context.layout.lanes.flatMap((lane) => nameNodes(lane, context));

function nameNodes(lane: LaneLayout, { theme, memo, layout }: LayerContext): readonly SceneNode[] {
  return memo<readonly SceneNode[]>(lane.name, () => {
    const lines = lane.name.lines.map((line) => lineNode(line, line.role === "lane" ? theme.ink : theme.muted));
    if (lane.lane.nest === undefined || lines.length === 0) return lines;
    const mark = hasFoldMarks(layout.arrangement) ? foldMark(lane, layout.arrangement.type.em, theme.muted) : [];
    return [{ type: "group", name: "laneName", key: lane.lane.id, children: [...mark, ...lines] }];
  });
}

/** A triangle before the name: down where the lanes in it follow, aside where they are folded away. */
function foldMark({ lane, name }: LaneLayout, em: number, fill: string): SceneNode[] {
  if (lane.nest?.group == null) return [];
  const { x, y, font } = name.lines[0]!;
  const r = 0.32 * em;
  const cx = x - 0.62 * em;
  const cy = y - 0.34 * font.size;
  const d = isFolded(lane)
    ? polygon([
        [cx - 0.6 * r, cy - r],
        [cx + 0.9 * r, cy],
        [cx - 0.6 * r, cy + r],
      ])
    : polygon([
        [cx - r, cy - 0.6 * r],
        [cx + r, cy - 0.6 * r],
        [cx, cy + 0.9 * r],
      ]);
  return [{ type: "path", d, fill }];
}
