import { formatTime } from "../locale/format-time.js";
import { changeText, linkText, newsOf, pathText, quantityText } from "../locale/event-words.js";
import { fill } from "../locale/phrases.js";
import type { Locale } from "../locale/types.js";
import type { ResolvedEvent, Timeline } from "../model/resolved.js";

export function statusText(event: ResolvedEvent, { words }: Locale): string {
  return event.status === "happened" ? "" : words.phrases[event.status];
}

const titles = new WeakMap<Timeline, ReadonlyMap<string, string>>();
/** Title of an event by id; built once a timeline. */
export function titleOf(timeline: Timeline, id: string): string {
  let map = titles.get(timeline);
  if (!map) titles.set(timeline, (map = new Map(timeline.events.map((e) => [e.id, e.title]))));
  return map.get(id) ?? id;
}

/**
 * The full accessible name of an event: when (also as `relative` says it), what, where, how much, who says so, and what it is linked to; every
 * uncertainty in words, never a number made from words.
 */
export function eventSentence(
  event: ResolvedEvent,
  timeline: Timeline,
  locale: Locale,
  { lane, relative = "" }: { readonly lane?: string; readonly relative?: string } = {},
): string {
  const { phrases } = locale.words;
  let sentence = `${formatTime(event.span, { locale, zone: timeline.zone })}: ${event.title}`;
  const add = (text: string): void => {
    if (text !== "") sentence += locale.semicolon + text;
  };
  add(relative);
  const names = event.places.map((p) => timeline.places.get(p)?.name ?? p);
  add(names.join(", "));
  if (lane !== undefined && lane !== "" && !names.includes(lane)) add(fill(phrases.lane, { lane }));
  if (event.category !== undefined)
    add(fill(phrases.category, { category: timeline.categories.get(event.category)?.name ?? event.category }));
  for (const q of event.quantities) add(quantityText(q));
  add(statusText(event, locale));
  add(newsOf(event, timeline, locale));
  for (const claim of event.claims)
    add(claim.path.length === 0 ? "" : fill(phrases.accordingTo, { source: pathText(claim, locale) }));
  for (const link of event.links) add(linkText(link, titleOf(timeline, link.to), locale));
  for (const change of event.changes) add(changeText(change, timeline, locale));
  return sentence;
}
