import { isPlaced } from "../model/hints.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";

/**
 * The order in which events ask for room: those that the editor has placed first, then by importance. Among equals those of which more is told
 * come first (what others answer or follow, independent origins, quantities), then such as lie spread over the time,
 * so that what shows first is no corner of the story.
 *
 * @param indexes events in order of time
 * @param weights of each event, the most important the least
 * @returns places in `indexes`, most important first
 */
export function byImportance(indexes: readonly number[], weights: ArrayLike<number>): Uint32Array {
  // Many share few weights: dealt out to places counted beforehand, they need not be sorted.
  const counts = new Map<number, number>();
  for (let i = 0; i < indexes.length; i++) {
    const weight = weights[indexes[i]!]!;
    counts.set(weight, (counts.get(weight) ?? 0) + 1);
  }
  const next = new Map<number, number>();
  let sum = 0;
  for (const weight of Float64Array.from(counts.keys()).sort()) {
    next.set(weight, sum);
    sum += counts.get(weight)!;
  }
  const order = new Uint32Array(indexes.length);
  for (const place of spreadOrder(indexes.length)) {
    const weight = weights[indexes[place]!]!;
    const at = next.get(weight)!;
    order[at] = place;
    next.set(weight, at + 1);
  }
  return order;
}

/** One number an event, the most important the least: importance first, then how much is told of it. */
export function weightsOf(timeline: Timeline): Float64Array {
  const { events } = timeline;
  const named = new Map<string, number>();
  for (let i = 0; i < events.length; i++) {
    const { links } = events[i]!;
    for (let k = 0; k < links.length; k++) named.set(links[k]!.to, (named.get(links[k]!.to) ?? 0) + 1);
  }
  const weights = new Float64Array(events.length);
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    const pinned = isPlaced(event.layout) ? -10 : 0;
    weights[i] = pinned + event.importance - told(event, named.size === 0 ? 0 : (named.get(event.id) ?? 0));
  }
  return weights;
}

/** How much is told of an event, below 1: never outweighs a step of importance. */
function told(event: ResolvedEvent, named: number): number {
  const parts = 2 * named + event.links.length + event.quantities.length + event.claims.length;
  return parts === 0 ? 0 : Math.min(0.9, parts * 0.1);
}

/** 0 … n−1 in an order of which every beginning is spread evenly (van der Corput's sequence in base 2). */
export function spreadOrder(n: number): Uint32Array {
  const order = new Uint32Array(n);
  let bits = 0;
  while (1 << bits < n) bits++;
  let next = 0;
  // Counts with the bits in reverse: what is carried goes down.
  for (let place = 0, k = 0; k < 1 << bits; k++) {
    if (place < n) order[next++] = place;
    let bit = (1 << bits) >> 1;
    for (; (place & bit) !== 0; bit >>= 1) place ^= bit;
    place |= bit;
  }
  return order;
}
