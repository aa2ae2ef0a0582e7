import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";
import { FIELDS, fieldOf, holdsYears, isField, isNameOf, isWeakTime, keyOf, type Field } from "./fields.js";
import { columnLetters } from "./letters.js";

/** Where one of our columns stands in the file. */
export interface Column {
  readonly index: number;
  /** The columns that belong to it: itself, or several that are joined, such as first and last name. */
  readonly parts: readonly number[];
  /** It holds years, as its header says: 987 is one. */
  readonly years: boolean;
}

/** Columns of one measure; -1 for none. */
export interface QuantityColumns {
  readonly measure: string;
  readonly said: number;
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

export interface Columns {
  readonly fields: ReadonlyMap<Field, Column>;
  readonly quantities: readonly QuantityColumns[];
  /** What is not ours: header as written and index. */
  readonly extra: readonly { readonly name: string; readonly index: number }[];
  readonly headers: readonly string[];
  readonly problems: readonly Problem[];
}

/** Our name → the file's header, or several headers that are joined: `{ title: "headline", start: ["date", "time"] }`. */
export type ColumnMapping = Readonly<Record<string, string | readonly string[]>>;

/** A column by its header and its letter, as Problems name it. */
export const placeOf = (headers: readonly string[], index: number): { column: string; letter: string } => ({
  column: headers[index] ?? "",
  letter: columnLetters(index),
});

export function columnsOf(headers: readonly string[], mapping: ColumnMapping = {}): Columns {
  const fields = new Map<Field, Column>();
  const quantities = measures();
  const extra: { name: string; index: number }[] = [];
  const problems: Problem[] = [];
  const taken = new Set<number>();
  const place = (index: number): object => ({ ...placeOf(headers, index), row: 1 });
  const column = (index: number, parts: readonly number[] = [index]): Column => ({
    index,
    parts,
    years: holdsYears(headers[index]!),
  });

  const index = indexOf(headers);
  for (const [ours, theirs] of Object.entries(mapping)) {
    const parts = partsOf(theirs, index);
    const missing = parts.find((p) => p.at === undefined);
    if (missing) {
      problems.push(noColumn(missing.header, ours, headers));
      continue;
    }
    const all = parts.map((p) => p.at!);
    if (ours.startsWith("quantity:")) quantities.add(ours, all[0]!);
    else if (isField(ours)) fields.set(ours, column(all[0]!, all));
    else problems.push(problem("E-HEADER", { message: `“${ours}” is not one of our columns`, value: ours }));
    for (const i of all) taken.add(i);
  }
  // Who says where the time stands means that and nothing else: a column "Time" beside it is a time of day.
  const isMappedTime = (field: Field): boolean =>
    (field === "time" && fields.has("start") && taken.has(fields.get("start")!.index)) ||
    (field === "start" && fields.has("time") && taken.has(fields.get("time")!.index));

  if (!("time" in mapping) && !("start" in mapping))
    for (const [field, parts] of Object.entries(datesInParts(index)) as [Field, number[]][])
      if (!fields.has(field) && parts.every((i) => !taken.has(i))) {
        fields.set(field, column(parts[0]!, parts));
        for (const i of parts) taken.add(i);
      }

  headers.forEach((header, i) => {
    const name = header.trim();
    if (taken.has(i) || name === "") return;
    if (/^quantity:/i.test(name)) {
      if (!quantities.add(name, i)) {
        extra.push({ name, index: i });
        problems.push(problem("W-HEADER-TWICE", { value: name, ...place(i) }));
      }
      return;
    }
    const field = fieldOf(name);
    if (field === undefined || isMappedTime(field) || (field in mapping && !fields.has(field))) {
      extra.push({ name, index: i });
      return;
    }
    const other = fields.get(field);
    if (other === undefined) {
      fields.set(field, column(i));
      return;
    }
    // "Title" beside "Headline": the exact name wins, the other is kept as extra.
    const exact = isNameOf(name, field);
    if (exact && !taken.has(other.index) && !isNameOf(headers[other.index]!, field)) {
      extra.push({ name: headers[other.index]!.trim(), index: other.index });
      fields.set(field, column(i));
      return;
    }
    extra.push({ name, index: i });
    if (exact && !(field in mapping)) problems.push(problem("W-HEADER-TWICE", { value: name, ...place(i) }));
  });
  if (!fields.has("time") && !fields.has("start")) {
    const at = extra.findIndex(({ name }) => isWeakTime(name));
    if (at >= 0 && !("time" in mapping) && !("start" in mapping))
      fields.set("time", column(extra.splice(at, 1)[0]!.index));
  }
  for (const { name, index: i } of extra) {
    const meant = nearlyOurs(name, fields);
    if (meant !== undefined)
      problems.push(problem("W-COLUMN-UNKNOWN", { value: name, ...place(i), hint: `Did you mean “${meant}”?` }));
  }
  return { fields, quantities: quantities.list, extra, headers, problems };
}

/** The first column of each name. */
function indexOf(headers: readonly string[]): (header: string) => number | undefined {
  const exact = new Map<string, number>();
  const close = new Map<string, number>();
  headers.forEach((h, i) => {
    if (!exact.has(h.trim())) exact.set(h.trim(), i);
    if (!close.has(keyOf(h))) close.set(keyOf(h), i);
  });
  return (header) => exact.get(header.trim()) ?? close.get(keyOf(header));
}

/** Dates that stand in columns "Year", "Month", "Day", "Time", and "End Year" and so on, as TimelineJS has them. */
function datesInParts(index: (header: string) => number | undefined): { readonly [K in Field]?: readonly number[] } {
  const parts = (before: string): number[] =>
    ["year", "month", "day", "time"].map((part) => index(before + part)).filter((i) => i !== undefined);
  if (index("year") === undefined || index("month") === undefined) return {};
  return { start: parts(""), ...(index("end year") === undefined ? {} : { end: parts("end ") }) };
}

interface Part {
  readonly header: string;
  readonly at: number | undefined;
}

/** The columns that a mapping names; "A+B" are two, unless one is called so. */
function partsOf(theirs: string | readonly string[], index: (header: string) => number | undefined): Part[] {
  if (typeof theirs !== "string") return theirs.map((header) => ({ header, at: index(header) }));
  const at = index(theirs);
  if (at !== undefined || !theirs.includes("+")) return [{ header: theirs, at }];
  return theirs.split("+").map((header) => ({ header: header.trim(), at: index(header) }));
}

const noColumn = (theirs: string, ours: string, headers: readonly string[]): Problem =>
  problem("E-HEADER", {
    message: `There is no column “${theirs}” to use as ${ours}`,
    value: theirs,
    column: theirs,
    row: 1,
    hint: `Name one that is there: --columns ${ours}=…; there are ${headers
      .filter((h) => h !== "")
      .slice(0, 12)
      .join(", ")}`,
  });

/** Columns such as quantity:killed, quantity:killed:low, by their measure. */
function measures(): { readonly list: QuantityColumns[]; readonly add: (name: string, index: number) => boolean } {
  const list: { -readonly [K in keyof QuantityColumns]: QuantityColumns[K] }[] = [];
  const byMeasure = new Map<string, (typeof list)[0]>();
  return {
    list,
    add: (name, index) => {
      const m = /^quantity:(.*?)(?::(low|best|high))?$/is.exec(name.trim())!;
      const measure = m[1]!.trim();
      const part = (m[2]?.toLowerCase() ?? "said") as "said" | "low" | "best" | "high";
      let own = byMeasure.get(measure);
      if (own === undefined) {
        own = { measure, said: -1, low: -1, best: -1, high: -1 };
        byMeasure.set(measure, own);
        list.push(own);
      }
      if (own[part] >= 0) return false;
      own[part] = index;
      return true;
    },
  };
}

/** A name of ours that a header misses by one letter, where that column is not there yet; names of few letters are too common. */
function nearlyOurs(header: string, fields: ReadonlyMap<Field, Column>): string | undefined {
  const key = keyOf(header);
  const measure = /^quantity[ .](.+)$/.exec(key);
  if (measure) return `quantity:${measure[1]!}`;
  return FIELDS.find((f) => f.length > 4 && !fields.has(f) && isOneOff(key, f.replace(/_/g, " ")));
}

/** Whether one letter more, less, or other makes one text the other, or two neighbours that change places. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (text: string, from: number): string => text.slice(from);
  if (a.length !== b.length) return a.length > b.length ? rest(a, i + 1) === rest(b, i) : rest(a, i) === rest(b, i + 1);
  return (
    rest(a, i + 1) === rest(b, i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2))
  );
}
