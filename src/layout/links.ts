import type { Timeline } from "../model/resolved.js";
import type { Arrangement } from "./arrange.js";
import type { Flag, Item, LaneLayout, LinkRoute } from "./layout.js";
import type { TimeAxis } from "./view.js";

interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
type Point = readonly [number, number];

/**
 * Routes for the few most important links between marks that are both in the picture: straight runs along the axes that
 * touch no label, no number and no flag; they are drawn beneath the marks, and cross few of them. A link without such a way is not drawn; the words have it.
 *
 * @param only the index of an event: then those of its links that are in the picture
 */
export function routeLinks(
  lanes: readonly LaneLayout[],
  { timeline, options, type }: Arrangement,
  axis: TimeAxis,
  only?: number,
): LinkRoute[] {
  const { links, most } = wantedLinks(timeline, options.links, only);
  if (most === 0 || links.length === 0) return [];
  const items = lanes.flatMap((l) => l.items);
  const first = new Map<number, Item>();
  for (const item of items) if (!first.has(item.event)) first.set(item.event, item);
  const wanted = links
    .map((link) => ({ link, from: first.get(link.from), to: first.get(link.to) }))
    .filter((l): l is typeof l & { from: Item; to: Item } => l.from !== undefined && l.to !== undefined);
  const obstacles = [
    ...items.flatMap((item) => boxesOf(item, type.em)),
    ...lanes.flatMap((l) => l.flags.map((f) => flagBox(f, type.em))),
  ];
  const routes: LinkRoute[] = [];
  const drawn: (readonly Point[])[] = [];
  for (const { from, to, link } of wanted) {
    if (routes.length >= most) break;
    // An answer names what it answers: the arrow runs from there to it.
    const [a, b] = link.type === "answers" || link.type === "follows" ? [to, from] : [from, to];
    const points = route(a, b, obstacles, drawn, lanes, type.em, axis);
    if (!points) continue;
    drawn.push(points);
    routes.push({ from: a.event, to: b.event, type: link.type, points });
  }
  return routes;
}

/** The links that may be drawn, the most important first, and how many of them: of one event, or of all. */
export function wantedLinks(
  timeline: Timeline,
  option: Arrangement["options"]["links"],
  only: number | undefined,
): { readonly links: readonly Link[]; readonly most: number } {
  const links = linksOf(timeline).filter((l) => only === undefined || l.from === only || l.to === only);
  const most = option === false ? 0 : only !== undefined ? MOST_OF_ONE : typeof option === "number" ? option : 3;
  return { links, most };
}

/** A link between two events of a timeline. */
export interface Link {
  /** Indexes into `timeline.events`. */
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

const known = new WeakMap<Timeline, readonly Link[]>();

/** All links between two events, the most important first; gathered once. */
function linksOf(timeline: Timeline): readonly Link[] {
  let links = known.get(timeline);
  if (links !== undefined) return links;
  const { events } = timeline;
  const linked = events.flatMap((event, from) => event.links.map((link) => ({ from, link })));
  const place = linked.length === 0 ? null : new Map(events.map((e, i) => [e.id, i]));
  const weight = (l: Link): number => events[l.from]!.importance + events[l.to]!.importance;
  links = linked
    .map(({ from, link }): Link => ({ from, to: place!.get(link.to) ?? from, type: link.type }))
    .filter((l) => l.from !== l.to)
    .sort((a, b) => weight(a) - weight(b) || a.from - b.from || a.to - b.to);
  known.set(timeline, links);
  return links;
}

/** The most links to draw of one event. */
const MOST_OF_ONE = 12;

interface Obstacle extends Rect {
  readonly event: number;
}

function boxesOf(item: Item, em: number): Obstacle[] {
  const { mark, way, y, event } = item;
  const boxes: Obstacle[] = [{ event, x0: mark.x0, x1: mark.x1, y0: y - 0.45 * em, y1: y + 0.45 * em }];
  if (way) {
    const left = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
    const dys = way.lines.map((l) => way.top + l.dy);
    boxes.push({
      event: -1,
      x0: Math.min(left, way.glyphX ?? left) - 3,
      x1: Math.max(left + way.textWidth, way.glyphX ?? 0) + 3,
      y0: y + Math.min(...dys) - em,
      y1: y + Math.max(...dys) + 0.3 * em,
    });
  } else if (item.number !== null) {
    boxes.push({ event: -1, x0: mark.x0 - 2 * em, x1: mark.x1 + 2 * em, y0: y - 0.5 * em, y1: y + 0.5 * em });
  }
  return boxes;
}

function flagBox({ x, textX, anchor, width, y, lines }: Flag, em: number): Obstacle {
  const far = anchor === "start" ? textX + width : textX - width;
  const dys = lines.map((l) => l.dy);
  return {
    event: -1,
    x0: Math.min(x, textX, far) - 3,
    x1: Math.max(x, textX, far) + 3,
    y0: y + Math.min(-0.5 * em, ...dys) - em,
    y1: y + Math.max(0.5 * em, ...dys) + 0.3 * em,
  };
}

function route(
  a: Item,
  b: Item,
  obstacles: readonly Obstacle[],
  drawn: readonly (readonly Point[])[],
  lanes: readonly LaneLayout[],
  em: number,
  axis: TimeAxis,
): readonly Point[] | null {
  const side = b.y > a.y ? 1 : -1;
  const half = 0.42 * em;
  const starts = portsOf(a);
  const ends = portsOf(b);
  const candidates: Point[][] = [];
  for (const sx of starts) {
    for (const ex of ends) {
      const p: Point = [sx, a.y + side * half];
      const q: Point = [ex, b.y - side * half];
      if (Math.abs(sx - ex) < 1) candidates.push([p, [sx, q[1]]]);
      // Down, along a gap between lanes or tracks, and down again.
      const levels = new Set([
        ...lanes.flatMap((l) => [l.y0, l.y1]),
        p[1] + side * 0.35 * em,
        q[1] - side * 0.35 * em,
        (p[1] + q[1]) / 2,
      ]);
      for (const y of levels) {
        if ((y - p[1]) * side < 0.3 * em || (q[1] - y) * side < 0.45 * em) continue;
        candidates.push([p, [sx, y], [ex, y], q]);
      }
    }
    // Along the track to the side of the other mark.
    if (a.mark.x1 < b.mark.x0 && Math.abs(a.y - b.y) < 1)
      candidates.push([
        [a.mark.x1 + 2, a.y],
        [b.mark.x0 - 2, b.y],
      ]);
    if (b.mark.x0 - 2 > sx + 0.8 * em)
      candidates.push([
        [sx, a.y + side * half],
        [sx, b.y],
        [b.mark.x0 - 2, b.y],
      ]);
  }
  const length = (points: readonly Point[]): number =>
    points.reduce(
      (s, p, i) => (i === 0 ? 0 : s + Math.abs(p[0] - points[i - 1]![0]) + Math.abs(p[1] - points[i - 1]![1])),
      0,
    );
  const bends = (points: readonly Point[]): number => points.length * em;
  let best: readonly Point[] | null = null;
  let least = 60 * em;
  for (const points of candidates) {
    const cost = length(points) + bends(points) + CROSSING * em * crossings(points, a.event, b.event, obstacles);
    if (cost >= least || !clear(points, obstacles, drawn, axis)) continue;
    best = points;
    least = cost;
  }
  return best;
}

/** Where a link may touch a mark: its dot, or a few places along its certain part. */
function portsOf({ mark }: Item): number[] {
  if (mark.c1 - mark.c0 < 4)
    return mark.form === "bracket"
      ? [mark.c0, mark.c0 + (mark.x1 - mark.c0) / 2, mark.c0 - (mark.c0 - mark.x0) / 2]
      : [mark.c0];
  const w = mark.c1 - mark.c0;
  return [
    mark.c0 + Math.min(w / 2, 8),
    mark.c0 + w / 4,
    mark.c0 + w / 2,
    mark.c0 + (3 * w) / 4,
    mark.c1 - Math.min(w / 2, 8),
  ];
}

function clear(
  points: readonly Point[],
  obstacles: readonly Obstacle[],
  drawn: readonly (readonly Point[])[],
  axis: TimeAxis,
): boolean {
  for (let i = 1; i < points.length; i++) {
    const r = segment(points[i - 1]!, points[i]!);
    if (r.x0 < axis.x0 || r.x1 > axis.x1) return false;
    for (const o of obstacles)
      if (o.event < 0 && r.x0 < o.x1 && r.x1 > o.x0 && r.y0 < o.y1 && r.y1 > o.y0) return false;
    for (const other of drawn)
      for (let k = 1; k < other.length; k++) {
        const s = segment(other[k - 1]!, other[k]!);
        if (r.x0 <= s.x1 && r.x1 >= s.x0 && r.y0 <= s.y1 && r.y1 >= s.y0) return false;
      }
  }
  return true;
}

/** How many marks of other events a route passes beneath. */
function crossings(points: readonly Point[], a: number, b: number, obstacles: readonly Obstacle[]): number {
  let n = 0;
  for (let i = 1; i < points.length; i++) {
    const r = segment(points[i - 1]!, points[i]!);
    for (const o of obstacles)
      if (o.event >= 0 && o.event !== a && o.event !== b && r.x0 < o.x1 && r.x1 > o.x0 && r.y0 < o.y1 && r.y1 > o.y0)
        n++;
  }
  return n;
}
/** What passing beneath a mark costs, in ems of length. */
const CROSSING = 8;

const segment = (p: Point, q: Point): Rect => ({
  x0: Math.min(p[0], q[0]) - 1,
  x1: Math.max(p[0], q[0]) + 1,
  y0: Math.min(p[1], q[1]) - 1,
  y1: Math.max(p[1], q[1]) + 1,
});
