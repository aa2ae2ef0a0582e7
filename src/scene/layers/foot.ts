import { glyphWidth } from "../../layout/foot.js";
import type { LegendItem, LegendMark } from "../../layout/layout.js";
import type { MarkGeometry } from "../../layout/mark.js";
import type { Layer, LayerContext } from "../layer.js";
import { markNodes } from "../marks.js";
import { breakGlyph } from "./breaks.js";
import { shape } from "../shapes.js";
import { lineNode } from "../text.js";
import type { PathCommand, SceneNode } from "../types.js";

/** The numbered notes under the picture. */
export const notes: Layer = ({ layout, theme, sentenceOf }) => {
  const { timeline } = layout.arrangement;
  return [
    ...layout.notes.lines.map((l) => lineNode(l, theme.ink)),
    ...layout.notes.notes.map((note): SceneNode => ({
      type: "group",
      role: "note",
      noteOf: [timeline.events[note.event]!.id],
      label: `${note.number}: ${sentenceOf(note.event)}`,
      children: [{ type: "group", hidden: true, children: note.lines.map((l) => lineNode(l, theme.ink)) }],
    })),
  ];
};

/** What the colours, shapes and marks mean, as far as they are used. */
export const legend: Layer = (context) => {
  const { layout, theme, memo } = context;
  const { legend } = layout.foot;
  return memo(legend, () =>
    legend.map((item): SceneNode => ({
      type: "group",
      name: "legend",
      children: [...legendGlyph(item, context), lineNode(item.text, theme.ink)],
    })),
  );
};

function legendGlyph({ x, y, color, mark }: LegendItem, { layout, theme, colorOf }: LayerContext): SceneNode[] {
  const em = layout.arrangement.type.em;
  if (color) return [{ type: "path", d: shape(color.shape, x + 0.42 * em, y, 0.34 * em), fill: colorOf(color) }];
  if (mark === undefined) return [];
  const width = glyphWidth(mark) * em;
  const { question } = layout.arrangement.locale;
  const style = { theme, color: theme.ink, kind: "circle" as const, em: em * 0.85, hollow: false, question };
  if (mark === "density") {
    const heights = [0.35, 0.8, 0.55];
    return heights.map((h, i) => ({
      type: "rect",
      x: x + (0.4 + i * 0.55) * em,
      y: y + 0.4 * em - h * em,
      width: 0.42 * em,
      height: h * em,
      fill: theme.ink,
    }));
  }
  if (mark === "link") {
    const tip = x + width;
    return [
      { type: "line", x1: x, y1: y, x2: tip - 0.3 * em, y2: y, stroke: theme.link, strokeWidth: theme.line },
      {
        type: "path",
        d: [["M", tip, y], ["L", tip - 0.45 * em, y - 0.22 * em], ["L", tip - 0.45 * em, y + 0.22 * em], ["Z"]],
        fill: theme.link,
      },
    ];
  }
  if (mark === "break") return breakGlyph(x, x + width, y, em, theme);
  if (mark === "order") {
    const dots = [0.3, 0.9, 1.5, 2.1].flatMap((at) => shape("circle", x + at * em, y, 0.17 * em));
    return [{ type: "path", d: dots, fill: theme.ink }];
  }
  if (mark === "hatch") {
    const h = 0.42 * em;
    const lines = [0, 1, 2, 3].flatMap((i): PathCommand[] => [
      ["M", x + (i + 1) * 0.5 * em + h, y - h],
      ["L", x + (i + 1) * 0.5 * em - h, y + h],
    ]);
    return [{ type: "path", d: lines, fill: "none", stroke: theme.muted, strokeWidth: theme.hairline }];
  }
  if (mark === "withdrawn") {
    const [c, h] = [x + width / 2, 0.36 * em];
    const cross: PathCommand[] = [
      ["M", c - h, y - h],
      ["L", c + h, y + h],
      ["M", c - h, y + h],
      ["L", c + h, y - h],
    ];
    return [{ type: "path", d: cross, fill: "none", stroke: theme.ink, strokeWidth: theme.outline }];
  }
  if (mark === "new" || mark === "changed") return markNodes(SAMPLES.dot(x, x + width), y, { ...style, news: mark });
  return markNodes(SAMPLES[mark](x, x + width), y, style);
}

const sample = (
  form: MarkGeometry["form"],
  x0: number,
  x1: number,
  rest: Partial<MarkGeometry> = {},
): MarkGeometry => ({
  form,
  x0,
  x1,
  c0: (x0 + x1) / 2,
  c1: (x0 + x1) / 2,
  start: "closed",
  end: "closed",
  approximate: false,
  uncertain: false,
  ...rest,
});

const SAMPLES: Readonly<
  Record<
    Exclude<LegendMark, "density" | "link" | "hatch" | "new" | "changed" | "withdrawn" | "break" | "order"> | "dot",
    (a: number, b: number) => MarkGeometry
  >
> = {
  dot: (a, b) => sample("dot", a, b),
  bracket: (a, b) => sample("bracket", a, b),
  moment: (a, b) => sample("moment", a, b),
  before: (a, b) => sample("moment", a, b, { start: "dashed" }),
  possible: (a, b) => sample("bar", a, b, { c0: (a + b) / 2, c1: b, start: "dashed" }),
  uncertain: (a, b) => sample("bar", a, b, { c0: a, c1: b, uncertain: true }),
  doubted: (a, b) => sample("dot", a, b, { uncertain: true }),
  open: (a, b) => sample("bar", a, b, { c0: a, c1: b, end: "open" }),
  torn: (a, b) => sample("bar", a, b, { c0: a, c1: b, end: "torn" }),
};

/** Links that have their words nowhere else. */
export const linkNotes: Layer = ({ layout: { foot }, theme, memo }) =>
  memo(foot.links, () =>
    foot.links.map(({ lines }): SceneNode => ({
      type: "group",
      name: "link-note",
      children: lines.map((l) => lineNode(l, theme.ink)),
    })),
  );

/** Sources by letter, with their paths. */
export const sources: Layer = ({ layout: { foot }, theme, memo }) =>
  memo(foot.sources, () =>
    foot.sources.map(({ lines }): SceneNode => ({
      type: "group",
      name: "source",
      children: lines.map((l) => lineNode(l, theme.ink)),
    })),
  );

export const credit: Layer = ({ layout: { foot }, theme, memo }) =>
  memo(foot.lines, () => foot.lines.map((line) => lineNode(line, line.role === "heading" ? theme.ink : theme.muted)));
