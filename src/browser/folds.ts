import { hasFoldMarks, insideText } from "../layout/lane-name.js";
import { fullName, isFolded } from "../layout/lanes.js";
import type { LaneLayout } from "../layout/layout.js";
import { isDown, shownLane } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { isGroup, laneAround } from "./folding.js";
import { letterKey } from "./keyboard.js";

/** The least size of a target in px (WCAG 2.5.8). */
const LEAST = 24;

export interface Folds extends Part {
  readonly buttonOf: (lane: string) => HTMLElement | null;
}

/**
 * A button over the name of each lane that others lie in, which folds them away. The picture draws what it shows; the
 * arrow keys come here from the events and go back.
 */
export function folds(host: Host, stage: HTMLElement): Folds {
  const { h } = host;
  const element = h("div", { class: "datelines-folds", role: "group", hidden: true });
  const buttons = new Map<string, HTMLButtonElement>();
  stage.append(element);

  function make(id: string): HTMLButtonElement {
    const button = h("button", { type: "button", class: "datelines-fold", tabindex: "-1" });
    button.addEventListener("click", () => host.toggleFold(id));
    // The focus may come by the mouse or by a screen reader.
    button.addEventListener("focus", () => {
      if (host.now().laneFocus !== id) host.focusLane(id);
    });
    button.addEventListener("keydown", (event) => {
      if (event.altKey || event.defaultPrevented) return;
      if (key(event, id)) event.preventDefault();
    });
    return button;
  }

  function key({ key: name, ctrlKey, metaKey, shiftKey }: KeyboardEvent, id: string): boolean {
    const now = host.now();
    if (ctrlKey || metaKey || shiftKey) return name === "+" || name === "?" ? letterKey(name, now, host) : false;
    const ids = [...buttons.keys()];
    const at = ids.indexOf(id);
    const [forward, back] =
      now.arrangement.direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    // Where lanes are columns their events lie under the button, and other lanes beside it.
    const [inward, outward, next, previous] = isDown(now.layout)
      ? ["ArrowDown", "ArrowUp", forward, back]
      : [forward, back, "ArrowDown", "ArrowUp"];
    switch (name) {
      case next:
        return go(ids[at + 1]);
      case previous:
        return go(ids[at - 1]);
      case "Home":
        return go(ids[0]);
      case "End":
        return go(ids.at(-1));
      case inward:
        return enter(id, now);
      case outward:
        return go(around(id, now));
      default:
        return letterKey(name, now, host);
    }
  }
  function go(id: string | undefined): true {
    if (id !== undefined) host.focusLane(id);
    return true;
  }

  return {
    buttonOf: (id) => buttons.get(id) ?? null,
    update: (now, before) => {
      const { arrangement, layout, laneFocus, ui } = now;
      // In vertical pictures without marks for it there is nothing to press.
      const lanes = hasFoldMarks(arrangement) ? layout.lanes.filter(shownGroup) : [];
      const same =
        before?.arrangement === arrangement &&
        before.layout.width === layout.width &&
        before.layout.orientation === layout.orientation &&
        before.ui === ui;
      if (!same) place(lanes, now);
      if (same && before.laneFocus === laneFocus) return;
      for (const [id, button] of buttons) button.setAttribute("tabindex", id === laneFocus ? "0" : "-1");
    },
    destroy: () => element.remove(),
  };

  function place(lanes: readonly LaneLayout[], now: Snapshot): void {
    element.hidden = lanes.length === 0;
    element.setAttribute("aria-label", now.ui.phrases.foldingLanes);
    const found = new Set(lanes.map(({ lane }) => lane.id));
    for (const [id, button] of buttons)
      if (!found.has(id)) {
        button.remove();
        buttons.delete(id);
      }
    const before = new Map(buttons);
    buttons.clear();
    lanes.forEach((lane, i) => {
      const { id } = lane.lane;
      const button = before.get(id) ?? make(id);
      buttons.set(id, button);
      // Only what is not in its place is moved: moving takes the focus away.
      if (element.children[i] !== button) element.insertBefore(button, element.children[i] ?? null);
      const shut = isFolded(lane.lane);
      const name = fullName(lane.lane);
      button.setAttribute("aria-expanded", String(!shut));
      button.setAttribute("aria-label", shut ? name + now.locale.comma + insideText(lane.lane, now.locale) : name);
      const { x, y, width, height } = boxOf(lane, now);
      for (const [side, value] of Object.entries({ left: x, top: y, width, height }))
        button.style.setProperty(side, `${Math.round(value * 10) / 10}px`);
    });
  }

  /** The first event of a lane that is in the window, or of the next lane with any. */
  function enter(id: string, now: Snapshot): boolean {
    const { lanes } = now.arrangement;
    const from = lanes.findIndex((l) => l.id === id);
    const lane = lanes.findIndex((l, i) => i >= from && l.events.length > 0);
    if (lane < 0) return true;
    const own = new Set(lanes[lane]!.events);
    const event = shownLane(now.layout, now.arrangement, lane)?.items.find((i) => own.has(i.event))?.event;
    host.focus({ lane, place: event === undefined ? 0 : lanes[lane]!.events.indexOf(event) });
    return true;
  }
}

const shownGroup = ({ lane, name }: LaneLayout): boolean => isGroup(lane) && name.lines.length > 0;

/** The lane around one, if it has a button. */
function around(id: string, { arrangement }: Snapshot): string | undefined {
  const at = laneAround(
    arrangement,
    arrangement.lanes.findIndex((l) => l.id === id),
  );
  return at === undefined ? undefined : arrangement.lanes[at]!.id;
}

/** Over the mark and the name of a lane, in px of the screen. */
function boxOf(
  { name }: LaneLayout,
  { layout, arrangement }: Snapshot,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const { gutter } = layout;
  const { type, measure } = arrangement;
  const first = name.lines[0]!;
  const last = name.lines.at(-1)!;
  const x0 = first.x - 1.15 * type.em;
  const widest = Math.max(...name.lines.map((l) => measure(l.text, l.font)));
  const x1 = gutter.beside && !isDown(layout) ? gutter.x1 - 0.4 * type.em : first.x + widest + 0.4 * type.em;
  const top = first.y - 0.85 * first.font.size;
  const bottom = last.y + 0.3 * last.font.size;
  const height = Math.max(LEAST, bottom - top);
  const width = Math.max(LEAST, x1 - x0);
  return {
    x: arrangement.direction === "rtl" ? layout.width - x0 - width : x0,
    y: (top + bottom - height) / 2,
    width,
    height,
  };
}
