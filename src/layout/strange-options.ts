import type { Problem } from "../model/problem.js";
import { problem } from "../model/problems.js";
import type { LayoutOptions } from "./options.js";
import { TIME_SCALES } from "./scale-text.js";

/** Words that an option may be, and kinds of values. */
const EXPECTED: Readonly<Record<string, string>> = {
  title: "text",
  subtitle: "text",
  credit: "text",
  fontFamily: "text",
  width: "number",
  height: "number",
  maxHeight: "number",
  notes: "number|boolean",
  links: "number|boolean",
  quantity: "text|list|boolean",
  labels: "function",
  measureText: "function",
  filter: "function",
  unit: "px|mm",
  theme: "light|dark|print|mono|object",
  direction: "auto|ltr|rtl",
  orientation: "auto|horizontal|vertical",
  timeScale: TIME_SCALES.join("|"),
  relativeTo: "first|object",
  laneOrder: "first|name|count|given|list",
  shade: "list|boolean",
  folded: "list",
  locale: "text|object",
  words: "object",
  wheel: "modifier|always|never",
  nested: "boolean",
  controls: "boolean|object",
  editable: "boolean",
  stateInUrl: "boolean|text",
  readerZone: "text",
};

/** All other options, some of which live pictures or drawing alone know. */
const OTHERS = (
  "laneBy colorBy from to zone tracks periods asKnownAt now layers idPrefix heading zoomable " + "hydrate document"
).split(" ");
const NAMES: ReadonlySet<string> = new Set([...Object.keys(EXPECTED), ...OTHERS]);

const squeezed = (name: string): string => name.replace(/\W|_/g, "").toLowerCase();

function unknownOption(name: string): Problem {
  const near = [...NAMES].find((known) => squeezed(known) === squeezed(name));
  const message = "There is no option of this name";
  return problem("W-OPTION", {
    path: `options.${name}`,
    message,
    value: name,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? "list"
    : typeof value === "string"
      ? "text"
      : Number.isNaN(value) || (value as number) < 0
        ? "no amount"
        : typeof value;

/**
 * Pages are not all written with types: an option that is null is one that is not given, and one that is nothing we know
 * is reported and left out, instead of being passed over in silence or breaking the picture.
 *
 * @returns the same object where all is well
 */
export function soundOptions(options: LayoutOptions): {
  readonly options: LayoutOptions;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const given = Object.entries(options) as [string, unknown][];
  const sound = given.filter(([name, value]) => {
    if (value === undefined) return true;
    if (!NAMES.has(name)) problems.push(unknownOption(name));
    if (!Object.hasOwn(EXPECTED, name)) return true;
    if (value === null) return false;
    const expected = EXPECTED[name]!.split("|");
    if (expected.includes(kindOf(value)) || expected.includes(value as string)) return true;
    // What live pictures alone know.
    if (name === "theme" && value === "auto") return true;
    problems.push(problem("W-OPTION", { path: `options.${name}`, value, hint: `Give ${expected.join(", ")}` }));
    return false;
  });
  return { options: sound.length === given.length ? options : Object.fromEntries(sound), problems };
}
