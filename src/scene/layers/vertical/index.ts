import type { Layer } from "../../layer.js";
import { now } from "../axis.js";
import { nights, notYetKnown } from "../grid.js";
import { axis, grid, inColumns, laneRules, zero } from "./axis.js";
import { breaks } from "./breaks.js";
import { events } from "./events.js";
import { periods } from "./periods.js";

/** The layers that are drawn otherwise where time runs down. */
export const vertical = {
  nights: inColumns(nights),
  notYetKnown: inColumns(notYetKnown),
  grid,
  periods,
  laneRules,
  breaks,
  zero,
  axis,
  now: inColumns(now),
  events,
} satisfies Record<string, Layer>;
