// What readers do on small screens, by keys and from right to left, and where things then stand on the screen.
import { open, svgBox } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { serve } from "./server.mjs";

const STORY = "/examples/kazakhstan-2022-01.json";
const LANES = { laneBy: "lane", zone: "Asia/Almaty" };

/** Labels that are wholly on the screen: of which event, and where. */
const labels = (page) =>
  page.run(() =>
    [...document.querySelectorAll("svg [data-label]")].flatMap((label) => {
      const r = label.querySelector("text").getBoundingClientRect();
      const on = r.top > 4 && r.bottom < window.innerHeight - 4 && r.width > 0;
      return on ? [{ id: label.dataset.label, x: r.left + r.width / 2, y: r.top + r.height / 2 }] : [];
    }),
  );
const card = (page) =>
  page.run(() => {
    const r = document.querySelector(".datelines-card[role=dialog]:not([hidden])")?.getBoundingClientRect();
    return r === undefined ? null : { top: r.top, bottom: r.bottom, left: r.left, right: r.right };
  });

check(
  "down a narrow page, what is clicked opens, stays where it is, and its details are on the screen",
  async (page, { url }) => {
    await page.viewport(360, 640);
    await open(page, url, STORY, LANES);
    const [{ height }] = [await svgBox(page)];
    let clicked = 0;
    for (let y = 300; y < height; y += 430) {
      await page.run((top) => window.scrollTo(0, top), y);
      await page.frames();
      for (const { id, x, y: at } of await labels(page)) {
        await page.run((top) => {
          window.chart.select(null);
          document.activeElement?.blur();
          window.scrollTo(0, top);
        }, y);
        await page.frames();
        await page.move(x, at);
        await page.down();
        await page.up();
        await page.frames();
        same(await page.run(() => window.chart.selected), id, `clicked at ${y}`);
        near(await page.run(() => window.scrollY), y, 1, `${id}: the page stays`);
        const box = await card(page);
        assert(box.top >= 0 && box.bottom <= 640, `${id}: details from ${box.top} to ${box.bottom}`);
        assert(box.left >= 0 && box.right <= 360, `${id}: details from ${box.left} to ${box.right}`);
        clicked++;
      }
    }
    assert(clicked > 12, `only ${clicked} labels were clicked`);
  },
);

check("on a low screen details are as high as that, and closed by their button", async (page, { url }) => {
  await page.viewport(740, 360);
  await open(page, url, STORY, LANES);
  await page.run(() => document.querySelector("[data-label='arrests']").scrollIntoView({ block: "center" }));
  await page.frames();
  const { x, y } = (await labels(page)).find(({ id }) => id === "arrests");
  await page.move(x, y);
  await page.down();
  await page.up();
  await page.frames();
  const box = await card(page);
  assert(box.top >= 0 && box.bottom <= 360, `details from ${box.top} to ${box.bottom}`);
});

check("t goes to the table with the focus, and back", async (page, { url }) => {
  await open(page, url, STORY, LANES);
  await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
  await page.key("t");
  await page.frames();
  assert(await page.run(() => document.activeElement.classList.contains("datelines-table")), "in the table");
  await page.key("t");
  await page.frames();
  assert(await page.run(() => document.activeElement.closest("svg [data-event]") !== null), "back in the picture");
  assert(await page.run(() => document.querySelector(".datelines-table").hidden), "the table has gone");
});

check("? opens the help where it can be seen, Escape closes it and comes back", async (page, { url }) => {
  await page.viewport(1000, 600);
  await open(page, url, STORY, LANES);
  await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
  await page.key("End");
  await page.run(() => window.scrollTo(0, 600));
  const from = await page.run(() => document.activeElement.dataset.event);
  await page.key("?");
  await page.frames();
  const help = await page.run(() => {
    const r = document.querySelector(".datelines-help:not([hidden])").getBoundingClientRect();
    const button = document.querySelector(".datelines-toolbar [aria-label=Keyboard]");
    return { top: r.top, bottom: r.bottom, expanded: button.getAttribute("aria-expanded") };
  });
  assert(help.top >= -1 && help.top < 500, `help from ${help.top} to ${help.bottom}`);
  same(help.expanded, "true", "its button says so");
  await page.key("Escape");
  await page.frames();
  same(
    await page.run(() => [document.activeElement.dataset.event, document.querySelector(".datelines-help").hidden]),
    [from, true],
    "closed, and back",
  );
});

check("earlier and later point where they lead: in mirrored pictures, and down a page", async (page, { url }) => {
  const turns = () =>
    page.run(() =>
      ["earlier", "later"].map((name) => {
        const { scale, rotate } = window.getComputedStyle(
          document.querySelector(`.datelines-toolbar .datelines-icon-${name}`),
        );
        return `${scale} ${rotate}`;
      }),
    );
  await open(page, url, STORY, LANES);
  same(await turns(), ["none none", "none none"], "left to right");
  await open(page, url, STORY, { ...LANES, direction: "rtl" });
  same(await turns(), ["-1 1 none", "-1 1 none"], "right to left");
  await page.viewport(400, 900);
  await open(page, url, STORY, { ...LANES, direction: "rtl" });
  same(await turns(), ["1 90deg", "1 90deg"], "down");
});

check("on the narrowest screens the filter stays inside of the page", async (page, { url }) => {
  for (const width of [280, 320]) {
    await page.viewport(width, 800);
    await open(page, url, STORY, LANES);
    const sticks = await page.run(() => {
      document.querySelector(".datelines-toolbar [aria-label=Filter]").click();
      const panel = document.querySelector(".datelines-filters[role=group]").getBoundingClientRect();
      return [...document.querySelectorAll(".datelines-filters[role=group] *")].reduce(
        (most, e) => Math.max(most, e.getBoundingClientRect().right - panel.right),
        -Infinity,
      );
    });
    assert(sticks < 0, `${width} px: ${sticks} px beyond the panel`);
  }
});

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
