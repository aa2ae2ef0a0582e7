import { ownId } from "./own-id.js";
import type { LayoutHints, TimelineData, TimelineEvent } from "./types.js";

/** What the editor's hand has done to one event: all of its `layout`, or null where that was taken away. */
export interface LayoutEdit {
  readonly id: string;
  readonly layout: LayoutHints | null;
}

/** Edits by the ids of their events. */
export type Edits = ReadonlyMap<string, LayoutHints | null>;

/**
 * A document with the `layout` of some events replaced, in all their versions; whatever else it says is the same object as
 * before.
 *
 * @param edits by the ids of the resolved events, as charts and `data-event` give them
 * @example
 * withEdits(data, new Map([["curfew", { pin: true, side: "left" }]]))
 */
export function withEdits(data: TimelineData, edits: Edits): TimelineData {
  if (edits.size === 0 || !Array.isArray(data.events)) return data;
  const events = data.events as readonly TimelineEvent[];
  return { ...data, events: events.map((event) => edited(event, edits)) };
}

function edited(event: TimelineEvent, edits: Edits): TimelineEvent {
  // What is no event at all stays, to be reported where it is read.
  if (typeof event !== "object" || event === null) return event;
  const id = ownId(event);
  const layout = edits.get(id);
  if (layout === undefined) return event;
  const { layout: _, ...rest } = event;
  return layout === null ? rest : { ...rest, layout };
}
