import { lazy } from "../model/lazy.js";
import type { Arrangement } from "./arrange.js";
import type { LaneLayout, Told } from "./layout.js";

/** How each event is told of. An event in several lanes may be told of in several ways. */
export function toldOf({ timeline: { events } }: Arrangement, lanes: readonly LaneLayout[]): Told {
  const ways = new Uint8Array(events.length);
  for (const { items, density, flags } of lanes) {
    for (const { event, way, number } of items) ways[event]! |= (way === null ? 0 : 1) | (number === null ? 0 : 2);
    if (density !== null) for (let i = 0; i < density.events.length; i++) ways[density.events[i]!]! |= 4;
    for (const flag of flags) for (const event of flag.events) ways[event]! |= 8;
  }
  const told = (by: number): string[] => events.filter((_, i) => (ways[i]! & by) > 0).map((e) => e.id);
  return { labels: told(1), notes: told(2), counted: told(4), outside: told(8) };
}

/** A layout that says how events are told of: who only draws does not ask. */
export const withTold = lazy<{ told: Told }>("told");
