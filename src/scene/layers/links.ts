import type { Layer } from "../layer.js";
import { polygon } from "../shapes.js";
import { textNode } from "../text.js";
import type { PathCommand, SceneNode } from "../types.js";

/** Thin arrows between events, beneath the marks, with their words; those of what is selected are darker. */
export const links: Layer = ({ layout, theme }) => {
  const { timeline, type } = layout.arrangement;
  const em = type.em;
  return layout.links.map(({ from, to, type: kind, points, label, chosen }): SceneNode => {
    const end = points.at(-1)!;
    const before = points.at(-2)!;
    const dx = Math.sign(end[0] - before[0]);
    const dy = Math.sign(end[1] - before[1]);
    const t = 0.42 * em;
    const color = chosen === true ? theme.ink : theme.link;
    const tip = polygon([
      end,
      [end[0] - dx * t - dy * t * 0.5, end[1] - dy * t - dx * t * 0.5],
      [end[0] - dx * t + dy * t * 0.5, end[1] - dy * t + dx * t * 0.5],
    ]);
    const ends = `${timeline.events[from]!.id} ${timeline.events[to]!.id}`;
    const children: SceneNode[] = [
      {
        type: "path",
        d: rounded(points, 0.4 * em, t * 0.8),
        fill: "none",
        stroke: color,
        strokeWidth: theme.line * 0.8,
      },
      { type: "path", d: tip, fill: color },
    ];
    if (label !== null)
      children.push({
        type: "group",
        name: "link-label",
        children: label.lines.map(({ text, y }) => textNode(text, label.x, y, label.font, color, label.anchor)),
      });
    return { type: "group", key: `${ends} ${kind}`, name: "link", children };
  });
};

/** A line with rounded corners, ending a little before its last point, under the arrow's tip. */
function rounded(points: readonly (readonly [number, number])[], radius: number, short: number): PathCommand[] {
  const d: PathCommand[] = [["M", points[0]![0], points[0]![1]]];
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]!;
    const [x1, y1] = points[i]!;
    const next = points[i + 1];
    const length = Math.abs(x1 - x0) + Math.abs(y1 - y0);
    const after = next === undefined ? 0 : Math.abs(next[0] - x1) + Math.abs(next[1] - y1);
    const r = next === undefined ? Math.min(short, length) : Math.min(radius, length / 2, after / 2);
    const ux = Math.sign(x1 - x0);
    const uy = Math.sign(y1 - y0);
    d.push(["L", x1 - ux * r, y1 - uy * r]);
    if (next !== undefined) {
      const vx = Math.sign(next[0] - x1);
      const vy = Math.sign(next[1] - y1);
      d.push([
        "C",
        x1 - ux * r * 0.45,
        y1 - uy * r * 0.45,
        x1 + vx * r * 0.45,
        y1 + vy * r * 0.45,
        x1 + vx * r,
        y1 + vy * r,
      ]);
    }
  }
  return d;
}
