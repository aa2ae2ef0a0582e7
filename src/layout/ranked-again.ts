import type { Arrangement } from "./arrange.js";
import type { ColorClass } from "./colors.js";
import type { Lane } from "./lanes.js";
import type { LayoutOptions } from "./options.js";
import type { RankBasis, Ranked, RankedLane } from "./ranked.js";
import { tracksOf } from "./room.js";

/**
 * Finds for a lane the one of before, where all that its ranks follow from is the same: events are the same objects in the
 * same order and weigh the same, and they are worded and measured as they were. Where events are added to a story, lanes
 * that get none need not be ranked again.
 */
export function rankedAgain(
  before: Ranked,
  basis: RankBasis,
  kinds: readonly ColorClass[],
): (lane: Lane) => RankedLane | null {
  if (!sameBasis(before.basis, basis) || !sameKinds(before.kinds, kinds)) return () => null;
  const lanes = new Map(before.lanes.map((ranked) => [ranked.lane.id, ranked]));
  return (lane) => {
    const found = lanes.get(lane.id);
    return found !== undefined && sameLane(found, lane, before.basis, basis)
      ? { ...found, lane, events: lane.events }
      : null;
  };
}

/** What was measured for a picture before, where letters, words and the axis are the same; else nothing yet. */
export const keptWays = (before: Ranked, basis: RankBasis): Ranked["kept"] =>
  sameBasis(before.basis, basis) ? before.kept : new Map();

function sameBasis(a: RankBasis, b: RankBasis): boolean {
  return (
    a.thorough === b.thorough &&
    shallow(a.ranks, b.ranks) &&
    sameLabels(a.labels, b.labels) &&
    sameWords(a.arrangement, b.arrangement)
  );
}

/** Letters and measures are those of the options, which are compared on their own. */
function sameLabels(a: RankBasis["labels"], b: RankBasis["labels"]): boolean {
  const { type: _, axis, edges, ...rest } = a;
  const { type: __, axis: axis2, edges: edges2, ...rest2 } = b;
  return shallow(axis, axis2) && shallow(edges, edges2) && shallow(rest, rest2);
}

function sameWords(a: Arrangement, b: Arrangement): boolean {
  return (
    a.timeline.language === b.timeline.language &&
    a.timeline.zone === b.timeline.zone &&
    a.timeline.asOf === b.timeline.asOf &&
    a.unit === b.unit &&
    a.direction === b.direction &&
    a.locale.code === b.locale.code &&
    shallow(a.view, b.view) &&
    sameOptions(a.options, b.options) &&
    sameSources(a, b)
  );
}

/** Which events there are is compared lane by lane. */
const sameOptions = ({ filter: _, ...a }: LayoutOptions, { filter: __, ...b }: LayoutOptions): boolean => shallow(a, b);

/** Whether each source has the letter that it had. */
function sameSources({ sources: { notes: a } }: Arrangement, { sources: { notes: b } }: Arrangement): boolean {
  return a.length === b.length && a.every((note, i) => note.letter === b[i]!.letter && note.claim === b[i]!.claim);
}

function sameKinds(a: readonly ColorClass[], b: readonly ColorClass[]): boolean {
  return a.length === b.length && a.every((kind, i) => shallow(kind, b[i]!));
}

function sameLane(found: RankedLane, lane: Lane, a: RankBasis, b: RankBasis): boolean {
  const { events } = found;
  if (events.length !== lane.events.length) return false;
  if (tracksOf(found.lane, a.ranks.rows) !== tracksOf(lane, b.ranks.rows)) return false;
  const [was, is] = [a.arrangement, b.arrangement];
  for (let i = 0; i < events.length; i++) {
    const [p, q] = [events[i]!, lane.events[i]!];
    if (was.timeline.events[p] !== is.timeline.events[q] || a.weights[p] !== b.weights[q]) return false;
    // What is pinned shows at the scale that shows all.
    if (was.timeline.events[p]!.layout.pin === true && a.farthest() !== b.farthest()) return false;
    if (was.colors.classOf(p).id !== is.colors.classOf(q).id) return false;
  }
  return true;
}

function shallow<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
