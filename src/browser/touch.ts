import { panned, unitsAt, zoomed } from "../layout/view.js";
import type { Host, Part, Snapshot } from "./chart.js";

interface Finger {
  readonly x: number;
}

/**
 * One finger pans the time, two pinch it. By pointer events and not by d3-zoom, whose touch events would have to take the
 * page's vertical scroll away: here the style sheet leaves that to the browser (`touch-action: pan-y`), which says so by
 * cancelling the pointer.
 */
export function touch(host: Host, svg: SVGSVGElement): Part {
  const fingers = new Map<number, Finger>();

  const down = (event: PointerEvent): void => {
    if (event.pointerType !== "touch" || fingers.size >= 2) return;
    fingers.set(event.pointerId, { x: event.clientX });
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = host.now();
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, f]) => f);
    fingers.set(event.pointerId, { x: event.clientX });
    const { layout } = now;
    const scale = layout.width / svg.getBoundingClientRect().width;
    const [other] = others;
    if (other === undefined) pan((event.clientX - before.x) * scale, now, host);
    else pinch(before.x, event.clientX, other.x, now, host, svg);
  };
  const end = (event: PointerEvent): void => void fingers.delete(event.pointerId);

  const listeners: readonly (readonly [string, (event: PointerEvent) => void])[] = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", end],
    ["pointercancel", end],
  ];
  for (const [name, f] of listeners) svg.addEventListener(name as "pointerdown", f);
  return {
    update: () => undefined,
    destroy: () => {
      for (const [name, f] of listeners) svg.removeEventListener(name as "pointerdown", f);
    },
  };
}

function pan(dx: number, { layout: { axis }, view, arrangement }: Snapshot, host: Host): void {
  if (dx === 0) return;
  const share = dx / (axis.x1 - axis.x0);
  host.setView(panned(view, arrangement.direction === "rtl" ? share : -share), { animate: false });
}

/** The times under both fingers stay under them. */
function pinch(before: number, after: number, other: number, now: Snapshot, host: Host, svg: SVGSVGElement): void {
  const { layout, view, arrangement } = now;
  const least = 12;
  const apart = Math.max(least, Math.abs(before - other));
  const factor = Math.max(least, Math.abs(after - other)) / apart;
  const box = svg.getBoundingClientRect();
  const x = ((other - box.left) * layout.width) / box.width;
  const at = unitsAt(layout.axis, arrangement.direction === "rtl" ? layout.width - x : x);
  host.setView(zoomed(view, factor, at), { animate: false });
}
