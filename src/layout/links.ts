import type { Arrangement } from "./arrange.js";
import { centred, elbows, type Port, type RouteSpace } from "./elbow.js";
import type { LinkRoute } from "./layout.js";
import { labelBeside, settingsOf, type LinkLabel } from "./link-label.js";
import { directed, touches, wantedLinks, wordOf, type Link } from "./link-wanted.js";
import { grown, meet, runsOf, type Point, type Rect } from "./rect.js";

/** The links that were to be drawn: the arrows, and those for which there is no way. */
export interface RoutedLinks {
  readonly routes: readonly LinkRoute[];
  readonly missing: readonly Link[];
}

const NONE: RoutedLinks = { routes: [], missing: [] };

/** Who asks for an arrow: the selected event, the document's main links, nobody by name. */
export type Asked = "own" | "main" | "other";

/** What arrows are drawn on: where they may begin and end, and what is in their way. */
export interface LinkGround<End> {
  /** Of places of two events those that are the nearest; null where one of them has none. */
  readonly ends: (source: number, target: number) => readonly [End, End] | null;
  readonly far: (a: End, b: End) => number;
  readonly between: (a: End, b: End, detour: number) => Between;
  /** An arrow may be so much longer than the straight elbow between its ends, in em. */
  readonly detours: Readonly<Record<Asked, number>>;
  /** Prices in em of length: crossing another arrow, having no room for words. */
  readonly crossing: number;
  readonly wordless: number;
  /** What no word stands on, and in what all words stand. */
  readonly taken: () => readonly Rect[];
  readonly plot: Rect;
  /** The most lines of words beside an arrow. */
  readonly lines: number;
}

/** Where the arrow from one place to another may run, and what it may touch of them. */
export interface Between {
  readonly bounds: Rect;
  readonly blocks: readonly Rect[];
  readonly from: readonly Port[];
  readonly to: readonly Port[];
}

/** An arrow past more than what makes so many places in the router's grid could not be followed by the eye either. */
const PLACES = 12_000;
/** Of links that nobody asked for so many are tried for one that is drawn. */
const TRIES = 4;
/** Prices in em of length: a bend, a step too small to be meant. */
const BEND = 1.5;
const STEP = 8;
const SMALL = 1.2;
/** Two arrows that run side by side are so far apart, and arrows so far from what they pass, in em. */
const APART = 0.45;
const AIR = 0.7;

/**
 * Arrows with their words beside them: of one event, of the main links, or of the few most important ones. They run along
 * and across, straight or with elbows, and touch nothing that is in their way; each other they cross where there is no other
 * way.
 *
 * @param only the index of an event: its links, and the main ones
 */
export function routesOn<End>(ground: LinkGround<End>, arrangement: Arrangement, only?: number): RoutedLinks {
  const { links, most } = wantedLinks(arrangement.timeline, arrangement.options.links, only);
  if (most === 0 || links.length === 0) return NONE;
  const shown = arrangement.options.filter === undefined ? null : new Set(arrangement.events);
  const router = routerOn(ground, arrangement);
  const routes: LinkRoute[] = [];
  const missing: Link[] = [];
  let tries = 0;
  for (const link of nearestFirst(links.slice(0, most), ground, only).concat(links.slice(most))) {
    if (shown !== null && !(shown.has(link.from) && shown.has(link.to))) continue;
    const own = only !== undefined && touches(link, only);
    if (!own && !link.main && tries++ >= TRIES * most) break;
    const route = routes.length >= most ? null : router(link, own ? "own" : link.main ? "main" : "other");
    if (route !== null) routes.push(own ? { ...route, chosen: true } : route);
    // Nobody asked for one of the others by name.
    else if (own || link.main) missing.push(link);
    else if (routes.length >= most) break;
  }
  return { routes, missing };
}

/** Of those that were asked for the short ones first: a long way can still give way. */
function nearestFirst<End>(links: readonly Link[], { ends, far }: LinkGround<End>, only: number | undefined): Link[] {
  const length = (link: Link): number => {
    const pair = ends(link.from, link.to);
    return pair === null ? Infinity : far(...pair);
  };
  const own = (link: Link): number => (only !== undefined && touches(link, only) ? 0 : link.main ? 1 : 2);
  return links
    .map((link, i) => ({ link, i, own: own(link), far: link.main || own(link) === 0 ? length(link) : 0 }))
    .sort((a, b) => a.own - b.own || (a.far === b.far ? a.i - b.i : a.far - b.far))
    .map(({ link }) => link);
}

/** Routes one link after another; each keeps away from those before it and from their words. */
function routerOn<End>(ground: LinkGround<End>, arrangement: Arrangement) {
  const { type, measure } = arrangement;
  const { plot } = ground;
  const em = type.em;
  const drawn: (readonly Point[])[] = [];
  const words: Rect[] = [];

  return (link: Link, asked: Asked): LinkRoute | null => {
    const [source, target] = directed(link);
    const pair = ground.ends(source, target);
    if (pair === null) return null;
    const detour = ground.detours[asked];
    const { bounds, blocks, from, to } = ground.between(...pair, detour * em);
    const space: RouteSpace = {
      bounds,
      blocks: [...blocks, ...words.map((w) => grown(w, 0.15 * em)).filter((box) => meet(box, bounds))],
      routes: drawn,
      bend: BEND * em,
      crossing: ground.crossing * em,
      apart: APART * em,
      most: PLACES,
    };
    const word = wordOf(link, arrangement);
    const settings = settingsOf(word, type, measure, ground.lines);
    const texts = [...ground.taken(), ...words, ...drawn.flatMap((r) => runsOf(r).map((box) => grown(box, 0.25 * em)))];
    let best: { readonly points: readonly Point[]; readonly label: LinkLabel | null } | null = null;
    let least = Infinity;
    for (const { points: raw, bends, cost } of elbows(from, to, space)) {
      // No way with more bends is cheaper, and the words have their place.
      if (best !== null && best.label !== null && least <= (bends + 1) * BEND * em + direct(raw)) break;
      if (cost >= least || lengthOf(raw) > direct(raw) + detour * em || !isSimple(raw)) continue;
      const points = centred(raw, space, AIR * em, 0.5 * em);
      const label = labelBeside(points, settings, texts, plot, type);
      const steps = runsOf(points.slice(1, -1)).filter((r) => r.x1 - r.x0 + (r.y1 - r.y0) < SMALL * em).length;
      const price = cost + (label === null ? ground.wordless : 0) * em + steps * STEP * em;
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
