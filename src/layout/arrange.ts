import { localeFor } from "../locale/index.js";
import { fill } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import { optionsOf } from "../model/mistake.js";
import { resolve, type ResolveOptions } from "../model/resolve.js";
import type { Timeline } from "../model/resolved.js";
import { clean } from "../model/text.js";
import type { TimelineEvent, TimelineInput } from "../model/types.js";
import { documentOf, momentOf } from "../model/versions.js";
import type { AxisScale } from "./axis-scale.js";
import { colorKey, type ColorKey } from "./colors.js";
import { unknownFields } from "./grouping-text.js";
import { unknownLanes } from "./lane-names.js";
import { lanesFor } from "./lane-tree.js";
import { autoLanes, type Lane } from "./lanes.js";
import { openingView } from "./opening.js";
import type { LaneGrouping, LayoutOptions } from "./options.js";
import { pointOf } from "./points.js";
import { unknownMeasures } from "./quantity-choice.js";
import { sourceNotes, type SourceNotes } from "./sources.js";
import { soundOptions } from "./strange-options.js";
import { textWidth, type TextMeasurer } from "./text.js";
import { axisScale } from "./time-scale.js";
import { typography, type Typography } from "./typography.js";
import type { View } from "./view.js";

/** A document made ready for any window: which lane, which colour, which words. Knows nothing of what is visible. */
export interface Arrangement {
  readonly timeline: Timeline;
  readonly options: LayoutOptions;
  readonly locale: Locale;
  readonly direction: "ltr" | "rtl";
  readonly unit: "px" | "mm";
  readonly type: Typography;
  readonly measure: TextMeasurer;
  readonly lanes: readonly Lane[];
  /** How times stand on the axis. */
  readonly scale: AxisScale;
  readonly colors: ColorKey;
  readonly sources: SourceNotes;
  readonly title: string;
  readonly subtitle: string;
  readonly credit: string;
  /** ms, or null. */
  readonly now: number | null;
  /** The window to open with, and the width of the picture in its own units. */
  readonly view: View;
  /** What the lanes stand for; null for one lane. */
  readonly laneBy: LaneGrouping | null;
  /** Indexes of the events that pass the filter, in total order; the lanes hold these alone. */
  readonly events: readonly number[];
}

const PT_PER_MM = 72 / 25.4;

/**
 * The slow stage: resolves the document and decides what does not depend on the window.
 *
 * @param data a document, or an array of events
 * @returns an immutable arrangement; `arrangement.view` is the window it opens with
 * @throws TypeError when `data` is neither; bad events are reported in `timeline.problems` instead
 * @example
 * const layout = place(arrange(data, { width: 640 }));
 */
export function arrange<E extends TimelineEvent>(data: TimelineInput<E>, given: LayoutOptions<E> = {}): Arrangement {
  const options = optionsOf(given, "arrange()");
  return arrangeTimeline(resolveFor(documentOf(data, "arrange()"), options), options);
}

/** Resolves a document as the options ask. */
export function resolveFor(
  data: TimelineInput,
  options: Pick<LayoutOptions, "locale" | "zone" | "asKnownAt" | "tracks" | "periods">,
): Timeline {
  const known = momentOf(options.asKnownAt, data);
  return resolve(data, { ...resolveOptions(options), asKnownAt: known ?? undefined });
}

/** What the options of a picture ask of resolving, but for the moment as of which it is known. */
export const resolveOptions = ({
  locale,
  zone,
  tracks,
  periods,
}: Pick<LayoutOptions, "locale" | "zone" | "tracks" | "periods">): ResolveOptions => ({
  language: typeof locale === "string" ? locale : locale?.code,
  zone,
  tracks: tracks ?? undefined,
  periods: periods ?? undefined,
});

/**
 * As {@link arrange}, for a document that is resolved: another width or filter does not ask for its texts again.
 *
 * @param axis that of the whole story, for a part of it
 */
export function arrangeTimeline(timeline: Timeline, given: LayoutOptions = {}, axis?: AxisScale): Arrangement {
  const { options, problems: strange } = soundOptions(given);
  const { unit = "px", measureText = textWidth, colorBy = "category" } = options;
  // A container that is not shown has no width, or none that is a number.
  const width = Number.isFinite(options.width) ? Math.max(0, options.width!) : unit === "mm" ? 180 : 960;
  const { locale: found, problems } = localeFor(options.locale ?? timeline.language);
  const locale = withWords(found, options.words);
  const units = unit === "mm" ? width * PT_PER_MM : width;
  const now = pointOf(options.now, "now", timeline.zone);
  const known = pointOf(options.asKnownAt, "asKnownAt", timeline.zone);
  const laneBy = options.laneBy === undefined ? autoLanes(timeline) : options.laneBy;
  const type = typography(unit, units, options.fontFamily, locale.direction);
  const { filter, laneOrder, nested, folded } = options;
  const restName = locale.words.phrases.otherLane;
  const lanes = lanesFor(timeline, { laneBy, laneOrder, nested, folded, restName });
  const scale = axis ?? axisScale(timeline, { options, lanes, locale, type, measure: measureText, unit, width: units });
  const view = openingView(timeline, scale, options, units);
  const told = named(lanes, scale, locale);
  const passes = filter === undefined ? null : Uint8Array.from(timeline.events, (e) => (filter(e) ? 1 : 0));
  const passing = (indexes: readonly number[]): readonly number[] =>
    passes === null ? indexes : indexes.filter((i) => passes[i] === 1);
  return {
    timeline: {
      ...timeline,
      problems: [
        ...timeline.problems,
        ...strange,
        ...problems,
        ...now.problems,
        ...known.problems,
        ...unknownFields(timeline, laneBy, colorBy),
        ...unknownLanes(lanes, options),
        ...unknownMeasures(timeline, options.quantity),
        ...scale.problems,
        ...view.problems,
      ],
    },
    options,
    locale,
    direction: options.direction === "ltr" || options.direction === "rtl" ? options.direction : locale.direction,
    unit,
    type,
    measure: measureText,
    scale,
    lanes: told.map((lane) => (passes === null ? lane : { ...lane, events: passing(lane.events) })),
    colors: colorKey(timeline, colorBy, locale.words.phrases.otherCategory),
    sources: sourceNotes(timeline),
    title: clean(options.title ?? timeline.title),
    subtitle: clean(options.subtitle ?? timeline.description),
    credit: clean(options.credit ?? timeline.credit),
    now: now.at?.from ?? null,
    view: view.view,
    laneBy,
    events: passing(timeline.events.map((_, i) => i)),
  };
}

/** Lanes that count from another event than was asked for say so. */
function named(lanes: readonly Lane[], { relative }: AxisScale, locale: Locale): readonly Lane[] {
  if (relative === null || relative.fallback.size === 0) return lanes;
  const name = (lane: string): string => fill(locale.words.phrases.fromFirst, { lane });
  return lanes.map((l) => (relative.fallback.has(l.id) && l.name !== "" ? { ...l, name: name(l.name) } : l));
}

function withWords(locale: Locale, words: LayoutOptions["words"]): Locale {
  if (words === undefined) return locale;
  return {
    ...locale,
    words: {
      ...locale.words,
      phrases: { ...locale.words.phrases, ...words.phrases },
      counted: { ...locale.words.counted, ...words.counted },
    },
  };
}
