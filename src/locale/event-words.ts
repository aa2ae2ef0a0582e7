import type { ResolvedClaim, ResolvedEvent, Timeline } from "../model/resolved.js";
import { fill } from "./phrases.js";
import type { Locale } from "./types.js";

/** "Deputy health minister, via Khabar-24, Interfax and TASS". */
export function pathText(claim: ResolvedClaim, locale: Locale): string {
  const [origin = "", ...relays] = claim.path.map((step) => locale.list(step.map((s) => s.name)));
  return relays.length === 0 ? origin : fill(locale.words.phrases.via, { origin, relays: relays.join(", ") });
}

/** A quantity in its source's words. */
export const quantityText = (q: ResolvedEvent["quantities"][number]): string =>
  q.measure === "" ? q.said : `${q.measure}: ${q.said}${q.unit === undefined ? "" : ` ${q.unit}`}`;

/** A link in words: "answers: the call for help". */
export function linkText(type: string, title: string, { words }: Locale): string {
  const { phrases } = words;
  const known: Readonly<Record<string, string>> = {
    causes: phrases.linkCauses,
    answers: phrases.linkAnswers,
    follows: phrases.linkFollows,
    contradicts: phrases.linkContradicts,
    "part-of": phrases.linkPartOf,
  };
  return Object.hasOwn(known, type) ? fill(known[type]!, { event: title }) : `${type}: ${title}`;
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
