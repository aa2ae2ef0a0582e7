import { isHeading } from "../layout/lanes.js";
import type { Density, Flag, LaneLayout, Layout } from "../layout/layout.js";
import { isDown } from "./along.js";
import { isIn, labelBox, markBox } from "./boxes.js";

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
  const across = isDown(layout) ? x : y;
  // A heading over columns stands where they do, and holds nothing.
  const over = (lane: LaneLayout): boolean => isDown(layout) && isHeading(lane.lane);
  const l = layout.lanes.findIndex((lane) => across >= lane.y0 && across <= lane.y1 && !over(lane));
  const lane = layout.lanes[l];
  return lane === undefined ? null : (eventAt(layout, lane, l, x, y) ?? otherAt(layout, lane, l, x, y));
}

function eventAt(layout: Layout, lane: LaneLayout, l: number, x: number, y: number): Hit | null {
  let nearest: Hit | null = null;
  let least = REACH;
  for (const item of lane.items) {
    const label = labelBox(layout, item);
    const distance = label !== null && isIn(label, x, y) ? 0 : distanceTo(markBox(layout, item), x, y, layout);
    if (distance >= least) continue;
    least = distance;
    nearest = { kind: "event", event: item.event, lane: l };
  }
  return nearest;
}

/** From a mark's middle across time, and from its ends along it. */
function distanceTo(box: ReturnType<typeof markBox>, x: number, y: number, layout: Layout): number {
  const away = (p: number, a: number, b: number): number => Math.max(a - p, 0, p - b);
  const off = (p: number, a: number, b: number): number => Math.abs(p - (a + b) / 2);
  return isDown(layout)
    ? Math.max(away(y, box.y0, box.y1), off(x, box.x0, box.x1))
    : Math.max(away(x, box.x0, box.x1), off(y, box.y0, box.y1));
}

function otherAt(layout: Layout, lane: LaneLayout, l: number, x: number, y: number): Hit | null {
  const { em } = layout.arrangement.type;
  for (const flag of lane.flags) {
    const far = flag.anchor === "start" ? flag.textX + flag.width : flag.textX - flag.width;
    const x0 = Math.min(flag.x, flag.textX, far) - 4;
    const x1 = Math.max(flag.x, flag.textX, far) + 4;
    if (x >= x0 && x <= x1 && Math.abs(y - flag.y) <= Math.max(REACH, (flag.lines.length * em * 1.3) / 2))
      return { kind: "outside", flag, lane: l };
  }
  const { density } = lane;
  if (density === null) return null;
  const [along, across] = isDown(layout) ? [y, x] : [x, y];
  const end = isDown(layout) ? density.y1 + 4 : lane.y1;
  if (across < density.y0 - 4 || across > end) return null;
  const bin = density.bins.find((b) => along >= b.x0 - 1 && along <= b.x1 + 1);
  return bin === undefined ? null : { kind: "column", bin, lane: l };
}
