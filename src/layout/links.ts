import type { Arrangement } from "./arrange.js";
import { axisMarks } from "./axis-marks.js";
import { centred, elbows, type Port, type RouteSpace } from "./elbow.js";
import type { Item, LaneLayout, LinkRoute } from "./layout.js";
import { labelBeside, settingsOf, type LinkLabel } from "./link-label.js";
import { markBox, obstaclesOf, type Obstacles } from "./link-obstacles.js";
import { ownBlocks, portsOf } from "./link-ports.js";
import { directed, touches, wantedLinks, wordOf, type Link } from "./link-wanted.js";
import { grown, meet, run, type Point, type Rect } from "./rect.js";
import { cutoffOf } from "./room.js";
import { toX, type TimeAxis } from "./view.js";

/** The links that were to be drawn: the arrows, and those for which there is no way. */
export interface RoutedLinks {
  readonly routes: readonly LinkRoute[];
  readonly missing: readonly Link[];
}

const NONE: RoutedLinks = { routes: [], missing: [] };

/** Room about two marks in which their arrow may run, in em. */
const AROUND = 10;
/** An arrow past more than what makes so many places in the router's grid could not be followed by the eye either. */
const PLACES = 12_000;
/** Of links that nobody asked for so many are tried for one that is drawn. */
const TRIES = 4;
/** An arrow may be so much longer than the straight elbow between its ends, in em: of the selected event, a main one, another. */
const DETOURS = { own: 36, main: 12, other: 8 } as const;
/** Prices in em of length: a bend, crossing another arrow, having no room for words, a step too small to be meant. */
const BEND = 1.5;
const CROSSING = 10;
const WORDLESS = 8;
const STEP = 8;
const SMALL = 1.2;
/** Two arrows that run side by side are so far apart, and arrows so far from what they pass, in em. */
const APART = 0.45;
const AIR = 0.7;

/**
 * Arrows between marks that are in the picture, with their words beside them: of one event, of the main links, or of the few
 * most important ones. They run along and across the axis, straight or with elbows, and touch no label, number, flag or mark
 * of another event; each other they cross where there is no other way.
 *
 * @param only the index of an event: its links, and the main ones
 */
export function routeLinks(
  lanes: readonly LaneLayout[],
  arrangement: Arrangement,
  axis: TimeAxis,
  only?: number,
): RoutedLinks {
  const { links, most } = wantedLinks(arrangement.timeline, arrangement.options.links, only);
  if (most === 0 || links.length === 0) return NONE;
  const places = placesOf(lanes);
  const shown = arrangement.options.filter === undefined ? null : new Set(arrangement.events);
  const router = routerFor(lanes, arrangement, axis);
  const routes: LinkRoute[] = [];
  const missing: Link[] = [];
  let tries = 0;
  for (const link of nearestFirst(links.slice(0, most), places, only).concat(links.slice(most))) {
    if (shown !== null && !(shown.has(link.from) && shown.has(link.to))) continue;
    const own = only !== undefined && touches(link, only);
    if (!own && !link.main && tries++ >= TRIES * most) break;
    const route = routes.length >= most ? null : router(link, places, own ? "own" : link.main ? "main" : "other");
    if (route !== null) routes.push(own ? { ...route, chosen: true } : route);
    // Nobody asked for one of the others by name.
    else if (own || link.main) missing.push(link);
    else if (routes.length >= most) break;
  }
  return { routes, missing };
}

type Places = ReadonlyMap<number, readonly Item[]>;

function placesOf(lanes: readonly LaneLayout[]): Places {
  const places = new Map<number, Item[]>();
  for (const { items } of lanes)
    for (const item of items) {
      const known = places.get(item.event);
      if (known === undefined) places.set(item.event, [item]);
      else known.push(item);
    }
  return places;
}

/** Of those that were asked for the short ones first: a long way can still give way. */
function nearestFirst(links: readonly Link[], places: Places, only: number | undefined): Link[] {
  const far = (link: Link): number => {
    const as = places.get(link.from);
    const bs = places.get(link.to);
    if (as === undefined || bs === undefined) return Infinity;
    const [a, b] = nearest(as, bs);
    return Math.abs(a.y - b.y) + Math.max(0, a.mark.x0 - b.mark.x1, b.mark.x0 - a.mark.x1);
  };
  const own = (link: Link): number => (only !== undefined && touches(link, only) ? 0 : link.main ? 1 : 2);
  return links
    .map((link, i) => ({ link, i, own: own(link), far: link.main || own(link) === 0 ? far(link) : 0 }))
    .sort((a, b) => a.own - b.own || (a.far === b.far ? a.i - b.i : a.far - b.far))
    .map(({ link }) => link);
}

/** Of events that stand in several lanes those two marks that are the nearest. */
function nearest(as: readonly Item[], bs: readonly Item[]): readonly [Item, Item] {
  let best: readonly [Item, Item] = [as[0]!, bs[0]!];
  for (const a of as)
    for (const b of bs) if (Math.abs(a.y - b.y) < Math.abs(best[0].y - best[1].y) - 0.01) best = [a, b];
  return best;
}

/** Routes one link after another; each keeps away from those before it and from their words. */
function routerFor(lanes: readonly LaneLayout[], arrangement: Arrangement, axis: TimeAxis) {
  const { type, measure, now } = arrangement;
  const em = type.em;
  const plot: Rect = { x0: axis.x0, x1: axis.x1, y0: lanes[0]?.y0 ?? 0, y1: lanes.at(-1)?.y1 ?? 0 };
  const drawn: (readonly Point[])[] = [];
  const words: Rect[] = [];
  let obstacles: Obstacles | null = null;
  const cutoff = cutoffOf(arrangement, axis);

  function all(): Obstacles {
    if (obstacles !== null) return obstacles;
    const named = lanes.some((l) => l.name.lines.some((line) => line.x >= axis.x0 - 0.5));
    const uprights = now !== null && now >= axis.from && now <= axis.to ? [toX(axis, now)] : [];
    const found = obstaclesOf(lanes, arrangement, { x0: axis.x0, x1: axis.x1, uprights, named });
    // Words on hatching are hard to read.
    if (cutoff === null) return (obstacles = found);
    return (obstacles = { ...found, taken: [...found.taken, { ...plot, x0: cutoff - 2 }] });
  }

  return (link: Link, places: Places, asked: keyof typeof DETOURS): LinkRoute | null => {
    const [source, target] = directed(link);
    const as = places.get(source);
    const bs = places.get(target);
    if (as === undefined || bs === undefined) return null;
    const [a, b] = nearest(as, bs);
    const { blocks, marks, taken } = all();
    const detour = DETOURS[asked];
    // Who goes farther astray has gone farther than a detour.
    // Nor through what is not yet known, where nothing that it links lies there.
    const known = cutoff === null || Math.max(a.mark.x0, b.mark.x0) >= cutoff ? plot : { ...plot, x1: cutoff };
    const bounds = regionOf(markBox(a, em), markBox(b, em), known, Math.min(AROUND, detour / 2) * em);
    const avoided = [
      ...blocks,
      ...marks.filter((m) => m.event !== source && m.event !== target).map((m) => grown(m.box, 0.15 * em)),
      // The same event in another lane is another mark.
      ...[...as, ...bs].filter((i) => i !== a && i !== b).map((i) => grown(markBox(i, em), 0.15 * em)),
      ...words.map((w) => grown(w, 0.15 * em)),
    ].filter((box) => meet(box, bounds));
    const space: RouteSpace = {
      bounds,
      blocks: [...avoided, ...ownBlocks(a, em), ...ownBlocks(b, em)],
      routes: drawn,
      bend: BEND * em,
      crossing: CROSSING * em,
      apart: APART * em,
      most: PLACES,
    };
    const word = wordOf(link, arrangement);
    const settings = settingsOf(word, type, measure);
    const texts = [...taken, ...words, ...drawn.flatMap((r) => runsOf(r).map((box) => grown(box, 0.25 * em)))];
    // In a tear of the axis there is nothing to point at.
    const torn = axisMarks(arrangement, axis).breaks;
    const ports = (item: Item, other: Item, leaving: boolean): Port[] =>
      portsOf(item, other, leaving, em).filter(({ x }) => x <= bounds.x1 && !torn.some((t) => x > t.x0 && x < t.x1));
    let best: { readonly points: readonly Point[]; readonly label: LinkLabel | null } | null = null;
    let least = Infinity;
    for (const { points: raw, bends, cost } of elbows(ports(a, b, true), ports(b, a, false), space)) {
      // No way with more bends is cheaper, and the words have their place.
      if (best !== null && best.label !== null && least <= (bends + 1) * BEND * em + direct(raw)) break;
      if (cost >= least || lengthOf(raw) > direct(raw) + detour * em || !isSimple(raw)) continue;
      const points = centred(raw, space.blocks, bounds, AIR * em, 0.5 * em);
      const label = labelBeside(points, settings, texts, plot, type);
      const steps = runsOf(points.slice(1, -1)).filter((r) => r.x1 - r.x0 + (r.y1 - r.y0) < SMALL * em).length;
      const price = cost + (label === null ? WORDLESS : 0) * em + steps * STEP * em;
      if (price >= least) continue;
      least = price;
      best = { points, label };
    }
    if (best === null) return null;
    drawn.push(best.points);
    if (best.label !== null) words.push(best.label.box);
    return { from: source, to: target, type: link.type, word, ...best };
  };
}

/** Where the arrow between two marks may run: about them, as far as they face each other. */
function regionOf(a: Rect, b: Rect, plot: Rect, by: number): Rect {
  return {
    x0: Math.max(plot.x0, Math.min(a.x0, b.x0) - by),
    x1: Math.min(plot.x1, Math.max(a.x1, b.x1) + by),
    y0: Math.max(plot.y0, Math.min(a.y0, b.y0) - by),
    y1: Math.min(plot.y1, Math.max(a.y1, b.y1) + by),
  };
}

const runsOf = (points: readonly Point[]): Rect[] => points.slice(1).map((p, i) => run(points[i]!, p));
const lengthOf = (points: readonly Point[]): number =>
  runsOf(points).reduce((s, r) => s + r.x1 - r.x0 + r.y1 - r.y0, 0);
const direct = (points: readonly Point[]): number => lengthOf([points[0]!, points.at(-1)!]);

/** Whether a route does not meet itself. */
function isSimple(points: readonly Point[]): boolean {
  const runs = runsOf(points);
  return !runs.some((r, i) =>
    runs.some((s, k) => k > i + 1 && r.x0 <= s.x1 && r.x1 >= s.x0 && r.y0 <= s.y1 && r.y1 >= s.y0),
  );
}
