import type { ResolvedEvent } from "../../model/resolved.js";
import { labelOf, setLabel, type LabelLine } from "../block.js";
import type { LabelText } from "../label-text.js";
import type { TextMeasurer } from "../text.js";
import { lineHeight, type Typography } from "../typography.js";
import { breakable, setLines } from "../wrap.js";

/** A label beside a vertical axis. */
export interface VerticalLabel {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
  /** From its top to the middle of its first line, which stands beside the mark. */
  readonly ahead: number;
  /** How far the editor has moved it; null where nobody has. */
  readonly nudge: { readonly x: number; readonly y: number } | null;
  /** Room in the margin for the category's shape; 0 where the mark carries it. */
  readonly glyph: number;
  /** Whether so many marks stand beside each other at its moment that its shape tells which is its own. */
  readonly crowded: boolean;
}

export interface VerticalLabelOptions {
  readonly type: Typography;
  readonly measure: TextMeasurer;
  /** Room for the whole label. */
  readonly room: number;
  /** Whether labels of extents carry the category's shape, and those of a crowded moment. */
  readonly glyphs: boolean;
  readonly crowded?: boolean;
}

/** A column is narrow, and the page is long: here a label may be higher. */
const TITLE_LINES = 4;
const DETAIL_LINES = 6;
/** Room, in em, for a category's shape in the margin of the labels. */
export const HANG = 1.05;

/**
 * The label of an event, its lanes in a line above the title.
 *
 * @param lane names of the lanes, or "" where the column says it
 */
export function verticalLabel(
  text: LabelText,
  { span, layout: { nudge } }: ResolvedEvent,
  lane: string,
  { type, measure, room, glyphs, crowded = false }: VerticalLabelOptions,
): VerticalLabel {
  const glyph = glyphs && (crowded || span.kind !== "at") ? HANG * type.em : 0;
  const options = { type, measure, titleLines: TITLE_LINES, detailLines: DETAIL_LINES, cut: true };
  const set = setLabel(labelOf(text, 0, options), room, options)!;
  const tag = lane === "" ? null : setLines(breakable(lane, tagFont(type), measure), room, 1);
  const above = tag === null ? 0 : lineHeight(tagFont(type), type);
  const first = tag === null ? lineHeight(set.lines[0]!.font, type) : above;
  const lines: LabelLine[] = set.lines.map((line) => (above === 0 ? line : { ...line, dy: line.dy + above }));
  if (tag !== null) lines.unshift({ text: tag.lines[0]!, font: tagFont(type), role: "lane", dy: above * 0.78 });
  return {
    lines,
    width: Math.max(set.width, tag?.width ?? 0),
    height: set.height + above,
    ahead: first / 2,
    nudge: nudge === undefined ? null : { x: nudge.x ?? 0, y: nudge.y ?? 0 },
    glyph,
    crowded,
  };
}

const tagFont = ({ detail }: Typography): Typography["detail"] => ({ ...detail, weight: 700 });

/** A label that is only the number of a note. */
export function numberLabel(number: string, { type, measure }: VerticalLabelOptions): VerticalLabel {
  const font = { ...type.minor, weight: 700 };
  const height = lineHeight(font, type);
  return {
    lines: [{ text: number, font, role: "title", dy: height * 0.78 }],
    width: measure(number, font),
    height,
    ahead: height / 2,
    nudge: null,
    glyph: 0,
    crowded: false,
  };
}

/** How far above its mark a label would like to begin. */
export const aheadOf = ({ ahead, nudge }: VerticalLabel): number => ahead - (nudge?.y ?? 0);

/** Where the editor has put a label it stays, and others give way. */
const FIRM = 1e6;
export const weightOf = ({ nudge }: VerticalLabel): number => (nudge === null ? 1 : FIRM);
