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

/** Other names of our columns, as they are compared. */
const ALIASES: Readonly<Partial<Record<Field, string>>> = {
  title:
    "name|headline|event|label|what|titre|événement|titel|überschrift|schlagzeile|ereignis|título|evento|" +
    "标题|事件|عنوان|заголовок|событие|атауы",
  print_title: "short title|print title",
  summary: "description|text|details|beschreibung|описание|сипаттама",
  time: "date|when|datum|fecha|日期|时间|تاریخ|дата|event date|күні",
  start:
    "start date|from|begin|begins|date_start|start time|début|date début|date de début|beginn|startdatum|" +
    "开始|начало|басы",
  end: "end date|to|until|finish|date_end|end time|fin|date fin|date de fin|ende|enddatum|结束|конец|соңы",
  precision: "date precision|date_prec|time_precision",
  zone: "timezone|time zone|tz",
  said: "wording",
  place: "location|places|where|city|lieu|lugar|地点|مکان|ort|место|орны",
  region: "state|province|oblast|регион|область|облыс",
  lane: "lanes|group|row",
  category: "type|kind|categories|catégorie|kategorie|категория|санат|类别",
  actors: "actor|who|people",
  importance: "priority",
  source: "sources|источник|quelle|дереккөз|来源",
  source_url: "source url|source link",
  url: "urls|website",
  link: "links",
  known_from: "known from|known since",
  note: "notes",
  desk_note: "desk note",
  id: "event_id|identifier",
};

/** Made when the first header is asked about: who reads no table needs none of it. */
let byAlias: ReadonlyMap<string, Field> | undefined;
const aliases = (): ReadonlyMap<string, Field> =>
  (byAlias ??= new Map(
    (Object.entries(ALIASES) as [Field, string][]).flatMap(([field, names]) =>
      names.split("|").map((name) => [name, field] as const),
    ),
  ));

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
  return isField(snake) ? snake : (aliases().get(key) ?? aliases().get(snake));
}

const YEAR = /(?:^| )(?:year|année|annee|jahr|год|жыл)(?: |$)/;
/** Whether a column says by its name that it holds years: "Year", "end_year", "start_date.year". */
export const holdsYears = (header: string): boolean => YEAR.test(keyOf(header).replace(/\./g, " "));
