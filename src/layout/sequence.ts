import type { Timeline } from "../model/resolved.js";
import { isTimeOfDay, type Precision, type TimeSpan } from "../model/span.js";
import { toLocal } from "../model/zone.js";
import { midnight } from "./calendar-steps.js";
import { countBelow, moved, piecewise } from "./scale.js";
import { lastUnit } from "./units.js";
import type { Scale } from "./view.js";

/** A date of the data and its step on an axis that knows order alone. */
export interface Step {
  /** Its first moment, in ms. */
  readonly lo: number;
  readonly precision: Precision;
  readonly zone: string;
}

export interface Sequence {
  /** In order; the k-th takes the units from k to k + 1 times {@link STEP}. */
  readonly steps: readonly Step[];
  /** Dates stand in the middle of their steps. */
  readonly scale: Scale;
  readonly spanOf: (span: TimeSpan) => TimeSpan;
  /** Between the steps before a moment and those after it, in units. */
  readonly edgeOf: (ms: number) => number;
}

/** Length of a step in units: so long that none of it is taken for a part of a day. */
export const STEP = 864e6;
/** Free space at the ends of a bar, so that bars of neighbouring steps do not touch; in steps. */
const INSET = 0.12;

/**
 * The axis that tells order and no distance: every distinct date takes the same step. A date that is known less exactly
 * than others stands over the steps of all that may be before or after it.
 */
export function sequenceOf({ events, zone }: Pick<Timeline, "events" | "zone">): Sequence {
  const found = new Map<number, Step>();
  for (const { span } of events)
    for (const step of stepsOf(civil(span, zone))) {
      const known = found.get(step.lo);
      if (known === undefined || isCoarser(step.precision, known.precision)) found.set(step.lo, step);
    }
  const steps = [...found.values()].sort((a, b) => a.lo - b.lo);
  const moments = Float64Array.from(steps, (s) => s.lo);
  const edge = (ms: number): number => countBelow(moments, ms);
  return {
    steps,
    scale: scaleOf(moments),
    spanOf: (span) => placed(civil(span, zone), edge),
    edgeOf: (ms) => edge(ms) * STEP,
  };
}

/** With dates as if they were those of the axis's zone: the third of January is one step, wherever the day begins first. */
function civil(span: TimeSpan, zone: string): TimeSpan {
  const { precision, endPrecision = precision, zone: own } = span;
  if (own === zone) return span;
  const bound = (ms: number | null, p: Precision): number | null => {
    if (ms === null || isTimeOfDay(p)) return ms;
    const { year, month, day } = toLocal(ms, own);
    return midnight(year, month, day, zone);
  };
  const end = span.kind === "during" ? endPrecision : precision;
  if (isTimeOfDay(precision) && isTimeOfDay(end)) return span;
  return {
    ...span,
    zone,
    startMin: bound(span.startMin, precision),
    startMax: bound(span.startMax, precision),
    endMin: bound(span.endMin, end),
    endMax: bound(span.endMax, end),
  };
}

function scaleOf(moments: Float64Array): Scale {
  const [only = 0] = moments;
  if (moments.length < 2) return piecewise([only, only + 864e5], [STEP / 2, STEP * 1.5]);
  return piecewise(
    moments,
    Float64Array.from(moments, (_, k) => (k + 0.5) * STEP),
  );
}

function placed(span: TimeSpan, edge: (ms: number) => number): TimeSpan {
  const { kind, startMin, startMax, endMin, endMax } = span;
  const begin = (ms: number): number => (edge(ms) + INSET) * STEP;
  const end = (ms: number, from: number | null): number =>
    (Math.max(edge(ms), from === null ? 0 : edge(from) + 1) - INSET) * STEP;
  if (kind !== "during") {
    // A date that no other lies in is one step: a dot in its middle.
    if (kind === "at" && startMin !== null && startMax !== null && edge(startMax) <= edge(startMin) + 1)
      return moved(span, () => (edge(startMin) + 0.5) * STEP);
    const lo = startMin === null ? null : begin(startMin);
    const hi = startMax === null ? null : end(startMax, startMin);
    return { ...span, startMin: lo, endMin: lo, startMax: hi, endMax: hi };
  }
  const exact = startMin === startMax;
  const least = startMin ?? startMax;
  return {
    ...span,
    startMin: startMin === null ? null : begin(startMin),
    startMax: startMax === null ? null : exact ? begin(startMax) : end(startMax, startMin),
    endMin: endMin === null ? null : endMin === endMax ? end(endMin, least) : begin(endMin),
    endMax: endMax === null ? null : end(endMax, least),
  };
}

/** The dates of a time that take a step: those it is written with. */
function stepsOf({ kind, startMin, startMax, endMin, endMax, precision, endPrecision, zone }: TimeSpan): Step[] {
  const steps: Step[] = [];
  const add = (lo: number | null, p: Precision): void => {
    if (lo !== null) steps.push({ lo, precision: p, zone });
  };
  const last = (hi: number | null, p: Precision): number | null => (hi === null ? null : lastUnit(hi, p, zone));
  add(startMin, precision);
  if (kind === "within" || (kind === "during" && startMax !== startMin)) add(last(startMax, precision), precision);
  if (kind !== "during") return steps;
  const p = endPrecision ?? precision;
  if (endMin !== endMax) add(endMin, p);
  add(last(endMax, p), p);
  return steps;
}

const PRECISIONS: readonly Precision[] = [
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "month",
  "season",
  "year",
  "decade",
  "century",
  "millennium",
];
const isCoarser = (a: Precision, b: Precision): boolean => PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b);
