import { isObject } from "./object.js";
import type { Problem } from "./problem.js";
import { problem } from "./problems.js";
import { LONGEST_NAME, LONGEST_TEXT } from "./text.js";
import { parseInstant } from "./time.js";
import { safeUrl } from "./url.js";

/**
 * What a field may hold. Gives the value back when it has the right type; otherwise reports it at its path and gives what
 * can be kept of it, or undefined. Null and undefined never come here: they mean that there is nothing.
 */
export type Shape = (value: unknown, path: string, problems: Problem[]) => unknown;

/** Stands for all paths while it is only asked whether anything is wrong: most documents never need theirs. */
const UNTOLD = "?";
const inside = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
const item = (path: string, i: number): string => (path === UNTOLD ? path : `${path}[${i}]`);

/** Whether a value is as it should be. */
export function isSound(shape: Shape, value: unknown): boolean {
  const found: Problem[] = [];
  return shape(value, UNTOLD, found) === value && found.length === 0;
}

const nothing = (v: unknown): v is null | undefined => v === null || v === undefined;

const wrong = (what: string, value: unknown, path: string, problems: Problem[]): undefined => {
  problems.push(problem("E-DATA-TYPE", { path, value, message: `This should be ${what}` }));
  return undefined;
};

const ofType =
  (type: "string" | "number" | "boolean", what: string): Shape =>
  (value, path, problems) =>
    typeof value === type ? value : wrong(what, value, path, problems);

/** Anything: read elsewhere, or kept as it is. */
export const any: Shape = (value) => value;
export const flag = ofType("boolean", "true or false");
export const numeral = ofType("number", "a number");

/** A text that is cut, and reported, after so many characters; the cutting is left to whoever cleans it. */
const words =
  (most: number, what: string): Shape =>
  (value, path, problems) => {
    if (typeof value !== "string") return wrong(what, value, path, problems);
    if (value.length > most)
      problems.push(
        problem("W-TEXT-LONG", {
          path,
          value,
          message: `This text of ${value.length} characters was cut after ${most}`,
        }),
      );
    return value;
  };

/** A name or an id. */
export const name = words(LONGEST_NAME, "a word");
const plain = words(LONGEST_TEXT, "a text");

/** An id; a number is taken for its digits. */
export const identifier: Shape = (value, path, problems) =>
  typeof value === "number" ? String(value) : name(value, path, problems);

/** Plain text, or one text a language. */
export const text: Shape = (value, path, problems) => {
  if (!isObject(value)) return plain(value, path, problems);
  return each(value, path, problems, plain);
};

/** A language tag (BCP 47): letters, digits and hyphens. */
export const language: Shape = (value, path, problems) =>
  typeof value === "string" && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i.test(value)
    ? value
    : wrong('a language tag such as "kk"', value, path, problems);

/** One of a few words. */
export const oneOf =
  (...allowed: readonly string[]): Shape =>
  (value, path, problems) => {
    if (typeof value === "string" && allowed.includes(value)) return value;
    problems.push(problem("E-WORD", { path, value, hint: `Write one of ${allowed.join(", ")}` }));
    return undefined;
  };

/** A date-time; what is wrong with it is said under `code`, or as dates say it. */
export const instant =
  (code?: "E-KNOWN-FROM"): Shape =>
  (value, path, problems) => {
    const r = parseInstant(value);
    if (r.ok) return value;
    problems.push(code === undefined ? { ...r.problem, path } : problem(code, { path, value }));
    return undefined;
  };

/** An address that may be linked, as its normal form. */
export const url: Shape = (value, path, problems) => {
  const safe = safeUrl(value);
  if (safe.ok) return safe.value.href;
  problems.push({ ...safe.problem, path });
  return undefined;
};

/** An address that may be loaded: https alone. */
export const secureUrl: Shape = (value, path, problems) => {
  const href = url(value, path, problems) as string | undefined;
  if (href === undefined || href.startsWith("https:")) return href;
  problems.push(problem("E-URL", { path, value, message: "Media are loaded over https only" }));
  return undefined;
};

/** A list. What is wrong in it becomes null, so that the others keep their numbers. */
export const list =
  (shape: Shape): Shape =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return wrong("a list", value, path, problems);
    const given = value as unknown[];
    let out = given;
    for (let i = 0; i < given.length; i++) {
      const v = given[i];
      const sound = v === undefined || v === null ? null : (shape(v, item(path, i), problems) ?? null);
      if (sound === v) continue;
      if (out === given) out = [...given];
      out[i] = sound;
    }
    return out;
  };

const nameList = list(name);
/** A list of words; a single one is taken for a list of one. */
export const names: Shape = (value, path, problems) =>
  typeof value === "string" ? [name(value, path, problems)] : nameList(value, path, problems);

/** An object by its fields; one without a field that it needs is left out whole. Fields we do not know stay. */
export const fields = (shapes: Readonly<Record<string, Shape>>, ...needed: readonly string[]): Shape => {
  const known = new Map(Object.entries(shapes));
  return (value, path, problems) => {
    if (!isObject(value)) return wrong("an object", value, path, problems);
    const out = each(value, path, problems, known);
    const missing = needed.length === 0 ? undefined : needed.find((key) => nothing(out[key]));
    if (missing === undefined) return out;
    if (nothing(value[missing]))
      problems.push(problem("E-DATA-TYPE", { path, message: `This needs “${missing}”`, value }));
    return undefined;
  };
};

/** Each field by its shape, or by the one shape of all; the object itself where nothing is wrong. */
function each(
  value: Record<string, unknown>,
  path: string,
  problems: Problem[],
  shapes: ReadonlyMap<string, Shape> | Shape,
): Record<string, unknown> {
  let out = value;
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const shape = typeof shapes === "function" ? shapes : shapes.get(key);
    const v = value[key];
    if (shape === undefined || v === undefined || v === null) continue;
    const sound = shape(v, path === UNTOLD ? path : inside(path, key), problems);
    if (sound === v) continue;
    if (out === value) out = { ...value };
    if (sound === undefined) Reflect.deleteProperty(out, key);
    else out[key] = sound;
  }
  return out;
}
