import type { Core } from "./core.js";
import { isDark, pageTheme } from "./page-theme.js";
import { adoptStyles } from "./styles.js";
import { UNMEASURED } from "./core.js";

/** Keeps a chart as wide as its container, in the page's colours, with its style sheet where it stands. */
export interface Sizing {
  readonly restyle: () => void;
  readonly stop: () => void;
}

export function sizing(element: HTMLElement, core: Core, window: (Window & typeof globalThis) | null): Sizing {
  let dropStyles: () => void = () => undefined;
  let styled: Node | null = null;

  /** Whether the style sheet is new here, so that widths measured without it mean nothing. */
  function connect(): boolean {
    const root = element.getRootNode();
    if (window === null || root === styled || !("adoptedStyleSheets" in root)) return false;
    dropStyles();
    styled = root;
    dropStyles = adoptStyles(root as Document | ShadowRoot, window);
    return true;
  }
  function restyle(): void {
    const { theme: before, options } = core.state();
    const theme = pageTheme(element, options.theme, isDark(element));
    if (JSON.stringify(theme) !== JSON.stringify(before)) core.set({ theme });
  }
  function resize(width: number): void {
    const { options, width: before } = core.state();
    const whole = Math.floor(options.width ?? width);
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
          restyle();
          resize(fresh ? element.clientWidth : entries.at(-1)!.contentRect.width);
        })
      : null;
  const scheme = typeof window?.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : null;
  scheme?.addEventListener("change", restyle);
  if (observer === null) resize(UNMEASURED);
  else observer.observe(element);
  // What stands in the page already is drawn before anybody sees it half done.
  if (element.isConnected) {
    connect();
    resize(element.clientWidth);
  }
  return {
    restyle,
    stop: () => {
      observer?.disconnect();
      scheme?.removeEventListener("change", restyle);
      dropStyles();
    },
  };
}
