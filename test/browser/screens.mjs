// Screenshots of the living timeline against approved ones, with a tolerance for what fonts and antialiasing do.
// UPDATE_GOLDEN=1 writes them anew: look at each.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { assert, check, runAll } from "./checks.mjs";
import { serve } from "./server.mjs";

const dir = new URL("../golden/screens/", import.meta.url);
const STORY = "/examples/kazakhstan-2022-01.json";
/** Share of pixels that may differ. */
const TOLERANCE = 0.012;

const SCREENS = [
  ["story", STORY, {}, { width: 1000, height: 1100 }],
  ["story-dark", STORY, { theme: "dark" }, { width: 1000, height: 1100 }],
  ["story-narrow", STORY, {}, { width: 400, height: 1500 }],
  ["story-rtl", STORY, { direction: "rtl" }, { width: 1000, height: 1100 }],
  ["story-details", STORY, {}, { width: 1000, height: 1100 }, () => window.chart.select("injured")],
  [
    "story-filters",
    STORY,
    {},
    { width: 1000, height: 1100 },
    () =>
      [...document.querySelectorAll(".datelines-toolbar button")]
        .find((b) => b.getAttribute("aria-label") === "Filter")
        .click(),
  ],
  [
    "story-near",
    STORY,
    {},
    { width: 1000, height: 1100 },
    () => window.chart.setView({ from: Date.UTC(2022, 0, 5, 12), to: Date.UTC(2022, 0, 6, 10) }, { animate: false }),
  ],
  ["conflict", "/examples/ucdp-conflict.csv", { laneBy: "place", laneOrder: "count" }, { width: 1000, height: 1100 }],
];

for (const [name, src, options, size, act] of SCREENS)
  check(
    `looks as approved: ${name}`,
    async (page, { url, browser }) => {
      await page.goto(`${url}/test/browser/pages/chart.html`);
      await page.until(() => document.documentElement.dataset.loaded === "yes");
      await page.run(([s, o]) => window.make(s, o), [src, options]);
      if (act !== undefined) await page.run(act);
      await page.run(() => document.activeElement?.blur());
      await page.pause(400);
      await page.frames();
      const shot = PNG.sync.read(Buffer.from(await page.screenshot({ type: "png" })));
      const file = new URL(`${name}-${browser}.png`, dir);
      if (process.env.UPDATE_GOLDEN === "1" || !existsSync(file)) {
        mkdirSync(dir, { recursive: true });
        writeFileSync(file, PNG.sync.write(shot));
        assert(process.env.UPDATE_GOLDEN === "1", `${name}-${browser}.png was not there: look at it`);
        return;
      }
      const golden = PNG.sync.read(readFileSync(file));
      assert(
        golden.width === shot.width && golden.height === shot.height,
        `${shot.width} × ${shot.height} is not ${golden.width} × ${golden.height}`,
      );
      const differ = pixelmatch(golden.data, shot.data, undefined, shot.width, shot.height, { threshold: 0.25 });
      const share = differ / (shot.width * shot.height);
      assert(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ`);
    },
    size,
  );

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
