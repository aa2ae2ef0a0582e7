import type { FigureLabel } from "../../layout/series-labels.js";
import { ARROW } from "../../layout/series-labels.js";
import type { SeriesLayout, SeriesPoint } from "../../layout/series.js";
import type { SeriesBar } from "../../layout/series-bars.js";
import type { Layout } from "../../layout/layout.js";
import { pointSentence, seriesName, seriesSentence } from "../series-text.js";
import type { Layer, LayerContext } from "../layer.js";
import { circle } from "../shapes.js";
import { lineNode } from "../text.js";
import type { Theme } from "../theme.js";
import type { PathCommand, SceneNode } from "../types.js";
import { axis } from "./axis.js";
import { grid, notYetKnown } from "./grid.js";

/** Figures of a window that are named one by one; of more only all together. */
const NAMED = 60;

/** The number tracks. */
export const series: Layer = (context) => [
  ...ownDates(context),
  ...context.layout.series.map((s) => track(s, context)),
];

/** Where time runs down in the lanes, tracks have their dates over them. */
function ownDates(context: LayerContext): SceneNode[] {
  const { seriesDates } = context.layout;
  if (seriesDates === null) return [];
  const layout: Layout = { ...context.layout, ...seriesDates, orientation: "horizontal" };
  const lying = { ...context, layout };
  return [{ type: "group", hidden: true, children: [...notYetKnown(lying), ...grid(lying), ...axis(lying)] }];
}

function track(s: SeriesLayout, context: LayerContext): SceneNode {
  const { layout, theme, memo } = context;
  const { timeline, locale } = layout.arrangement;
  const drawn: SceneNode = {
    type: "group",
    hidden: true,
    children: [
      ...memo<readonly SceneNode[]>(s.frame, () => fixed(s, layout, theme)),
      ...bands(s, theme),
      ...(s.bars.length > 0 ? bars(s, context) : []),
      ...lines(s, context),
      ...(s.points.length > NAMED ? s.points.flatMap((p) => marks(p, s, context)) : []),
      ...s.labels.map((l: FigureLabel) => lineNode(l.line, theme.ink)),
    ],
  };
  const key = `track ${s.frame.index}`;
  if (s.points.length > NAMED)
    return {
      type: "group",
      role: "img",
      name: "track",
      key,
      label: seriesSentence(s.frame.series, timeline, locale),
      children: [drawn],
    };
  const named = s.points.map((p): SceneNode => ({
    type: "group",
    role: "listitem",
    key: String(p.index),
    label: pointSentence(s.frame.series, p.index, timeline, locale),
    children: [{ type: "group", hidden: true, children: marks(p, s, context) }],
  }));
  return {
    type: "group",
    role: "list",
    name: "track",
    key,
    label: seriesName(s.frame.series, locale),
    children: [drawn, ...named],
  };
}

/** Title, numbers and their lines: the same in every window. */
function fixed({ frame, axis: { x0, x1 } }: SeriesLayout, { gutter }: Layout, theme: Theme): SceneNode[] {
  const rule = (y: number, from: number, stroke: string): SceneNode => ({
    type: "line",
    x1: from,
    y1: y,
    x2: x1,
    y2: y,
    stroke,
    strokeWidth: theme.hairline,
  });
  return [
    ...frame.ticks.map(({ y }, i) => rule(y, x0, frame.scale.ticks[i] === 0 ? theme.muted : theme.grid)),
    rule(frame.y0, gutter.x0, frame.index === 0 ? theme.ink : theme.laneRule),
    ...frame.ticks.map(({ text }) => lineNode(text, theme.muted)),
    ...frame.name.lines.map((l) => lineNode(l, l.role === "lane" ? theme.ink : theme.muted)),
  ];
}

const bands = ({ bands: areas }: SeriesLayout, theme: Theme): SceneNode[] =>
  areas.map(({ low, high }) => ({
    type: "path",
    d: [...high, ...[...low].reverse()].map(([x, y], i): PathCommand => [i === 0 ? "M" : "L", x, y]).concat([["Z"]]),
    fill: theme.laneRule,
  }));

const lines = ({ runs }: SeriesLayout, { theme, layout }: LayerContext): SceneNode[] =>
  runs.map(({ sure, points }) => ({
    type: "path",
    d: points.map(([x, y], i): PathCommand => [i === 0 ? "M" : "L", x, y]),
    fill: "none",
    stroke: theme.ink,
    strokeWidth: theme.outline,
    lineJoin: "round",
    ...(sure ? {} : { dash: dashes(layout.arrangement.type.em) }),
  }));

const dashes = (em: number): readonly number[] => [0.3 * em, 0.2 * em];
const paper = (theme: Theme): string => (theme.background === "none" ? "#ffffff" : theme.background);

/** Filled up to what is known for certain; an outline where that is only an upper bound. */
function bars({ bars: all }: SeriesLayout, { theme, layout }: LayerContext): SceneNode[] {
  // Of nothing counted a line stays, to tell it from a gap.
  const least = (y: number, zero: number): number => (Math.abs(y - zero) < theme.line ? zero - theme.line : y);
  const box = ({ x0, x1, y, zero }: SeriesBar): PathCommand[] => [
    ["M", x0, zero],
    ["L", x0, least(y, zero)],
    ["L", x1, least(y, zero)],
    ["L", x1, zero],
  ];
  const sure = all.filter((b) => b.sure).flatMap((b): PathCommand[] => [...box(b), ["Z"]]);
  const unsure = all.filter((b) => !b.sure).flatMap(box);
  const nodes: SceneNode[] = [];
  if (sure.length > 0) nodes.push({ type: "path", d: sure, fill: theme.other });
  if (unsure.length > 0)
    nodes.push({
      type: "path",
      d: unsure,
      fill: "none",
      stroke: theme.other,
      strokeWidth: theme.line,
      dash: dashes(layout.arrangement.type.em),
    });
  return nodes;
}

/** A figure: a dot for a number, hollow where it is about so much, an arrow from a bound that is open, a bar between bounds. */
function marks(p: SeriesPoint, s: SeriesLayout, context: LayerContext): SceneNode[] {
  const { theme, layout } = context;
  const { em } = layout.arrangement.type;
  const {
    axis: { x0, x1 },
  } = s;
  const nodes = p.time === null || p.known === "gap" ? [] : whisker(p, theme, em);
  if (p.known === "gap" || p.x < x0 || p.x > x1) return nodes;
  const stroke = { fill: "none", stroke: theme.ink, strokeWidth: theme.line } as const;
  const r = 0.26 * em;
  if (p.known === "atLeast" || p.known === "atMost") {
    const best = s.frame.series.points[p.index]!.best !== null;
    const from = p.known === "atLeast" ? p.low! : p.high!;
    const tip = from + (p.known === "atLeast" ? -1 : 1) * ARROW * em;
    const back = tip + (p.known === "atLeast" ? 1 : -1) * 0.4 * em;
    nodes.push({
      type: "path",
      d: [
        ["M", p.x - 0.35 * em, from],
        ["L", p.x + 0.35 * em, from],
        ["M", p.x, from],
        ["L", p.x, tip],
        ["M", p.x - 0.25 * em, back],
        ["L", p.x, tip],
        ["L", p.x + 0.25 * em, back],
      ],
      ...stroke,
      strokeWidth: theme.outline,
    });
    if (best) nodes.push({ type: "path", d: circle(p.x, p.y, r), fill: theme.ink });
    return nodes;
  }
  if (p.known === "range" && p.low !== null && p.high !== null) {
    const h = 0.25 * em;
    nodes.push({
      type: "path",
      d: [
        ["M", p.x - h, p.low],
        ["L", p.x + h, p.low],
        ["M", p.x, p.low],
        ["L", p.x, p.high],
        ["M", p.x - h, p.high],
        ["L", p.x + h, p.high],
      ],
      ...stroke,
    });
    if (s.frame.series.points[p.index]!.best === null) return nodes;
  }
  if (!p.marked) return nodes;
  const hollow =
    p.known === "about" || p.time?.form === "moment" || p.time?.approximate === true || p.time?.uncertain === true;
  nodes.push(
    hollow
      ? { type: "path", d: circle(p.x, p.y, r), fill: paper(theme), stroke: theme.ink, strokeWidth: theme.line }
      : { type: "path", d: circle(p.x, p.y, r), fill: theme.ink },
  );
  return nodes;
}

/** When a figure may be of: a thin line at its height, with ends where these are known, dashed where it is uncertain. */
function whisker({ time, y }: SeriesPoint, theme: Theme, em: number): SceneNode[] {
  const { x0, x1, start, end, uncertain, approximate, form } = time!;
  const h = 0.2 * em;
  const d: PathCommand[] = [
    ["M", x0, y],
    ["L", x1, y],
  ];
  const ends: PathCommand[] = [];
  if (start === "closed") ends.push(["M", x0, y - h], ["L", x0, y + h]);
  if (end === "closed") ends.push(["M", x1, y - h], ["L", x1, y + h]);
  const unsure = form === "moment" || uncertain || approximate || start === "dashed" || end === "dashed";
  const paint = { fill: "none", stroke: theme.muted, strokeWidth: theme.hairline } as const;
  const nodes: SceneNode[] = [{ type: "path", d, ...paint, ...(unsure ? { dash: dashes(em) } : {}) }];
  if (ends.length > 0) nodes.push({ type: "path", d: ends, ...paint });
  return nodes;
}
