import { isPlaced } from "../model/hints.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";
import type { LayoutHints } from "../model/types.js";
import type { Arrangement } from "./arrange.js";
import type { ColorClass } from "./colors.js";
import { byImportance, weightsOf } from "./importance.js";
import { labelText, type LabelContext, type LabelledMark, type LabelText } from "./label-text.js";
import { labelContext } from "./label-words.js";
import type { Lane } from "./lanes.js";
import { isQualified } from "./mark.js";
import {
  lineWays,
  rankedWays,
  setWay,
  withDetails,
  type RankedLabelOptions,
  type RankedWay,
  type UnsetWay,
} from "./ranked-labels.js";
import { keptWays, rankedAgain } from "./ranked-again.js";
import { waysKept, type KeptWays } from "./ranked-kept.js";
import { ranker, type RankBlock, type RankOptions } from "./ranks.js";
import { reachOf, type Reach } from "./reach.js";
import { lanesThatHold, tracksOf } from "./room.js";
import type { TimeAxis, View } from "./view.js";

/** A lane whose labels have their rows and scales, once for every window. */
export interface RankedLane {
  readonly lane: Lane;
  /** Indexes into `timeline.events`, in total order; the arrays below go with it. */
  readonly events: readonly number[];
  /** Where marks stand at every scale, see `Reach`. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Units per ms from which an event shows by itself; infinite for never. */
  readonly min: Float64Array;
  readonly row: Int16Array;
  /** 1 for what is ranked only when somebody comes nearer, or ahead of that: its row is not to be relied on before. */
  readonly late: Uint8Array;
  /** Index of its colour in `kinds`. */
  readonly kind: Uint8Array;
  /** Room above and below the marks of each row. */
  readonly rows: readonly { readonly up: number; readonly down: number }[];
  /** The label of an event that shows; its lines are set when they are first asked for. */
  readonly labelOf: (place: number) => RankedWay;
  /** Ranks so many more of those that do not show before the reader zooms in; false when all are. */
  readonly rankMore: (count: number) => boolean;
}

/** What of a zoomable picture no window changes. */
export interface Ranked {
  readonly lanes: readonly RankedLane[];
  readonly kinds: readonly ColorClass[];
  /** Units per ms with which the picture opens. */
  readonly scale: number;
  /** Makes sure that all is ranked that could show at a scale. */
  readonly rankFor: (scale: number) => void;
  /** Ranks some more of those that show only nearer; false when all are. */
  readonly rankSome: () => boolean;
  readonly basis: RankBasis;
  /** By lane. */
  readonly kept: Map<string, KeptWays>;
}

/** The labels of so many events, the most important of each lane, are set in several widths, with their quantities. */
const THOROUGH = 150;
/** So many events of a lane, for each row it may have, take part in the picture that opens; the others show only nearer. */
const FIRST = 60;
/** After so many in turn that found no room, for each row, those that follow will hardly find any. */
const PATIENCE = 12;
/** Labels that are ranked in one go while nothing else is to do: a millisecond's work. */
const SOME = 100;
/** How much nearer. */
const NEARER = 1.02;
/** What a picture may grow, in em, for one more label with which it opens. */
const LATE = 5;
/** How much longer than the data the longest window may be. */
const AIR = 1.1;
/** Free space between two blocks of a row, in em. */
const GAP = 0.9;

export interface RankLanesOptions extends Pick<RankedLabelOptions, "axis" | "edges" | "cutoff"> {
  /** The most rows of a lane. */
  readonly rows: number;
}

/**
 * Decides for each event of each lane the row, the side and the least scale from which it shows by itself.
 *
 * @param before what was ranked for an arrangement before: lanes of which all is the same are taken over
 */
export function rankLanes(
  arrangement: Arrangement,
  { axis, edges, cutoff, rows }: RankLanesOptions,
  before?: Ranked,
): Ranked {
  const { type, measure, colors } = arrangement;
  const em = type.em;
  const scale = (axis.x1 - axis.x0) / (axis.to - axis.from);
  const kinds = colors.classes.length > 0 ? colors.classes : [colors.plain];
  const basis: RankBasis = {
    arrangement,
    words: labelContext(arrangement),
    weights: weightsOf(arrangement.timeline),
    kindOf: new Map(kinds.map((c, k) => [c, k])),
    labels: { type, measure, markHeight: em, axis, edges, cutoff, glyphs: colors.classes.length > 1 },
    ranks: { rows, gap: GAP * em, scale, perDoubling: 2 * em },
    thorough: Math.ceil(THOROUGH / Math.max(1, lanesThatHold(arrangement.lanes, true))),
    farthest: () => (least ??= Math.min(scale, (axis.x1 - axis.x0) / (AIR * lengthOf(arrangement.timeline, axis)))),
  };
  let least: number | null = null;
  const again = before === undefined ? () => null : rankedAgain(before, basis, kinds);
  const kept = before === undefined ? new Map<string, KeptWays>() : keptWays(before, basis);
  const lanes = arrangement.lanes.map((lane) => again(lane) ?? rankLane(lane, basis, waysKept(kept, lane.id)));
  let ranked = 0;
  return {
    lanes,
    kinds,
    scale,
    basis,
    kept,
    rankFor: (wanted) => {
      if (wanted > scale) for (; ranked < lanes.length; ranked++) lanes[ranked]!.rankMore(Infinity);
    },
    rankSome: () => {
      if (ranked < lanes.length && !lanes[ranked]!.rankMore(SOME)) ranked++;
      return ranked < lanes.length;
    },
  };
}

/** All that ranks follow from, but for the lanes. */
export interface RankBasis {
  readonly arrangement: Arrangement;
  readonly words: LabelContext;
  readonly weights: Float64Array;
  readonly kindOf: ReadonlyMap<ColorClass, number>;
  readonly labels: RankedLabelOptions;
  readonly ranks: RankOptions;
  /** Labels of a lane that are set in several widths. */
  readonly thorough: number;
  /** The scale that shows all of the data, and some air. */
  readonly farthest: () => number;
}

function rankLane(
  lane: Lane,
  { arrangement, words, weights, kindOf, labels, ranks, thorough, farthest }: RankBasis,
  kept: KeptWays,
): RankedLane {
  const { timeline, colors, view, type } = arrangement;
  const { events } = lane;
  // A lane that is taken over must not hold fast the arrangement for which it was made.
  const own = events.map((index) => timeline.events[index]!);
  const { spanIn, edgeIn } = arrangement.scale;
  const asOf = timeline.asOf === null ? null : edgeIn(timeline.asOf, lane.id);
  const n = events.length;
  const [a, b, left, right, min] = Array.from({ length: 5 }, () => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const kind = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const event = own[i]!;
    const reach = reachOf(spanIn(event.span, lane.id), event.status, asOf, type.em * 0.4);
    a[i] = reach.a;
    b[i] = reach.b;
    left[i] = reach.left;
    right[i] = reach.right;
    kind[i] = kindOf.get(colors.classOf(events[i]!)) ?? 0;
  }
  min.fill(Infinity);
  const rowOf = new Int16Array(n).fill(-1);
  const set = new Array<RankedWay | undefined>(n);
  const unset = new Array<UnsetWay | undefined>(n);
  const order = byImportance(events, weights);
  const most = tracksOf(lane, ranks.rows);
  const { add, rows, close } = ranker({ ...ranks, rows: most });
  const textOf = (event: ResolvedEvent, reach: Reach): LabelText =>
    labelText(event, labelledMark(event, reach, view), words);
  const reachAt = (i: number): Reach => ({ a: a[i]!, b: b[i]!, left: left[i]!, right: right[i]! });

  /** What is pinned shows however far the reader zooms out, what was moved with the picture that opens. */
  const mustOf = (hand: LayoutHints): number | undefined =>
    hand.pin === true ? farthest() : isPlaced(hand) ? ranks.scale : undefined;

  function seat(i: number, whole: boolean): void {
    const event = own[i]!;
    if (event.layout.hide === true) return;
    const reach = reachAt(i);
    const hand = event.layout;
    const late = reach.b >= view.from && reach.a <= view.to ? LATE * type.em : 0;
    const measured = kept.waysOf(event, reach, whole, () => {
      const text = textOf(event, reach);
      const full = whole ? rankedWays(text, event, reach, labels) : [];
      // What fits nowhere whole stands as the many do, on few lines and cut, rather than nowhere.
      return full.length > 0 ? { full } : { full: null, ways: lineWays(text, event, reach, labels) };
    });
    const ways = measured.full ?? measured.ways;
    const block: RankBlock = { a: reach.a, b: reach.b, late, ways, must: mustOf(hand) };
    const row = hand.row === undefined ? undefined : Math.min(hand.row, most) - 1;
    const found = (row === undefined ? null : add({ ...block, row })) ?? add(block);
    if (found === null) return;
    rowOf[i] = found.row;
    min[i] = found.min;
    if (measured.full === null) unset[i] = measured.ways[found.way]!;
    else set[i] = measured.full[found.way]!;
  }

  const first = Math.min(n, FIRST * most);
  let next = 0;
  for (let missed = 0; next < first && missed < PATIENCE * most; next++) {
    seat(order[next]!, next < thorough);
    missed = min[order[next]!]! <= ranks.scale ? 0 : missed + 1;
  }
  close(ranks.scale * NEARER);
  const heights = rows();
  const late = new Uint8Array(n);
  for (let k = next; k < n; k++) late[order[k]!] = 1;
  return {
    lane,
    events,
    a,
    b,
    left,
    right,
    min,
    row: rowOf,
    late,
    kind,
    rows: heights,
    labelOf: (i) => {
      const known = set[i];
      if (known !== undefined) return known;
      const event = own[i]!;
      const way = unset[i]!;
      const text = (): LabelText => textOf(event, reachAt(i));
      const title = kept.setOf(way, () => setWay(way, text(), event, labels));
      return (set[i] = saysMore(event, timeline) ? withDetails(title, text(), heights[rowOf[i]!]!, labels) : title);
    },
    rankMore: (count) => {
      for (const end = Math.min(n, next + count); next < end; next++) seat(order[next]!, false);
      return next < n;
    },
  };
}

/** Whether a label may have more to say than its title: of most it is known without wording it. */
const saysMore = ({ span, quantities, changes }: ResolvedEvent, { news }: Timeline): boolean =>
  quantities.length + changes.length > 0 || span.said !== undefined || span.kind === "during" || news !== undefined;

/** ms between the first and the last moment of the data, and of the window with which the picture opens. */
function lengthOf({ events }: Timeline, { from, to }: TimeAxis): number {
  for (const { span } of events)
    for (const ms of [span.startMin, span.startMax, span.endMin, span.endMax]) {
      if (ms === null) continue;
      from = Math.min(from, ms);
      to = Math.max(to, ms);
    }
  return to - from;
}

/** An end that lies outside of the window with which the picture opens is told in words, whatever is seen later. */
export function labelledMark({ span }: ResolvedEvent, { a, b }: Reach, { from, to }: View): LabelledMark {
  const extent = span.kind === "during";
  return {
    approximate: isQualified(span, "approximate"),
    start: extent && a !== -Infinity && a < from && b > from ? "torn" : "closed",
    end: extent && b !== Infinity && b > to && a < to ? "torn" : "closed",
  };
}
