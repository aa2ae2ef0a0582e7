import type { Host, Part } from "./chart.js";

/** How long the hint stays, in ms. */
const STAY = 1200;

/** Tells a reader whose wheel scrolled the page over the picture how it would zoom. */
export function wheelHint(host: Host, stage: HTMLElement): Part & { readonly show: () => void } {
  const { h } = host;
  const element = h("div", { class: "datelines-wheel-hint", "aria-hidden": "true" });
  const view = stage.ownerDocument.defaultView;
  let timer = 0;
  return {
    update: () => undefined,
    show: () => {
      element.textContent = host.now().ui.phrases.wheelHint;
      // In the page only once it is needed: a style sheet that comes late would fade it out before the reader's eyes.
      if (!element.isConnected) stage.append(element);
      void element.offsetWidth;
      element.classList.add("datelines-shown");
      view?.clearTimeout(timer);
      timer = view?.setTimeout(() => element.classList.remove("datelines-shown"), STAY) ?? 0;
    },
    destroy: () => view?.clearTimeout(timer),
  };
}
