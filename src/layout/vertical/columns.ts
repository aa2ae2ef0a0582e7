import type { Arrangement } from "../arrange.js";
import { isHeading, type Lane } from "../lanes.js";

/** Lanes that share one stack of labels. */
export interface ColumnLanes {
  readonly lane: Lane;
  /** What the label of an event, by its place in the lane, says of its lanes; "" where the column says it. */
  readonly tagOf: (place: number) => string;
  /** Id of the lane by whose count the event of a place stands. */
  readonly laneOf: (place: number) => string;
}

/** A lane whose marks and labels have less room than this, in em, is no longer read with ease. */
const LEAST = 21;

/**
 * A column a lane where all have room; otherwise one for all of them, in which each label names its lanes.
 *
 * @param room for all columns
 */
export function columnLanes(arrangement: Arrangement, room: number): ColumnLanes[] {
  const { lanes, type } = arrangement;
  // A heading over other lanes spans theirs.
  const own = lanes.filter((lane) => !isHeading(lane));
  if (own.length > 0 && (lanes.length === 1 || room / own.length >= LEAST * type.em))
    return own.map((lane) => ({ lane, tagOf: () => "", laneOf: () => lane.id }));
  return [merged(arrangement)];
}

/**
 * All lanes in one column. An event of several lanes stands there once, and names them all; where lanes count from days of
 * their own once for each day from which it is counted.
 */
function merged({ lanes, events, locale, scale }: Arrangement): ColumnLanes {
  const zeroOf = (lane: string): number => scale.relative?.zero.get(lane) ?? 0;
  const entries = new Map<number, { readonly zero: number; readonly lane: string; tag: string }[]>();
  for (const { id, name, events: own } of lanes)
    for (const event of own) {
      let known = entries.get(event);
      if (known === undefined) entries.set(event, (known = []));
      const same = known.find((e) => e.zero === zeroOf(id));
      if (same === undefined) known.push({ zero: zeroOf(id), lane: id, tag: name });
      else if (name !== "") same.tag = same.tag === "" ? name : `${same.tag}${locale.comma}${name}`;
    }
  const all = events.flatMap((event) => (entries.get(event) ?? [NOWHERE]).map((entry) => ({ ...entry, event })));
  return {
    lane: { id: MERGED, name: "", events: all.map((e) => e.event) },
    tagOf: (place) => all[place]!.tag,
    laneOf: (place) => all[place]!.lane,
  };
}

const NOWHERE = { zero: 0, lane: "", tag: "" };

/** Id of the column of all lanes. No id of a document can be equal: they have no spaces. */
export const MERGED = "all lanes";
