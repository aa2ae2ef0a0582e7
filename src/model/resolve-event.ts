import { parsePath } from "./claims.js";
import { hintsOf } from "./hints.js";
import { ownFields } from "./own-fields.js";
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
  ResolvedLink,
} from "./resolved.js";
import { clean, LONGEST_NAME, pickText } from "./text.js";
import type { TimeSpan } from "./span.js";
import { resolveTime } from "./time.js";
import type { Claim, EventLink, LayoutHints, Quantity, TimeInput, TimelineEvent } from "./types.js";

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

/** An event whose references are still to be made: that happens in the total order of the events. */
export type Draft = { -readonly [K in keyof ResolvedEvent]: ResolvedEvent[K] };

const EMPTY: readonly never[] = [];
const NO_HINTS: LayoutHints = {};

/** Where the event of a row is; made only for Problems. */
export const pathOf = (row: number): string => `events[${row}]`;

/** Null, and a Problem, for an event without a title or a time that can be read. */
export function resolveEvent(event: TimelineEvent, id: string, row: number, context: EventContext): Draft | null {
  const { language, own, problems } = context;
  const title = pickText(event.title, language, own);
  if (title === "") {
    problems.push(problem("E-TITLE-MISSING", { path: `${pathOf(row)}.title` }));
    return null;
  }
  const time = resolveTime(event.time, { zone: context.zone });
  if (!time.ok) {
    problems.push({ ...time.problem, path: `${pathOf(row)}.time` });
    return null;
  }
  if (time.problems !== undefined) for (const p of time.problems) problems.push({ ...p, path: `${pathOf(row)}.time` });
  const draft: Draft = {
    id,
    title,
    span: withWords(time.value, event.time, context),
    places: EMPTY,
    lanes: EMPTY,
    category: undefined,
    actors: strings(event.actors),
    quantities: event.quantities ? quantitiesOf(event.quantities, pathOf(row), context) : EMPTY,
    claims: EMPTY,
    links: event.links ? linksOf(event.links, context) : EMPTY,
    importance: importanceOf(event.importance, row, problems),
    status: event.status ?? "happened",
    verification: undefined,
    media: event.media ? present(event.media) : EMPTY,
    urls: event.urls ? present(event.urls) : EMPTY,
    layout: event.layout ? hintsOf(event.layout, `${pathOf(row)}.layout`, problems) : NO_HINTS,
    changes: EMPTY,
    extra: ownFields(event),
  };
  const printTitle = pickText(event.printTitle, language, own);
  if (printTitle !== "") draft.printTitle = printTitle;
  const summary = pickText(event.summary, language, own);
  if (summary !== "") draft.summary = summary;
  if (event.language && event.language !== language) draft.language = event.language;
  return draft;
}

/** Whether there is something: null stands for nothing, as in what was checked and left out. */
const given = <T>(value: T): value is NonNullable<T> => value !== undefined && value !== null;

/** The span, which nobody else has yet, with the source's own wording of it. */
export function withWords(
  span: { said?: string } & TimeSpan,
  time: TimeInput,
  { language, own }: Pick<EventContext, "language" | "own">,
): TimeSpan {
  const said = typeof time === "object" && "said" in time ? pickText(time.said, language, own) : "";
  if (said !== "") span.said = said;
  return span;
}

function linksOf(links: readonly (EventLink | null)[], { language, own }: EventContext): readonly ResolvedLink[] {
  const resolved: ResolvedLink[] = [];
  for (const link of links) {
    if (link === null) continue;
    const label = given(link.label) ? pickText(link.label, language, own) : "";
    resolved.push({
      type: clean(link.type ?? "follows", LONGEST_NAME),
      to: clean(link.to, LONGEST_NAME).replace(/\s+/g, "-"),
      ...(label === "" ? {} : { label }),
      ...(link.main === true ? { main: true } : {}),
    });
  }
  return resolved;
}

/** Places, lanes and category by their ids; what is not defined yet is made here. */
export function refer(draft: Draft, event: TimelineEvent, context: EventContext): void {
  if (event.places) draft.places = context.places.idsOf(event.places);
  if (event.lanes) draft.lanes = context.lanes.idsOf(event.lanes);
  if (event.category) draft.category = context.categories.idOf(event.category) ?? undefined;
}

/** What is in a list; null stands for what was left out of it. */
const present = <T>(value: readonly T[]): readonly T[] => value.filter((v) => v !== null);
const strings = (value: readonly string[] | undefined): readonly string[] =>
  value
    ? present(value)
        .map((v) => clean(v, LONGEST_NAME))
        .filter((v) => v !== "")
    : EMPTY;

function importanceOf(value: unknown, row: number, problems: Problem[]): 1 | 2 | 3 | 4 | 5 {
  if (value === undefined || value === null || value === "") return 3;
  const n = typeof value === "string" ? Number(value) : value;
  if (n === 1 || n === 2 || n === 3 || n === 4 || n === 5) return n;
  problems.push(problem("E-IMPORTANCE", { path: `${pathOf(row)}.importance`, value }));
  return 3;
}

const number = (v: unknown): number | null => (typeof v === "number" && Number.isFinite(v) ? v : null);

function quantitiesOf(
  quantities: readonly (Quantity | null)[],
  path: string,
  { own, language, problems }: EventContext,
): ResolvedQuantity[] {
  const out = quantities.flatMap((q, i): ResolvedQuantity[] => {
    if (q === null) return [];
    const at = `${path}.quantities[${i}]`;
    const said = pickText(q.said, language, own);
    let [low, best, high] = [number(q.low), number(q.best), number(q.high)];
    const written = [q.low, q.best, q.high].some((v) => v !== undefined && v !== null);
    if (!written && said !== "") {
      // The words in the document's own language are what is parsed, whatever language is shown.
      const parsed = parseQuantity(pickText(q.said, own, own), { language: own });
      if (parsed.ok) {
        [low, best, high] = [parsed.value.low ?? null, parsed.value.best ?? null, parsed.value.high ?? null];
        for (const p of parsed.problems ?? EMPTY) problems.push({ ...p, path: at });
      }
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
      problems.push(
        problem("W-NUMBER-ORDER", { path: at, value: [low, best, high].filter((n) => n !== null).join(" ≤ ") }),
      );
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

/** Who says so: the event's claims, and its plain sources as claims about the whole text. */
export const claimsOf = (event: TimelineEvent, context: EventContext): readonly ResolvedClaim[] =>
  event.claims || event.sources ? claimsMade(event, context) : EMPTY;

function claimsMade(event: TimelineEvent, { language, own, sources }: EventContext): readonly ResolvedClaim[] {
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
