import { parseArgs } from "node:util";
import { resolveTime } from "../model/time.js";
import { isZone } from "../model/zone.js";
import { Usage } from "./usage.js";

const string = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  output: { ...string, short: "o" },
  sheet: string,
  columns: { ...string, multiple: true },
  list: string,
  dozens: string,
  "date-order": string,
  zone: string,
  strict: flag,
  fix: flag,
  progress: flag,
  format: string,
  width: string,
  height: string,
  theme: string,
  "lane-by": string,
  "color-by": string,
  "lane-order": string,
  orientation: string,
  track: { ...string, multiple: true },
  "track-kind": string,
  periods: { ...string, multiple: true },
  "time-scale": string,
  "relative-to": string,
  shade: string,
  fold: { ...string, multiple: true },
  from: string,
  to: string,
  locale: string,
  direction: string,
  title: string,
  subtitle: string,
  credit: string,
  "as-known-at": string,
  notes: string,
  quantity: string,
  "to-format": string,
  help: { ...flag, short: "h" },
  version: flag,
} as const;

export type Values = {
  readonly [K in keyof typeof OPTIONS]?:
    | ((typeof OPTIONS)[K] extends { readonly type: "boolean" }
        ? boolean
        : (typeof OPTIONS)[K] extends { readonly multiple: true }
          ? readonly string[]
          : string)
    | undefined;
};

export interface Arguments {
  readonly command: "check" | "render" | undefined;
  readonly files: readonly string[];
  readonly values: Values;
}

/** @throws Usage for a command or an option that there is not */
export function parse(args: readonly string[]): Arguments {
  const first = args[0];
  // Options of another command would be complained of before the command itself.
  if (first !== undefined && /^\w/.test(first) && first !== "check" && first !== "render")
    throw new Usage(`There is no command “${first}”; there are check and render`);
  const { values, positionals } = parsed(args);
  const [command, ...files] = positionals;
  return { values, files, command: command === "check" || command === "render" ? command : undefined };
}

function parsed(args: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Usage(complaint(error as NodeJS.ErrnoException));
  }
}

/** What Node says of options, in fewer words. */
function complaint({ code, message }: NodeJS.ErrnoException): string {
  const name = /'(?:-\w, )?(-{1,2}[^' ]*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = Object.keys(OPTIONS).find((o) => isNear(o, name.replace(/^-+/, "")));
    return `There is no option ${name}${near === undefined ? "" : `. Did you mean --${near}?`}`;
  }
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return message;
  if (/does not take/.test(message)) return `${name} takes no value`;
  const dash = /ambiguous/.test(message) ? `; one that begins with a dash is written ${name}=-5` : "";
  return `${name} wants a value after it${dash}`;
}

/** Whether two words differ by one letter, or by two that have changed places. */
function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || b.length < 3) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  const swapped = x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0];
  return swapped || x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}

/** @throws Usage where there is not one file, or where options say what cannot be */
export function fileOf(command: Arguments["command"], files: readonly string[], values: Values): string {
  const [file, ...more] = files;
  if (command === undefined || file === undefined || file.trim() === "")
    throw new Usage("Say what to do and with which file: datelines check story.csv");
  if (more.length > 0)
    throw new Usage(
      `One file at a time, not ${files.map((f) => `“${f}”`).join(" and ")}; a name with blanks goes in quotation marks`,
    );
  if (command === "check" && values.output !== undefined && values.fix !== true)
    throw new Usage("check writes a file with --fix alone: check story.csv --fix -o fixed.csv");
  if (command === "render" && values.fix === true) throw new Usage("--fix goes with check");
  const { zone } = values;
  if (zone !== undefined && !isZone(zone)) throw new Usage(`--zone is an IANA name: Asia/Almaty; not “${zone}”`);
  for (const end of ["from", "to"] as const) {
    const date = values[end];
    if (date !== undefined && !resolveTime(date, { zone: zone ?? "UTC" }).ok)
      throw new Usage(`--${end} is a date: 2022-01-06; not “${date}”`);
  }
  return file;
}
