import type { ResolvedClaim, ResolvedEvent, Timeline } from "../model/resolved.js";

/** A source with its whole path, lettered in the picture. */
export interface SourceNote {
  /** a, b, … z, aa …; empty for the one that stands behind everything without a letter. */
  readonly letter: string;
  readonly claim: ResolvedClaim;
  /** Indexes of the events it stands behind. */
  readonly events: readonly number[];
}

export interface SourceNotes {
  readonly notes: readonly SourceNote[];
  /** The letters of an event, "a, c"; empty when it has none. */
  readonly lettersOf: (event: ResolvedEvent) => string;
}

/**
 * Letters the source paths in order of first appearance. A single name that stands behind two fifths of the events or
 * more is the picture's main source: it is named once, and a letter marks only what comes from elsewhere.
 */
export function sourceNotes(timeline: Timeline): SourceNotes {
  const paths = new Map<string, { claim: ResolvedClaim; events: Set<number> }>();
  timeline.events.forEach((event, index) => {
    for (let i = 0; i < event.claims.length; i++) {
      const claim = event.claims[i]!;
      if (claim.path.length === 0) continue;
      const key = keyOf(claim);
      const entry = paths.get(key) ?? { claim, events: new Set<number>() };
      entry.events.add(index);
      paths.set(key, entry);
    }
  });
  const main = mainSource(timeline, paths);
  const letters = new Map<string, string>();
  const notes: SourceNote[] = [];
  for (const [key, { claim, events }] of paths) {
    const letter = key === main ? "" : letterOf(letters.size);
    if (letter !== "") letters.set(key, letter);
    notes.push({ letter, claim, events: [...events] });
  }
  return {
    notes: [...notes.filter((n) => n.letter !== ""), ...notes.filter((n) => n.letter === "")],
    lettersOf: ({ claims }) =>
      claims.length === 0
        ? ""
        : [...new Set(claims.map((c) => letters.get(keyOf(c)) ?? ""))]
            .filter((l) => l !== "")
            .sort(order)
            .join(","),
  };
}

const order = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const keyOf = (claim: ResolvedClaim): string => JSON.stringify(claim.path.map((step) => step.map((s) => s.id)));

function mainSource(
  timeline: Timeline,
  paths: ReadonlyMap<string, { claim: ResolvedClaim; events: Set<number> }>,
): string | null {
  let best: string | null = null;
  let most = Math.max(2, timeline.events.length * 0.4);
  for (const [key, { claim, events }] of paths) {
    if (claim.path.length !== 1 || events.size < most || (best !== null && events.size === most)) continue;
    best = key;
    most = events.size;
  }
  return best;
}

function letterOf(index: number): string {
  let n = index;
  let s = "";
  do {
    s = String.fromCharCode(97 + (n % 26)) + s;
    n = Math.floor(n / 26) - 1;
  } while (n >= 0);
  return s;
}
