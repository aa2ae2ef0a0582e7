import type { SeriesLayout } from "../layout/series.js";
import { circle } from "../scene/shapes.js";
import type { Layer } from "../scene/layer.js";
import { figureOrGap, titleAndUnit } from "../scene/series-text.js";
import { formatTime } from "../locale/format-time.js";
import type { ResolvedSeries } from "../model/resolved.js";
import type { Layout } from "../layout/layout.js";
import type { Host, Part, Snapshot } from "./chart.js";
import { putCard, seenOf } from "./cards.js";

/** A figure of a number track that is read. */
export interface Reading {
  readonly series: number;
  readonly point: number;
  /** By keyboard: it stays when the pointer goes elsewhere. */
  readonly kept: boolean;
}

/** How far from a figure, in px, the pointer still reads it. */
const REACH = 48;

/**
 * The figure that the pointer reads: of the track it is over, the one nearest in time.
 *
 * @param x in the picture's own units, left to right also where the picture is mirrored
 */
export function figureAt(layout: Layout, x: number, y: number): Reading | null {
  for (const { frame, axis, points } of layout.series) {
    if (y < frame.y0 || y > frame.y1 || x < axis.x0 - REACH || x > axis.x1 + REACH) continue;
    let nearest: number | null = null;
    let least = Infinity;
    for (const p of points) {
      const near = Math.abs(p.x - x);
      // The time of a figure may be long: all of it is within reach.
      const within = near <= REACH || (p.time !== null && x >= p.time.x0 && x <= p.time.x1);
      if (!within || near >= least || p.x < axis.x0 || p.x > axis.x1) continue;
      least = near;
      nearest = p.index;
    }
    return nearest === null ? null : { series: frame.index, point: nearest, kept: false };
  }
  return null;
}

export type ReadingStep = "next" | "previous" | "first" | "last" | "up" | "down";

/** Where reading goes from a figure; the same where there is none to go to. */
export function readOn(all: readonly ResolvedSeries[], from: Reading, step: ReadingStep): Reading {
  const last = all[from.series]!.points.length - 1;
  switch (step) {
    case "next":
      return { ...from, point: Math.min(last, from.point + 1) };
    case "previous":
      return { ...from, point: Math.max(0, from.point - 1) };
    case "first":
      return { ...from, point: 0 };
    case "last":
      return { ...from, point: last };
    case "up":
    case "down": {
      const series = from.series + (step === "up" ? -1 : 1);
      if (series < 0 || series >= all.length) return from;
      return { ...from, series, point: nearestTo(all[series]!, all[from.series]!.points[from.point]!.at) };
    }
  }
}

/** The figure nearest in time. */
export function nearestTo({ points }: ResolvedSeries, time: number): number {
  let best = 0;
  points.forEach(({ at }, i) => {
    if (Math.abs(at - time) < Math.abs(points[best]!.at - time)) best = i;
  });
  return best;
}

interface Found {
  readonly track: SeriesLayout;
  readonly x: number;
  readonly y: number;
}

/** Where the figure that is read stands now; null where it is out of the window. */
function placeOf({ reading, layout }: Pick<Snapshot, "reading" | "layout">): Found | null {
  const track = reading === null ? undefined : layout.series.find((s) => s.frame.index === reading.series);
  const point = track?.points.find((p) => p.index === reading!.point);
  if (track === undefined || point === undefined) return null;
  return point.x < track.axis.x0 || point.x > track.axis.x1 ? null : { track, x: point.x, y: point.y };
}

/** A line through the track at the figure that is read, and a ring about it. */
export const readingLayer =
  (now: Pick<Snapshot, "reading">): Layer =>
  ({ layout, theme }) => {
    const found = placeOf({ reading: now.reading, layout });
    if (found === null) return [];
    const { track, x, y } = found;
    const { em } = layout.arrangement.type;
    const line = { x1: x, y1: track.frame.top, x2: x, y2: track.frame.value.y1 };
    return [
      { type: "line", ...line, stroke: theme.muted, strokeWidth: theme.hairline, hidden: true },
      {
        type: "path",
        d: circle(x, y, 0.5 * em),
        fill: "none",
        stroke: theme.ink,
        strokeWidth: theme.outline,
        hidden: true,
      },
    ];
  };

/** What the figure that is read says. Screen readers hear it announced, or have it in the track's list and table. */
export function figureCard(host: Host, stage: HTMLElement): Part {
  const { h } = host;
  const card = h("div", { class: "datelines-card datelines-preview", "aria-hidden": "true", hidden: true });
  stage.append(card);
  return {
    update: (now, before) => {
      const found = now.display === "picture" ? placeOf(now) : null;
      card.hidden = found === null;
      if (found === null) return;
      const { layout, locale, timeline } = now;
      const { series } = found.track.frame;
      const point = series.points[now.reading!.point]!;
      if (before === null || before.reading !== now.reading || before.timeline !== timeline)
        card.replaceChildren(
          h("h3", {}, figureOrGap(point, locale)),
          h("p", { class: "datelines-when" }, formatTime(point.span, { locale, zone: timeline.zone })),
          h("p", {}, titleAndUnit(series)),
        );
      const x = now.arrangement.direction === "rtl" ? layout.width - found.x : found.x;
      putCard(card, { x0: x - 6, x1: x + 6, y0: found.y - 10, y1: found.y + 10 }, layout, seenOf(stage, now));
    },
  };
}
