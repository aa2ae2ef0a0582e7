import type { Problem } from "../model/problem.js";
import type { TimeSpan } from "../model/span.js";
import type { Folded } from "./folded.js";
import type { TimeScale } from "./options.js";
import type { Relative } from "./relative.js";
import type { Sequence } from "./sequence.js";
import type { Scale } from "./view.js";

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
  readonly window: { readonly from: number; readonly to: number } | null;
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

/** Moments as places on the axis; on a relative axis the places themselves. */
export const unitsOf = ({ scale }: AxisScale, ms: number): number => (scale === null ? ms : scale.toUnits(ms));

/** The moment of a place on the axis; on a relative axis the place itself. */
export const momentOf = ({ scale }: AxisScale, units: number): number => (scale === null ? units : scale.toTime(units));
