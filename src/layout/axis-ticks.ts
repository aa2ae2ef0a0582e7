import { toLocal } from "../model/zone.js";
import type { Arrangement } from "./arrange.js";
import { foldedTicks } from "./ticks-folded.js";
import { relativeTicks } from "./ticks-relative.js";
import { sequenceTicks } from "./ticks-sequence.js";
import { ticks, type TickOptions, type TickSet } from "./ticks.js";
import type { TimeAxis } from "./view.js";

/** The dates (days from day 0, steps) of an axis in a window. */
export function axisTicks(
  { timeline, locale, measure, type, scale, options: { relativeTo, from, to } }: Arrangement,
  axis: TimeAxis,
): TickSet {
  const options: TickOptions = {
    from: axis.from,
    to: axis.to,
    width: axis.x1 - axis.x0,
    zone: timeline.zone,
    locale,
    measure,
    font: type.minor,
    majorFont: type.major,
    yearSaid: timeline.asOf === null ? undefined : toLocal(timeline.asOf, timeline.zone).year,
  };
  // Where nothing is shown and no window asked for, any date would be one of nobody's.
  if (
    timeline.events.length + timeline.series.length + timeline.periods.length === 0 &&
    from === undefined &&
    to === undefined
  )
    return { major: [], minor: [] };
  if (scale.folded !== null) return foldedTicks(scale.folded, axis, options);
  if (scale.sequence !== null) return sequenceTicks(scale.sequence, axis, options);
  if (scale.relative !== null) return relativeTicks(axis, options, relativeTo ?? "first", timeline);
  return ticks(options);
}
