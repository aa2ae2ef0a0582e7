import type { LayoutHints } from "../model/types.js";
import type { BlockOptions, Way } from "./block.js";
import { inkOf, leaderTo } from "./leader.js";
import type { MarkGeometry } from "./mark.js";
import { lineHeight, type Typography } from "./typography.js";

type NudgeOptions = Pick<BlockOptions, "axis" | "markHeight" | "type">;

/** The editor's nudge: the label moves, the mark stays, a leader joins them where they part. */
export function nudged(way: Way, mark: MarkGeometry, { x: wish = 0, y: dy = 0 }: Nudge, options: NudgeOptions): Way {
  const { axis, markHeight, type } = options;
  const half = markHeight / 2;
  const textLeft = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
  const textRight = textLeft + way.textWidth;
  // The category's shape is part of the label.
  const shape =
    way.glyphX === undefined ? [textLeft, textRight] : [way.glyphX - 0.5 * type.em, way.glyphX + 0.5 * type.em];
  const left = Math.min(textLeft, shape[0]!);
  const right = Math.max(textRight, shape[1]!);
  const dx = Math.max(Math.min(wish, axis.x1 - right), axis.x0 - left);
  const top = way.top + dy;
  const ink = inkOf(way.lines);
  const box = { x0: left + dx, x1: right + dx, top: top + ink.top, bottom: top + ink.bottom };
  const leader = leaderTo(mark, box, half, type.em);
  return {
    ...way,
    textX: way.textX + dx,
    top,
    x0: Math.min(mark.x0, box.x0),
    x1: Math.max(mark.x1, box.x1),
    up: Math.max(half, -top),
    down: Math.max(half, top + heightOf(way, type)),
    ...(way.glyphX === undefined ? {} : { glyphX: way.glyphX + dx }),
    ...(leader === undefined ? {} : { leader }),
  };
}

type Nudge = NonNullable<LayoutHints["nudge"]>;

/** Height of the lines of a label. */
export const heightOf = ({ lines }: Pick<Way, "lines">, type: Typography): number => {
  const { dy, font } = lines.at(-1)!;
  return dy + 0.22 * lineHeight(font, type);
};
