import type { ResolvedEvent } from "../model/resolved.js";
import { labelOf, setLabel, titleLine, type LabelLine, type SetText } from "./block.js";
import type { LabelText } from "./label-text.js";
import type { RankWay } from "./ranks.js";
import type { Reach } from "./reach.js";
import type { TextMeasurer } from "./text.js";
import type { Typography } from "./typography.js";
import { toX, type TimeAxis } from "./view.js";

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
  /** The editor's nudge. */
  readonly dx: number;
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

/**
 * The ways an event can stand with its label at every scale, best first.
 *
 * @param thorough try several widths and all lines: worth its time for a few hundred labels. Otherwise the title alone on
 *   one line, cut where it is long
 */
export function rankedWays(
  text: LabelText,
  event: ResolvedEvent,
  { a, b, left, right }: Reach,
  options: RankedLabelOptions,
  thorough: boolean,
): RankedWay[] {
  const { type, markHeight, axis } = options;
  const room = axis.x1 - axis.x0;
  const scale = room / (axis.to - axis.from);
  const em = type.em;
  const gap = LABEL_GAP * em;
  const half = markHeight / 2;
  const px = (b - a) * scale;
  const wide = px >= WIDE * em;
  const carriesShape = event.span.kind === "at";
  const glyph = options.glyphs && !carriesShape ? 1.15 * em : 0;
  const label = labelOf(text, glyph, options);
  const { side: wanted, nudge } = event.layout;
  const sides = sidesOf(wanted, wide, a, b);
  const ways: RankedWay[] = [];
  const dx = nudge?.x ?? 0;
  const dy = nudge?.y ?? 0;
  for (const side of sides) {
    const above = side === "above-start" || side === "above-end";
    const widths = above
      ? [Math.min(Math.max(Math.min(px, room), 11 * em), 21 * em), 21 * em]
      : [14 * em, 21 * em, 9.5 * em];
    let last: SetText | null = null;
    for (const width of thorough ? widths : [18 * em]) {
      const most = Math.min(width, room * 0.8);
      const set: SetText | null = thorough ? setLabel(label, most, options) : titleLine(label, most, options);
      if (set === null || set === last) continue;
      last = set;
      const reach = glyph + set.width;
      const top = (above ? -half - 0.12 * em - set.height : -set.height / 2) + dy;
      const up = Math.max(half, -top);
      const down = Math.max(half, top + set.height);
      ways.push({
        side,
        lines: set.lines,
        width: set.width,
        top,
        glyph,
        dx,
        up,
        down,
        left: Math.max(left, side === "left" ? left + gap + reach - dx : 0),
        right: Math.max(right, side === "right" ? right + gap + reach + dx : 0),
        ...(side === "above-start" ? { afterStart: reach + Math.max(0, dx) } : {}),
        ...(side === "above-end" ? { beforeEnd: reach + Math.max(0, -dx) } : {}),
        cost: (BIAS[side] ?? 0) * em + 0.02 * set.width + misplaced(side, reach + gap, { a, b, left, right }, options),
      });
    }
  }
  return ways;
}

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
  const start = toX(axis, Math.max(a, axis.from)) - (a > axis.from ? left : 0);
  const end = toX(axis, Math.min(b, axis.to)) + (b < axis.to ? right : 0);
  const x0 = side === "right" ? end : side === "left" ? start - reach : side === "above-start" ? start : end - reach;
  const x1 = x0 + reach;
  const out = Math.max(0, edges.x0 - x0) + Math.max(0, x1 - edges.x1);
  const hatched = cutoff !== null && x1 > cutoff + 1;
  return (out > 0.5 ? OUTSIDE : 0) * type.em + (hatched ? HATCHED * type.em : 0);
}

const OUTSIDE = 12;
const HATCHED = 4;

const BIAS: Readonly<Partial<Record<RankedSide, number>>> = { left: 0.4, "above-start": 0.4, "above-end": 0.6 };

function sidesOf(wanted: ResolvedEvent["layout"]["side"], wide: boolean, a: number, b: number): RankedSide[] {
  const beside: RankedSide[] = [];
  if (b !== Infinity && wanted !== "left" && wanted !== "above") beside.push("right");
  if (a !== -Infinity && wanted !== "right" && wanted !== "above") beside.push("left");
  const above: RankedSide[] = [];
  if (wanted === undefined || wanted === "above") {
    if (wide || wanted === "above" || beside.length === 0) {
      above.push("above-start");
      if (b !== Infinity) above.push("above-end");
    }
  }
  const all = wide ? [...above, ...beside] : [...beside, ...above];
  return all.length > 0 ? all : ["above-start"];
}
