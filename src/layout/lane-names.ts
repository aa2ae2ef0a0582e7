import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import { REST, type Lane } from "./lanes.js";
import type { LayoutOptions } from "./options.js";

/** So many lanes are named to who has named one that there is not. */
const MOST_NAMED = 12;

/**
 * Names in `laneOrder` and `folded` that no lane has: a slip of a letter would change nothing, and nobody would know why.
 * The story as it was known earlier may well be without a lane that it has by now.
 */
export function unknownLanes(
  lanes: readonly Lane[],
  { laneOrder, folded, asKnownAt }: Pick<LayoutOptions, "laneOrder" | "folded" | "asKnownAt">,
): readonly Problem[] {
  const wanted = { laneOrder: Array.isArray(laneOrder) ? (laneOrder as readonly string[]) : [], folded: folded ?? [] };
  if ((asKnownAt ?? null) !== null || wanted.laneOrder.length + wanted.folded.length === 0) return [];
  const all = lanes.flatMap((l) => [l, ...(l.nest?.group?.inside ?? [])]);
  const known = new Set(all.flatMap(({ id, name }) => [id, name]));
  const names = [...new Set(all.filter(({ id, name }) => id !== REST && name !== "").map(({ name }) => name))].slice(
    0,
    MOST_NAMED,
  );
  if (names.length === 0) return [];
  const hint = `There are ${names.join(", ")}`;
  return Object.entries(wanted).flatMap(([path, list]) =>
    [...new Set(list)]
      .filter((name) => name !== "" && !known.has(name))
      .map((value) => problem("W-LANE-UNKNOWN", { path, value, hint })),
  );
}
