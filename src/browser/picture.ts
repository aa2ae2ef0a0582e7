import { draw } from "../scene/draw.js";
import { drawCache, type DrawCache } from "../scene/layer.js";
import type { Scene } from "../scene/types.js";
import { isDown, shownLane } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import type { Figure } from "./figure.js";
import { cursorLayer, highlightLayer } from "./highlight.js";
import { eventAt, type Spot } from "./navigate.js";
import { readingLayer } from "./reading.js";
import { painter } from "./paint.js";

/** The picture itself. */
export interface Picture extends Part {
  readonly stage: HTMLElement;
  readonly svg: SVGSVGElement;
  /** The element that stands for an event in a lane, where there is one now. */
  readonly elementOf: (spot: Spot) => SVGElement | null;
}

/** The scene of a snapshot, with what is selected and looked at. */
export function sceneOf(now: Snapshot, idPrefix: string, cache?: DrawCache): Scene {
  const { layers = {} } = now.options;
  return draw(
    now.layout,
    {
      theme: now.theme,
      idPrefix,
      layers: {
        ...layers,
        highlight: highlightLayer(now),
        cursor: cursorLayer(now),
        ...(now.reading === null ? {} : { reading: readingLayer(now) }),
      },
    },
    cache,
  );
}

const looksAlike = (a: Snapshot, b: Snapshot): boolean =>
  a.theme === b.theme &&
  a.arrangement.type.em === b.arrangement.type.em &&
  a.arrangement.type.family === b.arrangement.type.family;

/** Lanes so near to the screen, in px, are drawn as if they were on it. */
const BEYOND = 60;

export function picture(host: Host, { svg, stage, adopted, idPrefix }: Figure): Picture {
  const paint = painter(svg);
  let fresh = adopted;
  let cache = drawCache();
  let stop: Element | null = null;
  const window = svg.ownerDocument.defaultView;

  function elementOf(spot: Spot): SVGElement | null {
    const { arrangement, layout } = host.now();
    const index = eventAt(arrangement, spot);
    if (index === undefined) return null;
    const { id } = arrangement.timeline.events[index]!;
    const shown = shownLane(layout, arrangement, spot.lane);
    const lane = shown?.lane.id;
    const spotLane = arrangement.lanes[spot.lane]?.id;
    for (const group of svg.querySelectorAll<SVGElement>("[data-lane]")) {
      if (group.getAttribute("data-lane") !== lane) continue;
      const found = [...group.children].filter(
        (c) => c.getAttribute("data-event") === id && !c.hasAttribute("data-outside"),
      );
      // In a column of lanes that count from days of their own an event may stand more than once.
      const own = shown?.items.filter((i) => i.event === index).findIndex((i) => i.lane === spotLane) ?? -1;
      const element = found[own] ?? found[0];
      if (element !== undefined) return element as SVGElement;
    }
    return null;
  }

  /** One tab stop: the event that has the focus, or would get it first; without any the picture itself. */
  function setTabStop({ focused, laneFocus }: Snapshot): void {
    if (laneFocus !== null) {
      // The button of a lane has it.
      stop?.setAttribute("tabindex", "-1");
      stop = null;
      return;
    }
    if (focused === null && stop?.isConnected === true && stop !== svg) return;
    const next =
      (focused === null ? null : elementOf(focused)) ?? svg.querySelector("[data-event]:not([data-outside])") ?? svg;
    if (next === stop) return;
    stop?.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    if (next !== svg) svg.setAttribute("tabindex", "-1");
    stop = next;
  }

  /**
   * While the window moves, lanes that are not on the screen stay as they are; they follow when it has come to rest. A
   * single change is whole at once.
   */
  function restOf(now: Snapshot, before: Snapshot | null): void {
    cache.skip = () => false;
    if (window === null || !now.moving || before?.arrangement !== now.arrangement || isDown(now.layout)) return;
    const box = svg.getBoundingClientRect();
    const frame = stage.getBoundingClientRect();
    const scale = now.layout.height / Math.max(1, box.height);
    const top = (Math.max(0, frame.top) - box.top - BEYOND) * scale;
    const bottom = (Math.min(window.innerHeight, frame.bottom) - box.top + BEYOND) * scale;
    if (top <= now.layout.plot.y0 && bottom >= now.layout.plot.y1) return;
    cache.skip = ({ y0, y1 }) => y1 < top || y0 > bottom;
  }

  return {
    stage,
    svg,
    elementOf,
    update: (now, before) => {
      if (before?.arrangement !== now.arrangement || before.theme !== now.theme)
        cache = drawCache(before !== null && looksAlike(before, now) ? cache : undefined);
      restOf(now, before);
      const scene = sceneOf(now, idPrefix, cache);
      // A picture that a server painted is taken as it is; what differs is painted over.
      if (fresh && !paint.adopt(scene)) svg.replaceChildren();
      fresh = false;
      const root = svg.getRootNode();
      const active = "activeElement" in root ? (root as Document).activeElement : null;
      const inside = active !== null && svg.contains(active);
      paint.paint(scene);
      setTabStop(now);
      // What had the focus may be gone, or have moved among its siblings, which takes the focus off it.
      if (inside && (root as Document).activeElement !== active)
        ((now.focused === null ? null : elementOf(now.focused)) ?? svg).focus({ preventScroll: true });
    },
  };
}
