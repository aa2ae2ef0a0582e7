import { eventList } from "../paint/html.js";
import { trackTables } from "../paint/track-table.js";
import type { Markup } from "../paint/markup.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { setText, type Make } from "./dom.js";

/** The ordered list of all events under the picture: the content proper. Made when it is opened; a server's is kept. */
export function list(host: Host, found: HTMLDetailsElement | null): Part & { readonly element: HTMLDetailsElement } {
  const { h } = host;
  const summary = found?.querySelector<HTMLElement>(":scope > summary") ?? h("summary");
  const element = found ?? h("details", {}, summary);
  let made: Snapshot["arrangement"] | null = null;

  function make({ arrangement }: Snapshot): void {
    if (!element.open || made === arrangement) return;
    made = arrangement;
    const old = [...element.children].filter((child) => child !== summary);
    const parts = [eventList(arrangement), ...trackTables(arrangement)].map((part) => built(part, h));
    // What a server wrote stays where it says the same.
    const textOf = (nodes: readonly (Node | string)[]): string =>
      nodes.map((n) => (typeof n === "string" ? n : n.textContent)).join("\n");
    if (textOf(old) === textOf(parts)) return;
    for (const child of old) child.remove();
    element.append(...parts);
  }
  const toggle = (): void => make(host.now());
  element.addEventListener("toggle", toggle);
  return {
    element,
    update: (now, before) => {
      if (before === null || before.locale !== now.locale) setText(summary, now.locale.words.phrases.list);
      make(now);
    },
    destroy: () => element.removeEventListener("toggle", toggle),
  };
}

/** Elements for markup that is data. */
export function built(markup: Markup, h: Make): Node | string {
  if (markup === null || typeof markup === "string") return markup ?? "";
  const attributes = markup.name === "a" ? { ...markup.attributes, target: "_blank" } : markup.attributes;
  return h(markup.name as "div", attributes, ...markup.children.map((child) => built(child, h)));
}
