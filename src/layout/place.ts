import { formatNumber } from "../locale/phrases.js";
import { mistake, optionsOf } from "../model/mistake.js";
import type { Arrangement } from "./arrange.js";
import { axisMarks, NO_WORDS, ownCutoff } from "./axis-marks.js";
import { axisTicks } from "./axis-ticks.js";
import { densityOf, type LaneDensity } from "./density.js";
import { footOf } from "./foot.js";
import { headerOf } from "./header.js";
import { labelContext, outsideWords } from "./label-words.js";
import { packLane, type LaneContext, type PackedLane } from "./lane-items.js";
import { laneName } from "./lane-name.js";
import { isHeading, type Lane } from "./lanes.js";
import type { Flag, Item, LaneLayout, Layout, TextBlock } from "./layout.js";
import { toldLinks } from "./link-notes.js";
import { roomForLinks } from "./link-wanted.js";
import { routeLinks } from "./link-ground.js";
import { shadesOf } from "./nights.js";
import { notesOf } from "./notes.js";
import { numberNotes } from "./numbered.js";
import type { InNumberRow } from "./number-rows.js";
import { periodsHeight, placePeriods } from "./periods.js";
import { placeRanked } from "./place-ranked.js";
import { cutoffOf, gutterOf, nowOf, tracksFor } from "./room.js";
import { seriesFrames } from "./series-frame.js";
import { placeSeries } from "./series.js";
import { toldOf, withTold } from "./told.js";
import { lineHeight } from "./typography.js";
import { isVertical } from "./vertical/orientation.js";
import { placeVertical } from "./vertical/place.js";
import type { TimeAxis, View } from "./view.js";

/**
 * The fast stage: positions for one window. Width goes in, height comes out; nothing is measured and tried again.
 *
 * @param arrangement from {@link arrange}
 * @param wished the window and the width of the picture; what is left out is the arrangement's own
 * @throws TypeError when the first is not what {@link arrange} gives
 * @example
 * place(arrangement, { from: Date.UTC(2022, 0, 5) })
 */
export function place(arrangement: Arrangement, wished?: Partial<View> | null): Layout {
  if (!Array.isArray((arrangement as Partial<Arrangement> | null | undefined)?.lanes))
    throw mistake("place()", "what arrange() gives", arrangement);
  const view = { ...arrangement.view, ...optionsOf(wished, "place()", "a window") };
  if (isVertical(arrangement, view.width)) return placeVertical(arrangement, view);
  if (arrangement.options.zoomable === true) return placeRanked(arrangement, view);
  const { type, timeline } = arrangement;
  const em = type.em;
  // Bold capitals such as J lean out of their boxes.
  const pad = arrangement.unit === "mm" ? 2 : Math.min(16, view.width * 0.025);
  const inner = { x0: pad, x1: view.width - pad };
  const gutter = gutterOf(arrangement, view, inner.x0, inner.x1);
  const { scale } = arrangement;
  const axis: TimeAxis = {
    from: view.from,
    to: view.to,
    x0: gutter.x1,
    x1: inner.x1,
    scale: scale.scale,
  };
  const header = headerOf(arrangement, view, inner);
  const tickSet = axisTicks(arrangement, axis);
  // Years have no wide line over them.
  const majorY = header.height + (tickSet.major.length > 0 ? lineHeight(type.major, type) : 0);
  const minorY = majorY + (tickSet.minor.length > 0 ? lineHeight(type.minor, type) * 1.05 : 0);
  const y0 = minorY + 0.55 * em + periodsHeight(arrangement);

  const context: LaneContext = {
    arrangement,
    axis,
    tracks: tracksFor(arrangement, view),
    markHeight: em,
    radius: em * 0.4,
    cutoff: cutoffOf(arrangement, axis),
    asOf: timeline.asOf === null ? null : scale.edgeIn(timeline.asOf, ""),
    marks: new Array<undefined>(timeline.events.length),
    labels: labelContext(arrangement),
    ...outsideWords(arrangement),
  };
  const packed = arrangement.lanes.map((lane) => packLane(lane, laneContext(context, lane.id)));
  const numbered = numberNotes(packed, arrangement, context);
  const density = densityOf(packed, numbered.notNumbered, arrangement, axis);
  const fullest = density.findIndex((d) => d?.bins.some((b) => b.count === d.most));
  const lanes: LaneLayout[] = [];
  let y = y0;
  packed.forEach((lane, i) => {
    const laid = layLane(lane, y, {
      context,
      gutter,
      numbers: numbered.numbers,
      placed: numbered.lanes[i]!,
      density: density[i] ?? null,
      fullest: fullest === i,
    });
    lanes.push(laid);
    y = laid.y1;
  });
  const series = seriesFrames(arrangement, view, { gutter, ...axis, y }).map((f) => placeSeries(f, axis, arrangement));
  y = series.at(-1)?.frame.y1 ?? y;
  const plot = { y0, y1: y };
  const notes = notesOf(arrangement, numbered.order, { ...inner, y: y + em });
  const links = routeLinks(lanes, arrangement, axis);
  const linksTold = toldLinks(links, arrangement);
  const hatched = context.cutoff !== null || lanes.some((l) => typeof l.cutoff === "number");
  const foot = footOf(arrangement, lanes, linksTold, hatched, {
    ...inner,
    y: notes.height > 0 ? y + em + notes.height : y,
  });
  const layout: Omit<Layout, "told"> = {
    orientation: "horizontal",
    arrangement,
    view,
    width: view.width,
    height: foot.y0 + foot.height + Math.max(pad * 0.75, 0.4 * em),
    axis,
    plot,
    gutter,
    ticks: tickSet,
    axisWords: NO_WORDS,
    tickLines: { major: majorY, minor: minorY, top: header.height },
    lanes,
    links: links.routes,
    linksTold,
    series,
    seriesDates: null,
    header,
    notes,
    foot,
    cutoff: context.cutoff,
    now: nowOf(arrangement, axis),
    ...axisMarks(arrangement, axis),
    nights: shadesOf(arrangement, axis),
    periods: placePeriods(arrangement, axis, minorY + 0.25 * em),
  };
  return withTold(layout, () => ({ told: toldOf(arrangement, lanes) }));
}

/** On a relative axis each lane has its own marks and its own moment of publication. */
function laneContext(context: LaneContext, lane: string): LaneContext {
  const { arrangement, axis, marks } = context;
  const { scale, timeline } = arrangement;
  if (scale.relative === null) return context;
  return {
    ...context,
    cutoff: cutoffOf(arrangement, axis, lane),
    asOf: timeline.asOf === null ? null : scale.edgeIn(timeline.asOf, lane),
    marks: new Array<undefined>(marks.length),
  };
}

interface LayContext {
  readonly context: LaneContext;
  readonly gutter: Layout["gutter"];
  readonly numbers: ReadonlyMap<number, number>;
  readonly placed: readonly InNumberRow[];
  readonly density: LaneDensity | null;
  /** Whether the picture's fullest column of counts is in this lane. */
  readonly fullest: boolean;
}

function layLane(
  packed: PackedLane,
  top: number,
  { context, gutter, numbers, placed, density, fullest }: LayContext,
): LaneLayout {
  const { arrangement, markHeight } = context;
  const { type, colors, locale } = arrangement;
  const em = type.em;
  const name = nameOf(packed.lane, top, gutter, arrangement);
  const y0 = gutter.beside || packed.lane.name === "" ? top : top + name.height;
  // Each track as tall as its tallest block, on both sides of its mark line.
  const up = new Array<number>(packed.tracks).fill(0);
  const down = new Array<number>(packed.tracks).fill(0);
  const stretch = (track: number, u: number, d: number): void => {
    up[track] = Math.max(up[track]!, u);
    down[track] = Math.max(down[track]!, d);
  };
  for (const { way, track } of packed.labelled) stretch(track, way.up, way.down);
  for (const f of packed.flags) stretch(f.track, f.up, f.up);
  const lines: number[] = [];
  const between = roomForLinks(arrangement);
  // Fonts with Arabic letters are tall: their lines need more air between labels.
  const air = (locale.direction === "rtl" ? 1.1 : 0.5) * em;
  let y = y0 + 0.55 * em;
  for (let t = 0; t < packed.tracks; t++) {
    lines.push(y + up[t]!);
    y += up[t]! + down[t]! + air + between;
  }
  const items: Item[] = [];
  for (const { event, way, track } of packed.labelled) {
    items.push({
      event,
      way,
      y: lines[track]!,
      mark: packed.marks[event]!,
      color: colors.classOf(event),
      number: null,
      numberX: 0,
      numberAnchor: "start",
    });
  }
  const gap = 0.25 * em;
  const rows = placed.reduce((m, p) => Math.max(m, p.track + 1), 0);
  for (let row = 0; row < rows; row++) {
    const inRow = placed.filter((p) => p.track === row);
    // Words ask for a little more than numbers.
    const half = inRow.reduce((h, { way }) => Math.max(h, way?.up ?? 0), markHeight / 2);
    for (const { event, left, way } of inRow) {
      const mark = packed.marks[event]!;
      items.push({
        event,
        way,
        mark,
        y: y + half,
        color: colors.classOf(event),
        number: way === null ? numbers.get(event)! : null,
        numberX: left ? mark.x0 - gap : mark.x1 + gap,
        numberAnchor: left ? "end" : "start",
      });
    }
    const named = inRow.some((p) => p.way !== null);
    y += 2 * half + (named ? air : (row + 1 < rows ? 0.25 : 0.55) * em);
  }
  let laidDensity: LaneLayout["density"] = null;
  if (density !== null && density.total > 0) {
    // All lanes share the scale of their columns; each takes the room of its own tallest.
    const { total, events, bins, most } = density;
    const unit = (2.2 * em) / most;
    const peak = fullest ? bins.find((b) => b.count === most) : undefined;
    if (peak !== undefined) y += lineHeight(type.minor, type);
    const height = Math.max(0.5 * em, unit * Math.max(...bins.map((b) => b.count)));
    laidDensity = { total, events, bins, unit, y0: y, y1: y + height };
    if (peak !== undefined) {
      const half = arrangement.measure(formatNumber(most, locale), type.minor) / 2;
      const x = Math.min(context.axis.x1 - half, Math.max(context.axis.x0 + half, (peak.x0 + peak.x1 - 1) / 2));
      laidDensity = { ...laidDensity, peak: { x, y: y - 0.3 * type.minor.size, count: most } };
    }
    y += height + 0.2 * em;
  }
  const flags: Flag[] = packed.flags.map((f) => ({
    side: f.side,
    events: f.events,
    x: f.side === "before" ? context.axis.x0 : context.axis.x1,
    y: lines[f.track]!,
    lines: f.lines,
    textX: f.side === "before" ? f.x0 + 0.9 * em : f.x1 - 0.9 * em,
    anchor: f.side === "before" ? "start" : "end",
    width: f.width,
  }));
  const heading = isHeading(packed.lane);
  if (heading) y = y0;
  const least = gutter.beside ? top + name.height + (heading ? 0.25 : 0.8) * em : heading ? y0 : y0 + 1.6 * em;
  return {
    lane: packed.lane,
    y0: top,
    y1: Math.max(y + 0.1 * em, least),
    name,
    items: items.sort((a, b) => a.event - b.event),
    flags,
    rows: lines,
    ...ownCutoff(arrangement, context.axis, packed.lane.id),
    density: laidDensity,
  };
}

function nameOf(lane: Lane, top: number, gutter: Layout["gutter"], arrangement: Arrangement): TextBlock {
  const { em } = arrangement.type;
  const block = laneName(lane, top + (gutter.beside ? 0.55 : 0.35) * em, gutter, Infinity, arrangement);
  return { lines: block.lines, height: block.height + (gutter.beside ? 0.55 : 0.2) * em };
}
