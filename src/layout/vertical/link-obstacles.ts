import type { Arrangement } from "../arrange.js";
import type { Item, LaneLayout } from "../layout.js";
import { columnBoxes, fontBox, INK } from "../link-obstacles.js";
import type { PeriodLayout } from "../periods.js";
import { grown, runsOf, type Rect } from "../rect.js";

/** A label, with each of its lines as far as its letters go. */
export interface LabelBox {
  readonly item: Item;
  readonly box: Rect;
  readonly lines: readonly Rect[];
}

/** What the arrows of a vertical picture and their words keep away from, in the picture's own places. */
export interface VerticalObstacles {
  readonly labels: readonly LabelBox[];
  /** No arrow runs through these: marks, lines to labels, counts, names of periods. */
  readonly blocks: readonly Rect[];
  /** No word stands on these. */
  readonly taken: readonly Rect[];
}

export function verticalObstacles(
  lanes: readonly LaneLayout[],
  periods: readonly PeriodLayout[],
  axis: { readonly x0: number; readonly x1: number },
  { type, measure, direction }: Arrangement,
): VerticalObstacles {
  const em = type.em;
  // Browsers set other faces than those that were measured, of Arabic letters the more so.
  const wider = direction === "rtl" ? 1.12 : 1.03;
  // Letters may be Arabic where the picture's own words are not.
  const full = fontBox(direction === "rtl" ? Math.max(1.5, type.leading) : type.leading);
  const labels: LabelBox[] = [];
  const blocks: Rect[] = [];
  const taken: Rect[] = [];
  const follow = (points: readonly (readonly [number, number])[]): void => {
    for (const run of runsOf(points)) blocks.push(grown(run, 0.15 * em));
  };
  for (const { items, density, marks } of lanes) {
    // What is drawn behind the marks (nights, what is not yet known) would make words hard to read.
    if (marks !== undefined) taken.push({ ...marks, y0: axis.x0, y1: axis.x1 });
    if (density !== null)
      for (const { x0, x1, y0, y1 } of columnBoxes(density, em)) blocks.push({ x0: y0, x1: y1, y0: x0, y1: x1 });
    for (const item of items) {
      const { mark, y: x, way } = item;
      blocks.push({ x0: x - 0.4 * em, x1: x + 0.4 * em, y0: mark.x0 - 0.15 * em, y1: mark.x1 + 0.15 * em });
      if (way === null) continue;
      const lines = way.lines.map(({ text, raised, font, dy }): Rect => {
        const base = way.top + dy;
        const letters =
          raised === undefined ? 0 : measure(raised, { ...font, size: 0.7 * font.size }) + 0.1 * font.size;
        const x1 = way.textX + (measure(text, font) + letters) * wider;
        taken.push({
          x0: way.x0 - 0.3 * em,
          x1: x1 + 0.5 * em,
          y0: base - full.up * font.size,
          y1: base + full.down * font.size,
        });
        return {
          x0: way.x0 - 0.25 * em,
          x1: x1 + 0.25 * em,
          y0: base - INK.up * font.size,
          y1: base + INK.down * font.size,
        };
      });
      const [first, last] = [lines[0]!, lines.at(-1)!];
      labels.push({
        item,
        lines,
        box: { x0: first.x0, x1: Math.max(...lines.map((l) => l.x1)) + 0.25 * em, y0: first.y0, y1: last.y1 },
      });
      if (way.elbow !== undefined) follow(way.elbow);
    }
  }
  for (const { beside } of periods) {
    if (beside === undefined) continue;
    follow(beside.elbow);
    for (const { text, x, y, font } of beside.lines) {
      const box = { x0: x, x1: x + measure(text, font) + 0.4 * em };
      blocks.push({ ...box, y0: y - INK.up * font.size, y1: y + INK.down * font.size });
      taken.push({ ...box, y0: y - full.up * font.size, y1: y + full.down * font.size });
    }
  }
  return { labels, blocks, taken: [...taken, ...blocks] };
}
