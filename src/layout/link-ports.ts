import type { Port } from "./elbow.js";
import type { Item } from "./layout.js";
import type { Rect } from "./rect.js";

/** How far an arrow goes straight away from its mark, and straight to the other, in em. */
const LEAVE = 0.25;
const ARRIVE = 0.6;

/**
 * Where an arrow may touch a mark: best its dot from above or below or, along the axis, its end; else a few places along
 * it.
 *
 * @param other the mark at the other end: straight over it stands the shortest arrow
 */
export function portsOf(item: Item, other: Item, leaving: boolean, em: number): Port[] {
  const { mark, y } = item;
  const stub = (leaving ? LEAVE : ARRIVE) * em;
  const ports: Port[] = [];
  const upright = (x: number, half: number, cost: number): void => {
    for (const dy of [-1, 1] as const) ports.push({ x, y: y + dy * half * em, dx: 0, dy, stub, cost: cost * em });
  };
  if (mark.form === "bar" && mark.c1 - mark.c0 >= 4) {
    const w = mark.c1 - mark.c0;
    const inset = Math.min(w / 2, 0.8 * em);
    const [first, last] = [mark.c0 + inset, mark.c1 - inset];
    for (const x of [first, mark.c0 + w / 4, mark.c0 + w / 2, mark.c0 + (3 * w) / 4, last])
      upright(x, 0.36, x === first ? 0 : 0.5);
    const across = other.mark.c0;
    if (across > mark.c0 + 0.25 * em && across < mark.c1 - 0.25 * em) upright(across, 0.36, 0.25);
  } else {
    upright(mark.c0, mark.form === "bar" ? 0.36 : 0.5, 0);
    // Of the line about the dot as well, where it is long.
    for (const x of [(mark.x0 + mark.c0) / 2, (mark.x1 + mark.c0) / 2])
      if (Math.abs(x - mark.c0) > 0.9 * em) upright(x, 0.14, 1.5);
    const across = other.mark.c0;
    const off = Math.abs(across - mark.c0);
    if (off <= 0.55 * em) upright(across, 0.5, 0.5);
    else if (across > mark.x0 + 0.3 * em && across < mark.x1 - 0.3 * em) upright(across, 0.14, 1);
  }
  // From left to right in time, against it at a price.
  if (mark.end !== "torn") ports.push({ x: mark.x1 + 0.15 * em, y, dx: 1, dy: 0, stub, cost: (leaving ? 0 : 3) * em });
  if (mark.start !== "torn")
    ports.push({ x: mark.x0 - 0.15 * em, y, dx: -1, dy: 0, stub, cost: (leaving ? 3 : 0) * em });
  return ports;
}

/** What an arrow does not run through of its own marks. */
export function ownBlocks({ mark, y }: Item, em: number): Rect[] {
  const half = (mark.form === "bar" ? 0.3 : 0.1) * em;
  const line: Rect = { x0: mark.x0, x1: mark.x1, y0: y - half, y1: y + half };
  if (mark.form === "bar") return [line];
  const r = 0.4 * em;
  return [line, { x0: mark.c0 - r, x1: mark.c0 + r, y0: y - r, y1: y + r }];
}
