import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomTransform } from "./d3.js";
import type { View } from "../layout/view.js";
import { edgesOf, isDown, isLeftward } from "./along.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { letGo } from "./let-go.js";

/** Steps of the wheel and of the buttons. */
const LINE = 0.05;

/**
 * Wheel (and the pinch of a touchpad, which is one), drag and double click, as d3-zoom understands them, on the picture. Every decision is in the view; this
 * translates between it and d3's transform: at scale 1 the axis holds all that may be seen.
 */
export function gestures(host: Host, svg: SVGSVGElement, hint: () => void): Part {
  const target = select<SVGSVGElement, unknown>(svg);
  let stopped = false;
  /** What d3 keeps of a gesture under way: where the pointer is, and which place it took hold of. */
  const underWay = (): { mouse?: [p: [number, number], at: [number, number]] } | undefined =>
    target.property("__zooming") as ReturnType<typeof underWay>;

  const behaviour = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => allowed(event))
    .wheelDelta(
      (event) =>
        -event.deltaY * (event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? 1 : 0.002) * (event.ctrlKey ? 5 : 1),
    )
    // Fingers are ./touch.ts's.
    .touchable(false)
    .clickDistance(4)
    // A double click moves as all that is not under the hand does.
    .duration(0)
    .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      const clicked = (sourceEvent as Event | null)?.type === "dblclick";
      if (!stopped) host.setView(viewOf(transform, host.now()), { animate: clicked });
    });

  function allowed(event: Event): boolean {
    const { options } = host.now();
    if (event.type === "wheel") {
      const { ctrlKey, metaKey } = event as WheelEvent;
      const wheel = options.wheel ?? "modifier";
      if (wheel === "never") return false;
      // Where lanes scroll in a box of their own the wheel is theirs.
      const turned = options.maxHeight === undefined && focusInside();
      const free = wheel === "always" || ctrlKey || metaKey || turned;
      if (!free) hint();
      return free;
    }
    const mouse = event as MouseEvent;
    return !mouse.ctrlKey && mouse.button === 0;
  }

  /** Whether the reader has turned to this timeline: the keyboard's focus is in its picture. */
  const focusInside = (): boolean => svg.contains(rootOf(svg).activeElement);

  target.call(behaviour);
  return {
    update: (now, before) => {
      const { axis, height, width } = now.layout;
      const another =
        before === null ||
        before.layout.axis.x0 !== axis.x0 ||
        before.layout.orientation !== now.layout.orientation ||
        before.layout.width !== width ||
        before.layout.height !== height ||
        before.limits !== now.limits;
      if (another) {
        const [a, b] = edgesOf(now.layout);
        const down = isDown(now.layout);
        behaviour
          .extent(
            down
              ? [
                  [0, a],
                  [width, b],
                ]
              : [
                  [a, 0],
                  [b, height],
                ],
          ) // prettier-ignore
          .translateExtent(
            down
              ? [
                  [-Infinity, a],
                  [Infinity, b],
                ]
              : [
                  [a, -Infinity],
                  [b, Infinity],
                ],
          ) // prettier-ignore
          .scaleExtent([1, Math.max(1, (now.limits.to - now.limits.from) / now.limits.least)]);
      }
      // d3 keeps its transform on the element: a change from elsewhere is told to it without an event.
      const transform = transformOf(now.view, now);
      const known = target.property("__zoom") as ZoomTransform | undefined;
      const { k, x = known?.x ?? 0, y = known?.y ?? 0 } = transform;
      if (known === undefined || Math.abs(known.k / k - 1) > 1e-9 || Math.hypot(known.x - x, known.y - y) > 1e-3)
        target.property("__zoom", zoomIdentity.translate(x, y).scale(k));
      // What the hand holds is the same moment, though it lies elsewhere in what may be seen now.
      const held = another ? underWay()?.mouse : undefined;
      if (held !== undefined) held[1] = zoomTransform(svg).invert(held[0]);
    },
    destroy: () => {
      stopped = true;
      if (underWay() !== undefined) letGo(svg.ownerDocument.defaultView, "zoom");
      target.on(".zoom", null);
      delete (svg as { __zoom?: unknown }).__zoom;
    },
  };
}

const rootOf = (element: Element): Document | ShadowRoot => {
  const root = element.getRootNode();
  return "activeElement" in root ? (root as Document | ShadowRoot) : element.ownerDocument;
};

/** The view that a transform shows. */
function viewOf({ k, x, y }: ZoomTransform, now: Snapshot): { readonly from: number; readonly to: number } {
  const { limits, layout } = now;
  const [a, b] = edgesOf(layout);
  const moved = isDown(layout) ? y : x;
  const whole = limits.to - limits.from;
  const share = (screen: number): number => ((screen - moved) / k - a) / (b - a);
  return isLeftward(layout)
    ? { from: limits.from + (1 - share(b)) * whole, to: limits.from + (1 - share(a)) * whole }
    : { from: limits.from + share(a) * whole, to: limits.from + share(b) * whole };
}

/** The transform that shows a view; it moves along time only. */
function transformOf(
  view: View,
  { limits, layout }: Snapshot,
): { readonly k: number; readonly x?: number; readonly y?: number } {
  const [a, b] = edgesOf(layout);
  const whole = limits.to - limits.from;
  const k = whole / (view.to - view.from);
  const share = isLeftward(layout) ? 1 - (view.to - limits.from) / whole : (view.from - limits.from) / whole;
  const moved = a - k * (a + share * (b - a));
  return isDown(layout) ? { k, y: moved } : { k, x: moved };
}
