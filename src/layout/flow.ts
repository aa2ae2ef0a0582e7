import type { TextBlock, TextLine } from "./layout.js";
import type { Font, TextMeasurer } from "./text.js";
import { lineHeight, type Typography } from "./typography.js";
import { wrapText } from "./wrap.js";

export interface FlowContext {
  readonly type: Typography;
  readonly measure: TextMeasurer;
}

/** A paragraph set from (x, y) down, y being its top. Words wider than it are divided. */
export function paragraph(
  text: string,
  font: Font,
  role: string,
  { x, y, width, maxLines = 6 }: { x: number; y: number; width: number; maxLines?: number },
  { type, measure }: FlowContext,
): TextBlock {
  if (text === "") return { lines: [], height: 0 };
  const lh = lineHeight(font, type);
  const set = wrapText(text, { maxWidth: width, maxLines, font, measure, divide: true });
  const lines: TextLine[] = set.lines.map((line, i) => ({ text: line, x, y: y + lh * (i + 0.8), font, role }));
  return { lines, height: lh * lines.length };
}

/** Blocks of known height dealt to columns in reading order, the columns as even as can be. */
export function columns(heights: readonly number[], count: number): number[][] {
  const total = heights.reduce((s, h) => s + h, 0);
  let lo = Math.max(total / count, ...heights, 0);
  const deal = (limit: number): number[][] => {
    const out: number[][] = [[]];
    let h = 0;
    heights.forEach((height, i) => {
      if (h + height > limit + 1e-6 && out.at(-1)!.length > 0) {
        out.push([]);
        h = 0;
      }
      out.at(-1)!.push(i);
      h += height;
    });
    return out;
  };
  let hi = total;
  if (deal(lo).length <= count) return deal(lo);
  for (let i = 0; i < 24; i++) {
    const mid = (lo + hi) / 2;
    if (deal(mid).length <= count) hi = mid;
    else lo = mid;
  }
  return deal(hi);
}

/**
 * Blocks, set at zero, in columns from (x0, y) on, each `step` from the one before; `put` is told where each goes.
 *
 * @returns the y under the longest column
 */
export function inColumns(
  blocks: readonly TextBlock[],
  space: number,
  { x0, y, step, count }: { readonly x0: number; readonly y: number; readonly step: number; readonly count: number },
  put: (i: number, x: number, y: number) => void,
): number {
  let bottom = y;
  const heights = blocks.map((b) => b.height + space);
  columns(heights, count).forEach((column, c) => {
    let top = y;
    for (const i of column) {
      put(i, x0 + c * step, top);
      top += heights[i]!;
    }
    bottom = Math.max(bottom, top);
  });
  return bottom;
}

export const moved = (lines: readonly TextLine[], x: number, y: number): TextLine[] =>
  lines.map((l) => ({ ...l, x, y: l.y + y }));
