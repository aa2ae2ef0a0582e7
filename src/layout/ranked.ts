import type { ColorClass } from "./colors.js";
import type { Arrangement } from "./arrange.js";
import { byImportance, weightsOf } from "./importance.js";
import { labelContext } from "./label-words.js";
import { labelText, type LabelledMark } from "./label-text.js";
import type { Lane } from "./lanes.js";
import { isQualified } from "./mark.js";
import { rankedWays, type RankedLabelOptions, type RankedWay } from "./ranked-labels.js";
import { rank } from "./ranks.js";
import { reachOf, type Reach } from "./reach.js";
import type { View } from "./view.js";
import type { ResolvedEvent } from "../model/resolved.js";

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
  readonly labels: readonly (RankedWay | null)[];
  /** Index of its colour in `kinds`. */
  readonly kind: Uint8Array;
  /** Room above and below the marks of each row. */
  readonly rows: readonly { readonly up: number; readonly down: number }[];
}

/** What of a zoomable picture no window changes. */
export interface Ranked {
  readonly lanes: readonly RankedLane[];
  readonly kinds: readonly ColorClass[];
  /** Units per ms with which the picture opens. */
  readonly scale: number;
}

/** The labels of so many events, the most important of each lane, are set in several widths, with their quantities. */
const THOROUGH = 150;
/** What a picture may grow, in em, for one more label with which it opens. */
const LATE = 5;
/** Free space between two blocks of a row, in em. */
const GAP = 0.9;

export interface RankLanesOptions extends Pick<RankedLabelOptions, "axis" | "edges" | "cutoff"> {
  /** The most rows of a lane. */
  readonly rows: number;
}

/** Decides for each event of each lane the row, the side and the least scale from which it shows by itself. */
export function rankLanes(arrangement: Arrangement, { axis, edges, cutoff, rows }: RankLanesOptions): Ranked {
  const { timeline, type, measure, colors, view } = arrangement;
  const em = type.em;
  const scale = (axis.x1 - axis.x0) / (axis.to - axis.from);
  const kinds = colors.classes.length > 0 ? colors.classes : [colors.plain];
  const rankOfKind = new Map(kinds.map((c, k) => [c, k]));
  const weights = weightsOf(timeline);
  const words = labelContext(arrangement);
  const options: RankedLabelOptions = {
    type,
    measure,
    markHeight: em,
    axis,
    edges,
    cutoff,
    glyphs: colors.classes.length > 1,
  };
  const ways = (index: number, reach: Reach, thorough: boolean): RankedWay[] => {
    const event = timeline.events[index]!;
    if (event.layout.hide === true) return [];
    return rankedWays(labelText(event, labelledMark(event, reach, view), words), event, reach, options, thorough);
  };
  const thorough = Math.ceil(THOROUGH / Math.max(1, arrangement.lanes.length));
  const lanes = arrangement.lanes.map((lane): RankedLane => {
    const n = lane.events.length;
    const place = new Map(lane.events.map((index, i) => [index, i]));
    const reaches = lane.events.map((index) => {
      const { span, status } = timeline.events[index]!;
      return reachOf(span, status, timeline.asOf, em * 0.4);
    });
    const order = byImportance(lane.events, weights);
    const made: RankedWay[][] = [];
    const ranks = rank(
      n,
      (i) => {
        const index = order[i]!;
        const reach = reaches[place.get(index)!]!;
        const late = reach.b >= view.from && reach.a <= view.to ? LATE * em : 0;
        return { a: reach.a, b: reach.b, late, ways: (made[i] = ways(index, reach, i < thorough)) };
      },
      { rows, gap: GAP * em, scale, perDoubling: 2 * em },
    );
    const row = new Int16Array(n).fill(-1);
    const min = new Float64Array(n).fill(Infinity);
    const labels = new Array<RankedWay | null>(n).fill(null);
    order.forEach((index, i) => {
      if (ranks.row[i]! < 0) return;
      const k = place.get(index)!;
      row[k] = ranks.row[i]!;
      min[k] = ranks.min[i]!;
      labels[k] = made[i]![ranks.way[i]!]!;
    });
    return {
      lane,
      events: lane.events,
      a: Float64Array.from(reaches, (r) => r.a),
      b: Float64Array.from(reaches, (r) => r.b),
      left: Float64Array.from(reaches, (r) => r.left),
      right: Float64Array.from(reaches, (r) => r.right),
      min,
      row,
      labels,
      kind: Uint8Array.from(lane.events, (index) => rankOfKind.get(colors.classOf(timeline.events[index]!)) ?? 0),
      rows: ranks.rows,
    };
  });
  return { lanes, kinds, scale };
}

/** An end that lies outside of the window with which the picture opens is told in words, whatever is seen later. */
function labelledMark({ span }: ResolvedEvent, { a, b }: Reach, { from, to }: View): LabelledMark {
  const extent = span.kind === "during";
  return {
    approximate: isQualified(span, "approximate"),
    start: extent && a !== -Infinity && a < from && b > from ? "torn" : "closed",
    end: extent && b !== Infinity && b > to && a < to ? "torn" : "closed",
  };
}
