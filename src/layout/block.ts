import type { LayoutHints } from "../model/types.js";
import type { LabelText } from "./label-text.js";
import type { MarkGeometry } from "./mark.js";
import type { PackWay } from "./pack.js";
import type { Font, TextMeasurer } from "./text.js";
import { lineHeight, type Typography } from "./typography.js";
import type { TimeAxis } from "./view.js";
import { wrapText } from "./wrap.js";

/** One line of a label, relative to the block's mark line (y down). */
export interface LabelLine {
  readonly text: string;
  readonly raised?: string;
  readonly font: Font;
  readonly role: "title" | "detail" | "badge";
  /** Baseline, relative to the mark's centre. */
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
  /** Room above and below the mark's centre. */
  readonly up: number;
  readonly down: number;
  /** A category's shape in front of the first line, for marks that do not carry it. */
  readonly glyphX?: number;
  /** From the mark to a label that the editor moved away. */
  readonly leader?: readonly [number, number, number, number];
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
  /** Try several widths of text: worth its time for a few hundred labels, not for thousands. */
  readonly thorough: boolean;
}

/** The ways one event can stand with its label, best first; empty when the label fits nowhere. */
export function waysOf(text: LabelText, mark: MarkGeometry, hints: LayoutHints, options: BlockOptions): Way[] {
  const { axis, type } = options;
  const em = type.em;
  const wide = mark.x1 - mark.x0 >= 6.5 * em;
  const gap = 0.45 * em;
  const sides: Way["side"][] =
    hints.side !== undefined ? [hints.side] : wide ? ["above", "right", "left"] : ["right", "left", "above"];
  const ways: Way[] = [];
  const width = mark.x1 - mark.x0;
  for (const side of sides) {
    const room =
      side === "above" ? axis.x1 - axis.x0 : side === "right" ? axis.x1 - mark.x1 - gap : mark.x0 - gap - axis.x0;
    const measures =
      side === "above" ? [Math.min(Math.max(width, 11 * em), 21 * em), 21 * em] : [14 * em, 21 * em, 9.5 * em];
    let last = "";
    for (const measure of options.thorough ? measures : measures.slice(0, 1)) {
      const way = stand(side, text, mark, Math.min(room, measure), options);
      const key = way === null ? "" : way.lines.map((l) => l.text).join("\n");
      if (way === null || key === last) continue;
      last = key;
      ways.push({ ...way, cost: costOf(way, wide, options) });
    }
  }
  return hints.nudge === undefined ? ways : ways.map((w) => nudged(w, mark, hints, axis));
}

/** About its height, with what else speaks against it: text far from its mark's start, or on the hatch. */
function costOf(way: Way, wide: boolean, { type, cutoff }: BlockOptions): number {
  const { em } = type;
  const right = way.anchor === "start" ? way.textX + way.textWidth : way.textX;
  const hatch = cutoff !== null && right > cutoff ? 4 * em : 0;
  const bias = way.side === "above" ? (wide ? -0.6 * em : 0.8 * em) : way.side === "left" ? 0.4 * em : 0;
  return way.up + way.down + hatch + bias + 0.02 * way.textWidth;
}

function stand(
  side: Way["side"],
  text: LabelText,
  mark: MarkGeometry,
  room: number,
  options: BlockOptions,
): Way | null {
  const { axis, type, markHeight } = options;
  const em = type.em;
  const glyph = options.glyph && mark.form !== "dot" && mark.form !== "bracket" ? 1.15 * em : 0;
  if (room < Math.min(6 * em, (axis.x1 - axis.x0) / 3)) return null;
  const set = setTextOnce(text, room, glyph, options);
  if (!set) return null;
  const half = markHeight / 2;
  const gap = 0.45 * em;
  const h = set.height;
  if (side === "above") {
    // A label stays on the known side of the moment of publication where its mark does.
    const limit = options.cutoff !== null && mark.x1 <= options.cutoff + 1 ? options.cutoff - 0.2 * em : axis.x1;
    const textX = Math.max(axis.x0, Math.min(mark.x0, limit - set.width - glyph));
    const top = -half - 0.12 * em - h;
    return {
      side,
      anchor: "start",
      textX: textX + glyph,
      textWidth: set.width,
      lines: set.lines.map((l) => ({ ...l, dy: l.dy + top })),
      x0: Math.min(mark.x0, textX),
      x1: Math.max(mark.x1, textX + glyph + set.width),
      up: -top,
      down: half,
      ...(glyph > 0 ? { glyphX: textX + glyph * 0.42 } : {}),
    };
  }
  const top = -h / 2;
  const lines = set.lines.map((l) => ({ ...l, dy: l.dy + top }));
  const room0 = { up: Math.max(half, h / 2), down: Math.max(half, h / 2) };
  if (side === "right") {
    const textX = mark.x1 + gap + glyph;
    return {
      side,
      anchor: "start",
      textX,
      textWidth: set.width,
      lines,
      x0: mark.x0,
      x1: textX + set.width,
      ...room0,
      ...(glyph > 0 ? { glyphX: textX - glyph * 0.58 } : {}),
    };
  }
  const textX = mark.x0 - gap - glyph;
  return {
    side,
    anchor: "end",
    textX,
    textWidth: set.width,
    lines,
    x0: textX - set.width,
    x1: mark.x1,
    ...room0,
    ...(glyph > 0 ? { glyphX: textX + glyph * 0.58 } : {}),
  };
}

/** The last label set, by its room: both sides of a mark ask for the same. */
let lastSet: { text: LabelText; room: number; glyph: number; set: SetText | null } | undefined;

function setTextOnce(text: LabelText, room: number, glyph: number, options: BlockOptions): SetText | null {
  if (lastSet?.text !== text || lastSet.room !== room || lastSet.glyph !== glyph) {
    lastSet = { text, room, glyph, set: setText(text, room, glyph, options) };
  }
  return lastSet.set;
}

interface SetText {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

function setText(text: LabelText, room: number, glyph: number, { type, measure }: BlockOptions): SetText | null {
  const font = text.bold ? type.labelBold : type.label;
  const raisedWidth =
    text.raised === "" ? 0 : measure(text.raised, { ...font, size: font.size * 0.7 }) + 0.1 * font.size;
  const title = wrapText(text.title, {
    maxWidth: room - glyph - raisedWidth,
    maxLines: 3,
    font,
    measure,
    breaks: text.breaks,
  });
  if (title.truncated) return null;
  const lines: LabelLine[] = [];
  let y = 0;
  let width = title.width;
  const add = (t: string, f: Font, role: LabelLine["role"], raised = ""): void => {
    const lh = lineHeight(f, type);
    lines.push({ text: t, font: f, role, dy: y + lh * 0.78, ...(raised === "" ? {} : { raised }) });
    y += lh;
  };
  title.lines.forEach((line, i) => {
    const last = i === title.lines.length - 1;
    add(line, font, "title", last ? text.raised : "");
    if (last) width = Math.max(width, measure(line, font) + raisedWidth);
  });
  const small = (t: string, role: "detail" | "badge", f: Font): void => {
    if (t === "") return;
    const set = wrapText(t, { maxWidth: Math.max(room - glyph, Math.min(width, room)), maxLines: 3, font: f, measure });
    for (const line of set.lines) add(line, f, role);
    width = Math.max(width, set.width);
  };
  small(text.detail, "detail", type.detail);
  small(text.badge, "badge", { ...type.detail, weight: 700 });
  return { lines, width, height: y };
}

/** The editor's nudge: the label moves, the mark stays, a leader joins them where they part. */
function nudged(way: Way, mark: MarkGeometry, hints: LayoutHints, axis: TimeAxis): Way {
  const textLeft = way.anchor === "start" ? way.textX : way.textX - way.textWidth;
  const wish = hints.nudge?.x ?? 0;
  const dx = Math.min(Math.max(wish, axis.x0 - textLeft), axis.x1 - textLeft - way.textWidth);
  const dy = hints.nudge?.y ?? 0;
  const lines = way.lines.map((l) => ({ ...l, dy: l.dy + dy }));
  const left = textLeft + dx;
  const right = left + way.textWidth;
  const nearest = Math.min(Math.max(mark.c0, left), right);
  const top = Math.min(...way.lines.map((l) => l.dy - l.font.size)) + dy;
  const bottom = Math.max(...way.lines.map((l) => l.dy)) + dy;
  const apart = nearest !== mark.c0 || top > 0 || bottom < 0;
  return {
    ...way,
    textX: way.textX + dx,
    lines,
    x0: Math.min(way.x0, left),
    x1: Math.max(way.x1, right),
    up: Math.max(way.up, -top),
    down: Math.max(way.down, bottom),
    ...(way.glyphX === undefined ? {} : { glyphX: way.glyphX + dx }),
    ...(apart && (dx !== 0 || dy !== 0)
      ? { leader: [mark.c0, 0, nearest, bottom < 0 ? bottom : top > 0 ? top : 0] as const }
      : {}),
  };
}
