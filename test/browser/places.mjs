// Charts in all sorts of places, and what a page may do to them there.
import { renderHTML } from "../../dist/node/static.js";
import { open, svgBox, view } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { serve } from "./server.mjs";

const STORY = "/examples/kazakhstan-2022-01.json";
const ABC = [
  { id: "a", title: "A", time: "2022-01-02" },
  { id: "b", title: "B", time: "2022-01-04" },
  { id: "c", title: "C", time: "2022-01-06" },
];

async function blank(page, url) {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
}
async function elements(page, url) {
  await page.goto(`${url}/elements.html`);
  // One of them is behind a closed tab.
  await page.until(() => [...document.querySelectorAll("event-timeline:not(.panel)")].every((e) => e.chart));
}

check("a page's own rules for <event-timeline> win, and `hidden` hides it", async (page, { url }) => {
  await elements(page, url);
  const found = await page.run(() => {
    const [first, second, third] = document.querySelectorAll("event-timeline");
    const style = (e) => window.getComputedStyle(e);
    const seen = { display: style(first).display, inline: first.getAttribute("style") };
    first.hidden = true;
    return { ...seen, hidden: style(first).display, tab: style(second).display, sticky: style(third).position };
  });
  same(found, { display: "block", inline: null, hidden: "none", tab: "none", sticky: "sticky" }, "styles");
});

check("a chart has a width wherever there is one to have: in dialogs, cells and floats", async (page, { url }) => {
  await blank(page, url);
  for (const wide of [1000, 360]) {
    await page.viewport(wide, 800);
    const widths = await page.run(async (events) => {
      const place = document.getElementById("place");
      const found = {};
      for (const name of ["dialog", "td", "float", "inline-block", "grid", "fit"]) {
        const outer = document.createElement(name === "td" ? "table" : name === "dialog" ? "dialog" : "div");
        const holder = name === "td" ? outer.insertRow().insertCell() : outer;
        if (name === "float") outer.style.setProperty("float", "left");
        if (name === "inline-block") outer.style.setProperty("display", "inline-block");
        if (name === "fit") outer.style.setProperty("width", "fit-content");
        if (name === "grid") {
          outer.style.setProperty("display", "grid");
          outer.style.setProperty("grid-template-columns", "1fr 1fr");
        }
        const chart = window.datelines.timeline(events);
        holder.append(chart.element);
        place.append(outer);
        if (name === "dialog") outer.showModal();
        await chart.ready;
        await new Promise((r) => setTimeout(r, 60));
        const svg = chart.element.querySelector(".datelines-stage > svg");
        found[name] = [Number(svg.getAttribute("width")), document.documentElement.scrollWidth];
        chart.destroy();
        outer.remove();
      }
      return found;
    }, ABC);
    for (const [name, [width, page]] of Object.entries(widths)) {
      assert(width > (name === "grid" ? wide * 0.35 : Math.min(260, wide * 0.6)), `${name}: ${width} px of ${wide}`);
      assert(page <= wide, `${name}: the page is ${page} px wide of ${wide}`);
    }
  }
});

check("an element in a dialog is as wide as that may be", async (page, { url }) => {
  await elements(page, url);
  const width = await page.run(async (events) => {
    const dialog = document.createElement("dialog");
    const e = document.createElement("event-timeline");
    e.data = events;
    e.append("Instead");
    dialog.append(e);
    document.body.append(dialog);
    dialog.showModal();
    await e.ready;
    await new Promise((r) => setTimeout(r, 100));
    return Number(e.shadowRoot.querySelector(".datelines-stage > svg").getAttribute("width"));
  }, ABC);
  assert(width > 600, `${width} px`);
});

check("drawing says nothing to the page's own watch for errors", async (page, { url }) => {
  await blank(page, url);
  const errors = await page.run(async (events) => {
    const heard = [];
    window.addEventListener("error", (e) => heard.push(e.message));
    for (let i = 0; i < 3; i++) {
      const chart = window.datelines.timeline(events);
      document.getElementById("place").append(chart.element);
      await chart.ready;
      await new Promise((r) => setTimeout(r, 60));
    }
    return heard;
  }, ABC);
  same(errors, [], "errors");
});

check(
  "events that come while the hand holds the picture, or its window in the strip, move nothing",
  async (page, { url }) => {
    await page.viewport(1000, 1400);
    const later = (time) => window.chart.append([{ id: `at-${time}`, title: "Later", time, lanes: ["almaty"] }]);
    await open(page, url, STORY);
    await page.run(() => {
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from + (to - from) * 0.3, to: to - (to - from) * 0.3 }, { animate: false });
    });
    await page.frames();
    const box = await svgBox(page);
    await page.move(box.x + 500, box.y + 60);
    await page.down();
    await page.move(box.x + 490, box.y + 60, 3);
    await page.frames();
    const before = await view(page);
    await page.run(later, "2022-06-06");
    await page.frames();
    await page.move(box.x + 489, box.y + 60);
    await page.frames();
    const after = await view(page);
    await page.up();
    const px = (before.to - before.from) / (box.width * 0.85);
    near(after.from - before.from, px, px * 0.6, "one px of the mouse");
    near((after.to - after.from) / (before.to - before.from), 1, 1e-6, "length");

    await open(page, url, STORY);
    await page.run(() => {
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from + (to - from) * 0.3, to: to - (to - from) * 0.3 }, { animate: false });
    });
    await page.frames();
    const strip = await page.run(() => {
      const r = document.querySelector(".datelines-overview .selection").getBoundingClientRect();
      return { x: r.left + r.width / 2, y: r.top + r.height / 2 };
    });
    const first = await view(page);
    await page.move(strip.x, strip.y);
    await page.down();
    await page.move(strip.x + 4, strip.y, 2);
    await page.run(later, "2022-01-20");
    await page.frames();
    await page.move(strip.x + 8, strip.y, 2);
    await page.frames();
    const second = await view(page);
    await page.up();
    near((second.to - second.from) / (first.to - first.from), 1, 0.02, "length of the window in the strip");
  },
);

check("a chart that is destroyed amid a gesture leaves nothing on the window", async (page, { url }) => {
  await page.viewport(1000, 1400);
  for (const what of [".datelines-stage > svg", ".datelines-overview .selection"]) {
    await open(page, url, STORY);
    await page.run(() => {
      window.left = new Map();
      const { addEventListener: add, removeEventListener: remove } = window;
      window.addEventListener = function (type, f, ...rest) {
        window.left.set(f, type);
        return add.call(this, type, f, ...rest);
      };
      window.removeEventListener = function (type, f, ...rest) {
        window.left.delete(f);
        return remove.call(this, type, f, ...rest);
      };
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from + (to - from) * 0.3, to: to - (to - from) * 0.3 }, { animate: false });
    });
    await page.frames();
    const at = await page.run((selector) => {
      const r = document.querySelector(selector).getBoundingClientRect();
      return { x: r.left + r.width / 2, y: r.top + Math.min(60, r.height / 2) };
    }, what);
    await page.move(at.x, at.y);
    await page.down();
    await page.move(at.x + 12, at.y, 3);
    const during = await page.run(() => window.left.size);
    assert(during > 0, `${what}: no gesture`);
    await page.run(() => window.chart.destroy());
    await page.move(at.x + 30, at.y, 3);
    await page.pause(50);
    same(await page.run(() => [...window.left.values()]), [], what);
    await page.up();
    same(page.errors, [], "errors");
  }
});

check("who listens for what the pointer is on hears when it is on nothing any more", async (page, { url }) => {
  await open(page, url, STORY);
  await page.run(() => {
    window.heard = [];
    window.chart.element.addEventListener("eventhover", (e) => window.heard.push(e.detail.id));
  });
  const over = async () => {
    const at = await page.run(() => {
      const r = document.querySelector("[data-label='aktau-crowd'] text").getBoundingClientRect();
      return { x: r.left + 20, y: r.top + r.height / 2 };
    });
    await page.move(at.x, at.y, 2);
    await page.frames();
    return at;
  };
  const at = await over();
  await page.run(() => window.chart.append([{ id: "more", title: "More", time: "2022-01-03", lanes: ["almaty"] }]));
  await page.frames();
  same(await page.run(() => window.heard), ["aktau-crowd"], "data that are added take nothing away");
  assert(
    await page.run(() => document.querySelector(".datelines-preview:not([hidden])") !== null),
    "its words are still to be read",
  );
  await page.run(() => window.chart.filter({ category: "government" }));
  await page.frames();
  same(await page.run(() => window.heard.at(-1)), null, "filtered away");
  await page.run(() => window.chart.filter({}));
  await page.move(5, 5);
  await over();
  await page.down();
  await page.up();
  await page.frames();
  same(await page.run(() => window.heard.at(-1)), null, "clicked");
  assert(at.x > 0, "somewhere");
});

check("a chart goes to another document, and stands a frame that is taken away", async (page, { url }) => {
  await blank(page, url);
  const found = await page.run(async (events) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const there = frame.contentDocument;
    const chart = window.datelines.timeline(events);
    there.body.append(chart.element);
    await chart.ready;
    const styled = frame.contentWindow.getComputedStyle(chart.element.querySelector(".datelines-hidden")).position;
    const own = window.datelines.timeline(events, { document: there });
    there.body.append(own.element);
    await own.ready;
    const moving = own.view;
    own.setView({ from: moving.from, to: moving.from + (moving.to - moving.from) / 3 });
    await new Promise((r) => setTimeout(r, 60));
    frame.remove();
    await new Promise((r) => setTimeout(r, 100));
    return styled;
  }, ABC);
  same(found, "absolute", "the style sheet is there too");
  same(page.errors, [], "errors");
});

check(
  "<event-timeline> reads its file once, and keeps what the reader did when it is changed",
  async (page, { url }) => {
    await elements(page, url);
    const found = await page.run(async () => {
      const [e] = document.querySelectorAll("event-timeline");
      const asked = () => performance.getEntriesByType("resource").filter((r) => r.name.endsWith(".csv")).length;
      const before = asked();
      const { from, to } = e.chart.view;
      e.chart.setView({ from, to: from + (to - from) / 2 }, { animate: false });
      const seen = e.chart.view.to;
      const { chart } = e;
      for (const title of ["One", "Two", "Three"]) {
        e.setAttribute("title", title);
        await e.ready;
      }
      const holder = document.createElement("div");
      document.body.append(holder);
      holder.append(e);
      await e.ready;
      const kept = { chart: e.chart === chart, view: e.chart.view.to === seen };
      const title = e.shadowRoot.querySelector("h2").textContent;
      e.removeAttribute("title");
      await e.ready;
      const without = e.shadowRoot.querySelector("h2").textContent;
      const more = asked() - before;
      e.setAttribute("controls", "toolbar");
      await e.ready;
      const second = e.chart;
      e.setAttribute("title", "Four");
      await e.ready;
      const held = e.chart === second && second !== chart;
      e.setAttribute("src", "/examples/vikings.csv");
      await e.ready;
      const another = e.chart !== second && e.chart.data.events.length !== second.data.events.length;
      e.setAttribute("controls", "none");
      await e.ready;
      const made = e.chart !== chart && e.shadowRoot.querySelector(".datelines-toolbar") === null;
      return { ...kept, title, without, more, held, another, made };
    });
    same(
      found,
      { chart: true, view: true, title: "Three", without: "Timeline", more: 0, held: true, another: true, made: true },
      "what was asked and kept",
    );
  },
);

check("`ready` of an element waits for a picture, whatever comes between", async (page, { url }) => {
  await elements(page, url);
  const found = await page.run(async () => {
    const e = document.createElement("event-timeline");
    const first = e.ready.then(() => e.chart !== null);
    e.setAttribute("src", "/examples/monarchs.csv");
    document.body.append(e);
    e.setAttribute("color-by", "none");
    const second = e.ready.then(() => e.chart !== null);
    await new Promise((r) => setTimeout(r, 1));
    e.setAttribute("title", "Kings");
    return [await first, await second, await e.ready.then(() => e.shadowRoot.querySelector("h2").textContent)];
  });
  same(found, [true, true, "Kings"], "pictures");
});

check("what a script says before the element is defined is heard", async (page, { url }) => {
  await page.goto(`${url}/early.html`);
  await page.until(() => document.querySelector("event-timeline").chart);
  same(
    await page.run(() => {
      const e = document.querySelector("event-timeline");
      return [e.shadowRoot.querySelector("h2").textContent, e.chart.data.events.length];
    }),
    ["Own", 3],
    "title and data",
  );
});

check("a server's list stays only while it says the same", async (page, { url }) => {
  await page.goto(`${url}/stale.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  const texts = await page.run(async (events) => {
    const [same, old] = document.querySelectorAll("figure");
    const item = same.querySelector("li");
    for (const details of document.querySelectorAll("details")) details.open = true;
    const one = window.datelines.timeline(events, { hydrate: same });
    const two = window.datelines.timeline([{ id: "q", title: "Other", time: "2023-01-01" }], { hydrate: old });
    await Promise.all([one.ready, two.ready]);
    return [same.querySelector("li") === item, old.querySelector("details ol").textContent.includes("Other")];
  }, ABC);
  same(texts, [true, true], "lists");
});

function pages() {
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Places</title><link rel="stylesheet" href="/test/browser/pages/page.css"><link rel="stylesheet" href="/test/browser/pages/places.css">`;
  return new Map([
    [
      "/elements.html",
      `${head}<script type="module" src="/dist/bundle/event-timeline.min.js"></script></head><body>
      <event-timeline src="/examples/monarchs.csv"></event-timeline><event-timeline class="panel" src="/examples/monarchs.csv"></event-timeline><event-timeline class="sticky" src="/examples/monarchs.csv"></event-timeline></body></html>`,
    ],
    [
      "/early.html",
      `${head}<script type="module" src="/dist/bundle/event-timeline.min.js"></script></head><body><event-timeline>Instead</event-timeline><script src="/test/browser/pages/early.js"></script></body></html>`,
    ],
    [
      "/stale.html",
      `${head}<link rel="stylesheet" href="/dist/datelines.css"><script type="module" src="/test/browser/pages/chart.js"></script></head><body>${renderHTML(ABC, { width: 700 })}${renderHTML(ABC, { width: 700, idPrefix: "old" })}</body></html>`,
    ],
  ]);
}

const server = await serve(pages());
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
