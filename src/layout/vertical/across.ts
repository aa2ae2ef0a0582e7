import { crowdedOf, inOrder, type ColumnEvents } from "./column.js";
import { HANG } from "./label.js";
import type { LinkRoom } from "./link-room.js";
import { tracksOf } from "./tracks.js";

/** What the width of a column goes to, from the axis to the right. */
export interface Across {
  /** For the counts of what shows no label. */
  readonly strip: { readonly x0: number; readonly x1: number };
  /** x of the marks of each track. */
  readonly tracks: readonly number[];
  readonly text: { readonly x0: number; readonly x1: number };
  /** Of the margin of the labels, in which categories' shapes stand. */
  readonly hang: number;
  /** Of a label; what is left of the text's is for links. */
  readonly room: number;
  /** Places of the events whose labels carry the shape since they share a moment with many. */
  readonly crowd: ReadonlySet<number>;
}

/** Room between marks and labels for the lines that join them, in em: at least, where many share a moment, and to spare. */
const ELBOW = 1.4;
const ELBOW_CROWDED = 2.1;
const ELBOW_WIDE = 4;
/** Labels are read with ease up to this width, in em. */
const WIDE_TEXT = 26;
/** Distance of the tracks of marks, in em, where there is room and where there is little. */
const TRACK = 1.05;
const TIGHT = 0.7;
/**
 * Width of labels, in em, for which the tracks stand closer, from which they give room to crowded moments, and for which
 * there are fewer tracks; what share these may take else.
 */
const TEXT = 15;
const COMFORT = 9.5;
const LEAST_TEXT = 8;
const TRACKS_SHARE = 0.48;
/** What share of the labels' width links and their words may take. */
const LINKS_SHARE = 0.32;

export function across(
  events: ColumnEvents,
  /** Those that show with the window that opens, most important first; how many could have labels. */
  { seen, likely }: { readonly seen: readonly number[]; readonly likely: number },
  {
    x0,
    x1,
    strip,
    scale,
    hangs,
    links,
    word,
    sparing,
    em,
  }: {
    readonly x0: number;
    readonly x1: number;
    readonly strip: number;
    readonly scale: number;
    /** Whether the label of an event carries its category's shape in any case; null where there is one category. */
    readonly hangs: ((i: number) => boolean) | null;
    readonly links: LinkRoom;
    /** The width below which no label goes to make room for links. */
    readonly word: number;
    /** Where height is short: nothing is taken from the width of labels that nobody asked for. */
    readonly sparing: boolean;
    readonly em: number;
  },
): Across {
  const x = x0 + 0.5 * em + strip;
  const hung = hangs !== null && seen.some(hangs) ? HANG * em : 0;
  const whole = x1 - x - ELBOW * em - hung;
  const { count } = tracksOf(inOrder(events.a, seen.slice(0, likely)), events.events.length, events.reachAt, {
    scale,
    most: Math.max(1, Math.floor(Math.min(whole * TRACKS_SHARE, whole - LEAST_TEXT * em) / (TIGHT * em))),
    gap: 0.2 * em,
  });
  // What shares a moment with many gets room for its shape, and for stems, as far as labels have it to give.
  const all = crowdedOf(events);
  const more = (ELBOW_CROWDED - ELBOW) * em + (hangs === null ? 0 : HANG * em - hung);
  const crowded = !sparing && seen.some((i) => all.has(i)) && whole - count * TIGHT * em - more >= COMFORT * em;
  const labels = whole - (crowded ? more : 0);
  const narrow = labels - count * TIGHT * em;
  const wanted = sparing && !links.asked ? 0 : links.width;
  const aside = Math.max(0, Math.min(wanted, narrow * LINKS_SHARE, narrow - Math.max(LEAST_TEXT * em, word)));
  const free = labels - aside;
  const pitch = Math.min(TRACK * em, Math.max(TIGHT * em, (free - TEXT * em) / count));
  const hang = crowded && hangs !== null ? HANG * em : hung;
  const least = (crowded ? ELBOW_CROWDED : ELBOW) * em;
  const elbow = Math.max(least, Math.min(ELBOW_WIDE * em, free + least - count * pitch - WIDE_TEXT * em));
  const text = { x0: x + count * pitch + elbow + hang, x1 };
  return {
    strip: { x0: x0 + 0.3 * em, x1: x0 + 0.3 * em + strip },
    tracks: Array.from({ length: count }, (_, t) => x + (t + 0.5) * pitch),
    text,
    hang,
    room: Math.max(4 * em, Math.min(x1 - text.x0 - aside, links.asked ? WIDE_TEXT * em : Infinity)),
    crowd: crowded ? all : new Set(),
  };
}
