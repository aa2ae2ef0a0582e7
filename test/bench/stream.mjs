// What checking a table of 100 MB takes, beside one of 10 MB: the most memory resident, and time. Memory should not grow with the file, but for its ids.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeTableFile } from "./table.mjs";

const cli = fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));
const measure = fileURLToPath(new URL("peak.mjs", import.meta.url));
const dir = mkdtempSync(path.join(tmpdir(), "datelines-bench-"));
console.log("| file | rows and what is wrong | peak RSS MB | s |\n|---:|---|---:|---:|");
for (const megabytes of [10, 100]) {
  const file = path.join(dir, `${megabytes}.csv`);
  writeTableFile(file, megabytes * 1e6);
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, ["--import", measure, cli, "check", file], { encoding: "utf8" });
  const seconds = (performance.now() - started) / 1000;
  const peak = Number(/peak (\d+) kB/.exec(stderr)?.[1]) / 1024;
  const told = /: (\d+ events.*)/.exec(stderr)?.[1] ?? stderr;
  console.log(
    `| ${(statSync(file).size / 1e6).toFixed(0)} MB | ${told} | ${peak.toFixed(0)} | ${seconds.toFixed(1)} |`,
  );
}
rmSync(dir, { recursive: true });
