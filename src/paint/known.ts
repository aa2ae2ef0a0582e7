import { fill } from "../locale/phrases.js";
import { momentIn } from "../locale/remarks.js";
import type { Locale, UiWords } from "../locale/types.js";
import type { Timeline } from "../model/resolved.js";
import { clean, pickText } from "../model/text.js";
import type { MomentOfChange, VersionChange } from "../model/versions.js";
import { element, type MarkupElement } from "./markup.js";

/** What the words of a change depend on. */
export interface KnownContext {
  readonly timeline: Pick<Timeline, "zone" | "asOfZone" | "language" | "places">;
  readonly locale: Locale;
  readonly phrases: UiWords["phrases"];
}

/** The last stop that was known at a moment; the last of all where none is given. */
export const stopAt = (stops: readonly MomentOfChange[], knownAt: number | null): number =>
  knownAt === null ? stops.length - 1 : stops.reduce((best, s, i) => (s.at <= knownAt ? i : best), 0);

/** "As known 6 January 2022, 18:50 (latest); Mass arrests: changed (adds the count)". */
export function knownSentence(
  stops: readonly MomentOfChange[],
  index: number,
  { timeline, locale, phrases }: KnownContext,
): string {
  const stop = stops[index];
  if (stop === undefined) return "";
  // Before the first change there is no moment of its own.
  const before = stop.changes.length === 0 ? stops[index + 1] : undefined;
  const date = momentIn((before ?? stop).at, timeline.asOfZone ?? timeline.zone, { style: "both", timeline, locale });
  const latest = index === stops.length - 1 ? ` (${phrases.knownLatest})` : "";
  const said = stop.changes.map((c) => changeText(c, { timeline, locale, phrases })).filter((t) => t !== "");
  const known = fill(before === undefined ? phrases.knownAt : phrases.knownBefore, { date });
  return [known + latest, ...said].join(locale.semicolon);
}

/** "Mass arrests: changed (adds the count)". */
function changeText(
  { change, after, before, note, id }: VersionChange,
  { phrases, timeline, locale }: KnownContext,
): string {
  const textIn = (text: VersionChange["note"]): string => pickText(text, locale.code, timeline.language);
  const title = textIn(after?.title) || textIn(before?.title) || clean(id);
  const words = textIn(note);
  if (change === "retraction") return fill(phrases.changeWithdrawn, { events: before === null ? "" : title });
  const what = change === "new" ? phrases.changeNew : phrases.changeUpdated;
  return `${title}: ${what}${words === "" ? "" : ` (${words})`}`;
}

/** Where the story stands, with room for the controls that a script puts there. */
export function knownBar(
  stops: readonly MomentOfChange[],
  knownAt: number | null,
  context: KnownContext,
): MarkupElement {
  const room = (name: string): MarkupElement => element("span", { class: name, "aria-hidden": "true" });
  return element(
    "div",
    { class: "datelines-bar datelines-known" },
    element("span", {}, context.phrases.known),
    room("datelines-button"),
    room("datelines-range"),
    room("datelines-button"),
    element("output", {}, knownSentence(stops, stopAt(stops, knownAt), context)),
  );
}
