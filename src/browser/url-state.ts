import type { Filter } from "./filter.js";
import { valuesOf } from "./filter.js";

/** What of a chart a link can carry. */
export interface SharedState {
  readonly from?: number;
  readonly to?: number;
  readonly filter?: Filter;
  readonly selected?: string;
  readonly knownAt?: number;
  /** Ids of lanes; none where all are unfolded that the page would have folded. */
  readonly folded?: readonly string[];
}

/** Longest value that is read from an address. */
const LONGEST = 500;

/** The state as the value of one key: numbers and names with their signs escaped, empty when there is nothing to say. */
export function writeState(state: SharedState): string {
  const params = new URLSearchParams();
  const { from, to, filter = {}, selected, knownAt, folded } = state;
  if (from !== undefined && to !== undefined) params.set("w", `${Math.round(from)}..${Math.round(to)}`);
  for (const id of valuesOf(filter.category)) params.append("c", id);
  for (const id of valuesOf(filter.lane)) params.append("l", id);
  for (const id of valuesOf(filter.verification)) params.append("v", id);
  if ((filter.text ?? "").trim() !== "") params.set("q", filter.text!.trim());
  if (typeof filter.importance === "number") params.set("i", String(filter.importance));
  if (selected !== undefined) params.set("e", selected);
  if (knownAt !== undefined) params.set("k", String(Math.round(knownAt)));
  for (const id of folded?.length === 0 ? [""] : (folded ?? [])) params.append("f", id);
  return params.toString();
}

/** Reads what {@link writeState} wrote; anything else is as if it were not there. */
export function readState(text: string): SharedState {
  const params = new URLSearchParams(text.slice(0, 8 * LONGEST));
  const short = (values: readonly string[]): string[] =>
    values.filter((v) => v !== "" && v.length <= LONGEST).slice(0, 50);
  const window = /^(-?\d{1,20})\.\.(-?\d{1,20})$/.exec(params.get("w") ?? "");
  const from = Number(window?.[1]);
  const to = Number(window?.[2]);
  const importance = Number(params.get("i"));
  const known = params.get("k") ?? "";
  const [selected] = short(params.getAll("e"));
  const [words] = short(params.getAll("q"));
  const filter: Filter = {
    ...listIn("category", short(params.getAll("c"))),
    ...listIn("lane", short(params.getAll("l"))),
    ...listIn("verification", short(params.getAll("v"))),
    ...(words === undefined ? {} : { text: words }),
    ...(importance >= 1 && importance <= 5 ? { importance } : {}),
  };
  return {
    ...(window !== null && from < to ? { from, to } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(selected === undefined ? {} : { selected }),
    ...(params.has("f") ? { folded: short(params.getAll("f")) } : {}),
    ...(/^-?\d{1,16}$/.test(known) ? { knownAt: Number(known) } : {}),
  };
}

const listIn = (name: string, values: readonly string[]): object => (values.length > 0 ? { [name]: values } : {});

/** The value of a key in a fragment such as "#part&timeline=w%3D1..2". */
export function stateInHash(hash: string, key: string): string | null {
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at) === key) {
      try {
        return decodeURIComponent(part.slice(at + 1));
      } catch {
        return null;
      }
    }
  }
  return null;
}

/** The fragment with the value of a key set, or taken away where it is empty; other parts stay as they are. */
export function hashWith(hash: string, key: string, value: string): string {
  const others = hash
    .replace(/^#/, "")
    .split("&")
    .filter((part) => part !== "" && !part.startsWith(`${key}=`));
  const parts = value === "" ? others : [...others, `${key}=${encodeURIComponent(value)}`];
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}
