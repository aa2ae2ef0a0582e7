import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { TimelineData, TimelineEvent } from "../model/types.js";

const DEEPEST = 64;

/** A JSON document, or a bare array of events. Unknown fields go to `extra`; prototype keys go nowhere. */
export function readJson(text: string): { readonly data: TimelineData; readonly problems: readonly Problem[] } {
  const none: TimelineData = { events: [] };
  if (depthOf(text) > DEEPEST) return { data: none, problems: [problem("E-JSON-DEPTH")] };
  let value: unknown;
  try {
    value = JSON.parse(text, (key, v: unknown) => (key === "__proto__" ? undefined : v));
  } catch (error) {
    return { data: none, problems: [problem("E-JSON", { message: `This is not JSON${whereOf(text, error)}` })] };
  }
  if (Array.isArray(value)) return document({ events: value });
  if (typeof value !== "object" || value === null)
    return {
      data: none,
      problems: [
        problem("E-DATA-TYPE", { message: "A timeline is an object with events, or a list of events", value }),
      ],
    };
  return document(value as Record<string, unknown>);
}

const FIELDS = new Set([
  "$schema",
  "title",
  "description",
  "language",
  "zone",
  "events",
  "places",
  "sources",
  "categories",
  "lanes",
  "credit",
  "asOf",
  "embargo",
  "extra",
]);
const EVENT_FIELDS = new Set([
  "id",
  "title",
  "summary",
  "printTitle",
  "time",
  "places",
  "lanes",
  "category",
  "actors",
  "quantities",
  "claims",
  "sources",
  "links",
  "importance",
  "status",
  "verification",
  "media",
  "urls",
  "layout",
  "knownFrom",
  "change",
  "redact",
  "note",
  "deskNote",
  "language",
  "extra",
]);

function document(value: Record<string, unknown>): {
  readonly data: TimelineData;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const list = Array.isArray(value["events"]) ? (value["events"] as unknown[]) : [];
  if (value["events"] === undefined)
    problems.push(
      problem("E-FILE-EMPTY", { message: "There are no events: the document needs a list “events”", path: "events" }),
    );
  else if (!Array.isArray(value["events"]))
    problems.push(
      problem("E-DATA-TYPE", { message: "events should be a list", path: "events", value: value["events"] }),
    );
  else if (list.length === 0) problems.push(problem("E-FILE-EMPTY", { path: "events" }));
  const events = list.map((e) => (isObject(e) ? known(e, EVENT_FIELDS) : e)) as TimelineEvent[];
  return { data: { ...known(value, FIELDS), events } as TimelineData, problems };
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);

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
