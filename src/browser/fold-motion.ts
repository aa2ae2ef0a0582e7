import type { Part, Snapshot } from "./chart.js";
import { prefersReducedMotion } from "./motion.js";

/** How long lanes are on their way, in ms. */
const TIME = 260;
const EASE = "cubic-bezier(0.3, 0, 0.2, 1)";

/**
 * Lanes move to where they stand once others are folded, and new ones come up. The picture is that of the end from the
 * beginning on: what moves is only where its parts are shown.
 */
export function foldMotion(svg: SVGSVGElement, stage: HTMLElement): Part {
  const window = svg.ownerDocument.defaultView;
  let running: Animation[] = [];

  function stop(): void {
    for (const one of running) one.cancel();
    running = [];
  }
  function run(element: Element, frames: Keyframe[]): void {
    running.push(element.animate(frames, { duration: TIME, easing: EASE }));
  }

  function move(now: Snapshot, before: Snapshot): void {
    const from = new Map(before.layout.lanes.map((l) => [l.lane.id, l]));
    const shift = new Map<string, number | null>();
    for (const { lane, y0 } of now.layout.lanes) {
      const old = from.get(lane.id);
      // What is in a lane that has been folded or unfolded is another.
      const same = old !== undefined && old.lane.nest?.group?.folded === lane.nest?.group?.folded;
      shift.set(lane.id, same ? old.y0 - y0 : null);
    }
    const names = [...svg.querySelectorAll(":scope > .datelines-laneNames > .datelines-laneName")];
    const lanes = now.layout.lanes.filter((l) => l.name.lines.length > 0);
    names.forEach((name, i) =>
      to(name, from.has(lanes[i]!.lane.id) ? from.get(lanes[i]!.lane.id)!.y0 - lanes[i]!.y0 : null),
    );
    for (const group of svg.querySelectorAll(":scope > g > [data-lane]"))
      to(group, shift.get(group.getAttribute("data-lane")!) ?? null);
    const { height } = now.layout;
    if (height === before.layout.height) return;
    // What is below the picture moves along.
    run(stage, [{ height: `${before.layout.height}px` }, { height: `${height}px` }]);
    run(svg, [{ overflow: "visible" }, { overflow: "visible" }]);
  }
  function to(element: Element, by: number | null): void {
    if (by === null) run(element, [{ opacity: 0 }, { opacity: 0, offset: 0.4 }, { opacity: 1 }]);
    else if (by !== 0) run(element, [{ transform: `translateY(${by}px)` }, { transform: "none" }]);
  }

  return {
    update: (now, before) => {
      if (before === null || before.arrangement === now.arrangement) return;
      stop();
      const still =
        before.folded === now.folded ||
        now.foldedAtOnce ||
        before.timeline !== now.timeline ||
        before.layout.width !== now.layout.width ||
        now.layout.orientation === "vertical" ||
        now.display !== "picture";
      if (still || typeof svg.animate !== "function" || prefersReducedMotion(window)) return;
      move(now, before);
    },
    destroy: stop,
  };
}
