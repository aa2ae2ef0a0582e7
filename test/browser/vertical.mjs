// Where time runs down: on narrow screens, and where a page asks for it.
import { drag, closer, fingers, open as openWith, svgBox, view } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { measure } from "./measure.mjs";
import { serve } from "./server.mjs";

const STORY = "/examples/kazakhstan-2022-01.json";
const REGIONS = "/examples/kazakhstan-regions.json";
const UCDP = "/examples/ucdp-conflict.csv";
const NESTED = { laneBy: "place", laneOrder: "given" };
const PHONE = { width: 392, height: 900 };

const open = (page, url, src = STORY, options = {}) => openWith(page, url, src, options);
/** Where the axis runs on the screen. */
const axisOf = (page) =>
  page.run(() => {
    const r = document.querySelector(".datelines-laneRules line").getBoundingClientRect();
    return { x: r.left, y0: r.top, y1: r.bottom, width: r.width };
  });
const labelOf = (page, id) =>
  page.run((wanted) => {
    const r = [...document.querySelectorAll("[data-label]")]
      .find((e) => e.dataset.label === wanted)
      ?.querySelector("text:last-of-type")
      ?.getBoundingClientRect();
    return r === undefined ? null : { x: r.left + r.width / 2, y: r.top + r.height / 2, top: r.top, left: r.left };
  }, id);
const labels = (page) => page.run(() => [...document.querySelectorAll("[data-label]")].map((e) => e.dataset.label));
const focused = (page) => page.run(() => document.activeElement?.dataset?.event ?? null);
const timeOf = (page, id) =>
  page.run((wanted) => {
    const list = [...document.querySelectorAll("[data-event]")].filter((e) => e.localName === "li");
    return list.findIndex((e) => e.dataset.event === wanted);
  }, id);

check(
  "time runs down on a narrow screen, across on a wide one, the window staying as it is",
  async (page, { url }) => {
    await open(page, url);
    assert((await axisOf(page)).width < 1, "the axis is not upright");
    await closer(page);
    await page.frames();
    const before = await view(page);
    await page.viewport(1000, 900);
    await page.frames();
    await page.pause(100);
    assert((await axisOf(page)).width > 300, "the axis is not level");
    near((await view(page)).from, before.from, 60_000, "from");
    await page.viewport(392, 900);
    await page.frames();
    await page.pause(100);
    assert((await axisOf(page)).width < 1, "the axis is not upright again");
    near((await view(page)).to, before.to, 60_000, "to");
  },
  PHONE,
);

for (const [what, src, options, widths] of [
  ["the story", STORY, {}, [312, 392, 470]],
  ["the story in Persian", STORY, { locale: "fa", direction: "rtl" }, [312, 392]],
  ["the story in columns", STORY, { orientation: "vertical" }, [1000, 1500]],
  ["lanes in lanes", REGIONS, NESTED, [392]],
  ["lanes in lanes, in columns", REGIONS, { ...NESTED, orientation: "vertical" }, [1500, 2560]],
  ["the story with its gaps folded", STORY, { timeScale: "gaps" }, [312, 470]],
  ["the story in order alone, in Persian", STORY, { timeScale: "sequence", locale: "fa", direction: "rtl" }, [392]],
  ["lanes that count from days of their own", STORY, { timeScale: "relative" }, [312, 470]],
  [
    "lanes that count from days of their own, in columns",
    STORY,
    { timeScale: "relative", orientation: "vertical" },
    [1500],
  ],
  ["named periods", "/examples/monarchs-houses.json", {}, [312, 392]],
  ["labels that an editor has moved", "/examples/vikings-edited.csv", {}, [312, 392]],
  ["links with their words", "/examples/kazakhstan-links.json", {}, [312, 392, 470]],
  ["links from column to column", "/examples/kazakhstan-counts.json", { orientation: "vertical" }, [1200]],
  ["a thousand events", UCDP, { laneBy: "place", laneOrder: "count" }, [312, 392]],
])
  check(`no label meets another, nothing is lost, in any window: ${what}`, async (page, { url }) => {
    await page.viewport(widths[0], 900);
    await open(page, url, src, options);
    const total = await page.run(() => document.querySelectorAll("ol li[data-event]").length);
    for (const width of widths) {
      await page.viewport(width, 900);
      await page.frames();
      await page.pause(60);
      for (const [factor, share] of [
        [1, 0],
        [2, 0.1],
        [5, 0.5],
        [15, 0.7],
        [0.4, 0],
      ]) {
        await page.run(
          ([f, s]) => {
            const { from, to } = window.home ?? (window.home = { ...window.chart.view });
            const start = from + s * (to - from);
            window.chart.setView({ from: start, to: start + (to - from) / f }, { animate: false });
          },
          [factor, share],
        );
        await page.frames();
        const found = await page.run(
          `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
        );
        same(found.slice(0, 3), [], `${width} px, ${factor} times at ${share}`);
        const told = await page.run(() => {
          const svg = document.querySelector(".datelines-stage > svg");
          const numbers = (name) =>
            [...svg.querySelectorAll(`[data-${name}]`)].reduce((s, e) => s + Number(e.dataset[name]), 0);
          return (
            new Set([...svg.querySelectorAll("[data-label]")].map((e) => e.dataset.label)).size +
            numbers("count") +
            numbers("outside")
          );
        });
        assert(told >= total, `${width} px, ${factor}: ${told} of ${total} are told`);
      }
    }
  });

check(
  "labels keep their place beside their marks when the window moves",
  async (page, { url }) => {
    await open(page, url);
    await closer(page, 0.2, 0.2);
    await page.frames();
    const ids = (await labels(page)).slice(3, 8);
    const before = await Promise.all(ids.map((id) => labelOf(page, id)));
    await page.run(() => {
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from + 36e5, to: to + 36e5 }, { animate: false });
    });
    await page.frames();
    const after = await Promise.all(ids.map((id) => labelOf(page, id)));
    ids.forEach((id, i) => {
      if (after[i] === null) return;
      near(after[i].left, before[i].left, 0.6, `x of ${id}`);
      assert(after[i].top <= before[i].top + 0.6, `${id} goes down while the window goes on`);
    });
  },
  PHONE,
);

check(
  "the mouse drags time up and down, and zooms about the pointer with Ctrl",
  async (page, { url }) => {
    await open(page, url);
    await closer(page);
    await page.frames();
    const axis = await axisOf(page);
    const before = await view(page);
    const x = axis.x + 20;
    await drag(page, [x, 700], [x, 600]);
    const after = await view(page);
    const moved = (after.from - before.from) / (before.to - before.from);
    near(moved, 100 / (axis.y1 - axis.y0), 0.02, "moved by");
    same(await page.run(() => window.chart.selected), null, "a drag selects nothing");
    await page.move(x, 600);
    const at = (v) => v.from + ((600 - axis.y0) / (axis.y1 - axis.y0)) * (v.to - v.from);
    const under = at(after);
    await page.keyDown("Control");
    await page.wheel(0, -120);
    await page.keyUp("Control");
    await page.frames();
    const near2 = await view(page);
    assert(near2.to - near2.from < (after.to - after.from) * 0.9, "it did not zoom");
    near(at(near2) / 6e4, under / 6e4, 2, "the minute under the pointer");
  },
  PHONE,
);

check(
  "one finger scrolls the page and moves no time; two pinch and move it",
  async (page, { url }) => {
    await open(page, url);
    await page.run(() => document.getElementById("after").classList.add("tall"));
    await closer(page);
    await page.frames();
    const box = await svgBox(page);
    const y = Math.max(400, box.y + 300);
    const before = await view(page);
    await fingers(page, [[150, y]], [[150, y - 200]]);
    await page.until(() => window.scrollY > 20, undefined, "the page to scroll under a finger");
    same(await view(page), before, "the view after a finger");
    await page.run(() => window.scrollTo(0, 0));
    await page.pause(300);
    await fingers(
      page,
      [
        [150, y - 40],
        [200, y + 40],
      ],
      [
        [150, y - 120],
        [200, y + 120],
      ],
    );
    const pinched = await view(page);
    assert(pinched.to - pinched.from < (before.to - before.from) * 0.6, "a pinch did not zoom");
    const scrolled = await page.run(() => window.scrollY);
    await fingers(
      page,
      [
        [150, y],
        [200, y + 60],
      ],
      [
        [150, y - 100],
        [200, y - 40],
      ],
    );
    const moved = await view(page);
    assert(moved.from > pinched.from, "two fingers did not move the time");
    near((moved.to - moved.from) / (pinched.to - pinched.from), 1, 0.2, "length");
    near(await page.run(() => window.scrollY), scrolled, 2, "the page's scroll");
  },
  { only: ["chromium"], touch: true, ...PHONE },
);

check(
  "a click on a label opens its details, inside of the screen",
  async (page, { url }) => {
    await open(page, url);
    for (const id of ["injured", "arrests"]) {
      if (!(await labels(page)).includes(id)) continue;
      await page.run((wanted) => {
        [...document.querySelectorAll("[data-label]")]
          .find((e) => e.dataset.label === wanted)
          .querySelector("text")
          .scrollIntoView({ block: "center" });
      }, id);
      const label = await labelOf(page, id);
      await page.move(label.x, label.y);
      await page.frames();
      await page.down();
      await page.up();
      await page.frames();
      same(await page.run(() => window.chart.selected), id, "selected");
      const card = await page.run(() => {
        const r = document.querySelector(".datelines-card[role=dialog]").getBoundingClientRect();
        return { left: r.left, right: r.right, width: window.innerWidth };
      });
      assert(card.left >= 0 && card.right <= card.width, `the card is at ${JSON.stringify(card)}`);
      await page.key("Escape");
    }
  },
  PHONE,
);

check(
  "arrows down and up go through time, over all lanes where they share a column",
  async (page, { url }) => {
    await open(page, url);
    await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
    await page.keyDown("Control");
    await page.key("Home");
    await page.keyUp("Control");
    const seen = [];
    for (let i = 0; i < 40; i++) {
      await page.key("ArrowDown");
      await page.frames();
      const id = await focused(page);
      if (id === seen.at(-1)) break;
      seen.push(id);
    }
    const order = await Promise.all(seen.map((id) => timeOf(page, id)));
    same(
      order,
      [...order].sort((a, b) => a - b),
      "the order of the events",
    );
    assert(new Set(seen).size >= 15, `only ${new Set(seen).size} events are reached`);
    await page.key("ArrowUp");
    await page.frames();
    same(await focused(page), seen.at(-2), "one back");
  },
  PHONE,
);

check(
  "the day stays at the top while its hours scroll, until the next one pushes it away",
  async (page, { url }) => {
    await page.viewport(392, 500);
    await open(page, url);
    const shown = () =>
      page.run(() =>
        [...document.querySelectorAll(".datelines-days .datelines-dates-name")]
          .filter((n) => getComputedStyle(n).visibility === "visible" && n.getBoundingClientRect().bottom > 0)
          .map((n) => ({ text: n.textContent, top: n.getBoundingClientRect().top })),
      );
    same(await shown(), [], "dates twice");
    // Between two dates of the axis, both of wide units.
    const dates = await page.run(() =>
      [...document.querySelectorAll(".datelines-axis text[font-weight='700']")].map((t) => ({
        text: t.textContent,
        y: t.getBoundingClientRect().top + window.scrollY,
        right: t.getBoundingClientRect().right,
      })),
    );
    assert(dates.length > 2, `there are ${dates.length} dates`);
    for (const k of [1, 2]) {
      const middle = (dates[k].y + dates[k + 1].y) / 2;
      await page.run((y) => window.scrollTo(0, y), middle);
      await page.pause(150);
      const now = await shown();
      same(
        now.map((n) => n.text),
        [dates[k].text],
        `at ${middle}`,
      );
      near(now[0].top, 0, 1, "top");
    }
    const right = await page.run(() => {
      const range = document.createRange();
      range.selectNodeContents(
        [...document.querySelectorAll(".datelines-days .datelines-stuck")].find(
          (n) => n.getBoundingClientRect().bottom > 0,
        ),
      );
      return range.getBoundingClientRect().right;
    });
    near(right, dates[2].right, 1.5, "beside the axis");
  },
  PHONE,
);

check("in columns, arrows left and right go from lane to lane", async (page, { url }) => {
  await open(page, url, STORY, { orientation: "vertical" });
  await page.viewport(1500, 900);
  await page.frames();
  await page.pause(60);
  const lane = () => page.run(() => document.activeElement?.closest("[data-lane]")?.dataset.lane ?? null);
  await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
  const first = await lane();
  await page.key("ArrowRight");
  await page.frames();
  const second = await lane();
  assert(second !== null && second !== first, `from ${first} to ${second}`);
  await page.key("ArrowLeft");
  await page.frames();
  same(await lane(), first, "back");
});

check(
  "columns of counts open into their events",
  async (page, { url }) => {
    await open(page, url, UCDP, { laneBy: "place", laneOrder: "count" });
    const before = await view(page);
    const at = await page.run(() => {
      for (const path of document.querySelectorAll("[data-count] path")) {
        const r = path.getBoundingClientRect();
        for (let y = Math.max(300, r.top); y < Math.min(850, r.bottom); y += 2)
          for (let x = r.left + 1; x < r.right; x += 2) if (document.elementFromPoint(x, y) === path) return { x, y };
      }
      return null;
    });
    assert(at !== null, "no counts to click on");
    await page.move(at.x, at.y);
    await page.down();
    await page.up();
    await page.pause(900);
    await page.frames();
    const after = await view(page);
    assert(after.to - after.from < (before.to - before.from) / 2, "it did not open");
  },
  PHONE,
);

for (const [what, width] of [
  ["over the column that lanes share", 392],
  ["over columns", 2560],
])
  check(`a button folds the lanes in a lane, by mouse and by keys: ${what}`, async (page, { url }) => {
    await page.viewport(width, 900);
    await open(page, url, REGIONS, { ...NESTED, orientation: "vertical" });
    const buttons = () =>
      page.run(() =>
        [...document.querySelectorAll(".datelines-fold")].map((b) => {
          const r = b.getBoundingClientRect();
          const name = b.getAttribute("aria-label").split(",")[0];
          return { name, open: b.getAttribute("aria-expanded"), x: r.left, y: r.top, width: r.width, height: r.height };
        }),
      );
    const before = await buttons();
    assert(before.length > 0, "no buttons");
    for (const a of before) {
      assert(a.width >= 24 && a.height >= 24, `${a.name} is ${a.width} × ${a.height}`);
      assert(a.x >= 0 && a.x + a.width <= width + 1, `${a.name} leaves the screen`);
      for (const b of before) {
        const meet =
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;
        assert(a === b || !meet, `${a.name} and ${b.name} meet`);
      }
    }
    const [one] = before;
    await page.move(one.x + one.width / 2, one.y + one.height / 2);
    await page.down();
    await page.up();
    await page.frames();
    const state = async () => (await buttons()).find((b) => b.name === one.name)?.open;
    assert((await state()) !== one.open, "a click does not fold");
    // From the first event back to the button, and with the button's own keys.
    await page.run(() =>
      document.querySelector("svg [data-event][tabindex='0'], .datelines-fold[tabindex='0']").focus(),
    );
    await page.key("ArrowDown");
    await page.frames();
    assert((await focused(page)) !== null, "the keys do not go to the events");
    await page.keyDown("Control");
    await page.key("Home");
    await page.keyUp("Control");
    await page.frames();
    await page.key("ArrowUp");
    await page.frames();
    assert(
      await page.run(() => document.activeElement?.classList.contains("datelines-fold") === true),
      "the keys do not go to the button",
    );
    const folded = await state();
    const own = await page.run(() => document.activeElement.getAttribute("aria-label").split(",")[0]);
    await page.key("Enter");
    await page.frames();
    if (own === one.name) assert((await state()) !== folded, "Enter does not fold");
    const found = await page.run(
      `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
    );
    same(found.slice(0, 3), [], "overlaps");
  });

check(
  "where long gaps are folded, dragging and zooming go along the axis as it is drawn",
  async (page, { url }) => {
    await open(page, url, STORY, { timeScale: "gaps" });
    assert((await axisOf(page)).width < 1, "the axis is not upright");
    const tears = () => page.run(() => document.querySelectorAll(".datelines-breaks path").length);
    assert((await tears()) > 0, "no break is drawn");
    const whole = await view(page);
    const axis = await page.run(() => {
      const all = [...document.querySelectorAll(".datelines-laneRules line")].map((l) => l.getBoundingClientRect());
      return { x: all[0].left, y0: Math.min(...all.map((r) => r.top)), y1: Math.max(...all.map((r) => r.bottom)) };
    });
    // Over the opening stretch, which lies ten years before the rest.
    await page.move(axis.x + 20, axis.y0 + 20);
    await page.keyDown("Control");
    for (let i = 0; i < 3; i++) await page.wheel(0, -120);
    await page.keyUp("Control");
    await page.frames();
    const near = await view(page);
    assert(near.to - near.from < whole.to - whole.from, "it did not zoom");
    assert(near.from < Date.UTC(2012, 1, 1), "the moment under the pointer did not stay");
    const x = axis.x + 20;
    await drag(page, [x, 700], [x, 560]);
    const after = await view(page);
    assert(after.to > near.to, "a drag did not move the time");
    const seen = await page.run(() => document.querySelector(".datelines-breaks")?.textContent ?? "");
    same(seen, "", "names of breaks stand among the dates");
    assert((await page.run(() => document.querySelector(".datelines-axis").textContent)).length > 0, "no dates");
  },
  PHONE,
);

check(
  "in the edit mode a label goes where it is dragged, by keys too, and others make way",
  async (page, { url }) => {
    await open(page, url, STORY, { editable: true });
    await page.until(() => document.querySelector(".datelines-edit") !== null, undefined, "the edit bar");
    const id = (await labels(page)).find((l) => l === "price") ?? (await labels(page))[1];
    await page.run((wanted) => {
      [...document.querySelectorAll("[data-label]")]
        .find((e) => e.dataset.label === wanted)
        .querySelector("text")
        .scrollIntoView({ block: "center" });
    }, id);
    // Within the picture: what gets the focus may scroll the page.
    const topOf = async () => (await labelOf(page, id)).top - (await svgBox(page)).y;
    const before = await labelOf(page, id);
    const first = await topOf();
    await drag(page, [before.x, before.y], [before.x, before.y + 40]);
    const after = await topOf();
    near(after - first, 40, 2, "moved down by");
    const edits = await page.run(() => JSON.stringify([...window.chart.edits()]));
    assert(edits.includes("nudge"), `no nudge in ${edits}`);
    await page.key("m");
    for (let i = 0; i < 5; i++) await page.key("ArrowDown");
    await page.key("Enter");
    await page.frames();
    near((await topOf()) - after, 20, 2, "moved by keys");
    const found = await page.run(
      `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
    );
    same(found.slice(0, 3), [], "overlaps");
  },
  PHONE,
);

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
