import type { Font } from "../../layout/text.js";
import { toX, toXInside } from "../../layout/view.js";
import type { Layer } from "../layer.js";
import { isLive, moving, standing } from "../moving.js";
import { textNode } from "../text.js";
import type { SceneNode, TextNode } from "../types.js";

type Style = [font: Font, fill: string, anchor?: TextNode["anchor"]];

/** Dates in two lines: the wide units start at their boundary, or at the edge where the window opens inside one. */
export const axis: Layer = (context) => {
  const { layout, theme } = context;
  const { ticks, tickLines, arrangement } = layout;
  const { type, measure } = arrangement;
  const nodes: SceneNode[] = [];
  const live = isLive(layout);
  /** The same date is the same node in every window, but for where it stands. */
  const dated = (text: string, y: number, ...style: Style): SceneNode =>
    standing(context, `date ${style[1]} ${y} ${text}`, () => textNode(text, 0, y, ...style));
  const put = (key: string, text: string, x: number, y: number, ...rest: Style): void => {
    nodes.push(live ? moving(key, x, [dated(text, y, ...rest)]) : textNode(text, x, y, ...rest));
  };
  const wide = ticks.major.map((tick, i) => {
    const x = toXInside(layout.axis, tick.time) + 0.3 * type.em;
    const next = ticks.major[i + 1];
    const end = next === undefined ? layout.axis.x1 : toX(layout.axis, next.time);
    const words = [tick.label, ...(tick.shorter ?? [])];
    const fits = (text: string): boolean => measure(text, type.major) <= end - x;
    return {
      key: `major ${tick.time}`,
      x,
      words,
      rather: tick.rather?.find(fits),
      // Not in more letters than its neighbours, if it can.
      year: (form: number): string | undefined => tick.year?.slice(Math.min(form, 2)).find(fits),
      longest: words.findIndex(fits),
      whole: i > 0 && next !== undefined,
    };
  });
  // One form for all that are whole in the window; a part at an edge may have to say less.
  const form = Math.max(0, ...wide.filter((w) => w.whole).map((w) => (w.longest < 0 ? w.words.length : w.longest)));
  wide.forEach(({ key, x, words, longest, rather, year }) => {
    const label =
      year(form) ?? (form > 1 ? rather : undefined) ?? (longest < 0 ? undefined : words[Math.max(longest, form)]);
    if (label !== undefined) put(key, label, x, tickLines.major - 0.25 * type.em, type.major, theme.ink);
  });
  for (const [i, tick] of ticks.minor.entries()) {
    if (tick.label === "") continue;
    const half = measure(tick.label, type.minor) / 2;
    // The first may stand a little beside its line rather than leave the picture, or hang over the edge of all other
    // text; a last one without room is left out.
    const own = toX(layout.axis, tick.time);
    const beside = Math.max(own, layout.gutter.x0 + half);
    if (own - half < layout.axis.x0 - half - 1 || own + half > Math.min(layout.axis.x1, layout.width - 1)) continue;
    const next = ticks.minor[i + 1];
    const follows = next === undefined ? Infinity : toX(layout.axis, next.time) - measure(next.label, type.minor) / 2;
    const hasRoom = (at: number): boolean => at === own || at + half + 0.3 * type.em <= follows;
    const x = hasRoom(beside) ? beside : Math.max(own, half + 1);
    if (!hasRoom(x)) continue;
    put(`minor ${tick.time}`, tick.label, x, tickLines.minor - 0.1 * type.em, type.minor, theme.muted, "middle");
  }
  return nodes;
};

/** A line at the moment the caller calls now. */
export const now: Layer = ({ layout, theme }) =>
  layout.now === null
    ? []
    : [
        {
          type: "line",
          x1: layout.now,
          y1: layout.plot.y0,
          x2: layout.now,
          y2: layout.plot.y1,
          stroke: theme.accent,
          strokeWidth: theme.line,
        },
      ];
