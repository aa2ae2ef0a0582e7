import type { Problem } from "../model/problem.js";
import { problemKinds, type ProblemCode } from "../model/problems.js";

/** Rows listed of one problem. */
const LISTED = 10;
/** Different messages of one code in one column; what is beyond stands together under the code's own words. */
const MESSAGES = 50;

interface Group {
  readonly first: Problem;
  readonly rows: number[];
  count: number;
}

/** Problems as they come, the same in many rows as one: a million bad rows take no more memory than a few. */
export interface ProblemGroups {
  readonly add: (p: Problem) => void;
  /** The order is that of first appearance. */
  readonly list: () => Problem[];
}

export function problemGroups(): ProblemGroups {
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
      if (p.row === undefined) {
        groups.set(String(groups.size), { first: p, rows: [], count: 1 });
        return;
      }
      const place = JSON.stringify([p.code, p.column]);
      let key = `${place} ${p.message}`;
      let first = p;
      if (!groups.has(key) && tooMany(place)) {
        key = place;
        first = { ...p, message: problemKinds[p.code as ProblemCode].summary };
      }
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { first, rows: [p.row], count: 1 });
        return;
      }
      group.count++;
      if (group.rows.length < LISTED) group.rows.push(p.row);
    },
    list: () => [...groups.values()].map(({ first, rows, count }) => (count === 1 ? first : { ...first, count, rows })),
  };
}

/** The same problem in many rows as one, with a count and the first rows; the order is that of first appearance. */
export function groupProblems(problems: readonly Problem[]): Problem[] {
  const groups = problemGroups();
  problems.forEach(groups.add);
  return groups.list();
}
