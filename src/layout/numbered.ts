import type { Arrangement } from "./arrange.js";
import type { LaneContext, PackedLane } from "./lane-items.js";
import { isFolded } from "./lanes.js";
import { notesLimit } from "./room.js";
import { packNumbers, wordsForNumbers, type InNumberRow } from "./number-rows.js";

export interface Numbered {
  /** Number of each noted event. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Noted events in order of their numbers. */
  readonly order: readonly number[];
  /** Per lane: where its numbered marks stand, and those that have their words in the rows of these. */
  readonly lanes: readonly (readonly InNumberRow[])[];
  /** Per lane: what is left to be counted. */
  readonly notNumbered: readonly (readonly number[])[];
}

const NONE: readonly never[] = [];

/**
 * Numbers in date order over all lanes, as long as the notes stay a list one can read; with more unlabelled events than
 * that, and in a lane whose numbers find no room, they are counted in columns instead. What the editor hid is always a note.
 */
export function numberNotes(packed: readonly PackedLane[], arrangement: Arrangement, context: LaneContext): Numbered {
  const { type, measure } = arrangement;
  const most = notesLimit(arrangement);
  // How many there are matters no farther than this.
  const enough = Math.max(most, 99);
  const all = new Set<number>();
  for (const { rest, lane } of packed)
    if (!isFolded(lane)) for (let i = 0; i < rest.length && all.size <= enough; i++) all.add(rest[i]!);
  const few = all.size <= most;
  const width = measure(all.size > 99 ? "000" : "00", type.minor);
  const noted = new Set<number>();
  const counted: (readonly number[])[] = [];
  const lanes = packed.map((lane) => {
    // What a folded lane does not name it counts.
    const attempts = isFolded(lane.lane) ? [] : few ? [lane.rest, lane.hidden] : [lane.hidden];
    const fits = attempts
      .map((wanted) =>
        packNumbers(
          [...wanted].sort((a, b) => a - b),
          lane.marks,
          width,
          context,
        ),
      )
      .find((f) => f !== null);
    const placed = fits === undefined ? NONE : wordsForNumbers(fits, lane, width, context);
    for (const p of placed) if (p.way === null) noted.add(p.event);
    const told = new Set(placed.map((p) => p.event));
    counted.push(told.size === 0 ? lane.rest : lane.rest.filter((e) => !told.has(e)));
    return placed;
  });
  const order = [...noted].sort((a, b) => a - b);
  return { numbers: new Map(order.map((e, i) => [e, i + 1])), order, lanes, notNumbered: counted };
}
