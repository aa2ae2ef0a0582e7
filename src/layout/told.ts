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
  const told = { labels: [] as string[], notes: [] as string[], counted: [] as string[], outside: [] as string[] };
  for (let i = 0; i < events.length; i++) {
    const way = ways[i]!;
    if (way & 1) told.labels.push(events[i]!.id);
    if (way & 2) told.notes.push(events[i]!.id);
    if (way & 4) told.counted.push(events[i]!.id);
    if (way & 8) told.outside.push(events[i]!.id);
  }
  return told;
}
