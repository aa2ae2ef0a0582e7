import { formatNumber } from "../../locale/phrases.js";
import type { Arrangement } from "../arrange.js";
import { headerOf } from "../header.js";
import { weightsOf } from "../importance.js";
import { labelContext, outsideWords } from "../label-words.js";
import type { Layout, TextBlock } from "../layout.js";
import { notesLimit } from "../room.js";
import { lineHeight } from "../typography.js";
import type { View } from "../view.js";
import { across, type Across } from "./across.js";
import { columnEvents, inOrder, type ColumnEvents } from "./column.js";
import { columnLanes } from "./columns.js";
import { flagBlock } from "./flags.js";
import { columnNames, type NamedLane } from "./lane-names.js";
import { numberLabel, type VerticalLabel, type VerticalLabelOptions } from "./label.js";
import { axisWordsHeight, type AxisWordsRoom } from "./axis-words.js";
import { gutterOf, verticalTicks } from "./gutter.js";
import { chooseStill, FIRST, freeTops, heightFor, isSeen, rankStill, rankZoomable, type RankedColumn } from "./rank.js";
import { linkRoom, longestWord } from "./link-room.js";
import { periodsWidth, verticalPeriods, type VerticalPeriod } from "./periods.js";

/** A column of a vertical picture, in every window. Places across the axis are x, places along it y. */
export interface VerticalColumn extends Pick<Across, "strip" | "tracks" | "text" | "hang"> {
  readonly events: ColumnEvents;
  readonly name: TextBlock;
  readonly x0: number;
  readonly x1: number;
  readonly track: Int16Array;
  /** Named periods, told of in the first column. */
  readonly periods: readonly VerticalPeriod[];
  /** Places of events in order of the time of their labels. */
  readonly byAt: readonly number[];
  readonly labelOf: (i: number) => VerticalLabel;
  /** Makes sure that all is ranked that could show at a scale. */
  readonly rankFor: RankedColumn["rankFor"];
  readonly rankSome: RankedColumn["rankSome"];
  /** In a picture that zooms: tops of all labels that show at a scale, as if the time 0 were at y 0. */
  readonly freeAt: ((scale: number) => ReadonlyMap<number, number>) | null;
  /** Notes by number, in a still picture: place of the event → number. */
  readonly numbered: ReadonlyMap<number, number>;
}

/** What no window changes of a vertical picture. */
export interface VerticalFrame {
  readonly width: number;
  readonly inner: { readonly x0: number; readonly x1: number };
  readonly pad: number;
  readonly header: TextBlock;
  readonly gutter: Layout["gutter"];
  readonly axisWords: AxisWordsRoom;
  /** y of the plot, without what stands over and under it. */
  readonly axis: { readonly x0: number; readonly x1: number };
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly VerticalColumn[];
  /** Lanes with a name and no column of their own. */
  readonly others: readonly NamedLane[];
  /** Events of notes, in order of their numbers. */
  readonly notes: readonly number[];
  readonly em: number;
  readonly gap: number;
  /** Between the plot and what is said over and under it. */
  readonly air: number;
  readonly words: ReturnType<typeof labelContext> & ReturnType<typeof outsideWords>;
}

/** How far a label may stand from its mark, in em, where the height is chosen. */
const NEAR = 6;
/** Free space between two labels, in em. */
const GAP = 0.5;
/** Arabic letters are higher and deeper than a line of Latin ones. */
const GAP_ARABIC = 1.05;
/** Heights in em: the least, and the most that labels may make of a still picture and of one that zooms. */
const LOWEST = 24;
const STILL = 230;
const ZOOMABLE = 130;
/** A picture that is to hold so many times what it can has more counts than labels. */
const CROWDED = 1.5;

const frames = new WeakMap<Arrangement, VerticalFrame>();

export function verticalFrame(arrangement: Arrangement, width: number): VerticalFrame {
  const known = frames.get(arrangement);
  if (known?.width === width) return known;
  const frame = makeFrame(arrangement, width);
  frames.set(arrangement, frame);
  return frame;
}

function makeFrame(arrangement: Arrangement, width: number): VerticalFrame {
  const { type, unit, options, measure, timeline, locale } = arrangement;
  const em = type.em;
  const zoomable = options.zoomable === true;
  const pad = unit === "mm" || (zoomable && options.heading === false) ? 1 : Math.min(16, width * 0.03);
  const inner = { x0: pad, x1: width - pad };
  const view: View = { ...arrangement.view, width };
  const header = headerOf(arrangement, view, inner);
  const gutter = gutterOf(arrangement, view, inner);
  const room = inner.x1 - gutter.x1;
  const opening = verticalTicks(arrangement, { ...view, x0: 0, x1: 60 * em, scale: arrangement.scale.scale });
  const counted = axisWordsHeight(opening, inner, arrangement);
  const wordsRoom: AxisWordsRoom = { ...inner, y: header.height + 0.3 * em, height: counted };
  const over0 = header.height + (counted > 0 ? counted + 0.5 * em : 0);
  const words = { ...labelContext(arrangement), ...outsideWords(arrangement) };
  const weights = weightsOf(timeline);
  const cut = columnLanes(arrangement, room);
  const gapBetween = cut.length > 1 ? em : 0;
  const columnWidth = (room - gapBetween * (cut.length - 1)) / cut.length;
  const most = (zoomable ? ZOOMABLE : STILL) * em;
  const glyphs = arrangement.colors.classes.length > 1;
  const gap = (arrangement.direction === "rtl" ? GAP_ARABIC : GAP) * em;
  const air = Math.max(0.4 * em, gap - 0.1 * em);
  const links = linkRoom(arrangement);

  const draftOf = (column: (typeof cut)[number], c: number, sparing: boolean) => {
    const events = columnEvents(column, arrangement, weights, words);
    const x0 = gutter.x1 + c * (columnWidth + gapBetween);
    const seen = events.order.filter((i) => isSeen(events, i, view));
    const bars = c === 0 ? periodsWidth(arrangement) : 0;
    const strip = (seen.length * 3.5 * em > most ? 2.4 : zoomable && events.events.length > 12 ? 1 : 0.6) * em;
    // As many as have room in the highest picture, if their labels are of a usual height.
    const likely = Math.ceil(most / (3.5 * em));
    const extent = (i: number): boolean => timeline.events[events.events[i]!]!.span.kind !== "at";
    const titleOf = (i: number): string => words.titleOf(timeline.events[events.events[i]!]!);
    const { crowd, room, ...places } = across(
      events,
      { seen, likely },
      {
        x0: x0 + bars,
        x1: x0 + columnWidth,
        strip,
        scale: (40 * em) / (view.to - view.from),
        hangs: glyphs ? extent : null,
        links,
        sparing,
        word: links.asked ? longestWord(seen.slice(0, FIRST).map(titleOf), arrangement) : 0,
        em,
      },
    );
    const labelling: VerticalLabelOptions = { type, measure, room, glyphs };
    const labels = new Map<number, VerticalLabel>();
    const labelOf = (i: number): VerticalLabel => {
      let label = labels.get(i);
      if (label === undefined)
        labels.set(i, (label = events.labelOf(i, crowd.has(i) ? { ...labelling, crowded: true } : labelling)));
      return label;
    };
    const periods = c === 0 ? verticalPeriods(arrangement, labelling.room) : [];
    const named = periods.filter((p) => p.to > view.from && p.from < view.to);
    const more = named.reduce((s, p) => s + p.height + gap, 0);
    const wanted = heightFor(events, seen.slice(0, FIRST), labelOf, view, { gap, near: NEAR * em, more });
    return {
      events,
      x0,
      x1: x0 + columnWidth,
      ...places,
      labelling,
      labels,
      labelOf,
      periods,
      more,
      seen,
      wanted,
      line: lineHeight(type.minor, type),
    };
  };
  const drafts = cut.map((column, c) => {
    const draft = draftOf(column, c, false);
    // A label that is counted instead says less than any line to it.
    return draft.wanted > most ? draftOf(column, c, true) : draft;
  });
  const flags = drafts.map((d) => flagBlock(d.events, d.text, view, words, arrangement));
  const named = columnNames(
    arrangement,
    drafts.map(({ events: { lane }, x0, x1 }) => ({ id: lane.id, x0, x1 })),
    over0 + 0.3 * em,
  );
  const nameHeight = named.height;
  const least = zoomable ? lineHeight(type.foot, type) + 0.3 * em : 0;
  const over = Math.max(least, ...flags.map((f) => f.before.height));
  const under = Math.max(least, ...flags.map((f) => f.after.height));
  const top = over0 + nameHeight + (nameHeight > 0 ? 0.6 * em : 0.3 * em);
  const y0 = top + over + air;
  const units = unit === "mm" ? 72 / 25.4 : 1;
  const length =
    options.height === undefined
      ? Math.min(most, Math.max(LOWEST * em, ...drafts.map((d) => d.wanted)))
      : Math.max(LOWEST * em, options.height * units - y0 - under - 12 * em);
  const scale = length / (view.to - view.from);
  const noteRoom = notesLimit(arrangement);
  const chosen = drafts.map((d) => (zoomable ? null : chooseStill(d, view, length - d.more, gap, noteRoom)));
  const notes = [...new Set(drafts.flatMap((d, c) => (chosen[c]?.noted ?? []).map((i) => d.events.events[i]!)))].sort(
    (p, q) => p - q,
  );
  const numberOf = new Map(notes.map((event, k) => [event, k + 1]));
  const columns = drafts.map((d, c): VerticalColumn => {
    const { events, labels, labelling } = d;
    const still = chosen[c];
    const numbered = new Map((still?.noted ?? []).map((i) => [i, numberOf.get(events.events[i]!)!]));
    numbered.forEach((n, i) => labels.set(i, numberLabel(formatNumber(n, locale), labelling)));
    const byAt = inOrder(events.at, [...events.events.keys()]);
    const ranked = still
      ? rankStill(events, still, scale, d.tracks.length, em)
      : rankZoomable(d, byAt, scale, { gap, em, crowded: d.wanted > CROWDED * length });
    return {
      events,
      name: named.names.get(events.lane.id)!,
      x0: d.x0,
      x1: d.x1,
      strip: d.strip,
      tracks: d.tracks,
      track: ranked.tracks.track,
      text: d.text,
      periods: d.periods,
      hang: d.hang,
      byAt,
      labelOf: d.labelOf,
      rankFor: ranked.rankFor,
      rankSome: ranked.rankSome,
      freeAt: zoomable ? freeTops(events, byAt, d.labelOf, d.periods, gap) : null,
      numbered,
    };
  });
  return {
    width,
    inner,
    pad,
    header,
    gutter,
    axisWords: wordsRoom,
    axis: { x0: y0, x1: y0 + length },
    top,
    bottom: y0 + length + air + under,
    columns,
    others: named.others,
    notes,
    em,
    gap,
    air,
    words,
  };
}
