import type { TimelineData } from "./types.js";
import { momentsOfChange } from "./versions.js";

/** What changed at the last moment of change, in a story as it was known then. */
export interface News {
  /** By id of the event. */
  readonly events: ReadonlyMap<string, "new" | "changed">;
  /** How many events were withdrawn: their texts are told no more. */
  readonly withdrawn: number;
}

/**
 * What a document says at an instant that it did not say before the last moment of change; null where nothing was known
 * before, or nothing has changed by then: all would be new, or nothing.
 *
 * @param at ms
 */
export function newsAt(data: TimelineData, at: number): News | null {
  const stops = momentsOfChange(data);
  const index = stops.findLastIndex((stop) => stop.at <= at);
  if (index < 1) return null;
  const events = new Map<string, "new" | "changed">();
  const withdrawn = new Set<string>();
  // What changes twice at one moment is what the last of its versions makes of it.
  for (const { id, change, before } of stops[index]!.changes) {
    if (change === "retraction") {
      withdrawn.add(id);
      events.delete(id);
    } else {
      withdrawn.delete(id);
      events.set(id, change === "new" || before === null ? "new" : "changed");
    }
  }
  return { events, withdrawn: withdrawn.size };
}
