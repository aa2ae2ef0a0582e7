import { givenId } from "../model/own-id.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { pathOf } from "../model/resolve-event.js";
import type { Timeline } from "../model/resolved.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";

/**
 * Puts events behind those of a document. One with an id that is there already, and that does not say since when it was
 * known, is no later version of it but another event: it gets an id of its own, so that those that were there keep theirs.
 *
 * @param timeline the document as it is resolved, for its ids
 */
export function appended(
  before: TimelineData,
  more: readonly TimelineEvent[],
  timeline: Pick<Timeline, "events">,
): { readonly data: TimelineData; readonly problems: readonly Problem[] } {
  const { events } = timeline;
  const old: readonly TimelineEvent[] = Array.isArray(before.events) ? before.events : [];
  const wanted = new Set(more.map(idOf));
  // Most batches repeat no id, and most documents are long.
  const isNew = wanted.size === more.length && !wanted.has("") && !events.some((e) => wanted.has(e.id));
  const taken = new Set(isNew ? [] : events.map((e) => e.id));
  const problems: Problem[] = [];
  const added = more.map((event, i) => {
    const own = idOf(event);
    let id = own;
    if (own !== "" && !event.knownFrom) for (let n = 2; taken.has(id); n++) id = `${own}-${n}`;
    taken.add(id);
    if (id === own) return event;
    const message = `This id is taken; both are kept, this one as ${id}`;
    problems.push(problem("E-ID-DUPLICATE", { path: `${pathOf(old.length + i)}.id`, value: own, message }));
    return { ...event, id };
  });
  return { data: { ...before, events: [...old, ...added] }, problems };
}

/** "" for what has none, or is no event at all. */
const idOf = (event: unknown): string =>
  typeof event === "object" && event !== null ? givenId(event as TimelineEvent) : "";
