// Builds dist/: modules with their types, the schema, the bundles and the licences of what is in them.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { INSIDE, OUTSIDE } from "../../rollup.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const bin = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });

rmSync(path.join(root, "dist"), { recursive: true, force: true });
for (const project of ["tsconfig.json", "tsconfig.cli.json", "tsconfig.browser.json"])
  run(bin("typescript", "bin/tsc"), "-p", project);
copyFileSync(path.join(root, "src/schema.json"), path.join(root, "dist/schema.json"));
const { STYLES } = await import(new URL("../../dist/paint/style-sheet.js", import.meta.url));
writeFileSync(path.join(root, "dist/datelines.css"), STYLES.trimStart());
run(bin("rollup", "dist/bin/rollup"), "-c", "--silent");
chmodSync(path.join(root, "dist/node/cli.js"), 0o755);
const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const licenceOf = (name) => {
  const dir = path.join(root, "node_modules", name);
  return path.join(
    dir,
    readdirSync(dir).find((f) => /^licen[cs]e/i.test(f)),
  );
};
const licences = [...new Set([...Object.keys(dependencies), ...INSIDE])]
  .filter((name) => !OUTSIDE.includes(name))
  .sort()
  .map((name) => `${name}\n\n${readFileSync(licenceOf(name), "utf8").trim()}\n`);
writeFileSync(path.join(root, "dist/THIRD-PARTY.txt"), licences.join("\n----\n\n"));
