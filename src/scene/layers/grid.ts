import { indentOf } from "../../layout/lane-name.js";
import { isHeading } from "../../layout/lanes.js";
import type { Tick } from "../../layout/ticks.js";
import { toX } from "../../layout/view.js";
import { pieces } from "../cuts.js";
import type { Layer, LayerContext } from "../layer.js";
import type { Theme } from "../theme.js";
import type { PathCommand, SceneNode } from "../types.js";

/** Nights, faintly shaded where days are wide. */
export const nights: Layer = ({ layout, theme }) => {
  const { plot, tickLines } = layout;
  const y = layout.orientation === "vertical" ? plot.y0 : tickLines.minor + 0.4 * layout.arrangement.type.em;
  if (layout.nights.length === 0) return [];
  return [{ type: "path", d: layout.nights.map(({ x0, x1 }) => ["R", x0, y, x1, plot.y1]), fill: theme.night }];
};

/** Beyond the moment of publication: a pale hatch, as real lines (patterns print badly). The legend has its words. */
export const notYetKnown: Layer = (context) => {
  const { cutoff, plot, lanes } = context.layout;
  if (cutoff !== null) return hatched(cutoff, plot, context);
  return lanes.flatMap((l) => (typeof l.cutoff === "number" ? hatched(l.cutoff, l, context) : []));
};

function hatched(
  cutoff: number,
  plot: { readonly y0: number; readonly y1: number },
  { layout: { axis, arrangement }, theme }: LayerContext,
): SceneNode[] {
  const step = 0.6 * arrangement.type.em;
  const w = axis.x1 - cutoff;
  const h = plot.y1 - plot.y0;
  const d: PathCommand[] = [];
  for (let c = step; c < w + h; c += step) {
    // The line x + y = c of the hatched rectangle, from its upper or right edge to its lower or left one.
    const a = Math.min(c, w);
    const b = Math.max(0, c - h);
    d.push(["M", cutoff + a, plot.y0 + c - a], ["L", cutoff + b, plot.y0 + c - b]);
  }
  const nodes: SceneNode[] = [
    { type: "path", d, fill: "none", stroke: theme.hatch, strokeWidth: theme.hairline },
    { type: "line", x1: cutoff, y1: plot.y0, x2: cutoff, y2: plot.y1, stroke: theme.muted, strokeWidth: theme.line },
  ];
  return nodes;
}

/** Thin verticals at the dates. */
export const grid: Layer = ({ layout, theme }) => {
  const { axis, plot, ticks, tickLines } = layout;
  const { em } = layout.arrangement.type;
  const major = new Set(ticks.major.map((t) => t.time));
  const lines = (times: readonly Tick[], from: number): PathCommand[] =>
    times.flatMap(({ time }): PathCommand[] => {
      const x = toX(axis, time);
      // The wide unit in which the window opens begins before it.
      if (x < axis.x0 - 0.5 || x > axis.x1 + 0.5) return [];
      return [
        ["M", x, from],
        ["V", plot.y1],
      ];
    });
  const minor = ticks.minor.filter((t) => !major.has(t.time));
  return dateLines(lines(minor, tickLines.minor + 0.35 * em), lines(ticks.major, tickLines.top + 0.2 * em), theme);
};

/** Lines at dates, those of each kind in one path: there are many of them, and they all move when the window does. */
export function dateLines(minor: readonly PathCommand[], major: readonly PathCommand[], theme: Theme): SceneNode[] {
  const drawn = (key: string, d: readonly PathCommand[], stroke: string): SceneNode[] =>
    d.length === 0 ? [] : [{ type: "path", key, d, fill: "none", stroke, strokeWidth: theme.hairline }];
  return [...drawn("minor", minor, theme.grid), ...drawn("major", major, theme.laneRule)];
}

/** Rules between lanes, torn where time is left out; those between lanes that lie in another begin where their names do. */
export const laneRules: Layer = (context) =>
  context.layout.breaks.length > 0 ? rulesOf(context) : context.memo(context.layout.plot, () => rulesOf(context));

function rulesOf({ layout, theme }: LayerContext): readonly SceneNode[] {
  const { lanes, plot, gutter, axis, arrangement, breaks } = layout;
  const rule = (y: number, strong: boolean, from = gutter.x0): SceneNode[] =>
    pieces(from, axis.x1, breaks).map(({ x0, x1 }) => ({
      type: "line",
      x1: x0,
      y1: y,
      x2: x1,
      y2: y,
      stroke: strong ? theme.ink : theme.laneRule,
      strokeWidth: theme.hairline,
    }));
  const between = lanes.slice(1).flatMap(({ y0, lane: { nest } }, i) => {
    if (nest === undefined || nest.depth === 0) return rule(y0, false);
    // A heading belongs to what follows.
    return isHeading(lanes[i]!.lane) ? [] : rule(y0, false, gutter.x0 + indentOf(nest.depth, arrangement));
  });
  return [...between, ...rule(plot.y0, true), ...rule(plot.y1, true)];
}
