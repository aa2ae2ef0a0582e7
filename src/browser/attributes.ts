import { groupingOf, laneGroupingOf } from "../layout/grouping-text.js";
import { quantityOf } from "../layout/quantity-choice.js";
import { shadeOf } from "../layout/shade-text.js";
import { relativeToOf, TIME_SCALES } from "../layout/scale-text.js";
import type { LaneOrder } from "../layout/options.js";
import type { ColumnMapping } from "../read/columns.js";
import type { DateOrder } from "../read/dates.js";
import type { ReadOptions } from "../read/read.js";
import type { BesideSources } from "./beside.js";
import type { Controls, ChartOptions } from "./options.js";

/** The attributes of `<event-timeline>`: strings and numbers, never JSON or code. */
export const ATTRIBUTES = [
  "src",
  "track",
  "track-kind",
  "periods",
  "format",
  "columns",
  "date-order",
  "title",
  "subtitle",
  "credit",
  "height",
  "max-height",
  "lane-by",
  "color-by",
  "lane-order",
  "folded",
  "orientation",
  "time-scale",
  "relative-to",
  "shade",
  "from",
  "to",
  "zone",
  "locale",
  "theme",
  "direction",
  "as-known-at",
  "now",
  "links",
  "quantity",
  "wheel",
  "controls",
  "editable",
  "state-in-url",
] as const;

type Name = (typeof ATTRIBUTES)[number];
export type Get = (name: Name) => string | null;

const ORDERS = ["first", "name", "count", "given"] as const;

const oneOf = <T extends string>(text: string | null, ...words: readonly T[]): T | undefined =>
  words.find((w) => w === text);

function laneOrder(text: string | null): LaneOrder | undefined {
  if (text === null || text.trim() === "") return undefined;
  return oneOf(text, ...ORDERS) ?? listOf(text, ";");
}

const listOf = (text: string, between: string): string[] =>
  text
    .split(between)
    .map((s) => s.trim())
    .filter((s) => s !== "");

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,6}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;

/** "title=headline, start=date". */
function columns(text: string | null): ColumnMapping | undefined {
  if (text === null) return undefined;
  const pairs = listOf(text, ",")
    .filter((p) => p.includes("="))
    .map((p) => [p.slice(0, p.indexOf("=")).trim(), p.slice(p.indexOf("=") + 1).trim()] as const);
  return Object.fromEntries(pairs.filter(([ours, theirs]) => ours !== "" && theirs !== ""));
}

/** "none", or the names of the controls to have. */
function controls(text: string | null): Controls | boolean | undefined {
  if (text === null) return undefined;
  if (text.trim() === "none") return false;
  const wanted = new Set(listOf(text.replaceAll(",", " "), " "));
  const has = (name: string): boolean => wanted.has(name);
  return {
    toolbar: has("toolbar"),
    overview: has("overview"),
    filters: has("filters"),
    table: has("table"),
    download: has("download"),
    known: has("known"),
    help: has("help"),
  };
}

const without = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined)) as T;

/** The options that attributes stand for; what is not understood is as if it were not there. */
export function optionsFrom(get: Get): ChartOptions {
  const text = (name: Name): string | undefined => get(name) ?? undefined;
  return without<ChartOptions>({
    title: text("title"),
    subtitle: text("subtitle"),
    credit: text("credit"),
    height: numberOf(get("height")),
    maxHeight: numberOf(get("max-height")),
    laneBy: get("lane-by") ? laneGroupingOf(get("lane-by")!) : undefined,
    colorBy: get("color-by") ? groupingOf(get("color-by")!) : undefined,
    laneOrder: laneOrder(get("lane-order")),
    folded: get("folded") === null ? undefined : listOf(get("folded")!, ";"),
    orientation: oneOf(get("orientation"), "auto", "horizontal", "vertical"),
    timeScale: oneOf(get("time-scale"), ...TIME_SCALES),
    shade: get("shade") === null ? undefined : shadeOf(get("shade")!),
    relativeTo: get("relative-to") === null ? undefined : relativeToOf(get("relative-to")!),
    from: text("from"),
    to: text("to"),
    zone: text("zone"),
    locale: text("locale"),
    theme: oneOf(get("theme"), "auto", "light", "dark", "print", "mono"),
    direction: oneOf(get("direction"), "auto", "ltr", "rtl"),
    asKnownAt: text("as-known-at"),
    now: text("now"),
    links: get("links") === "none" ? false : numberOf(get("links")),
    quantity: get("quantity") === null ? undefined : quantityOf(get("quantity")!),
    wheel: oneOf(get("wheel"), "modifier", "always", "never"),
    controls: controls(get("controls")),
    editable: get("editable") === null ? undefined : get("editable") !== "false",
    stateInUrl: get("state-in-url") === null ? undefined : get("state-in-url") || true,
  });
}

/** How the file that `src` names is to be read. */
export function readOptionsFrom(get: Get): ReadOptions {
  return without<ReadOptions>({
    format: oneOf(get("format"), "csv", "tsv", "json"),
    zone: get("zone") ?? undefined,
    language: get("locale") ?? undefined,
    dateOrder: oneOf<DateOrder>(get("date-order"), "dmy", "mdy", "ymd"),
    columns: columns(get("columns")),
  });
}

/** The tables beside that of the events: addresses with blanks between, which an address has none of. */
export function besideFrom(get: Get): BesideSources {
  const list = (name: Name): string[] => (get(name) ?? "").split(/\s+/).filter((s) => s !== "");
  const { zone, language, dateOrder } = readOptionsFrom(get);
  return {
    tracks: list("track"),
    periods: list("periods"),
    kind: oneOf(get("track-kind"), "line", "step", "bars"),
    how: { zone, language, dateOrder },
  };
}
