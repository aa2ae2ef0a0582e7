import type { ResolvedEvent } from "../model/resolved.js";
import type { RankedWay, UnsetWay } from "./ranked-labels.js";
import type { Reach } from "./reach.js";

/** The ways an event can stand with its label: set whole, or with the title alone. */
export type MeasuredWays =
  { readonly full: readonly RankedWay[] } | { readonly full: null; readonly ways: readonly UnsetWay[] };

/**
 * What was measured of the events of a lane. Where more events are added, those that were there are not worded and
 * measured again, though all of the lane are ranked anew.
 */
export interface KeptWays {
  readonly waysOf: (event: ResolvedEvent, reach: Reach, whole: boolean, make: () => MeasuredWays) => MeasuredWays;
  /** The same way with its lines. */
  readonly setOf: (way: UnsetWay, make: () => RankedWay) => RankedWay;
}

interface Entry {
  readonly measured: MeasuredWays;
  readonly reach: Reach;
  readonly whole: boolean;
}

/** What is kept of a lane; begun where nothing is. */
export function waysKept(lanes: Map<string, KeptWays>, lane: string): KeptWays {
  let kept = lanes.get(lane);
  if (kept === undefined) lanes.set(lane, (kept = emptyKept()));
  return kept;
}

function emptyKept(): KeptWays {
  const entries = new WeakMap<ResolvedEvent, Entry>();
  const sets = new WeakMap<UnsetWay, RankedWay>();
  return {
    waysOf: (event, reach, whole, make) => {
      const known = entries.get(event);
      // On an axis of its own an event may stand elsewhere than before.
      if (known?.whole === whole && sameReach(known.reach, reach)) return known.measured;
      const measured = make();
      entries.set(event, { measured, reach, whole });
      return measured;
    },
    setOf: (way, make) => {
      let set = sets.get(way);
      if (set === undefined) sets.set(way, (set = make()));
      return set;
    },
  };
}

const sameReach = (a: Reach, b: Reach): boolean =>
  a.a === b.a && a.b === b.b && a.left === b.left && a.right === b.right;
