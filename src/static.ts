/** Everything that needs no DOM: reading, the model, layout, drawing, SVG and HTML as strings. */
import { arrange } from "./layout/arrange.js";
import type { LayoutOptions } from "./layout/options.js";
import { place } from "./layout/place.js";
import type { TimelineData, TimelineEvent } from "./model/types.js";
import { paintSVG } from "./paint/svg.js";
import { describeTimeline } from "./scene/describe.js";
import { draw, type DrawOptions } from "./scene/draw.js";

export interface TimelineOptions extends LayoutOptions, DrawOptions {}

/**
 * All stages at once: a document, or an array of events, to a finished SVG.
 *
 * @throws TypeError when `data` is neither; what is wrong with single events is in the scene's `problems`
 * @example
 * renderSVG({ title: "Unrest", zone: "Asia/Almaty", events: [{ title: "Curfew", time: "2022-01-05" }] }, { width: 640 })
 */
export function renderSVG(data: TimelineData | readonly TimelineEvent[], options: TimelineOptions = {}): string {
  return paintSVG(draw(place(arrange(data, options)), options));
}

/** The summary a screen reader hears: what the timeline shows, how much of it, and how well it is known. */
export function describe(data: TimelineData | readonly TimelineEvent[], options: TimelineOptions = {}): string {
  const { timeline, locale, lanes, view } = arrange(data, options);
  return describeTimeline(timeline, locale, { lanes, window: view });
}

export { arrange, draw, paintSVG, place };
