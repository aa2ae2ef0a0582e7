import type { ResolvedChange, ResolvedClaim, ResolvedEvent, ResolvedLink, Timeline } from "../model/resolved.js";
import { fill } from "./phrases.js";
import { momentIn } from "./remarks.js";
import type { Locale } from "./types.js";

/** "Deputy health minister, via Khabar-24, Interfax and TASS". */
export function pathText(claim: ResolvedClaim, locale: Locale): string {
  const [origin = "", ...relays] = claim.path.map((step) => locale.list(step.map((s) => s.name)));
  return relays.length === 0 ? origin : fill(locale.words.phrases.via, { origin, relays: relays.join(", ") });
}

/** A quantity in its source's words. */
export const quantityText = (q: ResolvedEvent["quantities"][number]): string =>
  q.measure === "" ? q.said : `${q.measure}: ${q.said}${q.unit === undefined ? "" : ` ${q.unit}`}`;

/** A link in words, from the event that has it: "answers: the call for help". */
export function linkText({ type, label }: ResolvedLink, title: string, { words }: Locale): string {
  const { phrases } = words;
  const known: Readonly<Record<string, string>> = {
    causes: phrases.linkCauses,
    answers: phrases.linkAnswers,
    follows: phrases.linkFollows,
    contradicts: phrases.linkContradicts,
    "part-of": phrases.linkPartOf,
  };
  // A known type says which of the two came first; the document's own words are read from that one.
  if (Object.hasOwn(known, type))
    return fill(known[type]!, { event: title }) + (label === undefined ? "" : ` (${label})`);
  return `${label ?? type}: ${title}`;
}

/** What stands beside the arrow of a link: the document's own words, or the type in words, read along the arrow. */
export function arrowWord({ type, label }: Pick<ResolvedLink, "type" | "label">, { words }: Locale): string {
  if (label !== undefined) return label;
  const { phrases } = words;
  const known: Readonly<Record<string, string>> = {
    causes: phrases.arrowCauses,
    answers: phrases.arrowAnswers,
    follows: phrases.arrowFollows,
    contradicts: phrases.arrowContradicts,
    "part-of": phrases.arrowPartOf,
  };
  return Object.hasOwn(known, type) ? known[type]! : type;
}

/** "new" or "changed" of an event that was so at the moment as of which the story is told; empty otherwise. */
export function newsOf(event: ResolvedEvent, { news }: Timeline, { words: { phrases } }: Locale): string {
  switch (news?.events.get(event.id)) {
    case "new":
      return phrases.newsNew;
    case "changed":
      return phrases.newsChanged;
    case undefined:
      return "";
  }
}

/** What takes something back that was said before: other changes add to it. */
export const isCorrection = (change: ResolvedChange["change"]): boolean =>
  change === "correction" || change === "retraction";

/** "Correction, 6 January 2022, 13:50 Paris: Nobody was arrested." */
export function changeText(
  { change, at, zone, note }: ResolvedChange,
  timeline: Pick<Timeline, "zone" | "places">,
  locale: Locale,
): string {
  const { correctionHead, updateHead } = locale.words.phrases;
  const date = momentIn(at, zone, { style: "both", timeline, locale });
  const head = fill(isCorrection(change) ? correctionHead : updateHead, { date });
  return note === undefined ? head : `${head}: ${note}`;
}
