import { formatNumber } from "../locale/phrases.js";
import type { Arrangement } from "./arrange.js";
import type { Flag } from "./layout.js";
import type { Frame, LaneFrame } from "./ranked-frame.js";
import { lineHeight } from "./typography.js";
import type { TimeAxis } from "./view.js";
import { setLines, type Wrapped } from "./wrap.js";

/** What stands in a row of a lane now. */
export interface Shown {
  readonly row: number;
  readonly x0: number;
  readonly x1: number;
}

/** What the lines of a flag may take of the space between rows, in em. */
const AIR = 0.35;

interface Seat {
  readonly row: number;
  readonly set: Wrapped;
}

/** More than this many at one edge are counted, not named. */
const NAMED = 2;

/** What lies outside of the window: named at the edge where there are few and rows have room there, counted otherwise. */
export function flagsOfLane(
  lane: LaneFrame,
  frame: Frame,
  axis: TimeAxis,
  {
    before,
    after,
    shown,
  }: { readonly before: readonly number[]; readonly after: readonly number[]; readonly shown: readonly Shown[] },
  arrangement: Arrangement,
): Flag[] {
  const used: Shown[] = [...shown];
  const events = (side: readonly number[]): number[] => side.map((i) => lane.ranked.events[i]!);
  const named = (side: "before" | "after", list: readonly number[]): Flag[] | null =>
    list.length > NAMED ? null : namedFlags(side, events(list), lane, frame, axis, used, arrangement);
  const left = named("before", before);
  const right = named("after", after);
  const counts = countFlags(
    lane,
    left === null ? events(before) : [],
    right === null ? events(after) : [],
    frame,
    arrangement,
  );
  return [...(left ?? []), ...(right ?? []), ...counts];
}

/** A flag an event in rows that have room at the edge; null where one does not find any. */
function namedFlags(
  side: "before" | "after",
  events: readonly number[],
  lane: LaneFrame,
  frame: Frame,
  axis: TimeAxis,
  used: Shown[],
  { type }: Arrangement,
): Flag[] | null {
  const em = type.em;
  const arrow = 0.9 * em;
  const room = Math.min(19 * em, (axis.x1 - axis.x0) * 0.45) - arrow;
  if (room < 8 * em) return events.length === 0 ? [] : null;
  const lh = lineHeight(type.label, type);
  const flags: Flag[] = [];
  const taken: Shown[] = [];
  /** The first row in which as much as possible can be said whole; else one where the least that can be said is cut. */
  function seatOf(event: number): Seat | null {
    let cut: Seat | null = null;
    for (const text of frame.flagTexts(event)) {
      cut = null;
      for (let row = 0; row < lane.rows.length; row++) {
        const { up, down } = lane.ranked.rows[row]!;
        const free = roomAt(side, row, axis, [...used, ...taken]) - arrow - 0.9 * em;
        if (free < 8 * em) continue;
        const ink = 2 * Math.min(up, down) + AIR * em - type.label.size;
        const most = 1 + Math.max(0, Math.floor(ink / lh));
        const set = setLines(text, Math.min(room, free), most);
        if (!set.truncated) return { row, set };
        if (cut === null && set.lines.length > 1) cut = { row, set };
      }
    }
    return cut;
  }
  for (const event of events) {
    const seat = seatOf(event);
    if (seat === null) return null;
    const { row, set } = seat;
    const x0 = side === "before" ? axis.x0 : axis.x1 - arrow - set.width;
    const x1 = x0 + arrow + set.width;
    taken.push({ row, x0, x1 });
    const lines = set.lines.map((text, i) => ({
      text,
      dy: lh * (i + 0.78) - (lh * set.lines.length) / 2,
      font: type.label,
    }));
    flags.push({
      side,
      events: [event],
      x: side === "before" ? axis.x0 : axis.x1,
      y: lane.rows[row]!,
      lines,
      textX: side === "before" ? x0 + arrow : x1 - arrow,
      anchor: side === "before" ? "start" : "end",
      width: set.width,
    });
  }
  used.push(...taken);
  return flags;
}

/** Free space of a row at an edge of the axis. */
function roomAt(side: "before" | "after", row: number, { x0, x1 }: TimeAxis, shown: readonly Shown[]): number {
  let free = x1 - x0;
  for (const s of shown) {
    if (s.row === row) free = Math.min(free, side === "before" ? s.x0 - x0 : x1 - s.x1);
  }
  return free;
}

/** Arrow of a count, and space between two of them, in em. */
const ARROW = 0.75;
const BETWEEN = 0.9;

/**
 * The most that the counts of a lane of so many events may take on their line, and some air; of any other number with as
 * many digits the same, so that the axis stays where it is when events are added.
 */
export function countsWidth(events: number, { type, measure, locale }: Arrangement): number {
  if (events <= NAMED) return 0;
  const width = (n: number): number => measure(formatNumber(Number("8".repeat(`${n}`.length)), locale), type.foot);
  return width(events) + width(events >> 1) + (2 * ARROW + BETWEEN + 0.4) * type.em;
}

/** Both counts on one line: beneath the lane's name, or at the end of its line. */
function countFlags(
  { outside }: LaneFrame,
  before: readonly number[],
  after: readonly number[],
  frame: Frame,
  { type, measure, locale }: Arrangement,
): Flag[] {
  const em = type.em;
  const arrow = ARROW * em;
  const font = type.foot;
  const flag = (side: "before" | "after", events: readonly number[], x0: number): Flag => {
    const text = formatNumber(events.length, locale);
    const width = measure(text, font);
    const isBefore = side === "before";
    return {
      side,
      events,
      x: isBefore ? x0 : x0 + width + arrow,
      y: outside.y,
      lines: [{ text, dy: 0.35 * font.size, font }],
      textX: isBefore ? x0 + arrow : x0 + width,
      anchor: isBefore ? "start" : "end",
      width,
      counted: true,
    };
  };
  const flags: Flag[] = [];
  const widthOf = (events: readonly number[]): number => measure(formatNumber(events.length, locale), font) + arrow;
  const between = BETWEEN * em;
  const beside = frame.gutter.beside && outside.x0 < frame.gutter.x1 - 1 && frame.gutter.x1 > frame.gutter.x0;
  const spread = !beside;
  if (before.length > 0) {
    const x = beside
      ? outside.x0
      : after.length > 0 || spread
        ? outside.x1 - (after.length > 0 ? widthOf(after) + between : 0) - widthOf(before)
        : outside.x0;
    flags.push(flag("before", before, x));
  }
  if (after.length > 0) {
    const x = beside ? outside.x0 + (before.length > 0 ? widthOf(before) + between : 0) : outside.x1 - widthOf(after);
    flags.push(flag("after", after, x));
  }
  return flags;
}
