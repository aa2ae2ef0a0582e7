import type { ResolvedEvent } from "../model/resolved.js";
import { labelOf, setLabel, titleLine, titleLines, type LabelLine, type SetText } from "./block.js";
import type { LabelText } from "./label-text.js";
import type { RankWay } from "./ranks.js";
import type { Reach } from "./reach.js";
import type { TextMeasurer } from "./text.js";
import { lineHeight, type Typography } from "./typography.js";
import { xOf, type TimeAxis } from "./view.js";

/** Where a label stands by its mark: beside it, or above, beginning with its start or ending with its end. */
export type RankedSide = "right" | "left" | "above-start" | "above-end";

/** A label that keeps its place by its mark at every scale. */
export interface RankedWay extends RankWay {
  readonly side: RankedSide;
  readonly lines: readonly LabelLine[];
  readonly width: number;
  /** Top of the first line, relative to the line of the marks. */
  readonly top: number;
  /** Room for the category's shape in front of the text; 0 where the mark carries it. */
  readonly glyph: number;
  /** The editor's nudge along time; the one across is in `top`. */
  readonly dx: number;
  readonly nudged: boolean;
}

export interface RankedLabelOptions {
  readonly type: Typography;
  readonly measure: TextMeasurer;
  readonly markHeight: number;
  /** The axis with which the picture opens, the edges that labels keep to there, and where what is known ends. */
  readonly axis: TimeAxis;
  readonly edges: { readonly x0: number; readonly x1: number };
  readonly cutoff: number | null;
  /** Whether labels carry the category's shape where marks do not. */
  readonly glyphs: boolean;
}

/** Free space between a mark and its label, in em. */
export const LABEL_GAP = 0.45;
/** Marks at least this wide (in em) with which the picture opens may carry their label above them. */
const WIDE = 6.5;

/** Widths, in em, in which the labels of important events are tried. */
const BESIDE = [14, 21, 9.5] as const;
/** The widest that a label on one line may be, in em. */
const LINE = 18;

/** The ways an event can stand with its label, title, quantities and all, in several widths; best first. */
export function rankedWays(
  text: LabelText,
  event: ResolvedEvent,
  reach: Reach,
  options: RankedLabelOptions,
): RankedWay[] {
  const { type, axis } = options;
  const em = type.em;
  const room = axis.x1 - axis.x0;
  const px = widthOf(reach, axis);
  const label = labelOf(text, glyphOf(event, options), options);
  const ways: RankedWay[] = [];
  for (const side of sidesOf(event, reach, options)) {
    const widths = isAbove(side)
      ? [Math.min(Math.max(Math.min(px, room), 11 * em), 21 * em), 21 * em]
      : BESIDE.map((w) => w * em);
    let last: SetText | null = null;
    for (const width of widths) {
      const set = setLabel(label, Math.min(width, room * 0.8), options);
      if (set === null || set === last) continue;
      last = set;
      ways.push(wayOf(side, set.width, set.height, event, reach, options, set.lines));
    }
  }
  return ways;
}

/** A way whose lines are not set yet: as wide as they will be at most. */
export interface UnsetWay extends Omit<RankedWay, "lines"> {
  /** Whether the title stands on one line, on several, whole, or on one that will be cut. */
  readonly lines: "one" | "wrapped" | "cut";
}

/**
 * As {@link rankedWays}, with the title alone, for the many that follow: on one line or, where it is long, on up to three
 * in rows that are high enough, and else cut.
 */
export function lineWays(text: LabelText, event: ResolvedEvent, reach: Reach, options: RankedLabelOptions): UnsetWay[] {
  const label = labelOf(text, 0, options);
  const room = lineRoom(event, options);
  const width = label.title.width + label.raised;
  const sides = sidesOf(event, reach, options);
  const height = lineHeight(label.title.font, options.type);
  const on = (lines: UnsetWay["lines"], w: number, h: number): UnsetWay[] =>
    sides.map((side) => wayOf(side, w, h, event, reach, options, lines));
  const set = width <= room && text.breaks.length === 0 ? null : titleLines(label, room, options);
  if (set === null) return on("one", Math.min(width, room), height);
  return [...on("wrapped", set.width, set.height), ...on("cut", Math.min(width, room), height)];
}

/** What speaks against a title that is not whole, in em. */
const CUT = 3;

/** A way of {@link lineWays} with its lines. */
export function setWay(way: UnsetWay, text: LabelText, event: ResolvedEvent, options: RankedLabelOptions): RankedWay {
  const label = labelOf(text, 0, options);
  const room = lineRoom(event, options);
  const set = way.lines === "wrapped" ? titleLines(label, room, options) : null;
  // On one line there is nothing to break.
  const { lines, width } = set ?? titleLine(labelOf({ ...text, breaks: [] }, 0, options), room, options);
  return { ...way, lines, width };
}

/**
 * A way of {@link lineWays} with what is told of its event under the title as well, where its row is high enough for that
 * and no line of it wider than the title: the many that follow were ranked without.
 */
export function withDetails(
  way: RankedWay,
  text: LabelText,
  row: { readonly up: number; readonly down: number },
  options: RankedLabelOptions,
): RankedWay {
  if ((text.detail === "" && text.badge === "") || isAbove(way.side) || way.nudged) return way;
  if (way.lines.some((line) => line.text.endsWith("…"))) return way;
  const set = setLabel(labelOf(text, 0, options), way.width, options);
  if (set === null || set.width > way.width + 0.01 || set.height > 2 * Math.min(row.up, row.down) + 0.01) return way;
  const half = set.height / 2;
  const least = options.markHeight / 2;
  return { ...way, lines: set.lines, top: -half, up: Math.max(least, half), down: Math.max(least, half) };
}

const lineRoom = (event: ResolvedEvent, options: RankedLabelOptions): number =>
  Math.min(LINE * options.type.em, (options.axis.x1 - options.axis.x0) * 0.8) - glyphOf(event, options);

const widthOf = ({ a, b }: Reach, { from, to, x0, x1 }: TimeAxis): number => ((b - a) * (x1 - x0)) / (to - from);

/** Marks of moments carry the category's shape themselves. */
const glyphOf = ({ span }: ResolvedEvent, { glyphs, type }: RankedLabelOptions): number =>
  glyphs && span.kind !== "at" ? 1.15 * type.em : 0;

const isAbove = (side: RankedSide): boolean => side === "above-start" || side === "above-end";

function wayOf<Lines extends UnsetWay["lines"] | RankedWay["lines"]>(
  side: RankedSide,
  width: number,
  height: number,
  event: ResolvedEvent,
  reach: Reach,
  options: RankedLabelOptions,
  lines: Lines,
): Omit<RankedWay, "lines"> & { readonly lines: Lines } {
  const { type, markHeight } = options;
  const em = type.em;
  const gap = LABEL_GAP * em;
  const half = markHeight / 2;
  const dx = event.layout.nudge?.x ?? 0;
  const dy = event.layout.nudge?.y ?? 0;
  const glyph = glyphOf(event, options);
  const whole = glyph + width;
  const top = (isAbove(side) ? -half - 0.12 * em - height : -height / 2) + dy;
  const { left, right, afterStart, beforeEnd } = reachesOf(side, whole, gap, dx, reach);
  const cut = lines === "cut" ? CUT * em : 0;
  return {
    side,
    width,
    top,
    glyph,
    dx,
    nudged: dx !== 0 || dy !== 0,
    up: Math.max(half, -top),
    down: Math.max(half, top + height),
    left,
    right,
    afterStart,
    beforeEnd,
    cost: (BIAS[side] ?? 0) * em + 0.02 * width + misplaced(side, whole + gap, reach, options) + cut,
    lines,
  };
}

/** How far a label reaches, at its natural place and at the one it was moved to: near an edge it stands between the two. */
function reachesOf(
  side: RankedSide,
  whole: number,
  gap: number,
  dx: number,
  { left, right }: Reach,
): Required<Pick<RankWay, "left" | "right" | "afterStart" | "beforeEnd">> {
  const later = Math.max(0, dx);
  const earlier = Math.max(0, -dx);
  switch (side) {
    case "right":
      return { left: Math.max(left, earlier - right - gap), right: right + gap + whole + later, ...NEITHER };
    case "left":
      return { left: left + gap + whole + earlier, right: Math.max(right, later - left - gap), ...NEITHER };
    case "above-start":
      return { left: left + earlier, right, afterStart: whole + later, beforeEnd: 0 };
    case "above-end":
      return { left, right: right + later, afterStart: 0, beforeEnd: whole + earlier };
  }
}
const NEITHER = { afterStart: 0, beforeEnd: 0 } as const;

/**
 * What speaks against a place in the window with which the picture opens: a label that would leave it or stand over its
 * own mark, or one beyond the moment of publication.
 */
function misplaced(
  side: RankedSide,
  reach: number,
  { a, b, left, right }: Reach,
  { axis, edges, cutoff, type }: RankedLabelOptions,
): number {
  if (b < axis.from || a > axis.to) return 0;
  const start = xOf(axis, Math.max(a, axis.from)) - (a > axis.from ? left : 0);
  const end = xOf(axis, Math.min(b, axis.to)) + (b < axis.to ? right : 0);
  const x0 = side === "right" ? end : side === "left" ? start - reach : side === "above-start" ? start : end - reach;
  const x1 = x0 + reach;
  const out = Math.max(0, edges.x0 - x0) + Math.max(0, x1 - edges.x1);
  const hatched = cutoff !== null && x1 > cutoff + 1;
  return (out > 0.5 ? OUTSIDE : 0) * type.em + (hatched ? HATCHED * type.em : 0);
}

/** Rather counted, with which the picture opens, than cut: nothing else weighs as much. */
const OUTSIDE = 60;
const HATCHED = 4;

const BIAS: Readonly<Partial<Record<RankedSide, number>>> = { left: 0.4, "above-start": 0.4, "above-end": 0.6 };

/** Where a label may stand, best first. Labels above are for marks that are wide with the window that opens. */
function sidesOf(
  { layout: { side: wanted, nudge } }: ResolvedEvent,
  reach: Reach,
  { axis, type }: RankedLabelOptions,
): readonly RankedSide[] {
  const { a, b } = reach;
  if (wanted === undefined && a !== -Infinity && b !== Infinity)
    return widthOf(reach, axis) >= WIDE * type.em ? WIDE_SIDES : BESIDE_SIDES;
  // A label above that was moved was moved from where it begins with its mark.
  if (wanted === "above" && nudge !== undefined) return ["above-start"];
  const all = WIDE_SIDES.filter((side) => {
    if (side === "right") return b !== Infinity && wanted !== "left" && wanted !== "above";
    if (side === "left") return a !== -Infinity && wanted !== "right" && wanted !== "above";
    return (wanted === undefined || wanted === "above") && (side === "above-start" || b !== Infinity);
  });
  return all.length > 0 ? all : ["above-start"];
}

const WIDE_SIDES: readonly RankedSide[] = ["above-start", "above-end", "right", "left"];
const BESIDE_SIDES: readonly RankedSide[] = ["right", "left"];
