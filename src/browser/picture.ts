import { draw } from "../scene/draw.js";
import { drawCache, type DrawCache } from "../scene/layer.js";
import type { Scene } from "../scene/types.js";
import type { Host, Part, Snapshot } from "./chart.js";
import type { Figure } from "./figure.js";
import { cursorLayer, highlightLayer } from "./highlight.js";
import { eventAt, type Spot } from "./navigate.js";
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
    { theme: now.theme, idPrefix, layers: { ...layers, highlight: highlightLayer(now), cursor: cursorLayer(now) } },
    cache,
  );
}

export function picture(host: Host, { svg, stage, adopted, idPrefix }: Figure): Picture {
  const paint = painter(svg);
  let fresh = adopted;
  let cache = drawCache();
  const elements = (): SVGElement[] => [...svg.querySelectorAll<SVGElement>("[data-event]")];

  function elementOf(spot: Spot): SVGElement | null {
    const { arrangement } = host.now();
    const index = eventAt(arrangement, spot);
    if (index === undefined) return null;
    const { id } = arrangement.timeline.events[index]!;
    const lane = arrangement.lanes[spot.lane]!.id;
    const found = elements().filter((e) => e.getAttribute("data-event") === id && !e.hasAttribute("data-outside"));
    return found.find((e) => e.closest("[data-lane]")?.getAttribute("data-lane") === lane) ?? null;
  }

  return {
    stage,
    svg,
    elementOf,
    update: (now, before) => {
      if (before?.arrangement !== now.arrangement || before.theme !== now.theme) cache = drawCache();
      const scene = sceneOf(now, idPrefix, cache);
      // A picture that a server painted is taken as it is; what differs is painted over.
      if (fresh && !paint.adopt(scene)) svg.replaceChildren();
      fresh = false;
      const root = svg.getRootNode();
      const active = "activeElement" in root ? (root as Document).activeElement : null;
      const inside = svg.contains(active);
      paint.paint(scene);
      // What had the focus may be gone, or have moved among its siblings, which takes the focus off it.
      const lost = inside && (root as Document).activeElement !== active;
      setTabStop(svg, elements(), now, elementOf);
      if (lost) ((now.focused === null ? null : elementOf(now.focused)) ?? svg).focus({ preventScroll: true });
    },
  };
}

/** One tab stop: the event that has the focus, or would get it first. */
function setTabStop(
  svg: SVGSVGElement,
  elements: readonly SVGElement[],
  now: Snapshot,
  elementOf: (spot: Spot) => SVGElement | null,
): void {
  const stop = (now.focused === null ? null : elementOf(now.focused)) ?? elements[0] ?? null;
  for (const element of elements) {
    const index = element === stop ? "0" : "-1";
    if (element.getAttribute("tabindex") !== index) element.setAttribute("tabindex", index);
  }
  // Without any event in the window the picture itself can be reached, so that the keys still work.
  if (stop === null) svg.setAttribute("tabindex", "0");
  else if (svg.getAttribute("tabindex") !== "-1") svg.setAttribute("tabindex", "-1");
}
