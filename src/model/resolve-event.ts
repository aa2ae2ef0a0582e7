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
import { clean, LONGEST_NAME, pickText } from "./text.js";
import { resolveTime } from "./time.js";
import type { Claim, EventLink, LayoutHints, LocalizedText, Quantity, TimelineEvent } from "./types.js";

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
      actors: strings(event.actors),
      quantities: event.quantities === undefined ? EMPTY : quantitiesOf(event, path, context),
      links: (event.links ?? EMPTY).flatMap((l: EventLink | null) =>
        l === null
          ? []
          : [{ type: clean(l.type ?? "follows", LONGEST_NAME), to: clean(l.to, LONGEST_NAME).replace(/\s+/g, "-") }],
      ),
      importance,
      status: event.status ?? "happened",
      media: present(event.media),
      urls: present(event.urls),
      layout: event.layout ? hints(event.layout) : {},
      ...(event.language && event.language !== language ? { language: event.language } : {}),
      extra: event.extra ?? {},
    },
    references: ({ places, lanes, categories }) => {
      const refs = (value: readonly string[] | undefined, to: Registry<unknown>): string[] =>
        value ? [...new Set(value.map(to.idOf).filter((r) => r !== null))] : [];
      const category = event.category === undefined ? null : categories.idOf(event.category);
      return {
        places: refs(event.places, places),
        lanes: refs(event.lanes, lanes),
        ...(category === null ? {} : { category }),
      };
    },
    claims: ({ sources }) => claimsOf(event, sources, context),
  };
}

/** What is in a list; null stands for what was left out of it. */
const present = <T>(value: readonly T[] | undefined): readonly T[] => value?.filter((v) => v !== null) ?? EMPTY;
const strings = (value: readonly string[] | undefined): readonly string[] =>
  value
    ? present(value)
        .map((v) => clean(v, LONGEST_NAME))
        .filter((v) => v !== "")
    : EMPTY;

function importanceOf(value: unknown, path: string, problems: Problem[]): 1 | 2 | 3 | 4 | 5 {
  if (value === undefined || value === null || value === "") return 3;
  const n = typeof value === "string" ? Number(value) : value;
  if (n === 1 || n === 2 || n === 3 || n === 4 || n === 5) return n;
  problems.push(problem("E-IMPORTANCE", { path, value }));
  return 3;
}

const number = (v: unknown): number | null => (typeof v === "number" && Number.isFinite(v) ? v : null);

function quantitiesOf(
  event: TimelineEvent,
  path: string,
  { own, language, problems }: EventContext,
): ResolvedQuantity[] {
  const out = (event.quantities ?? EMPTY).flatMap((q: Quantity | null, i): ResolvedQuantity[] => {
    if (q === null) return [];
    const at = `${path}.quantities[${i}]`;
    const said = pickText(q.said, language, own);
    let [low, best, high] = [number(q.low), number(q.best), number(q.high)];
    const written = [q.low, q.best, q.high].some((v) => v !== undefined && v !== null);
    if (!written && said !== "") {
      // The words in the document's own language are what is parsed, whatever language is shown.
      const parsed = parseQuantity(pickText(q.said, own, own), { language: own });
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
        measure: pickText(q.measure, language, own),
        said: said !== "" ? said : numbersSaid(low, best, high),
        low,
        best,
        high,
        ...(q.unit ? { unit: clean(q.unit, LONGEST_NAME) } : {}),
        scope: q.scope === "running-total" ? "running-total" : "event",
        ...(q.partOf ? { partOf: clean(q.partOf, LONGEST_NAME) } : {}),
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
  sources: Registry<ResolvedSource>,
  { language, own }: EventContext,
): ResolvedClaim[] {
  if (event.claims === undefined && event.sources === undefined) return [];
  const nameOf = (id: string) => ({ id, name: sources.map.get(id)?.name ?? id });
  const step = (s: unknown): { id: string; name: string }[] =>
    (Array.isArray(s) ? (s as unknown[]) : [s])
      .map(sources.idOf)
      .filter((id) => id !== null)
      .map(nameOf);
  const out = (event.claims ?? EMPTY).flatMap((claim: Claim | null): ResolvedClaim[] => {
    if (claim === null) return [];
    const raw = typeof claim.path === "string" ? parsePath(claim.path) : claim.path;
    const text = pickText(claim.text, language, own);
    return [
      {
        about: claim.about ?? "text",
        path: raw.map(step).filter((s) => s.length > 0),
        ...(text === "" ? {} : { text }),
        ...(claim.measure ? { measure: clean(claim.measure, LONGEST_NAME) } : {}),
        ...(claim.status ? { status: claim.status } : {}),
        ...(claim.url ? { url: claim.url } : {}),
      },
    ];
  });
  for (const ref of strings(event.sources)) {
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
  const breaks = (layout.break ?? EMPTY).filter((n) => Number.isInteger(n) && n > 0);
  return {
    ...(pin === true ? { pin } : {}),
    ...(hide === true && pin !== true ? { hide } : {}),
    ...(side ? { side } : {}),
    ...(nudge ? { nudge: { x: shift(nudge.x), y: shift(nudge.y) } } : {}),
    ...(breaks.length > 0 ? { break: breaks } : {}),
  };
}
