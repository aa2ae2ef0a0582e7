import type { Arrangement } from "./arrange.js";
import { axisMarks } from "./axis-marks.js";
import type { Port } from "./elbow.js";
import type { Item, LaneLayout } from "./layout.js";
import { markBox, obstaclesOf, type Obstacles } from "./link-obstacles.js";
import { ownBlocks, portsOf } from "./link-ports.js";
import { routesOn, type LinkGround, type RoutedLinks } from "./links.js";
import { grown, meet, type Rect } from "./rect.js";
import { cutoffOf } from "./room.js";
import { toX, type TimeAxis } from "./view.js";

/** Room about two marks in which their arrow may run, in em. */
const AROUND = 10;
/** Of the selected event, a main one, another. */
const DETOURS = { own: 36, main: 12, other: 8 } as const;
/** Prices in em of length: crossing another arrow, having no room for words. */
const CROSSING = 10;
const WORDLESS = 8;

/** Arrows between marks that are in the picture. They touch no label, number, flag or mark of another event. */
export const routeLinks = (
  lanes: readonly LaneLayout[],
  arrangement: Arrangement,
  axis: TimeAxis,
  only?: number,
): RoutedLinks => routesOn(markGround(lanes, arrangement, axis), arrangement, only);

/** The places of each event, lane by lane. */
export function placesOf<P extends { readonly event: number }>(all: Iterable<P>): ReadonlyMap<number, readonly P[]> {
  const places = new Map<number, P[]>();
  for (const place of all) {
    const known = places.get(place.event);
    if (known === undefined) places.set(place.event, [place]);
    else known.push(place);
  }
  return places;
}

/** Of events that stand in several places those two that are the nearest. */
export function nearest<P>(
  as: readonly P[] | undefined,
  bs: readonly P[] | undefined,
  apart: (a: P, b: P) => number,
): readonly [P, P] | null {
  if (as === undefined || bs === undefined) return null;
  let best: readonly [P, P] = [as[0]!, bs[0]!];
  for (const a of as) for (const b of bs) if (apart(a, b) < apart(...best) - 0.01) best = [a, b];
  return best;
}

function markGround(lanes: readonly LaneLayout[], arrangement: Arrangement, axis: TimeAxis): LinkGround<Item> {
  const { type, now } = arrangement;
  const em = type.em;
  const plot: Rect = { x0: axis.x0, x1: axis.x1, y0: lanes[0]?.y0 ?? 0, y1: lanes.at(-1)?.y1 ?? 0 };
  const cutoff = cutoffOf(arrangement, axis);
  // Most pictures have no arrows, and ask for none of these.
  let places: ReadonlyMap<number, readonly Item[]> | null = null;
  const placesIn = (event: number): readonly Item[] | undefined =>
    (places ??= placesOf(lanes.flatMap(({ items }) => items))).get(event);
  let obstacles: Obstacles | null = null;

  function all(): Obstacles {
    if (obstacles !== null) return obstacles;
    const named = lanes.some((l) => l.name.lines.some((line) => line.x >= axis.x0 - 0.5));
    const uprights = now !== null && now >= axis.from && now <= axis.to ? [toX(axis, now)] : [];
    const found = obstaclesOf(lanes, arrangement, { x0: axis.x0, x1: axis.x1, uprights, named });
    // Words on hatching are hard to read.
    if (cutoff === null) return (obstacles = found);
    return (obstacles = { ...found, taken: [...found.taken, { ...plot, x0: cutoff - 2 }] });
  }

  return {
    ends: (source, target) => nearest(placesIn(source), placesIn(target), (a, b) => Math.abs(a.y - b.y)),
    far: (a, b) => Math.abs(a.y - b.y) + Math.max(0, a.mark.x0 - b.mark.x1, b.mark.x0 - a.mark.x1),
    between: (a, b, detour) => {
      const { blocks, marks } = all();
      // An arrow keeps out of what is not yet known, where nothing that it links lies there.
      const known = cutoff === null || Math.max(a.mark.x0, b.mark.x0) >= cutoff ? plot : { ...plot, x1: cutoff };
      // Who goes farther astray has gone farther than a detour.
      const bounds = regionOf(markBox(a, em), markBox(b, em), known, Math.min(AROUND * em, detour / 2));
      const avoided = [
        ...blocks,
        ...marks.filter((m) => m.event !== a.event && m.event !== b.event).map((m) => grown(m.box, 0.15 * em)),
        // The same event in another lane is another mark.
        ...[...placesIn(a.event)!, ...placesIn(b.event)!]
          .filter((i) => i !== a && i !== b)
          .map((i) => grown(markBox(i, em), 0.15 * em)),
      ].filter((box) => meet(box, bounds));
      // In a tear of the axis there is nothing to point at.
      const torn = axisMarks(arrangement, axis).breaks;
      const ports = (item: Item, other: Item, leaving: boolean): Port[] =>
        portsOf(item, other, leaving, em).filter(({ x }) => x <= bounds.x1 && !torn.some((t) => x > t.x0 && x < t.x1));
      return {
        bounds,
        blocks: [...avoided, ...ownBlocks(a, em), ...ownBlocks(b, em)],
        from: ports(a, b, true),
        to: ports(b, a, false),
      };
    },
    detours: DETOURS,
    crossing: CROSSING,
    wordless: WORDLESS,
    taken: () => all().taken,
    plot,
    lines: 2,
  };
}

/** Where the arrow between two marks may run: about them, as far as they face each other. */
export function regionOf(a: Rect, b: Rect, plot: Rect, by: number): Rect {
  return {
    x0: Math.max(plot.x0, Math.min(a.x0, b.x0) - by),
    x1: Math.min(plot.x1, Math.max(a.x1, b.x1) + by),
    y0: Math.max(plot.y0, Math.min(a.y0, b.y0) - by),
    y1: Math.min(plot.y1, Math.max(a.y1, b.y1) + by),
  };
}
