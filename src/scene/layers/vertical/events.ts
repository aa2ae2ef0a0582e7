import type { Item, LaneLayout } from "../../../layout/layout.js";
import { count } from "../../../locale/phrases.js";
import type { Layer, LayerContext } from "../../layer.js";
import { markNodes, type MarkStyle } from "../../marks.js";
import { isLive } from "../../moving.js";
import { textNode } from "../../text.js";
import { transpose } from "../../transpose.js";
import type { GroupNode, SceneNode } from "../../types.js";
import { cutsOf, densityNodes, glyphNode, isEmpty, lineNodes } from "../events.js";

/** Column by column: marks along the axis, labels beside them. */
export const events: Layer = (context) =>
  context.layout.lanes.filter((lane) => !isEmpty(lane)).map((lane) => columnNode(lane, context));

function columnNode(lane: LaneLayout, context: LayerContext): SceneNode {
  const { id, name } = lane.lane;
  const live = isLive(context.layout);
  // Labels stand in order of their marks; a reader hears the events in order of time, as everywhere.
  const items = [...lane.items].sort((p, q) => p.event - q.event);
  const places = live ? new Map(lane.lane.events.map((event, place) => [event, place])) : null;
  const children = [
    ...transpose(densityNodes(lane, context)),
    ...items.map((item) => eventNode(item, places?.get(item.event) ?? -1, lane, context)),
    ...flagNodes(lane, context),
  ];
  const list: GroupNode = { type: "group", role: "list", key: id, lane: id, children };
  return name === "" ? list : { ...list, label: name };
}

function eventNode(item: Item, place: number, lane: LaneLayout, context: LayerContext): SceneNode {
  const { layout, sentenceOf, theme } = context;
  const { timeline, lanes } = layout.arrangement;
  const { id, language } = timeline.events[item.event]!;
  const { mark, y: x, way } = item;
  const y = mark.x0;
  const children: SceneNode[] = [];
  if (way?.elbow !== undefined)
    children.push({
      type: "path",
      d: way.elbow.map(([px, py], k) => [k === 0 ? "M" : "L", px - x, py - y] as const),
      name: "leader",
      hidden: true,
      fill: "none",
      stroke: theme.muted,
      strokeWidth: theme.hairline,
      lineJoin: "round",
    });
  children.push(markNode(item, context));
  if (way !== null) {
    const lines = lineNodes(way, context);
    const glyph = way.glyphX === undefined ? [] : [glyphNode(way, way.glyphX - way.textX, item.color, context)];
    const told: Pick<GroupNode, "labelOf"> | Pick<GroupNode, "name"> =
      item.number === null ? { labelOf: id } : { name: "number" };
    children.push({
      type: "group",
      ...told,
      hidden: true,
      x: way.textX - x,
      y: way.top - y,
      children: [...glyph, ...lines],
    });
  }
  // An event that stands here more than once is told apart by the lanes by whose counts it does.
  const own = item.lane === undefined ? lane.lane : (lanes.find((l) => l.id === item.lane) ?? lane.lane);
  const node: GroupNode = {
    type: "group",
    role: "listitem",
    key: item.lane === undefined ? id : `${id} ${item.lane}`,
    event: id,
    label: sentenceOf(item.event, own.name),
    x,
    y,
    children,
    ...(language === undefined ? {} : { language }),
    ...(place >= 0 ? { position: [place + 1, lane.lane.events.length] as const } : {}),
  };
  return node;
}

/** The mark, from where it begins down. */
function markNode({ mark, color: kind, event }: Item, { layout, theme, colorOf }: LayerContext): SceneNode {
  const { breaks, arrangement } = layout;
  const { timeline, type } = arrangement;
  const { id, status } = timeline.events[event]!;
  const style: MarkStyle = {
    theme,
    color: colorOf(kind),
    kind: kind.shape,
    em: type.em,
    hollow: status === "planned" || status === "cancelled",
    news: timeline.news?.events.get(id),
    question: arrangement.locale.question,
    vertical: true,
    ...cutsOf(mark, breaks),
  };
  const from = mark.x0;
  const moved = { ...mark, x0: 0, x1: mark.x1 - from, c0: mark.c0 - from, c1: mark.c1 - from };
  return { type: "group", name: "mark", hidden: true, children: transpose(markNodes(moved, 0, style)) };
}

/** What lies before the window, over the column, and what lies after it, under it. */
function flagNodes(lane: LaneLayout, { layout, theme, sentenceOf, colorOf }: LayerContext): SceneNode[] {
  const { timeline, type, colors, locale } = layout.arrangement;
  const em = type.em;
  return lane.flags.map((flag): SceneNode => {
    const up = flag.side === "before";
    const named = flag.events.length === 1;
    const event = timeline.events[flag.events[0]!]!;
    const dir = up ? -1 : 1;
    const words = count(locale.words.counted[up ? "earlierEvents" : "laterEvents"], flag.events.length, locale);
    return {
      type: "group",
      role: "listitem",
      key: `${flag.side} ${named ? event.id : ""}`,
      outside: flag.events.length,
      ...(named ? { event: event.id } : {}),
      label: named
        ? sentenceOf(flag.events[0]!, lane.lane.name)
        : [words, lane.lane.name].filter((s) => s !== "").join(", "),
      children: [
        {
          type: "path",
          d: [
            ["M", flag.x, flag.y + dir * 0.32 * em],
            ["L", flag.x - 0.4 * em, flag.y - dir * 0.28 * em],
            ["L", flag.x + 0.4 * em, flag.y - dir * 0.28 * em],
            ["Z"],
          ],
          fill: named ? colorOf(colors.classOf(flag.events[0]!)) : theme.muted,
        },
        {
          type: "group",
          hidden: true,
          children: flag.lines.map((l) => textNode(l.text, flag.textX, flag.y + l.dy, l.font, theme.ink, flag.anchor)),
        },
      ],
    };
  });
}
