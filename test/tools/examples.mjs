// The examples: each data file with its options, and the same data with other options: NAME.options.json that says `of`.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const dir = new URL("../../examples/", import.meta.url);
const optionsOf = (name) => {
  const url = new URL(`${name}.options.json`, dir);
  return existsSync(url) ? JSON.parse(readFileSync(url, "utf8")) : {};
};

/** `name`, the data's `file`, `options` of the picture, those of `read`, and the picture's `own`, where the data are another's. */
export function examples() {
  const names = readdirSync(dir);
  const files = names.filter((f) => /\.(?:csv|json)$/.test(f) && !f.endsWith(".options.json"));
  const variants = names
    .filter((f) => f.endsWith(".options.json"))
    .map((f) => f.slice(0, -".options.json".length))
    .filter((name) => !files.includes(name));
  return [...files, ...variants].map((name) => {
    const { of: file = name, ...own } = optionsOf(name);
    const { read = {}, ...options } = file === name ? own : { ...optionsOf(file), ...own };
    return { name, file, options, read, own };
  });
}

export const contentOf = (file) => readFileSync(new URL(file, dir));
