import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { clean, pickText } from "./text.js";
import type { LocalizedText } from "./types.js";

/** What places, sources, categories and lanes have in common: an id, a name, perhaps a parent. */
export interface Definition {
  readonly id: string;
  readonly name?: LocalizedText | undefined;
  readonly parent?: string | undefined;
}

/**
 * Things that events refer to by id or by name. A name without a definition makes one. Defined ones keep the document's
 * order; the made ones follow in the order in which they are asked for.
 */
export interface Registry<T> {
  readonly idOf: (ref: unknown) => string | null;
  readonly map: Map<string, T>;
}

const idFrom = (name: string): string => name.replace(/\s+/g, "_");

export function registry<D extends Definition, T>(
  definitions: unknown,
  {
    path,
    language,
    own,
    problems,
    make,
  }: {
    path: string;
    language: string;
    own: string;
    problems: Problem[];
    make: (id: string, name: string, definition: D | undefined) => T;
  },
): Registry<T> {
  const map = new Map<string, T>();
  const byName = new Map<string, string>();
  const parents = new Map<string, string>();
  const list = definitions === undefined || definitions === null ? [] : definitions;
  if (!Array.isArray(list))
    problems.push(problem("E-DATA-TYPE", { path, message: `${path} should be a list`, value: list }));
  (Array.isArray(list) ? (list as unknown[]) : []).forEach((entry, i) => {
    const d = entry as D;
    if (typeof d !== "object" || d === null || typeof d.id !== "string" || d.id.trim() === "") {
      problems.push(problem("E-DATA-TYPE", { path: `${path}[${i}]`, message: "This needs an id", value: entry }));
      return;
    }
    const id = idFrom(clean(d.id, 200));
    const name = pickText(d.name ?? d.id, language, own) || id;
    if (map.has(id)) {
      problems.push(
        problem("E-ID-DUPLICATE", {
          path: `${path}[${i}].id`,
          message: "This id is defined twice; the first counts",
          value: d.id,
        }),
      );
      return;
    }
    if (typeof d.parent === "string") {
      if (cyclic(parents, id, idFrom(d.parent)))
        problems.push(problem("E-CYCLE", { path: `${path}[${i}].parent`, value: d.parent }));
      else parents.set(id, idFrom(d.parent));
    }
    map.set(id, make(id, name, d));
    byName.set(name, id);
    if (typeof d.name === "object")
      for (const n of Object.values(d.name)) if (typeof n === "string" && !byName.has(n)) byName.set(n, id);
  });
  for (const parent of parents.values())
    if (!map.has(parent)) map.set(parent, make(parent, byName.get(parent) ?? parent, undefined));
  // The same few names are asked for again and again.
  const asked = new Map<string, string>();
  return {
    map,
    idOf: (ref) => {
      if (typeof ref !== "string") return null;
      const known = asked.get(ref);
      if (known !== undefined) return known;
      const name = clean(ref, 200);
      if (name === "") return null;
      const id = byName.get(name) ?? idFrom(name);
      if (!map.has(id)) {
        map.set(id, make(id, name, undefined));
        byName.set(name, id);
      }
      asked.set(ref, id);
      return id;
    },
  };
}

function cyclic(parents: ReadonlyMap<string, string>, id: string, parent: string): boolean {
  for (let p: string | undefined = parent, n = 0; p !== undefined && n < 1000; p = parents.get(p), n++)
    if (p === id) return true;
  return false;
}
