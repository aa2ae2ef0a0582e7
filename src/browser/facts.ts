import { changeText, linkText, pathText, quantityText } from "../locale/event-words.js";
import { formatTime } from "../locale/format-time.js";
import { count, fill } from "../locale/phrases.js";
import type { Locale, UiWords } from "../locale/types.js";
import { independentOrigins } from "../model/claims.js";
import type { ResolvedClaim, ResolvedEvent, Timeline } from "../model/resolved.js";
import { isTimeOfDay } from "../model/span.js";
import { pickText } from "../model/text.js";
import type { Media } from "../model/types.js";
import { safeUrl } from "../model/url.js";
import { zoneOffset } from "../model/zone.js";
import { statusText, titleOf } from "../scene/sentences.js";
import type { Child, Make } from "./dom.js";

export interface FactContext {
  readonly h: Make;
  readonly timeline: Timeline;
  readonly locale: Locale;
  readonly ui: UiWords;
  /** The reader's zone; null for none. */
  readonly readerZone: string | null;
}

export const whenText = (event: ResolvedEvent, { timeline, locale }: FactContext): string =>
  formatTime(event.span, { locale, zone: timeline.zone });

/** The same time in the reader's zone, where that differs and times of day are in play; empty otherwise. */
function readersTime({ span }: ResolvedEvent, { timeline, locale, ui, readerZone }: FactContext): string {
  if (readerZone === null || !isTimeOfDay(span.precision)) return "";
  const ms = span.startMin ?? span.startMax ?? span.endMax;
  if (ms === null || zoneOffset(readerZone, ms) === zoneOffset(timeline.zone, ms)) return "";
  const text = formatTime(shown(span), { locale, zone: readerZone });
  return fill(ui.phrases.yourTime, { date: text });
}

/** Without the source's words, which are about another clock. */
const shown = ({ said, ...span }: ResolvedEvent["span"]): ResolvedEvent["span"] => span;

export const placeText = (event: ResolvedEvent, { timeline }: FactContext): string =>
  event.places.map((p) => timeline.places.get(p)?.name ?? p).join(", ");

export const categoryText = (event: ResolvedEvent, { timeline }: FactContext): string =>
  event.category === undefined ? "" : (timeline.categories.get(event.category)?.name ?? event.category);

export const quantitiesText = (event: ResolvedEvent, { locale }: FactContext): string =>
  event.quantities.map(quantityText).join(locale.semicolon);

export const sourcesText = (event: ResolvedEvent, { locale }: FactContext): string =>
  event.claims
    .filter((c) => c.path.length > 0)
    .map((c) => pathText(c, locale))
    .join(locale.semicolon);

/** A link that shows where it really leads, in a window of its own; null for what is no such address. */
function linkTo(url: string | undefined, { h }: FactContext, text?: string): HTMLAnchorElement | null {
  const safe = url === undefined ? null : safeUrl(url);
  if (!safe?.ok) return null;
  const { href, host } = safe.value;
  return h(
    "a",
    { href, rel: "noopener noreferrer", target: "_blank" },
    text === undefined ? host : `${text} (${host})`,
  );
}

/** What a card says of an event, from the top; the title is a heading. */
export function headFacts(event: ResolvedEvent, context: FactContext, heading: Child): Child[] {
  const { h, locale, timeline } = context;
  const yours = readersTime(event, context);
  const about = [
    placeText(event, context),
    categoryText(event, context),
    event.actors.join(", "),
    statusText(event, locale),
  ];
  // An actor may be called as its category is.
  const folded = about.map((s) => s.toLowerCase());
  const line = about.filter((s, i) => s !== "" && folded.indexOf(folded[i]!) === i).join(locale.semicolon);
  const lang = event.language ?? timeline.language;
  return [
    heading,
    h("p", { class: "datelines-when" }, whenText(event, context)),
    yours === "" ? null : h("p", { class: "datelines-when" }, yours),
    line === "" ? null : h("p", {}, line),
    event.summary === undefined ? null : h("p", { lang }, event.summary),
    event.quantities.length === 0 ? null : h("p", {}, h("strong", {}, quantitiesText(event, context))),
  ];
}

/** Claims side by side, with their paths, their standing, and how many independent sources there are. */
export function claimFacts(event: ResolvedEvent, context: FactContext): Child[] {
  const { h, locale, ui } = context;
  const claims = event.claims.filter((c) => c.path.length > 0 || c.text !== undefined);
  if (claims.length === 0) return [];
  const origins = independentOrigins(claims).size;
  const conflict = differ(claims);
  // Of a single claim its own badge says it.
  const told = event.verification === undefined || (claims.length === 1 && claims[0]!.status === event.verification);
  const standing = told ? "" : ui.verification[event.verification!];
  const said = [origins > 0 ? count(ui.counted.origins, origins, locale) : "", standing].filter((s) => s !== "");
  return [
    h("h4", {}, ui.phrases.claims),
    h("p", { class: "datelines-when" }, said.join(locale.semicolon)),
    conflict ? h("p", {}, h("span", { class: "datelines-badge" }, ui.phrases.claimsDiffer)) : null,
    h("div", { class: "datelines-claims" }, ...claims.map((claim) => claimCard(claim, conflict, context))),
  ];
}

function claimCard(claim: ResolvedClaim, conflict: boolean, context: FactContext): HTMLElement {
  const { h, locale, ui } = context;
  const path = claim.path.length === 0 ? "" : pathText(claim, locale);
  const status = claim.status === undefined ? "" : ui.verification[claim.status];
  return h(
    "div",
    { class: "datelines-claim", "data-conflict": conflict },
    claim.text === undefined ? null : h("p", {}, claim.text),
    path === "" ? null : h("p", {}, path),
    status === "" ? null : h("p", {}, h("span", { class: "datelines-badge" }, status)),
    linkTo(claim.url, context),
  );
}

/** Whether claims about the same thing say different things, or one of them is disputed. */
function differ(claims: readonly ResolvedClaim[]): boolean {
  if (claims.some((c) => c.status === "disputed" || c.status === "refuted")) return true;
  const said = new Map<string, string>();
  for (const { about, measure = "", text } of claims) {
    if (text === undefined || about === "text") continue;
    const key = `${about} ${measure}`;
    const before = said.get(key);
    if (before !== undefined && before !== text) return true;
    said.set(key, text);
  }
  return false;
}

/** Changes of an event, newest first. */
export function changeFacts(event: ResolvedEvent, { h, timeline, locale, ui }: FactContext): Child[] {
  if (event.changes.length === 0) return [];
  const items = event.changes.map((change) => h("li", {}, changeText(change, timeline, locale)));
  return [h("h4", {}, ui.phrases.changes), h("ul", {}, ...items)];
}

/** Links from an event to others and from others to it, each a button that goes there. */
export function linkFacts(
  event: ResolvedEvent,
  { h, timeline, locale, ui }: FactContext,
  go: (id: string) => void,
): Child[] {
  const items: HTMLElement[] = [];
  const item = (id: string, text: string): void =>
    void items.push(h("li", {}, h("button", { type: "button", class: "datelines-link", onclick: () => go(id) }, text)));
  for (const link of event.links) item(link.to, linkText(link, titleOf(timeline, link.to), locale));
  for (const other of timeline.events)
    for (const link of other.links)
      if (link.to === event.id)
        item(other.id, fill(ui.phrases.linkedFrom, { event: other.title, link: linkText(link, event.title, locale) }));
  return items.length === 0 ? [] : [h("h4", {}, ui.phrases.links), h("ul", {}, ...items)];
}

/** Media, off until asked for, and addresses. */
export function mediaFacts(event: ResolvedEvent, context: FactContext): Child[] {
  const { h, ui } = context;
  const urls = event.urls.map((url) => linkTo(url, context)).filter((a) => a !== null);
  return [
    event.media.length === 0 ? null : h("h4", {}, ui.phrases.media),
    event.media.length === 0 ? null : h("ul", {}, ...event.media.map((m) => mediaItem(m, context))),
    urls.length === 0 ? null : h("p", {}, ...urls.flatMap((a, i) => (i === 0 ? [a] : [" · ", a]))),
  ];
}

/** A button that fetches the picture, and no sooner: who reads is nobody's business until they ask. */
function mediaItem(media: Media, { h, ui, timeline }: FactContext): HTMLElement {
  const text = (t: Media["caption"]): string => pickText(t, timeline.language, timeline.language);
  const safe = safeUrl(media.url);
  const words = [text(media.caption), text(media.credit)].filter((t) => t !== "").join(" · ");
  const item = h("li");
  if (!safe.ok || !safe.value.href.startsWith("https:")) {
    item.append(text(media.alt) || words);
    return item;
  }
  const { href, host } = safe.value;
  const show = (): void => {
    const image = h("img", { src: href, alt: text(media.alt), referrerpolicy: "no-referrer", width: "100%" });
    item.replaceChildren(h("figure", {}, image, h("figcaption", {}, words)));
  };
  const what = `${text(media.alt) || words || host} (${host})`;
  const button = h(
    "button",
    { type: "button", class: "datelines-link", onclick: show },
    fill(ui.phrases.showMedia, { what }),
  );
  item.append(button);
  return item;
}
