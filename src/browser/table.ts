import { groupsOf } from "../layout/lanes.js";
import type { Grouping } from "../layout/options.js";
import type { ResolvedEvent } from "../model/resolved.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { factContext } from "./cards.js";
import { hide } from "./dom.js";
import { categoryText, placeText, quantitiesText, sourcesText, whenText } from "./facts.js";
import { matchText } from "./filters.js";
import { trackTables } from "../paint/track-table.js";
import { built } from "./list.js";

/** Rows made at a time: more are made when they are asked for. */
const PAGE = 200;

/** The same events as a table, which can stand in for the picture altogether. */
export function table(host: Host): Part & { readonly element: HTMLElement } {
  const { h } = host;
  const element = h("div", { class: "datelines-table", hidden: true, tabindex: "-1" });
  let shown = PAGE;
  element.addEventListener("keydown", ({ key, altKey, ctrlKey, metaKey }) => {
    if (key === "t" && !altKey && !ctrlKey && !metaKey) host.show("picture", { focus: true });
  });

  function build(now: Snapshot): void {
    const { arrangement, ui } = now;
    const { phrases } = ui;
    const context = factContext(now, host);
    const { events } = arrangement.timeline;
    const lanesOf = laneNames(now);
    const columns = [
      [phrases.columnWhere, (e: ResolvedEvent) => joined(lanesOf(e), placeText(e, context))],
      [phrases.columnCategory, (e: ResolvedEvent) => categoryText(e, context)],
      [phrases.columnHowMuch, (e: ResolvedEvent) => quantitiesText(e, context)],
      [phrases.columnSource, (e: ResolvedEvent) => sourcesText(e, context)],
    ] as const;
    // What nothing is said of is no column.
    const told = columns.filter(([, text]) => arrangement.events.some((i) => text(events[i]!) !== ""));
    const rows = arrangement.events.slice(0, shown).map((index) => {
      const event = events[index]!;
      const open = h(
        "button",
        { type: "button", class: "datelines-link", onclick: () => openInPicture(event.id) },
        event.title,
      );
      return h(
        "tr",
        { role: "row", "data-event": event.id, lang: event.language },
        h("td", { role: "cell" }, whenText(event, context)),
        h(
          "th",
          { scope: "row", role: "rowheader" },
          open,
          event.summary === undefined ? null : h("p", {}, event.summary),
        ),
        ...told.map(([head, text]) => h("td", { role: "cell", "data-head": head }, text(event))),
      );
    });
    const heads = [phrases.columnTime, phrases.columnEvent, ...told.map(([head]) => head)];
    const more = h(
      "button",
      {
        type: "button",
        class: "datelines-button",
        onclick: () => {
          shown += PAGE;
          build(host.now());
        },
      },
      phrases.more,
    );
    element.replaceChildren(
      h(
        "table",
        // Where it is narrow its rows are blocks, which some readers would not take for a table any more.
        { class: "datelines-rows", role: "table" },
        h("caption", {}, matchText(now)),
        h(
          "thead",
          { role: "rowgroup" },
          h("tr", { role: "row" }, ...heads.map((text) => h("th", { scope: "col", role: "columnheader" }, text))),
        ),
        h("tbody", { role: "rowgroup" }, ...rows),
      ),
      ...(arrangement.events.length > shown ? [more] : []),
      ...trackTables(arrangement).map((t) => built(t, h)),
    );
  }

  /** The details stand in the picture, beside the event. */
  function openInPicture(id: string): void {
    host.show("picture");
    host.select(id, { focus: true });
  }

  return {
    element,
    update: (now, before) => {
      hide(element, now.display !== "table");
      // Nothing is built that nobody looks at.
      if (element.hidden) return;
      if (before?.display !== "table" || before.arrangement !== now.arrangement || before.ui !== now.ui) build(now);
    },
  };
}

/** What the lanes of an event are called, where they say more than its places and its category do. */
function laneNames({ arrangement, timeline }: Snapshot): (event: ResolvedEvent) => string {
  const { laneBy } = arrangement;
  if (laneBy === null || laneBy === "place" || laneBy === "category" || Array.isArray(laneBy)) return () => "";
  const { idsOf, nameOf } = groupsOf(timeline, laneBy as Grouping);
  return (event) => idsOf(event).map(nameOf).join(", ");
}

/** "The west, Aktau"; a word that is said already is not said again. */
const joined = (a: string, b: string): string => (a === "" || a === b ? b : b === "" ? a : `${a}, ${b}`);
