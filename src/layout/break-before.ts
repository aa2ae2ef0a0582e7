import type { Arrangement } from "./arrange.js";
import { datesOf } from "./dates.js";
import type { Break } from "./folded.js";

/** The breaks between an event and the one before it in a list, by its place there. */
export function breaksBefore(
  { scale, timeline }: Pick<Arrangement, "scale" | "timeline">,
  events: readonly number[],
): ReadonlyMap<number, readonly Break[]> {
  const found = new Map<number, readonly Break[]>();
  const breaks = scale.folded?.breaks ?? [];
  let told = 0;
  for (let place = 0; place < events.length && told < breaks.length; place++) {
    const first = datesOf(timeline.events[events[place]!]!.span)[0];
    if (first === undefined) continue;
    const before = told;
    while (told < breaks.length && first.at >= breaks[told]!.gap.to) told++;
    // Nothing was told yet that lies before it.
    if (told > before && place > 0) found.set(place, breaks.slice(before, told));
  }
  return found;
}
