import { momentsOfChange, type MomentOfChange } from "../model/versions.js";
import { knownSentence, stopAt } from "../paint/known.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { hide, iconButton, setAttribute, setText } from "./dom.js";

/** A slider over the moments of change, with a button to each side, and what changed in words. */
export function known(host: Host, found: HTMLElement | null): Part & { readonly element: HTMLElement } {
  const { h } = host;
  const element = found ?? h("div", { class: "datelines-bar datelines-known", hidden: true });
  element.setAttribute("role", "group");
  const label = h("span");
  const range = h("input", { type: "range", min: 0, step: 1 });
  const text = found?.querySelector("output") ?? h("output");
  const previous = iconButton(h, "earlier", "", () => go(Number(range.value) - 1));
  const next = iconButton(h, "later", "", () => go(Number(range.value) + 1));
  element.replaceChildren(label, previous, range, next, text);
  let stops: readonly MomentOfChange[] = [];

  function go(index: number): void {
    const at = Math.min(stops.length - 1, Math.max(0, index));
    const last = at === stops.length - 1;
    host.knownAt(last ? null : stops[at]!.at);
    host.announce(sentence(at, host.now()));
  }
  range.addEventListener("input", () => go(Number(range.value)));

  const sentence = (index: number, { locale, timeline, ui }: Snapshot): string =>
    knownSentence(stops, index, { locale, timeline, phrases: ui.phrases });

  return {
    element,
    update: (now, before) => {
      if (before === null || before.data !== now.data) stops = momentsOfChange(now.data);
      hide(element, stops.length < 2);
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
      const at = stopAt(stops, now.knownAt);
      if (Number(range.value) !== at || range.value === "") range.value = String(at);
      const words = sentence(at, now);
      setAttribute(range, "aria-valuetext", words);
      setText(text, words);
      setAttribute(previous, "aria-disabled", String(at === 0));
      setAttribute(next, "aria-disabled", String(at === stops.length - 1));
    },
  };
}
