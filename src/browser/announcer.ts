import type { Make } from "./dom.js";

/** At most one announcement in this time; of several only the last is made. */
const PAUSE = 500;

/** One polite live region, so that screen readers hear what changed and are not flooded. */
export function announcer(h: Make): {
  readonly element: HTMLElement;
  readonly say: (text: string) => void;
  readonly stop: () => void;
} {
  const element = h("div", { class: "datelines-hidden", role: "status", "aria-live": "polite" });
  const view = element.ownerDocument.defaultView;
  let timer = 0;
  return {
    element,
    say: (text) => {
      if (view === null) return;
      view.clearTimeout(timer);
      timer = view.setTimeout(() => (element.textContent = text), PAUSE);
    },
    stop: () => view?.clearTimeout(timer),
  };
}
