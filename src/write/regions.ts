import type { Place, TimelineEvent } from "../model/types.js";

/**
 * What stands as the region of each event's row, so that reading gives the places back what they lie in: the region of all
 * its places, or one for each.
 *
 * @param nameOf the name of a place by its id
 */
export function regionsOf(
  events: readonly TimelineEvent[],
  places: readonly Place[],
  textOf: (place: Place) => string,
  nameOf: (id: string) => string,
): (event: TimelineEvent, lose: () => void) => string {
  const parents = new Map<string, string>();
  for (const place of places) if (place.parent !== undefined) parents.set(textOf(place), nameOf(place.parent));
  if (parents.size === 0) return () => "";
  const named = new Set(events.flatMap((event) => (event.places ?? []).map(nameOf)));
  return (event, lose) => {
    const own = (event.places ?? []).map(nameOf);
    const regions = own.map((p) => parents.get(p) ?? "");
    // What a region lies in can be said only in a row of its own.
    if (regions.some((r) => r.includes(";") || (parents.has(r) && !named.has(r)))) lose();
    const written = regions.map((r) => r.replace(/;/g, ","));
    return new Set(written).size === 1 ? written[0]! : written.some((r) => r !== "") ? written.join("; ") : "";
  };
}
