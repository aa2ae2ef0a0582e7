import { formatInstant } from "../locale/format-time.js";
import { fill } from "../locale/phrases.js";
import { parseInstant } from "../model/time.js";
import type { TimelineData } from "../model/types.js";
import { momentsOfChange, type MomentOfChange, type VersionChange } from "../model/versions.js";
import { isZone } from "../model/zone.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { iconButton, setText } from "./dom.js";

/** A slider over the moments of change, with a button to each side, and what changed in words. */
export function known(host: Host, found: HTMLElement | null): Part & { readonly element: HTMLElement } {
  const { h } = host;
  const element = found ?? h("div", { class: "datelines-bar datelines-known", hidden: true });
  element.setAttribute("role", "group");
  const label = h("span");
  const range = h("input", { type: "range", min: 0, step: 1 });
  const text = h("output");
  const previous = iconButton(h, "earlier", "", () => go(Number(range.value) - 1));
  const next = iconButton(h, "later", "", () => go(Number(range.value) + 1));
  element.append(label, previous, range, next, text);
  let stops: readonly MomentOfChange[] = [];

  function go(index: number): void {
    const at = Math.min(stops.length - 1, Math.max(0, index));
    const last = at === stops.length - 1;
    host.knownAt(last ? null : stops[at]!.at);
    host.announce(sentence(at, host.now()));
  }
  range.addEventListener("input", () => go(Number(range.value)));

  function sentence(index: number, { locale, timeline, ui }: Snapshot): string {
    const stop = stops[index];
    if (stop === undefined) return "";
    const date = formatInstant(stop.at, { locale, zone: timeline.asOfZone ?? timeline.zone, style: "both" });
    const latest = index === stops.length - 1 ? ` (${ui.phrases.knownLatest})` : "";
    const said = stop.changes.map((c) => changeText(c, host.now())).filter((t) => t !== "");
    return [fill(ui.phrases.knownAt, { date }) + latest, ...said].join(locale.semicolon);
  }

  return {
    element,
    update: (now, before) => {
      if (before === null || before.data !== now.data) stops = momentsOfChange(now.data);
      element.hidden = stops.length < 2;
      if (element.hidden) return;
      if (before === null || before.ui !== now.ui) {
        const { phrases } = now.ui;
        setText(label, phrases.known);
        element.setAttribute("aria-label", phrases.known);
        range.setAttribute("aria-label", phrases.known);
        for (const [button, words] of [
          [previous, phrases.previousChange],
          [next, phrases.nextChange],
        ] as const) {
          button.setAttribute("aria-label", words);
          button.title = words;
        }
      }
      range.max = String(stops.length - 1);
      const { knownAt } = now;
      const at = knownAt === null ? stops.length - 1 : stops.reduce((best, s, i) => (s.at <= knownAt ? i : best), 0);
      if (Number(range.value) !== at || range.value === "") range.value = String(at);
      const words = sentence(at, now);
      range.setAttribute("aria-valuetext", words);
      setText(text, words);
      previous.setAttribute("aria-disabled", String(at === 0));
      next.setAttribute("aria-disabled", String(at === stops.length - 1));
    },
  };
}

/** "Mass arrests: changed (adds the count)". */
function changeText({ change, after, before, note, id }: VersionChange, { ui, timeline, locale }: Snapshot): string {
  const own = timeline.language;
  const titleOf = (e: VersionChange["after"]): string => {
    const t = e?.title;
    if (typeof t === "string") return t;
    return t === undefined ? "" : (t[locale.code] ?? t[own] ?? Object.values(t)[0] ?? "");
  };
  const title = titleOf(after) || titleOf(before) || id;
  const words = typeof note === "string" ? note : note === undefined ? "" : (note[locale.code] ?? note[own] ?? "");
  if (change === "retraction") return fill(ui.phrases.changeWithdrawn, { events: before === null ? "" : title });
  const what = change === "new" ? ui.phrases.changeNew : ui.phrases.changeUpdated;
  return `${title}: ${what}${words === "" ? "" : ` (${words})`}`;
}

/** Ids of the events that became known, changed or were withdrawn at the moment that is shown. */
export function changedNow(now: Pick<Snapshot, "data" | "knownAt">): ReadonlyMap<string, VersionChange["change"]> {
  if (now.knownAt === null) return new Map();
  const stop = momentsOfChange(now.data).findLast((s) => s.at <= now.knownAt!);
  return new Map(stop?.changes.map((c) => [c.id, c.change]));
}

/** The zone in which a document's moment of publication is written, for what is shown of it. */
export const zoneOfData = (data: TimelineData): string =>
  typeof data.zone === "string" && isZone(data.zone) ? data.zone : "UTC";

/** ms of a moment given as an option; null where it is none. */
export function momentOf(moment: unknown, data: TimelineData): number | null {
  if (typeof moment === "number") return Number.isFinite(moment) ? moment : null;
  if (typeof moment !== "string" && !(moment instanceof Date)) return null;
  const r = parseInstant(moment, { zone: zoneOfData(data) });
  return r.ok ? r.value.ms : null;
}
