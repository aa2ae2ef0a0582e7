import { hasFoldMarks } from "../layout/lane-name.js";
import { fill } from "../locale/phrases.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { isDown, isMerged, shownLane } from "./along.js";
import { boxesOf, countedPoint, type Box } from "./boxes.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { hide, iconButton } from "./dom.js";
import {
  changeFacts,
  claimFacts,
  headFacts,
  linkFacts,
  mediaFacts,
  quantitiesText,
  placeText,
  whenText,
  type FactContext,
} from "./facts.js";
import { itemOf } from "./highlight.js";
import { letterKey } from "./keyboard.js";
import { eventAt } from "./navigate.js";

export const factContext = (now: Snapshot, host: Host): FactContext => ({
  h: host.h,
  timeline: now.timeline,
  locale: now.locale,
  ui: now.ui,
  readerZone: readerZoneOf(now, host),
});

/** The reader's zone: as the options say, or the browser's own. */
function readerZoneOf({ options }: Snapshot, { element }: Host): string | null {
  if (options.readerZone !== undefined) return options.readerZone;
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  return view?.Intl?.DateTimeFormat().resolvedOptions().timeZone ?? null;
}

/** Where an event stands now on the screen, in the first lane that shows it: what a card is about. */
function anchorOf(now: Snapshot, id: string): Box | null {
  const { layout, arrangement } = now;
  const { events } = arrangement.timeline;
  const mirrored = ({ x0, x1, y0, y1 }: Box): Box =>
    arrangement.direction === "rtl" ? { x0: layout.width - x1, x1: layout.width - x0, y0, y1 } : { x0, x1, y0, y1 };
  for (const lane of layout.lanes) {
    const item = lane.items.find((i) => events[i.event]!.id === id);
    if (item !== undefined) return mirrored(boxesOf(layout, item)[0]!);
  }
  for (const lane of layout.lanes) {
    const event = lane.density?.events.find((i) => events[i]!.id === id);
    if (event === undefined) continue;
    const point = countedPoint(layout, lane, event);
    if (point !== null) return mirrored({ x0: point.x - 4, x1: point.x + 4, y0: point.y - 8, y1: point.y + 8 });
  }
  return null;
}

const MARGIN = 8;

/** What of the picture is not scrolled away, in its own box or with the page, from top to bottom. */
interface Seen {
  readonly y0: number;
  readonly y1: number;
  /** Where the screen ends; infinite in a box of its own, which is scrolled to what opens in it. */
  readonly top: number;
  readonly bottom: number;
}
export function seenOf(stage: HTMLElement, { layout }: Snapshot): Seen {
  const { scrollTop, clientHeight } = stage;
  const scrolls = stage.classList.contains("datelines-scrolls") && clientHeight > 0;
  if (scrolls) return { y0: scrollTop, y1: scrollTop + clientHeight, top: -Infinity, bottom: Infinity };
  const { innerHeight = 0 } = stage.ownerDocument.defaultView ?? {};
  const box = stage.getBoundingClientRect();
  const [top, bottom] = box.height === 0 ? [-Infinity, Infinity] : [-box.top, innerHeight - box.top];
  return { y0: Math.max(0, top), y1: Math.min(layout.height, bottom), top, bottom };
}

/** Scrolls a card into its box; the page stays where it is. */
function showCard(card: HTMLElement, stage: HTMLElement, now: Snapshot): void {
  const { y0, y1 } = seenOf(stage, now);
  const { offsetTop: top, offsetHeight: h } = card;
  if (!stage.classList.contains("datelines-scrolls")) return;
  if (top < y0) stage.scrollTop = top - MARGIN;
  else if (top + h > y1) stage.scrollTop = Math.min(top - MARGIN, top + h + MARGIN - stage.clientHeight);
}

/**
 * Puts a card under what it is about, or above it where the screen ends; over it only where neither has room and it can be
 * seen.
 */
export function putCard(
  card: HTMLElement,
  anchor: Box | null,
  { width }: { readonly width: number },
  seen: Seen,
): void {
  const { offsetWidth: w, offsetHeight: h } = card;
  const { x0, x1, y0, y1 } = anchor ?? { x0: MARGIN, x1: width - MARGIN, y0: 0, y1: 0 };
  const wish = (Math.max(0, x0) + Math.min(width, x1)) / 2 - w / 2;
  const left = Math.min(Math.max(MARGIN, wish), Math.max(MARGIN, width - w - MARGIN));
  const below = y1 + MARGIN;
  const above = y0 - MARGIN - h;
  const beside = below + h <= seen.y1 || above < seen.y0 ? below : above;
  const onScreen = y1 > seen.top && y0 < seen.bottom;
  const top = onScreen ? Math.max(Math.min(beside, seen.bottom - h - MARGIN), seen.top + MARGIN) : beside;
  card.style.setProperty("left", `${Math.round(left)}px`);
  card.style.setProperty("top", `${Math.round(top)}px`);
}

/** The details of the selected event, beside it. */
export function detailsCard(host: Host, stage: HTMLElement, idPrefix: string): Part {
  const { h } = host;
  const titleId = `${idPrefix}-details-title`;
  const card = h("section", {
    class: "datelines-card",
    role: "dialog",
    "aria-labelledby": titleId,
    hidden: true,
    tabindex: "-1",
  });
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    host.select(null, { focus: true });
  });
  stage.append(card);

  function fillCard(event: ResolvedEvent, now: Snapshot): void {
    const context = factContext(now, host);
    const close = iconButton(h, "close", now.ui.phrases.close, () => host.select(null, { focus: true }));
    close.classList.add("datelines-close");
    const heading = h("h3", { id: titleId, lang: event.language ?? now.timeline.language }, event.title);
    const children = [
      ...headFacts(event, context, heading),
      ...claimFacts(event, context),
      ...changeFacts(event, context),
      ...linkFacts(event, context, (id) => host.select(id, { focus: true })),
      ...mediaFacts(event, context),
    ].filter((c) => c !== null && c !== undefined && c !== false);
    card.replaceChildren(...children, close);
  }

  return {
    update: (now, before) => {
      const event = now.selected === null ? undefined : now.timeline.events.find((e) => e.id === now.selected);
      hide(card, event === undefined || now.display !== "picture");
      if (event === undefined) return;
      if (before === null || before.selected !== now.selected || before.timeline !== now.timeline) fillCard(event, now);
      if (card.hidden) return;
      putCard(card, anchorOf(now, event.id), now.layout, seenOf(stage, now));
      if (before?.selected !== now.selected) showCard(card, stage, now);
    },
  };
}

/** A few words about what the pointer or the keyboard's focus is on. Screen readers have them in the event's name. */
export function previewCard(host: Host, stage: HTMLElement): Part {
  const { h } = host;
  const card = h("div", { class: "datelines-card datelines-preview", "aria-hidden": "true", hidden: true });
  card.addEventListener("pointerleave", () => host.hover(null));
  stage.append(card);
  return {
    update: (now, before) => {
      const focused = now.focused === null ? undefined : eventAt(now.arrangement, now.focused);
      const lane = now.focused === null ? undefined : shownLane(now.layout, now.arrangement, now.focused.lane);
      // What has no label of its own says who it is when it has the focus.
      const counted =
        now.reading === null && now.attended && focused !== undefined && itemOf(lane, focused) === undefined;
      const index = now.hovered ?? (counted ? focused : undefined);
      const event = index === undefined ? undefined : now.arrangement.timeline.events[index];
      hide(card, event === undefined || event.id === now.selected || now.display !== "picture");
      if (event === undefined || card.hidden) return;
      const changed = before === null || before.hovered !== now.hovered || before.focused !== now.focused;
      if (changed || card.childElementCount === 0) {
        const context = factContext(now, host);
        const said = [placeText(event, context), quantitiesText(event, context)]
          .filter((s) => s !== "")
          .join(now.locale.semicolon);
        card.replaceChildren(
          h("h3", {}, event.title),
          h("p", { class: "datelines-when" }, whenText(event, context)),
          ...(said === "" ? [] : [h("p", {}, said)]),
        );
      }
      putCard(card, anchorOf(now, event.id), now.layout, seenOf(stage, now));
    },
  };
}

/** All keys, in a card of its own. */
export function helpCard(
  host: Host,
  idPrefix: string,
): Part & { readonly element: HTMLElement; readonly toggle: () => void } {
  const { h } = host;
  const titleId = `${idPrefix}-help-title`;
  const card = h("section", {
    class: "datelines-filters datelines-help",
    role: "region",
    "aria-labelledby": titleId,
    hidden: true,
    tabindex: "-1",
  });
  // The keys that it tells of work while it is read.
  card.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (!altKey && !ctrlKey && !metaKey && letterKey(key, host.now(), host)) event.preventDefault();
  });
  const write = ({ ui, arrangement, layout, options, timeline }: Snapshot): void => {
    const { phrases } = ui;
    const across = arrangement.direction === "rtl" ? ["→", "←"] : ["←", "→"];
    const upright = ["↑", "↓"];
    const arrows = isDown(layout) ? upright : across;
    const rows: [string[], string][] = [
      [arrows, isMerged(layout) ? phrases.keysAny : phrases.keysMove],
      [isDown(layout) ? across : upright, phrases.keysLanes],
      ...(hasFoldMarks(arrangement) ? [[[arrows[0]!], phrases.keysFold] satisfies [string[], string]] : []),
      [[`Ctrl ${arrows[0]!}`, `Ctrl ${arrows[1]!}`], phrases.keysAny],
      [["Home", "End"], phrases.keysEnds],
      [["Page ↑", "Page ↓"], phrases.keysPage],
      [["Enter", "Esc"], phrases.keysOpen],
      [["+", "−", "0"], phrases.keysZoom],
      [["t"], phrases.keysTable],
      ...(timeline.series.length > 0 ? ([[["v"], phrases.keysTrack]] as [string[], string][]) : []),
      [["?"], phrases.keysHelp],
    ];
    if (options.editable === true)
      rows.push(
        [["m"], phrases.keysEditMove],
        [["p", "h", "s", "b"], phrases.keysEditHand],
        [["r", "Ctrl Z"], phrases.keysEditBack],
      );
    const list = h(
      "dl",
      {},
      ...rows.flatMap(([keys, what]) => [
        h("dt", {}, ...keys.flatMap((k, i) => (i === 0 ? [h("kbd", {}, k)] : [" ", h("kbd", {}, k)]))),
        h("dd", {}, what),
      ]),
    );
    card.replaceChildren(
      h(
        "div",
        {},
        h("strong", { id: titleId }, phrases.help),
        list,
        h("p", { class: "datelines-when" }, phrases.wheelHint),
      ),
    );
  };
  return {
    element: card,
    toggle: () => {
      card.hidden = !card.hidden;
    },
    update: (now, before) => {
      const turned = before?.layout.orientation !== now.layout.orientation;
      const tracks = before?.timeline.series.length !== now.timeline.series.length;
      if (before?.ui !== now.ui || turned || tracks || before.arrangement.laneBy !== now.arrangement.laneBy) write(now);
    },
  };
}

/** "Details: Curfew", what a screen reader hears when a card opens. */
export const openedText = (event: ResolvedEvent, { ui }: Snapshot): string =>
  fill(ui.phrases.openDetails, { event: event.title });
