import type { Layer } from "../layer.js";
import { lineNode } from "../text.js";

export const header: Layer = ({ layout, theme }) =>
  layout.header.lines.map((line) => lineNode(line, line.role === "remark" ? theme.muted : theme.ink));

export const laneNames: Layer = ({ layout, theme }) =>
  layout.lanes.flatMap((lane) => lane.name.lines.map((line) => lineNode(line, theme.ink)));
