import { fontBox } from "./link-obstacles.js";
import type { Font, TextMeasurer } from "./text.js";
import { grown, run, type Point, type Rect } from "./rect.js";
import type { Typography } from "./typography.js";
import { wrapText } from "./wrap.js";

/** Words beside an arrow. */
export interface LinkLabel {
  /** Where the lines start, or end. */
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly font: Font;
  /** The room of the words with the whole height of their font. */
  readonly box: Rect;
}

/** A text as it can be set: on one line, on two, or on more where it is to be narrow. */
interface Setting {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Longer words beside an arrow are no words beside an arrow. */
const WIDEST = 15;

/** The ways to set the words of a link, the one on one line first; none for words that are too long. */
export function settingsOf(
  text: string,
  { detail: font, leading, em }: Typography,
  measure: TextMeasurer,
  most: number,
): Setting[] {
  const { up, down } = fontBox(leading);
  const settings: Setting[] = [];
  const width = measure(text, font);
  for (let lines = 1; lines <= most; lines++) {
    // Not all words are of one length.
    const maxWidth = lines === 1 ? WIDEST * em : Math.max(width * (1 / lines + 0.12), 4 * em);
    const set = wrapText(text, { maxWidth, maxLines: lines === 1 ? 2 : lines, font, measure });
    if (set.truncated || settings.some((s) => s.lines.length === set.lines.length)) continue;
    const lh = font.size * leading;
    settings.push({
      lines: set.lines,
      // Browsers set other faces than those that were measured.
      width: set.width * 1.04,
      height: (up + down) * font.size + lh * (set.lines.length - 1),
    });
  }
  return settings;
}

/**
 * Sets words beside a run of an arrow, as near to its middle as there is room: over or under a run along the axis, at either
 * side of one across it. Null where there is none.
 *
 * @param taken what the words may not touch
 * @param bounds where they must stay
 */
export function labelBeside(
  points: readonly Point[],
  settings: readonly Setting[],
  taken: readonly Rect[],
  bounds: Rect,
  { detail: font, leading, em }: Typography,
): LinkLabel | null {
  const runs = points.slice(1).map((p, i) => run(points[i]!, p));
  const [x, y] = points.at(-1)!;
  // The head of the arrow is wider than its line.
  const lines = [...runs.map((r) => grown(r, 0.12 * em)), grown({ x0: x, x1: x, y0: y, y1: y }, 0.3 * em)];
  let best: { readonly x: number; readonly y: number; readonly anchor: "start" | "end"; readonly set: Setting } | null =
    null;
  let least = Infinity;
  for (const set of settings) {
    if (best !== null) break;
    for (const r of runs) {
      const along = r.x1 - r.x0 > r.y1 - r.y0;
      const length = Math.max(r.x1 - r.x0, r.y1 - r.y0);
      if (length < (along ? 0.6 * set.width : 0.8 * set.height)) continue;
      for (const side of [-1, 1] as const) {
        const box: Rect = along
          ? {
              x0: 0,
              x1: set.width,
              y0: side < 0 ? r.y0 - 0.2 * em - set.height : r.y1 + 0.2 * em,
              y1: side < 0 ? r.y0 - 0.2 * em : r.y1 + 0.2 * em + set.height,
            }
          : {
              x0: side > 0 ? r.x1 + 0.4 * em : r.x0 - 0.4 * em - set.width,
              x1: side > 0 ? r.x1 + 0.4 * em + set.width : r.x0 - 0.4 * em,
              y0: 0,
              y1: set.height,
            };
        const [a, b, size] = along ? [r.x0, r.x1, set.width] : [r.y0, r.y1, set.height];
        // Its middle stays beside the run.
        const wish = (a + b - size) / 2;
        const slack = Math.max(0, (b - a) / 2 - Math.min(size, b - a) / 4);
        const range: [number, number] = [wish - slack, wish + slack];
        const at = nearestFree(wish, range, box, along, [...taken, ...lines], bounds);
        if (at === null) continue;
        // Where there is a choice: over a run along the axis, after one across it, and on the longest run.
        const cost = Math.abs(at - wish) - 0.3 * Math.min(length, 12 * em) + (side === (along ? -1 : 1) ? 0 : 0.4 * em);
        if (cost >= least) continue;
        least = cost;
        const x0 = along ? at : box.x0;
        best = {
          x: !along && side < 0 ? x0 + set.width : x0,
          y: along ? box.y0 : at,
          anchor: !along && side < 0 ? "end" : "start",
          set,
        };
      }
    }
  }
  if (best === null) return null;
  const { anchor, set } = best;
  const { up } = fontBox(leading);
  const x0 = anchor === "start" ? best.x : best.x - set.width;
  return {
    x: best.x,
    anchor,
    font,
    lines: set.lines.map((text, i) => ({ text, y: best.y + (up + leading * i) * font.size })),
    box: { x0, x1: x0 + set.width, y0: best.y, y1: best.y + set.height },
  };
}

/**
 * The place nearest to a wish, in a range, at which a box that slides along x or y meets nothing; null where there is none.
 * Where it is not at the wish or the end of the range, it touches something.
 */
export function nearestFree(
  wish: number,
  [from, to]: readonly [number, number],
  box: Rect,
  along: boolean,
  taken: readonly Rect[],
  bounds: Rect,
): number | null {
  const size = along ? box.x1 - box.x0 : box.y1 - box.y0;
  const [lo, hi] = along
    ? [Math.max(from, bounds.x0), Math.min(to, bounds.x1 - size)]
    : [Math.max(from, bounds.y0), Math.min(to, bounds.y1 - size)];
  if (along ? box.y0 < bounds.y0 || box.y1 > bounds.y1 : box.x0 < bounds.x0 || box.x1 > bounds.x1) return null;
  const blocked: (readonly [number, number])[] = [];
  for (const t of taken)
    if (along ? t.y0 < box.y1 && t.y1 > box.y0 : t.x0 < box.x1 && t.x1 > box.x0)
      blocked.push(along ? [t.x0 - size, t.x1] : [t.y0 - size, t.y1]);
  const isFree = (at: number): boolean => at >= lo && at <= hi && !blocked.some(([a, b]) => at > a && at < b);
  let best: number | null = null;
  for (const at of [wish, lo, hi, ...blocked.flat()])
    if (isFree(at) && (best === null || Math.abs(at - wish) < Math.abs(best - wish))) best = at;
  return best;
}
