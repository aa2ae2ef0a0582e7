import { select } from "d3-selection";

/**
 * Ends what a mouse holds in d3-zoom or d3-brush, as if its button were let go: only so do these take their listeners off
 * the window, and let the page's text be selected again.
 */
export function letGo(view: (Window & typeof globalThis) | null, what: "zoom" | "brush"): void {
  if (view === null) return;
  const up = select<Window, unknown>(view).on(`mouseup.${what}`) as ((this: Window, event: Event) => void) | undefined;
  up?.call(view, new view.MouseEvent("mouseup", { view }));
}
