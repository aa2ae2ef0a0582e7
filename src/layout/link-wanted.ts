import { arrowWord } from "../locale/event-words.js";
import type { ResolvedLink, Timeline } from "../model/resolved.js";
import type { Arrangement } from "./arrange.js";

/** A link between two events of a timeline. */
export interface Link {
  /** Indexes into `timeline.events`: the event that has the link, and the other one. */
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly label?: string | undefined;
  readonly main: boolean;
}

/** The most links to draw of one event, and of the main ones together. */
const MOST_OF_ONE = 12;
const MOST_MAIN = 24;
/** So many are drawn where the document marks none as main. */
const AT_REST = 3;

/**
 * The links that may be drawn, those to be drawn first in front, and how many of them: of one event and the main ones, or
 * of all.
 *
 * @param only the index of an event
 */
export function wantedLinks(
  timeline: Timeline,
  option: Arrangement["options"]["links"],
  only: number | undefined,
): { readonly links: readonly Link[]; readonly most: number } {
  if (option === false) return { links: [], most: 0 };
  const all = linksOf(timeline);
  if (all.length === 0) return { links: all, most: 0 };
  const own = only === undefined ? [] : all.filter((l) => touches(l, only));
  const main = all.filter((l) => l.main && (only === undefined || !touches(l, only)));
  if (only !== undefined) {
    const first = own.slice(0, MOST_OF_ONE);
    return { links: [...first, ...main], most: first.length + Math.min(main.length, mostMain(option)) };
  }
  if (typeof option === "number") return { links: all, most: Math.max(0, option) };
  return main.length > 0 ? { links: main, most: MOST_MAIN } : { links: all, most: AT_REST };
}

/** Between tracks: the document's main links are a part of its story, so that the picture makes room for them. */
export function roomForLinks({ timeline, options, type }: Arrangement): number {
  return options.links !== false && linksOf(timeline)[0]?.main === true ? 0.6 * type.em : 0;
}

const mostMain = (option: Arrangement["options"]["links"]): number => (typeof option === "number" ? option : MOST_MAIN);

export const touches = ({ from, to }: Link, event: number): boolean => from === event || to === event;

/** Where the arrow of a link begins and ends: an answer names what it answers, so its arrow runs from there to it. */
export const directed = ({ from, to, type }: Link): readonly [source: number, target: number] =>
  type === "answers" || type === "follows" ? [to, from] : [from, to];

/** What stands beside the arrow. */
export const wordOf = ({ type, label }: Link, { locale }: Pick<Arrangement, "locale">): string =>
  arrowWord(label === undefined ? { type } : { type, label }, locale);

const known = new WeakMap<Timeline, readonly Link[]>();

/** All links between two events, main ones first, then the most important; gathered once. */
function linksOf(timeline: Timeline): readonly Link[] {
  let links = known.get(timeline);
  if (links !== undefined) return links;
  const { events } = timeline;
  const linked: { readonly from: number; readonly link: ResolvedLink }[] = [];
  events.forEach((event, from) => {
    for (const link of event.links) linked.push({ from, link });
  });
  const place = linked.length === 0 ? null : new Map(events.map((e, i) => [e.id, i]));
  const weight = (l: Link): number => (l.main ? 0 : 100) + events[l.from]!.importance + events[l.to]!.importance;
  links = linked
    .map(({ from, link: { to, type, label, main } }): Link => ({
      from,
      to: place!.get(to) ?? from,
      type,
      label,
      main: main === true,
    }))
    .filter((l) => l.from !== l.to)
    .sort((a, b) => weight(a) - weight(b) || a.from - b.from || a.to - b.to || (a.type < b.type ? -1 : 1));
  known.set(timeline, links);
  return links;
}
