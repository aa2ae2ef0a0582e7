import type { Arrangement } from "./arrange.js";
import { inColumns, moved, paragraph } from "./flow.js";
import { labelContext } from "./label-words.js";
import type { NotesLayout, TextLine } from "./layout.js";
import { formatTime } from "../locale/format-time.js";
import { formatNumber } from "../locale/phrases.js";

/** The numbered notes under the picture, in one to three columns, in date order down the columns. */
export function notesOf(
  arrangement: Arrangement,
  events: readonly number[],
  { x0, x1, y }: { readonly x0: number; readonly x1: number; readonly y: number },
): NotesLayout {
  if (events.length === 0) return { lines: [], notes: [], height: 0 };
  const { type, measure, timeline, locale } = arrangement;
  const em = type.em;
  const count = Math.max(1, Math.min(3, events.length, Math.floor((x1 - x0) / (20 * em))));
  const gap = 1.6 * em;
  const width = (x1 - x0 - gap * (count - 1)) / count;
  const hang = measure("00", type.footBold) + 0.5 * em;
  const flow = { type, measure };
  const labels = labelContext(arrangement);
  const text = (index: number): string => {
    const event = timeline.events[index]!;
    const when = formatTime(event.span, { locale, zone: timeline.zone, style: "short" });
    const letters = labels.lettersOf(event);
    const said = labels
      .quantitiesOf(event)
      .map((q) => (q.measure === "" ? q.said : `${q.measure}: ${q.said}`))
      .join(locale.semicolon);
    return `${when}: ${event.title}${said === "" ? "" : ` (${said})`}${letters === "" ? "" : ` [${letters}]`}`;
  };
  const set = events.map((index) =>
    paragraph(text(index), type.foot, "note", { x: 0, y: 0, width: width - hang, maxLines: 12 }, flow),
  );
  const space = 0.25 * em;
  const heading = paragraph(locale.words.phrases.notes, type.footBold, "heading", { x: x0, y, width: x1 - x0 }, flow);
  const notes: { event: number; number: number; lines: TextLine[] }[] = [];
  const top = y + heading.height + 0.2 * em;
  const bottom = inColumns(set, space, { x0, y: top, step: width + gap, count }, (i, x, at) => {
    const lines = moved(set[i]!.lines, x + hang, at);
    const number: TextLine = {
      text: formatNumber(i + 1, locale),
      x,
      y: lines[0]!.y,
      font: type.footBold,
      role: "number",
    };
    notes.push({ event: events[i]!, number: i + 1, lines: [number, ...lines] });
  });
  return { lines: heading.lines, notes, height: bottom - y + 0.4 * em };
}
