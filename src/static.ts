/** Everything that needs no DOM: reading, the model, layout, drawing, SVG and HTML as strings. */
import { arrange } from "./layout/arrange.js";
import type { LayoutOptions } from "./layout/options.js";
import { place } from "./layout/place.js";
import { localeFor } from "./locale/index.js";
import { formatTime as formatSpan } from "./locale/format-time.js";
import type { Locale } from "./locale/types.js";
import { mistake, optionsOf } from "./model/mistake.js";
import type { TimeSpan } from "./model/span.js";
import type { TimelineEvent, TimelineInput } from "./model/types.js";
import { documentOf } from "./model/versions.js";
import { paintFigure } from "./paint/figure.js";
import { paintSVG } from "./paint/svg.js";
import { describeTimeline } from "./scene/describe.js";
import { draw, type DrawOptions } from "./scene/draw.js";

/** All options; every one may be left out, and undefined means its default. */
export interface TimelineOptions<E extends TimelineEvent = TimelineEvent> extends LayoutOptions<E>, DrawOptions {
  /** Of live pictures alone: here, so that one set of options serves both. See `ChartOptions`. */
  readonly wheel?: "modifier" | "always" | "never" | undefined;
}

/**
 * All stages at once: a document, or an array of events, to a finished SVG.
 *
 * @throws TypeError when `data` is neither; what is wrong with single events is in the scene's `problems`
 * @example
 * renderSVG({ title: "Unrest", zone: "Asia/Almaty", events: [{ title: "Curfew", time: "2022-01-05" }] }, { width: 640 })
 */
export function renderSVG<E extends TimelineEvent>(data: TimelineInput<E>, options: TimelineOptions<E> = {}): string {
  const own = optionsOf(options, "renderSVG()");
  return paintSVG(draw(place(arrange(documentOf(data, "renderSVG()"), own as TimelineOptions)), own));
}

/**
 * A fragment of a page that works without JavaScript: a figure with the title, a summary, the picture, and the ordered
 * list of all events.
 *
 * @throws TypeError as {@link renderSVG}
 * @example
 * response.end(renderHTML(data, { width: 720 }))
 */
export function renderHTML<E extends TimelineEvent>(data: TimelineInput<E>, options: TimelineOptions<E> = {}): string {
  return paintFigure(documentOf(data, "renderHTML()"), optionsOf(options, "renderHTML()") as TimelineOptions).html;
}

/** The summary a screen reader hears: what the timeline shows, how much of it, and how well it is known. */
export function describe<E extends TimelineEvent>(data: TimelineInput<E>, options: TimelineOptions<E> = {}): string {
  const { timeline, locale, lanes, view, events, scale } = arrange(
    documentOf(data, "describe()"),
    optionsOf(options, "describe()") as TimelineOptions,
  );
  return describeTimeline(timeline, locale, { lanes, window: view, scale, events });
}

/**
 * A time in words.
 *
 * @throws TypeError when it is not a span: the `value` of what {@link parseTime} gives
 * @example
 * formatTime(span, { locale: "en", zone: "Asia/Almaty", style: "long" })
 */
export function formatTime(
  span: TimeSpan,
  options: {
    readonly locale?: string | Locale | undefined;
    readonly zone?: string | undefined;
    readonly style?: "long" | "short" | undefined;
  } = {},
): string {
  if (typeof (span as Partial<TimeSpan> | null | undefined)?.kind !== "string")
    throw mistake("formatTime()", "the value that parseTime() gives", span);
  const own = optionsOf(options, "formatTime()");
  return formatSpan(span, { ...own, locale: localeFor(own.locale ?? "en").locale });
}

export { arrange, draw, paintSVG, place };
export { read, type ReadOptions, type ReadResult } from "./read/read.js";
export { readPeriods, type ReadPeriodsOptions, type ReadPeriodsResult } from "./read/period-table.js";
export { readTracks, type ReadTracksOptions, type ReadTracksResult } from "./read/number-tracks.js";
export { lostInCSV, toCSV } from "./write/csv.js";
export { parseTime, resolveTime, type TimeOptions } from "./model/time.js";
export { parseQuantity, type QuantityOptions } from "./model/quantity.js";
export { resolve } from "./model/resolve.js";
export { asKnownAt, changesBetween, type VersionChange } from "./model/versions.js";
export { correctionNote } from "./scene/correction-note.js";
export { textWidth, type Font, type TextMeasurer } from "./layout/text.js";
export { themes, type Theme, type ThemeName } from "./scene/theme.js";
export type { Arrangement } from "./layout/arrange.js";
export type { Layout } from "./layout/layout.js";
export type { Accessor, Grouping, LaneGrouping, LaneOrder, LayoutOptions } from "./layout/options.js";
export type { View } from "./layout/view.js";
export type { Locale } from "./locale/types.js";
export type { AnyFields, OwnFields } from "./model/own-fields.js";
export type { Problem, Result } from "./model/problem.js";
export type { ResolvedEvent, Timeline } from "./model/resolved.js";
export type { Precision, Qualifier, TimeSpan } from "./model/span.js";
export type * from "./model/types.js";
export type { DrawOptions } from "./scene/draw.js";
export type { Layer, LayerContext } from "./scene/layer.js";
export type { Scene, SceneNode } from "./scene/types.js";
