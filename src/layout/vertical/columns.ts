import type { Arrangement } from "../arrange.js";
import type { Lane } from "../lanes.js";

/** Lanes that share one stack of labels. */
export interface ColumnLanes {
  readonly lane: Lane;
  /** What the label of an event says of its lanes; "" where the column says it. */
  readonly tagOf: (event: number) => string;
}

/** A column of labels narrower than this, in em, is no longer read with ease. */
const LEAST = 13;

/**
 * A column a lane where all have room; otherwise one for all of them, in which each label names its lanes.
 *
 * @param room for all columns
 */
export function columnLanes({ lanes, events, type, locale }: Arrangement, room: number): ColumnLanes[] {
  const named = lanes.filter((l) => l.name !== "");
  if (lanes.length > 0 && (lanes.length === 1 || room / lanes.length >= LEAST * type.em))
    return lanes.map((lane) => ({ lane, tagOf: () => "" }));
  const tags = new Map<number, string>();
  for (const { name, events: own } of named)
    for (const event of own) {
      const known = tags.get(event);
      tags.set(event, known === undefined ? name : `${known}${locale.comma}${name}`);
    }
  return [{ lane: { id: MERGED, name: "", events }, tagOf: (event) => tags.get(event) ?? "" }];
}

/** Id of the column of all lanes. No id of a document can be equal: they have no spaces. */
export const MERGED = "all lanes";
