import { pointSentence } from "../scene/series-text.js";
import { openedText } from "./cards.js";
import type { Host } from "./chart.js";
import type { Core } from "./core.js";
import type { Make } from "./dom.js";
import type { Emit } from "./events.js";
import { matchText } from "./filters.js";
import type { Movement } from "./movement.js";
import type { Mover } from "./session.js";
import { foldText, toggledFold } from "./folding.js";
import { eventAt, spotIn, spotOf, timeOf, type Spot } from "./navigate.js";

export interface HostParts {
  readonly h: Make;
  readonly element: HTMLElement;
  readonly core: Core;
  readonly move: Movement;
  readonly emit: Emit;
  readonly say: (text: string) => void;
  readonly toggleHelp: () => void;
  /** The element that stands for an event in a lane, or else the picture. */
  readonly elementOf: (spot: Spot) => SVGElement;
  /** The button that folds a lane. */
  readonly buttonOf: (lane: string) => HTMLElement | null;
  /** Brings what has the focus out from under dates that stay at the top. */
  readonly uncover: (element: Element) => void;
}

/** What parts and the page may do to a chart: each a change of its state, told to the page and to screen readers. */
export function makeHost({
  h,
  element,
  core,
  move,
  emit,
  say,
  toggleHelp,
  elementOf,
  buttonOf,
  uncover,
}: HostParts): Host {
  const { now } = core;
  const eventOf = (id: string) => now().timeline.events.find((e) => e.id === id);

  /** Moves the window, without changing its length, so far that an event stands in it with some air. */
  function reveal(index: number, lane: string, by?: Mover): void {
    const { arrangement, view, layout } = now();
    const span = arrangement.scale.spanIn(arrangement.timeline.events[index]!.span, lane);
    const time = timeOf(span);
    const a = span.startMin ?? span.startMax ?? time;
    const b = span.endMax ?? span.endMin ?? time;
    const length = view.to - view.from;
    const air = (AIR / Math.max(1, layout.axis.x1 - layout.axis.x0)) * length;
    if (b > view.from + air && a < view.to - air) return;
    const from = time < view.from ? time - length * 0.25 : time - length * 0.75;
    move.to({ from, to: from + length }, { animate: false, ...(by && { by }) });
  }

  const laneOf = (spot: Spot): string => now().arrangement.lanes[spot.lane]?.id ?? "";

  function focusElement(spot: Spot): void {
    const found = elementOf(spot);
    const root = element.getRootNode() as Document | ShadowRoot;
    if (root.activeElement !== found) found.focus({ preventScroll: false });
    // The picture has given it the focus already, in place of an element that is gone, and has scrolled nothing.
    else found.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    uncover(found);
  }

  /** The spot of an event, in the lane in which the focus is where it stands there too. */
  function spotFor(index: number): Spot | null {
    const { arrangement } = now();
    const lane = core.state().focused?.lane;
    const place = lane === undefined ? -1 : (arrangement.lanes[lane]?.events.indexOf(index) ?? -1);
    return lane !== undefined && place >= 0 ? { lane, place } : spotOf(arrangement, index);
  }

  function hover(event: number | null): void {
    if (core.state().hovered === event) return;
    core.set({ hovered: event });
    const found = event === null ? undefined : now().arrangement.timeline.events[event];
    emit("eventhover", { id: found?.id ?? null, event: found ?? null });
  }

  function select(id: string | null, focus: boolean, by: Mover): void {
    const before = core.state().selected;
    if (id === null) {
      core.set({ selected: null });
      core.flush();
      const { focused } = core.state();
      if (focus && focused !== null) focusElement(focused);
    } else {
      const index = now().arrangement.timeline.events.findIndex((e) => e.id === id);
      if (index < 0) return;
      const spot = spotFor(index);
      if (spot !== null) reveal(index, laneOf(spot), by);
      hover(null);
      core.set({ selected: id, ...(spot === null ? {} : { focused: spot }) });
      core.flush();
      say(openedText(eventOf(id)!, now()));
      if (focus) element.querySelector<HTMLElement>(".datelines-card[role=dialog]")?.focus();
    }
    if (id !== before) emit("eventselect", { id, event: id === null ? null : (eventOf(id) ?? null) });
  }

  /** Details of an event that is not shown any more are closed. */
  function leaveHidden(): void {
    const { timeline, arrangement, selected } = now();
    if (selected === null || arrangement.events.some((i) => timeline.events[i]!.id === selected)) return;
    core.set({ selected: null });
    emit("eventselect", { id: null, event: null });
  }

  function fold(folded: readonly string[], { animate = true }: { readonly animate?: boolean | undefined } = {}): void {
    const before = now().arrangement;
    const { focused } = core.state();
    const index = focused === null ? undefined : eventAt(before, focused);
    hover(null);
    core.set({ folded, foldedAtOnce: !animate });
    if (focused !== null && index !== undefined)
      core.set({ focused: spotIn(now().arrangement, index, before.lanes[focused.lane]!.id) });
    core.flush();
    emit("foldchange", { folded });
  }

  return {
    h,
    element,
    now,
    setView: move.to,
    select: (id, { focus = false, by = "reader" } = {}) => select(id, focus, by),
    hover,
    read: (reading) => {
      const before = core.state().reading;
      if (before === reading) return;
      if (reading !== null && before?.series === reading.series && before.point === reading.point)
        if (before.kept === reading.kept) return;
      const point = reading === null ? undefined : now().timeline.series[reading.series]?.points[reading.point];
      if (point !== undefined) hover(null);
      core.set({ reading: point === undefined ? null : reading });
      if (point === undefined || !reading!.kept) return;
      const { view } = now();
      const length = view.to - view.from;
      if (point.at < view.from)
        move.to({ from: point.at - length * 0.25, to: point.at + length * 0.75 }, { animate: false });
      else if (point.at > view.to)
        move.to({ from: point.at - length * 0.75, to: point.at + length * 0.25 }, { animate: false });
      const { timeline, locale } = now();
      say(pointSentence(timeline.series[reading!.series]!, reading!.point, timeline, locale));
    },
    focus: (spot, { still = false } = {}) => {
      const index = spot === null ? undefined : eventAt(now().arrangement, spot);
      if (index !== undefined && !still) reveal(index, laneOf(spot!));
      core.set({ focused: spot, attended: true, laneFocus: null });
      core.flush();
      if (spot !== null && !still) focusElement(spot);
    },
    focusLane: (id) => {
      core.set({ laneFocus: id, attended: false });
      core.flush();
      const button = buttonOf(id);
      const root = element.getRootNode() as Document | ShadowRoot;
      if (button === null || root.activeElement === button) return;
      button.focus();
      uncover(button);
    },
    fold,
    toggleFold: (id) => {
      fold(toggledFold(now().arrangement, now().folded, id));
      say(foldText(id, now()));
    },
    filter: (filter) => {
      hover(null);
      core.set({ filter, focused: null, reading: null });
      leaveHidden();
      core.flush();
      say(matchText(now()));
      emit("filterchange", { filter, count: now().arrangement.events.length, total: now().timeline.events.length });
    },
    show: (display, { focus = false } = {}) => {
      if (display === core.state().display) return;
      hover(null);
      core.set({ display });
      core.flush();
      if (focus)
        element
          .querySelector<HTMLElement>(
            display === "table" ? ".datelines-table" : ".datelines-stage > svg [tabindex='0']",
          )
          ?.focus();
      emit("displaychange", { display });
    },
    knownAt: (moment) => {
      if (moment === core.state().knownAt) return;
      hover(null);
      core.set({ knownAt: moment, focused: null, reading: null });
      leaveHidden();
      core.flush();
      emit("knownchange", { knownAt: moment });
    },
    leave: () => {
      if (core.state().attended) core.set({ attended: false });
    },
    edit: (edits, id) => {
      hover(null);
      core.set({ edits });
      core.flush();
      const { layout } = eventOf(id) ?? {};
      emit("datelines-edit", { id, layout: layout === undefined || Object.keys(layout).length === 0 ? null : layout });
    },
    elementOf,
    announce: say,
    toggleHelp,
  };
}

/** Between an event that gets the focus and the edge of the window, in px. */
const AIR = 24;
