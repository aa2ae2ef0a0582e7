import type { TimeAxis } from "./view.js";

type Point = readonly [x: number, y: number];

/** A line through figures that follow each other. */
export interface Run {
  /** Whether both ends are numbers; a bound alone is drawn dashed. */
  readonly sure: boolean;
  readonly points: Point[];
}

/** An area between bounds: its lower and its upper edge, both left to right. */
export interface Band {
  readonly low: Point[];
  readonly high: Point[];
}

const same = (a: Point | undefined, b: Point): boolean => a !== undefined && a[0] === b[0] && a[1] === b[1];

/** Adds the part of a line that lies in the window, to the run before where that ends at its beginning. */
export function clippedLine(runs: Run[], sure: boolean, from: Point, to: Point, { x0, x1 }: TimeAxis): void {
  if (to[0] < x0 || from[0] > x1 || same(from, to)) return;
  const a = from[0] < x0 ? cut(from, to, x0) : from;
  const b = to[0] > x1 ? cut(from, to, x1) : to;
  const last = runs.at(-1);
  if (last !== undefined && last.sure === sure && same(last.points.at(-1), a)) last.points.push(b);
  else runs.push({ sure, points: [a, b] });
}

/** Adds the part of an area that lies in the window, to the band before where that ends at its beginning. */
export function clippedBand(
  bands: Band[],
  [xa, lowA, highA]: readonly [x: number, low: number, high: number],
  [xb, lowB, highB]: readonly [x: number, low: number, high: number],
  { x0, x1 }: TimeAxis,
): void {
  if (xb < x0 || xa > x1 || xa === xb) return;
  const edge = (ya: number, yb: number): readonly [Point, Point] => [
    xa < x0 ? cut([xa, ya], [xb, yb], x0) : [xa, ya],
    xb > x1 ? cut([xa, ya], [xb, yb], x1) : [xb, yb],
  ];
  const low = edge(lowA, lowB);
  const high = edge(highA, highB);
  const last = bands.at(-1);
  if (last !== undefined && same(last.low.at(-1), low[0]) && same(last.high.at(-1), high[0])) {
    last.low.push(low[1]);
    last.high.push(high[1]);
  } else bands.push({ low: [...low], high: [...high] });
}

/** The point of a line at an x between its ends. */
const cut = ([xa, ya]: Point, [xb, yb]: Point, x: number): Point => [x, ya + ((x - xa) / (xb - xa)) * (yb - ya)];
