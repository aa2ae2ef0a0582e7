import type { Tick, TickOptions } from "./ticks.js";

/** Whether all labels stand clear of each other, with so many sizes between them. */
export function apart(
  list: readonly Tick[],
  xOf: (time: number) => number,
  { measure, font }: TickOptions,
  between = 0.6,
): boolean {
  let right = -Infinity;
  const gap = font.size * between;
  for (const t of list) {
    const x = xOf(t.time);
    const half = measure(t.label, font) / 2;
    if (x - half < right + gap) return false;
    right = x + half;
  }
  return true;
}
