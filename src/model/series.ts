import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { parseQuantity } from "./quantity.js";
import { withWords } from "./resolve-event.js";
import type { ResolvedPoint, ResolvedSeries } from "./resolved.js";
import type { TimeSpan } from "./span.js";
import { clean, pickText } from "./text.js";
import { resolveTime } from "./time.js";
import type { LocalizedText, NumberTrack, TrackKind, TrackPoint } from "./types.js";

export interface SeriesContext {
  /** The document's language, and the one in which texts are chosen. */
  readonly own: string;
  readonly language: string;
  readonly zone: string;
  /** ms, or null; what was published by then lies before it. */
  readonly asOf: number | null;
  readonly problems: Problem[];
}

/** Beyond this numbers have no units left. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Makes number tracks ready to lay out. A figure whose time cannot be read is reported and left out; one whose words give
 * no number keeps its words and is a gap; a track of which nothing is left is reported.
 *
 * @param tracks of the right types; null for what was left out before
 * @param path where they stand in the document, for Problems
 * @example
 * resolveSeries([{ title: "Arrests", points: [{ time: "2022-01-06", value: "more than 2,000" }] }], "tracks", context)
 */
export function resolveSeries(
  tracks: readonly (NumberTrack | null)[],
  path: string,
  context: SeriesContext,
): readonly ResolvedSeries[] {
  const { own, language, asOf, problems } = context;
  return tracks.flatMap((track, i): ResolvedSeries[] => {
    if (track === null) return [];
    const at = `${path}[${i}]`;
    const kind = track.kind ?? "line";
    const points = track.points.flatMap((point: TrackPoint | null, k): ResolvedPoint[] => {
      const resolved = point === null ? null : pointOf(point, `${at}.points[${k}]`, kind, context);
      return resolved === null ? [] : [resolved];
    });
    const title = pickText(track.title, language, own);
    if (!points.some(isKnown)) {
      const message = asOf === null ? "This track has no figure" : "This track has no figure that was known";
      problems.push(problem("E-DATA-TYPE", { path: `${at}.points`, message, value: title }));
      return [];
    }
    points.sort((a, b) => a.at - b.at);
    const unit = pickText(track.unit, language, own);
    return [{ title, unit, source: pickText(track.source, language, own), kind, points }];
  });
}

/** Whether anything is known of the number: otherwise the point is a gap. */
export const isKnown = ({ low, best, high }: Pick<ResolvedPoint, "low" | "best" | "high">): boolean =>
  low !== null || best !== null || high !== null;

export const isExact = ({ low, best, high }: Pick<ResolvedPoint, "low" | "best" | "high">): boolean =>
  best !== null && low === best && high === best;

function pointOf(point: TrackPoint, path: string, kind: TrackKind, context: SeriesContext): ResolvedPoint | null {
  const { zone, asOf, problems } = context;
  const time = resolveTime(point.time, { zone });
  if (!time.ok) {
    problems.push({ ...time.problem, path: `${path}.time` });
    return null;
  }
  for (const p of time.problems ?? []) problems.push({ ...p, path: `${path}.time` });
  const at = momentOf(time.value, kind, asOf);
  if (at === null) {
    problems.push(problem("E-DATE-MISSING", { path: `${path}.time`, message: "The figure has no time" }));
    return null;
  }
  return { span: withWords(time.value, point.time, context), at, ...numbersOf(point, path, context) };
}

type Numbers = Pick<ResolvedPoint, "said" | "low" | "best" | "high">;

function numbersOf(point: TrackPoint, path: string, { own, language, problems }: SeriesContext): Numbers {
  const told = valueOf(point.value, path, { own, language, problems });
  const [low, high] = [bound(point.low, `${path}.low`, problems), bound(point.high, `${path}.high`, problems)];
  if (low === null && high === null) return told;
  // Bounds of its own say more about a number than the number itself, which is then the best guess within them.
  const exact = isExact(told);
  const all = { ...told, low: low ?? (exact ? null : told.low), high: high ?? (exact ? null : told.high) };
  const [a, b, c] = [all.low ?? -Infinity, all.best, all.high ?? Infinity];
  if (a > c || (b !== null && (b < a || b > c))) {
    const value = [all.low, all.best, all.high].filter((n) => n !== null).join(" ≤ ");
    problems.push(problem("W-NUMBER-ORDER", { path, value }));
  }
  return all;
}

const GAP: Numbers = { said: "", low: null, best: null, high: null };

function valueOf(
  value: number | LocalizedText | null | undefined,
  path: string,
  { own, language, problems }: Pick<SeriesContext, "own" | "language" | "problems">,
): Numbers {
  if (value === undefined || value === null) return GAP;
  const at = `${path}.value`;
  const plain = typeof value === "number" ? value : numeral(value);
  if (plain !== null) {
    const n = bound(plain, at, problems);
    return n === null ? GAP : { said: "", low: n, best: n, high: n };
  }
  const said = pickText(value as LocalizedText, language, own);
  if (said === "") return GAP;
  // The words in the document's own language are what is parsed, whatever language is shown.
  const parsed = parseQuantity(pickText(value as LocalizedText, own, own), { language: own });
  if (!parsed.ok) {
    problems.push({ ...parsed.problem, path: at });
    return { ...GAP, said };
  }
  for (const p of parsed.problems ?? []) problems.push({ ...p, path: at });
  const { low = null, best = null, high = null } = parsed.value;
  return { said, low, best, high };
}

/** A text that is a number as programs write it; what has words or groups of digits is the source's own way to say it. */
function numeral(value: number | LocalizedText): number | null {
  return typeof value === "string" && /^[-−]?\d+(?:\.\d+)?$/.test(clean(value))
    ? Number(clean(value).replace("−", "-"))
    : null;
}

function bound(value: number | null | undefined, path: string, problems: Problem[]): number | null {
  if (value === undefined || value === null) return null;
  if (Number.isFinite(value) && Math.abs(value) <= MOST) return value;
  problems.push(problem("E-NUMBER-RANGE", { path, value }));
  return null;
}

/**
 * Where a figure stands on the axis: the middle of what its moment may be, up to the publication; the begin of an extent
 * where the number holds from then on, its middle otherwise; the bound where only one is known.
 */
function momentOf(
  { kind, startMin, startMax, endMin, endMax }: TimeSpan,
  as: TrackKind,
  asOf: number | null,
): number | null {
  const from = startMin ?? startMax;
  const to = kind === "during" ? (endMax ?? endMin) : startMax;
  if (from === null || to === null || (kind === "during" && as === "step")) return from ?? to ?? endMax ?? endMin;
  if (startMin === null && kind !== "during") return to;
  const known = asOf !== null && to > asOf && from < asOf ? asOf : to;
  return (from + known) / 2;
}
