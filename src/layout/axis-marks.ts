import type { Arrangement } from "./arrange.js";
import { breaksOf } from "./breaks.js";
import type { LaneLayout, Layout, LegendMark } from "./layout.js";
import { cutoffOf } from "./room.js";
import { xOf, type TimeAxis } from "./view.js";

/** What the time scale adds to a picture: tears, and day 0. */
export function axisMarks({ scale, measure, type }: Arrangement, axis: TimeAxis): Pick<Layout, "breaks" | "zero"> {
  return {
    breaks: scale.folded === null ? NONE : breaksOf(scale.folded, axis, { measure, font: type.minor }),
    zero: scale.relative !== null && axis.from <= 0 && axis.to >= 0 ? xOf(axis, 0) : null,
  };
}

const NONE: readonly never[] = [];

/** The moment of publication of a lane that counts from a day of its own. */
export const ownCutoff = (arrangement: Arrangement, axis: TimeAxis, lane: string): Pick<LaneLayout, "cutoff"> =>
  arrangement.scale.relative === null ? EMPTY : { cutoff: cutoffOf(arrangement, axis, lane) };

const EMPTY = {};

/** An axis that lies says what it counts on its wide line. */
export const NO_WORDS: Layout["axisWords"] = { lines: [], height: 0 };

/** What the legend says of the axis. */
export function axisLegend({ scale }: Arrangement): LegendMark[] {
  if (scale.folded !== null) return ["break"];
  return scale.sequence !== null ? ["order"] : [];
}
