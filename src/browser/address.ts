import { momentsOf } from "../layout/axis-scale.js";
import { sameView } from "../layout/view.js";
import type { Snapshot } from "./chart.js";
import type { ChartOptions } from "./options.js";
import { hashWith, readState, stateInHash, writeState, type SharedState } from "./url-state.js";

/** Longest time in which the address follows what is seen, in ms. */
const PAUSE = 300;

/** Window, filter, selection and moment of knowledge in the page's address, where that is asked for. */
export interface Address {
  readonly read: () => SharedState;
  readonly write: (now: Snapshot) => void;
  readonly stop: () => void;
}

export function address(window: Window | null, option: ChartOptions["stateInUrl"]): Address {
  const key = option === true ? "timeline" : option;
  if (window === null || key === undefined || key === false || !/^[\w-]{1,40}$/.test(key))
    return { read: () => ({}), write: () => undefined, stop: () => undefined };
  let timer = 0;
  let stopped = false;
  function put(now: Snapshot): void {
    const { view, home, filter, selected, knownAt, folded, foldedByReader } = now;
    const value = writeState({
      ...(sameView(view, home) ? {} : momentsOf(now.arrangement.scale, view)),
      filter,
      ...(selected === null ? {} : { selected }),
      ...(knownAt === null ? {} : { knownAt }),
      ...(foldedByReader ? { folded } : {}),
    });
    const { location, history } = window!;
    const hash = hashWith(location.hash, key as string, value);
    if (hash === location.hash) return;
    try {
      history.replaceState(history.state, "", location.href.replace(/#.*/s, "") + hash);
    } catch {
      // A frame whose document came with it has no address of its own to write to.
    }
  }
  return {
    read: () => readState(stateInHash(window.location.hash, key) ?? ""),
    write: (now) => {
      window.clearTimeout(timer);
      if (!stopped) timer = window.setTimeout(() => put(now), PAUSE);
    },
    stop: () => {
      stopped = true;
      window.clearTimeout(timer);
    },
  };
}
