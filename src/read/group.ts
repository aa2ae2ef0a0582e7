import type { Problem } from "../model/problem.js";

const LISTED = 10;

/** The same problem in many rows as one, with a count and the first rows; the order is that of first appearance. */
export function groupProblems(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const p of problems) {
    const key = p.row === undefined ? `${groups.size}` : JSON.stringify([p.code, p.column, p.message]);
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return first!;
    return { ...first, count: group.length, rows: group.slice(0, LISTED).map((p) => p.row!) };
  });
}
