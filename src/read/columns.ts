import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";

/** Our columns. `quantity:NAME` is besides. */
export const FIELDS = [
  "id",
  "title",
  "print_title",
  "summary",
  "time",
  "start",
  "end",
  "zone",
  "said",
  "place",
  "region",
  "lane",
  "category",
  "actors",
  "importance",
  "status",
  "verification",
  "source",
  "source_url",
  "url",
  "link",
  "known_from",
  "change",
  "note",
  "desk_note",
] as const;
export type Field = (typeof FIELDS)[number];

const ALIASES: Readonly<Record<string, Field>> = {
  name: "title",
  headline: "title",
  event: "title",
  label: "title",
  titre: "title",
  titel: "title",
  заголовок: "title",
  событие: "title",
  атауы: "title",
  "short title": "print_title",
  "print title": "print_title",
  description: "summary",
  text: "summary",
  details: "summary",
  описание: "summary",
  сипаттама: "summary",
  date: "time",
  when: "time",
  datum: "time",
  дата: "time",
  "event date": "time",
  күні: "time",
  "start date": "start",
  from: "start",
  begin: "start",
  begins: "start",
  date_start: "start",
  "start time": "start",
  début: "start",
  начало: "start",
  басы: "start",
  "end date": "end",
  to: "end",
  until: "end",
  finish: "end",
  date_end: "end",
  "end time": "end",
  fin: "end",
  ende: "end",
  конец: "end",
  соңы: "end",
  timezone: "zone",
  "time zone": "zone",
  tz: "zone",
  wording: "said",
  location: "place",
  places: "place",
  where: "place",
  city: "place",
  lieu: "place",
  ort: "place",
  место: "place",
  орны: "place",
  state: "region",
  province: "region",
  oblast: "region",
  регион: "region",
  область: "region",
  облыс: "region",
  lanes: "lane",
  group: "lane",
  row: "lane",
  type: "category",
  kind: "category",
  categories: "category",
  catégorie: "category",
  kategorie: "category",
  категория: "category",
  санат: "category",
  actor: "actors",
  who: "actors",
  people: "actors",
  priority: "importance",
  sources: "source",
  источник: "source",
  quelle: "source",
  дереккөз: "source",
  "source url": "source_url",
  "source link": "source_url",
  urls: "url",
  website: "url",
  links: "link",
  "known from": "known_from",
  "known since": "known_from",
  notes: "note",
  "desk note": "desk_note",
  event_id: "id",
  identifier: "id",
};

export interface Columns {
  /** Column index by field. */
  readonly fields: ReadonlyMap<Field, number>;
  /** Measure and column index of each `quantity:NAME`. */
  readonly quantities: readonly { readonly measure: string; readonly index: number }[];
  /** What is not ours: header as written and index. */
  readonly extra: readonly { readonly name: string; readonly index: number }[];
  readonly headers: readonly string[];
  readonly problems: readonly Problem[];
}

/** Our name → the file's header. Also `"quantity:killed": "best"`. */
export type ColumnMapping = Readonly<Record<string, string>>;

const key = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

export function columnsOf(headers: readonly string[], mapping: ColumnMapping = {}): Columns {
  const fields = new Map<Field, number>();
  const quantities: { measure: string; index: number }[] = [];
  const extra: { name: string; index: number }[] = [];
  const problems: Problem[] = [];
  const taken = new Set<number>();
  const index = new Map<string, number>();
  headers.forEach((h, i) => {
    if (!index.has(key(h))) index.set(key(h), i);
  });
  for (const [ours, theirs] of Object.entries(mapping)) {
    const at = index.get(key(theirs));
    if (at === undefined) {
      problems.push(
        problem("E-HEADER", {
          message: `There is no column “${theirs}” to use as ${ours}`,
          value: theirs,
          column: theirs,
          row: 1,
        }),
      );
      continue;
    }
    if (ours.startsWith("quantity:")) quantities.push({ measure: ours.slice(9).trim(), index: at });
    else if (isField(ours)) fields.set(ours, at);
    else problems.push(problem("E-HEADER", { message: `“${ours}” is not one of our columns`, value: ours }));
    taken.add(at);
  }
  headers.forEach((header, i) => {
    const name = header.trim();
    if (taken.has(i) || name === "") return;
    if (/^quantity:/i.test(name)) {
      quantities.push({ measure: name.slice(9).trim(), index: i });
      return;
    }
    const snake = key(name).replace(/ /g, "_");
    const field = fieldOf(name);
    if (field === undefined || (field in mapping && !fields.has(field))) extra.push({ name, index: i });
    else if (fields.has(field)) {
      // "Title" beside "Headline": the exact name wins, the other is kept as extra.
      const other = fields.get(field)!;
      const exact = isField(snake);
      if (exact && !taken.has(other) && key(headers[other]!).replace(/ /g, "_") !== field) {
        extra.push({ name: headers[other]!.trim(), index: other });
        fields.set(field, i);
      } else {
        extra.push({ name, index: i });
        if (exact && !(field in mapping))
          problems.push(problem("W-HEADER-TWICE", { value: name, column: name, row: 1 }));
      }
    } else fields.set(field, i);
  });
  return { fields, quantities, extra, headers, problems };
}

/** Our column of a header: by its name, or by another that is understood. */
export function fieldOf(header: string): Field | undefined {
  const snake = key(header).replace(/ /g, "_");
  return isField(snake) ? snake : aliasOf(key(header));
}

function aliasOf(name: string): Field | undefined {
  return Object.hasOwn(ALIASES, name)
    ? ALIASES[name]
    : Object.hasOwn(ALIASES, name.replace(/ /g, "_"))
      ? ALIASES[name.replace(/ /g, "_")]
      : undefined;
}
