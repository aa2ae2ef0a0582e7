import { periodsHeight } from "./periods.js";
import type { Arrangement } from "./arrange.js";
import { headerOf } from "./header.js";
import { countsWidth } from "./ranked-flags.js";
import { flagTexts, labelContext, outsideWords } from "./label-words.js";
import { hasFoldMarks, laneName } from "./lane-name.js";
import { isHeading } from "./lanes.js";
import type { Layout, TextBlock } from "./layout.js";
import { roomForLinks } from "./link-wanted.js";
import { cutoffOf, gutterOf, tracksFor } from "./room.js";
import { rankLanes, type Ranked, type RankedLane } from "./ranked.js";
import { seriesFrames, type SeriesFrame } from "./series-frame.js";
import { lineHeight } from "./typography.js";
import { breakable, type Breakable } from "./wrap.js";

/** Where one lane of a zoomable picture stands, in every window. */
export interface LaneFrame {
  readonly ranked: RankedLane;
  readonly y0: number;
  readonly y1: number;
  readonly name: TextBlock;
  /** y of the marks of each row. */
  readonly rows: readonly number[];
  /** For the columns of what shows no label; empty where everything always does. */
  readonly strip: { readonly y0: number; readonly y1: number };
  /** Where the counts of what lies outside stand: their baseline's middle, and from where. */
  readonly outside: { readonly x0: number; readonly x1: number; readonly y: number };
}

/** What no window changes: the fixed parts of a zoomable picture. */
export interface Frame {
  readonly width: number;
  readonly ranked: Ranked;
  readonly lanes: readonly LaneFrame[];
  readonly series: readonly SeriesFrame[];
  readonly header: TextBlock;
  readonly tickLines: Layout["tickLines"];
  readonly plot: Layout["plot"];
  readonly gutter: Layout["gutter"];
  readonly axis: { readonly x0: number; readonly x1: number };
  readonly inner: { readonly x0: number; readonly x1: number };
  readonly pad: number;
  /** Height that one event takes in the columns, at most. */
  readonly unit: number;
  readonly words: ReturnType<typeof labelContext> & ReturnType<typeof outsideWords>;
  /** Texts of flags, cut into words once; from the most that can be said to the least. */
  readonly flagTexts: (event: number) => readonly Breakable[];
}

const UNIT = 0.34;
const TALLEST = 2.2;
/** The least height of what is a button in a page, in px (WCAG 2.5.8). */
const TARGET = 25;

const frames = new WeakMap<Arrangement, Frame>();

/**
 * The frame of an arrangement; made once, again only for another width.
 *
 * @param before an arrangement that was placed before and may have much in common with this one
 */
export function frameOf(arrangement: Arrangement, width: number, before?: Arrangement): Frame {
  const known = frames.get(arrangement);
  if (known?.width === width) return known;
  const frame = makeFrame(arrangement, width, before === undefined ? undefined : frames.get(before)?.ranked);
  frames.set(arrangement, frame);
  return frame;
}

function makeFrame(arrangement: Arrangement, width: number, before: Ranked | undefined): Frame {
  const { type, unit } = arrangement;
  const em = type.em;
  // Beside text of the page the picture keeps its edges.
  const pad = unit === "mm" || arrangement.options.heading === false ? 1 : Math.min(16, width * 0.025);
  const inner = { x0: pad, x1: width - pad };
  const view = { ...arrangement.view, width };
  const gutter = withCounts(gutterOf(arrangement, view, inner.x0, inner.x1), arrangement);
  const axis = { x0: gutter.x1, x1: inner.x1 };
  const header = headerOf(arrangement, view, inner);
  const major = header.height + lineHeight(type.major, type);
  const minor = major + lineHeight(type.minor, type) * 1.05;
  const plotTop = minor + 0.55 * em + periodsHeight(arrangement);
  const opening = { ...axis, from: view.from, to: view.to };
  const edges = { x0: gutter.beside ? axis.x0 : 2, x1: width - 2 };
  const cutoff = cutoffOf(arrangement, opening);
  const rows = tracksFor(arrangement, view);
  const ranked = rankLanes(arrangement, { axis: opening, edges, cutoff, rows }, before);
  const words = { ...labelContext(arrangement), ...outsideWords(arrangement) };
  const strips = stripHeights(ranked, em);
  let y = plotTop;
  const lanes = ranked.lanes.map((lane, i) => {
    const laid = layLane(lane, y, strips[i]!, { arrangement, gutter, axis });
    y = laid.y1;
    return laid;
  });
  const series = seriesFrames(arrangement, view, { gutter, ...axis, y });
  const texts = new Map<number, readonly Breakable[]>();
  return {
    width,
    ranked,
    lanes,
    header,
    tickLines: { major, minor, top: header.height },
    series,
    plot: { y0: plotTop, y1: series.at(-1)?.y1 ?? y },
    gutter,
    axis,
    inner,
    pad,
    unit: UNIT * em,
    words,
    flagTexts: (index) => {
      let found = texts.get(index);
      if (found === undefined) {
        const said = flagTexts(arrangement.timeline.events[index]!, words, arrangement);
        found = said.map((text) => breakable(text, type.label, arrangement.measure));
        texts.set(index, found);
      }
      return found;
    },
  };
}

/** Under the name of a lane stands how many events lie to both sides of the window: at most so wide for these names. */
function withCounts(gutter: Layout["gutter"], arrangement: Arrangement): Layout["gutter"] {
  if (!gutter.beside || gutter.x1 <= gutter.x0) return gutter;
  const most = Math.max(...arrangement.lanes.map((l) => l.events.length));
  return { ...gutter, x1: Math.max(gutter.x1, gutter.x0 + countsWidth(most, arrangement)) };
}

/** As high as the fullest column of a lane with which the picture opens would like to be, within reason. */
function stripHeights({ lanes, scale }: Ranked, em: number): number[] {
  return lanes.map(({ a, b, min }) => {
    const counts = new Map<number, number>();
    let most = 0;
    let hidden = 0;
    for (let i = 0; i < a.length; i++) {
      if (min[i]! > 0) hidden++;
      if (min[i]! <= scale) continue;
      const bin = Math.floor((Math.max(a[i]!, -1e20) * 0.5 + Math.min(b[i]!, 1e20) * 0.5) * (scale / (0.75 * em)));
      const n = (counts.get(bin) ?? 0) + 1;
      counts.set(bin, n);
      if (n > most) most = n;
    }
    return hidden === 0 ? 0 : Math.min(TALLEST * em, Math.max(0.7 * em, most * UNIT * em));
  });
}

function layLane(
  ranked: RankedLane,
  top: number,
  stripHeight: number,
  { arrangement, gutter, axis }: Pick<Frame, "gutter" | "axis"> & { readonly arrangement: Arrangement },
): LaneFrame {
  const { type, locale } = arrangement;
  const em = type.em;
  const named = ranked.lane.name !== "";
  const nameTop = top + (gutter.beside ? 0.55 : 0.35) * em;
  const block = laneName(ranked.lane, nameTop, gutter, (axis.x1 - axis.x0) * 0.62, arrangement);
  const nameBottom = nameTop + block.height;
  const lh = lineHeight(type.foot, type);
  if (isHeading(ranked.lane)) {
    const bottom = Math.max(nameBottom + 0.25 * em, hasFoldMarks(arrangement) ? top + TARGET : 0);
    const none = { x0: axis.x0, x1: axis.x0, y: bottom };
    return { ranked, y0: top, y1: bottom, name: block, rows: [], strip: { y0: bottom, y1: bottom }, outside: none };
  }
  let y = gutter.beside || !named ? top : nameBottom + 0.2 * em;
  y += 0.55 * em;
  const rows: number[] = [];
  for (const { up, down } of ranked.rows) {
    rows.push(y + up);
    y += up + down + (locale.direction === "rtl" ? 1.1 : 0.5) * em + roomForLinks(arrangement);
  }
  const strip = { y0: y, y1: y + stripHeight };
  if (stripHeight > 0) y += stripHeight + 0.3 * em;
  // The counts of what lies outside stand under the name, beside a name on top, or in a line of their own.
  let outside: LaneFrame["outside"];
  if (named && gutter.beside) {
    outside = { x0: gutter.x0, x1: gutter.x1 - 0.6 * em, y: nameBottom + 0.15 * em + lh / 2 };
    y = Math.max(y, nameBottom + lh + 0.6 * em);
  } else if (named) outside = { x0: axis.x1 - (axis.x1 - axis.x0) * 0.36, x1: axis.x1, y: nameTop + lh / 2 };
  else {
    outside = { x0: axis.x0, x1: axis.x1, y: y + lh / 2 };
    y += lh + 0.2 * em;
  }
  return {
    ranked,
    y0: top,
    y1: y + 0.1 * em,
    name: block,
    rows,
    strip,
    outside,
  };
}
