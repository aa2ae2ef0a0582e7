import type { Arrangement } from "../arrange.js";
import { settingsOf } from "../link-label.js";
import { wantedLinks, wordOf } from "../link-wanted.js";

/** Between two arrows that run side by side, before the first and after the last, in em. */
const APART = 0.55;
const AIR = 0.9;
/** Words at an arrow are set in so many lines where they are to be narrow. */
export const MOST_LINES = 3;
/** More arrows side by side than so many share the room of these. */
const MOST = 4;

/** The most links that run past one place between two events, in the order of the events. */
export function depthOf(links: readonly { readonly from: number; readonly to: number }[]): number {
  const steps = links.flatMap(({ from, to }) => [
    { at: Math.min(from, to), step: 1 },
    { at: Math.max(from, to), step: -1 },
  ]);
  let depth = 0;
  let now = 0;
  // Where one ends another may begin.
  for (const { step } of steps.sort((a, b) => a.at - b.at || a.step - b.step)) depth = Math.max(depth, (now += step));
  return depth;
}

/** What the arrows of a picture and their words, set as narrow as they go, would take at the right of its labels. */
export interface LinkRoom {
  readonly width: number;
  /** Whether somebody asked for them; for others labels do not give way: they run where labels leave room. */
  readonly asked: boolean;
}

/** Width of the longest word of some titles: labels that give way to links cut none. */
export function longestWord(titles: readonly string[], { type, measure }: Arrangement): number {
  const font = { ...type.label, weight: 700 };
  return titles.reduce((most, title) => Math.max(most, ...title.split(/[\s-]+/).map((word) => measure(word, font))), 0);
}

export function linkRoom(arrangement: Arrangement): LinkRoom {
  const { timeline, options, type, measure } = arrangement;
  const { links, most } = wantedLinks(timeline, options.links, undefined);
  const drawn = links.slice(0, most);
  const asked = drawn.length > 0 && (typeof options.links === "number" || drawn[0]!.main);
  if (!asked) return { width: drawn.length > 0 ? AIR * type.em : 0, asked };
  const narrowest = drawn.map((link) => {
    const settings = settingsOf(wordOf(link, arrangement), type, measure, MOST_LINES);
    return settings.length === 0 ? 0 : Math.min(...settings.map((s) => s.width));
  });
  const lines = Math.min(MOST, depthOf(drawn)) * APART;
  return { width: Math.max(...narrowest) + (AIR + lines) * type.em, asked };
}
