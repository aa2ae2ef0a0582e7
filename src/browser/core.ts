import type { Snapshot } from "./chart.js";
import { widthIn } from "./options.js";
import { session, type State } from "./session.js";

/** Width where nothing can be measured: no container, no observers. */
export const UNMEASURED = 960;

/** What a chart is, and when it is drawn. */
export interface Core {
  readonly state: () => State;
  readonly now: () => Snapshot;
  /** The snapshot that is drawn; null before the first. */
  readonly drawn: () => Snapshot | null;
  /** Takes over a change; the picture follows with the next frame. */
  readonly set: (change: Partial<State>) => void;
  /** Draws what is not drawn yet, now. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/**
 * @param draw called with each snapshot, at most once a frame, and not before there is a width
 * @param fail called where there is no first picture, because the page's own code threw
 */
export function core(
  initial: State,
  window: Window | null,
  draw: (now: Snapshot, before: Snapshot | null) => void,
  fail: (error: unknown) => void,
): Core {
  const derive = session();
  let state = initial;
  let last: Snapshot | null = null;
  let drawn: Snapshot | null = null;
  let frame = 0;
  let dirty = true;
  let stopped = false;

  const now = (): Snapshot =>
    (last ??= derive(state.width > 0 ? state : { ...state, width: widthIn(state.options) ?? UNMEASURED }));

  function cancel(): void {
    if (frame !== 0) window?.cancelAnimationFrame(frame);
    frame = 0;
  }
  function flush(): void {
    cancel();
    if (stopped || state.width === 0 || !dirty) return;
    dirty = false;
    const before = drawn;
    try {
      drawn = now();
      draw(drawn, before);
    } catch (error) {
      if (before === null) fail(error);
      throw error;
    }
  }
  return {
    state: () => state,
    now,
    drawn: () => drawn,
    set: (change) => {
      state = { ...state, ...change };
      last = null;
      dirty = true;
      if (frame !== 0 || stopped || state.width === 0) return;
      if (typeof window?.requestAnimationFrame === "function") frame = window.requestAnimationFrame(flush);
      else flush();
    },
    flush,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
