import type { Layer } from "../layer.js";
import { lineNode } from "../text.js";

export const header: Layer = ({ layout, theme, memo }) =>
  memo(layout.header, () =>
    layout.header.lines.map((line) => lineNode(line, line.role === "remark" ? theme.muted : theme.ink)),
  );

export const laneNames: Layer = ({ layout, theme, memo }) =>
  layout.lanes.flatMap((lane) => memo(lane.name, () => lane.name.lines.map((line) => lineNode(line, theme.ink))));
