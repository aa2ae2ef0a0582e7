import type { LaneLayout, Layout, LinkRoute } from "./layout.js";
import { xOf, unitsAt, type TimeAxis } from "./view.js";

/**
 * The arrows of a picture that was placed a moment ago, carried along to another window of it. Finding ways takes longer
 * than a frame of a movement may: while the window moves arrows keep their shape and go with their marks, and ways are
 * found anew when it rests. Words go along where nothing is stretched, since only then do they keep clear of all else.
 */
export function carriedLinks(from: Layout, axis: TimeAxis, lanes: readonly LaneLayout[]): LinkRoute[] {
  // Without arrows nobody need know where everything stands.
  if (from.links.length === 0) return [];
  const there = new Set<number>();
  for (const { items } of lanes) for (const item of items) there.add(item.event);
  const to = (x: number): number => xOf(axis, unitsAt(from.axis, x));
  const length = ({ from: a, to: b }: TimeAxis): number => b - a;
  const stretched = Math.abs(length(axis) / length(from.axis) - 1) > 1e-6;
  const by = to(0);
  const carried: LinkRoute[] = [];
  for (const route of from.links) {
    if (!there.has(route.from) || !there.has(route.to)) continue;
    const points = route.points.map(([x, y]) => [to(x), y] as const);
    if (points.some(([x]) => x < axis.x0 || x > axis.x1)) continue;
    const { label } = route;
    const box = label?.box;
    const moved =
      label === null || stretched || box!.x0 + by < axis.x0 || box!.x1 + by > axis.x1
        ? null
        : { ...label, x: label.x + by, box: { ...label.box, x0: box!.x0 + by, x1: box!.x1 + by } };
    carried.push({ ...route, points, label: moved });
  }
  return carried;
}
