import { panned, unitsAt, zoomed } from "../layout/view.js";
import { isDown, isLeftward, placeOf } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";

interface Finger {
  readonly x: number;
  readonly y: number;
}

/**
 * One finger pans the time, two pinch it. By pointer events and not by d3-zoom, whose touch events would have to take the
 * page's vertical scroll away: here the style sheet leaves that to the browser (`touch-action: pan-y`), which says so by
 * cancelling the pointer. Where time runs down, one finger is the page's alone, and two move and pinch the time.
 */
export function touch(host: Host, svg: SVGSVGElement): Part {
  const fingers = new Map<number, Finger>();

  const down = (event: PointerEvent): void => {
    if (event.pointerType !== "touch" || fingers.size >= 2) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = host.now();
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, f]) => f);
    const after = { x: event.clientX, y: event.clientY };
    fingers.set(event.pointerId, after);
    const { layout } = now;
    const scale = layout.width / svg.getBoundingClientRect().width;
    if (other !== undefined) pinch(before, after, other, now, host, svg);
    else if (!isDown(layout)) pan((after.x - before.x) * scale, now, host);
  };
  const end = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  // Two fingers that move down together would scroll the page.
  const keep = (event: TouchEvent): void => {
    if (event.touches.length > 1 && event.cancelable && isDown(host.now().layout)) event.preventDefault();
  };

  const listeners: readonly (readonly [string, (event: PointerEvent) => void])[] = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", end],
    ["pointercancel", end],
  ];
  for (const [name, f] of listeners) svg.addEventListener(name as "pointerdown", f);
  svg.addEventListener("touchmove", keep, { passive: false });
  return {
    update: () => undefined,
    destroy: () => {
      for (const [name, f] of listeners) svg.removeEventListener(name as "pointerdown", f);
      svg.removeEventListener("touchmove", keep);
    },
  };
}

function pan(dx: number, { layout, view }: Snapshot, host: Host): void {
  if (dx === 0) return;
  const share = dx / (layout.axis.x1 - layout.axis.x0);
  host.setView(panned(view, isLeftward(layout) ? share : -share), { animate: false });
}

/** The times under both fingers stay under them. */
function pinch(before: Finger, after: Finger, other: Finger, now: Snapshot, host: Host, svg: SVGSVGElement): void {
  const { layout, view } = now;
  const least = 12;
  const along = ({ x, y }: Finger): number => (isDown(layout) ? y : x);
  const apart = Math.max(least, Math.abs(along(before) - along(other)));
  const factor = Math.max(least, Math.abs(along(after) - along(other))) / apart;
  const box = svg.getBoundingClientRect();
  const scale = layout.width / box.width;
  const at = placeOf(layout, (other.x - box.left) * scale, (other.y - box.top) * scale).along;
  host.setView(zoomed(view, factor, unitsAt(layout.axis, at)), { animate: false });
}
