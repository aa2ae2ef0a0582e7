import { linkText, pathText, quantityText } from "../locale/event-words.js";
import { formatInstant, formatTime } from "../locale/format-time.js";
import { fill } from "../locale/phrases.js";
import type { Arrangement } from "../layout/arrange.js";
import type { ResolvedEvent } from "../model/resolved.js";
import { safeUrl } from "../model/url.js";
import { statusText, titleOf } from "../scene/sentences.js";
import { escapeAttribute, escapeText } from "./escape.js";

type Child = string | { readonly html: string } | null;

/** An element from parts: strings become text, never markup. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): { readonly html: string } {
  const attrs = Object.entries(attributes)
    .map(([k, v]) => (v === undefined ? "" : ` ${k}="${escapeAttribute(v)}"`))
    .join("");
  const inner = children.map((c) => (c === null ? "" : typeof c === "string" ? escapeText(c) : c.html)).join("");
  return { html: `<${name}${attrs}>${inner}</${name}>` };
}

export interface FigureParts {
  readonly arrangement: Arrangement;
  readonly svg: string;
  readonly summary: string;
  readonly idPrefix: string;
}

/**
 * A page fragment that needs no script: the figure with its title and summary, the picture, and the ordered list of all
 * events, which is the content proper; the picture shows the same.
 */
export function paintHTML({ arrangement, svg, summary, idPrefix }: FigureParts): string {
  const { title, subtitle, locale, timeline, direction } = arrangement;
  const { phrases } = locale.words;
  const heading = title === "" ? phrases.timeline : title;
  const figure = element(
    "figure",
    {
      class: "datelines",
      role: "group",
      "aria-labelledby": `${idPrefix}-heading`,
      "aria-describedby": `${idPrefix}-summary`,
      lang: timeline.language,
      dir: direction,
    },
    element(
      "figcaption",
      {},
      element("h2", { id: `${idPrefix}-heading` }, heading),
      subtitle === "" ? null : element("p", {}, subtitle),
      element("p", { id: `${idPrefix}-summary` }, summary),
    ),
    { html: `\n${svg}` },
    element("details", { open: "" }, element("summary", {}, phrases.list), { html: "\n" }, eventList(arrangement)),
  );
  return `${figure.html}\n`;
}

/** All events in order, each with when, what, where, how much, and who says so. */
export function eventList({ timeline, locale }: Arrangement): { readonly html: string } {
  const items = timeline.events.map((event) => item(event, { timeline, locale }));
  return element("ol", { class: "datelines-list" }, ...items.flatMap((i): Child[] => [i, { html: "\n" }]));
}

function item(
  event: ResolvedEvent,
  { timeline, locale }: Pick<Arrangement, "timeline" | "locale">,
): { readonly html: string } {
  const { phrases } = locale.words;
  const when = formatTime(event.span, { locale, zone: timeline.zone });
  const lines: Child[] = [
    element("time", { datetime: datetime(event) }, when),
    " ",
    element("strong", {}, event.title),
  ];
  const paragraph = (...children: readonly Child[]): void => void lines.push(element("p", {}, ...children));
  if (event.summary !== undefined) paragraph(event.summary);
  const where = [...event.places.map((p) => timeline.places.get(p)?.name ?? p)];
  const about = [
    where.join(", "),
    event.category === undefined ? "" : (timeline.categories.get(event.category)?.name ?? ""),
    statusText(event, locale),
  ].filter((s) => s !== "");
  if (about.length > 0) paragraph(about.join(locale.semicolon));
  if (event.quantities.length > 0) paragraph(event.quantities.map(quantityText).join(locale.semicolon));
  for (const claim of event.claims) {
    if (claim.path.length === 0) continue;
    const status = claim.status === undefined ? "" : ` (${claim.status})`;
    paragraph(`${fill(phrases.accordingTo, { source: pathText(claim, locale) })}${status}`, ...linked(claim.url));
  }
  if (event.links.length > 0)
    paragraph(event.links.map((l) => linkText(l.type, titleOf(timeline, l.to), locale)).join(locale.semicolon));
  for (const change of event.changes) {
    const head = fill(
      change.change === "correction" || change.change === "retraction" ? phrases.correctionHead : phrases.updateHead,
      { date: formatInstant(change.at, { locale, zone: change.zone, style: "both" }) },
    );
    paragraph(change.note === undefined ? head : `${head}: ${change.note}`);
  }
  for (const url of event.urls) paragraph(...linked(url).slice(1));
  return element("li", { "data-event": event.id, lang: event.language }, ...lines);
}

/** A link that shows where it really leads. */
function linked(url: string | undefined): Child[] {
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
