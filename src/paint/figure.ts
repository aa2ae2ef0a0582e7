import { arrange, type Arrangement } from "../layout/arrange.js";
import type { LayoutOptions } from "../layout/options.js";
import { place } from "../layout/place.js";
import { ui as english } from "../locale/ui.en.js";
import type { TimelineData } from "../model/types.js";
import { momentOf, momentsOfChange } from "../model/versions.js";
import { draw, type DrawOptions } from "../scene/draw.js";
import type { Scene } from "../scene/types.js";
import { paintHTML } from "./html.js";
import { knownBar } from "./known.js";
import type { MarkupElement } from "./markup.js";
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
export function paintFigure(data: TimelineData, options: LayoutOptions & DrawOptions): PaintedFigure {
  const page = { ...options, zoomable: options.unit !== "mm", heading: false };
  const arrangement = arrange(data, page);
  const scene = draw(place(arrangement), page);
  const { description: summary, idPrefix } = scene;
  const known = knownOf(data, arrangement);
  return { arrangement, scene, html: paintHTML({ arrangement, svg: paintSVG(scene), summary, idPrefix, known }) };
}

function knownOf(data: TimelineData, { timeline, locale, options }: Arrangement): MarkupElement | null {
  const stops = momentsOfChange(data);
  if (stops.length < 2) return null;
  const phrases = { ...(locale.ui ?? english).phrases, ...options.words?.ui };
  return knownBar(stops, momentOf(options.asKnownAt, data), { timeline, locale, phrases });
}
