import type { Locale } from "../locale/types.js";
import type { Timeline } from "../model/resolved.js";
import { CALENDAR, type AxisScale } from "./axis-scale.js";
import { foldedAxis, type FoldOptions } from "./folded.js";
import type { Lane } from "./lanes.js";
import type { LayoutOptions } from "./options.js";
import { TAIL } from "./mark.js";
import { relativeTo } from "./relative.js";
import { namesGutter } from "./room.js";
import { moved, once } from "./scale.js";
import { sequenceOf, STEP } from "./sequence.js";
import type { TextMeasurer } from "./text.js";
import type { Typography } from "./typography.js";
import { roomDown } from "./vertical/room-down.js";
import { isVertical } from "./vertical/orientation.js";
import { openingWindow } from "./window.js";

export interface AxisContext {
  readonly options: LayoutOptions;
  readonly lanes: readonly Lane[];
  readonly locale: Locale;
  readonly type: Typography;
  readonly measure: TextMeasurer;
  readonly unit: "px" | "mm";
  /** Of the picture, in its units. */
  readonly width: number;
}

/** The axis of a story, as the options ask. */
export function axisScale(timeline: Timeline, context: AxisContext): AxisScale {
  const { timeScale = "time" } = context.options;
  switch (timeScale) {
    case "gaps":
      return foldedScale(timeline, context);
    case "relative":
      return relativeScale(timeline, context);
    case "sequence":
      return sequenceScale(timeline);
    default:
      return CALENDAR;
  }
}

/** What dates and names of breaks take of an axis that lies. */
function roomAcross({ options, lanes, measure, type, unit, width }: AxisContext): Omit<FoldOptions, "locale" | "tail"> {
  const gutter = namesGutter({ options, lanes, measure, type, unit }, 0, width);
  return {
    width: width - (gutter.beside ? gutter.x1 : 0),
    widthOf: (name) => measure(name, type.minor) + type.em,
    widthOfDate: (date) => measure(date, type.major) + 0.6 * type.em,
  };
}

function foldedScale(timeline: Timeline, context: AxisContext): AxisScale {
  const { locale, type, width } = context;
  const folded = foldedAxis(timeline, {
    locale,
    tail: TAIL * 0.4 * type.em,
    ...(isVertical(context, width) ? roomDown(timeline.events.length, type) : roomAcross(context)),
  });
  if (folded === null) return { ...CALENDAR, kind: "gaps", window: openingWindow(timeline, true) };
  const { scale, length } = folded;
  return {
    ...CALENDAR,
    kind: "gaps",
    scale,
    folded,
    spanIn: once((span) => moved(span, scale.toUnits)),
    edgeIn: scale.toUnits,
    window: { from: 0, to: length },
  };
}

function sequenceScale(timeline: Timeline): AxisScale {
  const sequence = sequenceOf(timeline);
  return {
    ...CALENDAR,
    kind: "sequence",
    scale: sequence.scale,
    sequence,
    spanIn: once(sequence.spanOf),
    edgeIn: sequence.edgeOf,
    window: { from: 0, to: Math.max(1, sequence.steps.length) * STEP },
  };
}

function relativeScale(timeline: Timeline, { lanes, options }: AxisContext): AxisScale {
  const relative = relativeTo(timeline, lanes, options.relativeTo ?? "first");
  const zeroOf = (lane: string): number => relative.zero.get(lane) ?? 0;
  return {
    ...CALENDAR,
    kind: "relative",
    relative,
    spanIn: (span, lane) => moved(span, (ms) => ms - zeroOf(lane)),
    edgeIn: (ms, lane) => ms - zeroOf(lane),
    window: relative.window,
    problems: relative.problems,
  };
}
