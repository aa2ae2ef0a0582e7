import { elbowGrid, type Grid } from "./elbow-grid.js";
import { freeAbout, grown, meet, run, runsOf, type Point, type Rect } from "./rect.js";

/** Where an arrow may touch a mark: a point of its outline, and the direction that leads away from it. */
export interface Port {
  readonly x: number;
  readonly y: number;
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0 | 1;
  /** How far the arrow keeps that direction. */
  readonly stub: number;
  /** What it costs to use this port instead of the best one. */
  readonly cost: number;
}

/** Where routes may run. */
export interface RouteSpace {
  readonly bounds: Rect;
  /** What no route enters; it may touch. */
  readonly blocks: readonly Rect[];
  /** Routes that are there already: crossed at a price, never followed. */
  readonly routes: readonly (readonly Point[])[];
  /** Price of a bend and of a crossing, in units of length. */
  readonly bend: number;
  readonly crossing: number;
  /** Distance to keep from a route that runs alongside. */
  readonly apart: number;
  /** Where the grid has more places there is too much in the way to look for one. Default: any number. */
  readonly most?: number;
}

export interface Elbow {
  readonly points: readonly Point[];
  readonly bends: number;
  readonly cost: number;
}

/** An arrow with more bends is a maze. */
export const MOST_BENDS = 4;

/** Directions by number: right, down, left, up. Those across a direction are its neighbours. */
const DX = [1, 0, -1, 0] as const;
const DY = [0, 1, 0, -1] as const;

/**
 * Of all ways from one of some ports to one of some others that run along or across, the cheapest straight one, the
 * cheapest with one bend, and so on, as far as there are such ways.
 *
 * Ways need only run along the outlines of what they avoid, so the lines through these make a grid that holds a cheapest
 * way. Costs go over it in layers, one for each number of bends; a layer is four sweeps, each in its direction, so that
 * every edge is looked at once a layer and nothing is sorted. Who needs no more bends does not ask for the next layer.
 */
export function* elbows(from: readonly Port[], to: readonly Port[], space: RouteSpace): Generator<Elbow, void> {
  const starts = from.filter((p) => isOpen(p, space));
  const ends = to.filter((p) => isOpen(p, space));
  if (starts.length === 0 || ends.length === 0) return;
  const grid = elbowGrid([...starts, ...ends].map(tipOf), space);
  if (grid.xs.length * grid.ys.length > (space.most ?? Infinity)) return;
  const layers: Layer[] = [];
  for (let bends = 0; bends <= MOST_BENDS; bends++) {
    const layer = layerAfter(layers.at(-1) ?? null, starts, grid, space.bend);
    if (layer === null) return;
    layers.push(layer);
    const best = endOf(layer, ends, grid);
    if (best !== null) yield { points: traced(layers, best, starts, grid), bends, cost: best.cost };
  }
}

const tipOf = ({ x, y, dx, dy, stub }: Port): Point => [x + dx * stub, y + dy * stub];

function isOpen(port: Port, { blocks, bounds, routes, apart }: RouteSpace): boolean {
  const stub = run([port.x, port.y], tipOf(port));
  const inside = stub.x0 >= bounds.x0 && stub.x1 <= bounds.x1 && stub.y0 >= bounds.y0 && stub.y1 <= bounds.y1;
  if (!inside || blocks.some((b) => meet(stub, b))) return false;
  // Two arrows that leave one mark at one place would be taken for one.
  return !routes.some((r) => r.some((p, i) => i > 0 && meet(stub, grown(run(r[i - 1]!, p), apart))));
}

const directionOf = (dx: number, dy: number): number => (dx > 0 ? 0 : dy > 0 ? 1 : dx < 0 ? 2 : 3);
const outward = ({ dx, dy }: Port): number => directionOf(dx, dy);
const inward = ({ dx, dy }: Port): number => directionOf(-dx, -dy);

/** Least costs after a number of bends, by direction and place in the grid. */
interface Layer {
  /** Of those who have gone on from where they last turned, or began. */
  readonly gone: readonly Float64Array[];
  /** Of those who turn here into the direction: they must go on before they turn again. */
  readonly turned: readonly Float64Array[];
}

function layerAfter(before: Layer | null, starts: readonly Port[], grid: Grid, bend: number): Layer | null {
  const size = grid.xs.length * grid.ys.length;
  const none = (): Float64Array[] => DX.map(() => new Float64Array(size).fill(Infinity));
  const [gone, turned] = [none(), none()];
  if (before === null)
    for (const port of starts) {
      const costs = gone[outward(port)]!;
      const at = grid.placeOf(tipOf(port));
      costs[at] = Math.min(costs[at]!, port.cost + port.stub);
    }
  else
    for (let d = 0; d < 4; d++) {
      const [a, b] = [before.gone[(d + 3) % 4]!, before.gone[(d + 1) % 4]!];
      const to = turned[d]!;
      for (let k = 0; k < size; k++) {
        const least = a[k]! < b[k]! ? a[k]! : b[k]!;
        if (least < Infinity) to[k] = least + bend;
      }
    }
  let reached = before === null;
  for (let d = 0; d < 4; d++) reached = sweep(gone[d]!, turned[d]!, d, grid) || reached;
  return reached ? { gone, turned } : null;
}

/** Goes on straight from every place of a direction. Whether that leads anywhere. */
function sweep(gone: Float64Array, turned: Float64Array, d: number, { xs, ys, along, across }: Grid): boolean {
  const [nx, ny] = [xs.length, ys.length];
  const horizontal = DX[d] !== 0;
  const forward = DX[d]! + DY[d]! > 0;
  const step = horizontal ? 1 : nx;
  // An edge belongs to the place at its left, or above it.
  const edges = horizontal ? along : across;
  let reached = false;
  const [lines, length] = horizontal ? [ny, nx] : [nx, ny];
  for (let line = 0; line < lines; line++) {
    const first = horizontal ? line * nx : line;
    for (let i = 1; i < length; i++) {
      const k = first + (forward ? i : length - 1 - i) * step;
      const p = forward ? k - step : k + step;
      const before = gone[p]! < turned[p]! ? gone[p]! : turned[p]!;
      // Most places are never reached.
      if (before === Infinity) continue;
      const c = before + edges[forward ? p : k]!;
      if (c >= gone[k]!) continue;
      gone[k] = c;
      reached = true;
    }
  }
  return reached;
}

interface End {
  readonly port: Port;
  readonly cost: number;
}

function endOf({ gone, turned }: Layer, ends: readonly Port[], grid: Grid): End | null {
  let best: End | null = null;
  for (const port of ends) {
    const d = inward(port);
    const at = grid.placeOf(tipOf(port));
    const cost = Math.min(gone[d]![at]!, turned[d]![at]!) + port.stub + port.cost;
    if (cost < (best?.cost ?? Infinity)) best = { port, cost };
  }
  return best;
}

/** The points of a way, followed back from its end: those where it bends. */
function traced(layers: readonly Layer[], { port }: End, starts: readonly Port[], grid: Grid): Point[] {
  const points: Point[] = [[port.x, port.y]];
  let d = inward(port);
  let at = grid.placeOf(tipOf(port));
  let n = layers.length - 1;
  while (n > 0) {
    const { gone, turned } = layers[n]!;
    if (turned[d]![at]! <= gone[d]![at]!) {
      points.push(grid.pointOf(at));
      const before = layers[--n]!.gone;
      const [a, b] = [(d + 3) % 4, (d + 1) % 4];
      d = before[a]![at]! <= before[b]![at]! ? a : b;
      if (n === 0) break;
    }
    // Also who turns here has gone on to here.
    at -= stepOf(d, grid);
  }
  for (; ; at -= stepOf(d, grid)) {
    const cost = layers[0]!.gone[d]![at]!;
    const start = starts.find((p) => outward(p) === d && p.cost + p.stub === cost && grid.placeOf(tipOf(p)) === at);
    if (start !== undefined) return [...points, [start.x, start.y] as const].reverse();
  }
}

const stepOf = (d: number, { xs }: Grid): number => DX[d]! + DY[d]! * xs.length;

/**
 * The same route with its inner runs in the middle of their room, or `room` away from what is beside them. Nothing that was
 * clear is touched, other routes stay as far apart as they were to, and no run becomes shorter than `least`.
 */
export function centred(
  points: readonly Point[],
  { blocks, bounds, routes, apart }: Pick<RouteSpace, "blocks" | "bounds" | "routes" | "apart">,
  room: number,
  least: number,
): Point[] {
  const others = routes.flatMap(runsOf);
  const out = points.map(([x, y]): [number, number] => [x, y]);
  for (let i = 1; i + 2 < out.length; i++) {
    const [before, a, b, after] = [out[i - 1]!, out[i]!, out[i + 1]!, out[i + 2]!];
    // Its own place is what the run may change: y of a horizontal one.
    const k = a[1] === b[1] ? 1 : 0;
    const along = k === 1 ? run([a[0], 0], [b[0], 0]) : run([0, a[1]], [0, b[1]]);
    // What crosses is crossed, but near the ends, where the runs before and after lie: they grow, or shrink, with it.
    const crosses = (o: Rect): boolean =>
      (o.y0 === o.y1) !== (k === 1) && [a, b].every((end) => Math.abs(end[1 - k]! - (k === 1 ? o.x0 : o.y0)) >= apart);
    const alongside = others.filter((o) => !crosses(o)).map((o) => grown(o, apart));
    const beside = [...blocks, ...alongside]
      .filter((o) => (k === 1 ? o.x0 < along.x1 && o.x1 > along.x0 : o.y0 < along.y1 && o.y1 > along.y0))
      .map((o): readonly [number, number] => (k === 1 ? [o.y0, o.y1] : [o.x0, o.x1]));
    let [from, to] = k === 1 ? [bounds.y0, bounds.y1] : [bounds.x0, bounds.x1];
    for (const end of [before[k], after[k]]) {
      if (end < a[k]) from = Math.max(from, end + Math.min(least, a[k] - end));
      else to = Math.min(to, end - Math.min(least, end - a[k]));
    }
    const free = freeAbout(a[k], beside, from, to);
    if (free === null) continue;
    const inset = Math.min(room, (free[1] - free[0]) / 2);
    const at = Math.min(free[1] - inset, Math.max(free[0] + inset, a[k]));
    a[k] = at;
    b[k] = at;
  }
  return out;
}
