import { forest } from "./forest.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { clean, LONGEST_NAME, pickText } from "./text.js";
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
  /** The ids of several, each once. */
  readonly idsOf: (refs: readonly unknown[]) => readonly string[];
  readonly map: Map<string, T>;
  /** The id in a list, which is empty for a reference that names nothing; null for one that would make a definition. */
  readonly find: (ref: unknown) => readonly string[] | null;
}

/** A registry that makes nothing: `missing` is called where it would have to. */
export function reading<T>({ map, find }: Registry<T>, missing: () => void): Registry<T> {
  const alone = (ref: unknown): readonly string[] => {
    const found = find(ref);
    if (found === null) missing();
    return found ?? NONE;
  };
  return { map, find, idOf: (ref) => alone(ref)[0] ?? null, idsOf: (refs) => idsBy(refs, alone) };
}

const idsBy = (refs: readonly unknown[], alone: (ref: unknown) => readonly string[]): readonly string[] =>
  refs.length === 1 ? alone(refs[0]) : [...new Set(refs.flatMap(alone))];

const idFrom = (name: string): string => name.replace(/\s+/g, "_");

export function registry<D extends Definition, T>(
  definitions: readonly (D | null)[] | undefined,
  {
    path,
    language,
    own,
    problems,
    up = (d) => d.parent,
    make,
  }: {
    path: string;
    language: string;
    own: string;
    problems: Problem[];
    /** Id of what a definition lies in; what would lie in itself is reported and lies in nothing. */
    up?: (definition: D) => string | undefined;
    make: (id: string, name: string, definition: D | undefined, parent: string | undefined) => T;
  },
): Registry<T> {
  const map = new Map<string, T>();
  const byName = new Map<string, string>();
  const parents = new Set<string>();
  const { join } = forest();
  definitions?.forEach((d, i) => {
    if (d === null) return;
    const id = idFrom(clean(d.id, LONGEST_NAME));
    if (id === "") {
      problems.push(problem("E-DATA-TYPE", { path: `${path}[${i}].id`, message: "This needs an id", value: d.id }));
      return;
    }
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
    const parent = idFrom(clean(up(d) ?? "", LONGEST_NAME));
    const inside = parent !== "" && join(id, parent);
    if (inside) parents.add(parent);
    else if (parent !== "") problems.push(problem("E-CYCLE", { path: `${path}[${i}]`, value: parent }));
    map.set(id, make(id, name, d, inside ? parent : undefined));
    byName.set(name, id);
    if (d.name && typeof d.name === "object")
      for (const n of Object.values(d.name)) if (!byName.has(n)) byName.set(n, id);
  });
  for (const parent of parents) if (!map.has(parent)) map.set(parent, make(parent, parent, undefined, undefined));
  // The same few names are asked for again and again, mostly alone: each has one list for all that refer to it alone.
  const asked = new Map<string, readonly [id: string]>();
  const alone = (ref: unknown): readonly [id: string] | readonly [] => {
    if (typeof ref !== "string") return NONE;
    const known = asked.get(ref);
    if (known !== undefined) return known;
    const name = clean(ref, LONGEST_NAME);
    if (name === "") return NONE;
    const id = byName.get(name) ?? idFrom(name);
    if (!map.has(id)) {
      map.set(id, make(id, name, undefined, undefined));
      byName.set(name, id);
    }
    const list = [id] as const;
    asked.set(ref, list);
    return list;
  };
  return {
    map,
    idOf: (ref) => alone(ref)[0] ?? null,
    idsOf: (refs) => idsBy(refs, alone),
    find: (ref) => {
      if (typeof ref !== "string") return NONE;
      const name = clean(ref, LONGEST_NAME);
      if (name === "") return NONE;
      const id = byName.get(name) ?? idFrom(name);
      return map.has(id) ? [id] : null;
    },
  };
}

const NONE = [] as const;
