import type { Arrangement } from "../arrange.js";
import { settingsOf } from "../link-label.js";
import { wantedLinks, wordOf } from "../link-wanted.js";

/** Between two arrows that run side by side, before the first and after the last, in em. */
const APART = 0.55;
const AIR = 0.9;
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
export function linkRoom(arrangement: Arrangement): number {
  const { timeline, options, type, measure } = arrangement;
  const { links, most } = wantedLinks(timeline, options.links, undefined);
  if (options.links === false || links.length === 0) return 0;
  const drawn = links.slice(0, most);
  const widths = drawn.map((link) => {
    const settings = settingsOf(wordOf(link, arrangement), type, measure, 3);
    return Math.min(...settings.map((s) => s.width), 1e3);
  });
  const words = Math.max(0, ...widths.filter((w) => w < 1e3));
  return words + (AIR + Math.min(MOST, depthOf(drawn)) * APART) * type.em;
}
