import { pickText } from "../model/text.js";
import type { LocalizedText, TimelineData, TimelineEvent } from "../model/types.js";
import { regionsOf } from "./regions.js";

/** What the ids of a document stand for; an id that is not defined is a name. */
export interface Names {
  readonly language: string;
  readonly text: (text: LocalizedText | undefined) => string;
  readonly place: (id: string) => string;
  readonly lane: (id: string) => string;
  readonly category: (id: string) => string;
  readonly source: (id: string) => string;
  /** What the places of the event lie in; calls `lose` when a table cannot say it. */
  readonly region: (event: TimelineEvent, lose: () => void) => string;
}

export function namesOf(data: TimelineData): Names {
  const language = data.language ?? "en";
  const text = (value: LocalizedText | undefined): string =>
    typeof value === "string" ? value : pickText(value, language, language);
  const lookup = (
    definitions: readonly { readonly id: string; readonly name?: LocalizedText | undefined }[] | undefined,
  ): ((id: string) => string) => {
    const byId = new Map(definitions?.map((d) => [d.id, text(d.name)]));
    return (id) => byId.get(id) || id;
  };
  const place = lookup(data.places);
  return {
    language,
    text,
    place,
    lane: lookup(data.lanes),
    category: lookup(data.categories),
    source: lookup(data.sources),
    region: regionsOf(data.events, data.places ?? [], (p) => text(p.name), place),
  };
}
