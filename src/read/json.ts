import { documentFields, eventFields } from "../model/document-shape.js";
import { isObject } from "../model/object.js";
import type { Problem } from "../model/problem.js";
import { shown } from "../model/problems.js";
import { problem } from "./problems.js";
import type { Place, TimelineData, TimelineEvent } from "../model/types.js";
import { keyPath } from "./json-path.js";
import { haveOwnKeys, HOW_TO_MAP, readRecords, type RecordOptions } from "./records.js";

const DEEPEST = 64;
/** So near to 1970 a number is more likely a year than a moment. */
const NEAR_EPOCH_MS = 1e5;

export interface JsonResult {
  readonly data: TimelineData;
  readonly problems: readonly Problem[];
  /** What {@link readJson} has told of the events itself; the document around them is still to be checked. */
  readonly isRead?: boolean;
}

const NONE: TimelineData = { events: [] };

/**
 * A JSON document, or a bare list of events. Fields we do not know go to `extra`; prototype keys go nowhere. Objects that
 * have keys of their own are read as the rows of a table.
 */
export function readJson(text: string, options: RecordOptions = {}): JsonResult {
  if (depthOf(text) > DEEPEST) return { data: NONE, problems: [problem("E-JSON-DEPTH")] };
  let value: unknown;
  let isPolluted = false;
  try {
    value = JSON.parse(text, (key, v: unknown) => {
      if (key !== "__proto__") return v;
      isPolluted = true;
      return undefined;
    });
  } catch (error) {
    return { data: NONE, problems: [problem("E-JSON", { message: `This is not JSON${whereOf(text, error)}` })] };
  }
  const keys = isPolluted ? prototypeKeys(JSON.parse(text)) : [];
  if (!Array.isArray(value) && !isObject(value)) {
    const message = "A timeline is an object with events, or a list of events";
    return { data: NONE, problems: [problem("E-DATA-TYPE", { message, value })] };
  }
  const { data, problems, isRead } = documentOf(value, options);
  return { data, problems: [...keys, ...problems], ...(isRead === undefined ? {} : { isRead }) };
}

function documentOf(value: unknown[] | Record<string, unknown>, options: RecordOptions): JsonResult {
  const list = Array.isArray(value) ? value : value["events"];
  const isMapped = options.list !== undefined || Object.keys(options.columns ?? {}).length > 0;
  if (!isMapped && !(Array.isArray(list) && haveOwnKeys(list))) {
    const strangers = Array.isArray(list) ? noneOfOurs(list) : null;
    return strangers === null
      ? document(Array.isArray(value) ? { events: value } : value)
      : { data: NONE, problems: [strangers], isRead: true };
  }
  const { events, places, problems } = readRecords(value, options);
  const around: Record<string, unknown> = Array.isArray(value)
    ? {}
    : known(without(value, options.list?.split(".")[0] ?? "events"), documentFields);
  const own = Array.isArray(around["places"]) ? (around["places"] as readonly Place[]) : [];
  const added = (places ?? []).filter(({ id }) => !own.some((p) => isObject(p) && p["id"] === id));
  const all = added.length > 0 ? { places: [...own, ...added] } : {};
  return { data: { ...around, events, ...all } as TimelineData, problems, isRead: true };
}

/** A list of objects of which none has a title or a time; perhaps the events are in a list of each. */
function noneOfOurs(list: readonly unknown[]): Problem | null {
  const objects = list.filter(isObject);
  const keys = [...new Set(objects.flatMap((e) => Object.keys(e)))];
  if (keys.length === 0 || keys.some((key) => key === "title" || key === "time")) return null;
  const inner = objects.flatMap((e) => Object.entries(e)).find(([, v]) => Array.isArray(v) && v.some(isObject))?.[0];
  return problem("E-HEADER", {
    path: "events[]",
    message: "None of these objects has a title or a time",
    value: keys.join(", "),
    hint:
      inner === undefined
        ? HOW_TO_MAP
        : `Say which list the events are, and their keys: --list ${shown(inner)} --columns title=…,start=…`,
  });
}

const without = (value: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([k]) => k !== key));

/** Where keys stand that mean something to JavaScript. */
function prototypeKeys(value: unknown, path = ""): Problem[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) =>
    key === "__proto__"
      ? [problem("W-KEY", { path: keyPath(path, key), value: key })]
      : prototypeKeys(v, Array.isArray(value) ? `${path === "" ? "events" : path}[${key}]` : keyPath(path, key)),
  );
}

function document(value: Record<string, unknown>): JsonResult {
  const problems: Problem[] = [];
  const list = Array.isArray(value["events"]) ? (value["events"] as unknown[]) : [];
  if (value["events"] === undefined) problems.push(noEvents(value));
  else if (!Array.isArray(value["events"]))
    problems.push(
      problem("E-DATA-TYPE", { message: "events should be a list", path: "events", value: value["events"] }),
    );
  else if (list.length === 0) problems.push(problem("E-FILE-EMPTY", { path: "events" }));
  list.forEach((e, i) => {
    const time = isObject(e) ? e["time"] : undefined;
    if (typeof time === "number" && time !== 0 && Math.abs(time) < NEAR_EPOCH_MS)
      problems.push(problem("W-DATE-MS", { path: `events[${i}].time`, value: time }));
  });
  const events = list.map((e) => (isObject(e) ? known(e, eventFields) : e)) as TimelineEvent[];
  return { data: { ...known(value, documentFields), events } as TimelineData, problems };
}

/** There is no list of ours; perhaps one of another name. */
function noEvents(value: Record<string, unknown>): Problem {
  const lists = Object.keys(value).filter(
    (key) => Array.isArray(value[key]) && (value[key] as unknown[]).some(isObject),
  );
  return problem("E-FILE-EMPTY", {
    message: "There are no events: the document needs a list “events”",
    path: "events",
    ...(lists.length === 0
      ? {}
      : { hint: `Or say which list they are, and its keys: --list ${shown(lists[0])} --columns title=…,start=…` }),
  });
}

function known(value: Record<string, unknown>, fields: ReadonlySet<string>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const extra: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, v] of Object.entries(value)) {
    if (fields.has(key)) out[key] = v;
    else if (key !== "__proto__") extra[key] = v;
  }
  if (Object.keys(extra).length > 0) out["extra"] = { ...(isObject(out["extra"]) ? out["extra"] : {}), ...extra };
  return out;
}

/** Depth of brackets outside of strings, in one pass. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth--;
  }
  return deepest;
}

/** ": line 3, character 14", from the position that the engine names. */
function whereOf(text: string, error: unknown): string {
  const at = /position (\d+)/.exec(String(error))?.[1];
  if (at === undefined) return "";
  const before = text.slice(0, Number(at)).split("\n");
  return `: line ${before.length}, character ${before.at(-1)!.length + 1}`;
}
