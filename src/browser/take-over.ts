import type { TimelineData, TimelineInput } from "../model/types.js";
import { documentOf as wrapped, momentOf } from "../model/versions.js";
import { soundFilter } from "./filter.js";
import type { Snapshot } from "./chart.js";
import type { Core } from "./core.js";
import type { Emit } from "./events.js";
import type { Movement } from "./movement.js";
import { eventAt, spotOf } from "./navigate.js";
import { widthIn, type ChartOptions } from "./options.js";
import type { ChartChange } from "./timeline.js";

/** The document itself, or one made of an array of events: the one before, where that was made of the same array. */
export function documentOf(data: TimelineInput, call: string, before?: TimelineData): TimelineData {
  const same = Array.isArray(data) && before?.events === data && Object.keys(before).length === 1;
  return same ? before : wrapped(data, call);
}

/** Options with some of them changed; the same object where they stay as they were. */
function changedBy(before: ChartOptions, change: ChartOptions = {}): ChartOptions {
  const names = Object.keys(change) as (keyof ChartOptions)[];
  return names.every((name) => Object.is(before[name], change[name])) ? before : { ...before, ...change };
}

/** Takes over new data and options; the focus and the selection stay on the same events, where these still are. */
export function takeOver(
  { core, move, emit }: { readonly core: Core; readonly move: Movement; readonly emit: Emit },
  { data, options: change }: ChartChange,
  grownFrom?: TimelineData,
): void {
  const state = core.state();
  const document = data === undefined ? state.data : documentOf(data, "update()", state.data);
  const options = changedBy(state.options, change);
  if (document === state.data && options === state.options) return;
  const { arrangement } = core.now();
  const index = state.focused === null ? undefined : eventAt(arrangement, state.focused);
  const id = index === undefined ? null : arrangement.timeline.events[index]!.id;
  const under = state.hovered === null ? null : arrangement.timeline.events[state.hovered]?.id;
  // What a reader has chosen since is not taken back because the page says again what it said before.
  const isNew = (name: "from" | "to" | "timeScale" | "asKnownAt" | "filter" | "folded" | "width"): boolean =>
    JSON.stringify(options[name]) !== JSON.stringify(state.options[name]);
  const width = widthIn(options);
  const another = isNew("from") || isNew("to") || isNew("timeScale");
  if (another) move.stop();
  core.set({
    data: document,
    grownFrom,
    options,
    by: "page",
    hovered: null,
    reading: null,
    ...(another ? { window: null, moving: false } : {}),
    ...(isNew("asKnownAt") ? { knownAt: momentOf(options.asKnownAt, document) } : {}),
    ...(isNew("folded") ? { folded: null, foldedAtOnce: true } : {}),
    ...(isNew("filter") ? { filter: soundFilter(options.filter) } : {}),
    ...(width !== undefined && isNew("width") ? { width: Math.floor(width) } : {}),
  });
  let now: Snapshot;
  try {
    now = core.now();
  } catch (error) {
    // The page's own code threw: what was seen stays, and the next change has something to start from.
    core.set({ grownFrom: undefined, ...state });
    throw error;
  }
  const { events } = now.arrangement.timeline;
  const find = (wanted: string | null | undefined): number =>
    typeof wanted === "string" ? events.findIndex((e) => e.id === wanted) : -1;
  const [focused, selected, hovered] = [find(id), find(state.selected), find(under)];
  core.set({
    focused: focused < 0 ? null : spotOf(now.arrangement, focused),
    selected: selected < 0 ? null : state.selected,
    hovered: hovered < 0 ? null : hovered,
  });
  if (state.hovered !== null && hovered < 0) emit("eventhover", { id: null, event: null });
  if (state.selected !== null && selected < 0) emit("eventselect", { id: null, event: null });
}
