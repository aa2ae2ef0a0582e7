// The living timeline in a real browser beside raw pixels on a canvas: first frame, steps of wheel and drag, appending,
// memory. Main-thread time by the browser's own count of processor time, which other work on the machine hardly disturbs.
// Usage: node test/bench/live.mjs [sizes, such as 100,1000] [repetitions]
import { openBrowser, installed } from "../browser/drive.mjs";
import { serve } from "../browser/server.mjs";

const sizes = (process.argv[2] ?? "100,1000,10000").split(",").map(Number);
const repetitions = Number(process.argv[3] ?? 3);
const KINDS = ["datelines", "raw"];
const STEPS = 24;
const APPENDED = [5, 100];

if (!installed.chromium()) {
  console.log("Chromium is not installed: the living timeline was not measured");
  process.exit(0);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** One browser, one kind, one size. */
async function trial(url, kind, n) {
  const browser = await openBrowser("chromium");
  try {
    const page = await browser.newPage({ width: 1220, height: 720 });
    await page.goto(`${url}/test/bench/pages/bench.html`);
    await page.until(() => document.documentElement.dataset.loaded === "yes", undefined, "the module");
    await page.cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await page.cdp.send("Performance.getMetrics");
      return metrics.find((m) => m.name === "TaskDuration").value * 1e3;
    };
    const timed = async (act) => {
      const before = await spent();
      await act();
      return (await spent()) - before;
    };
    const memory = async () => {
      for (let i = 0; i < 2; i++) await page.cdp.send("HeapProfiler.collectGarbage");
      const used = await page.cdp.send("Runtime.getHeapUsage");
      return (used.usedSize + (used.embedderHeapUsedSize ?? 0) + (used.backingStorageSize ?? 0)) / 2 ** 20;
    };
    const frame = () => page.run(() => window.bench.frame());
    const steps = async (act) => {
      const all = [];
      for (let i = 0; i < STEPS; i++) {
        const spentHere = await timed(async () => {
          await act(i < STEPS / 2 ? 1 : -1);
          await frame();
        });
        all.push(spentHere);
      }
      return median(all);
    };

    await page.run(([size, more]) => window.bench.prepare(size, more), [n, APPENDED.reduce((a, b) => a + 3 * b, 0)]);
    const empty = await memory();
    const first = await timed(() => page.run((k) => window.bench.make(k), kind));
    const heap = (await memory()) - empty;
    const home = await page.run(() => window.bench.view());
    const at = { x: 640, y: 320 };
    await page.move(at.x, at.y);
    const zoom = await steps((direction) => page.wheel(0, -100 * direction));
    for (let i = 0; i < 5; i++) await page.wheel(0, -100);
    await frame();
    const near = await page.run(() => window.bench.view());
    await page.down();
    const pan = await steps((direction) => {
      at.x += 8 * direction;
      return page.move(at.x, at.y);
    });
    await page.up();
    const panned = await page.run(() => window.bench.view());
    for (let i = 0; i < 5; i++) await page.wheel(0, 100);
    await frame();
    const append = [];
    for (const count of APPENDED) {
      const times = [];
      for (let i = 0; i < 3; i++) times.push(await timed(() => page.run((c) => window.bench.append(c), count)));
      append.push(median(times));
    }
    // A gesture that reaches nothing is quick.
    const zoomed = (home.to - home.from) / (near.to - near.from);
    if (!(zoomed > 1.5)) throw new Error(`${kind}: the wheel did not zoom (${zoomed})`);
    if (Math.abs(panned.to - panned.from - (near.to - near.from)) > 1) throw new Error(`${kind}: the drag zoomed`);
    if (page.errors.length > 0) throw new Error(page.errors.join("; "));
    return { first, zoom, pan, append5: append[0], append100: append[1], heap };
  } finally {
    await browser.close();
  }
}

const server = await serve();
const columns = ["first", "zoom", "pan", "append5", "append100", "heap"];
console.log(
  "| events | | first frame ms | zoom step ms | pan step ms | append 5 ms | append 100 ms | memory MB |\n|---:|---|---:|---:|---:|---:|---:|---:|",
);
for (const n of sizes) {
  const runs = { datelines: [], raw: [] };
  for (let i = 0; i < repetitions; i++) for (const kind of KINDS) runs[kind].push(await trial(server.url, kind, n));
  const of = (kind) => columns.map((c) => median(runs[kind].map((run) => run[c])));
  const [ours, raw] = KINDS.map(of);
  const row = (name, values, digits) =>
    console.log(`| ${n} | ${name} | ${values.map((v) => v.toFixed(digits)).join(" | ")} |`);
  row("datelines", ours, 1);
  row("raw pixels", raw, 1);
  row(
    "ratio",
    ours.map((v, k) => v / raw[k]),
    1,
  );
}
await server.close();
