import { easeCubicInOut, interpolateZoom, timer, type Timer } from "./d3.js";
import type { View } from "../layout/view.js";

export const prefersReducedMotion = (window: Window | null): boolean =>
  typeof window?.matchMedia === "function" && window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Longest time a view is on its way, in ms. */
const LONGEST = 700;

/** Moves a view to another, one movement at a time. */
export interface Motion {
  readonly to: (from: View, to: View, step: (view: View, done: boolean) => void) => void;
  readonly stop: () => void;
  readonly moving: () => boolean;
}

/** Smooth and efficient zooming and panning (van Wijk, Nuij 2003), as d3 has it, along one axis. */
export function motion(): Motion {
  let running: Timer | null = null;
  const stop = (): void => {
    running?.stop();
    running = null;
  };
  return {
    stop,
    moving: () => running !== null,
    to: (from, to, step) => {
      stop();
      // Relative to the target, so that far years keep their digits.
      const middle = (to.from + to.to) / 2;
      const unit = to.to - to.from;
      const path = interpolateZoom(
        [((from.from + from.to) / 2 - middle) / unit, 0, (from.to - from.from) / unit],
        [0, 0, 1],
      );
      const duration = Math.min(LONGEST, Math.max(150, path.duration * 0.35));
      running = timer((elapsed) => {
        const t = Math.min(1, elapsed / duration);
        if (t === 1) {
          stop();
          step(to, true);
          return;
        }
        const [centre, , length] = path(easeCubicInOut(t));
        const half = (length * unit) / 2;
        step({ ...to, from: middle + centre * unit - half, to: middle + centre * unit + half }, false);
      });
    },
  };
}
