import type { Arrangement } from "../arrange.js";
import { flagTexts, type labelContext, type outsideWords } from "../label-words.js";
import type { Flag } from "../layout.js";
import { lineHeight } from "../typography.js";
import type { View } from "../view.js";
import { breakable, setLines } from "../wrap.js";
import type { ColumnEvents } from "./column.js";

/** Flags of one side of a window, over or under a column. */
export interface FlagSide {
  readonly height: number;
  readonly lines: readonly { readonly events: readonly number[]; readonly texts: readonly string[] }[];
}
export interface FlagBlock {
  readonly before: FlagSide;
  readonly after: FlagSide;
}

type Words = ReturnType<typeof labelContext> & ReturnType<typeof outsideWords>;

/** More than so many on one side are counted, not named. */
const NAMED = 2;
const EMPTY: FlagSide = { height: 0, lines: [] };

/** Words that are cut fill their lines to the end, and browsers set other faces than those that were measured. */
export const flagRoom = ({ x0, x1 }: { readonly x0: number; readonly x1: number }): number => (x1 - x0) * 0.94;

/** What lies outside of a window, as it would be told with all the room it may want. */
export function flagBlock(
  events: ColumnEvents,
  text: { readonly x0: number; readonly x1: number },
  view: View,
  words: Words,
  arrangement: Arrangement,
): FlagBlock {
  const before: number[] = [];
  const after: number[] = [];
  for (let i = 0; i < events.events.length; i++) {
    if (events.b[i]! < view.from || (events.b[i]! === view.from && events.a[i]! < view.from))
      before.push(events.events[i]!);
    else if (events.a[i]! > view.to) after.push(events.events[i]!);
  }
  const room = flagRoom(text);
  return {
    before: flagSide("before", before, room, words, arrangement),
    after: flagSide("after", after, room, words, arrangement),
  };
}

/** One side: its events by name where they are few and there is room, by their number otherwise. */
export function flagSide(
  side: "before" | "after",
  events: readonly number[],
  room: number,
  words: Words,
  arrangement: Arrangement,
  height = Infinity,
): FlagSide {
  const { type, measure, timeline, options } = arrangement;
  if (events.length === 0) return EMPTY;
  const lh = lineHeight(type.foot, type);
  // A still picture says all of it: nobody can ask for what is cut off.
  const most = options.zoomable === true ? 4 : 8;
  const named =
    events.length > NAMED
      ? null
      : events.map((index) => {
          const event = timeline.events[index]!;
          let texts: readonly string[] = [];
          for (const text of flagTexts(event, words, arrangement)) {
            const set = setLines(breakable(text, type.foot, measure), room, most);
            texts = set.lines;
            if (!set.truncated) break;
          }
          return { events: [index], texts };
        });
  if (named !== null) {
    const used = named.reduce((s, f) => s + f.texts.length * lh + 0.3 * type.em, 0);
    if (used <= height) return { height: used, lines: named };
  }
  const text = setLines(breakable(words.countText(side, events.length), type.foot, measure), room, 1);
  return { height: lh + 0.3 * type.em, lines: [{ events, texts: text.lines }] };
}

/** Flags with their places: one under the other, from a y down. */
export function setFlags(
  side: "before" | "after",
  { lines }: FlagSide,
  { y, arrow, text }: { readonly y: number; readonly arrow: number; readonly text: number },
  { type, measure }: Arrangement,
): Flag[] {
  const lh = lineHeight(type.foot, type);
  let top = y;
  return lines.map(({ events, texts }): Flag => {
    const flag: Flag = {
      side,
      events,
      x: arrow,
      y: top + lh / 2,
      lines: texts.map((t, k) => ({ text: t, dy: lh * (k + 0.78) - lh / 2, font: type.foot })),
      textX: text,
      anchor: "start",
      width: Math.max(...texts.map((t) => measure(t, type.foot))),
    };
    top += texts.length * lh + 0.3 * type.em;
    return flag;
  });
}
