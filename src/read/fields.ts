/** Our columns. `quantity:NAME` is besides. */
export const FIELDS = [
  "id",
  "title",
  "print_title",
  "summary",
  "time",
  "start",
  "end",
  "precision",
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
  "layout",
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
  "date precision": "precision",
  date_prec: "precision",
  time_precision: "precision",
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

/** Names that say when, in a table that has no other column for it: beside one they are something else. */
const WEAK_TIMES: ReadonlySet<string> = new Set([
  "year",
  "année",
  "annee",
  "jahr",
  "год",
  "жыл",
  "timestamp",
  "datetime",
  "date time",
]);

/** A header as it is compared: without capitals, and with blanks for what joins words. */
export const keyOf = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");

export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** Whether a header is the very name of a field, not one of its other names. */
export const isNameOf = (header: string, field: Field): boolean => keyOf(header).replace(/ /g, "_") === field;

export const isWeakTime = (header: string): boolean => WEAK_TIMES.has(keyOf(header));

/** Our column of a header: by its name, or by another that is understood. */
export function fieldOf(header: string): Field | undefined {
  const key = keyOf(header);
  const snake = key.replace(/ /g, "_");
  if (isField(snake)) return snake;
  return Object.hasOwn(ALIASES, key) ? ALIASES[key] : Object.hasOwn(ALIASES, snake) ? ALIASES[snake] : undefined;
}

const YEAR = /(?:^| )(?:year|année|annee|jahr|год|жыл)(?: |$)/;
/** Whether a column says by its name that it holds years: "Year", "end_year", "start_date.year". */
export const holdsYears = (header: string): boolean => YEAR.test(keyOf(header).replace(/\./g, " "));
