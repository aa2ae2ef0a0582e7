import { isPlaced } from "../model/hints.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { quantityText } from "../locale/event-words.js";
import type { Arrangement } from "./arrange.js";
import { waysOf, type BlockOptions, type Way } from "./block.js";
import { labelText, type LabelContext } from "./label-text.js";
import type { Lane } from "./lanes.js";
import { markGeometry, sideOf, type MarkGeometry, type MarkOptions } from "./mark.js";
import { pack, type Interval, type Room } from "./pack.js";
import type { Flag } from "./layout.js";
import { tracksOf } from "./room.js";
import { lineHeight } from "./typography.js";
import type { TimeAxis } from "./view.js";
import { wrapText } from "./wrap.js";

/** What stands where along x in one lane, before the lane knows its height. */
export interface PackedLane {
  readonly lane: Lane;
  /** Marks of the events in the window, by event index; the same of all lanes, but on a relative axis. */
  readonly marks: Marks;
  readonly labelled: readonly { readonly event: number; readonly way: Way; readonly track: number }[];
  readonly flags: readonly PackedFlag[];
  readonly tracks: number;
  /** In the window, without room for a label; most important first. */
  readonly rest: readonly number[];
  /** Those of them that the editor hid. */
  readonly hidden: readonly number[];
}

export type Marks = readonly (MarkGeometry | undefined)[];

export interface PackedFlag extends Interval {
  readonly side: "before" | "after";
  readonly events: readonly number[];
  readonly track: number;
  readonly lines: Flag["lines"];
  readonly width: number;
  readonly up: number;
}

export interface LaneContext {
  readonly arrangement: Arrangement;
  readonly axis: TimeAxis;
  readonly tracks: number;
  readonly markHeight: number;
  readonly radius: number;
  readonly cutoff: number | null;
  /** The moment of publication on the axis, in units. */
  readonly asOf: number | null;
  /** By event index; filled lane by lane. */
  readonly marks: (MarkGeometry | undefined)[];
  readonly labels: LabelContext;
  /** "Dec 2011" for an event outside. */
  readonly dateOf: (event: ResolvedEvent) => string;
  readonly countText: (side: "before" | "after", count: number) => string;
}

/** Chooses which events of a lane are labelled, and packs them into tracks together with the flags at its edges. */
export function packLane(lane: Lane, context: LaneContext): PackedLane {
  const { arrangement, axis } = context;
  const { events } = arrangement.timeline;
  const { ranked, before, after } = marksOf(lane, context);
  const flags: Omit<PackedFlag, "track">[] = [];
  if (before.length > 0) flags.push(...flagsOf("before", before, context));
  if (after.length > 0) flags.push(...flagsOf("after", after, context));
  const ways: (readonly Way[])[] = [];
  const blocks = blockOptions(context);
  const { marks } = context;
  const waysFor = (i: number, room: Room): readonly Way[] => {
    const index = ranked[i]!;
    const event = events[index]!;
    const mark = marks[index]!;
    if (event.layout.hide === true) return [];
    return (ways[i] = waysOf(labelText(event, mark, context.labels), mark, event.layout, blocks, room));
  };
  const n = flags.length;
  const packed = pack(
    n + ranked.length,
    (i) => (i < n ? flags[i]! : marks[ranked[i - n]!]!),
    (i, room) => (i < n ? [flags[i]!] : waysFor(i - n, room)),
    { x0: axis.x0, x1: axis.x1, tracks: tracksOf(lane, context.tracks), gap: 0.9 * arrangement.type.em },
    (i) => i < n || isPlaced(events[ranked[i - n]!]!.layout),
    (i) => (i < n ? undefined : events[ranked[i - n]!]!.layout.row),
  );
  const labelled: { event: number; way: Way; track: number }[] = [];
  const rest: number[] = [];
  for (let i = 0; i < ranked.length; i++) {
    const event = ranked[i]!;
    const choice = packed.choice[n + i]!;
    if (choice < 0) rest.push(event);
    else labelled.push({ event, way: ways[i]![choice]!, track: packed.track[n + i]! });
  }
  const place = packed.fixed
    ? Array.from({ length: packed.tracks }, (_, t) => t)
    : tracksInTime(labelled, flags, packed.track, packed.tracks);
  for (const l of labelled) l.track = place[l.track]!;
  return {
    lane,
    marks: context.marks,
    labelled,
    flags: flags.map((f, i) => ({ ...f, track: place[packed.track[i]!]! })),
    tracks: packed.tracks,
    rest,
    hidden: rest.filter((event) => events[event]!.layout.hide === true),
  };
}

export const blockOptions = ({ arrangement, axis, markHeight, cutoff }: LaneContext): BlockOptions => ({
  axis,
  type: arrangement.type,
  measure: arrangement.measure,
  markHeight,
  glyph: arrangement.colors.classes.length > 1,
  cutoff,
  // Nobody can ask a still picture for what is cut off: a toll may take as many lines as it needs, within reason.
  detailLines: 8,
  thorough: arrangement.timeline.events.length <= 150,
});

/**
 * The lane's events in the window, by their indexes: those that the editor has placed first, then by importance (1–5),
 * then in their own order; and those outside. Fills in the marks of those inside.
 */
function marksOf(
  { id, events: indexes }: Lane,
  { arrangement, axis, asOf, radius, marks }: LaneContext,
): {
  readonly ranked: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
} {
  const { events } = arrangement.timeline;
  const { spanIn } = arrangement.scale;
  const options: MarkOptions = { axis, asOf, radius };
  const ranks: number[][] = [[], [], [], [], [], []];
  const before: number[] = [];
  const after: number[] = [];
  for (let i = 0; i < indexes.length; i++) {
    const event = indexes[i]!;
    const { span: written, status, layout, importance } = events[event]!;
    const span = spanIn(written, id);
    const side = sideOf(span, axis.from, axis.to);
    if (side !== "inside") {
      (side === "before" ? before : after).push(event);
      continue;
    }
    marks[event] ??= markGeometry(span, status, options);
    ranks[isPlaced(layout) ? 0 : importance]!.push(event);
  }
  return { ranked: ([] as number[]).concat(...ranks), before, after };
}

/** More than this many at one edge are counted, not named. */
const NAMED = 2;

function flagsOf(
  side: "before" | "after",
  events: readonly number[],
  context: LaneContext,
): Omit<PackedFlag, "track">[] {
  const { arrangement, axis } = context;
  const { type, measure, timeline } = arrangement;
  const arrow = 0.9 * type.em;
  const room = Math.min(19 * type.em, (axis.x1 - axis.x0) * 0.6) - arrow;
  const named = events.length <= NAMED && room > 6 * type.em;
  const groups = named ? events.map((e) => [e]) : [events];
  return groups.map((group) => {
    const event = timeline.events[group[0]!]!;
    const text = named
      ? [
          `${context.dateOf(event)}: ${context.labels.titleOf(event)}`,
          ...context.labels.quantitiesOf(event).map(quantityText),
        ].join(context.labels.locale.semicolon)
      : context.countText(side, group.length);
    const set = wrapText(text, { maxWidth: room - type.em, maxLines: 5, font: type.label, measure });
    const lh = lineHeight(type.label, type);
    const raised = named ? context.labels.lettersOf(event) : "";
    const lines = set.lines.map((line, i) => ({
      text: line,
      dy: lh * (i + 0.78) - (lh * set.lines.length) / 2,
      font: type.label,
      ...(raised !== "" && i === set.lines.length - 1 ? { raised } : {}),
    }));
    const width = set.width + (raised === "" ? 0 : measure(raised, type.label));
    const x0 = side === "before" ? axis.x0 : axis.x1 - arrow - width;
    const up = Math.max(context.markHeight / 2, (lh * set.lines.length) / 2);
    return { side, events: group, x0, x1: x0 + arrow + width, lines, width, up };
  });
}

/** Tracks may stand in any order: the one with the earliest event comes first. */
function tracksInTime(
  labelled: readonly { readonly event: number; readonly track: number }[],
  flags: readonly { readonly side: "before" | "after" }[],
  track: Int16Array,
  count: number,
): number[] {
  const first = new Array<number>(count).fill(Infinity);
  flags.forEach((f, i) => {
    if (f.side === "before") first[track[i]!] = -1;
  });
  for (const l of labelled) first[l.track] = Math.min(first[l.track]!, l.event);
  const order = first.map((_, t) => t).sort((a, b) => first[a]! - first[b]! || a - b);
  const place = new Array<number>(count).fill(0);
  order.forEach((t, i) => (place[t] = i));
  return place;
}
