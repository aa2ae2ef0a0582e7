import type { Arrangement } from "./arrange.js";
import { frameOf } from "./ranked-frame.js";
import { verticalFrame } from "./vertical/frame.js";
import { isVertical } from "./vertical/orientation.js";

/**
 * Ranks some more of the labels of a zoomable picture that show only nearer, about a millisecond's work. The first step of
 * a zoom ranks all that are left; the picture is the same either way.
 *
 * @returns whether there are more
 */
export const rankAhead = (arrangement: Arrangement, width: number): boolean =>
  isVertical(arrangement, width)
    ? verticalFrame(arrangement, width).columns.some((column) => column.rankSome())
    : frameOf(arrangement, width).ranked.rankSome();
