import type { Problem } from "../model/problem.js";
import type { TimeSpan } from "../model/span.js";
import type { Folded } from "./folded.js";
import type { TimeScale } from "./options.js";
import type { Relative } from "./relative.js";
import type { Sequence } from "./sequence.js";
import type { Scale } from "./view.js";

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * How times stand on the axis, whose units are linear: marks, ranks, views and gestures are in units, words in moments.
 * Made once for the whole story: what is filtered, or known later, does not change it.
 */
export interface AxisScale {
  readonly kind: TimeScale;
  /** Of the whole axis; null where its units are ms: of the calendar, or from each lane's day 0. */
  readonly scale: Scale | null;
  /** A time of an event in a lane (its id), in units. */
  readonly spanIn: (span: TimeSpan, lane: string) => TimeSpan;
  /** The place, in units, in a lane that parts what comes before a moment from what comes after. */
  readonly edgeIn: (ms: number, lane: string) => number;
  /** The stretch to open with, in units; null for the dense part of the data. */
  readonly window: Stretch | null;
  readonly problems: readonly Problem[];
  readonly folded: Folded | null;
  readonly sequence: Sequence | null;
  readonly relative: Relative | null;
}

/** Units are ms of the calendar. */
export const CALENDAR: AxisScale = {
  kind: "time",
  scale: null,
  spanIn: (span) => span,
  edgeIn: (ms) => ms,
  window: null,
  problems: [],
  folded: null,
  sequence: null,
  relative: null,
};

/** A stretch of the calendar that is meant when a window of the axis is spoken of: of a folded axis its longest part without a break. */
export function calendarWindow(axis: AxisScale, { from, to }: Stretch): Stretch {
  const { folded, relative } = axis;
  if (relative !== null) {
    const zeros = [...relative.zero.values()];
    return { from: Math.min(...zeros, Infinity) + from, to: Math.max(...zeros, -Infinity) + to };
  }
  const window = momentsOf(axis, { from, to });
  if (folded === null) return window;
  const parts = folded.stretches
    .map((s) => ({ from: Math.max(s.from, window.from), to: Math.min(s.to, window.to), only: s.only }))
    .filter((s) => s.only === null && s.to > s.from);
  return parts.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a), parts[0] ?? window);
}

/** Moments as places on the axis; on a relative axis the places themselves. */
export const unitsOf = ({ scale }: AxisScale, ms: number): number => (scale === null ? ms : scale.toUnits(ms));

/** A window of moments on the axis; on a relative axis itself. */
export const unitsIn = (axis: AxisScale, { from, to }: Stretch): Stretch => ({
  from: unitsOf(axis, from),
  to: unitsOf(axis, to),
});

/** The moments between which a window of the axis lies; on a relative axis the window itself. */
export const momentsOf = (axis: AxisScale, { from, to }: Stretch): Stretch => ({
  from: momentOf(axis, from),
  to: momentOf(axis, to),
});

/** The moment of a place on the axis; on a relative axis the place itself. */
export const momentOf = ({ scale }: AxisScale, units: number): number => (scale === null ? units : scale.toTime(units));
