/** The library for browsers and bundlers. */
export { timeline, type Chart, type ChartChange, type ViewRange, type WantedView } from "./browser/timeline.js";
export type { EventsOf, TimelineEventDetails, TimelineEventMap } from "./browser/events.js";
export type { ChartOptions, Controls } from "./browser/options.js";
export type { Filter } from "./browser/filter.js";
export * from "./static.js";
