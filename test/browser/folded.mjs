// Gestures on an axis with folded stretches, which has its own units: what is under the pointer stays under it.
import { open as openWith, still, svgBox, view, wheelWithCtrl } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { serve } from "./server.mjs";

const TALL = { width: 1000, height: 1000 };

/** Known to the minute, so that the middle of a mark is its time: four days, ten years before them and half a year after. */
const events = [
  ["before", "2011-12-16T12:00"],
  ...Array.from({ length: 12 }, (_, i) => [`day-${i}`, `2022-01-0${3 + Math.floor(i / 3)}T${8 + 5 * (i % 3)}:10`]),
  ["after", "2022-07-01T09:30"],
].map(([id, time]) => ({ id, title: id, time: time.replace("T8", "T08") }));

async function open(page, url) {
  await openWith(page, url, "/examples/kazakhstan-2022-01.csv");
  await page.run(async (list) => {
    window.chart.destroy();
    const data = { zone: "UTC", events: list };
    window.chart = window.datelines.timeline(data, { timeScale: "gaps", laneBy: null, title: "Folded" });
    document.getElementById("place").append(window.chart.element);
    await window.chart.ready;
  }, events);
  await page.frames();
}

/** Middles of the marks that are whole in the window, by id. */
const marks = (page) =>
  page.run(() => {
    const box = document.querySelector(".datelines-stage > svg").getBoundingClientRect();
    const found = {};
    for (const g of document.querySelectorAll("svg [data-event]:not([data-outside])")) {
      const r = g.querySelector(".datelines-mark")?.getBoundingClientRect();
      if (r === undefined || r.left < box.left + 8 || r.right > box.right - 8) continue;
      found[g.dataset.event] = r.left + r.width / 2;
    }
    return found;
  });
const breaks = (page) => page.run(() => document.querySelectorAll(".datelines-breaks > *").length);
const both = (a, b) => Object.keys(a).filter((id) => id in b);

check(
  "the wheel zooms about the pointer, also beside a break",
  async (page, { url }) => {
    await open(page, url);
    assert((await breaks(page)) > 0, "no break");
    const box = await svgBox(page);
    const before = await marks(page);
    const ids = Object.keys(before).sort((a, b) => before[a] - before[b]);
    same(ids.length, events.length, "marks");
    // The first stands before the break, the last after one.
    for (const id of [ids[0], ids[ids.length >> 1], ids.at(-1)]) {
      const from = await marks(page);
      await wheelWithCtrl(page, from[id], box.y + 60, -60);
      const to = await marks(page);
      near(to[id], from[id], 1.5, `${id} under the pointer`);
      const others = both(from, to).filter((o) => Math.abs(from[o] - from[id]) > 8);
      const factors = others.map((o) => (to[o] - to[id]) / (from[o] - from[id]));
      assert(
        factors.every((f) => f > 1.02),
        `nearer: ${factors}`,
      );
      for (const f of factors) near(f, factors[0], 0.06, "one scale for all");
      await wheelWithCtrl(page, to[id], box.y + 60, 600);
    }
  },
  TALL,
);

check(
  "a drag takes the picture along, and a view that is said again is the same",
  async (page, { url }) => {
    await open(page, url);
    const box = await svgBox(page);
    const middle = Object.values(await marks(page)).sort((a, b) => a - b);
    await wheelWithCtrl(page, middle[middle.length >> 1], box.y + 60, -90);
    const before = await marks(page);
    const y = box.y + box.height - 30;
    const x = box.x + box.width * 0.5;
    await page.move(x, y);
    await page.down();
    await page.move(x - 30, y, 3);
    await page.move(x - 60, y, 3);
    await page.up();
    await still(page);
    const after = await marks(page);
    const same60 = both(before, after);
    assert(same60.length >= 2, `only ${same60.length} marks stay`);
    for (const id of same60) near(after[id] - before[id], -60, 1.5, id);
    await page.run(() => {
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from - 1e6, to }, { animate: false });
      window.chart.setView({ from, to }, { animate: false });
    });
    await page.frames();
    const again = await marks(page);
    for (const id of same60) near(again[id], after[id], 1.5, `${id} again`);
  },
  TALL,
);

check(
  "keys go over the break, from the first event to the last, and zoom",
  async (page, { url }) => {
    await open(page, url);
    await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
    const at = () =>
      page.run(() => ({
        id: document.activeElement?.dataset?.event ?? null,
        name: document.activeElement?.getAttribute?.("aria-label") ?? "",
      }));
    await page.key("Home");
    const names = [];
    for (let i = 0; i < 40; i++) {
      const { id, name } = await at();
      assert(id !== null, "the focus is lost");
      if (names.length > 0 && names.at(-1).id === id) break;
      names.push({ id, name });
      await page.key("ArrowRight");
    }
    same(names.map((n) => n.id).join(), events.map((e) => e.id).join(), "events");
    assert(
      names.slice(1).some(({ name }) => /^Break of /.test(name)),
      "the break is said",
    );
    await page.key("Home");
    same((await at()).id, names[0].id, "Home");
    const before = await marks(page);
    await page.key("+");
    await still(page);
    const after = await marks(page);
    const ids = both(before, after);
    if (ids.length > 1)
      assert(Math.abs(after[ids[0]] - after[ids[1]]) >= Math.abs(before[ids[0]] - before[ids[1]]), "a plus zooms");
    same((await at()).id, names[0].id, "the focus after a zoom");
    await page.key("0");
    await still(page);
    const home = await marks(page);
    for (const id of both(before, home)) near(home[id], before[id], 1.5, `${id} at home`);
  },
  TALL,
);

check(
  "the overview shows and moves the window of the axis as it is drawn",
  async (page, { url }) => {
    await open(page, url);
    const selection = () =>
      page.run(() => {
        const r = document.querySelector(".datelines-overview .selection")?.getBoundingClientRect();
        return r === undefined || r.width === 0 ? null : { x: r.left, width: r.width, y: r.top + r.height / 2 };
      });
    const box = await svgBox(page);
    const middle = Object.values(await marks(page)).sort((a, b) => a - b);
    await wheelWithCtrl(page, middle[middle.length >> 1], box.y + 60, -150);
    const from = await selection();
    assert(from !== null, "no window in the overview");
    const before = await marks(page);
    const window = await view(page);
    await page.move(from.x + from.width / 2, from.y);
    await page.down();
    await page.move(from.x + from.width / 2 + 20, from.y, 4);
    await page.up();
    await still(page);
    const to = await selection();
    near(to.width, from.width, 1.5, "the width of the window");
    near(to.x - from.x, 20, 2, "moved");
    const after = await marks(page);
    const axis = await page.run(() => {
      const r = document.querySelector(".datelines-laneRules line").getBoundingClientRect();
      return r.width;
    });
    for (const id of both(before, after)) near(after[id] - before[id], (-20 * axis) / from.width, 4, id);
    assert((await view(page)).from !== window.from, "the window did not move");
  },
  TALL,
);

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
