import { lengthText } from "../locale/lengths.js";
import type { Locale } from "../locale/types.js";
import type { Timeline } from "../model/resolved.js";
import { dateWords } from "./date-words.js";
import { datesOf, type EventDate } from "./dates.js";
import { datePoints, gapsOf, LONG, type DatePoint, type Gap } from "./gaps.js";
import { piecewise } from "./scale.js";
import type { Scale } from "./view.js";

/** A part of the axis between two breaks. */
export interface Stretch {
  /** ms */
  readonly from: number;
  readonly to: number;
  /** The one date it is there for, where that is known less exactly than the others: then it is narrower than its dates. */
  readonly only: EventDate | null;
}

/** A long stretch without a date, folded. */
export interface Break {
  /** The part that is left out, in ms. */
  readonly from: number;
  readonly to: number;
  /** The whole stretch between the two dates, in ms and in words. */
  readonly gap: Gap;
  /** The date it follows; null for the moment of publication. */
  readonly after: EventDate | null;
  readonly name: string;
  /** Where it stands on the axis, in units. */
  readonly a: number;
  readonly b: number;
}

export interface Folded {
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly Break[];
  readonly scale: Scale;
  /** The whole axis, in units. */
  readonly length: number;
  /** First and last date, in ms. */
  readonly dates: { readonly from: number; readonly to: number };
}

export interface FoldOptions {
  readonly locale: Locale;
  /** Width of the whole axis and of the name of a break, in units of the picture. */
  readonly width: number;
  readonly widthOf: (name: string) => number;
  /** Of a date over the axis. */
  readonly widthOfDate: (date: string) => number;
  /** How far the tail of a mark goes that stands for what is not known. */
  readonly tail: number;
}

/** Free time at both ends of a stretch, and the least length of one, as shares of all that stays. */
const AIR = 0.03;
const LEAST = 0.07;
/** Breaks take no more of the axis than this, and stretches narrower than their dates as much again. */
const MOST_SHARE = 1 / 3;

/** The axis with its long gaps folded; null where there is none. */
export function foldedAxis({ events, asOf }: Timeline, options: FoldOptions): Folded | null {
  const dates = events.flatMap((e) => datesOf(e.span));
  const points = datePoints(withMoment(dates, asOf));
  const gaps = gapsOf(points);
  if (gaps.length === 0) return null;
  const groups = groupsOf(points, gaps);
  const stays = groups.reduce((s, g) => s + g.at(-1)!.at - g[0]!.at, 0);
  const lengths = groups.map((group, i) => stretchOf(group, gaps[i - 1], gaps[i], stays, dates, options));
  const names = gaps.map(({ from, to }) => lengthText(to - from, options.locale));
  const shares = sharesOf(names, options);
  const narrow = sharesOf(
    lengths.map((l) => (l.only === null ? "" : dateWords(l.only, options.locale).at(-2)!)),
    { ...options, widthOf: options.widthOfDate },
  );
  const taken = [...shares, ...narrow].reduce((s, x) => s + x, 0);
  const whole = lengths.reduce((s, l) => s + l.units, 0) / (1 - taken);
  const moments: number[] = [];
  const units: number[] = [];
  const breaks: Break[] = [];
  let at = 0;
  lengths.forEach(({ from, to, only, units: own }, i) => {
    const length = only === null ? own : narrow[i]! * whole;
    moments.push(from, to);
    units.push(at, at + length);
    at += length;
    const next = lengths[i + 1];
    if (next === undefined) return;
    const b = at + shares[i]! * whole;
    const last = groups[i]!.at(-1)!.at;
    const after = dates.find((d) => d.at === last) ?? null;
    breaks.push({ from: to, to: next.from, gap: gaps[i]!, after, name: names[i]!, a: at, b });
    at = b;
  });
  return {
    stretches: lengths,
    breaks,
    scale: piecewise(moments, units),
    length: at,
    dates: { from: points[0]!.lo, to: points.at(-1)!.hi },
  };
}

/** The moment of publication is a date too, where it lies among the others or soon after them. */
function withMoment(dates: readonly EventDate[], asOf: number | null): readonly DatePoint[] {
  if (asOf === null || dates.length === 0) return dates;
  const sorted = dates.map((d) => d.at).sort((a, b) => a - b);
  const steps = sorted.slice(1).map((d, i) => d - sorted[i]!);
  const median = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const near = Math.max(864e5, LONG * median);
  if (asOf < sorted[0]! || asOf > sorted.at(-1)! + near) return dates;
  return [...dates, { at: asOf, lo: asOf, hi: asOf, begins: false }];
}

/** The dates between the gaps. */
function groupsOf(points: readonly DatePoint[], gaps: readonly Gap[]): DatePoint[][] {
  const groups: DatePoint[][] = [[]];
  for (const p of points) {
    if (p.lo >= (gaps[groups.length - 1]?.to ?? Infinity)) groups.push([]);
    groups.at(-1)!.push(p);
  }
  return groups;
}

function stretchOf(
  group: readonly DatePoint[],
  before: Gap | undefined,
  after: Gap | undefined,
  stays: number,
  dates: readonly EventDate[],
  { width, tail }: FoldOptions,
): Stretch & { readonly units: number } {
  const { lo } = group[0]!;
  const { hi } = group.at(-1)!;
  const least = LEAST * stays;
  const room = (gap: Gap | undefined): number => (gap === undefined ? Infinity : (gap.to - gap.from) / 4);
  const air = Math.max(AIR * stays, (least - (hi - lo)) / 2);
  const narrow = group.length === 1 && hi - lo > least;
  const only = narrow ? (dates.find((d) => d.at === group[0]!.at) ?? null) : null;
  const tails = Math.min(MOST_SHARE, (1.3 * tail) / Math.max(1, width)) * stays;
  const wish = (point: DatePoint, isOpen: (d: EventDate) => boolean): number => {
    if (only !== null) return (hi - lo) * 0.4;
    return dates.some((d) => d.at === point.at && isOpen(d)) ? Math.max(air, tails) : air;
  };
  const from =
    lo -
    Math.min(
      wish(group[0]!, (d) => d.openBefore),
      room(before),
    );
  const to =
    hi +
    Math.min(
      wish(group.at(-1)!, (d) => d.openAfter),
      room(after),
    );
  return { from, to, only, units: only === null ? to - from : 0 };
}

/** What each name takes of the axis with some air, or less where that is too much of the picture. */
function sharesOf(names: readonly string[], { width, widthOf }: Pick<FoldOptions, "width" | "widthOf">): number[] {
  const wishes = names.map((name) => (name === "" ? 0 : widthOf(name) / Math.max(1, width)));
  const all = wishes.reduce((s, w) => s + w, 0);
  return wishes.map((w) => (all > MOST_SHARE ? (w / all) * MOST_SHARE : w));
}
