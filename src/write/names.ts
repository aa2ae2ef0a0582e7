import { pickText } from "../model/text.js";
import type { LocalizedText, Place, TimelineData, TimelineEvent } from "../model/types.js";

/** What the ids of a document stand for; an id that is not defined is a name. */
export interface Names {
  readonly language: string;
  readonly text: (text: LocalizedText | undefined) => string;
  readonly place: (id: string) => string;
  readonly lane: (id: string) => string;
  readonly category: (id: string) => string;
  readonly source: (id: string) => string;
  /** What the places of the event lie in; calls `lose` when they lie in several. */
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
    region: regions(data.places ?? [], text, place),
  };
}

/**
 * The reader takes what a place lies in from the first row that names it, and a region that no row has named as a place
 * before lies in nothing. So the region of a row is that of its places which are new; else of its first.
 */
function regions(places: readonly Place[], text: Names["text"], nameOf: Names["place"]): Names["region"] {
  const parents = new Map<string, string>();
  for (const { name, parent } of places) if (parent !== undefined) parents.set(text(name), nameOf(parent));
  const named = new Set<string>();
  return (event, lose) => {
    const own = (event.places ?? []).map(nameOf);
    const fresh = own.filter((p) => !named.has(p));
    const asked = fresh.length > 0 ? fresh : own.slice(0, 1);
    const region = asked.map((p) => parents.get(p)).find((r) => r !== undefined);
    if (region !== undefined && !named.has(region) && parents.has(region)) lose();
    if (fresh.some((p) => (parents.get(p) ?? "") !== (p === region ? "" : (region ?? "")))) lose();
    for (const p of region === undefined ? own : [region, ...own]) named.add(p);
    return region ?? "";
  };
}
