import type { Density, Flag, Layout } from "../layout/layout.js";
import { boxOf } from "./highlight.js";

/** What lies under a position of the picture. */
export type Hit =
  | { readonly kind: "event"; readonly event: number; readonly lane: number }
  | { readonly kind: "column"; readonly bin: Density["bins"][number]; readonly lane: number }
  | { readonly kind: "outside"; readonly flag: Flag; readonly lane: number };

/** Half of the least size of a target (WCAG 2.5.8), in px. */
const REACH = 12;

/**
 * What a pointer at a position of the picture means: the event whose mark or label it is on, or else the nearest mark
 * within reach, or else a column of counts or an indicator of what lies outside.
 *
 * @param x in the picture's own units, left to right also where the picture is mirrored
 */
export function hit(layout: Layout, x: number, y: number): Hit | null {
  const { em } = layout.arrangement.type;
  for (let l = 0; l < layout.lanes.length; l++) {
    const lane = layout.lanes[l]!;
    if (y < lane.y0 || y > lane.y1) continue;
    let nearest: Hit | null = null;
    let least = REACH;
    for (const item of lane.items) {
      const box = boxOf(item, em);
      const { mark } = item;
      const onLabel = x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
      const dx = Math.max(mark.x0 - x, 0, x - mark.x1);
      const distance = onLabel ? 0 : Math.max(dx, Math.abs(y - item.y));
      if (distance >= least) continue;
      least = distance;
      nearest = { kind: "event", event: item.event, lane: l };
    }
    if (nearest !== null) return nearest;
    for (const flag of lane.flags) {
      const far = flag.anchor === "start" ? flag.textX + flag.width : flag.textX - flag.width;
      const x0 = Math.min(flag.x, flag.textX, far) - 4;
      const x1 = Math.max(flag.x, flag.textX, far) + 4;
      if (x >= x0 && x <= x1 && Math.abs(y - flag.y) <= Math.max(REACH, (flag.lines.length * em * 1.3) / 2))
        return { kind: "outside", flag, lane: l };
    }
    const { density } = lane;
    if (density !== null && y >= density.y0 - 4 && y <= lane.y1) {
      const bin = density.bins.find((b) => x >= b.x0 - 1 && x <= b.x1 + 1);
      if (bin !== undefined) return { kind: "column", bin, lane: l };
    }
    return null;
  }
  return null;
}
