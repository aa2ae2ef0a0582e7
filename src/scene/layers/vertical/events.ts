import { fullName } from "../../../layout/lanes.js";
import type { Item, LaneLayout } from "../../../layout/layout.js";
import type { Layer, LayerContext } from "../../layer.js";
import { markNodes } from "../../marks.js";
import { isLive } from "../../moving.js";
import { transpose } from "../../transpose.js";
import type { GroupNode, SceneNode } from "../../types.js";
import {
  densityNodes,
  flagNode,
  fromZero,
  glyphNode,
  isEmpty,
  lineNodes,
  markGroup,
  outsideCount,
  styleOf,
} from "../events.js";

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
  return name === "" ? list : { ...list, label: fullName(lane.lane) };
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
const markNode = (item: Item, context: LayerContext): SceneNode =>
  markGroup(transpose(markNodes(fromZero(item.mark), 0, styleOf(item, context, true))));

/** What lies before the window, over the column, and what lies after it, under it. */
function flagNodes(lane: LaneLayout, context: LayerContext): SceneNode[] {
  const { locale, type } = context.layout.arrangement;
  const em = type.em;
  return lane.flags.map((flag) => {
    const { x, y } = flag;
    const dir = flag.side === "before" ? -1 : 1;
    const base = y - dir * 0.28 * em;
    return flagNode(flag, lane, [outsideCount(flag, locale), fullName(lane.lane)], context, (fill) => ({
      type: "path",
      d: [["M", x, y + dir * 0.32 * em], ["L", x - 0.4 * em, base], ["L", x + 0.4 * em, base], ["Z"]],
      fill,
    }));
  });
}
