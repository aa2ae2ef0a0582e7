import type { Core } from "./core.js";
import { isDark, pageTheme } from "./page-theme.js";
import { adoptStyles } from "./styles.js";
import { UNMEASURED } from "./core.js";
import { widthIn } from "./options.js";
import type { Figure } from "./figure.js";

/** Keeps a chart as wide as its container, in the page's colours, with its style sheet where it stands. */
export interface Sizing {
  readonly restyle: () => void;
  /** Takes over another width or greatest height. */
  readonly measure: () => void;
  readonly stop: () => void;
}

/** A box for the lanes is not lower than this, in px. */
const LOWEST = 160;

export function sizing({ element, stage, h }: Figure, core: Core, window: (Window & typeof globalThis) | null): Sizing {
  let dropStyles: () => void = () => undefined;
  let styled: Node | null = null;

  /** Whether the style sheet is new here, so that widths measured without it mean nothing. */
  function connect(): boolean {
    const root = element.getRootNode();
    if (root === styled || !("adoptedStyleSheets" in root)) return false;
    dropStyles();
    styled = root;
    dropStyles = adoptStyles(root as Document | ShadowRoot);
    return true;
  }
  function restyle(): void {
    const { theme: before, options } = core.state();
    const theme = pageTheme(element, options.theme, isDark(element));
    if (JSON.stringify(theme) !== JSON.stringify(before)) core.set({ theme });
  }
  /** The lanes scroll in the stage where it may not be as high as they are. */
  function bound(maxHeight: number | undefined): void {
    const wanted = typeof maxHeight === "number" && maxHeight > 0 && Number.isFinite(maxHeight);
    stage.classList.toggle("datelines-scrolls", wanted);
    if (wanted) stage.style.setProperty("max-height", `min(${Math.max(LOWEST, maxHeight)}px, 80vh)`);
    else stage.style.removeProperty("max-height");
  }
  // As wide as the figure and of no height: what is drawn changes the figure's own, and observers complain of that.
  const ruler = h("div");
  element.append(ruler);
  let frame = 0;
  let taken = 0;
  /** The container's width, as it was told last. */
  let outer = 0;
  /** What its scroll bar takes, which has its room whether there is something to scroll or not. */
  function bar(): number {
    if (!stage.classList.contains("datelines-scrolls")) return (taken = 0);
    if (stage.clientWidth > 0) taken = stage.offsetWidth - stage.clientWidth;
    return taken;
  }
  function resize(width: number): void {
    outer = width;
    const { options, width: before } = core.state();
    bound(options.maxHeight);
    const whole = Math.floor(widthIn(options) ?? width - bar());
    // As wide as it is itself: what is as narrow as its content may be (a dialog, a cell, a float) has to be told.
    if (width === 0 && element.getClientRects().length > 0) element.classList.add("datelines-shrunk");
    if (!(whole > 0) || whole === before) return;
    core.set({ width: whole });
    if (before > 0) return;
    // The first picture is there before the page is painted.
    restyle();
    core.flush();
  }

  const observer =
    typeof window?.ResizeObserver === "function"
      ? new window.ResizeObserver((entries) => {
          const fresh = connect();
          if (fresh) again();
          restyle();
          resize(fresh ? ruler.clientWidth : entries.at(-1)!.contentRect.width);
        })
      : null;
  /** Watches anew from the next frame on: a width that changes with the style sheet would be an error of the page's. */
  function again(): void {
    observer?.unobserve(ruler);
    frame = window!.requestAnimationFrame(() => observer?.observe(ruler));
  }
  const scheme = typeof window?.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : null;
  scheme?.addEventListener("change", restyle);
  if (observer === null) resize(UNMEASURED);
  else observer.observe(ruler);
  // What stands in the page already is drawn before anybody sees it half done.
  if (element.isConnected) {
    connect();
    resize(ruler.clientWidth);
  }
  return {
    restyle,
    measure: () => {
      if (outer > 0) resize(outer);
    },
    stop: () => {
      observer?.disconnect();
      window?.cancelAnimationFrame(frame);
      scheme?.removeEventListener("change", restyle);
      dropStyles();
    },
  };
}
