import type { Problem } from "../model/problem.js";
import type { ProblemKind } from "../model/problems.js";
import { problemKinds } from "./problems.js";

/** Rows, or paths, listed of one problem. */
const LISTED = 10;
/** Different messages of one code in one place; what is beyond stands together under the code's own words. */
const MESSAGES = 50;

interface Group {
  readonly first: Problem;
  readonly rows: number[];
  readonly paths: string[];
  count: number;
}

/** Problems as they come, the same in many places as one: a million bad rows take no more memory than a few. */
export interface ProblemGroups {
  readonly add: (p: Problem) => void;
  /** The order is that of first appearance. */
  readonly list: () => Problem[];
}

type Kinds = Readonly<Record<string, ProblemKind>>;

/** @param kinds the catalogue of all codes that come */
export function problemGroups(kinds: Kinds = problemKinds): ProblemGroups {
  const groups = new Map<string, Group>();
  const messages = new Map<string, number>();
  /** Whether a message is one too many for its place. */
  const tooMany = (place: string): boolean => {
    const n = messages.get(place) ?? 0;
    messages.set(place, n + 1);
    return n >= MESSAGES;
  };
  return {
    add: (p) => {
      const { code, row, column, path } = p;
      if (row === undefined && path === undefined) {
        groups.set(String(groups.size), { first: p, rows: [], paths: [], count: 1 });
        return;
      }
      const place = JSON.stringify([code, column, placesOf(path)]);
      let key = `${place} ${p.message}`;
      let first = p;
      if (!groups.has(key) && tooMany(place)) {
        key = place;
        first = { ...p, message: kinds[code]!.summary };
      }
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { first, rows: [], paths: [], count: 0 }));
      group.count++;
      if (row !== undefined && group.rows.length < LISTED) group.rows.push(row);
      if (row === undefined && path !== undefined && group.paths.length < LISTED) group.paths.push(path);
    },
    list: () => [...groups.values()].map(told),
  };
}

/** All places of a list as one: "events[].time". */
const placesOf = (path: string | undefined): string | undefined => path?.replace(/\[\d+\]/g, "[]");

const told = ({ first, rows, paths, count }: Group): Problem =>
  count === 1
    ? first
    : { ...first, count, ...(rows.length > 0 ? { rows } : {}), ...(paths.length > 0 ? { paths } : {}) };

/** The same problem in many rows or at many paths as one, with a count and the first places. */
export function groupProblems(problems: readonly Problem[], kinds?: Kinds): Problem[] {
  const groups = problemGroups(kinds);
  problems.forEach(groups.add);
  return groups.list();
}
