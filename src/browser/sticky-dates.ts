import { draw } from "../scene/draw.js";
import { layers } from "../scene/layers/index.js";
import type { Scene } from "../scene/types.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { hide, setStyles } from "./dom.js";
import { paperOf } from "./page-theme.js";
import { painter } from "./paint.js";
import { stickyNames } from "./sticky-names.js";

export interface StickyDates extends Part {
  /** Whether the dates stand over a place of the screen. */
  readonly covers: (clientY: number) => boolean;
  /** Scrolls what has the focus out from under them. */
  readonly uncover: (element: Element) => void;
}

/** Between the dates and what has come out from under them, in px. */
const AIR = 8;

/**
 * The dates once more, at the top of what is seen, while the lanes scroll under them and the picture's own dates are gone.
 * The style sheet keeps them there: nothing listens to scrolling, and they are painted only while they are seen.
 */
export function stickyDates(host: Host, svg: SVGSVGElement, stage: HTMLElement, idPrefix: string): StickyDates {
  const { h } = host;
  const strip = h("div", { class: "datelines-dates" });
  // Begins where the picture's own dates do: once it has left the screen, so have they.
  const track = h("div", { class: "datelines-dates-track", "aria-hidden": "true", hidden: true }, strip);
  const copy = svg.ownerDocument.createElementNS(svg.namespaceURI, "svg") as SVGSVGElement;
  strip.append(copy);
  stage.append(track);
  const paint = painter(copy);
  const names = stickyNames(host, track);
  let stuck = false;
  let painted: Snapshot | null = null;

  const window = svg.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  const Observer = window?.IntersectionObserver;
  const mark = h("span", { class: "datelines-dates-mark" });
  track.append(mark);
  let observer: IntersectionObserver | null = null;
  let frame = 0;
  /**
   * Made in the frame after the first picture: how far down the page wants the dates only a laid-out page can say, and
   * nobody scrolls before.
   */
  function observe(Kind: typeof IntersectionObserver): void {
    const top = parseFloat(window!.getComputedStyle(strip).top);
    const watch = (): void => {
      const isStuck = away() > 0.5;
      if (isStuck === stuck) return;
      stuck = isStuck;
      track.classList.toggle("datelines-stuck", stuck);
      if (stuck) show(host.now());
    };
    observer = new Kind(watch, { rootMargin: `${-(top > 0 ? Math.round(top) : 0)}px 0px 0px 0px` });
    observer.observe(mark);
  }

  /** How far the dates have moved from their own place, in px. */
  const away = (): number => strip.getBoundingClientRect().top - track.getBoundingClientRect().top;

  function show(now: Snapshot): void {
    if (painted?.layout === now.layout && painted.theme === now.theme) return;
    painted = now;
    paint.paint(datesScene(now, `${idPrefix}-dates`));
  }

  return {
    covers: (y) => {
      if (!stuck) return false;
      const box = strip.getBoundingClientRect();
      return y >= box.top && y <= box.bottom;
    },
    uncover: (element) => {
      if (stage.classList.contains("datelines-scrolls")) {
        // Not every browser scrolls a box to what of a picture has got the focus.
        const below = element.getBoundingClientRect().bottom + AIR - stage.getBoundingClientRect().bottom;
        if (below > 0) stage.scrollTop += below;
        const above = stage.getBoundingClientRect().top - element.getBoundingClientRect().top;
        if (above > 0) stage.scrollTop -= above + AIR;
      }
      if (track.hidden || away() <= 0.5) return;
      const under = strip.getBoundingClientRect().bottom + AIR - element.getBoundingClientRect().top;
      if (under <= 0) return;
      if (stage.scrollTop > 0) stage.scrollTop -= under;
      else stage.ownerDocument.defaultView?.scrollBy(0, -under);
    },
    update: (now, before) => {
      const { layout } = now;
      hide(track, typeof Observer !== "function" || layout.orientation === "vertical" || now.display !== "picture");
      if (track.hidden) return;
      if (frame === 0 && stage.isConnected) frame = window!.requestAnimationFrame(() => observe(Observer!));
      if (
        before?.layout.tickLines !== layout.tickLines ||
        before.layout.height !== layout.height ||
        before.theme !== now.theme
      ) {
        const { top, height } = rangeOf(now);
        setStyles(track, { top: `${top}px`, height: `${layout.plot.y1 - top}px` });
        setStyles(strip, { height: `${height}px`, background: paperOf(now), "border-color": now.theme.ink });
        setStyles(copy, { "margin-top": `${-top}px` });
      }
      if (stuck) show(now);
      names.update(now, before);
    },
    destroy: () => {
      window?.cancelAnimationFrame(frame);
      observer?.disconnect();
      names.destroy?.();
      track.remove();
    },
  };
}

/** The dates of a picture, from the top of its first line of them to the rule over its lanes. */
function rangeOf({ layout: { tickLines, plot } }: Snapshot): { readonly top: number; readonly height: number } {
  return { top: tickLines.top, height: plot.y0 - tickLines.top };
}

const OTHERS = Object.fromEntries(Object.keys(layers).flatMap((name) => (name === "axis" ? [] : [[name, null]])));

function datesScene(now: Snapshot, idPrefix: string): Scene {
  const { axis } = now.options.layers ?? {};
  const scene = draw(now.layout, {
    theme: now.theme,
    idPrefix,
    layers: { ...OTHERS, ...(axis === undefined ? {} : { axis }) },
  });
  return { ...scene, height: now.layout.plot.y0, description: "" };
}
