import { breakName, dateLines, END, standsAlone } from "../../../layout/vertical/gutter.js";
import type { Layout } from "../../../layout/layout.js";
import type { Tick } from "../../../layout/ticks.js";
import { toX } from "../../../layout/view.js";
import { pieces } from "../../cuts.js";
import type { Layer } from "../../layer.js";
import { lineNode, textNode } from "../../text.js";
import { transpose } from "../../transpose.js";
import type { PathCommand, SceneNode } from "../../types.js";
import { dateLines as linesOfDates } from "../grid.js";

/**
 * Dates beside the axis, each at its line, and the lengths of what is left out. A wide unit (a day over hours) takes the
 * place of the narrow one with which it begins; where the window opens inside one, it stands at the top.
 */
export const axis: Layer = ({ layout, theme }) => {
  const { ticks, gutter, axis: time, arrangement, breaks, axisWords } = layout;
  const { type } = arrangement;
  const right = gutter.x1 - END * type.em;
  const room = right - gutter.x0;
  const nodes: SceneNode[] = axisWords.lines.map((line) => lineNode(line, theme.ink));
  const taken: { readonly y0: number; readonly y1: number }[] = [];
  const isFree = (y: number, half: number): boolean => !taken.some((t) => t.y0 < y + half && t.y1 > y - half);
  const put = (text: string, y: number, font: typeof type.minor, fill: string): void => {
    const half = HALF * font.size;
    taken.push({ y0: y - half, y1: y + half });
    nodes.push(textNode(text, right, y + 0.35 * font.size, font, fill, "end"));
  };
  const putLines = (lines: readonly string[], y: number, fill: string): void => {
    const leading = type.minor.size * type.leading;
    lines.forEach((line, k) => put(line, y + (k - (lines.length - 1) / 2) * leading, type.minor, fill));
  };
  for (const { name, nameX } of breaks) {
    if (nameX === null) continue;
    putLines(breakName(name, gutter, arrangement), nameX, theme.ink);
  }
  for (const { text, y, inside, next } of wideDates(layout)) {
    if (!inside && next !== undefined && next - y < 2 * type.em) continue;
    if (isFree(y, HALF * type.major.size)) put(text, y, type.major, theme.ink);
  }
  for (const tick of ticks.minor) {
    const y = toX(time, tick.time);
    const lines = dateLines(tick.label, room, arrangement);
    if (tick.label === "" || lines.length === 0 || !isFree(y, HALF * type.minor.size * lines.length)) continue;
    putLines(lines, y, theme.muted);
  }
  return nodes;
};

/** Of the room of a line of dates, in sizes. */
export const HALF = 0.625;

/** A date of a wide unit: where it stands, whether its unit begins inside of the window, and where the next one stands. */
export interface WideDate {
  readonly text: string;
  readonly y: number;
  readonly inside: boolean;
  readonly next: number | undefined;
}

/** The dates of wide units in the words that have room; of a relative axis the wide line is a sentence, which stands over it. */
export function wideDates(layout: Layout): readonly WideDate[] {
  const { ticks, gutter, axis: time, arrangement } = layout;
  const { type, measure, scale } = arrangement;
  const room = gutter.x1 - END * type.em - gutter.x0;
  const wide = (scale.relative === null ? ticks.major : []).map((tick) => {
    const words = [tick.label, ...(tick.shorter ?? [])];
    const first = words.findIndex((w) => measure(w, type.major) <= room);
    return {
      y: Math.max(time.x0, toX(time, tick.time)),
      inside: tick.time >= timeAtStart(layout),
      words,
      year: layout.axisWords.lines.length > 0 ? undefined : tick.year?.find((w) => measure(w, type.major) <= room),
      fits: first < 0 ? words.length - 1 : first,
      alone: standsAlone(tick.time, arrangement),
    };
  });
  // One form for all, but for those that say more than the others.
  const form = Math.max(0, ...wide.filter((w) => !w.alone).map((w) => w.fits));
  return wide.flatMap(({ y, inside, words, year, fits, alone }, i): WideDate[] => {
    const text = year ?? words[alone ? fits : Math.min(form, words.length - 1)]!;
    return measure(text, type.major) > room ? [] : [{ text, y, inside, next: wide[i + 1]?.y }];
  });
}

/** The moment with which the window opens. */
const timeAtStart = ({ axis: { from, scale } }: Layout): number => (scale ? scale.toTime(from) : from);

/** Short lines at the dates, where the marks are: none runs through a label. */
export const grid: Layer = ({ layout, theme }) => {
  const { ticks, axis: time, arrangement } = layout;
  const { em } = arrangement.type;
  const strong = arrangement.scale.relative === null ? ticks.major : [];
  const major = new Set(strong.map((t) => t.time));
  const lines = (times: readonly Tick[]): PathCommand[] =>
    areas(layout).flatMap(({ x0, x1 }, k) =>
      times
        .filter((t) => t.time >= timeAtStart(layout))
        .flatMap((t): PathCommand[] => [
          ["M", k === 0 ? x0 - 0.25 * em : x0, toX(time, t.time)],
          ["H", x1],
        ]),
    );
  return linesOfDates(lines(ticks.minor.filter((t) => !major.has(t.time))), lines(strong), theme);
};

interface Area {
  readonly x0: number;
  readonly x1: number;
  /** y of the moment of publication, of the column itself or of all. */
  readonly cutoff: number | null;
}

/** Where marks stand, column by column: what is said of times is said there, since labels stand where they find room. */
export const areas = ({ lanes, cutoff }: Layout): readonly Area[] =>
  // A lane without an area has its name alone.
  lanes.flatMap(({ marks, cutoff: own }) => (marks === undefined ? [] : [{ ...marks, cutoff: cutoff ?? own ?? null }]));

/** A layer that was made for a picture with time along x, in each column. */
export const inColumns =
  (layer: Layer): Layer =>
  (context) =>
    areas(context.layout).flatMap(({ x0, x1, cutoff }) =>
      transpose(layer({ ...context, layout: { ...context.layout, lanes: [], cutoff, plot: { y0: x0, y1: x1 } } })),
    );

/** The axis itself, and one for each column more, torn where time is left out. */
export const laneRules: Layer = ({ layout, theme }) => {
  const { axis: time, breaks } = layout;
  return areas(layout).flatMap(({ x0 }, k) =>
    pieces(time.x0, time.x1, breaks).map((piece): SceneNode => ({
      type: "line",
      x1: x0,
      y1: piece.x0,
      x2: x0,
      y2: piece.x1,
      stroke: k === 0 ? theme.ink : theme.laneRule,
      strokeWidth: theme.hairline,
    })),
  );
};

/** Day 0, from which every lane counts. */
export const zero: Layer = ({ layout, theme }) => {
  const { zero: y } = layout;
  if (y === null) return [];
  return areas(layout).map(({ x0, x1 }): SceneNode => ({
    type: "line",
    x1: x0,
    y1: y,
    x2: x1,
    y2: y,
    stroke: theme.ink,
    strokeWidth: theme.line,
  }));
};
