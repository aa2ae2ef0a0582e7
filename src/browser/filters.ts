import { laneIdsOf } from "../layout/lane-tree.js";
import { groupsOf } from "../layout/lanes.js";
import { fill, formatNumber } from "../locale/phrases.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { VERIFICATIONS } from "../model/document-shape.js";
import { colorIn } from "../scene/layer.js";
import { shape } from "../scene/shapes.js";
import { pathData } from "../paint/attributes.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { setText, svgElement } from "./dom.js";
import { filterOf, isEmptyFilter, valuesOf } from "./filter.js";

/** Letters typed within this time are one search. */
const PAUSE = 200;

/** A choice of values of one field, with how many events each would show. */
interface Choice {
  readonly field: "category" | "lane" | "verification";
  readonly id: string;
  readonly box: HTMLInputElement;
  readonly number: HTMLElement;
}

/** Search, categories (with their colours and shapes), lanes, importance and verification, each with counts. */
export function filters(host: Host): Part & { readonly element: HTMLElement; readonly open: () => void } {
  const { h } = host;
  const element = h("div", { class: "datelines-filters", role: "group", hidden: true });
  const search = h("input", { type: "search", spellcheck: "false" });
  const importance = h("select");
  const total = h("p", { class: "datelines-count" });
  const clear = h("button", { type: "button", class: "datelines-button", onclick: () => host.filter({}) });
  let choices: Choice[] = [];
  /** What the panel shows. */
  let shown: Snapshot | null = null;
  let timer = 0;
  const view = element.ownerDocument.defaultView;

  search.addEventListener("input", () => {
    view?.clearTimeout(timer);
    timer = view?.setTimeout(() => host.filter({ ...host.now().filter, text: search.value }), PAUSE) ?? 0;
  });
  importance.addEventListener("change", () =>
    host.filter({ ...host.now().filter, importance: importance.value === "" ? null : Number(importance.value) }),
  );

  function toggled({ field }: Choice): void {
    const picked = choices.filter((c) => c.field === field && c.box.checked).map((c) => c.id);
    host.filter({ ...host.now().filter, [field]: picked });
  }

  function choice(
    field: Choice["field"],
    id: string,
    name: string,
    glyph: SVGElement | null,
  ): { readonly choice: Choice; readonly label: HTMLElement } {
    const box = h("input", { type: "checkbox" });
    const number = h("span", { class: "datelines-count" });
    const made: Choice = { field, id, box, number };
    box.addEventListener("change", () => toggled(made));
    return { choice: made, label: h("label", {}, box, glyph, h("span", {}, name), number) };
  }

  function build(now: Snapshot): void {
    const { arrangement, ui, locale, timeline, theme } = now;
    const { phrases } = ui;
    choices = [];
    const group = (title: string, parts: { choice: Choice; label: HTMLElement }[]): HTMLElement | null => {
      if (parts.length < 2) return null;
      choices.push(...parts.map((p) => p.choice));
      return h("fieldset", {}, h("legend", {}, title), ...parts.map((p) => p.label));
    };
    const colours = arrangement.colors.classes.filter((c) => c.index >= 0);
    const colorOf = colorIn(theme);
    const glyphs = colours.map((c) => choice("category", c.id, c.name, glyph(c, colorOf(c))));
    const lanes = arrangement.lanes.filter((l) => l.name !== "" && !l.id.includes(" ")).slice(0, MOST_LANES);
    const standings = VERIFICATIONS.filter((v) => timeline.events.some((e) => e.verification === v));
    const levels = [...new Set(timeline.events.map((e) => e.importance))].sort((a, b) => a - b);
    importance.replaceChildren(
      h("option", { value: "" }, "–"),
      ...levels
        .slice(0, -1)
        .map((n) => h("option", { value: n }, fill(phrases.importanceUpTo, { n: formatNumber(n, locale) }))),
    );
    const parts = [
      h(
        "fieldset",
        {},
        h("label", {}, h("span", {}, phrases.search), search),
        levels.length > 1 ? h("label", {}, h("span", {}, phrases.importance), importance) : null,
        clear,
        total,
      ),
      group(phrases.columnCategory, glyphs),
      group(
        phrases.columnWhere,
        lanes.map((l) => choice("lane", l.id, l.name, null)),
      ),
      group(
        phrases.verificationHead,
        standings.map((v) => choice("verification", v, ui.verification[v], null)),
      ),
    ];
    element.replaceChildren(...parts.filter((p) => p !== null));
    setText(clear, phrases.clear);
    element.setAttribute("aria-label", phrases.filters);
  }

  function glyph(kind: Snapshot["arrangement"]["colors"]["classes"][number], color: string): SVGElement {
    const doc = element.ownerDocument;
    const svg = svgElement(doc, "svg", { width: "14", height: "14", viewBox: "0 0 14 14", "aria-hidden": "true" });
    svg.append(svgElement(doc, "path", { d: pathData(shape(kind.shape, 7, 7, 5)), fill: color }));
    return svg;
  }

  function show(now: Snapshot): void {
    const { filter, locale, arrangement, timeline } = now;
    if (element.ownerDocument.activeElement !== search && search.value !== (filter.text ?? ""))
      search.value = filter.text ?? "";
    importance.value = filter.importance === null || filter.importance === undefined ? "" : String(filter.importance);
    const numbers = countsOf(now);
    for (const { field, id, box, number } of choices) {
      box.checked = valuesOf(filter[field]).includes(id);
      setText(number, formatNumber(numbers.get(`${field} ${id}`) ?? 0, locale));
    }
    clear.setAttribute("aria-disabled", String(isEmptyFilter(filter)));
    const words = fill(now.ui.phrases.matching, {
      n: formatNumber(arrangement.events.length, locale),
      total: formatNumber(timeline.events.length, locale),
    });
    setText(total, words);
  }

  function refresh(now: Snapshot): void {
    const before = shown;
    shown = now;
    if (
      before === null ||
      before.timeline !== now.timeline ||
      before.ui !== now.ui ||
      before.theme !== now.theme ||
      before.folded !== now.folded
    )
      build(now);
    if (before === null || before.arrangement !== now.arrangement || before.filter !== now.filter) show(now);
  }

  return {
    element,
    open: () => refresh(host.now()),
    update: (now) => {
      // Nothing is counted that nobody looks at.
      if (!element.hidden) refresh(now);
    },
    destroy: () => view?.clearTimeout(timer),
  };
}

const MOST_LANES = 40;

/** How many events each choice would show, the other fields being as they are. */
function countsOf({ filter, timeline, arrangement }: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const { laneBy, options } = arrangement;
  const colorBy = options.colorBy === undefined ? "category" : options.colorBy;
  const context = { timeline, laneBy, nested: options.nested, colorBy };
  const tally = (field: Choice["field"], idsOf: (e: ResolvedEvent) => readonly string[]): void => {
    const passes = filterOf({ ...filter, [field]: null }, context);
    for (const event of timeline.events) {
      if (passes !== undefined && !passes(event)) continue;
      for (const id of idsOf(event)) counts.set(`${field} ${id}`, (counts.get(`${field} ${id}`) ?? 0) + 1);
    }
  };
  if (colorBy !== null) tally("category", groupsOf(timeline, colorBy).idsOf);
  if (laneBy !== null) tally("lane", laneIdsOf(timeline, laneBy, options.nested));
  tally("verification", (e) => (e.verification === undefined ? [] : [e.verification]));
  return counts;
}

/** "3 of 18 events", or that none matches. */
export function matchText({ arrangement, timeline, ui, locale }: Snapshot): string {
  if (arrangement.events.length === 0) return ui.phrases.noMatch;
  return fill(ui.phrases.matching, {
    n: formatNumber(arrangement.events.length, locale),
    total: formatNumber(timeline.events.length, locale),
  });
}
