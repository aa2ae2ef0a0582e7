import type { Arrangement } from "../layout/arrange.js";
import { insideText } from "../layout/lane-name.js";
import { fullName, isFolded, type Lane } from "../layout/lanes.js";
import { fill } from "../locale/phrases.js";
import type { Snapshot } from "./chart.js";

type Lanes = Pick<Arrangement, "lanes">;

/** Whether others lie in a lane. */
export const isGroup = ({ nest }: Lane): boolean => nest?.group != null;

/** The lane of an id, where others lie in it. */
export const groupOf = ({ lanes }: Lanes, id: string | null): Lane | undefined =>
  id === null ? undefined : lanes.find((l) => l.id === id && isGroup(l));

/** What is folded once one lane is folded, or unfolded where it was: ids, or names as the page gave them. */
export function toggledFold({ lanes }: Lanes, folded: readonly string[], id: string): readonly string[] {
  const lane = lanes.find((l) => l.id === id);
  if (lane === undefined || !isGroup(lane)) return folded;
  if (!isFolded(lane)) return [...folded, id];
  // A name may have folded several lanes: the others stay so.
  const namesakes = folded.includes(lane.name)
    ? lanes.filter((l) => l.id !== id && l.name === lane.name && isFolded(l)).map((l) => l.id)
    : [];
  return [...folded.filter((f) => f !== id && f !== lane.name && !namesakes.includes(f)), ...namesakes];
}

/** The place of the lane with the button that folds a lane: its own, or that of the nearest one in which it lies. */
export function foldingLane({ lanes }: Lanes, lane: number): number | undefined {
  let depth = lanes[lane]?.nest?.depth ?? 0;
  if (lanes[lane] !== undefined && isGroup(lanes[lane])) return lane;
  for (let above = lane - 1; above >= 0 && depth > 0; above--) {
    const nest = lanes[above]!.nest;
    if (nest === undefined || nest.depth >= depth) continue;
    if (nest.group !== null) return above;
    depth = nest.depth;
  }
  return undefined;
}

/** The place of the lane in which a lane lies. */
export function laneAround({ lanes }: Lanes, lane: number): number | undefined {
  const depth = lanes[lane]?.nest?.depth ?? 0;
  for (let above = lane - 1; above >= 0; above--) if ((lanes[above]!.nest?.depth ?? 0) < depth) return above;
  return undefined;
}

/** What a screen reader hears when a lane has been folded or unfolded. */
export function foldText(id: string, now: Snapshot): string {
  const lane = groupOf(now.arrangement, id);
  if (lane === undefined) return "";
  const { foldedLane, unfoldedLane } = now.ui.phrases;
  return isFolded(lane)
    ? fill(foldedLane, { lane: fullName(lane), what: insideText(lane, now.locale) })
    : fill(unfoldedLane, { lane: fullName(lane) });
}
