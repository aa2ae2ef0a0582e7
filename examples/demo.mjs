// The main job: the Kazakhstan story from its data files to pictures and a page in out/.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
mkdirSync(`${root}out`, { recursive: true });
const render = (...args) =>
  execFileSync(
    process.execPath,
    [`${root}dist/node/cli.js`, "render", `${root}examples/kazakhstan-2022-01.json`, ...args],
    {
      stdio: "inherit",
    },
  );

const made = {
  "out/kazakhstan.svg": ["--width", "960"],
  "out/kazakhstan-dark.svg": ["--width", "640", "--theme", "dark"],
  "out/kazakhstan-print.svg": ["--width", "180mm"],
  "out/kazakhstan-kk.svg": ["--locale", "kk"],
  "out/kazakhstan.html": ["--width", "960"],
};
for (const [file, args] of Object.entries(made)) {
  render("-o", `${root}${file}`, ...args);
  console.log(file);
}
