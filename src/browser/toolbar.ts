import { panned, sameView, zoomed } from "../layout/view.js";
import type { UiWords } from "../locale/types.js";
import { isDown } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { iconButton, setAttribute, type IconName } from "./dom.js";
import { ZOOM_STEP } from "./keyboard.js";
import { rove } from "./rove.js";

/** What the toolbar opens and closes. */
export interface Drawers {
  readonly filters: Drawer | null;
  readonly downloads: Drawer | null;
  readonly help: Drawer | null;
}
export interface Drawer {
  readonly element: HTMLElement;
  /** Called when it opens. */
  readonly open?: () => void;
}

type Word = keyof UiWords["phrases"];

/** A button for every gesture: one stop of the tab key, arrow keys within (the ARIA toolbar pattern). */
export function toolbar(
  host: Host,
  element: HTMLElement,
  drawers: Drawers,
  { table }: { readonly table: boolean },
): Part & { readonly toggleHelp: (() => void) | null } {
  const { h } = host;
  element.setAttribute("role", "toolbar");
  const named: [HTMLButtonElement, (now: Snapshot) => Word][] = [];
  const button = (name: IconName, word: Word | ((now: Snapshot) => Word), onclick: () => void): HTMLButtonElement => {
    const made = iconButton(h, name, "", () => {
      if (made.getAttribute("aria-disabled") !== "true") onclick();
    });
    named.push([made, typeof word === "function" ? word : () => word]);
    element.append(made);
    return made;
  };
  const view = () => host.now().view;
  const zoomOut = button("minus", "zoomOut", () => host.setView(zoomed(view(), 1 / ZOOM_STEP)));
  const zoomIn = button("plus", "zoomIn", () => host.setView(zoomed(view(), ZOOM_STEP)));
  const earlier = button("earlier", "earlier", () => host.setView(panned(view(), -0.5)));
  const later = button("later", "later", () => host.setView(panned(view(), 0.5)));
  const home = button("home", "home", () => host.setView(host.now().home));
  const fit = button("fit", "fit", () => host.setView(host.now().limits));
  const drawer = (name: IconName, word: Word, { element: panel, open }: Drawer): (() => void) => {
    /** Where the focus was before it opened. */
    let back: HTMLElement | null = null;
    const toggle = (): void => {
      const root = panel.getRootNode() as Partial<Document>;
      const held = panel.contains(root.activeElement ?? null);
      panel.hidden = !panel.hidden;
      made.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) {
        back = root.activeElement as HTMLElement | null;
        open?.();
        (panel.querySelector<HTMLElement>("input, button, select") ?? panel).focus();
      } else if (held) (back?.isConnected === true && host.element.contains(back) ? back : made).focus();
    };
    const made = button(name, word, toggle);
    made.setAttribute("aria-expanded", "false");
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.stopPropagation();
      toggle();
    });
    return toggle;
  };
  const tableButton = table
    ? button(
        "table",
        (now) => (now.display === "table" ? "picture" : "table"),
        () => host.show(host.now().display === "table" ? "picture" : "table"),
      )
    : null;
  if (drawers.filters !== null) drawer("filter", "filters", drawers.filters);
  if (drawers.downloads !== null) drawer("download", "download", drawers.downloads);
  const help = drawers.help === null ? null : drawer("help", "help", drawers.help);

  const stop = rove(
    element,
    named.map(([b]) => b),
    () => host.now().arrangement.direction === "rtl",
  );
  const disable = (b: HTMLButtonElement, off: boolean): void => setAttribute(b, "aria-disabled", String(off));
  return {
    toggleHelp: help,
    update: (now, before) => {
      element.classList.toggle("datelines-down", isDown(now.layout));
      if (before === null || before.ui !== now.ui || before.display !== now.display) {
        element.setAttribute("aria-label", now.ui.phrases.toolbar);
        for (const [b, word] of named) {
          const text = now.ui.phrases[word(now)];
          b.setAttribute("aria-label", text);
          b.title = text;
        }
        tableButton?.setAttribute("aria-pressed", String(now.display === "table"));
      }
      const { view, limits } = now;
      const slack = (view.to - view.from) * 1e-6;
      const whole = view.from <= limits.from + slack && view.to >= limits.to - slack;
      const pictured = now.display === "picture";
      disable(zoomIn, !pictured || view.to - view.from <= limits.least * 1.001);
      disable(zoomOut, !pictured || whole);
      disable(fit, !pictured || whole);
      disable(earlier, !pictured || view.from <= limits.from + slack);
      disable(later, !pictured || view.to >= limits.to - slack);
      disable(home, !pictured || sameView(view, now.home));
    },
    destroy: () => {
      stop();
      element.replaceChildren();
    },
  };
}
