import { soundPeriods, soundTracks } from "./document-shape.js";
import { inPeriodOrder, resolvePeriods } from "./periods.js";
import type { ResolveOptions } from "./resolve.js";
import type { Timeline } from "./resolved.js";
import { resolveSeries } from "./series.js";
import type { TimelineData } from "./types.js";
import { knownTracks } from "./versions.js";

/** The document's number tracks and then those of the options. */
export function seriesOf(
  { tracks, zone }: TimelineData,
  options: ResolveOptions,
  context: Parameters<typeof resolveSeries>[2],
): Timeline["series"] {
  const own = tracks === undefined ? [] : resolveSeries(tracks, "tracks", context);
  if (options.tracks === undefined) return own;
  const checked = soundTracks(options.tracks, "options.tracks", context.problems);
  const known = options.asKnownAt === undefined ? checked : knownTracks(checked, options.asKnownAt, zone);
  return [...own, ...resolveSeries(known, "options.tracks", context)];
}

/** The document's named periods together with those of the options. */
export function periodsOf(
  { periods = [] }: TimelineData,
  options: ResolveOptions,
  context: Parameters<typeof resolvePeriods>[2],
): Timeline["periods"] {
  const more = options.periods === undefined ? [] : soundPeriods(options.periods, "options.periods", context.problems);
  if (periods.length + more.length === 0) return [];
  return inPeriodOrder([
    ...resolvePeriods(periods, "periods", context),
    ...resolvePeriods(more, "options.periods", context),
  ]);
}
