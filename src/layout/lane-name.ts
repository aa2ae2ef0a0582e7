import { count } from "../locale/phrases.js";
import type { Arrangement } from "./arrange.js";
import { paragraph } from "./flow.js";
import { isFolded, type Lane } from "./lanes.js";
import type { Layout, TextBlock } from "./layout.js";
import type { Font } from "./text.js";
import type { Typography } from "./typography.js";

/** Deeper lanes are set no farther in. */
const DEEPEST = 5;

/** Whether lanes that hold others have a mark that tells whether they are folded: in pages, where it is a button. */
export const hasFoldMarks = ({ options, lanes }: Pick<Arrangement, "options" | "lanes">): boolean =>
  options.zoomable === true && options.heading === false && lanes[0]?.nest !== undefined;

/** How far in a lane's name is set. */
export const indentOf = (depth: number, arrangement: Pick<Arrangement, "options" | "lanes" | "type">): number =>
  (Math.min(depth, DEEPEST) * 0.95 + (hasFoldMarks(arrangement) ? 1.15 : 0)) * arrangement.type.em;

/** Bold at the top and over other lanes, plain within them. */
export const laneFont = ({ nest }: Pick<Lane, "nest">, { lane }: Typography): Font =>
  nest === undefined || nest.depth === 0 || nest.group !== null ? lane : { ...lane, weight: 400 };

/** The name of a lane from `top` down, beside the lane or above it; a folded one says how much lies in it. */
export function laneName(
  lane: Lane,
  top: number,
  gutter: Layout["gutter"],
  roomAbove: number,
  arrangement: Arrangement,
): TextBlock {
  const { type, measure, locale } = arrangement;
  const indent = lane.nest === undefined ? 0 : indentOf(lane.nest.depth, arrangement);
  const x = gutter.x0 + indent;
  const width = gutter.beside ? gutter.x1 - x - 0.6 * type.em : roomAbove - indent;
  const name = paragraph(lane.name, laneFont(lane, type), "lane", { x, y: top, width, maxLines: 3 }, { type, measure });
  if (!isFolded(lane)) return name;
  const { counted } = locale.words;
  const holding = lane.nest!.group!.inside.filter((l) => l.holds).length;
  const said = [count(counted.events, lane.events.length, locale), count(counted.lanes, holding, locale)];
  const summary = paragraph(
    said.join(locale.comma),
    type.foot,
    "lane-summary",
    { x, y: top + name.height, width, maxLines: 3 },
    { type, measure },
  );
  return { lines: [...name.lines, ...summary.lines], height: name.height + summary.height };
}
