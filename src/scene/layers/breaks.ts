import type { Layout } from "../../layout/layout.js";
import type { Layer } from "../layer.js";
import { textNode } from "../text.js";
import type { Theme } from "../theme.js";
import type { PathCommand, SceneNode } from "../types.js";

/** Teeth of a tear, in em: how deep, and how far from one to the next. */
const DEEP = 0.3;
const APART = 0.55;

/** Tears through the axis and the lanes where time is left out, each with its length; a tear stops where a label crosses it. */
export const breaks: Layer = ({ layout, theme }) => {
  const { arrangement, plot, tickLines } = layout;
  const { type } = arrangement;
  const em = type.em;
  const top = tickLines.minor + 0.3 * em;
  return layout.breaks.flatMap(({ x0, x1, name, nameX }): SceneNode[] => {
    const nodes = tearEdges({ x0, x1 }, em).map((x): SceneNode => ({
      type: "path",
      d: tear(x, top, plot.y1 + 0.25 * em, em, labelsAt(x, layout)),
      fill: "none",
      stroke: theme.link,
      strokeWidth: theme.line,
      lineJoin: "miter",
    }));
    if (nameX !== null) nodes.push(textNode(name, nameX, tickLines.minor - 0.1 * em, type.minor, theme.ink, "middle"));
    return nodes;
  });
};

/** Where a break is torn: at both ends, or once where these are too near to each other. */
export const tearEdges = ({ x0, x1 }: { readonly x0: number; readonly x1: number }, em: number): readonly number[] =>
  x1 - x0 < 1.6 * DEEP * em ? [(x0 + x1) / 2] : [x0, x1];

export interface Extent {
  readonly y0: number;
  readonly y1: number;
}

/** Heights at which labels, flags and words of links stand over a vertical. */
export function labelsAt(x: number, { lanes, links, arrangement: { type, measure } }: Layout): Extent[] {
  const found: Extent[] = [];
  const { em } = type;
  const near = DEEP * em;
  for (const { label } of links)
    if (label !== null && label.box.x0 - near < x && label.box.x1 + near > x)
      found.push({ y0: label.box.y0, y1: label.box.y1 });
  for (const { items, flags, name } of lanes) {
    for (const line of name.lines)
      if (line.x - near < x && line.x + measure(line.text, line.font) + near > x)
        found.push({ y0: line.y - em, y1: line.y + 0.3 * em });
    for (const { way, y, number, numberX } of items) {
      if (way !== null) {
        const left = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
        const from = Math.min(left, way.glyphX ?? left) - near;
        if (from < x && left + way.textWidth + near > x) {
          const last = way.lines.at(-1)!;
          found.push({ y0: y + way.top, y1: y + way.top + last.dy + 0.3 * last.font.size });
        }
      } else if (number !== null && Math.abs(numberX - x) < 1.6 * em)
        found.push({ y0: y - 0.5 * em, y1: y + 0.5 * em });
    }
    for (const { textX, anchor, width, y, lines } of flags) {
      const left = anchor === "start" ? textX : textX - width;
      const dys = lines.map((l) => l.dy);
      if (left - near < x && left + width + near > x)
        found.push({ y0: y + Math.min(...dys) - em, y1: y + Math.max(...dys) + 0.3 * em });
    }
  }
  return found;
}

/** A zigzag down a vertical, without the teeth that would touch one of the extents. */
export function tear(x: number, y0: number, y1: number, em: number, without: readonly Extent[]): PathCommand[] {
  const d: PathCommand[] = [];
  const step = APART * em;
  let open = false;
  for (let i = 0; y0 + i * step < y1; i++) {
    const a = y0 + i * step;
    const b = Math.min(y1, a + step);
    const at = (odd: boolean): number => x + ((odd ? 1 : -1) * DEEP * em) / 2;
    if (without.some((e) => e.y0 < b && e.y1 > a)) open = false;
    else {
      if (!open) d.push(["M", at(i % 2 === 1), a]);
      d.push(["L", at(i % 2 === 0), b]);
      open = true;
    }
  }
  return d;
}

/** The sign of a break in the legend. */
export function breakGlyph(x0: number, x1: number, y: number, em: number, theme: Theme): SceneNode[] {
  const h = 0.55 * em;
  const middle = (x0 + x1) / 2;
  return [middle - 0.35 * em, middle + 0.35 * em].map((x) => ({
    type: "path",
    d: tear(x, y - h, y + h, em * 0.8, []),
    fill: "none",
    stroke: theme.link,
    strokeWidth: theme.line,
  }));
}

/** Day 0, from which every lane counts; labels stand in its way. */
export const zero: Layer = ({ layout, theme }) => {
  const { zero: x, plot, tickLines, arrangement } = layout;
  if (x === null) return [];
  const top = tickLines.minor + 0.3 * arrangement.type.em;
  return between(labelsAt(x, layout), top, plot.y1).map(({ y0, y1 }): SceneNode => ({
    type: "line",
    x1: x,
    y1: y0,
    x2: x,
    y2: y1,
    stroke: theme.ink,
    strokeWidth: theme.line,
  }));
};

/** What extents leave of a vertical. */
export function between(extents: readonly Extent[], top: number, bottom: number): Extent[] {
  const free: Extent[] = [];
  let y = top;
  for (const { y0, y1 } of [...extents].sort((a, b) => a.y0 - b.y0)) {
    if (y0 > y) free.push({ y0: y, y1: Math.min(y0, bottom) });
    y = Math.max(y, y1);
  }
  if (bottom > y) free.push({ y0: y, y1: bottom });
  return free;
}
