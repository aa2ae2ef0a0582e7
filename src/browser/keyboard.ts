import { panned, toX, zoomed } from "../layout/view.js";
import { isDown, isLeftward, isMerged, shownLane } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { foldingLane } from "./folding.js";
import { eventAt, navigate, spotIn, timeAt, type Spot, type Step } from "./navigate.js";
import { nearestTo, readOn, type ReadingStep } from "./reading.js";

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
    if (now.reading?.kept === true && !control && !shiftKey && readOther(key, now, host)) return true;
    const arrow = arrowOf(key, now);
    switch (arrow) {
      case null:
        break;
      case "forward":
      case "back": {
        const forward = arrow === "forward";
        const any = control || isMerged(now.layout);
        if (shiftKey) host.setView(panned(now.view, forward ? 0.25 : -0.25));
        else if (forward || control || !toButton(now))
          move(any ? (forward ? "nextAny" : "previousAny") : forward ? "next" : "previous", now);
        return true;
      }
      case "up":
      case "down":
        if (control || shiftKey) return false;
        moveLane(arrow, now);
        return true;
    }
    switch (key) {
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
        return !control && letterKey(key, now, host);
    }
  }

  /** From where the focus is, or else from what gets it first. */
  function spot(now: Snapshot): Spot | null {
    if (now.focused !== null) return now.focused;
    const shown = now.layout.lanes.find((l) => l.items.length > 0);
    const event = shown?.items[0]?.event ?? now.arrangement.events[0] ?? -1;
    return spotIn(now.arrangement, event, shown?.lane.id);
  }

  function move(step: Step, now: Snapshot): void {
    const from = spot(now);
    if (from === null) return;
    goal = undefined;
    host.focus(navigate(now.arrangement, from, step));
  }

  /** Before the first event of a lane is the button that folds it, or the one around it. */
  function toButton(now: Snapshot): boolean {
    const from = spot(now);
    if (from === null || from.place > 0) return false;
    const { arrangement } = now;
    if (isMerged(now.layout)) {
      // Over the column that all lanes share are all the buttons.
      const first = navigate(arrangement, from, "previousAny");
      if (first.lane !== from.lane || first.place !== from.place) return false;
    }
    const lane = foldingLane(arrangement, from.lane);
    if (lane === undefined) return false;
    host.focusLane(now.arrangement.lanes[lane]!.id);
    return true;
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

  const laneIdOf = (element: Element): string | undefined =>
    element.closest("[data-lane]")?.getAttribute("data-lane") ?? undefined;

  /** Whether a pointer is giving the focus: what it points at must not move away under it. */
  let pressed = false;
  const press = (): void => {
    pressed = true;
    setTimeout(() => (pressed = false));
  };

  // The focus may come by the mouse, by touch or by a screen reader.
  function focused({ target }: FocusEvent): void {
    const element = (target as Element).closest("[data-event]");
    if (element === null) return;
    const { arrangement, layout, focused, attended } = host.now();
    const id = element.getAttribute("data-event");
    const event = arrangement.timeline.events.findIndex((e) => e.id === id);
    const laneId = laneIdOf(element);
    if (attended && focused !== null && eventAt(arrangement, focused) === event)
      if (shownLane(layout, arrangement, focused.lane)?.lane.id === laneId) return;
    const spot = spotIn(arrangement, event, laneId);
    if (spot !== null) host.focus(spot, { still: pressed });
  }

  svg.addEventListener("keydown", key);
  const left = (event: FocusEvent): void => {
    if (svg.contains(event.relatedTarget as Node | null)) return;
    host.leave();
    if (host.now().reading?.kept !== true) return;
    // What had the focus may only have left the window: the picture then gives it to another of its elements at once.
    queueMicrotask(() => {
      const root = svg.getRootNode() as Partial<Document>;
      if (!svg.contains(root.activeElement ?? null)) host.read(null);
    });
  };
  svg.addEventListener("mousedown", press, true);
  svg.addEventListener("focusin", focused);
  svg.addEventListener("focusout", left);
  return {
    update: () => undefined,
    destroy: () => {
      svg.removeEventListener("keydown", key);
      svg.removeEventListener("mousedown", press, true);
      svg.removeEventListener("focusin", focused);
      svg.removeEventListener("focusout", left);
    },
  };
}

/** Letters and signs, wherever in the picture the focus is. */
export function letterKey(key: string, now: Snapshot, host: Host): boolean {
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
      host.show("table", { focus: true });
      return true;
    case "v":
      return beginReading(now, host);
    case "?":
      host.toggleHelp();
      return true;
    default:
      return false;
  }
}

/** What the keys do while a figure of a number track is read; tracks run across whichever way the lanes do. */
function readOther(key: string, { reading, timeline, arrangement }: Snapshot, host: Host): boolean {
  const rtl = arrangement.direction === "rtl";
  const steps: Readonly<Record<string, ReadingStep>> = {
    ArrowRight: rtl ? "previous" : "next",
    ArrowLeft: rtl ? "next" : "previous",
    ArrowUp: "up",
    ArrowDown: "down",
    Home: "first",
    End: "last",
  };
  if (key === "Escape" || key === "v") host.read(null);
  else if (Object.hasOwn(steps, key)) host.read(readOn(timeline.series, reading!, steps[key]!));
  else return false;
  return true;
}

/** Begins to read figures, at the time of what has the focus. */
function beginReading({ timeline, arrangement, focused, view }: Snapshot, host: Host): boolean {
  const [first] = timeline.series;
  if (first === undefined) return false;
  const time = focused === null ? (view.from + view.to) / 2 : timeAt(arrangement, focused);
  host.read({ series: 0, point: nearestTo(first, time), kept: true });
  return true;
}

/** What an arrow means: along time, or from lane to lane, as both run on the screen. */
function arrowOf(key: string, { layout, arrangement }: Snapshot): "forward" | "back" | "up" | "down" | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowLeft": {
      const right = key === "ArrowRight";
      if (isDown(layout)) return right === (arrangement.direction === "rtl") ? "up" : "down";
      return right === isLeftward(layout) ? "back" : "forward";
    }
    case "ArrowUp":
    case "ArrowDown":
      if (isDown(layout)) return key === "ArrowDown" ? "forward" : "back";
      return key === "ArrowUp" ? "up" : "down";
    default:
      return null;
  }
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
