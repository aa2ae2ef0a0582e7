// The test command: types, lint, units, browsers, package; installs the browsers where it can. One honest line at the end.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumPath, firefoxPath } from "./browser/launch.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FONTS = ["fonts-noto-core", "fonts-noto-cjk", "fonts-liberation", "fonts-roboto", "fonts-inter", "fontconfig"];

function browsers() {
  const missing = [chromiumPath() ? null : "chromium", firefoxPath() ? null : "firefox-esr"].filter(Boolean);
  const families = spawnSync("fc-list", [":", "family"], { encoding: "utf8" }).stdout ?? "";
  const fonts = ["Noto Sans Arabic", "Roboto", "Inter", "Liberation Sans"].every((f) => families.includes(f))
    ? []
    : FONTS;
  const wanted = [...missing, ...fonts];
  if (wanted.length === 0) return;
  console.log(`\n*** MISSING for the tests in browsers: ${wanted.join(", ")} ***`);
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.log("*** Installing them with apt-get ***");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wanted], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
  } else
    console.log(
      "*** Install Chromium, Firefox and these fonts (Debian: apt-get install " +
        wanted.join(" ") +
        "), or set CHROMIUM and FIREFOX. ***",
    );
}

let passed = 0;
let failed = 0;
const rows = [];
function step(name, command, args, count) {
  console.log(`\n== ${name}`);
  const started = process.hrtime.bigint();
  const r = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
  });
  const out = `${r.stdout ?? ""}${r.stderr ?? ""}`;
  const found = count?.(out);
  const [p, f] = found ?? (r.status === 0 ? [1, 0] : [0, 1]);
  // A runner that failed without saying which test counts as one.
  const fails = r.status !== 0 && f === 0 ? 1 : f;
  passed += p;
  failed += fails;
  if (r.status !== 0 || fails > 0) console.log(out.slice(-6000));
  rows.push(
    `${fails === 0 ? "ok  " : "FAIL"} ${name}: ${p} passed, ${fails} failed (${Math.round(Number(process.hrtime.bigint() - started) / 1e9)} s)`,
  );
}
const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const line = (out) => {
  const m = [...out.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return m ? [Number(m[1]), Number(m[2])] : undefined;
};
const vitest = (out) => {
  const m = /Tests\s+(?:(\d+) failed \| )?(?:(\d+) passed)?/.exec(out);
  return m ? [Number(m[2] ?? 0), Number(m[1] ?? 0)] : undefined;
};

browsers();
step("build and types", process.execPath, ["test/tools/build.mjs"]);
step("types of the tests", bin("tsc"), ["-p", "tsconfig.test.json"]);
step("lint", bin("eslint"), ["."]);
step("format", bin("prettier"), ["--check", "."]);
step("units, properties, examples", bin("vitest"), ["run"], vitest);
step("text in browsers", process.execPath, ["test/browser/text.mjs"], line);
step("pictures in browsers", process.execPath, ["test/browser/overlap.mjs"], line);
step("living timeline in browsers", process.execPath, ["test/browser/live.mjs"], line);
step("timelines in all sorts of places", process.execPath, ["test/browser/places.mjs"], line);
step("readers on small screens and by keys", process.execPath, ["test/browser/reader.mjs"], line);
step("upright timeline in browsers", process.execPath, ["test/browser/vertical.mjs"], line);
step("lanes in browsers", process.execPath, ["test/browser/lanes.mjs"], line);
step("folded timeline in browsers", process.execPath, ["test/browser/folded.mjs"], line);
step("edit mode in browsers", process.execPath, ["test/browser/edit.mjs"], line);
step("access in browsers", process.execPath, ["test/browser/access.mjs"], line);
step("screens", process.execPath, ["test/browser/screens.mjs"], line);
step("examples for pages and frameworks in browsers", process.execPath, ["test/browser/frameworks.mjs"], line);
step("demo", process.execPath, ["examples/demo.mjs"]);
step("package", process.execPath, ["test/package/check.mjs"], line);
step("sizes", bin("size-limit"), []);
console.log(`\n${rows.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
