import { writeFile } from "node:fs/promises";
import { arrange } from "../layout/arrange.js";
import { groupingOf, laneGroupingOf } from "../layout/grouping-text.js";
import type { LaneOrder } from "../layout/options.js";
import { quantityOf } from "../layout/quantity-choice.js";
import { shadeOf } from "../layout/shade-text.js";
import { relativeToOf, TIME_SCALES } from "../layout/scale-text.js";
import { place } from "../layout/place.js";
import type { Problem } from "../model/problem.js";
import { parseInstant } from "../model/time.js";
import type { TimelineData } from "../model/types.js";
import { DATE_LIMIT } from "../model/zone.js";
import { paintFigure } from "../paint/figure.js";
import { paintSVG } from "../paint/svg.js";
import { draw } from "../scene/draw.js";
import type { Scene } from "../scene/types.js";
import { groupingsMeant } from "../read/grouping-meant.js";
import type { TimelineOptions } from "../static.js";
import { readBesideFiles } from "./beside.js";
import { oneOf, readInput } from "./input.js";
import type { Values } from "./arguments.js";
import { htmlPage } from "./page.js";
import { isUnreadable, report } from "./report.js";
import { reasonOf, Usage } from "./usage.js";

/** Draws the file. A picture is written even where rows had errors: what can be read is drawn, and the status says 1. */
export async function render(file: string, values: Values): Promise<number> {
  const output = values.output ?? "-";
  const kind = kindOf(output, values["to-format"]);
  const { data, problems } = await readInput(file, values);
  const beside = await readBesideFiles(values);
  const tracks = beside.flatMap((f) => f.tracks);
  const periods = beside.flatMap((f) => f.periods);
  const options = {
    ...groupingsMeant(optionsOf(values), data),
    ...(tracks.length > 0 ? { tracks } : {}),
    ...(periods.length > 0 ? { periods } : {}),
  };
  // An earlier picture is not overwritten with an empty one.
  if (isUnreadable(problems)) return report({ file, problems }, beside, values);
  const { text, scene } = kind === "svg" ? picture(data, options) : page(data, options);
  if (output === "-") process.stdout.write(text);
  else await write(output, text);
  const known = [...problems, ...beside.flatMap((f) => f.problems)];
  const own = merged(known, scene.problems).slice(known.length);
  return report({ file, problems: [...problems, ...own] }, beside, values);
}

interface Rendered {
  readonly text: string;
  readonly scene: Scene;
}

function picture(data: TimelineData, options: TimelineOptions): Rendered {
  const scene = draw(place(arrange(data, options)), options);
  return { text: paintSVG(scene), scene };
}

function page(data: TimelineData, options: TimelineOptions): Rendered {
  const { arrangement, scene, html } = paintFigure(data, options);
  return { text: htmlPage(arrangement, html), scene };
}

/** What reading has told already is not told again by drawing. */
function merged(read: readonly Problem[], drawn: readonly Problem[]): Problem[] {
  const told = new Set(read.map((p) => p.code + (p.value ?? "")));
  return [...read, ...drawn.filter((p) => !told.has(p.code + (p.value ?? "")))];
}

async function write(output: string, text: string): Promise<void> {
  try {
    await writeFile(output, text);
  } catch (error) {
    throw new Usage(`${output} cannot be written: ${reasonOf(error)}`);
  }
}

function kindOf(output: string, stated: string | undefined): "svg" | "html" {
  const ext = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase();
  if (ext === "pdf" || ext === "png")
    throw new Usage(`${ext.toUpperCase()} is not available in this version; write an .svg or .html`);
  if (output !== "-" && stated === undefined) {
    if (ext === "svg" || ext === "html" || ext === "htm") return ext === "svg" ? "svg" : "html";
    throw new Usage(`The output should end in .svg or .html, not “${output}”`);
  }
  return oneOf("to-format", stated, ["svg", "html"] as const) ?? "svg";
}

function length(
  name: string,
  text: string | undefined,
): { readonly value: number; readonly unit: "px" | "mm" } | undefined {
  if (text === undefined) return undefined;
  const m = /^(\d+(?:\.\d+)?)(px|mm)?$/.exec(text);
  const value = Number(m?.[1]);
  if (!m || !(value > 0) || value > 20000)
    throw new Usage(`--${name} is a number of px, or of mm: 960, 125.5mm; not “${text}”`);
  return { value, unit: m[2] === "mm" ? "mm" : "px" };
}

/** One of our words, or names with semicolons between. */
const laneOrderOf = (text: string | undefined): LaneOrder | undefined =>
  text?.includes(";") === true
    ? text.split(";").map((name) => name.trim())
    : oneOf(
        "lane-order",
        text,
        ["first", "name", "count", "given"] as const,
        'or names with ; between: "North; South"',
      );

function optionsOf(values: Values): TimelineOptions {
  const width = length("width", values.width);
  const height = length("height", values.height);
  if (width && height && width.unit !== height.unit)
    throw new Usage("--width and --height are both in px, or both in mm");
  const notes = values.notes === undefined ? undefined : Number(values.notes);
  if (notes !== undefined && !(Number.isInteger(notes) && notes >= 0)) throw new Usage("--notes is a whole number");
  const { shade } = values;
  if (shade !== undefined && shadeOf(shade) === undefined)
    throw new Usage("--shade is nights, weekends, both with a comma, or none");
  const known = values["as-known-at"];
  const instant = known === undefined ? null : parseInstant(known, { zone: values.zone });
  if (instant && !(instant.ok && Math.abs(instant.value.ms) <= DATE_LIMIT))
    throw new Usage(`--as-known-at is a date-time: 2022-01-06T13:50+01:00; not “${known}”`);
  return {
    title: values.title,
    subtitle: values.subtitle,
    credit: values.credit,
    width: width?.value,
    height: height?.value,
    unit: (width ?? height)?.unit,
    theme: oneOf("theme", values.theme, ["light", "dark", "print", "mono"] as const),
    laneBy: values["lane-by"] === undefined ? undefined : laneGroupingOf(values["lane-by"]),
    colorBy: values["color-by"] === undefined ? undefined : groupingOf(values["color-by"]),
    laneOrder: laneOrderOf(values["lane-order"]),
    folded: values.fold?.flatMap((names) => names.split(";").map((name) => name.trim())),
    orientation: oneOf("orientation", values.orientation, ["auto", "horizontal", "vertical"] as const),
    timeScale: oneOf("time-scale", values["time-scale"], TIME_SCALES),
    shade: shade === undefined ? undefined : shadeOf(shade),
    relativeTo: values["relative-to"] === undefined ? undefined : relativeToOf(values["relative-to"]),
    from: values.from,
    to: values.to,
    zone: values.zone,
    locale: values.locale,
    direction: oneOf("direction", values.direction, ["ltr", "rtl", "auto"] as const),
    asKnownAt: values["as-known-at"],
    notes,
    quantity: values.quantity === undefined ? undefined : quantityOf(values.quantity),
  };
}
