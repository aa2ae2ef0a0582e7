import type { Item, LaneLayout } from "../../layout/layout.js";
import type { Edits } from "../../model/edits.js";
import type { ResolvedEvent } from "../../model/resolved.js";
import type { LayoutHints } from "../../model/types.js";
import { isDown, shownLane } from "../along.js";
import type { Host, Part } from "../chart.js";
import type { Figure } from "../figure.js";
import { itemOf } from "../highlight.js";
import { eventAt, spotOf, type Spot } from "../navigate.js";
import { editBar, handText, type Deed } from "./bar.js";
import { drag } from "./drag.js";
import { spotOfGrip, type Grip } from "./grip.js";
import { brokenAfter, hidden, inNextRow, inRowAt, movedBy, movedDown, onNextSide, pinned } from "./hand-of.js";
import { editKeys } from "./keys.js";

/** One step of an arrow key, in px. */
const STEP = 4;

/** Where the event at hand stands now; no item where it has no mark of its own. */
interface Target {
  readonly event: ResolvedEvent;
  readonly lane: LaneLayout;
  readonly item: Item | undefined;
}

/**
 * The edit mode: labels are dragged, or moved by keys, and the bar does the rest. All it does is to set the `layout` of
 * events; the picture is laid out from that as it would be from a file.
 */
export function edit(host: Host, { stage, svg }: Pick<Figure, "stage" | "svg">): Part {
  /** What `undo` goes back to: the edits before each change, and whose change it was. */
  const history: { readonly edits: Edits; readonly id: string }[] = [];
  /** The edits when a move by keys began, and whose label it moves. */
  let moving: { readonly edits: Edits; readonly id: string } | null = null;
  let marked: Element | null = null;

  /** The event that has the focus or had it last, or else the one whose details are open. */
  function spot(): Spot | null {
    const { focused, selected, arrangement } = host.now();
    if (focused !== null || selected === null) return focused;
    return spotOf(
      arrangement,
      arrangement.timeline.events.findIndex((e) => e.id === selected),
    );
  }
  function target(): Target | null {
    const { arrangement, layout } = host.now();
    const at = spot();
    const index = at === null ? undefined : eventAt(arrangement, at);
    const event = index === undefined ? undefined : arrangement.timeline.events[index];
    const lane = at === null ? undefined : shownLane(layout, arrangement, at.lane);
    if (event === undefined || lane === undefined) return null;
    return { event, lane, item: itemOf(lane, index!) };
  }

  /** Takes over a hand's new wishes for an event; nothing where they are what they were. */
  function change({ id, layout: before }: ResolvedEvent, layout: LayoutHints, remember = true): void {
    if (JSON.stringify(layout) === JSON.stringify(before)) return;
    const { edits } = host.now();
    if (remember) history.push({ edits, id });
    const next = new Map(edits);
    next.set(id, Object.keys(layout).length === 0 ? null : layout);
    host.edit(next, id);
    const now = host.now();
    const event = now.arrangement.timeline.events.find((e) => e.id === id);
    if (event !== undefined) host.announce(`${event.title}: ${handText(event, now)}`);
  }

  function undo(): void {
    const last = history.pop();
    if (last === undefined) return;
    const now = host.now();
    host.edit(last.edits, last.id);
    host.announce(now.ui.phrases.editBack);
  }

  function act(deed: Deed): void {
    if (deed === "undo") {
      finish(true);
      undo();
      return;
    }
    const at = target();
    if (at === null) return;
    const { event, item, lane } = at;
    const { layout } = event;
    const across = host.now().layout.orientation === "horizontal";
    switch (deed) {
      case "move":
        if (moving !== null) finish(true);
        else begin();
        return;
      case "pin":
        return change(event, pinned(layout));
      case "hide":
        return change(event, hidden(layout));
      case "side":
        return across ? change(event, onNextSide(layout)) : undefined;
      case "break":
        return bar.openBreaks();
      case "rowUp":
      case "rowDown":
        if (across && item !== undefined) change(event, inNextRow(deed === "rowUp" ? -1 : 1, item, lane, layout));
        return;
      case "reset":
        return change(event, {});
    }
  }

  /** From now on arrow keys move the label, until Enter or Escape. */
  function begin(): void {
    const now = host.now();
    const at = spot();
    const index = at === null ? undefined : eventAt(now.arrangement, at);
    if (at === null || index === undefined) return;
    moving = { edits: now.edits, id: now.arrangement.timeline.events[index]!.id };
    host.focus(at);
    host.announce(now.ui.phrases.editMoving);
    show();
  }
  function finish(keep: boolean): void {
    if (moving === null) return;
    const before = moving;
    moving = null;
    if (before.edits !== host.now().edits) {
      if (keep) history.push(before);
      else host.edit(before.edits, before.id);
    }
    show();
  }
  function step(dx: number, dy: number, byRow: boolean): void {
    const at = target();
    if (at?.item === undefined) return;
    const { event, item, lane } = at;
    const { arrangement, layout: picture } = host.now();
    const { layout } = event;
    if (isDown(picture)) {
      const aside = dx * STEP * (arrangement.direction === "rtl" ? -1 : 1);
      change(event, movedDown(item, aside, dy * STEP, layout, { snap: false }), false);
      return;
    }
    if (byRow) {
      if (dy !== 0) change(event, inNextRow(dy < 0 ? -1 : 1, item, lane, layout), false);
      return;
    }
    const x = dx * STEP * (arrangement.direction === "rtl" ? -1 : 1);
    change(event, movedBy(item, x, dy * STEP, arrangement.type, layout, { snap: false }), false);
  }

  function drop(grip: Grip, dx: number, dy: number): void {
    finish(true);
    const now = host.now();
    const { arrangement, layout } = now;
    const { what, item, lane } = grip;
    const event = arrangement.timeline.events[item.event]!;
    const spot = spotOfGrip(now, grip);
    if (isDown(layout)) change(event, movedDown(item, dx, dy, event.layout));
    else if (what === "label") change(event, movedBy(item, dx, dy, arrangement.type, event.layout));
    else change(event, inRowAt(item.y + dy, item, layout.lanes[lane]!, event.layout));
    host.focus(spot);
  }

  const bar = editBar(host, act, (word) => {
    const at = target();
    if (at !== null) change(at.event, brokenAfter(word, at.event.layout));
  });
  stage.before(bar.element);
  const stopDragging = drag({ host, stage, svg, drop, choose: (at) => host.focus(at) });
  const stopKeys = editKeys(svg, {
    isMoving: () => moving !== null,
    act,
    step,
    finish,
  });

  function show(): void {
    const now = host.now();
    const at = target();
    bar.show(now, at?.event ?? null, { moving: moving !== null, canUndo: history.length > 0 });
    const place = spot();
    const found = place === null ? null : host.elementOf(place);
    if (found === marked) return;
    marked?.classList.remove("datelines-edited");
    marked = found === svg ? null : found;
    marked?.classList.add("datelines-edited");
  }

  return {
    update: (now, before) => {
      // Whoever turns to another event has put the label down.
      const [a, b] = [before?.focused, now.focused];
      if (moving !== null && before !== null && (a?.lane !== b?.lane || a?.place !== b?.place)) finish(true);
      show();
    },
    destroy: () => {
      stopDragging();
      stopKeys();
      bar.destroy();
    },
  };
}
