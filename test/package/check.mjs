// The packed tarball: linted, its types resolved, installed elsewhere and used.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { rollup } from "rollup";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dir = mkdtempSync(path.join(tmpdir(), "datelines-pack-"));
const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
let passed = 0;
let failed = 0;
function check(name, ok, detail = "") {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "ok  " : "FAIL"} ${name}${ok ? "" : `\n${detail}`}`);
}
npm(["pack", "--ignore-scripts", "--pack-destination", dir], root);
const tarball = path.join(
  dir,
  readdirSync(dir).find((f) => f.endsWith(".tgz")),
);
for (const [name, args] of [
  ["publint", [tarball]],
  [
    "attw",
    [
      tarball,
      "--profile",
      "esm-only",
      "--exclude-entrypoints",
      "schema.json",
      "datelines.css",
      "event-timeline.js",
      "event-timeline-all.js",
    ],
  ],
]) {
  const r = spawnSync(path.join(root, "node_modules/.bin", name), args, { cwd: root, encoding: "utf8" });
  check(name, r.status === 0, `${r.stdout}${r.stderr}`);
}
// Installed by hand, so that no registry is asked: its dependencies are the project's own.
const home = path.join(dir, "site");
mkdirSync(path.join(home, "node_modules/datelines"), { recursive: true });
execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", path.join(home, "node_modules/datelines")]);
// Everything a user's own `npm install` would bring, from the project's lock file.
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
for (const [where, entry] of Object.entries(lock.packages))
  if (where !== "" && !entry.dev && !entry.optional)
    cpSync(path.join(root, where), path.join(home, where), { recursive: true });
writeFileSync(
  path.join(home, "use.mjs"),
  `
import { renderSVG, read } from "datelines/static";
import * as all from "datelines";
import { locale } from "datelines/locale/kk";
import "datelines/element"; // on a server: nothing to define, nothing thrown
import schema from "datelines/schema.json" with { type: "json" };
const svg = renderSVG({ title: "T", events: [{ title: "A", time: "2022-01-05" }] }, { locale });
if (!svg.includes("қаңтар") || !schema.title || typeof all.read !== "function" || typeof all.timeline !== "function" || read("title,start\\nA,2022").data.events.length !== 1) process.exit(1);
`,
);
const used = spawnSync(process.execPath, ["--no-warnings", "use.mjs"], { cwd: home, encoding: "utf8" });
check("import from another project", used.status === 0, used.stderr);
const command = spawnSync(process.execPath, [path.join(home, "node_modules/datelines/dist/node/cli.js"), "--version"], {
  encoding: "utf8",
});
check("the command", command.status === 0 && /^\d/.test(command.stdout), command.stderr);
// What a page pays that draws and reads no table: the rest must fall away.
const LIMIT_KB = 110;
const bundled = async (code) => {
  const bundle = await rollup({
    input: "entry",
    onwarn: () => {},
    plugins: [
      { resolveId: (id) => (id === "entry" ? id : null), load: (id) => (id === "entry" ? code : null) },
      nodeResolve({ browser: true, rootDir: home }),
      terser(),
    ],
  });
  const { output } = await bundle.generate({ format: "es", inlineDynamicImports: true });
  return output[0];
};
const { code } = await bundled('export { renderSVG } from "datelines/static";');
const kb = gzipSync(code).length / 1000;
check(`renderSVG alone in a bundle: ${kb.toFixed(1)} kB gzip`, kb <= LIMIT_KB, `more than ${LIMIT_KB} kB`);
const { moduleIds } = await bundled('export { timeline } from "datelines";');
const others = [...new Set(moduleIds.flatMap((id) => /node_modules[\\/](d3-[^\\/]+)/.exec(id)?.[1] ?? []))];
check("a chart brings selections of D3 along, and no transitions", others.join() === "d3-selection", others.join(", "));
rmSync(dir, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
