import { inSentences } from "../locale/phrases.js";
import { asKnownLine, zoneNote } from "../locale/remarks.js";
import type { Arrangement } from "./arrange.js";
import { calendarWindow } from "./axis-scale.js";
import { paragraph } from "./flow.js";
import type { TextBlock, TextLine } from "./layout.js";
import type { View } from "./view.js";

/** Title, standfirst, and one line that says as of when and in whose time. */
export function headerOf(
  { title, subtitle, timeline, locale, type, measure, unit, options, scale }: Arrangement,
  view: View,
  { x0, x1 }: { readonly x0: number; readonly x1: number },
): TextBlock {
  const em = type.em;
  const lines: TextLine[] = [];
  let y = unit === "mm" ? 0.2 * em : Math.min(14, view.width * 0.02);
  const add = (text: string, font: typeof type.title, role: string, width: number, after: number): void => {
    const block = paragraph(text, font, role, { x: x0, y, width }, { type, measure });
    lines.push(...block.lines);
    if (block.height > 0) y += block.height + after;
  };
  const measured = Math.min(x1 - x0, 62 * em);
  if (options.heading !== false) {
    add(title, type.title, "title", x1 - x0, 0.15 * em);
    add(subtitle, type.standfirst, "standfirst", measured, 0.35 * em);
  }
  const known = asKnownLine(timeline, locale);
  const zone = zoneNote(timeline, locale, calendarWindow(scale, view));
  const none = timeline.events.length + timeline.series.length === 0 ? locale.words.phrases.noEvents : "";
  const sentence = inSentences([none, known, zone], locale);
  add(sentence, type.detail, "remark", x1 - x0, 0);
  return { lines, height: y + (lines.length > 0 ? 0.5 * em : 0) };
}
