import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centred, elbows, MOST_BENDS, type Port, type RouteSpace } from "../../src/layout/elbow.js";
import { grown, meet, run, type Point, type Rect } from "../../src/layout/rect.js";

const SIDE = 9;
const coordinate = fc.integer({ min: 0, max: SIDE });
const rect = fc
  .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .map(([x0, y0, w, h]): Rect => ({ x0, y0, x1: x0 + w, y1: y0 + h }));
const direction = fc.constantFrom<readonly [-1 | 0 | 1, -1 | 0 | 1]>([1, 0], [-1, 0], [0, 1], [0, -1]);
const port = fc
  .tuple(coordinate, coordinate, direction, fc.nat(2), fc.nat(3))
  .map(([x, y, [dx, dy], stub, cost]): Port => ({ x, y, dx, dy, stub, cost }));
const ports = fc.array(port, { minLength: 1, maxLength: 3 });
const long = ports.map((list) => list.map((p): Port => ({ ...p, stub: Math.max(1, p.stub) })));
const route = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .map(([x0, y0, x1, y1]): Point[] => [[x0, y0], ...(x0 === x1 || y0 === y1 ? [] : [[x1, y0] as Point]), [x1, y1]]);
const space = fc
  .record({
    blocks: fc.array(rect, { maxLength: 9 }),
    routes: fc.array(route, { maxLength: 2 }),
    bend: fc.integer({ min: 0, max: 5 }),
  })
  .map((s): RouteSpace => ({ ...s, bounds: { x0: 0, y0: 0, x1: SIDE, y1: SIDE }, crossing: 14, apart: 1 }));

/** The price of one step between neighbours of the lattice, from every block and every route anew. */
function stepPrice(p: Point, q: Point, { bounds, blocks, routes, crossing, apart }: RouteSpace): number {
  const step = run(p, q);
  if (step.x0 < bounds.x0 || step.y0 < bounds.y0 || step.x1 > bounds.x1 || step.y1 > bounds.y1) return Infinity;
  if (blocks.some((b) => meet(step, b))) return Infinity;
  let price = 1;
  for (const r of routes)
    for (let i = 1; i < r.length; i++) {
      if (!meet(step, grown(run(r[i - 1]!, r[i]!), apart))) continue;
      const alongside = (r[i - 1]![1] === r[i]![1]) === (p[1] === q[1]);
      price += alongside ? Infinity : crossing / (2 * apart);
    }
  return price;
}

const tip = ({ x, y, dx, dy, stub }: Port): Point => [x + dx * stub, y + dy * stub];

interface Cheapest {
  readonly cost: number;
  /** The places it steps on. */
  readonly steps: readonly Point[];
}

/** By number of bends the cheapest of all ways there are, each gone step by step. */
function naive(from: readonly Port[], to: readonly Port[], space: RouteSpace): (Cheapest | undefined)[] {
  const least = new Array<Cheapest | undefined>(MOST_BENDS + 1).fill(undefined);
  const open = (p: Port): boolean => {
    const { bounds, blocks, routes, apart } = space;
    const stub = run([p.x, p.y], tip(p));
    return (
      stub.x0 >= bounds.x0 &&
      stub.y0 >= bounds.y0 &&
      stub.x1 <= bounds.x1 &&
      stub.y1 <= bounds.y1 &&
      ![...blocks, ...routes.flatMap((r) => r.slice(1).map((q, i) => grown(run(r[i]!, q), apart)))].some((b) =>
        meet(stub, b),
      )
    );
  };
  // A way that is dearer than another to the same place, in the same direction, with as many bends, leads to nothing cheaper.
  const seen = new Map<string, number>();
  const go = (steps: readonly Point[], dx: number, dy: number, bends: number, moved: boolean, price: number): void => {
    const at = steps.at(-1)!;
    const key = `${at[0]} ${at[1]} ${dx} ${dy} ${bends} ${moved}`;
    if (price >= (seen.get(key) ?? Infinity)) return;
    seen.set(key, price);
    for (const end of to)
      if (open(end) && tip(end)[0] === at[0] && tip(end)[1] === at[1] && end.dx === -dx && end.dy === -dy) {
        const cost = price + end.stub + end.cost;
        if (cost < (least[bends]?.cost ?? Infinity)) least[bends] = { cost, steps };
      }
    const next: Point = [at[0] + dx, at[1] + dy];
    const step = stepPrice(at, next, space);
    if (step < Infinity) go([...steps, next], dx, dy, bends, true, price + step);
    if (!moved || bends === MOST_BENDS) return;
    go(steps, dy, dx, bends + 1, false, price + space.bend);
    go(steps, -dy, -dx, bends + 1, false, price + space.bend);
  };
  for (const p of from) if (open(p)) go([tip(p)], p.dx, p.dy, 0, true, p.stub + p.cost);
  return least;
}

const bendsOf = (points: readonly Point[]): number => points.length - 2;
const runs = (points: readonly Point[]): Rect[] => points.slice(1).map((p, i) => run(points[i]!, p));
const stepsOf = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).flatMap((q, i) => {
    const p = points[i]!;
    const n = Math.abs(q[0] - p[0]) + Math.abs(q[1] - p[1]);
    const at = (k: number): Point => [p[0] + ((q[0] - p[0]) * k) / n, p[1] + ((q[1] - p[1]) * k) / n];
    return Array.from({ length: n }, (_, k): [Point, Point] => [at(k), at(k + 1)]);
  });

describe("elbows", () => {
  // A loop, and a step aside that no one needs, are the cheaper the smaller they are: there is no cheapest, and how small
  // they get is a question of the lattice.
  const compare = (from: readonly Port[], to: readonly Port[], s: RouteSpace): { exact: number; ways: number } => {
    const ways = new Map([...elbows(from, to, s)].map((w) => [w.bends, w.cost]));
    const least = naive(from, to, s);
    let exact = 0;
    let fewer = Infinity;
    least.forEach((way, bends) => {
      const cost = ways.get(bends);
      if (way === undefined) return void expect(cost).toBeUndefined();
      const simple = new Set(way.steps.map(String)).size === way.steps.length;
      if (simple && way.cost < fewer) {
        expect(cost).toBe(way.cost);
        exact++;
      } else if (cost !== undefined) expect(cost).toBeGreaterThanOrEqual(way.cost);
      fewer = Math.min(fewer, way.cost);
    });
    return { exact, ways: ways.size };
  };

  it("finds the cheapest way with every number of bends that is worth it, as trying all of them does, or none where there is none", () => {
    let exact = 0;
    let none = 0;
    fc.assert(
      fc.property(ports, ports, space, (from, to, s) => {
        const seen = compare(from, to, s);
        exact += seen.exact;
        if (seen.ways === 0) none++;
      }),
      { numRuns: 100 },
    );
    expect(exact).toBeGreaterThan(20);
    expect(none).toBeGreaterThan(5);
  });

  it("goes on to what it runs along where a loop is all that leads to an end", () => {
    const at = (y: number): Port => ({ x: 0, y, dx: 1, dy: 0, stub: 0, cost: 0 });
    const route: Point[] = [
      [0, 0],
      [0, 7],
    ];
    const bounds = { x0: 0, y0: 0, x1: SIDE, y1: SIDE };
    const blocks = [{ x0: 0, y0: 8, x1: 3, y1: 9 }];
    const s: RouteSpace = { blocks, routes: [route], bend: 0, bounds, crossing: 14, apart: 1 };
    expect([...elbows([at(8), at(0)], [at(8)], s)].map((w) => [w.bends, w.cost])).toEqual([[4, 8]]);
    expect(compare([at(8), at(0)], [at(8)], s).exact).toBe(0);
  });

  it("gives ways that cost what it says, from port to port, along or across, never through what blocks", () => {
    fc.assert(
      fc.property(ports, ports, space, (from, to, s) => {
        for (const { points, bends, cost } of elbows(from, to, s)) {
          const [a, b] = [points[0]!, points.at(-1)!];
          const corners = points.filter((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
          for (const [p, q] of stepsOf(corners)) expect(p[0] === q[0] || p[1] === q[1]).toBe(true);
          for (const r of runs(points)) for (const block of s.blocks) expect(meet(r, block)).toBe(false);
          // What the steps cost, with the ports that fit best.
          const bare = stepsOf(corners).reduce((sum, [p, q]) => sum + stepPrice(p, q, s), 0);
          const portCosts = from
            .filter((p) => p.x === a[0] && p.y === a[1])
            .flatMap((p) => to.filter((q) => q.x === b[0] && q.y === b[1]).map((q) => p.cost + q.cost));
          expect(portCosts).toContain(cost - bare - bends * s.bend);
          expect(bendsOf(points)).toBe(bends);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("centred", () => {
  const clear = (points: readonly Point[], blocks: readonly Rect[]): boolean =>
    !runs(points).some((r) => blocks.some((b) => meet(r, b)));
  /** Whether a run lies nearer than it may to one of another route that has its direction. */
  const alongside = (points: readonly Point[], { routes, apart }: RouteSpace): boolean => {
    const upright = (r: Rect): boolean => r.y0 !== r.y1;
    // A rounding's breadth is none.
    const others = routes.flatMap(runs).map((r) => ({ r: grown(r, apart - 1e-9), upright: upright(r) }));
    return runs(points).some((r) => others.some((o) => o.upright === upright(r) && meet(r, o.r)));
  };
  it("moves runs to the middle of their room, and into nothing", () => {
    let moved = 0;
    fc.assert(
      fc.property(long, long, space, (from, to, s) => {
        for (const { points } of elbows(from, to, s)) {
          const out = centred(points, s, 0.7, 0.5);
          expect(clear(out, s.blocks)).toBe(true);
          expect(alongside(out, s)).toBe(false);
          expect([out[0], out.at(-1)]).toEqual([points[0], points.at(-1)]);
          out.slice(1).forEach((q, i) => {
            const p = out[i]!;
            expect(p[0] === q[0] || p[1] === q[1]).toBe(true);
            expect(Math.sign(q[0] - p[0])).toBe(Math.sign(points[i + 1]![0] - points[i]![0]));
            expect(Math.sign(q[1] - p[1])).toBe(Math.sign(points[i + 1]![1] - points[i]![1]));
          });
          if (JSON.stringify(out) !== JSON.stringify(points)) moved++;
        }
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(50);
  });
  it("stands halfway between two blocks that are near, and away from one", () => {
    const bounds = { x0: 0, y0: 0, x1: 100, y1: 100 };
    const points: Point[] = [
      [10, 0],
      [10, 20],
      [60, 20],
      [60, 80],
    ];
    const above = { x0: 20, y0: 10, x1: 40, y1: 20 };
    const ys = (blocks: Rect[]): number[] =>
      centred(points, { blocks, bounds, routes: [], apart: 0 }, 8, 1).map((p) => p[1]);
    expect(ys([above])).toEqual([0, 28, 28, 80]);
    expect(ys([above, { x0: 20, y0: 26, x1: 40, y1: 40 }])).toEqual([0, 23, 23, 80]);
  });
});
