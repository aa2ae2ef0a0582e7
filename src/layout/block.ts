import type { LayoutHints } from "../model/types.js";
import type { LabelText } from "./label-text.js";
import type { Leader } from "./leader.js";
import type { MarkGeometry } from "./mark.js";
import { nudged } from "./nudge.js";
import type { PackWay, Room } from "./pack.js";
import type { Font, TextMeasurer } from "./text.js";
import { lineHeight, type Typography } from "./typography.js";
import type { TimeAxis } from "./view.js";
import { breakable, leastWidth, setLines, wrapText, type Breakable } from "./wrap.js";

/** One line of a label. */
export interface LabelLine {
  readonly text: string;
  readonly raised?: string;
  readonly font: Font;
  readonly role: "title" | "detail" | "badge" | "lane";
  /** Baseline, relative to the top of the label. */
  readonly dy: number;
}

/** One way a labelled mark can stand: where its text goes and how much room the whole takes. */
export interface Way extends PackWay {
  readonly side: "above" | "right" | "left";
  readonly anchor: "start" | "end";
  /** Where the lines start, or end. */
  readonly textX: number;
  readonly textWidth: number;
  readonly lines: readonly LabelLine[];
  /** Top of the label, relative to the mark's centre (y down). */
  readonly top: number;
  /** Room above and below the mark's centre. */
  readonly up: number;
  readonly down: number;
  /** A category's shape in front of the first line, for marks that do not carry it. */
  readonly glyphX?: number | undefined;
  /** From the mark to a label that the editor moved away. */
  readonly leader?: Leader;
  /** In vertical pictures: from the mark to its label, in the picture's own places. */
  readonly elbow?: readonly (readonly [number, number])[];
  /** In vertical pictures: its top, were it alone and without the editor's nudge. */
  readonly alone?: number;
}

export interface BlockOptions {
  readonly axis: TimeAxis;
  readonly type: Typography;
  readonly measure: TextMeasurer;
  /** Height of the mark itself. */
  readonly markHeight: number;
  /** Whether the label carries the category's shape. */
  readonly glyph: boolean;
  /** x beyond which nothing is known: text there stands on the hatch. */
  readonly cutoff: number | null;
  /** The most lines of what stands under the title; default 3. */
  readonly detailLines?: number;
  /** Try several widths of text: worth its time for a few hundred labels, not for thousands. */
  readonly thorough: boolean;
}

/**
 * The ways one event can stand with its label, best first; empty when the label fits nowhere.
 *
 * @param space what room there is: a side without it is not tried, nor one that cannot be cheaper than what is found
 */
export function waysOf(
  text: LabelText,
  mark: MarkGeometry,
  hints: LayoutHints,
  options: BlockOptions,
  space: Room,
): readonly Way[] {
  const { axis, type } = options;
  const em = type.em;
  const width = mark.x1 - mark.x0;
  const wide = width >= 6.5 * em;
  const gap = 0.45 * em;
  const glyph = options.glyph && mark.form !== "dot" && mark.form !== "bracket" ? 1.15 * em : 0;
  const label = labelOf(text, glyph, options);
  const least = glyph + leastWidth(label.title, 3);
  const { nudge } = hints;
  let crowded = false;
  const sides: readonly Way["side"][] = hints.side !== undefined ? [hints.side] : wide ? WIDE_FIRST : BESIDE_FIRST;
  // Mostly one or two: engines keep room for sixteen in a list that is pushed to.
  let ways: readonly Way[] = [];
  const narrowest = Math.min(6 * em, (axis.x1 - axis.x0) / 3);
  for (let s = 0; s < sides.length; s++) {
    const side = sides[s]!;
    const room =
      side === "above" ? axis.x1 - axis.x0 : side === "right" ? axis.x1 - mark.x1 - gap : mark.x0 - gap - axis.x0;
    const x0 = side === "left" ? mark.x0 - gap - least : mark.x0;
    const x1 = side === "left" ? mark.x1 : side === "right" ? mark.x1 + gap + least : mark.x0 + least;
    const end = side === "above" ? Math.max(mark.x1, Math.min(x1, limitAbove(mark, options))) : x1;
    // Where a label goes that is moved is known only when it is set.
    if (nudge === undefined && !space.free(x0, end)) {
      crowded = true;
      continue;
    }
    let last: SetText | null = null;
    const measures = side === "above" ? ABOVE : BESIDE;
    for (let m = 0; m < (options.thorough ? measures.length : 1); m++) {
      // A label above is about as wide as its mark.
      const measure = side === "above" && m === 0 ? Math.min(Math.max(width, 11 * em), 21 * em) : measures[m]! * em;
      const most = Math.min(room, measure);
      const set = most < narrowest ? null : setLabel(label, most, options);
      if (set === null || (last !== null && sameLines(set, last))) continue;
      last = set;
      const way = stand(side, set, mark, glyph, wide, options);
      ways = ways.length === 0 ? [way] : [...ways, way];
    }
    if (last !== null && nudge === undefined && isBest(ways.at(-1)!, space, options)) break;
  }
  // A wish that no width of the picture can grant is reported, and loses no label.
  if (ways.length === 0 && !crowded) {
    if (text.breaks.length > 0) return waysOf({ ...text, breaks: [] }, mark, hints, options, space);
    if (hints.side !== undefined) return waysOf(text, mark, { ...hints, side: undefined }, options, space);
  }
  return nudge === undefined ? ways : ways.map((w) => nudged(w, mark, nudge, options));
}

/**
 * Whether none of the sides that follow can be cheaper than this one beside the mark: there a label is set to
 * the widest measure, so that it is no higher than others, adds no track, and stays off the hatch. What its width costs is
 * less than what speaks against those that follow.
 */
const isBest = ({ side, textX, x0, x1 }: Way, space: Room, { thorough, axis, cutoff, type }: BlockOptions): boolean =>
  !thorough &&
  side !== "above" &&
  (side === "right" ? axis.x1 - textX : textX - axis.x0) >= 14 * type.em &&
  (cutoff === null || (side === "right" ? x1 : textX) <= cutoff) &&
  space.free(x0, x1) &&
  !space.grows(x0, x1);

/** Widths that text is set to, in ems; the first that is above follows its mark. */
const ABOVE = [11, 21];
const BESIDE = [14, 21, 9.5];

const WIDE_FIRST: readonly Way["side"][] = ["above", "right", "left"];
const BESIDE_FIRST: readonly Way["side"][] = ["right", "left", "above"];

const sameLines = (a: SetText, b: SetText): boolean =>
  a === b || (a.lines.length === b.lines.length && a.lines.every((l, i) => l.text === b.lines[i]!.text));

/** How far right a label above may reach: it stays on the known side of the moment of publication where its mark does. */
const limitAbove = ({ x1 }: MarkGeometry, { axis, type, cutoff }: BlockOptions): number =>
  cutoff !== null && x1 <= cutoff + 1 ? cutoff - 0.2 * type.em : axis.x1;

/** A set label at one side of its mark. */
function stand(
  side: Way["side"],
  { lines, width, height }: SetText,
  mark: MarkGeometry,
  glyph: number,
  wide: boolean,
  options: BlockOptions,
): Way {
  const { axis, type, markHeight, cutoff } = options;
  const em = type.em;
  const half = markHeight / 2;
  const gap = 0.45 * em;
  let textX: number;
  let x0 = mark.x0;
  let x1 = mark.x1;
  let top = -height / 2;
  if (side === "above") {
    const left = Math.max(axis.x0, Math.min(mark.x0, limitAbove(mark, options) - width - glyph));
    textX = left + glyph;
    top = -half - 0.12 * em - height;
    x0 = Math.min(x0, left);
    x1 = Math.max(x1, textX + width);
  } else if (side === "right") {
    textX = mark.x1 + gap + glyph;
    x1 = textX + width;
  } else {
    textX = mark.x0 - gap - glyph;
    x0 = textX - width;
  }
  const up = side === "above" ? -top : Math.max(half, height / 2);
  const down = side === "above" ? half : up;
  // About its height, with what else speaks against it: text far from its mark's start, or on the hatch.
  const right = side === "left" ? textX : textX + width;
  const hatch = cutoff !== null && right > cutoff ? 4 * em : 0;
  const bias = side === "above" ? (wide ? -0.6 * em : 0.8 * em) : side === "left" ? 0.4 * em : 0;
  // A title in three lines is a column of single words, beside a mark or over it: rather one line more of the lane.
  const broken = lines.length > 2 && lines[2]!.role === "title" ? 0.6 * em : 0;
  const cost = up + down + hatch + bias + broken + 0.02 * width;
  const anchor = side === "left" ? "end" : "start";
  const glyphX = glyph > 0 ? textX + (side === "left" ? 0.58 : -0.58) * glyph : undefined;
  return { side, anchor, textX, textWidth: width, lines, top, x0, x1, up, down, cost, glyphX };
}

/** While it is made. Copies with one field more would each have a hidden class of their own. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A label's lines, set. */
export interface SetText {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

interface SetLines extends SetText {
  readonly lines: Writable<LabelLine>[];
}

interface SetTo {
  readonly room: number;
  readonly set: SetText | null;
  readonly before: SetTo | null;
}

/** A label that is to be set to several widths, each only once: both sides of a mark ask for the same. */
export interface Label {
  readonly text: LabelText;
  readonly title: Breakable;
  /** Width of the letters raised after the title. */
  readonly raised: number;
  readonly glyph: number;
  /** How it is set to the few widths that were asked for, the last first. */
  sets: SetTo | null;
}

type SetOptions = Pick<BlockOptions, "type" | "measure"> & {
  /** The most lines of the title; default 3. */
  readonly titleLines?: number;
  /** A title that needs more is cut with an ellipsis. */
  readonly cut?: boolean;
  /** The most lines of what stands under the title; default 3. */
  readonly detailLines?: number;
};

export function labelOf(text: LabelText, glyph: number, { type, measure }: SetOptions): Label {
  const font = text.bold ? type.labelBold : type.label;
  const raised = text.raised === "" ? 0 : measure(text.raised, { ...font, size: font.size * 0.7 }) + 0.1 * font.size;
  return { text, title: breakable(text.title, font, measure, text.breaks), raised, glyph, sets: null };
}

/** The label in lines no wider than `room`; null where its title finds no room. */
export function setLabel(label: Label, room: number, options: SetOptions): SetText | null {
  for (let known = label.sets; known !== null; known = known.before) if (known.room === room) return known.set;
  const set = setIn(label, room, options);
  label.sets = { room, set, before: label.sets };
  return set;
}

/** The title alone on one line, cut with an ellipsis where it is longer than `room`. */
export function titleLine({ text, title, raised, glyph }: Label, room: number, { type }: SetOptions): SetText {
  const { lines, width } = setLines(title, room - glyph - raised, 1);
  const set = linesFrom(0, lines, title.font, "title", type);
  if (text.raised !== "") set[0]!.raised = text.raised;
  return { lines: set, width: width + raised, height: heightOf(lines, title.font, type) };
}

/** The title alone on up to three lines, or as many as the editor's breaks make; null where it would have to be cut. */
export function titleLines(label: Label, room: number, options: SetOptions): SetLines | null {
  const { text, title, raised, glyph } = label;
  const { type, titleLines: most = 3, cut = false } = options;
  const head = setLines(title, room - glyph - raised, Math.max(most, title.breaks.length + 1));
  if (head.truncated && !cut) return null;
  const last = head.lines.length - 1;
  const lines = linesFrom(0, head.lines, title.font, "title", type);
  const height = heightOf(head.lines, title.font, type);
  if (text.raised !== "") lines[last]!.raised = text.raised;
  return { lines, width: Math.max(head.width, head.widths[last]! + raised), height };
}

function setIn(label: Label, room: number, options: SetOptions): SetText | null {
  const { text, glyph } = label;
  const { type, measure, detailLines = 3 } = options;
  const head = titleLines(label, room, options);
  if (head === null) return null;
  let { lines, width, height: y } = head;
  const small = (t: string, role: "detail" | "badge", font: Font): void => {
    const maxWidth = Math.max(room - glyph, Math.min(width, room));
    const set = wrapText(t, { maxWidth, maxLines: detailLines, font, measure });
    lines = [...lines, ...linesFrom(y, set.lines, font, role, type)];
    y += heightOf(set.lines, font, type);
    width = Math.max(width, set.width);
  };
  if (text.detail !== "") small(text.detail, "detail", type.detail);
  if (text.badge !== "") small(text.badge, "badge", { ...type.detail, weight: 700 });
  return { lines, width, height: y };
}

/** Lines of a font from y down. */
function linesFrom(
  y: number,
  lines: readonly string[],
  font: Font,
  role: LabelLine["role"],
  type: Typography,
): Writable<LabelLine>[] {
  const leading = lineHeight(font, type);
  return lines.map((text, i) => ({ text, font, role, dy: y + leading * (i + 0.78) }));
}

const heightOf = (lines: readonly string[], font: Font, type: Typography): number =>
  lines.length * lineHeight(font, type);
