import type { Way } from "../../layout/block.js";
import type { Leader } from "../../layout/leader.js";
import type { Flag, Item, LaneLayout, Layout } from "../../layout/layout.js";
import { fullName } from "../../layout/lanes.js";
import { count, formatNumber } from "../../locale/phrases.js";
import type { Locale } from "../../locale/types.js";
import type { Cut } from "../cuts.js";
import type { Layer, LayerContext } from "../layer.js";
import { markNodes, WHOLE, type MarkStyle } from "../marks.js";
import { isLive, standing } from "../moving.js";
import { shape } from "../shapes.js";
import type { Theme } from "../theme.js";
import { textNode } from "../text.js";
import type { GroupNode, PathCommand, SceneNode } from "../types.js";

/** Lane by lane, event by event: the mark and its label or number in one named group. */
export const events: Layer = (context) =>
  context.layout.lanes.flatMap((lane) => {
    // Of a lane that stays as it was nobody asks what is in it.
    const node = context.laneNode(lane, () => (isEmpty(lane) ? null : laneNode(lane, context)));
    return node === null ? [] : [node];
  });

export const isEmpty = ({ items, flags, density }: LaneLayout): boolean =>
  items.length + flags.length === 0 && density === null;

function laneNode(lane: LaneLayout, context: LayerContext): SceneNode {
  const { id, name } = lane.lane;
  const children = densityNodes(lane, context);
  // Both lists are in order of time.
  const live = isLive(context.layout);
  let place = 0;
  for (let i = 0; i < lane.items.length; i++) {
    const item = lane.items[i]!;
    if (live) while (lane.lane.events[place] !== item.event) place++;
    children.push(eventNode(item, live ? place : -1, lane, context));
  }
  children.push(...flagNodes(lane, context));
  return name === ""
    ? { type: "group", role: "list", key: id, lane: id, children }
    : { type: "group", role: "list", key: id, lane: id, label: fullName(lane.lane), children };
}

function eventNode(item: Item, place: number, lane: LaneLayout, context: LayerContext): SceneNode {
  const { layout, sentenceOf } = context;
  const { id, language } = layout.arrangement.timeline.events[item.event]!;
  const mark = markNode(item, context);
  const children: readonly SceneNode[] =
    item.way !== null
      ? [mark, labelNode(item, item.way, id, context)]
      : item.number !== null
        ? [mark, numberNode(item, item.number, context)]
        : [mark];
  const node: { -readonly [K in keyof GroupNode]: GroupNode[K] } = {
    type: "group",
    role: "listitem",
    key: id,
    event: id,
    label: sentenceOf(item.event, lane.lane.name),
    x: item.mark.x0,
    y: item.y,
    children,
  };
  if (language !== undefined) node.language = language;
  if (place >= 0) node.position = [place + 1, lane.lane.events.length];
  return node;
}

/** The mark, from where it begins; those of moments finer than the picture are all alike. */
function markNode(item: Item, context: LayerContext): SceneNode {
  const { mark } = item;
  const style = styleOf(item, context, false);
  const make = (): SceneNode => markGroup(markNodes(fromZero(mark), 0, style));
  if (mark.form !== "dot") return make();
  const { color, kind, hollow, news } = style;
  return standing(context, `${color} ${kind} ${hollow || mark.uncertain} ${news ?? ""}`, make);
}

export const markGroup = (children: SceneNode[]): SceneNode => ({
  type: "group",
  name: "mark",
  hidden: true,
  children,
});

/** A mark from where it begins. */
export const fromZero = (mark: Item["mark"]): Item["mark"] => {
  const x = mark.x0;
  return { ...mark, x0: 0, x1: mark.x1 - x, c0: mark.c0 - x, c1: mark.c1 - x };
};

/** @param vertical whether the mark will be transposed */
export function styleOf(
  { mark, color, event }: Item,
  { layout, theme, colorOf }: LayerContext,
  vertical: boolean,
): MarkStyle {
  const { timeline, type, locale } = layout.arrangement;
  const { id, status } = timeline.events[event]!;
  return {
    theme,
    color: colorOf(color),
    kind: color.shape,
    em: type.em,
    hollow: status === "planned" || status === "cancelled",
    news: timeline.news?.events.get(id),
    question: locale.question,
    vertical,
    cuts: cutsOf(mark, layout.breaks),
  };
}

/** Where a mark runs through breaks, from where it begins. */
function cutsOf({ x0, x1 }: Item["mark"], breaks: Layout["breaks"]): readonly Cut[] {
  if (breaks.length === 0) return WHOLE;
  return breaks.filter((b) => b.x1 > x0 && b.x0 < x1).map((b) => ({ x0: b.x0 - x0, x1: b.x1 - x0 }));
}

function numberNode({ mark, numberX, numberAnchor }: Item, number: number, { layout, theme }: LayerContext): SceneNode {
  const { type, locale } = layout.arrangement;
  const baseline = 0.34 * type.minor.size;
  const bold = { ...type.minor, weight: 700 };
  const n = textNode(formatNumber(number, locale), numberX - mark.x0, baseline, bold, theme.ink, numberAnchor);
  return { type: "group", name: "number", hidden: true, children: [n] };
}

/** What of a label is the same in every window. */
interface KeptLabel {
  start?: SceneNode[];
  end?: SceneNode[];
  last?: GroupNode;
}

/** The label, from where its text begins or ends. It stays the same node as long as it says the same in the same place. */
function labelNode({ mark, color }: Item, way: Way, id: string, context: LayerContext): SceneNode {
  const { theme, memo } = context;
  const x = way.textX - mark.x0;
  const kept = memo<KeptLabel>(way.lines, () => ({}));
  const lines = (kept[way.anchor] ??= lineNodes(way, context));
  const glyph = way.glyphX === undefined ? null : glyphNode(way, way.glyphX - way.textX, color, context);
  const { last } = kept;
  if (
    last !== undefined &&
    way.leader === undefined &&
    last.labelOf === id &&
    last.y === way.top &&
    Math.abs(last.x! - x) < 0.001 &&
    (glyph === null ? last.children === lines : last.children[0] === glyph && last.children[1] === lines[0])
  )
    return last;
  const said = glyph === null ? lines : [glyph, ...lines];
  const children = way.leader === undefined ? said : [leaderNode(way, way.leader, theme), ...said];
  return (kept.last = { type: "group", labelOf: id, hidden: true, x, y: way.top, children });
}

const leaderNode = ({ textX, top }: Way, [x1, y1, x2, y2]: Leader, theme: Theme): SceneNode => ({
  type: "line",
  x1: x1 - textX,
  y1: y1 - top,
  x2: x2 - textX,
  y2: y2 - top,
  stroke: theme.link,
  strokeWidth: theme.hairline,
});

export function lineNodes({ lines, anchor }: Way, { theme }: LayerContext): SceneNode[] {
  return lines.map(({ text, dy, font, role, raised }) => {
    const fill = role === "title" ? theme.ink : role === "badge" ? theme.accent : theme.muted;
    return textNode(text, 0, dy, font, fill, anchor, raised);
  });
}

/** A category's shape in front of a label, for marks that do not carry it. */
export function glyphNode({ lines }: Way, x: number, kind: Item["color"], context: LayerContext): SceneNode {
  const { layout, colorOf } = context;
  const em = layout.arrangement.type.em;
  const first = lines.find((l) => l.role !== "lane") ?? lines[0]!;
  const y = first.dy - 0.33 * first.font.size;
  const fill = colorOf(kind);
  return standing(context, `glyph ${fill} ${kind.shape} ${x} ${y}`, () => ({
    type: "path",
    d: shape(kind.shape, x, y, 0.3 * em),
    fill,
  }));
}

function flagNodes(lane: LaneLayout, context: LayerContext): SceneNode[] {
  const { locale, type } = context.layout.arrangement;
  const em = type.em;
  return lane.flags.map((flag) => {
    const { x: tip, y, lines } = flag;
    const base = tip - (flag.side === "before" ? -0.6 : 0.6) * em;
    const words = flag.counted === true ? outsideCount(flag, locale) : lines.map((l) => l.text).join(" ");
    return flagNode(flag, lane, [words, fullName(lane.lane)], context, (fill) =>
      standing(context, `flag ${fill} ${tip} ${y}`, () => ({
        type: "path",
        d: [["M", tip, y], ["L", base, y - 0.42 * em], ["L", base, y + 0.42 * em], ["Z"]],
        fill,
      })),
    );
  });
}

/** "3 earlier events". */
export const outsideCount = ({ side, events }: Flag, locale: Locale): string =>
  count(locale.words.counted[side === "before" ? "earlierEvents" : "laterEvents"], events.length, locale);

/**
 * An arrow to what lies outside of the window, and its words.
 *
 * @param words what it is called, in parts, where it stands for more than one event
 */
export function flagNode(
  { side, events, lines, textX, y, anchor }: Flag,
  { lane }: LaneLayout,
  words: readonly string[],
  { layout, theme, sentenceOf, colorOf }: LayerContext,
  arrow: (fill: string) => SceneNode,
): SceneNode {
  const { timeline, colors } = layout.arrangement;
  const first = events[0]!;
  const { id } = timeline.events[first]!;
  const named = events.length === 1;
  return {
    type: "group",
    role: "listitem",
    key: `${side} ${named ? id : ""}`,
    outside: events.length,
    ...(named ? { event: id } : {}),
    label: named ? sentenceOf(first, lane.name) : words.filter((s) => s !== "").join(", "),
    children: [
      arrow(named ? colorOf(colors.classOf(first)) : theme.muted),
      {
        type: "group",
        hidden: true,
        children: lines.map((l) => textNode(l.text, textX, y + l.dy, l.font, theme.ink, anchor, l.raised)),
      },
    ],
  };
}

/** Stacked columns of exact counts, each colour one path, in the order of the colours; at least a line's height for one event, so that none vanishes. */
export function densityNodes(lane: LaneLayout, context: LayerContext): SceneNode[] {
  const { layout, theme, colorOf } = context;
  const { density } = lane;
  if (density === null) return [];
  const { locale } = layout.arrangement;
  const { classes, plain } = layout.arrangement.colors;
  const byColor = new Map<string, PathCommand[]>();
  for (const color of classes.length > 0 ? classes : [plain]) byColor.set(colorOf(color), []);
  for (let b = 0; b < density.bins.length; b++) {
    const { x0, x1, parts } = density.bins[b]!;
    let y = density.y1;
    for (let p = 0; p < parts.length; p++) {
      const { color, count: n } = parts[p]!;
      const fill = colorOf(color);
      const top = y - Math.max(n * density.unit, theme.line);
      let d = byColor.get(fill);
      if (d === undefined) byColor.set(fill, (d = []));
      d.push(["R", x0, top, x1 - 1, y]);
      y = top;
    }
  }
  const { x0, x1 } = layout.axis;
  const base = standing(context, `base ${x0} ${x1} ${density.y1}`, () => ({
    type: "line",
    key: "base",
    x1: x0,
    y1: density.y1,
    x2: x1,
    y2: density.y1,
    stroke: theme.laneRule,
    strokeWidth: theme.hairline,
  }));
  const columns: SceneNode[] = [base];
  byColor.forEach((d, fill) => {
    if (d.length > 0) columns.push({ type: "path", key: fill, d, fill });
  });
  const { peak } = density;
  if (peak !== undefined) {
    const { minor } = layout.arrangement.type;
    columns.push(textNode(formatNumber(peak.count, locale), peak.x, peak.y, minor, theme.muted, "middle"));
  }
  return [
    {
      type: "group",
      role: "listitem",
      key: "density",
      name: "density",
      count: density.total,
      label: `${count(locale.words.counted.moreEvents, density.total, locale)}, ${fullName(lane.lane)}`,
      children: [{ type: "group", hidden: true, children: columns }],
    },
  ];
}
