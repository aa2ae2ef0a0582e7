import type { Arrangement } from "./arrange.js";
import type { SeriesPoint } from "./series.js";
import type { SeriesBar } from "./series-bars.js";
import { figureText } from "./series-scale.js";
import type { SeriesFrame } from "./series-frame.js";
import type { Run } from "./series-lines.js";
import type { TextLine } from "./layout.js";
import type { TimeAxis } from "./view.js";

/** How much, written beside a figure. */
export interface FigureLabel {
  /** Index into the points of the series. */
  readonly index: number;
  readonly line: TextLine;
}

interface Drawn {
  readonly frame: SeriesFrame;
  readonly axis: TimeAxis;
  readonly points: readonly SeriesPoint[];
  readonly runs: readonly Run[];
  readonly bars: readonly SeriesBar[];
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Of more figures than this only the largest and the last are written. */
const MOST = 40;
/** Height of the arrow of an open bound, in em. */
export const ARROW = 1.1;

/**
 * Writes figures where they have room: the last and the largest first, clear of each other, of lines and of marks, inside
 * of the track.
 */
export function labelFigures(drawn: Drawn, arrangement: Arrangement): FigureLabel[] {
  const { frame, axis, runs, bars } = drawn;
  const { type, measure, locale } = arrangement;
  const em = type.em;
  const shown = drawn.points.filter((p) => p.known !== "gap" && p.x >= axis.x0 && p.x <= axis.x1);
  const boxes = new Map(shown.map((p) => [p, markBox(p, em)]));
  const taken: Box[] = [...boxes.values(), ...bars.map(barBox)];
  const segments = runs.flatMap(({ points }) => points.slice(1).map((b, i) => [points[i]!, b] as const));
  const labels: FigureLabel[] = [];
  for (const p of inOrder(shown)) {
    const text = figureText(frame.series.points[p.index]!, locale);
    const font = p.known === "exact" ? type.detail : { ...type.detail, weight: 700 };
    const size = { width: measure(text, font), height: font.size };
    const found = ways(boxes.get(p)!, p, size, em).find(
      (box) =>
        box.x0 >= axis.x0 + 1 &&
        box.x1 <= axis.x1 - 1 &&
        box.y0 >= frame.top + 0.2 * em &&
        box.y1 <= frame.value.y1 &&
        !taken.some((t) => meet(box, t)) &&
        !segments.some(([a, b]) => crosses(box, a, b)),
    );
    if (found === undefined) continue;
    taken.push(found);
    const y = found.y1 - 0.22 * font.size;
    labels.push({ index: p.index, line: { text, x: found.x0, y, font, role: "figure" } });
  }
  return labels.sort((a, b) => a.index - b.index);
}

/** The last, the largest, the first, and then from the end on. */
function inOrder(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (points.length === 0) return points;
  const largest = points.reduce((m, p) => (p.y < m.y ? p : m));
  const rest = points.length > MOST ? [] : [points[0]!, ...[...points].reverse()];
  return [...new Set([points.at(-1)!, largest, ...rest])];
}

/** What a figure's mark takes. */
function markBox({ x, y, low, high, known }: SeriesPoint, em: number): Box {
  const r = 0.3 * em;
  const up = known === "atLeast" ? ARROW * em : 0;
  const down = known === "atMost" ? ARROW * em : 0;
  return { x0: x - r, x1: x + r, y0: Math.min(y - r, high ?? y) - up, y1: Math.max(y + r, low ?? y) + down };
}

const barBox = ({ x0, x1, y, zero }: SeriesBar): Box => ({ x0, x1, y0: Math.min(y, zero), y1: Math.max(y, zero) });

/** Places beside a mark, the best first. */
function ways(
  mark: Box,
  { x }: SeriesPoint,
  { width, height }: { readonly width: number; readonly height: number },
  em: number,
): Box[] {
  const gap = 0.25 * em;
  const middle = (mark.y0 + mark.y1) / 2;
  const at = (x0: number, y0: number): Box => ({ x0, x1: x0 + width, y0, y1: y0 + height });
  const above = mark.y0 - gap - height;
  const below = mark.y1 + gap;
  return [
    at(x - width / 2, above),
    at(x - width, above),
    at(x, above),
    at(mark.x0 - gap - width, mark.y0 - 0.1 * em),
    at(mark.x1 + gap, mark.y0 - 0.1 * em),
    at(mark.x0 - gap - width, middle - height / 2),
    at(mark.x1 + gap, middle - height / 2),
    at(x - width / 2, below),
    at(x - width, below),
    at(x, below),
  ];
}

const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Whether a straight line goes through a box (Liang and Barsky's clipping). */
export function crosses(
  { x0, x1, y0, y1 }: Box,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): boolean {
  let t0 = 0;
  let t1 = 1;
  const [dx, dy] = [bx - ax, by - ay];
  for (const [p, q] of [
    [-dx, ax - x0],
    [dx, x1 - ax],
    [-dy, ay - y0],
    [dy, y1 - ay],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) t0 = Math.max(t0, q / p);
    else t1 = Math.min(t1, q / p);
  }
  return t0 <= t1;
}
