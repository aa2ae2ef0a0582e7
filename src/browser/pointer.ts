import type { Layout } from "../layout/layout.js";
import { unitsAt } from "../layout/view.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { hit, type Hit } from "./hit.js";
import { placeIn } from "./navigate.js";
import { figureAt } from "./reading.js";

/**
 * Hovering and clicking, by where things stand: targets are as large as they should be, whatever is drawn.
 *
 * @param covered whether something else stands over the picture at a height of the screen
 */
export function pointer(
  host: Host,
  svg: SVGSVGElement,
  stage: HTMLElement,
  covered: (clientY: number) => boolean,
): Part {
  let pressed: { readonly x: number; readonly y: number } | null = null;

  function under<T>(event: MouseEvent, find: (layout: Layout, x: number, y: number) => T): T | null {
    const { layout, arrangement } = host.now();
    const box = svg.getBoundingClientRect();
    if (box.width === 0 || covered(event.clientY)) return null;
    const scale = layout.width / box.width;
    const x = (event.clientX - box.left) * scale;
    return find(layout, arrangement.direction === "rtl" ? layout.width - x : x, (event.clientY - box.top) * scale);
  }
  const at = (event: MouseEvent): Hit | null => under(event, hit);

  /** Reads the figure under the pointer; what is read by keyboard stays until another is pointed at. */
  function read(event: MouseEvent): void {
    const found = under(event, figureAt);
    if (found !== null || host.now().reading?.kept === false) host.read(found);
  }

  const move = (event: PointerEvent): void => {
    if (event.buttons !== 0 || event.pointerType === "touch") return;
    const found = at(event);
    stage.classList.toggle("datelines-over-event", found !== null);
    host.hover(found?.kind === "event" ? found.event : null);
    read(event);
  };
  const leave = (event: PointerEvent): void => {
    stage.classList.remove("datelines-over-event");
    // The pointer may go from an event to its preview.
    if (event.relatedTarget instanceof Node && stage.contains(event.relatedTarget)) return;
    host.hover(null);
    if (host.now().reading?.kept === false) host.read(null);
  };
  const down = (event: PointerEvent): void => {
    pressed = { x: event.clientX, y: event.clientY };
  };
  const click = (event: MouseEvent): void => {
    const moved = pressed !== null && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 5;
    pressed = null;
    if (moved) return;
    // Assistive technology clicks elements, not positions.
    const named = event.detail === 0 ? (event.target as Element).closest?.("[data-event]") : null;
    if (named !== null && named !== undefined) {
      host.select(named.getAttribute("data-event"), { focus: true });
      return;
    }
    act(at(event), host);
    // Who taps has not hovered.
    read(event);
  };
  svg.addEventListener("pointermove", move);
  stage.addEventListener("pointerleave", leave);
  svg.addEventListener("pointerdown", down);
  svg.addEventListener("click", click);
  return {
    update: () => undefined,
    destroy: () => {
      svg.removeEventListener("pointermove", move);
      stage.removeEventListener("pointerleave", leave);
      svg.removeEventListener("pointerdown", down);
      svg.removeEventListener("click", click);
    },
  };
}

function act(found: Hit | null, host: Host): void {
  const now = host.now();
  if (found === null) host.select(null);
  else if (found.kind === "event") host.select(now.arrangement.timeline.events[found.event]!.id);
  else if (found.kind === "column") openColumn(found.bin, now, host);
  else goOutside(found, now, host);
}

/** A column opens into its events: the window closes in on it. */
function openColumn(bin: { readonly x0: number; readonly x1: number }, { layout, view }: Snapshot, host: Host): void {
  const from = unitsAt(layout.axis, bin.x0);
  const to = unitsAt(layout.axis, bin.x1);
  const length = Math.max((to - from) * 4, (view.to - view.from) / 8);
  const middle = (from + to) / 2;
  host.setView({ from: middle - length / 2, to: middle + length / 2 });
}

/** What lies outside is gone to, the nearest first. */
function goOutside(
  { flag: { side, events }, lane }: Extract<Hit, { readonly kind: "outside" }>,
  { view, arrangement }: Snapshot,
  host: Host,
): void {
  const times = events.map((e) => placeIn(arrangement, e, arrangement.lanes[lane]?.id ?? ""));
  const time = side === "before" ? Math.max(...times) : Math.min(...times);
  const length = view.to - view.from;
  const from = time - length * (side === "before" ? 0.3 : 0.7);
  host.setView({ from, to: from + length });
}
