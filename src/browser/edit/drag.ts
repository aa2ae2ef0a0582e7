import { isDown } from "../along.js";
import type { Host } from "../chart.js";
import type { Spot } from "../navigate.js";
import { gripAt, spotOfGrip, type Grip } from "./grip.js";

export interface DragOptions {
  readonly host: Host;
  readonly stage: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Put down, in the picture's units, left to right. */
  readonly drop: (grip: Grip, dx: number, dy: number) => void;
  /** Pressed and let go in one place. */
  readonly choose: (spot: Spot) => void;
}

/** Less than this, in px, is a click. */
const CLICK = 4;

/**
 * Labels and marks under the pointer. What is dragged is only shown elsewhere until it is put down: the picture is laid out
 * once. Everything else of the picture keeps its gestures.
 */
export function drag({ host, stage, svg, drop, choose }: DragOptions): () => void {
  let held: {
    readonly grip: Grip;
    readonly x: number;
    readonly y: number;
    readonly element: SVGElement | null;
  } | null = null;
  let moved = false;

  const scaleOf = (): number => host.now().layout.width / Math.max(1, svg.getBoundingClientRect().width);
  const isRtl = (): boolean => host.now().arrangement.direction === "rtl";

  function gripOf({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Grip | null {
    const { layout } = host.now();
    const box = svg.getBoundingClientRect();
    const scale = scaleOf();
    const x = (clientX - box.left) * scale;
    const grip = gripAt(layout, isRtl() ? layout.width - x : x, (clientY - box.top) * scale);
    // Where time runs down marks have no rows to go to.
    return isDown(layout) && grip?.what === "mark" ? null : grip;
  }
  const spotOf = (grip: Grip): Spot => spotOfGrip(host.now(), grip);
  /** The label, or for a mark all of its event: it goes to another row whole. */
  function elementOf(grip: Grip): SVGElement | null {
    const group = host.elementOf(spotOf(grip));
    return grip.what === "mark" ? group : group.querySelector<SVGElement>("[data-label]");
  }
  function letGo(): void {
    held?.element?.style.removeProperty("translate");
    held = null;
    stage.classList.remove("datelines-dragging");
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || !svg.contains(event.target as Node)) return;
    const grip = gripOf(event);
    if (grip === null) return;
    // Neither panning nor opening details begins here.
    event.stopPropagation();
    event.preventDefault();
    host.hover(null);
    held = { grip, x: event.clientX, y: event.clientY, element: elementOf(grip) };
    moved = false;
    stage.setPointerCapture?.(event.pointerId);
  }
  function move(event: PointerEvent): void {
    if (held === null) return;
    event.stopPropagation();
    const dx = event.clientX - held.x;
    const dy = event.clientY - held.y;
    if (!moved && Math.hypot(dx, dy) < CLICK) return;
    moved = true;
    stage.classList.add("datelines-dragging");
    const scale = scaleOf();
    const along = held.grip.what === "mark" ? 0 : dx * scale;
    held.element?.style.setProperty("translate", `${along}px ${dy * scale}px`);
  }
  function up(event: PointerEvent): void {
    if (held === null) return;
    event.stopPropagation();
    const { grip, x, y } = held;
    const scale = scaleOf();
    letGo();
    if (moved) drop(grip, (event.clientX - x) * scale * (isRtl() ? -1 : 1), (event.clientY - y) * scale);
    else choose(spotOf(grip));
  }
  const cancel = (): void => letGo();
  /** A click is dealt with where the pointer goes up; that of assistive technology comes without one. */
  function click(event: MouseEvent): void {
    if (event.detail === 0 || !svg.contains(event.target as Node) || gripOf(event) === null) return;
    event.stopPropagation();
  }
  /** A finger on a label moves the label, not the page. */
  function touch(event: TouchEvent): void {
    const finger = event.touches.length === 1 ? event.touches[0]! : null;
    if (finger === null || gripOf(finger)?.what !== "label") return;
    event.stopPropagation();
    event.preventDefault();
  }
  /** Where no pointer event has stopped it, the mouse would pan. */
  function mouse(event: MouseEvent): void {
    if (held !== null) event.stopPropagation();
  }

  const listeners: readonly (readonly [string, (event: never) => void])[] = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", cancel],
    ["mousedown", mouse],
    ["touchstart", touch],
    ["click", click],
  ];
  const options = { capture: true, passive: false };
  for (const [type, listener] of listeners) stage.addEventListener(type, listener as EventListener, options);
  return () => {
    letGo();
    for (const [type, listener] of listeners) stage.removeEventListener(type, listener as EventListener, options);
  };
}
