import type { Layout } from "../../../layout/layout.js";
import { toX } from "../../../layout/view.js";
import type { Layer } from "../../layer.js";
import { textNode } from "../../text.js";
import { transpose } from "../../transpose.js";
import type { SceneNode } from "../../types.js";

/**
 * Dates beside the axis, each at its line. A wide unit (a day over hours) takes the place of the narrow one with which it
 * begins; where the window opens inside one, it stands at the top.
 */
export const axis: Layer = ({ layout, theme }) => {
  const { ticks, gutter, axis: time, arrangement } = layout;
  const { type, measure } = arrangement;
  const right = gutter.x1 - 0.45 * type.em;
  const room = right - gutter.x0;
  const nodes: SceneNode[] = [];
  const taken: number[] = [];
  const near = (y: number): boolean => taken.some((t) => Math.abs(t - y) < type.minor.size * 1.25);
  const put = (text: string, y: number, font: typeof type.minor, fill: string): void => {
    taken.push(y);
    nodes.push(textNode(text, right, y + 0.35 * font.size, font, fill, "end"));
  };
  const wide = ticks.major.map((tick) => ({
    y: Math.max(time.x0, toX(time, tick.time)),
    inside: tick.time >= time.from,
    words: [tick.label, ...(tick.shorter ?? [])],
  }));
  // One form for all.
  const form = Math.max(
    0,
    ...wide.map(({ words }) => {
      const first = words.findIndex((w) => measure(w, type.major) <= room);
      return first < 0 ? words.length - 1 : first;
    }),
  );
  wide.forEach(({ y, inside, words }, i) => {
    const text = words[Math.min(form, words.length - 1)]!;
    const next = wide[i + 1];
    if (measure(text, type.major) > room || (!inside && next !== undefined && next.y - y < 2 * type.em)) return;
    put(text, y, type.major, theme.ink);
  });
  for (const tick of ticks.minor) {
    const y = toX(time, tick.time);
    if (near(y) || measure(tick.label, type.minor) > room) continue;
    put(tick.label, y, type.minor, theme.muted);
  }
  return nodes;
};

/** Short lines at the dates, where the marks are: none runs through a label. */
export const grid: Layer = ({ layout, theme }) => {
  const { ticks, axis: time } = layout;
  const { em } = layout.arrangement.type;
  const major = new Set(ticks.major.map((t) => t.time));
  const all = [...ticks.minor.filter((t) => !major.has(t.time)), ...ticks.major].filter((t) => t.time >= time.from);
  return areas(layout).flatMap(({ x0, x1 }, k) =>
    all.map(({ time: ms }): SceneNode => {
      const y = toX(time, ms);
      const stroke = major.has(ms) ? theme.laneRule : theme.grid;
      return {
        type: "line",
        x1: k === 0 ? x0 - 0.25 * em : x0,
        y1: y,
        x2: x1,
        y2: y,
        stroke,
        strokeWidth: theme.hairline,
      };
    }),
  );
};

/** Where marks stand, column by column: what is said of times is said there, since labels stand where they find room. */
const areas = ({ lanes, plot }: Layout): readonly { readonly x0: number; readonly x1: number }[] =>
  lanes.map((lane) => lane.marks ?? { x0: plot.y0, x1: plot.y1 });

/** A layer that was made for a picture with time along x, in each column. */
export const inColumns =
  (layer: Layer): Layer =>
  (context) =>
    areas(context.layout).flatMap(({ x0, x1 }) =>
      transpose(layer({ ...context, layout: { ...context.layout, plot: { y0: x0, y1: x1 } } })),
    );

/** The axis itself, and one for each column more. */
export const laneRules: Layer = ({ layout, theme }) => {
  const { axis: time } = layout;
  return areas(layout).map(({ x0 }, k): SceneNode => ({
    type: "line",
    x1: x0,
    y1: time.x0,
    x2: x0,
    y2: time.x1,
    stroke: k === 0 ? theme.ink : theme.laneRule,
    strokeWidth: theme.hairline,
  }));
};
