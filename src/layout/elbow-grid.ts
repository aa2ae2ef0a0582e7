import type { RouteSpace } from "./elbow.js";
import { grown, run, type Point, type Rect } from "./rect.js";

/** The lines on which routes run, and what it costs to go from one of their crossings to the next. */
export interface Grid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Of each place the price of the way to its right; Infinity where it is blocked. */
  readonly along: Float64Array;
  /** Of each place the price of the way down. */
  readonly across: Float64Array;
  readonly placeOf: (point: Point) => number;
  readonly pointOf: (place: number) => Point;
}

/** The grid of all outlines inside of the bounds, and of the points where routes begin and end. */
export function elbowGrid(tips: readonly Point[], { bounds, blocks, routes, crossing, apart }: RouteSpace): Grid {
  const seen = blocks.filter((b) => b.x1 > bounds.x0 && b.x0 < bounds.x1 && b.y1 > bounds.y0 && b.y0 < bounds.y1);
  const runs = routes.flatMap((r) => r.slice(1).map((p, i) => runIn(r[i]!, p, apart)));
  const boxes = [bounds, ...seen, ...runs.map((r) => r.box)];
  // A way that begins in the wrong direction turns round as soon as it can.
  const about = (k: 0 | 1): number[] => tips.flatMap((p) => [p[k] - apart, p[k], p[k] + apart]);
  const xs = sorted([...boxes.flatMap((b) => [b.x0, b.x1]), ...about(0)], bounds.x0, bounds.x1);
  const ys = sorted([...boxes.flatMap((b) => [b.y0, b.y1]), ...about(1)], bounds.y0, bounds.y1);
  const [nx, ny] = [xs.length, ys.length];
  const along = new Float64Array(nx * ny).fill(Infinity);
  const across = new Float64Array(nx * ny).fill(Infinity);
  for (let j = 0; j < ny; j++) for (let i = 0; i + 1 < nx; i++) along[j * nx + i] = xs[i + 1]! - xs[i]!;
  for (let j = 0; j + 1 < ny; j++) for (let i = 0; i < nx; i++) across[j * nx + i] = ys[j + 1]! - ys[j]!;
  /** Every edge that runs through a box: those inside of it, not those on its outline. */
  const through = (b: Rect, right: (k: number) => void, down: (k: number) => void): void => {
    const [i0, i1] = [firstFrom(xs, b.x0), firstFrom(xs, b.x1)];
    const [j0, j1] = [firstFrom(ys, b.y0), firstFrom(ys, b.y1)];
    const cut = { i: b.x0 < xs[i0]! ? i0 : i0 + 1, j: b.y0 < ys[j0]! ? j0 : j0 + 1 };
    for (let j = cut.j; j < j1; j++) for (let i = i0; i < Math.min(i1, nx - 1); i++) right(j * nx + i);
    for (let j = j0; j < Math.min(j1, ny - 1); j++) for (let i = cut.i; i < i1; i++) down(j * nx + i);
  };
  for (const { box, horizontal } of runs) {
    const price = crossing / (2 * apart);
    through(
      box,
      (k) => void (along[k] = horizontal ? Infinity : along[k]! + price * (xs[(k % nx) + 1]! - xs[k % nx]!)),
      (k) => {
        const j = Math.floor(k / nx);
        across[k] = horizontal ? across[k]! + price * (ys[j + 1]! - ys[j]!) : Infinity;
      },
    );
  }
  for (const b of seen)
    through(
      b,
      (k) => void (along[k] = Infinity),
      (k) => void (across[k] = Infinity),
    );
  return {
    xs,
    ys,
    along,
    across,
    placeOf: ([x, y]) => firstFrom(ys, y) * nx + firstFrom(xs, x),
    pointOf: (k) => [xs[k % nx]!, ys[Math.floor(k / nx)]!],
  };
}

const runIn = (p: Point, q: Point, apart: number): { readonly box: Rect; readonly horizontal: boolean } => ({
  box: grown(run(p, q), apart),
  horizontal: p[1] === q[1],
});

/** In order, each once, inside of the bounds. */
function sorted(values: readonly number[], from: number, to: number): Float64Array {
  const all = Float64Array.from(values.filter((v) => v >= from && v <= to)).sort();
  let n = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[n - 1]) all[n++] = all[i]!;
  return all.slice(0, n);
}

/** Place of the first value that is not below another. */
function firstFrom(values: Float64Array, least: number): number {
  let [lo, hi] = [0, values.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (values[mid]! < least) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
