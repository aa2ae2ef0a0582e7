import type { Problem } from "../model/problem.js";
import { problem } from "../read/problems.js";

/** Collects what a table has no place for: each field once, with its first path and how often. */
export interface LostFields {
  readonly add: (field: string, path: string) => void;
  readonly problems: () => readonly Problem[];
}

export function lostFields(): LostFields {
  const found = new Map<string, { readonly field: string; readonly path: string; count: number }>();
  return {
    add: (field, path) => {
      const key = path.replace(/\[\d+\]/, "");
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { field, path, count: 1 });
    },
    problems: () =>
      [...found.values()].map(({ field, path, count }) =>
        problem("W-TABLE-LOST", {
          message: `A table cannot hold this ${field}; it was left out or shortened`,
          path,
          ...(count > 1 ? { count } : {}),
          ...(field === "zone" ? { hint: "Give it when the table is read: --zone Asia/Almaty" } : {}),
        }),
      ),
  };
}
