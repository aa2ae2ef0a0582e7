import { changeText, linkText, newsOf, pathText, quantityText } from "../locale/event-words.js";
import { formatTime } from "../locale/format-time.js";
import { capital, fill } from "../locale/phrases.js";
import type { Arrangement } from "../layout/arrange.js";
import { breaksBefore } from "../layout/break-before.js";
import type { Break } from "../layout/folded.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { safeUrl } from "../model/url.js";
import { statusText, titleOf } from "../scene/sentences.js";
import { trackTables } from "./track-table.js";
import { element, writeMarkup, type Markup, type MarkupElement } from "./markup.js";

export interface FigureParts {
  readonly arrangement: Arrangement;
  readonly svg: string;
  readonly summary: string;
  readonly idPrefix: string;
  /** What was known when, where the story has changed since it was first told. */
  readonly known: MarkupElement | null;
}

/**
 * A page fragment that needs no script: the figure with its title and summary, the picture, and the ordered list of all
 * events, which is the content proper; the picture shows the same. Where a script takes it over, the controls find their
 * places, so that nothing moves.
 */
export function paintHTML({ arrangement, svg, summary, idPrefix, known }: FigureParts): string {
  const { title, subtitle, locale, timeline, direction } = arrangement;
  const { phrases } = locale.words;
  const picture = element("svg", {});
  const figure = element(
    "figure",
    {
      class: "datelines",
      "aria-labelledby": `${idPrefix}-heading`,
      "aria-describedby": `${idPrefix}-summary`,
      lang: timeline.language,
      dir: direction,
    },
    element(
      "figcaption",
      {},
      element("h2", { id: `${idPrefix}-heading` }, title === "" ? phrases.timeline : title),
      subtitle === "" ? null : element("p", { id: `${idPrefix}-standfirst` }, subtitle),
      element("p", { id: `${idPrefix}-summary`, class: "datelines-hidden" }, summary),
    ),
    element("div", { class: "datelines-toolbar" }),
    "\n",
    known,
    element("div", { class: "datelines-stage" }, picture),
    element("div", { class: "datelines-overview" }),
    element(
      "details",
      { open: "" },
      element("summary", {}, phrases.list),
      "\n",
      eventList(arrangement),
      ...trackTables(arrangement),
    ),
  );
  return `${writeMarkup(figure, new Map([[picture, svg.trimEnd()]]))}\n`;
}

/** All events in order, each with when, what, where, how much, and who says so. */
export function eventList({ timeline, events, locale, scale }: Arrangement): MarkupElement {
  const breaks = breaksBefore({ timeline, scale }, events);
  const items = events.map((i, place) => item(timeline.events[i]!, breaks.get(place) ?? NONE, { timeline, locale }));
  return element("ol", { class: "datelines-list" }, ...items.flatMap((i): Markup[] => [i, "\n"]));
}

const NONE: readonly Break[] = [];

function item(
  event: ResolvedEvent,
  breaks: readonly Break[],
  { timeline, locale }: Pick<Arrangement, "timeline" | "locale">,
): MarkupElement {
  const { phrases } = locale.words;
  const when = formatTime(event.span, { locale, zone: timeline.zone });
  const lines: Markup[] = [
    ...breaks.map(({ name }) =>
      element("p", { class: "datelines-break" }, capital(fill(phrases.breakOf, { length: name }))),
    ),
    element("time", { datetime: datetime(event) }, when),
    " ",
    element("strong", {}, event.title),
  ];
  const paragraph = (...children: readonly Markup[]): void => void lines.push(element("p", {}, ...children));
  if (event.summary !== undefined) paragraph(event.summary);
  const where = [...event.places.map((p) => timeline.places.get(p)?.name ?? p)];
  const about = [
    where.join(", "),
    event.category === undefined ? "" : (timeline.categories.get(event.category)?.name ?? ""),
    statusText(event, locale),
    newsOf(event, timeline, locale),
  ].filter((s) => s !== "");
  if (about.length > 0) paragraph(about.join(locale.semicolon));
  if (event.quantities.length > 0) paragraph(event.quantities.map(quantityText).join(locale.semicolon));
  for (const claim of event.claims) {
    if (claim.path.length === 0) continue;
    const status = claim.status === undefined ? "" : ` (${locale.ui?.verification[claim.status] ?? claim.status})`;
    paragraph(`${fill(phrases.accordingTo, { source: pathText(claim, locale) })}${status}`, ...linked(claim.url));
  }
  if (event.links.length > 0)
    paragraph(event.links.map((l) => linkText(l, titleOf(timeline, l.to), locale)).join(locale.semicolon));
  for (const change of event.changes) paragraph(changeText(change, timeline, locale));
  for (const url of event.urls) paragraph(...linked(url).slice(1));
  return element("li", { "data-event": event.id, lang: event.language }, ...lines);
}

/** A link that shows where it really leads. */
function linked(url: string | undefined): Markup[] {
  const safe = url === undefined ? null : safeUrl(url);
  if (!safe?.ok) return [];
  return [" ", element("a", { href: safe.value.href, rel: "noopener noreferrer" }, safe.value.host)];
}

/** The machine's form of a time: a date or date-time of HTML; left out where the time has no such form. */
function datetime({ span }: ResolvedEvent): string | undefined {
  const text = span.kind === "at" ? span.edtf : undefined;
  const plain = text?.replace(/[?~%]$/, "");
  return plain !== undefined && /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.test(plain)
    ? plain
    : undefined;
}
