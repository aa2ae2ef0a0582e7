import type { Item, LaneLayout, Layout } from "../layout/layout.js";
import { countedWords } from "../layout/line-pieces.js";
import { isPlaced } from "../model/hints.js";
import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { ResolvedEvent } from "../model/resolved.js";

/** What the editor's hand asks for and the picture could not do, or what another hand has taken first. */
export function handProblems(layout: Layout): Problem[] {
  const { events } = layout.arrangement.timeline;
  const said = new Set<string>();
  for (const lane of layout.lanes) {
    const items = lane.items.filter((i) => Object.keys(events[i.event]!.layout).length > 0);
    for (const item of items) {
      const event = events[item.event]!;
      for (const what of wishesLost(item, event, lane, layout)) said.add(`${event.id}: ${what}`);
    }
    for (const index of lane.density?.events ?? [])
      if (isPinnedIn(events[index]!, layout)) said.add(`${events[index]!.id}: ${NO_ROOM}`);
  }
  return [...said].map((message) => problem("W-LAYOUT-HAND", { message }));
}

const NO_ROOM = "its label finds no room, though the editor's hand has placed it";

const NUDGE = "write nudge 0 24 to move it down, nudge 0 -24 up, nudge 24 0 away from its mark";

/** Below the scale of the opening picture only what is pinned has to be labelled. */
const isPinnedIn = ({ layout: hand }: ResolvedEvent, { arrangement }: Layout): boolean =>
  arrangement.options.zoomable === true ? hand.pin === true : isPlaced(hand);

function* wishesLost(item: Item, event: ResolvedEvent, lane: LaneLayout, layout: Layout): Generator<string> {
  const { side, row, break: breaks } = event.layout;
  const { way } = item;
  if (way === null) {
    if (isPinnedIn(event, layout)) yield NO_ROOM;
    return;
  }
  if (breaks !== undefined && !isBroken(breaks, way)) yield `the label cannot break after word ${breaks.join(", ")}`;
  if (layout.orientation === "vertical") {
    // Who asks for time to run down is told what there is not; a narrow screen may do without.
    if (layout.arrangement.options.orientation !== "vertical") return;
    if (side !== undefined && side !== "right")
      yield `where time runs down all labels stand at one side, none on the side “${side}”; ${NUDGE}`;
    if (row !== undefined) yield `where time runs down there are no rows; ${NUDGE}`;
    return;
  }
  const live = layout.arrangement.options.zoomable === true;
  if (!live && side !== undefined && way.side !== side)
    yield `the label has no room on the side “${side}”; it stands on the side “${way.side}”`;
  if (row !== undefined && lane.rows?.[row - 1] !== item.y) yield rowLost(item, row, lane, layout);
}

/** Why an event does not have the row it asks for: another hand stands there, or there is none. */
function rowLost(item: Item, row: number, { items, rows = [] }: LaneLayout, { arrangement }: Layout): string {
  const { events } = arrangement.timeline;
  const y = rows[row - 1];
  const other = items.find(
    (o) =>
      o.y === y &&
      o !== item &&
      isPlaced(events[o.event]!.layout) &&
      reach(o).x0 < reach(item).x1 &&
      reach(item).x0 < reach(o).x1,
  );
  if (other !== undefined)
    return `row ${row} is taken by ${events[other.event]!.id}, which the editor's hand has placed`;
  return y === undefined ? `there is no row ${row}; the lane has ${rows.length}` : `row ${row} has no room for it`;
}

const reach = ({ mark, way }: Item): { readonly x0: number; readonly x1: number } => ({
  x0: Math.min(mark.x0, way?.x0 ?? mark.x0),
  x1: Math.max(mark.x1, way?.x1 ?? mark.x1),
});

/** Whether the lines of a title end after the words they are to end after. */
function isBroken(breaks: readonly number[], { lines }: NonNullable<Item["way"]>): boolean {
  const ends = new Set<number>();
  let words = 0;
  for (const { text, role } of lines) if (role === "title") ends.add((words += countedWords(text).length));
  return breaks.every((n) => n < words && ends.has(n));
}
