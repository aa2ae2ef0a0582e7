import type { Precision } from "../model/span.js";
import { count, fill } from "../locale/phrases.js";
import { pathText } from "../locale/event-words.js";
import type { Arrangement } from "./arrange.js";
import { axisLegend } from "./axis-marks.js";
import type { ColorClass } from "./colors.js";
import { inColumns, moved, paragraph } from "./flow.js";
import type { FootLayout, LaneLayout, LegendItem, LegendMark, TextBlock, TextLine, ToldLink } from "./layout.js";
import { arrowLegend, linkList } from "./link-notes.js";
import type { MarkGeometry } from "./mark.js";
import { lineHeight } from "./typography.js";

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** The foot: what the marks mean (only those used), who says so, and the credit. */
export function footOf(
  arrangement: Arrangement,
  lanes: readonly LaneLayout[],
  links: readonly ToldLink[],
  hatched: boolean,
  box: Box,
): FootLayout {
  const { type, measure } = arrangement;
  const em = type.em;
  let y = box.y + 1.1 * em;
  const arrows = arrowLegend(links, arrangement);
  const marks = usedMarks(arrangement, lanes, arrows !== null, hatched);
  const legend = legendOf(arrangement, lanes, marks, arrows, { ...box, y });
  if (legend.items.length > 0) y = legend.y1 + 0.7 * em;
  const list = linkList(links, arrangement, { ...box, y });
  y += list.height;
  const { sources, height, heading } = sourcesOf(arrangement, { ...box, y });
  y += height;
  const credit = creditLines(arrangement, { ...box, y }, { type, measure });
  return {
    y0: box.y,
    height: credit.height + y - box.y,
    legend: legend.items,
    links: list.links,
    sources,
    lines: [...list.heading, ...heading, ...credit.lines],
  };
}

function creditLines(arrangement: Arrangement, { x0, x1, y }: Box, flow: Parameters<typeof paragraph>[4]): TextBlock {
  const { credit, locale, type } = arrangement;
  if (credit === "") return { lines: [], height: 0 };
  return paragraph(
    fill(locale.words.phrases.credit, { credit }),
    type.foot,
    "credit",
    { x: x0, y, width: x1 - x0 },
    flow,
  );
}

/** Classes of colour first, then the marks that say how well a time is known. */
function legendOf(
  arrangement: Arrangement,
  lanes: readonly LaneLayout[],
  marks: ReadonlySet<LegendMark>,
  arrows: string | null,
  { x0, x1, y }: Box,
): { items: LegendItem[]; y1: number } {
  const { colors, type, measure, locale, timeline } = arrangement;
  const { news } = timeline;
  const em = type.em;
  const { phrases, counted } = locale.words;
  // In the order of the legend.
  const words: Record<LegendMark, string> = {
    bracket: phrases[bracketWord(arrangement, lanes)],
    moment: phrases.markWithin,
    before: phrases.markBefore,
    possible: phrases.markPossible,
    uncertain: phrases.markUncertain,
    doubted: phrases.markUncertain,
    open: phrases.markOpen,
    torn: phrases.markTorn,
    density: phrases.otherEvents,
    link: arrows ?? "",
    hatch: phrases.notYetKnown,
    new: phrases.newsNew,
    changed: phrases.newsChanged,
    withdrawn: fill(phrases.newsWithdrawn, { events: count(counted.events, news?.withdrawn ?? 0, locale) }),
    break: phrases.markBreak,
    order: phrases.inOrder,
  };
  const items: LegendItem[] = [];
  const lh = lineHeight(type.foot, type) * 1.15;
  let x = x0;
  let line = y;
  const add = (text: string, glyph: number, rest: Pick<LegendItem, "color"> | Pick<LegendItem, "mark">): void => {
    const width = glyph + 0.4 * em + measure(text, type.foot);
    if (x > x0 && x + width > x1) {
      x = x0;
      line += lh;
    }
    const baseline = line + 0.8 * type.foot.size;
    items.push({
      x,
      y: baseline - 0.34 * type.foot.size,
      text: { text, x: x + glyph + 0.4 * em, y: baseline, font: type.foot, role: "legend" },
      ...rest,
    });
    x += width + 1.5 * em;
  };
  const used = new Set<ColorClass>();
  for (const { items, density } of lanes) {
    for (const item of items) used.add(item.color);
    for (const bin of density?.bins ?? []) for (const part of bin.parts) used.add(part.color);
  }
  if (colors.classes.length > 1)
    for (const color of colors.classes) if (used.has(color)) add(color.name, 0.9 * em, { color });
  if (items.length > 0 && marks.size > 0) {
    x = x0;
    line += lh;
  }
  for (const mark of Object.keys(words) as LegendMark[])
    if (marks.has(mark)) add(words[mark], glyphWidth(mark) * em, { mark });
  return { items, y1: items.length > 0 ? line + lh : y };
}

/** Width of what the legend shows of a mark, in em. */
export const glyphWidth = (mark: LegendMark): number =>
  mark === "new" || mark === "changed" || mark === "withdrawn" ? 1.2 : 2.4;

function usedMarks(
  arrangement: Arrangement,
  lanes: readonly LaneLayout[],
  arrows: boolean,
  hatched: boolean,
): ReadonlySet<LegendMark> {
  const { events, news } = arrangement.timeline;
  const used = new Set<LegendMark>();
  for (const { items, density } of lanes) {
    if (density !== null) used.add("density");
    for (const item of items) {
      addUses(item.mark, used);
      const own = news?.events.get(events[item.event]!.id);
      if (own !== undefined) used.add(own);
    }
  }
  if (arrows) used.add("link");
  // One sign says what either says.
  if (used.has("uncertain")) used.delete("doubted");
  if (hatched) used.add("hatch");
  if (news !== undefined && news.withdrawn > 0) used.add("withdrawn");
  for (const mark of axisLegend(arrangement)) used.add(mark);
  return used;
}

/** What the brackets of a picture say: how well a time is known, where all know it equally well. */
function bracketWord({ timeline }: Arrangement, lanes: readonly LaneLayout[]): BracketWord | "markSpan" {
  const known = new Set<Precision>();
  for (const { items } of lanes)
    for (const { event, mark } of items) if (mark.form === "bracket") known.add(timeline.events[event]!.span.precision);
  const [only = "day"] = known;
  return (known.size < 2 && BRACKETS[only]) || "markSpan";
}

type BracketWord = "markDay" | "markMonth" | "markYear";
const BRACKETS: Partial<Record<Precision, BracketWord>> = { day: "markDay", month: "markMonth", year: "markYear" };

/** What of a mark the legend explains. */
function addUses({ form, start, end, uncertain }: MarkGeometry, used: Set<LegendMark>): void {
  const dashed = start === "dashed" || end === "dashed";
  if (form === "bracket" || (form === "moment" && !dashed)) used.add(form);
  if (form === "moment" && start === "dashed") used.add("before");
  if (form === "bar" && dashed) used.add("possible");
  if (uncertain) used.add(form === "bar" || form === "moment" ? "uncertain" : "doubted");
  if (start === "open" || end === "open") used.add("open");
  if (start === "torn" || end === "torn") used.add("torn");
}

function sourcesOf(
  arrangement: Arrangement,
  { x0, x1, y }: Box,
): Pick<FootLayout, "sources"> & { readonly height: number; readonly heading: TextLine[] } {
  const { sources, type, measure, locale } = arrangement;
  const notes = sources.notes.filter((n) => n.letter !== "" || sources.notes.length > 1);
  if (notes.length === 0) return { sources: [], height: 0, heading: [] };
  const em = type.em;
  const flow = { type, measure };
  const gap = 1.6 * em;
  const hang = 0.5 * em + Math.max(measure("m", type.footBold), ...notes.map((n) => measure(n.letter, type.footBold)));
  const texts = notes.map((note) => {
    const text = withoutScheme(pathText(note.claim, locale));
    return note.letter === "" ? fill(locale.words.phrases.otherwise, { source: text }) : text;
  });
  const widthOf = (columns: number): number => (x1 - x0 - gap * (columns - 1)) / columns;
  // Short names stand in as many columns as they have room for, long ones in columns that one can read.
  const longest = hang + Math.max(...texts.map((text) => measure(text, type.foot)));
  let count = Math.max(1, Math.floor((x1 - x0) / (22 * em)));
  while (widthOf(count + 1) >= longest) count++;
  count = Math.min(3, notes.length, count);
  const width = widthOf(count);
  const heading = paragraph(locale.words.phrases.sources, type.footBold, "heading", { x: x0, y, width: x1 - x0 }, flow);
  const set = notes.map(({ letter }, i) =>
    paragraph(
      texts[i]!,
      type.foot,
      "source",
      { x: 0, y: 0, width: width - (letter === "" ? 0 : hang), maxLines: 4 },
      flow,
    ),
  );
  const out: { source: (typeof notes)[number]; lines: TextLine[] }[] = [];
  const top = y + heading.height + 0.1 * em;
  const bottom = inColumns(set, 0.15 * em, { x0, y: top, step: width + gap, count }, (i, x, at) => {
    const source = notes[i]!;
    const { letter } = source;
    const lines = moved(set[i]!.lines, letter === "" ? x : x + hang, at);
    const lettered: TextLine[] =
      letter === "" ? [] : [{ text: letter, x, y: lines[0]!.y, font: type.footBold, role: "letter" }];
    out.push({ source, lines: [...lettered, ...lines] });
  });
  return { sources: out, height: bottom - y + 0.6 * em, heading: [...heading.lines] };
}

/** An address as newspapers print it: nobody types its scheme. */
const withoutScheme = (text: string): string =>
  text.replace(/https?:\/\/(?:www\.)?/gi, "").replace(/\/(?=$|[\s,;)])/g, "");
