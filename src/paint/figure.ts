import { arrange, type Arrangement } from "../layout/arrange.js";
import type { LayoutOptions } from "../layout/options.js";
import { place } from "../layout/place.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";
import { momentsOfChange } from "../model/versions.js";
import { draw, type DrawOptions } from "../scene/draw.js";
import type { Scene } from "../scene/types.js";
import { paintHTML } from "./html.js";
import { paintSVG } from "./svg.js";

/** A figure for a page, and what it was made of. */
export interface PaintedFigure {
  readonly arrangement: Arrangement;
  readonly scene: Scene;
  readonly html: string;
}

/**
 * All stages to a figure of a page. On paper there is nothing to zoom; anywhere else the picture is the one that a script
 * would go on with.
 */
export function paintFigure(
  data: TimelineData | readonly TimelineEvent[],
  options: LayoutOptions & DrawOptions,
): PaintedFigure {
  const page = { ...options, zoomable: options.unit !== "mm", heading: false };
  const arrangement = arrange(data, page);
  const scene = draw(place(arrangement), page);
  const changed = !Array.isArray(data) && momentsOfChange(data as TimelineData).length > 1;
  const { description: summary, idPrefix } = scene;
  return { arrangement, scene, html: paintHTML({ arrangement, svg: paintSVG(scene), summary, idPrefix, changed }) };
}
