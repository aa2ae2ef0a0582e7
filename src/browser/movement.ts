import { momentOf } from "../layout/axis-scale.js";
import { sameView, within, type View } from "../layout/view.js";
import type { Core } from "./core.js";
import type { Mover } from "./session.js";
import { motion, prefersReducedMotion } from "./motion.js";

/** Moves the window. */
export interface Movement {
  /** To a stretch of the axis, in its units. */
  readonly to: (
    view: { readonly from: number; readonly to: number },
    options?: { readonly animate?: boolean | undefined; readonly by?: Mover },
  ) => void;
  /** Where a movement under way will end; null when nothing moves. */
  readonly target: () => View | null;
  readonly stop: () => void;
}

/** A window that has not moved for so many ms is at rest. */
const SETTLED = 140;

/** Movements take a moment, unless the reader wants none, and stop for whatever the reader does next. */
export function movement(core: Core, window: Window | null): Movement {
  const moving = motion();
  let target: View | null = null;
  let last = -Infinity;
  let timer = 0;

  /** A single change is whole at once; of many in a row the last is, when the window has come to rest. */
  function show(from: number, to: number, by: Mover, done: boolean): void {
    const time = window?.performance.now() ?? 0;
    const goesOn = !done && time - last < SETTLED;
    last = done ? -Infinity : time;
    window?.clearTimeout(timer);
    if (goesOn) timer = window?.setTimeout(rest, SETTLED) ?? 0;
    core.set({ window: { from, to }, moving: goesOn, by });
  }
  function rest(): void {
    last = -Infinity;
    core.set({ moving: false });
  }

  return {
    target: () => target,
    stop: () => {
      moving.stop();
      target = null;
      window?.clearTimeout(timer);
    },
    to: (wish, { animate = true, by = "reader" } = {}) => {
      if (!(wish.to > wish.from)) return;
      const { view, limits, arrangement } = core.now();
      const moment = (units: number): number => momentOf(arrangement.scale, units);
      const to = within({ ...view, from: wish.from, to: wish.to }, limits);
      moving.stop();
      target = null;
      const at = ({ from, to: end }: View, done = false): void => show(moment(from), moment(end), by, done);
      if (!animate || core.drawn() === null || prefersReducedMotion(window) || sameView(view, to)) {
        at(to);
        return;
      }
      target = to;
      moving.to(view, to, (step, done) => {
        // A frame that was taken out of the page has no time of its own any more.
        if (window?.closed === true) {
          moving.stop();
          return;
        }
        if (done) target = null;
        at(step, done);
        core.flush();
      });
    },
  };
}
