export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Whether two boxes have room in common; those that only touch have none. A line is a box without height or width. */
export const meet = (a: Rect, b: Rect): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

export const grown = ({ x0, y0, x1, y1 }: Rect, by: number): Rect => ({
  x0: x0 - by,
  y0: y0 - by,
  x1: x1 + by,
  y1: y1 + by,
});

export type Point = readonly [x: number, y: number];

/** The run between two points of a route, as a box. */
export const run = ([ax, ay]: Point, [bx, by]: Point): Rect => ({
  x0: Math.min(ax, bx),
  y0: Math.min(ay, by),
  x1: Math.max(ax, bx),
  y1: Math.max(ay, by),
});

/** The runs of a route. */
export const runsOf = (points: readonly Point[]): Rect[] => points.slice(1).map((p, i) => run(points[i]!, p));

/** The free stretch about a place, between the nearest of some intervals that block; null where one of them holds it. */
export function freeAbout(
  at: number,
  blocks: readonly (readonly [from: number, to: number])[],
  from: number,
  to: number,
): readonly [from: number, to: number] | null {
  let [lo, hi] = [from, to];
  for (const [a, b] of blocks) {
    if (b <= at) lo = Math.max(lo, b);
    else if (a >= at) hi = Math.min(hi, a);
    else return null;
  }
  return [lo, hi];
}
