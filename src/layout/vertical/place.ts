import type { Arrangement } from "../arrange.js";
import { ownCutoff } from "../axis-marks.js";
import { footOf } from "../foot.js";
import type { FootLayout, Item, LaneLayout, Layout } from "../layout.js";
import { toldInWindow, toldLinks } from "../link-notes.js";
import { markGeometry } from "../mark.js";
import { shadesOf } from "../nights.js";
import type { PeriodLayout } from "../periods.js";
import { notesOf } from "../notes.js";
import { binSize, countLane, fullestBin } from "../ranked-counts.js";
import { cutoffOf, nowOf } from "../room.js";
import { seriesUnder } from "../series-under.js";
import { toldOf, withTold } from "../told.js";
import { xOf, type TimeAxis, type View } from "../view.js";
import { axisWords } from "./axis-words.js";
import { MERGED } from "./columns.js";
import { flagRoom, flagSide, setFlags } from "./flags.js";
import { verticalFrame, type VerticalColumn, type VerticalFrame } from "./frame.js";
import { verticalMarks, verticalTicks } from "./gutter.js";
import { inTurn, stemsOf, topsOf, withRoom, type Shown } from "./in-turn.js";
import { verticalLinks } from "./links.js";
import { isShown, placePeriod } from "./periods.js";
import { straightX, TURN, wayAt } from "./way.js";

/**
 * Positions in one window of a picture in which time runs down. Panning moves marks and labels together; labels give way to
 * each other and to the edges of the plot.
 *
 * @param selected index of the event whose links are drawn, instead of the most important ones of all
 */
export function placeVertical(arrangement: Arrangement, view: View, selected?: number): Layout {
  const frame = verticalFrame(arrangement, view.width);
  const { type, options } = arrangement;
  const axis = axisIn(frame, view, arrangement);
  const cutoff = cutoffOf(arrangement, axis);
  const lanes = lanesIn(frame, axis, arrangement);
  const links = verticalLinks(lanes, frame.columns, axis, arrangement, selected);
  const { inner } = frame;
  const notes = notesOf(arrangement, frame.notes, { ...inner, y: frame.bottom + type.em });
  const noted = notes.height > 0 ? frame.bottom + type.em + notes.height : frame.bottom;
  const strip = seriesUnder(arrangement, view, { ...inner, y: noted });
  const end = strip?.y1 ?? noted;
  const foot =
    options.zoomable === true
      ? footFor(arrangement, frame, end)
      : footOf(arrangement, lanes, toldLinks(links, arrangement), isHatched(cutoff, lanes), { ...inner, y: end });
  const ticks = verticalTicks(arrangement, axis);
  const height = foot.y0 + foot.height + Math.max(frame.pad * 0.75, 0.4 * type.em);
  const layout: Omit<Layout, "told"> = {
    orientation: "vertical",
    arrangement,
    view,
    width: view.width,
    height: arrangement.options.zoomable === true ? Math.ceil(height) : height,
    axis,
    plot: { y0: frame.gutter.x1, y1: inner.x1 },
    gutter: frame.gutter,
    ticks,
    axisWords: axisWords(ticks, frame.axisWords, arrangement),
    tickLines: { major: frame.gutter.x1, minor: frame.gutter.x1, top: frame.gutter.x0 },
    lanes: withOthers(lanes, frame, arrangement),
    links: links.routes,
    linksTold: options.zoomable === true ? toldInWindow(links, foot, arrangement) : toldLinks(links, arrangement),
    series: strip?.series ?? [],
    seriesDates: strip?.dates ?? null,
    header: frame.header,
    notes,
    foot,
    cutoff,
    now: nowOf(arrangement, axis),
    ...verticalMarks(arrangement, axis, frame.gutter),
    nights: shadesOf(arrangement, axis),
    periods: lanes.flatMap((lane) => lane.periods),
  };
  return withTold(layout, () => ({ told: toldOf(arrangement, lanes) }));
}

const axisIn = (frame: VerticalFrame, { from, to }: Pick<View, "from" | "to">, { scale }: Arrangement): TimeAxis => ({
  from,
  to,
  ...frame.axis,
  scale: scale.scale,
});

/** Whether a part of the picture is hatched: of all lanes, or of one that counts from a day of its own. */
const isHatched = (cutoff: number | null, lanes: readonly LaneLayout[]): boolean =>
  cutoff !== null || lanes.some((l) => typeof l.cutoff === "number");

const feet = new WeakMap<VerticalFrame, FootLayout>();

/** The legend is that of the window with which the picture opens, so that the foot stays as it is. */
function footFor(arrangement: Arrangement, frame: VerticalFrame, y: number): FootLayout {
  let foot = feet.get(frame);
  if (foot === undefined) {
    const axis = axisIn(frame, arrangement.view, arrangement);
    const lanes = lanesIn(frame, axis, arrangement);
    const links = toldLinks(verticalLinks(lanes, frame.columns, axis, arrangement), arrangement);
    const area = { ...frame.inner, y };
    feet.set(frame, (foot = footOf(arrangement, lanes, links, isHatched(cutoffOf(arrangement, axis), lanes), area)));
  }
  return foot;
}

/** A lane with the periods that are told of in its column. */
interface PlacedLane extends LaneLayout {
  readonly periods: readonly PeriodLayout[];
}

function lanesIn(frame: VerticalFrame, axis: TimeAxis, arrangement: Arrangement): PlacedLane[] {
  return frame.columns.map((column) => laneIn(column, frame, axis, arrangement));
}

/** With the lanes that have no column: in the order of all, or after the column that all share. */
function withOthers(
  columns: readonly LaneLayout[],
  { others }: VerticalFrame,
  { lanes }: Arrangement,
): readonly LaneLayout[] {
  if (others.length === 0) return columns;
  const named = others.map(({ lane, name, x0, x1 }): LaneLayout => ({
    lane,
    y0: x0,
    y1: x1,
    name,
    items: [],
    flags: [],
    density: null,
  }));
  if (columns[0]?.lane.id === MERGED) return [...columns, ...named];
  const all = new Map([...columns, ...named].map((l) => [l.lane.id, l]));
  return lanes.flatMap(({ id }) => all.get(id) ?? []);
}

function laneIn(column: VerticalColumn, frame: VerticalFrame, axis: TimeAxis, arrangement: Arrangement): PlacedLane {
  const { events, track, tracks, text } = column;
  const { timeline, type, colors } = arrangement;
  const em = type.em;
  const scale = (axis.x1 - axis.x0) / (axis.to - axis.from);
  column.rankFor(scale);
  const bins = binSize(scale, em);
  const counts = countLane(events, axis, bins);
  const before: number[] = [];
  const after: number[] = [];
  const shown: Shown[] = [];
  for (const i of column.byAt) {
    const [a, b] = [events.a[i]!, events.b[i]!];
    if (b < axis.from || (b === axis.from && a < axis.from)) before.push(events.events[i]!);
    else if (a > axis.to) after.push(events.events[i]!);
    else if (events.min[i]! > scale || track[i]! < 0) counts.add(i);
    else {
      const event = timeline.events[events.events[i]!]!;
      const markOptions = { axis, asOf: events.asOfAt(i), radius: 0.4 * em };
      const mark = markGeometry(events.spanAt(i), event.status, markOptions);
      const anchor = mark.form === "bar" ? Math.min(mark.x1, mark.x0 + 0.45 * em) : mark.c0;
      shown.push({ i, mark, label: column.labelOf(i), anchor });
    }
  }
  const periods = column.periods.filter((p) => isShown(p, axis));
  const { fit, over, named } = withRoom(shown, periods, column, frame, axis);
  for (const s of over) {
    if (s.mark.start === "torn") before.push(events.events[s.i]!);
    else counts.add(s.i);
  }
  const anchors = inTurn(fit, named, axis, events.at, em);
  const { tops, names } = topsOf(fit, named, column, frame, axis, scale);
  const turns = { x0: tracks.at(-1)! + TURN * em, x1: straightX(text.x0, column.hang, em), em };
  const led = stemsOf(fit, named, { anchors, tops, names }, events.at, turns);
  const items = fit.map(({ i, mark, label, anchor }, k): Item => {
    const index = events.events[i]!;
    const y = tracks[track[i]!]!;
    const number = column.numbered.get(i) ?? null;
    const way = wayAt(label, mark, {
      anchor: anchors.labels[k]!,
      // A stack of all windows knows no anchors, which depend on what of a mark is seen.
      alone: (column.freeAt === null || mark.start === "torn" ? anchor : xOf(axis, events.at[i]!)) - label.ahead,
      top: tops[k]!,
      track: y,
      right: text.x1,
      text,
      hang: column.hang,
      last: tracks.at(-1)!,
      stem: led.labels[k]!,
      em,
    });
    return {
      event: index,
      mark,
      y,
      color: colors.classOf(index),
      way,
      number,
      numberX: 0,
      numberAnchor: "start",
      ...(events.lane.id === MERGED && arrangement.scale.relative !== null ? { lane: events.laneOf(i) } : {}),
    };
  });
  const room = flagRoom(text);
  const beforeSide = flagSide("before", before, room, frame.words, arrangement, frame.axis.x0 - frame.top);
  const afterSide = flagSide("after", after, room, frame.words, arrangement, frame.bottom - frame.axis.x1);
  const arrow = tracks.at(-1)!;
  const kinds = colors.classes.length > 0 ? colors.classes : [colors.plain];
  const strip = { y0: column.strip.x0, y1: column.strip.x1 };
  const unit = Math.min(0.34 * em, (strip.y1 - strip.y0) / Math.max(1, fullestBin(events, bins)));
  return {
    lane: events.lane,
    y0: column.x0,
    y1: column.x1,
    name: column.name,
    items,
    flags: [
      ...setFlags(
        "before",
        beforeSide,
        { y: frame.axis.x0 - beforeSide.height - frame.air + 0.3 * em, arrow, text: text.x0 },
        arrangement,
      ),
      ...setFlags("after", afterSide, { y: frame.axis.x1 + frame.air, arrow, text: text.x0 }, arrangement),
    ],
    ...ownCutoff(arrangement, axis, events.lane.id),
    density: counts.density(strip, unit, kinds, axis),
    marks: { x0: column.x0, x1: tracks.at(-1)! + TURN * em },
    periods: periods.map((p) => {
      const top = names.get(p) ?? null;
      const stem = led.names.get(p) ?? null;
      const turn = [stem ?? turns.x0, stem ?? turns.x1] as const;
      const anchor = anchors.names.get(p) ?? axis.x0;
      return placePeriod(p, axis, { left: column.x0, top, anchor, text: text.x0, turn }, arrangement);
    }),
  };
}
