import { isObject } from "../model/object.js";

/** An object of a document and where it stands: "races[3]". */
export interface Node {
  readonly value: Record<string, unknown>;
  readonly path: string;
}

/** An object of a list, with those around it, the nearest first. */
export interface JsonRecord extends Node {
  readonly around: readonly Node[];
}

export const keyPath = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/**
 * The objects of the lists at a path of keys: "races", or "models" for the models of each company of a list. Lists on the
 * way are gone through item by item. What is no object among them is given to `other`. Null when there is no list.
 */
export function recordsAt(
  root: unknown,
  path: string,
  other: (value: unknown, path: string) => void,
): readonly JsonRecord[] | null {
  const records: JsonRecord[] = [];
  let isThere = false;
  const walk = (value: unknown, keys: readonly string[], at: string, around: readonly Node[]): void => {
    if (Array.isArray(value)) {
      if (keys.length === 0) isThere = true;
      value.forEach((item: unknown, i) => {
        const own = `${at}[${i}]`;
        if (keys.length > 0) walk(item, keys, own, around);
        else if (isObject(item)) records.push({ value: item, path: own, around });
        else other(item, own);
      });
    } else if (isObject(value) && keys.length > 0) {
      const [key = "", ...rest] = keys;
      if (Object.hasOwn(value, key)) walk(value[key], rest, keyPath(at, key), [{ value, path: at }, ...around]);
    }
  };
  const keys = path.split(".").filter((k) => k !== "");
  walk(root, keys, Array.isArray(root) && keys.length === 0 ? "events" : "", []);
  return isThere ? records : null;
}

/** Where a key of a record stands: `^` leads to the object around it. */
export function placeOfKey({ path, around }: JsonRecord, key: string): string {
  const ups = /^\^*/.exec(key)![0].length;
  return keyPath(ups === 0 ? path : (around[ups - 1]?.path ?? path), key.slice(ups));
}

/**
 * What stands in a record at a key, a path of keys ("sessions.gp"), or one of an object around it ("^company"); of a list
 * on the way all that its items have, but not of one around the record. Undefined for nothing.
 */
export function valueAt({ value, around }: JsonRecord, key: string): unknown {
  const ups = /^\^*/.exec(key)![0].length;
  return ups === 0 ? within(value, key, true) : within(around[ups - 1]?.value, key.slice(ups), false);
}

function within(value: unknown, path: string, throughLists: boolean): unknown {
  if (path === "") return value;
  if (Array.isArray(value)) {
    if (!throughLists) return undefined;
    const all = value.map((item) => within(item, path, true)).filter((v) => v !== undefined && v !== null);
    return all.length === 0 ? undefined : all.flat();
  }
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  const dot = path.indexOf(".");
  const key = dot < 0 ? path : path.slice(0, dot);
  return dot >= 0 && Object.hasOwn(value, key) ? within(value[key], path.slice(dot + 1), throughLists) : undefined;
}
