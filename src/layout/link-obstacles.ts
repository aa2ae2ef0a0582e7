import type { Arrangement } from "./arrange.js";
import type { Flag, Item, LaneLayout } from "./layout.js";
import { grown, type Rect } from "./rect.js";
import type { Typography } from "./typography.js";

/** What arrows and their words keep away from. */
export interface Obstacles {
  /** No arrow runs through these. Of marks: those of `events`, in the same order. */
  readonly blocks: readonly Rect[];
  readonly marks: readonly { readonly event: number; readonly box: Rect }[];
  /** No word stands on these: the letters of labels with the whole height of their fonts, marks, rules. */
  readonly taken: readonly Rect[];
}

/** Height of letters over and under their baseline, in sizes: what one sees, and what the fonts take. */
export const INK = { up: 0.85, down: 0.25 };
export const fontBox = (direction: Typography["leading"]): { readonly up: number; readonly down: number } =>
  direction > 1.3 ? { up: 1.5, down: 0.85 } : { up: 1.2, down: 0.45 };

export function obstaclesOf(
  lanes: readonly LaneLayout[],
  { type, measure }: Arrangement,
  plot: { readonly x0: number; readonly x1: number; readonly uprights: readonly number[]; readonly named: boolean },
): Obstacles {
  const em = type.em;
  const full = fontBox(type.leading);
  const blocks: Rect[] = [];
  const taken: Rect[] = [];
  const marks: { event: number; box: Rect }[] = [];
  const text = (x0: number, x1: number, baselines: readonly number[], sizes: readonly number[]): void => {
    const [first, last] = [baselines[0]!, baselines.at(-1)!];
    const [a, b] = [sizes[0]!, sizes.at(-1)!];
    blocks.push({ x0, x1, y0: first - INK.up * a - 0.15 * em, y1: last + INK.down * b + 0.15 * em });
    taken.push({ x0: x0 - 0.3 * em, x1: x1 + 0.3 * em, y0: first - full.up * a, y1: last + full.down * b });
  };
  const solid = (box: Rect): void => void (blocks.push(box), taken.push(box));
  for (const lane of lanes) {
    for (const item of lane.items) {
      const box = markBox(item, em);
      marks.push({ event: item.event, box });
      // Browsers draw the ends of lines longer than they are.
      taken.push(grown(box, 0.4 * em));
      const { way, mark, y } = item;
      if (way !== null) {
        const left = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
        const sizes = way.lines.map((l) => l.font.size);
        text(
          Math.min(left, (way.glyphX ?? left) - 0.4 * em) - 0.25 * em,
          Math.max(left + way.textWidth, (way.glyphX ?? left) + 0.4 * em) + 0.25 * em,
          way.lines.map((l) => y + way.top + l.dy),
          sizes,
        );
        // Nothing goes between a label and its mark.
        if (way.side !== "above") {
          const [x0, x1] = way.side === "left" ? [left, mark.x0] : [mark.x1, left + way.textWidth];
          blocks.push({ x0, x1, y0: y - 0.5 * em, y1: y + 0.5 * em });
        } else blocks.push({ x0: left, x1: left + way.textWidth, y0: y + way.top, y1: y });
        if (way.leader !== undefined) solid(leaderBox(way.leader, y));
      } else if (item.number !== null) {
        const x = item.numberX;
        const width = 2 * em;
        const [x0, x1] = item.numberAnchor === "start" ? [mark.x1, x + width] : [x - width, mark.x0];
        solid({ x0, x1, y0: y - 0.55 * em, y1: y + 0.55 * em });
      }
    }
    for (const flag of lane.flags) {
      const { x0, x1, baselines, sizes } = flagText(flag, em);
      text(x0, x1, baselines, sizes);
    }
    if (lane.density !== null) for (const box of columnBoxes(lane.density, em)) solid(box);
    if (plot.named)
      for (const line of lane.name.lines)
        text(line.x, line.x + measure(line.text, line.font) + 0.4 * em, [line.y], [line.font.size]);
    // A rule between lanes would strike the words through.
    for (const y of [lane.y0, lane.y1]) taken.push({ x0: plot.x0, x1: plot.x1, y0: y - 1, y1: y + 1 });
  }
  for (const x of plot.uprights) taken.push({ x0: x - 2, x1: x + 2, y0: -Infinity, y1: Infinity });
  return { blocks, marks, taken };
}

/** All that is drawn of a mark. */
export const markBox = ({ mark, y }: Item, em: number): Rect => ({
  x0: mark.x0,
  x1: mark.x1,
  y0: y - 0.5 * em,
  y1: y + 0.5 * em,
});

function leaderBox([x1, y1, x2, y2]: readonly [number, number, number, number], y: number): Rect {
  return {
    x0: Math.min(x1, x2) - 1,
    x1: Math.max(x1, x2) + 1,
    y0: y + Math.min(y1, y2) - 1,
    y1: y + Math.max(y1, y2) + 1,
  };
}

function flagText({ x, textX, anchor, width, y, lines }: Flag, em: number) {
  const far = anchor === "start" ? textX + width : textX - width;
  return {
    x0: Math.min(x, textX, far) - 0.25 * em,
    x1: Math.max(x, textX, far) + 0.25 * em,
    baselines: lines.length === 0 ? [y] : lines.map((l) => y + l.dy),
    sizes: lines.length === 0 ? [em] : lines.map((l) => l.font.size),
  };
}

/** Columns that stand side by side are one obstacle; with the number of the fullest they are higher. */
export function columnBoxes(density: NonNullable<LaneLayout["density"]>, em: number): Rect[] {
  const { bins, y1, peak } = density;
  const y0 = density.y0 - (peak === undefined ? 0 : em);
  const boxes: { x0: number; x1: number; y0: number; y1: number }[] = [];
  for (const bin of bins) {
    if (bin.count === 0) continue;
    const last = boxes.at(-1);
    if (last !== undefined && bin.x0 - last.x1 < 1.5) last.x1 = bin.x1;
    else boxes.push({ x0: bin.x0, x1: bin.x1, y0, y1 });
  }
  return boxes;
}
