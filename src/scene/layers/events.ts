import type { Way } from "../../layout/block.js";
import type { Item, LaneLayout } from "../../layout/layout.js";
import { count, formatNumber } from "../../locale/phrases.js";
import type { Layer, LayerContext } from "../layer.js";
import { markNodes } from "../marks.js";
import { CLOSE, shape } from "../shapes.js";
import { textNode } from "../text.js";
import type { PathCommand, SceneNode } from "../types.js";

/** Lane by lane, event by event: the mark and its label or number in one named group. */
export const events: Layer = (context) =>
  context.layout.lanes
    .filter((lane) => lane.items.length + lane.flags.length > 0 || lane.density !== null)
    .map((lane) => laneNode(lane, context));

function laneNode(lane: LaneLayout, context: LayerContext): SceneNode {
  const { id, name } = lane.lane;
  const children = densityNodes(lane, context);
  for (let i = 0; i < lane.items.length; i++) children.push(eventNode(lane.items[i]!, lane, context));
  children.push(...flagNodes(lane, context));
  return name === ""
    ? { type: "group", role: "list", lane: id, children }
    : { type: "group", role: "list", lane: id, label: name, children };
}

function eventNode(item: Item, lane: LaneLayout, context: LayerContext): SceneNode {
  const { layout, theme, colorOf, sentenceOf } = context;
  const { timeline, type } = layout.arrangement;
  const event = timeline.events[item.event]!;
  const color = colorOf(item.color);
  const hollow = event.status === "planned" || event.status === "cancelled";
  const mark = markNodes(item.mark, item.y, { theme, color, kind: item.color.shape, em: type.em, hollow });
  const children: SceneNode[] = [{ type: "group", name: "mark", hidden: true, children: mark }];
  if (item.way !== null) children.push(labelNode(item, item.way, event.id, color, context));
  else if (item.number !== null) children.push(numberNode(item, item.number, context));
  const node: SceneNode = {
    type: "group",
    role: "listitem",
    event: event.id,
    label: sentenceOf(item.event, lane.lane.name),
    children,
  };
  return event.language === undefined ? node : { ...node, language: event.language };
}

function numberNode({ y, numberX, numberAnchor }: Item, number: number, { layout, theme }: LayerContext): SceneNode {
  const { type, locale } = layout.arrangement;
  const baseline = y + 0.34 * type.minor.size;
  const bold = { ...type.minor, weight: 700 };
  const n = textNode(formatNumber(number, locale), numberX, baseline, bold, theme.ink, numberAnchor);
  return { type: "group", name: "number", hidden: true, children: [n] };
}

function labelNode(
  { y, color: kind }: Item,
  way: Way,
  id: string,
  color: string,
  { layout, theme }: LayerContext,
): SceneNode {
  const em = layout.arrangement.type.em;
  const nodes: SceneNode[] = [];
  if (way.leader) {
    const [x1, y1, x2, y2] = way.leader;
    nodes.push({ type: "line", x1, y1: y + y1, x2, y2: y + y2, stroke: theme.link, strokeWidth: theme.hairline });
  }
  if (way.glyphX !== undefined) {
    const first = way.lines[0]!;
    nodes.push({
      type: "path",
      d: shape(kind.shape, way.glyphX, y + way.top + first.dy - 0.33 * first.font.size, 0.3 * em),
      fill: color,
    });
  }
  for (let i = 0; i < way.lines.length; i++) {
    const { text, dy, font, role, raised } = way.lines[i]!;
    const fill = role === "title" ? theme.ink : role === "badge" ? theme.accent : theme.muted;
    nodes.push(textNode(text, way.textX, y + way.top + dy, font, fill, way.anchor, raised));
  }
  return { type: "group", labelOf: id, hidden: true, children: nodes };
}

function flagNodes(lane: LaneLayout, { layout, theme, sentenceOf, colorOf }: LayerContext): SceneNode[] {
  const { timeline, type, colors } = layout.arrangement;
  const em = type.em;
  return lane.flags.map((flag): SceneNode => {
    const dir = flag.side === "before" ? -1 : 1;
    const named = flag.events.length === 1;
    const event = timeline.events[flag.events[0]!]!;
    const color = named ? colorOf(colors.classOf(flag.events[0]!)) : theme.muted;
    const tip = flag.x;
    const base = tip - dir * 0.6 * em;
    const text = flag.lines.map((l) =>
      textNode(l.text, flag.textX, flag.y + l.dy, l.font, theme.ink, flag.anchor, l.raised),
    );
    return {
      type: "group",
      role: "listitem",
      outside: flag.events.length,
      ...(named ? { event: event.id } : {}),
      label: named
        ? sentenceOf(flag.events[0]!, lane.lane.name)
        : `${flag.lines.map((l) => l.text).join(" ")}, ${lane.lane.name}`,
      children: [
        {
          type: "path",
          d: [["M", tip, flag.y], ["L", base, flag.y - 0.42 * em], ["L", base, flag.y + 0.42 * em], ["Z"]],
          fill: color,
        },
        { type: "group", hidden: true, children: text },
      ],
    };
  });
}

/** Stacked columns of exact counts, each colour one path; at least a line's height for one event, so that none vanishes. */
function densityNodes(lane: LaneLayout, { layout, theme, colorOf }: LayerContext): SceneNode[] {
  const { density } = lane;
  if (density === null) return [];
  const { locale } = layout.arrangement;
  const byColor = new Map<string, PathCommand[]>();
  for (let b = 0; b < density.bins.length; b++) {
    const { x0, x1, parts } = density.bins[b]!;
    let y = density.y1;
    for (let p = 0; p < parts.length; p++) {
      const { color, count: n } = parts[p]!;
      const fill = colorOf(color);
      const top = y - Math.max(n * density.unit, theme.line);
      let d = byColor.get(fill);
      if (d === undefined) byColor.set(fill, (d = []));
      d.push(["M", x0, top], ["H", x1 - 1], ["V", y], ["H", x0], CLOSE);
      y = top;
    }
  }
  const base: SceneNode = {
    type: "line",
    x1: layout.axis.x0,
    y1: density.y1,
    x2: layout.axis.x1,
    y2: density.y1,
    stroke: theme.laneRule,
    strokeWidth: theme.hairline,
  };
  const columns: SceneNode[] = [base];
  byColor.forEach((d, fill) => columns.push({ type: "path", d, fill }));
  return [
    {
      type: "group",
      role: "listitem",
      name: "density",
      count: density.total,
      label: `${count(locale.words.counted.moreEvents, density.total, locale)}, ${lane.lane.name}`,
      children: [{ type: "group", hidden: true, children: columns }],
    },
  ];
}
