import type { Arrangement } from "../layout/arrange.js";
import { rankAhead } from "../layout/rank-ahead.js";
import type { Part } from "./chart.js";

/** ms of rest before the work begins: twice as long for each picture that comes meanwhile, so that streams do not make it. */
const REST = 400;
/** ms between two pieces of it, and for each. */
const BETWEEN = 30;
const PIECE = 6;
/** Of more events most will never be looked at, and what is known of their labels takes room. */
const MOST = 20_000;

/**
 * Ranks, while nothing else is to do, the labels that show only nearer: the first step of a zoom would have to wait for all
 * of them.
 */
export function ahead(window: Window | null): Part {
  let timer = 0;
  let rest = REST;
  let last: { readonly arrangement: Arrangement; readonly width: number; readonly moving: boolean } | null = null;

  function work(): void {
    const { arrangement, width } = last!;
    const end = performance.now() + PIECE;
    while (rankAhead(arrangement, width)) {
      if (performance.now() < end) continue;
      timer = window!.setTimeout(work, BETWEEN);
      return;
    }
  }
  return {
    update: ({ arrangement, view: { width }, moving }) => {
      if (window === null) return;
      if (last?.arrangement === arrangement && last.width === width && last.moving === moving) return;
      window.clearTimeout(timer);
      last = { arrangement, width, moving };
      if (moving) rest = REST;
      else if (arrangement.events.length <= MOST) {
        timer = window.setTimeout(work, rest);
        rest *= 2;
      }
    },
    destroy: () => window?.clearTimeout(timer),
  };
}
