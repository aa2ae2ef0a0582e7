import type { LabelLine } from "./block.js";
import type { TextMeasurer } from "./text.js";

const ELLIPSIS = "…";

/**
 * The lines of a label that would leave the picture, cut to the room that is left of it, with an ellipsis on the side
 * where they are cut; null when nothing but the ellipsis would be left of the first.
 *
 * @param side the edge at which the room ends
 */
export function cutLines(
  lines: readonly LabelLine[],
  room: number,
  side: "start" | "end",
  measure: TextMeasurer,
): readonly LabelLine[] | null {
  const out: LabelLine[] = [];
  for (const line of lines) {
    const raised = line.raised === undefined ? 0 : measure(line.raised, { ...line.font, size: line.font.size * 0.7 });
    if (measure(line.text, line.font) + raised <= room) {
      out.push(line);
      continue;
    }
    // Raised letters stand at the end: they go first where that is cut.
    const { raised: letters, ...rest } = line;
    const kept = side === "start" && letters !== undefined && raised < room / 3;
    const text = cut(line, kept ? room - raised : room, side, measure);
    if (text === "") continue;
    out.push(kept ? { ...rest, text, raised: letters } : { ...rest, text });
  }
  return out.length > 0 && out[0]!.dy === lines[0]!.dy ? out : null;
}

/**
 * The longest beginning (or end) of a line that fits with the ellipsis, in whole words, or in whole characters where that
 * leaves no word; empty for none.
 */
function cut({ text, font }: LabelLine, room: number, side: "start" | "end", measure: TextMeasurer): string {
  const letters = Array.from(text);
  const part = (n: number): string =>
    side === "end"
      ? letters.slice(0, n).join("").trimEnd() + ELLIPSIS
      : ELLIPSIS +
        letters
          .slice(letters.length - n)
          .join("")
          .trimStart();
  let lo = 0;
  let hi = letters.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (measure(part(mid), font) <= room) lo = mid;
    else hi = mid - 1;
  }
  if (lo === 0) return "";
  // As many characters as stand before, or after, the space at which the cut is.
  const space = side === "end" ? letters.lastIndexOf(" ", lo) : letters.indexOf(" ", letters.length - lo - 1);
  const words = side === "end" ? space : letters.length - space - 1;
  return part(space > 0 && words > 0 ? words : lo);
}
