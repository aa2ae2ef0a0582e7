import { problem } from "../model/problems.js";
import type { Problem } from "../model/problem.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import { isTimeOfDay, type TimeSpan } from "../model/span.js";
import { startOfDay } from "./calendar-steps.js";
import { datesOf } from "./dates.js";
import type { Lane } from "./lanes.js";
import type { RelativeTo } from "./options.js";
import { denseCore } from "./window.js";

export interface Relative {
  readonly to: RelativeTo;
  /** Moment from which each lane (by id) counts: its day 0. */
  readonly zero: ReadonlyMap<string, number>;
  /** Index of the event with which that day begins, by lane. */
  readonly event: ReadonlyMap<string, number>;
  /** Ids of lanes that have no event such as was asked for, and count from their first. */
  readonly fallback: ReadonlySet<string>;
  /** Where the picture opens, in ms from day 0. */
  readonly window: { readonly from: number; readonly to: number };
  readonly problems: readonly Problem[];
}

/**
 * Day 0 of each lane: the event that was asked for, or, where the lane has none, its first, which is reported and said in
 * the picture. Where any of these events is known to the day or less exactly, all count from the midnight they begin with.
 */
export function relativeTo({ events, zone }: Timeline, lanes: readonly Lane[], to: RelativeTo): Relative {
  const problems: Problem[] = unknownIds(events, to);
  const event = new Map<string, number>();
  const fallback = new Set<string>();
  for (const lane of lanes) {
    // A heading over other lanes counts nothing.
    if (lane.events.length === 0) continue;
    const found = lane.events.find((i) => isChosen(events[i]!, to) && beginOf(events[i]!.span) !== null);
    if (found === undefined) {
      fallback.add(lane.id);
      problems.push(
        problem("W-RELATIVE-LANE", { value: lane.name, message: `“${lane.name}” has no such event to count from` }),
      );
    }
    const first = found ?? lane.events.find((i) => beginOf(events[i]!.span) !== null);
    if (first !== undefined) event.set(lane.id, first);
  }
  const chosen = [...event.values()].map((i) => events[i]!.span);
  const toTheHour = chosen.every(({ precision }) => isTimeOfDay(precision));
  const zero = new Map<string, number>();
  for (const [lane, i] of event) {
    const begin = beginOf(events[i]!.span)!;
    zero.set(lane, toTheHour ? begin : startOfDay(begin, zone));
  }
  return { to, zero, event, fallback, window: windowOf(events, lanes, zero), problems };
}

const beginOf = ({ startMin, startMax, endMin, endMax }: TimeSpan): number | null =>
  startMin ?? startMax ?? endMin ?? endMax;

function isChosen(event: ResolvedEvent, to: RelativeTo): boolean {
  if (to === "first") return true;
  return "category" in to ? event.category === to.category : to.events.includes(event.id);
}

function unknownIds(events: readonly ResolvedEvent[], to: RelativeTo): Problem[] {
  if (to === "first" || "category" in to) return [];
  const ids = new Set(events.map((e) => e.id));
  return to.events.filter((id) => !ids.has(id)).map((id) => problem("W-RELATIVE-EVENT", { value: id }));
}

/** The dense part of all lanes, laid over one another, day 0 in it. */
function windowOf(
  events: readonly ResolvedEvent[],
  lanes: readonly Lane[],
  zero: ReadonlyMap<string, number>,
): Relative["window"] {
  const dates = lanes.flatMap((lane) => {
    const from = zero.get(lane.id) ?? 0;
    return lane.events.flatMap((i) => datesOf(events[i]!.span).flatMap((d) => [d.lo - from, d.hi - from]));
  });
  if (dates.length === 0) return { from: -864e5, to: 864e5 };
  const [a, b] = denseCore(dates.sort((p, q) => p - q));
  const lo = Math.min(0, a);
  const hi = Math.max(0, b);
  const air = Math.max(36e5, (hi - lo) * 0.03);
  // Days are not cut in two.
  const days = (ms: number): number => (hi - lo > 2 * 864e5 ? Math.ceil(ms / 864e5) * 864e5 : ms);
  return { from: -days(-lo) - air, to: days(hi) + air };
}
