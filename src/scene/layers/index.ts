import type { Layer } from "../layer.js";
import { axis, now } from "./axis.js";
import { background } from "./background.js";
import { events } from "./events.js";
import { breaks, zero } from "./breaks.js";
import { credit, legend, linkNotes, notes, sources } from "./foot.js";
import { grid, laneRules, nights, notYetKnown } from "./grid.js";
import { header, laneNames } from "./header.js";
import { links } from "./links.js";
import { periods } from "./periods.js";
import { series } from "./series.js";

/** The layers of a picture, bottom to top. */
export const layers = {
  background,
  nights,
  notYetKnown,
  grid,
  periods,
  laneRules,
  breaks,
  zero,
  axis,
  header,
  laneNames,
  /** Nothing in a still picture: a live one frames here what is selected. */
  highlight: () => [],
  links,
  now,
  events,
  tracks: series,
  notes,
  legend,
  linkNotes,
  sources,
  credit,
} satisfies Record<string, Layer>;

export type LayerName = keyof typeof layers;
