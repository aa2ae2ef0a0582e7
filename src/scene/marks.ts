import type { MarkGeometry } from "../layout/mark.js";
import type { ColorClass } from "../layout/colors.js";
import { pieceOfBar, pieces, type Cut } from "./cuts.js";
import { circle, polygon, shape } from "./shapes.js";
import type { Theme } from "./theme.js";
import { transposePath } from "./transpose.js";
import type { PathCommand, SceneNode } from "./types.js";

export interface MarkStyle {
  readonly theme: Theme;
  readonly color: string;
  readonly kind: ColorClass["shape"];
  /** Height of the mark's row: 1 em. */
  readonly em: number;
  /** Planned and cancelled events are drawn in outline. */
  readonly hollow: boolean;
  /** A ring around where it begins: what was new or changed at the moment shown. */
  readonly news?: "new" | "changed" | undefined;
  /** Where it runs through a break of the axis, in order; none if not given. */
  readonly cuts?: readonly Cut[];
  /** What stands on an uncertain bar; default "?". */
  readonly question?: string | undefined;
  /** The mark will be transposed: its category's shape is not to fall over. */
  readonly vertical?: boolean;
}

/** Of a mark that runs through no break. */
export const WHOLE: readonly Cut[] = [];

/** Each mark says how well its time is known, by form and line, never by colour or fading alone. */
export function markNodes(mark: MarkGeometry, y: number, style: MarkStyle): SceneNode[] {
  const { news } = style;
  return news === undefined ? formNodes(mark, y, style) : [...formNodes(mark, y, style), ring(mark, y, news, style)];
}

/** Around all of a dot, and around the beginning of what is longer; dashed where the event was there before. */
function ring(mark: MarkGeometry, y: number, news: "new" | "changed", { em, theme, vertical }: MarkStyle): SceneNode {
  return {
    type: "path",
    d: circle(mark.c0, y, (vertical === true ? NARROW_RING : RING) * em),
    fill: "none",
    stroke: theme.ink,
    strokeWidth: theme.outline,
    ...(news === "changed" ? { dash: [0.32 * em, 0.22 * em] } : {}),
  };
}

/** Radius of the ring, in em: in columns marks stand closer to each other. */
const RING = 0.55;
const NARROW_RING = 0.45;

function formNodes(mark: MarkGeometry, y: number, style: MarkStyle): SceneNode[] {
  switch (mark.form) {
    case "dot":
      return dot(mark, y, style);
    case "bracket":
      return [...bracket(mark, y, style), ...dot(mark, y, style)];
    case "moment":
      return moment(mark, y, style);
    case "bar":
      return bar(mark, y, style);
  }
}

function dot(mark: MarkGeometry, y: number, { color, kind, em, hollow, theme, vertical }: MarkStyle): SceneNode[] {
  const outline = (r: number): readonly PathCommand[] =>
    vertical === true ? transposePath(shape(kind, y, mark.c0, r)) : shape(kind, mark.c0, y, r);
  const r = 0.36 * em;
  if (!hollow && !mark.uncertain) return [{ type: "path", d: outline(r), fill: color }];
  const d = outline(r - theme.outline / 2);
  return [{ type: "path", d, name: "paper", fill: paper(theme), stroke: color, strokeWidth: theme.outline }];
}

const paper = (theme: Theme): string => (theme.background === "none" ? "#ffffff" : theme.background);

/** The span of the precision: a hairline with closed ends; torn where it leaves the window. */
function bracket(mark: MarkGeometry, y: number, { color, em, theme, cuts = WHOLE }: MarkStyle): SceneNode[] {
  const h = 0.33 * em;
  const d: PathCommand[] = pieces(mark.x0, mark.x1, cuts).flatMap(({ x0, x1 }): PathCommand[] => [
    ["M", x0, y],
    ["L", x1, y],
  ]);
  if (mark.start === "closed") d.push(["M", mark.x0, y - h], ["L", mark.x0, y + h]);
  if (mark.end === "closed") d.push(["M", mark.x1, y - h], ["L", mark.x1, y + h]);
  return [
    { type: "path", d, fill: "none", stroke: color, strokeWidth: theme.line },
    ...torn(mark, y, color, em, theme),
  ];
}

/** One moment somewhere in between: a bracketed band with a hollow lozenge. An end that is not known has no bracket, only a dashed tail. */
function moment(mark: MarkGeometry, y: number, { color, em, theme, cuts = WHOLE }: MarkStyle): SceneNode[] {
  const h = 0.4 * em;
  const dashed = mark.start === "dashed" || mark.end === "dashed";
  const nodes = pieces(mark.x0, mark.x1, cuts).map(({ x0, x1 }): SceneNode => ({
    type: "line",
    x1: x0,
    y1: y,
    x2: x1,
    y2: y,
    stroke: color,
    strokeWidth: theme.line,
    ...(dashed ? { dash: dashes(em) } : {}),
  }));
  const ends: PathCommand[] = [];
  const k = 0.22 * em;
  if (mark.start === "closed")
    ends.push(["M", mark.x0 + k, y - h], ["L", mark.x0, y - h], ["L", mark.x0, y + h], ["L", mark.x0 + k, y + h]);
  if (mark.end === "closed")
    ends.push(["M", mark.x1 - k, y - h], ["L", mark.x1, y - h], ["L", mark.x1, y + h], ["L", mark.x1 - k, y + h]);
  if (ends.length > 0)
    nodes.push({ type: "path", d: ends, fill: "none", stroke: color, strokeWidth: theme.outline, lineJoin: "miter" });
  nodes.push(...torn(mark, y, color, em, theme));
  const r = 0.4 * em;
  nodes.push({
    type: "path",
    d: polygon([
      [mark.c0, y - r],
      [mark.c0 + r, y],
      [mark.c0, y + r],
      [mark.c0 - r, y],
    ]),
    name: "paper",
    fill: paper(theme),
    stroke: color,
    strokeWidth: theme.outline,
  });
  return nodes;
}

/** A bar over the certain part, a dashed outline over the possible part; open ends are arrows. */
function bar(mark: MarkGeometry, y: number, style: MarkStyle): SceneNode[] {
  const { color, em, theme, hollow, cuts = WHOLE } = style;
  const h = 0.26 * em;
  const nodes: SceneNode[] = [];
  const soft = mark.uncertain || hollow;
  const arrowEnd = mark.end === "open";
  const arrowStart = mark.start === "open";
  const tip = 0.75 * em;
  const c0 = arrowStart ? mark.c0 + tip : mark.c0;
  const c1 = arrowEnd ? Math.max(c0, mark.c1 - tip) : mark.c1;
  const outline = (x0: number, x1: number): SceneNode => ({
    type: "rect",
    x: x0,
    y: y - h,
    width: Math.max(0.1, x1 - x0),
    height: 2 * h,
    name: "paper",
    fill: paper(theme),
    stroke: color,
    strokeWidth: theme.line,
    dash: dashes(em),
  });
  const tail = (from: number, to: number): void => {
    for (const { x0, x1 } of pieces(from, to, cuts)) nodes.push(tailOf(x0, x1, y, h, color, em, theme));
  };
  if (mark.x0 < mark.c0 - 0.5) tail(mark.x0, mark.c0);
  if (mark.x1 > mark.c1 + 0.5) tail(mark.c1, mark.x1);
  const certain = c1 - c0 > 0.05 ? pieces(c0, c1, cuts) : [];
  for (const p of certain)
    if (soft) nodes.push(outline(p.x0, p.x1));
    else if (p.tornStart || p.tornEnd) nodes.push({ type: "path", d: pieceOfBar(p, y, h, 0.22 * em), fill: color });
    else nodes.push({ type: "rect", x: p.x0, y: y - h, width: p.x1 - p.x0, height: 2 * h, fill: color });
  const arrow = (x: number, dir: 1 | -1): SceneNode => ({
    type: "path",
    d: polygon([
      [x - dir * tip, y - 0.5 * em],
      [x, y],
      [x - dir * tip, y + 0.5 * em],
    ]),
    ...(soft ? { name: "paper", fill: paper(theme), stroke: color, strokeWidth: theme.line } : { fill: color }),
  });
  if (arrowEnd) nodes.push(arrow(mark.c1, 1));
  if (arrowStart) nodes.push(arrow(mark.c0, -1));
  if (mark.start === "torn" || mark.end === "torn") nodes.push(...torn(mark, y, color, em, theme));
  const widest = certain.reduce((w, p) => (p.x1 - p.x0 > w.x1 - w.x0 ? p : w), { x0: 0, x1: 0 });
  if (mark.uncertain && widest.x1 - widest.x0 > 1.6 * em) {
    const x = (widest.x0 + widest.x1) / 2;
    nodes.push(
      { type: "rect", x: x - 0.5 * em, y: y - h - 1, width: em, height: 2 * h + 2, name: "paper", fill: paper(theme) },
      {
        type: "text",
        text: style.question ?? "?",
        x,
        y: y + 0.36 * em,
        size: em,
        weight: 700,
        // One ink's lighter greys are enough for marks, not for letters.
        fill: theme.name === "mono" ? theme.ink : color,
        anchor: "middle",
        hidden: true,
      },
    );
  }
  return nodes;
}

/** A possible stretch: dashed outline without fill; open at the far end where the bound itself is not known. */
function tailOf(x0: number, x1: number, y: number, h: number, color: string, em: number, theme: Theme): SceneNode {
  return {
    type: "path",
    d: [
      ["M", x0, y - h],
      ["L", x1, y - h],
      ["M", x0, y + h],
      ["L", x1, y + h],
    ],
    fill: "none",
    stroke: color,
    strokeWidth: theme.line,
    dash: dashes(em),
  };
}

/** Runs on, but outside the picture: a torn edge. */
function torn(mark: MarkGeometry, y: number, color: string, em: number, theme: Theme): SceneNode[] {
  const h = 0.42 * em;
  const zig = (x: number): SceneNode => ({
    type: "path",
    d: [
      ["M", x, y - h],
      ["L", x - 0.22 * em, y - h / 3],
      ["L", x, y + h / 3],
      ["L", x - 0.22 * em, y + h],
    ],
    fill: "none",
    stroke: color,
    strokeWidth: theme.outline,
    lineJoin: "miter",
  });
  const nodes: SceneNode[] = [];
  if (mark.end === "torn") nodes.push(zig(mark.x1));
  if (mark.start === "torn") nodes.push(zig(mark.x0 + 0.22 * em));
  return nodes;
}

const dashes = (em: number): readonly number[] => [0.3 * em, 0.2 * em];
