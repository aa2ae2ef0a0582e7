import { localeFor } from "../locale/index.js";
import { changeText, isCorrection } from "../locale/event-words.js";
import type { Locale } from "../locale/types.js";
import { optionsOf } from "../model/mistake.js";
import { pickText } from "../model/text.js";
import { parseInstant } from "../model/time.js";
import type { TimelineInput, TimePoint } from "../model/types.js";
import { isZone } from "../model/zone.js";
import { changesBetween, documentOf } from "../model/versions.js";

export interface CorrectionNoteOptions {
  readonly locale?: string | Locale | undefined;
}

/**
 * What to print about changes since an instant: a line each, corrections and retractions first, the newest first within.
 *
 * @throws TypeError when `since` is not a date-time
 * @example
 * correctionNote(data, "2022-01-06T12:00+01:00") // "Update, 6 January 2022, 13:50: Adds the number of arrests."
 */
export function correctionNote(input: TimelineInput, since: TimePoint, given: CorrectionNoteOptions = {}): string {
  const data = documentOf(input, "correctionNote()");
  const own = typeof data.language === "string" ? data.language : "en";
  const { locale } = localeFor(optionsOf(given, "correctionNote()").locale ?? own);
  const zone = typeof data.zone === "string" && isZone(data.zone) ? data.zone : "UTC";
  const changes = changesBetween(data, since, new Date(8.64e15)).filter((c) => c.change !== "new");
  const rank = ({ change }: (typeof changes)[number]): number => (isCorrection(change) ? 0 : 1);
  return changes
    .sort((a, b) => rank(a) - rank(b) || b.at - a.at)
    .map(({ change, at, knownFrom, note, before, id }) => {
      const written = parseInstant(knownFrom, { zone });
      const text = pickText(note, locale.code, own) || pickText(before?.title, locale.code, own) || id;
      const axis = { zone: written.ok ? written.value.zone : zone, places: new Map<string, never>() };
      return changeText({ change, at, zone: axis.zone, note: text }, axis, locale);
    })
    .join("\n");
}
