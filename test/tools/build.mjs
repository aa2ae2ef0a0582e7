// Builds dist/: modules with their types, the schema, the bundles; makes the command executable.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const bin = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });

rmSync(path.join(root, "dist"), { recursive: true, force: true });
for (const project of ["tsconfig.json", "tsconfig.cli.json"]) run(bin("typescript", "bin/tsc"), "-p", project);
copyFileSync(path.join(root, "src/schema.json"), path.join(root, "dist/schema.json"));
chmodSync(path.join(root, "dist/cli.js"), 0o755);
run(bin("rollup", "dist/bin/rollup"), "-c", "--silent");
