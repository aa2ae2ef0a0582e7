import { lazy } from "../model/lazy.js";
import type { Arrangement } from "./arrange.js";
import { axisMarks, NO_WORDS, ownCutoff } from "./axis-marks.js";
import { axisTicks } from "./axis-ticks.js";
import { footOf } from "./foot.js";
import type { FootLayout, Item, LaneLayout, Layout } from "./layout.js";
import { carriedLinks } from "./link-carried.js";
import { toldInWindow, toldLinks, withLinksTold } from "./link-notes.js";
import { routeLinks } from "./link-ground.js";
import type { RoutedLinks } from "./links.js";
import { markGeometry } from "./mark.js";
import { shadesOf } from "./nights.js";
import { placePeriods } from "./periods.js";
import { binSize, countLane, fullestBin, type LaneCount } from "./ranked-counts.js";
import { flagsOfLane, type Shown } from "./ranked-flags.js";
import { frameOf, type Frame, type LaneFrame } from "./ranked-frame.js";
import { standAt, turned, type Standing } from "./ranked-stand.js";
import { cutoffOf, nowOf } from "./room.js";
import { placeSeries } from "./series.js";
import { toldOf, withTold } from "./told.js";
import type { RankedLane } from "./ranked.js";
import { unitsAt, type TimeAxis, type View } from "./view.js";

/**
 * Positions for one window of a zoomable picture: only x follows the window; y, rows and sides are the frame's.
 *
 * @param selected index of the event whose links are drawn, instead of the most important ones of all
 * @param before an arrangement placed before, of which lanes that are the same are taken over
 * @param moving another window of the same picture, while the window moves: its arrows are taken along
 */
export function placeRanked(
  arrangement: Arrangement,
  view: View,
  selected?: number,
  before?: Arrangement,
  moving?: Layout,
): Layout {
  const frame = frameOf(arrangement, view.width, before);
  const { scale } = arrangement.scale;
  const axis: TimeAxis = { from: view.from, to: view.to, x0: frame.axis.x0, x1: frame.axis.x1, scale };
  const cutoff = cutoffOf(arrangement, axis);
  const { type } = arrangement;
  const lanes = lanesIn(frame, axis, arrangement);
  const links =
    moving === undefined
      ? routeLinks(lanes, arrangement, axis, selected)
      : { routes: carriedLinks(moving, axis, lanes), missing: NONE };
  const { view: home } = arrangement;
  const atHome = moving === undefined && selected === undefined && view.from === home.from && view.to === home.to;
  const foot = footFor(arrangement, frame, atHome ? { lanes, links } : undefined);
  const layout: Omit<Layout, "told" | "linksTold"> = {
    orientation: "horizontal",
    arrangement,
    view,
    width: view.width,
    // A box that scrolls by a part of a px would keep the wheel from the page at its end.
    height: Math.ceil(foot.y0 + foot.height + Math.max(frame.pad * 0.75, 0.4 * type.em)),
    axis,
    plot: frame.plot,
    gutter: frame.gutter,
    ticks: axisTicks(arrangement, axis),
    axisWords: NO_WORDS,
    tickLines: frame.tickLines,
    lanes,
    links: links.routes,
    series: frame.series.map((f) => placeSeries(f, axis, arrangement)),
    seriesDates: null,
    header: frame.header,
    notes: { lines: [], notes: [], height: 0 },
    foot,
    cutoff,
    now: nowOf(arrangement, axis),
    ...axisMarks(arrangement, axis),
    nights: shadesOf(arrangement, axis),
    periods: placePeriods(arrangement, axis, frame.tickLines.minor + 0.25 * type.em),
  };
  const withLinks = withLinksTold(layout, () => ({
    linksTold: moving?.linksTold ?? toldInWindow(links, foot, arrangement),
  }));
  return withTold(withLinks, () => ({ told: toldOf(arrangement, lanes) }));
}

const NONE: readonly never[] = [];

const feet = new WeakMap<Frame, FootLayout>();

/**
 * The legend is that of the window with which the picture opens, so that the foot stays as it is.
 *
 * @param home what stands in that window, where it is placed already
 */
function footFor(
  arrangement: Arrangement,
  frame: Frame,
  home?: { readonly lanes: readonly LaneLayout[]; readonly links: RoutedLinks },
): FootLayout {
  let foot = feet.get(frame);
  if (foot === undefined) {
    const axis = { ...arrangement.view, ...frame.axis };
    const lanes = home?.lanes ?? lanesIn(frame, axis, arrangement);
    const hatched = cutoffOf(arrangement, axis) !== null || lanes.some((l) => typeof l.cutoff === "number");
    const links = toldLinks(home?.links ?? routeLinks(lanes, arrangement, axis), arrangement);
    foot = footOf(arrangement, lanes, links, hatched, {
      ...frame.inner,
      y: frame.plot.y1,
    });
    feet.set(frame, foot);
  }
  return foot;
}

function lanesIn(frame: Frame, axis: TimeAxis, arrangement: Arrangement): LaneLayout[] {
  const scale = (axis.x1 - axis.x0) / (axis.to - axis.from);
  frame.ranked.rankFor(scale);
  const bins = binSize(scale, arrangement.type.em);
  const unit = unitFor(frame, bins);
  return frame.lanes.map((lane) => {
    const { ranked, y0, y1, name, rows } = lane;
    return laid({ lane: ranked.lane, y0, y1, name, rows, ...ownCutoff(arrangement, axis, ranked.lane.id) }, () =>
      inLane(lane, frame, axis, scale, bins, unit, arrangement),
    );
  });
}

/** Height of one event in the columns: the same in all lanes, and in every window of about this scale. */
function unitFor(frame: Frame, bins: number): number {
  let unit = frame.unit;
  for (const { ranked, strip } of frame.lanes) {
    const most = fullestBin(ranked, bins);
    if (most > 0 && strip.y1 > strip.y0) unit = Math.min(unit, (strip.y1 - strip.y0) / most);
  }
  return unit;
}

/** What is in a lane is placed when it is first asked for: while the window moves, nobody asks for lanes off the screen. */
const laid = lazy<Pick<LaneLayout, "items" | "flags" | "density">>("items", "flags", "density");

function inLane(
  lane: LaneFrame,
  frame: Frame,
  axis: TimeAxis,
  scale: number,
  bins: number,
  unit: number,
  arrangement: Arrangement,
): Pick<LaneLayout, "items" | "flags" | "density"> {
  const { ranked } = lane;
  const { timeline, type, measure } = arrangement;
  const { spanIn, edgeIn } = arrangement.scale;
  const { id } = ranked.lane;
  const { events, a, b, left, right, min, row } = ranked;
  const standing: Standing[] = [];
  const before: number[] = [];
  const after: number[] = [];
  const counts: LaneCount = countLane(ranked, axis, bins);
  const edges = { x0: frame.gutter.beside ? axis.x0 : 2, x1: frame.width - 2 };
  const asOf = timeline.asOf === null ? null : edgeIn(timeline.asOf, id);
  const markOptions = { axis, asOf, radius: type.em * 0.4 };
  for (let i = 0; i < events.length; i++) {
    const start = axis.x0 + (a[i]! - axis.from) * scale;
    const end = axis.x0 + (b[i]! - axis.from) * scale;
    if (!(end + right[i]! > axis.x0 + left[i]!)) before.push(i);
    else if (!(start - left[i]! < axis.x1 - right[i]!)) after.push(i);
    else if (min[i]! > scale) counts.add(i);
    else {
      const event = timeline.events[events[i]!]!;
      const label = ranked.labelOf(i);
      const mark = markGeometry(spanIn(event.span, id), event.status, markOptions);
      const block = {
        x0: Math.min(start - left[i]!, end - (label.beforeEnd ?? 0)),
        x1: Math.max(end + right[i]!, start + (label.afterStart ?? 0)),
      };
      standing.push({ i, row: row[i]!, label, ...standAt(label, mark, block, edges, type.em, measure) });
    }
  }
  const found = turned(standing, edges, type.em, measure, (row, x0, x1) =>
    hiddenIn(ranked, row, unitsAt(axis, x0), unitsAt(axis, x1), scale),
  );
  // Without room for a letter of its label at the edge, it is told of there.
  for (const { i, way, mark } of found) if (way === null) (mark.c0 < (axis.x0 + axis.x1) / 2 ? before : after).push(i);
  const items = found.map(({ i, mark, way }): Item => ({
    event: events[i]!,
    mark,
    y: lane.rows[row[i]!]!,
    color: frame.ranked.kinds[ranked.kind[i]!]!,
    way,
    number: null,
    numberX: 0,
    numberAnchor: "start",
  }));
  return {
    items,
    flags: flagsOfLane(lane, frame, axis, { before, after, shown: found.map(shownOf) }, arrangement),
    density: counts.density(lane.strip, unit, frame.ranked.kinds, axis),
  };
}

/** Whether events that are in a row, or may come to be, stand between two places and show only nearer than at a scale. */
function hiddenIn({ a, b, min, row, late }: RankedLane, own: number, from: number, to: number, scale: number): boolean {
  for (let i = 0; i < min.length; i++)
    if (min[i]! > scale && (row[i] === own || late[i] === 1) && b[i]! > from && a[i]! < to) return true;
  return false;
}

const shownOf = ({ row, mark, way }: Standing): Shown => ({
  row,
  x0: Math.min(mark.x0, way?.x0 ?? mark.x0),
  x1: Math.max(mark.x1, way?.x1 ?? mark.x1),
});
