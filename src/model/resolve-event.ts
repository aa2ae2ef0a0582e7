import { parsePath } from "./claims.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { parseQuantity } from "./quantity.js";
import type { Registry } from "./registry.js";
import type {
  ResolvedCategory,
  ResolvedClaim,
  ResolvedEvent,
  ResolvedLane,
  ResolvedPlace,
  ResolvedQuantity,
  ResolvedSource,
} from "./resolved.js";
import { clean, pickText } from "./text.js";
import { resolveTime } from "./time.js";
import type { Claim, EventStatus, LayoutHints, LocalizedText, Quantity, TimelineEvent, Verification } from "./types.js";
import { safeUrl } from "./url.js";

export interface EventContext {
  readonly language: string;
  readonly own: string;
  readonly zone: string;
  readonly problems: Problem[];
  readonly places: Registry<ResolvedPlace>;
  readonly sources: Registry<ResolvedSource>;
  readonly categories: Registry<ResolvedCategory>;
  readonly lanes: Registry<ResolvedLane>;
}

type References = Pick<ResolvedEvent, "places" | "lanes" | "category">;

/** An event without its references, which are made later, in the total order of the events. */
export interface HalfResolved {
  readonly id: string;
  readonly importance: number;
  readonly base: Omit<ResolvedEvent, keyof References | "claims" | "changes" | "verification">;
  readonly references: (context: EventContext) => References;
  readonly claims: (context: EventContext) => ResolvedClaim[];
}

export const STATUSES: readonly EventStatus[] = ["happened", "ongoing", "planned", "cancelled", "alleged"];
export const VERIFICATIONS: readonly Verification[] = [
  "unverified",
  "single-source",
  "corroborated",
  "confirmed",
  "disputed",
  "refuted",
  "withdrawn",
];
const EMPTY: readonly never[] = [];

/** Null, and a Problem, for an event without a title or a time that can be read. */
export function resolveEvent(
  event: TimelineEvent,
  id: string,
  path: string,
  context: EventContext,
): HalfResolved | null {
  const { language, own, problems } = context;
  const title = pickText(event.title, language, own);
  if (title === "") {
    problems.push(problem("E-TITLE-MISSING", { path: `${path}.title` }));
    return null;
  }
  const time = resolveTime(event.time, { zone: context.zone });
  if (!time.ok) {
    problems.push({ ...time.problem, path: `${path}.time` });
    return null;
  }
  for (const p of time.problems ?? EMPTY) problems.push({ ...p, path: `${path}.time` });
  const words =
    typeof event.time === "object" && event.time !== null ? (event.time as { said?: LocalizedText }).said : undefined;
  const said = words === undefined ? "" : pickText(words, language, own);
  const list = (value: unknown, field: string): readonly string[] => strings(value, `${path}.${field}`, problems);
  const optional = (field: "summary" | "printTitle"): { readonly [K in typeof field]?: string } => {
    if (event[field] === undefined) return {};
    const text = pickText(event[field], language, own);
    return text === "" ? {} : { [field]: text };
  };
  const importance = importanceOf(event.importance, `${path}.importance`, problems);
  return {
    id,
    importance,
    base: {
      id,
      title,
      ...optional("printTitle"),
      ...optional("summary"),
      span: said === "" ? time.value : { ...time.value, said },
      actors: event.actors === undefined ? EMPTY : list(event.actors, "actors"),
      quantities: event.quantities === undefined ? EMPTY : quantitiesOf(event, path, context),
      links: Array.isArray(event.links)
        ? event.links
            .filter((l) => typeof l?.to === "string")
            .map((l) => ({ type: clean(String(l.type ?? "follows"), 40), to: clean(l.to, 200).replace(/\s+/g, "-") }))
        : EMPTY,
      importance,
      status: wordOf(event.status, STATUSES, `${path}.status`, problems) ?? "happened",
      media: Array.isArray(event.media)
        ? event.media.filter((m) => typeof m?.url === "string" && m.url.startsWith("https:") && safeUrl(m.url).ok)
        : EMPTY,
      urls:
        event.urls === undefined
          ? EMPTY
          : list(event.urls, "urls").flatMap((url, i) => {
              const safe = safeUrl(url);
              if (!safe.ok) problems.push({ ...safe.problem, path: `${path}.urls[${i}]` });
              return safe.ok ? [safe.value.href] : [];
            }),
      layout: typeof event.layout === "object" && event.layout !== null ? hints(event.layout) : {},
      ...(typeof event.language === "string" && event.language !== language ? { language: event.language } : {}),
      extra: typeof event.extra === "object" && event.extra !== null ? event.extra : {},
    },
    references: ({ places, lanes, categories }) => {
      const refs = (value: unknown, field: string, to: Registry<unknown>): string[] =>
        value === undefined
          ? []
          : [
              ...new Set(
                list(value, field)
                  .map(to.idOf)
                  .filter((r) => r !== null),
              ),
            ];
      const category = event.category === undefined ? null : categories.idOf(event.category);
      return {
        places: refs(event.places, "places", places),
        lanes: refs(event.lanes, "lanes", lanes),
        ...(category === null ? {} : { category }),
      };
    },
    claims: ({ sources }) => claimsOf(event, path, sources, context),
  };
}

function strings(value: unknown, path: string, problems: Problem[]): readonly string[] {
  if (value === undefined || value === null) return EMPTY;
  if (typeof value === "string") return [clean(value, 200)];
  if (!Array.isArray(value)) {
    problems.push(problem("E-DATA-TYPE", { path, message: "This should be a list of words", value }));
    return EMPTY;
  }
  const words = (value as unknown[])
    .filter((v): v is string => typeof v === "string")
    .map((v) => clean(v, 2048))
    .filter((v) => v !== "");
  if (words.length < value.length)
    problems.push(problem("E-DATA-TYPE", { path, message: "Some of these are not words and were left out" }));
  return words;
}

function importanceOf(value: unknown, path: string, problems: Problem[]): 1 | 2 | 3 | 4 | 5 {
  if (value === undefined || value === null || value === "") return 3;
  const n = Number(value);
  if (n === 1 || n === 2 || n === 3 || n === 4 || n === 5) return n;
  problems.push(problem("E-IMPORTANCE", { path, value }));
  return 3;
}

function wordOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  path: string,
  problems: Problem[],
): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = allowed.find((a) => a === value);
  if (found === undefined)
    problems.push(problem("E-WORD", { path, value, hint: `Write one of ${allowed.join(", ")}` }));
  return found;
}

const number = (v: unknown): number | null => (typeof v === "number" && Number.isFinite(v) ? v : null);

function quantitiesOf(
  event: TimelineEvent,
  path: string,
  { own, language, problems }: EventContext,
): ResolvedQuantity[] {
  if (!Array.isArray(event.quantities)) return [];
  const out = (event.quantities as readonly Quantity[]).flatMap((q, i): ResolvedQuantity[] => {
    if (typeof q !== "object" || q === null) return [];
    const at = `${path}.quantities[${i}]`;
    const said = q.said === undefined ? "" : pickText(q.said as LocalizedText, language, own);
    let [low, best, high] = [number(q.low), number(q.best), number(q.high)];
    const written = [q.low, q.best, q.high].some((v) => v !== undefined && v !== null);
    if (!written && said !== "") {
      // The words in the document's own language are what is parsed, whatever language is shown.
      const parsed = parseQuantity(pickText(q.said as LocalizedText, own, own), { language: own });
      if (parsed.ok)
        [low, best, high] = [parsed.value.low ?? null, parsed.value.best ?? null, parsed.value.high ?? null];
    }
    if (low === null && best === null && high === null && said === "") {
      problems.push(problem("E-NUMBER", { path: at, value: q.best ?? "" }));
      return [];
    }
    if ([low, best, high].some((v) => v !== null && v < 0)) {
      problems.push(problem("E-NUMBER-NEGATIVE", { path: at, value: low ?? best ?? high }));
      return [];
    }
    if (
      (low !== null && high !== null && low > high) ||
      (best !== null && ((low !== null && best < low) || (high !== null && best > high)))
    ) {
      problems.push(problem("W-NUMBER-ORDER", { path: at, value: `${low ?? ""} ≤ ${best ?? ""} ≤ ${high ?? ""}` }));
    }
    return [
      {
        measure: pickText(q.measure as LocalizedText | undefined, language, own),
        said: said !== "" ? said : numbersSaid(low, best, high),
        low,
        best,
        high,
        ...(q.unit === undefined ? {} : { unit: clean(String(q.unit), 40) }),
        scope: q.scope === "running-total" ? "running-total" : "event",
        ...(q.partOf === undefined ? {} : { partOf: clean(String(q.partOf), 80) }),
      },
    ];
  });
  for (const part of out) {
    const total = part.partOf === undefined ? undefined : out.find((q) => q.measure === part.partOf);
    if (total && part.low !== null && total.high !== null && part.low > total.high)
      problems.push(problem("W-NUMBER-PART", { path: `${path}.quantities`, value: part.said }));
  }
  return out;
}

/** Numbers without words: the best one, with its bounds where they say more. */
function numbersSaid(low: number | null, best: number | null, high: number | null): string {
  const bounds = low !== null && high !== null && low !== high ? `${low}–${high}` : "";
  if (best !== null) return bounds === "" ? String(best) : `${best} (${bounds})`;
  return bounds !== "" ? bounds : String(low ?? high ?? "");
}

function claimsOf(
  event: TimelineEvent,
  path: string,
  sources: Registry<ResolvedSource>,
  { language, own, problems }: EventContext,
): ResolvedClaim[] {
  if (event.claims === undefined && event.sources === undefined) return [];
  const nameOf = (id: string) => ({ id, name: sources.map.get(id)?.name ?? id });
  const step = (s: unknown): { id: string; name: string }[] =>
    (Array.isArray(s) ? (s as unknown[]) : [s])
      .map(sources.idOf)
      .filter((id) => id !== null)
      .map(nameOf);
  const claims = Array.isArray(event.claims) ? (event.claims as readonly Claim[]) : [];
  const out = claims.flatMap((claim, i): ResolvedClaim[] => {
    if (typeof claim !== "object" || claim === null) return [];
    const raw = typeof claim.path === "string" ? parsePath(claim.path) : Array.isArray(claim.path) ? claim.path : [];
    const text = pickText(claim.text, language, own);
    const url = claim.url === undefined ? null : safeUrl(claim.url);
    if (url && !url.ok) problems.push({ ...url.problem, path: `${path}.claims[${i}].url` });
    const status = wordOf(claim.status, VERIFICATIONS, `${path}.claims[${i}].status`, problems);
    return [
      {
        about: claim.about ?? "text",
        path: raw.map(step).filter((s) => s.length > 0),
        ...(text === "" ? {} : { text }),
        ...(claim.measure === undefined ? {} : { measure: clean(String(claim.measure), 80) }),
        ...(status === undefined ? {} : { status }),
        ...(url?.ok ? { url: url.value.href } : {}),
      },
    ];
  });
  for (const ref of strings(event.sources, `${path}.sources`, problems)) {
    const names = parsePath(ref)
      .map(step)
      .filter((s) => s.length > 0);
    if (names.length > 0) out.push({ about: "text", path: names });
  }
  return out;
}

function hints(layout: LayoutHints): LayoutHints {
  const { pin, hide, side, nudge } = layout;
  const shift = (v: unknown): number => Math.max(-500, Math.min(500, number(v) ?? 0));
  const breaks = Array.isArray(layout.break)
    ? (layout.break as readonly unknown[]).filter((n): n is number => Number.isInteger(n) && (n as number) > 0)
    : [];
  return {
    ...(pin === true ? { pin } : {}),
    ...(hide === true && pin !== true ? { hide } : {}),
    ...(side === "left" || side === "right" || side === "above" ? { side } : {}),
    ...(typeof nudge === "object" && nudge !== null ? { nudge: { x: shift(nudge.x), y: shift(nudge.y) } } : {}),
    ...(breaks.length > 0 ? { break: breaks } : {}),
  };
}
