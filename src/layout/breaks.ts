import type { Folded } from "./folded.js";
import type { Font, TextMeasurer } from "./text.js";
import { xOf, type TimeAxis } from "./view.js";

/** A tear through the axis and the lanes, where time is left out. */
export interface BreakLayout {
  readonly x0: number;
  readonly x1: number;
  /** How long the stretch is; and where that stands, centred, when it has room. */
  readonly name: string;
  readonly nameX: number | null;
  readonly width: number;
}

/** The breaks of a window, with their names where these do not meet. */
export function breaksOf(
  { breaks }: Folded,
  axis: TimeAxis,
  { measure, font }: { readonly measure: TextMeasurer; readonly font: Font },
): BreakLayout[] {
  const found: BreakLayout[] = [];
  let right = axis.x0 - font.size;
  for (const { a, b, name } of breaks) {
    const x0 = Math.max(axis.x0, xOf(axis, a));
    const x1 = Math.min(axis.x1, xOf(axis, b));
    if (x1 - x0 < 0.5) continue;
    const width = measure(name, font);
    const x = Math.min(Math.max((x0 + x1) / 2, axis.x0 + width / 2), axis.x1 - width / 2);
    const fits = x - width / 2 >= right + 0.5 * font.size && Math.abs(x - (x0 + x1) / 2) <= (x1 - x0) / 2;
    if (fits) right = x + width / 2;
    found.push({ x0, x1, name, nameX: fits ? x : null, width });
  }
  return found;
}
