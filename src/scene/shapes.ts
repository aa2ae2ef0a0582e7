import type { CategoryShape } from "../model/types.js";
import type { PathCommand } from "./types.js";

type Point = readonly [number, number];

/** The end of every closed path: one for all. */
export const CLOSE: PathCommand = ["Z"];

/** A closed polygon. */
export const polygon = (points: readonly Point[]): PathCommand[] => scaled(points, 0, 0, 1);

/** A closed polygon, made larger and moved. */
function scaled(points: readonly Point[], x: number, y: number, r: number): PathCommand[] {
  const d: PathCommand[] = [];
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!;
    d.push([i === 0 ? "M" : "L", x + point[0] * r, y + point[1] * r]);
  }
  d.push(CLOSE);
  return d;
}

/** A circle as four Bézier arcs (the usual 0.5523 approximation, off by 0.03 %), so that every mark is a path. */
export function circle(x: number, y: number, r: number): PathCommand[] {
  const k = 0.5522847498 * r;
  return [
    ["M", x + r, y],
    ["C", x + r, y + k, x + k, y + r, x, y + r],
    ["C", x - k, y + r, x - r, y + k, x - r, y],
    ["C", x - r, y - k, x - k, y - r, x, y - r],
    ["C", x + k, y - r, x + r, y - k, x + r, y],
    CLOSE,
  ];
}

const regular = (n: number, turn: number): readonly Point[] =>
  Array.from({ length: n }, (_, i) => {
    const a = 2 * Math.PI * (i / n + turn);
    return [round(Math.sin(a)), round(-Math.cos(a))] as const;
  });
/** Sines are not specified to the last bit; rounded, they are the same everywhere. */
const round = (v: number): number => Math.round(v * 1e4) / 1e4;

/** Outlines on a circle of radius 1, made about equal in area. */
const OUTLINES: Readonly<Record<Exclude<CategoryShape, "circle">, readonly Point[]>> = {
  square: [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  triangle: [
    [0, -1.22],
    [1.2, 0.88],
    [-1.2, 0.88],
  ],
  "triangle-down": [
    [0, 1.22],
    [1.2, -0.88],
    [-1.2, -0.88],
  ],
  hexagon: regular(6, 1 / 12).map(([x, y]) => [x * 1.12, y * 1.12] as const),
  cross: [
    [-0.42, -1.15],
    [0.42, -1.15],
    [0.42, -0.42],
    [1.15, -0.42],
    [1.15, 0.42],
    [0.42, 0.42],
    [0.42, 1.15],
    [-0.42, 1.15],
    [-0.42, 0.42],
    [-1.15, 0.42],
    [-1.15, -0.42],
    [-0.42, -0.42],
  ],
  star: regular(10, 0).map(([x, y], i) =>
    i % 2 === 0 ? ([x * 1.4, y * 1.4] as const) : ([x * 0.62, y * 0.62] as const),
  ),
};

/** The outline of a category's shape, of about the area of a circle of radius r. */
export const shape = (kind: CategoryShape, x: number, y: number, r: number): PathCommand[] =>
  kind === "circle" ? circle(x, y, r) : scaled(OUTLINES[kind], x, y, r);
