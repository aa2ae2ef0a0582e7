import { quantityText } from "../locale/event-words.js";
import type { Locale } from "../locale/types.js";
import type { ResolvedEvent, ResolvedQuantity } from "../model/resolved.js";
import type { MarkGeometry } from "./mark.js";

/** What a label says, before it is broken into lines. */
export interface LabelText {
  readonly title: string;
  readonly bold: boolean;
  /** Letters of its sources, raised after the title. */
  readonly raised: string;
  /** In the source's words: how much, and when where that was said in words. */
  readonly detail: string;
  /** "updated 13:50". */
  readonly badge: string;
  readonly breaks: readonly number[];
}

export interface LabelContext {
  readonly locale: Locale;
  readonly titleOf: (event: ResolvedEvent) => string;
  readonly lettersOf: (event: ResolvedEvent) => string;
  /** Those of its quantities that the label says. */
  readonly quantitiesOf: (event: ResolvedEvent) => readonly ResolvedQuantity[];
  readonly badgeOf: (event: ResolvedEvent) => string;
  /** Words for an end outside the window ("to 6 July"), or for a time of which neither end, or no more than a part, is inside. */
  readonly beyond: (event: ResolvedEvent, end: "start" | "end" | "both") => string;
}

/** What of a mark its label says too: its sign, and where it leaves the picture. */
export type LabelledMark = Pick<MarkGeometry, "approximate" | "start" | "end">;

export function labelText(event: ResolvedEvent, mark: LabelledMark, context: LabelContext): LabelText {
  const title = signed(context.titleOf(event), mark);
  return {
    title,
    bold: event.importance === 1,
    raised: context.lettersOf(event),
    detail: detailOf(event, title, mark, context),
    badge: context.badgeOf(event),
    breaks: event.layout.break ?? [],
  };
}

/** A tilde for an approximate time, so that the sign is where the eye is. The question mark stands on the mark itself. */
const signed = (title: string, mark: LabelledMark): string => (mark.approximate ? `~\u00a0${title}` : title);

function detailOf(event: ResolvedEvent, title: string, mark: LabelledMark, context: LabelContext): string {
  const { said } = event.span;
  const quantities = context.quantitiesOf(event);
  if (said === undefined && quantities.length === 0 && mark.start !== "torn" && mark.end !== "torn") return "";
  const parts: string[] = [];
  const seen = title.toLowerCase();
  if (said !== undefined && !seen.includes(said.toLowerCase())) parts.push(said);
  if (mark.start === "torn" || mark.end === "torn") {
    // What happened in some month did not go on "to January".
    const whole = event.span.kind !== "during" || mark.start === mark.end;
    parts.push(context.beyond(event, whole ? "both" : mark.start === "torn" ? "start" : "end"));
  }
  for (const q of quantities) {
    if (!seen.includes(q.said.toLowerCase())) parts.push(quantityText(q));
  }
  return parts.filter((p) => p !== "").join(context.locale.semicolon);
}
