import { panned, toX, zoomed } from "../layout/view.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { navigate, spotOf, timeAt, type Spot, type Step } from "./navigate.js";

/** Factor of one step of zooming, everywhere. */
export const ZOOM_STEP = 1.6;

/** What each key does; only while the focus is in the picture. */
export function keyboard(host: Host, svg: SVGSVGElement): Part {
  /** The time that is kept while going from lane to lane. */
  let goal: number | undefined;

  function key(event: KeyboardEvent): void {
    if (event.altKey || event.defaultPrevented) return;
    const now = host.now();
    if (run(event, now)) event.preventDefault();
  }

  function run({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, now: Snapshot): boolean {
    const control = ctrlKey || metaKey;
    const rtl = now.arrangement.direction === "rtl";
    switch (key) {
      case "ArrowRight":
      case "ArrowLeft": {
        const forward = (key === "ArrowRight") !== rtl;
        if (shiftKey) host.setView(panned(now.view, forward ? 0.25 : -0.25));
        else move(control ? (forward ? "nextAny" : "previousAny") : forward ? "next" : "previous", now);
        return true;
      }
      case "ArrowUp":
      case "ArrowDown":
        if (control || shiftKey) return false;
        moveLane(key === "ArrowUp" ? "up" : "down", now);
        return true;
      case "Home":
        move(control ? "start" : "first", now);
        return true;
      case "End":
        move(control ? "end" : "last", now);
        return true;
      case "PageUp":
      case "PageDown":
        host.setView(panned(now.view, pageShare(now) * (key === "PageDown" ? 1 : -1)));
        return true;
      case "Enter":
      case " ":
        return open(now);
      case "Escape":
        if (now.selected !== null) host.select(null);
        else if (now.hovered !== null) host.hover(null);
        else return false;
        return true;
      default:
        return !control && letter(key, now);
    }
  }

  function letter(key: string, now: Snapshot): boolean {
    switch (key) {
      case "+":
      case "=":
        host.setView(zoomed(now.view, ZOOM_STEP, anchorOf(now)));
        return true;
      case "-":
      case "−":
        host.setView(zoomed(now.view, 1 / ZOOM_STEP, anchorOf(now)));
        return true;
      case "0":
        host.setView(now.home);
        return true;
      case "t":
        host.show(now.display === "table" ? "picture" : "table");
        return true;
      case "?":
        host.toggleHelp();
        return true;
      default:
        return false;
    }
  }

  /** From where the focus is, or else from what gets it first. */
  function spot(now: Snapshot): Spot | null {
    if (now.focused !== null) return now.focused;
    const first = now.layout.lanes.findIndex((l) => l.items.length > 0);
    const event = now.layout.lanes[first]?.items[0]?.event;
    if (event === undefined) return spotOf(now.arrangement, now.arrangement.events[0] ?? -1);
    return { lane: first, place: now.arrangement.lanes[first]!.events.indexOf(event) };
  }

  function move(step: Step, now: Snapshot): void {
    const from = spot(now);
    if (from === null) return;
    goal = undefined;
    host.focus(navigate(now.arrangement, from, step));
  }

  function moveLane(step: "up" | "down", now: Snapshot): void {
    const from = spot(now);
    if (from === null) return;
    goal ??= timeAt(now.arrangement, from);
    host.focus(navigate(now.arrangement, from, step, goal));
  }

  function open(now: Snapshot): boolean {
    const at = spot(now);
    if (at === null) return false;
    const index = now.arrangement.lanes[at.lane]?.events[at.place];
    const event = index === undefined ? undefined : now.arrangement.timeline.events[index];
    if (event === undefined) return false;
    host.select(event.id, { focus: true });
    return true;
  }

  // The focus may come by the mouse, by touch or by a screen reader.
  function focused(event: FocusEvent): void {
    const element = (event.target as Element).closest("[data-event]");
    if (element === null) return;
    const { arrangement, focused, attended } = host.now();
    const id = element.getAttribute("data-event");
    const laneId = element.closest("[data-lane]")?.getAttribute("data-lane");
    const lane = arrangement.lanes.findIndex((l) => l.id === laneId);
    const place = arrangement.lanes[lane]?.events.findIndex((i) => arrangement.timeline.events[i]!.id === id) ?? -1;
    if (place < 0 || (attended && focused?.lane === lane && focused.place === place)) return;
    host.focus({ lane, place });
  }

  svg.addEventListener("keydown", key);
  const left = (event: FocusEvent): void => {
    if (!svg.contains(event.relatedTarget as Node | null)) host.leave();
  };
  svg.addEventListener("focusin", focused);
  svg.addEventListener("focusout", left);
  return {
    update: () => undefined,
    destroy: () => {
      svg.removeEventListener("keydown", key);
      svg.removeEventListener("focusin", focused);
      svg.removeEventListener("focusout", left);
    },
  };
}

/** One step of the wide dates as a share of the window; half a window where there are none. */
function pageShare({ layout }: Snapshot): number {
  const [a, b] = layout.ticks.major.length > 2 ? layout.ticks.major.slice(1) : [];
  return a === undefined || b === undefined
    ? 0.5
    : Math.min(1, (toX(layout.axis, b.time) - toX(layout.axis, a.time)) / (layout.axis.x1 - layout.axis.x0));
}

/** Zooming keeps the event that has the focus where it is, when it is in the window. */
function anchorOf(now: Snapshot): number {
  const middle = (now.view.from + now.view.to) / 2;
  if (now.focused === null) return middle;
  const time = timeAt(now.arrangement, now.focused);
  return time >= now.view.from && time <= now.view.to ? time : middle;
}
