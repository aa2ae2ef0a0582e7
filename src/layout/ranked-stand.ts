import type { Way } from "./block.js";
import { cutLines } from "./label-cut.js";
import { inkOf, leaderTo } from "./leader.js";
import type { MarkGeometry } from "./mark.js";
import { LABEL_GAP, type RankedWay } from "./ranked-labels.js";
import type { TextMeasurer } from "./text.js";

/** Between what x labels keep: the picture's edges. */
export interface Edges {
  readonly x0: number;
  readonly x1: number;
}

/** A label and its mark as they stand in a window; no way where nothing of the label has room. */
export interface Stand {
  readonly way: Way | null;
  readonly mark: MarkGeometry;
}

export interface Standing extends Stand {
  readonly i: number;
  readonly row: number;
  readonly label: RankedWay;
}

/** Room for the sign of a torn end, in em. */
const TEAR = 1.2;
/** A mark gives way to a label only where this much of it stays to be seen, in em. */
const LEFT_OF_MARK = 3;

/**
 * Where a label stands now. It keeps its side of the mark; where that end of the mark has left the window, the mark
 * begins (or ends) beside the label, torn, and at the picture's edge a label is cut.
 *
 * @param block what the label and its mark may take, as ranked
 */
export function standAt(
  label: RankedWay,
  mark: MarkGeometry,
  block: { readonly x0: number; readonly x1: number },
  edges: Edges,
  em: number,
  measure: TextMeasurer,
): Stand {
  const { side, width, dx } = label;
  const glyph = glyphOf(label, mark);
  const gap = LABEL_GAP * em;
  const whole = glyph + width;
  const spare = mark.x1 - mark.x0 - whole - gap - LEFT_OF_MARK * em;
  let left: number;
  let kept = mark;
  if (side === "right") {
    left = moved(mark.x1 + gap, dx, whole, edges);
    const over = left + whole - edges.x1;
    if (over > 0 && spare > 0) {
      left = edges.x1 - whole;
      kept = shortened(mark, mark.x0, left - gap, em);
    }
  } else if (side === "left") {
    left = moved(mark.x0 - gap - whole, dx, whole, edges);
    if (left < edges.x0 && spare > 0) {
      left = edges.x0;
      kept = shortened(mark, left + whole + gap, mark.x1, em);
    }
  } else if (side === "above-start")
    left = Math.min(moved(mark.x0, dx, whole, edges), Math.max(block.x1 - whole, block.x0));
  else left = Math.max(moved(mark.x1 - whole, dx, whole, edges), Math.min(block.x0, block.x1 - whole));
  return { mark: kept, way: wayAt(label, kept, left, glyph, edges, em, measure) };
}

const glyphOf = (label: RankedWay, mark: MarkGeometry): number =>
  label.glyph > 0 && mark.form !== "dot" && mark.form !== "bracket" ? label.glyph : 0;

/** The part of a mark between two x; what is cut off runs on. */
function shortened(mark: MarkGeometry, x0: number, x1: number, em: number): MarkGeometry {
  // A dot does not stand on the sign of a torn end.
  const clear = mark.form === "bar" ? 0 : Math.min(TEAR * em, (x1 - x0) / 2);
  const [least, most] = [x0 > mark.x0 ? x0 + clear : x0, x1 < mark.x1 ? x1 - clear : x1];
  const inside = (x: number): number => Math.min(Math.max(x, least), most);
  return {
    ...mark,
    x0,
    x1,
    c0: inside(mark.c0),
    c1: inside(mark.c1),
    start: x0 > mark.x0 ? "torn" : mark.start,
    end: x1 < mark.x1 ? "torn" : mark.end,
  };
}

/** The label with its left edge at an x, cut where it would leave the picture. */
function wayAt(
  label: RankedWay,
  mark: MarkGeometry,
  left: number,
  glyph: number,
  edges: Edges,
  em: number,
  measure: TextMeasurer,
  side: RankedWay["side"] = label.side,
): Way | null {
  let { lines } = label;
  let textLeft = left + (side === "left" ? 0 : glyph);
  let textWidth = label.width;
  const over = textLeft + textWidth > edges.x1 + 0.5 ? "end" : textLeft < edges.x0 - 0.5 ? "start" : null;
  if (over !== null) {
    textWidth = over === "end" ? edges.x1 - textLeft : textLeft + textWidth - edges.x0;
    if (over === "start") textLeft = edges.x0;
    const cut = textWidth > 0 ? cutLines(lines, textWidth, over, measure) : null;
    if (cut === null) return null;
    lines = cut;
  }
  const right = textLeft + textWidth;
  const glyphX = side === "left" ? right + 0.58 * glyph : textLeft - 0.58 * glyph;
  const shown = glyph > 0 && glyphX - glyph / 2 > edges.x0 && glyphX + glyph / 2 < edges.x1;
  const x0 = shown ? Math.min(textLeft, glyphX - glyph / 2) : textLeft;
  const x1 = shown ? Math.max(right, glyphX + glyph / 2) : right;
  const leader = leaderOf(label, mark, x0, x1, em);
  return {
    side: side === "left" ? "left" : side === "right" ? "right" : "above",
    anchor: side === "left" || side === "above-end" ? "end" : "start",
    textX: side === "left" || side === "above-end" ? right : textLeft,
    textWidth,
    lines,
    top: label.top,
    x0,
    x1,
    up: label.up,
    down: label.down,
    ...(shown ? { glyphX } : {}),
    ...(leader === undefined ? {} : { leader }),
  };
}

/** From the mark to a label that the editor moved away. */
function leaderOf(
  { lines, top, nudged }: RankedWay,
  mark: MarkGeometry,
  x0: number,
  x1: number,
  em: number,
): Way["leader"] {
  if (!nudged) return undefined;
  const ink = inkOf(lines);
  return leaderTo(mark, { x0, x1, top: top + ink.top, bottom: top + ink.bottom }, em / 2, em);
}

/** Where a label stands that the editor moved: near an edge nearer to its natural place, to stay in the picture. */
const moved = (natural: number, dx: number, whole: number, { x0, x1 }: Edges): number =>
  dx < 0 ? Math.max(natural + dx, Math.min(natural, x0)) : Math.min(natural + dx, Math.max(natural, x1 - whole));

/** No label reaches farther from its mark, in em. */
const FARTHEST = 24;

/**
 * Labels that the window's edge would cut stand at the other end of their mark, whole, where their row has room there:
 * better a label that changes sides than one of which nobody can read more than the beginning.
 *
 * @param hidden whether events of a row stand between two x that show only nearer: they would take the place when the
 *   reader zooms in, and what shows is never to go
 */
export function turned(
  standing: readonly Standing[],
  edges: Edges,
  em: number,
  measure: TextMeasurer,
  hidden: (row: number, x0: number, x1: number) => boolean,
): Standing[] {
  const gap = LABEL_GAP * em;
  const out = [...standing];
  out.forEach((s, at) => {
    const { label, mark, row } = s;
    const whole = s.way !== null && s.way.lines === label.lines;
    if (whole || (label.side !== "left" && label.side !== "right")) return;
    const toRight = label.side === "left";
    const outOfSight = (toRight ? mark.start : mark.end) === "torn";
    // What an editor moved is the editor's as long as its end of the mark is seen.
    if (label.nudged && !outOfSight) return;
    const glyph = glyphOf(label, mark);
    const left = toRight ? mark.x1 + gap : mark.x0 - gap - glyph - label.width;
    const right = left + glyph + label.width;
    if (left < edges.x0 || right > edges.x1) return;
    // Those that turned before stand where they stand now.
    const meets = out.some(
      (o) =>
        o !== s &&
        o.row === row &&
        Math.min(o.mark.x0, o.way?.x0 ?? Infinity) < right + 2 * gap &&
        Math.max(o.mark.x1, o.way?.x1 ?? -Infinity) > left - 2 * gap,
    );
    if (meets || (!outOfSight && hidden(row, left - FARTHEST * em, right + FARTHEST * em))) return;
    out[at] = { ...s, way: wayAt(label, mark, left, glyph, edges, em, measure, toRight ? "right" : "left") };
  });
  return out;
}
