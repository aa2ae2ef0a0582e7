// The living timeline in real browsers, on pages with the strictest policies: what a reader does, and what must then hold.
import { PNG } from "pngjs";
import { drag, closer, fingers, open as openWith, still, svgBox, view } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { measure } from "./measure.mjs";
import { POLICY, serve } from "./server.mjs";

const STORY = "/examples/kazakhstan-2022-01.json";
const UCDP = "/examples/ucdp-conflict.csv";

const open = (page, url, src = STORY, options = {}) => openWith(page, url, src, options);

/** Where an event's label stands in the window. */
const labelAt = (page, id) =>
  page.run((wanted) => {
    const label = [...document.querySelectorAll("[data-label]")].find((e) => e.dataset.label === wanted);
    const r = label?.querySelector("text")?.getBoundingClientRect();
    return r === undefined ? null : { x: r.left + r.width / 2, y: r.top + r.height / 2 };
  }, id);
/** A point of the picture, of the window too, where there is nothing. */
async function emptyPoint(page, share = 0.4) {
  const box = await svgBox(page);
  const x = box.x + box.width * share;
  for (let y = box.y + box.height * 0.25; y < Math.min(box.y + box.height * 0.85, 800); y += 7) {
    await page.move(x, y);
    if (!(await page.run(() => document.querySelector(".datelines-stage").classList.contains("datelines-over-event"))))
      return { x, y };
  }
  throw new Error("there is something everywhere");
}
/** By event, where on the screen its mark begins. */
const begins = (page) =>
  page.run(() =>
    Object.fromEntries(
      [...document.querySelectorAll("svg [data-event]:not([data-outside])")].map((g) => [
        g.dataset.event,
        g.getScreenCTM().e,
      ]),
    ),
  );
/** Whether what is under the pointer stays there, and all else moves away from it by the factor. */
async function zoomsAbout(page, x, zoom) {
  const box = await svgBox(page);
  const [view0, at0] = [await view(page), await begins(page)];
  await zoom();
  const [view1, at1] = [await view(page), await begins(page)];
  const factor = (view0.to - view0.from) / (view1.to - view1.from);
  let seen = 0;
  for (const [id, at] of Object.entries(at0)) {
    const then = x + (at - x) * factor;
    // At the edges marks are cut, or give way to their labels.
    if (Math.min(at, then) < box.x + box.width * 0.45 || then > box.x + box.width * 0.95) continue;
    if (at1[id] === undefined) continue;
    near(at1[id], then, 1.5, `${id} from ${at}`);
    seen++;
  }
  assert(seen > 0, "no event is seen before and after");
}
const focused = (page) =>
  page.run(() => ({
    id: document.activeElement?.dataset?.event ?? null,
    lane: document.activeElement?.closest?.("[data-lane]")?.dataset?.lane ?? null,
    name: document.activeElement?.getAttribute?.("aria-label") ?? null,
  }));
/** The page asks for a file that is not there, which the browser says too. */
const ignoreMissing = (page) =>
  page.errors.splice(0, page.errors.length, ...page.errors.filter((e) => !/404|Failed to load/.test(e)));
const focusFirst = (page) => page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());

check(
  "a picture under the strictest policy, nothing asked of the network, nothing on the document",
  async (page, { url }) => {
    await open(page, url);
    const found = await page.run(() => ({
      violations: window.violations,
      labels: document.querySelectorAll("[data-label]").length,
      listeners: window.documentListeners,
      lanes: document.querySelectorAll("[data-lane]").length,
    }));
    same(found.violations, [], "violations");
    same(found.listeners, [], "listeners on the document");
    assert(found.labels >= 17, `only ${found.labels} labels`);
    assert(found.lanes >= 5, `only ${found.lanes} lanes`);
  },
);

check("no label meets another by real boxes, and every event is told, in any window", async (page, { url }) => {
  await open(page, url);
  const ids = await page.run(async () => {
    const d = await (await fetch("/examples/kazakhstan-2022-01.json")).json();
    return [...new Set(d.events.map((e) => e.id))];
  });
  for (const width of [360, 640, 1000, 1440]) {
    await page.viewport(width, 900);
    await page.frames();
    for (const [factor, share] of [
      [1, 0],
      [3, 0.2],
      [12, 0.4],
      [0.3, 0],
      [2, -0.3],
    ]) {
      await page.run(
        ([f, s]) => {
          const { from, to } = window.home ?? (window.home = { ...window.chart.view });
          const length = (to - from) / f;
          const start = from + s * (to - from);
          window.chart.setView({ from: start, to: start + length }, { animate: false });
        },
        [factor, share],
      );
      await page.frames();
      const problems = await page.run(
        `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
      );
      same(problems.slice(0, 3), [], `${width} px, ${factor} times at ${share}`);
      const told = await page.run(() => {
        const svg = document.querySelector(".datelines-stage > svg");
        const labels = [...svg.querySelectorAll("[data-label]")].map((e) => e.dataset.label);
        const numbers = (name) =>
          [...svg.querySelectorAll(`[data-${name}]`)].reduce((s, e) => s + Number(e.dataset[name]), 0);
        return { labels: [...new Set(labels)], counted: numbers("count"), outside: numbers("outside") };
      });
      assert(
        told.labels.length + told.counted + told.outside >= ids.length,
        `${width} px, ${factor}: ${JSON.stringify(told)} of ${ids.length}`,
      );
    }
  }
});

check("the wheel scrolls the page, and zooms with Ctrl about the pointer", async (page, { url }) => {
  await open(page, url);
  await page.run(() => document.getElementById("after").classList.add("tall"));
  const before = await view(page);
  const box = await svgBox(page);
  const x = box.x + box.width * 0.6;
  const y = box.y + 200;
  await page.move(x, y);
  await page.wheel(0, 120);
  await page.until(() => window.scrollY > 0, undefined, "the page to scroll");
  same(await view(page), before, "the view");
  await page.run(() => window.scrollTo(0, 0));
  await page.pause(100);
  await zoomsAbout(page, x, async () => {
    await page.keyDown("Control");
    await page.wheel(0, -120);
    await page.keyUp("Control");
    await still(page);
  });
  const after = await view(page);
  assert(after.to - after.from < (before.to - before.from) * 0.95, "it did not zoom");
  same(await page.run(() => window.scrollY), 0, "scroll");
});

check("the wheel zooms without Ctrl once the picture has the focus", async (page, { url }) => {
  await open(page, url);
  const before = await view(page);
  await focusFirst(page);
  const box = await svgBox(page);
  await page.move(box.x + box.width / 2, box.y + 300);
  await page.wheel(0, -120);
  await page.frames();
  const after = await view(page);
  assert(after.to - after.from < before.to - before.from, "it did not zoom");
});

check(
  "wheel: never leaves the wheel to the page, always takes it",
  async (page, { url }) => {
    await open(page, url, STORY, { wheel: "never" });
    const before = await view(page);
    const box = await svgBox(page);
    await page.move(box.x + 400, box.y + 300);
    await page.keyDown("Control");
    await page.wheel(0, -120);
    await page.keyUp("Control");
    await page.frames();
    same(await view(page), before, "the view");
    await page.run(() => window.chart.update({ options: { wheel: "always" } }));
    await page.frames();
    await page.wheel(0, -120);
    await page.frames();
    const after = await view(page);
    assert(after.to - after.from < before.to - before.from, "it did not zoom");
  },
  { only: ["firefox", "chromium"] },
);

check("dragging moves the time with the pointer, and not the page", async (page, { url }) => {
  await open(page, url);
  await page.run(() => {
    const { from, to } = window.chart.view;
    window.chart.setView({ from: from + (to - from) * 0.3, to: to - (to - from) * 0.3 }, { animate: false });
  });
  await page.frames();
  const before = await view(page);
  const box = await svgBox(page);
  const y = box.y + box.height * 0.55;
  await drag(page, [box.x + 500, y], [box.x + 400, y]);
  const after = await view(page);
  near((after.to - after.from) / (before.to - before.from), 1, 1e-9, "length of the window");
  const moved = (after.from - before.from) / (before.to - before.from);
  assert(moved > 0.08 && moved < 0.2, `it moved by ${moved}`);
  same(await page.run(() => window.chart.selected), null, "a drag selects nothing");
  const frame = await page.run(() => {
    const focused = document.activeElement.closest(".datelines") === null ? null : document.activeElement;
    return focused === null ? "none" : getComputedStyle(focused).outlineStyle;
  });
  same(frame, "none", "the frame of what the mouse has given the focus");
});

check("a double click zooms in about the pointer", async (page, { url }) => {
  await open(page, url);
  const before = await view(page);
  const { x, y } = await emptyPoint(page);
  await zoomsAbout(page, x, async () => {
    await page.dblclick(x, y);
    await still(page);
  });
  const after = await view(page);
  near((before.to - before.from) / (after.to - after.from), 2, 0.05, "factor");
});

check(
  "touch pans, pinches, and leaves the page its scroll",
  async (page, { url }) => {
    await open(page, url);
    await page.run(() => document.getElementById("after").classList.add("tall"));
    await closer(page);
    const box = await svgBox(page);
    const y = box.y + 400;
    const swipe = (from, to) => fingers(page, [from], [to]);
    const before = await view(page);
    await swipe([500, y], [350, y]);
    const panned = await view(page);
    assert(panned.from > before.from, "a sideways swipe did not pan");
    near((panned.to - panned.from) / (before.to - before.from), 1, 1e-9, "length");
    await swipe([500, y], [500, y - 200]);
    await page.until(() => window.scrollY > 20, undefined, "the page to scroll under a finger");
    same(await view(page), panned, "the view after an upward swipe");
    await page.run(() => window.scrollTo(0, 0));
    await page.pause(200);
    await fingers(
      page,
      [
        [400, y],
        [500, y],
      ],
      [
        [320, y],
        [580, y],
      ],
    );
    const pinched = await view(page);
    assert(pinched.to - pinched.from < (panned.to - panned.from) * 0.6, "a pinch did not zoom");
  },
  { only: ["chromium"], touch: true },
);

check("a button for every gesture, and none that does nothing", async (page, { url }) => {
  await open(page, url);
  const home = await view(page);
  const press = async (name) => {
    await page.run(
      (n) =>
        [...document.querySelectorAll(".datelines-toolbar button")]
          .find((b) => b.getAttribute("aria-label") === n)
          .click(),
      name,
    );
    await still(page);
  };
  await press("Zoom in");
  const inside = await view(page);
  assert(inside.to - inside.from < home.to - home.from, "zoom in");
  await press("Later");
  const later = await view(page);
  assert(later.from > inside.from, "later");
  await press("Earlier");
  near((await view(page)).from, inside.from, 1000, "earlier goes back");
  await press("Zoom out");
  await press("Back to the beginning view");
  same(await view(page), home, "home");
  await press("Show all of it");
  const all = await view(page);
  assert(all.from < Date.UTC(2012, 0, 1), "all of it holds 2011");
  const disabled = await page.run(() =>
    [...document.querySelectorAll(".datelines-toolbar [aria-disabled=true]")].map((b) => b.getAttribute("aria-label")),
  );
  assert(disabled.includes("Zoom out") && disabled.includes("Show all of it"), `disabled: ${disabled}`);
});

check("views move smoothly, at once where the reader wants no motion", async (page, { url }) => {
  await open(page, url);
  const { from, to } = await view(page);
  const steps = await page.run(
    ([a, b]) =>
      new Promise((resolve) => {
        const seen = [];
        window.chart.element.addEventListener("viewchange", (e) => seen.push(e.detail.to - e.detail.from));
        window.chart.setView({ from: a, to: a + (b - a) / 4 });
        setTimeout(() => resolve(seen), 1200);
      }),
    [from, to],
  );
  assert(steps.length > 5, `${steps.length} steps`);
  near(steps.at(-1) / ((to - from) / 4), 1, 1e-5, "where it ends");
});

check(
  "reduced motion: one step",
  async (page, { url }) => {
    await open(page, url);
    const { from, to } = await view(page);
    const steps = await page.run(
      ([a, b]) =>
        new Promise((resolve) => {
          let n = 0;
          window.chart.element.addEventListener("viewchange", () => n++);
          window.chart.setView({ from: a, to: a + (b - a) / 4 });
          setTimeout(() => resolve(n), 600);
        }),
      [from, to],
    );
    same(steps, 1, "steps");
  },
  { only: ["chromium"], media: { reducedMotion: "reduce" } },
);

check(
  "hovering shows a preview that the pointer may enter and Escape takes away; clicking opens the details",
  async (page, { url }) => {
    await open(page, url);
    const at = await labelAt(page, "arrests");
    await page.move(at.x, at.y);
    await page.until(() => !document.querySelector(".datelines-preview").hidden, undefined, "the preview");
    const text = await page.run(() => document.querySelector(".datelines-preview").textContent);
    assert(text.includes("more than 2,000"), text);
    const card = await page.run(() => {
      const r = document.querySelector(".datelines-preview").getBoundingClientRect();
      return { x: r.left + 20, y: r.top + 12 };
    });
    await page.move(card.x, card.y);
    await page.pause(100);
    same(
      await page.run(() => document.querySelector(".datelines-preview").hidden),
      false,
      "hidden while the pointer is on it",
    );
    await page.move(at.x, at.y);
    await page.click(at.x, at.y);
    await page.frames();
    const open_ = await page.run(() => ({
      selected: window.chart.selected,
      shown: !document.querySelector("[role=dialog]").hidden,
      text: document.querySelector("[role=dialog]").textContent,
    }));
    same([open_.selected, open_.shown], ["arrests", true], "selection");
    assert(/Interior Ministry/.test(open_.text) && /13:50/.test(open_.text), open_.text);
  },
);

check(
  "arrow keys go through the events of a lane and from lane to lane; all keys do what the help says",
  async (page, { url }) => {
    await open(page, url);
    await focusFirst(page);
    const first = await focused(page);
    await page.key("ArrowRight");
    const second = await focused(page);
    assert(
      second.id !== first.id && second.lane === first.lane,
      `${JSON.stringify(second)} after ${JSON.stringify(first)}`,
    );
    await page.key("ArrowLeft");
    same(await focused(page), first, "back");
    await page.key("ArrowDown");
    const below = await focused(page);
    assert(below.lane !== first.lane, "another lane");
    await page.key("ArrowUp");
    same((await focused(page)).lane, first.lane, "up again");
    await page.key("End");
    const last = await focused(page);
    await page.key("ArrowRight");
    same(await focused(page), last, "there is nothing after the last");
    await page.key("Home");
    await page.keyDown("Control");
    await page.key("Home");
    await page.keyUp("Control");
    same((await focused(page)).id, "strikes-2011", "the first of all");
    const far = await view(page);
    assert(far.from < Date.UTC(2012, 0, 1), "the window went along");
    await page.key("0");
    await still(page);
    await page.keyDown("Control");
    await page.key("End");
    await page.keyUp("Control");
    const end = await focused(page);
    assert(end.id !== null && end.name.length > 20, JSON.stringify(end));
    const before = await view(page);
    await page.key("+");
    await still(page);
    const nearer = await view(page);
    assert(nearer.to - nearer.from < before.to - before.from, "plus");
    await page.key("-");
    await still(page);
    await page.key("PageUp");
    await still(page);
    assert((await view(page)).from < nearer.from, "page up");
    await page.key("?");
    same(await page.run(() => document.querySelector(".datelines-help").hidden), false, "help");
    await page.key("t");
    await page.frames();
    const rows = await page.run(() => document.querySelectorAll(".datelines-table tbody tr").length);
    same(rows, 18, "rows of the table");
  },
);

check(
  "every event can be reached by the keyboard, in every lane it stands in, and says who it is",
  async (page, { url }) => {
    await open(page, url);
    await focusFirst(page);
    await page.keyDown("Control");
    await page.key("Home");
    const names = new Map();
    for (let i = 0; i < 60; i++) {
      const { id, lane, name } = await focused(page);
      assert(id !== null && name !== null && name.length > 10, `step ${i}: ${id} ${name}`);
      if (names.has(`${lane} ${id}`)) break;
      names.set(`${lane} ${id}`, name);
      await page.key("ArrowRight");
    }
    await page.keyUp("Control");
    same(new Set([...names.keys()].map((k) => k.split(" ")[1])).size, 18, "events reached");
    same(new Set(names.values()).size, names.size, "names are unique");
  },
);

check("Enter opens the details and moves there, Escape comes back", async (page, { url }) => {
  await open(page, url);
  await focusFirst(page);
  const before = await focused(page);
  await page.key("Enter");
  await page.frames();
  same(await page.run(() => document.activeElement.getAttribute("role")), "dialog", "focus");
  await page.key("Tab");
  same(await page.run(() => document.activeElement.closest("[role=dialog]") !== null), true, "tab goes into the card");
  await page.key("Escape");
  await page.frames();
  same((await focused(page)).id, before.id, "focus is back");
  same(await page.run(() => window.chart.selected), null, "nothing is selected");
});

check("one tab stop for the picture, one for the toolbar, none trapped", async (page, { url }) => {
  await open(page, url);
  await page.run(() => {
    const b = document.createElement("button");
    b.id = "first";
    document.body.prepend(b);
    const e = document.createElement("button");
    e.id = "last";
    document.body.append(e);
    b.focus();
  });
  const stops = [];
  for (let i = 0; i < 14; i++) {
    await page.key("Tab");
    const stop = await page.run(() => {
      const a = document.activeElement;
      return a.id === "last"
        ? "last"
        : (a
            .closest(".datelines-toolbar, .datelines-known, svg, .datelines-overview, details")
            ?.getAttribute("class") ??
            a.closest("svg")?.localName ??
            a.localName);
    });
    stops.push(stop);
    if (stop === "last") break;
  }
  same(stops.at(-1), "last", `stops: ${stops}`);
  same(stops.filter((s) => s === "datelines-toolbar").length, 1, `stops of the toolbar in ${stops}`);
  same(stops.filter((s) => s === "svg" || s === null).length, 1, `stops of the picture in ${stops}`);
});

check("an event without a label of its own can have the focus too", async (page, { url }) => {
  await open(page, url, UCDP, { laneBy: "place" });
  await focusFirst(page);
  const seen = [];
  for (let i = 0; i < 12; i++) {
    await page.key("ArrowRight");
    seen.push(
      await page.run(() => ({
        id: document.activeElement.dataset.event ?? null,
        label: document.activeElement.querySelector("[data-label]") !== null,
      })),
    );
  }
  assert(
    seen.every((s) => s.id !== null),
    JSON.stringify(seen),
  );
  assert(
    seen.some((s) => !s.label),
    "all had labels",
  );
  same(
    await page.run(
      () =>
        !document.querySelector(".datelines-preview").hidden ||
        document.activeElement.querySelector("[data-label]") !== null,
    ),
    true,
    "it says who it is",
  );
});

check("filters count, show and never end in nothing", async (page, { url }) => {
  await open(page, url);
  await page.run(() => {
    window.heard = [];
    window.chart.element.addEventListener("filterchange", (e) => window.heard.push(e.detail.count));
  });
  await page.run(() =>
    [...document.querySelectorAll(".datelines-toolbar button")]
      .find((b) => b.getAttribute("aria-label") === "Filter")
      .click(),
  );
  await page.run(() =>
    [...document.querySelectorAll(".datelines-filters label")]
      .find((l) => l.textContent.startsWith("Protest"))
      .querySelector("input")
      .click(),
  );
  await page.frames();
  const found = await page.run(() => ({
    heard: window.heard,
    marks: new Set([...document.querySelectorAll(".datelines-events [data-event]")].map((e) => e.dataset.event)).size,
    text: document.querySelector(".datelines-filters .datelines-count:last-of-type")?.textContent,
  }));
  same(found.heard, [4], "events told");
  assert(found.marks <= 4 && found.marks >= 3, `${found.marks} marks`);
  await page.run(() => window.chart.filter({ text: "no such thing" }));
  await page.frames();
  same(await page.run(() => document.querySelector(".datelines-none").hidden), false, "the way back");
  await page.run(() => document.querySelector(".datelines-none button").click());
  await page.frames();
  same(await page.run(() => document.querySelectorAll("[data-label]").length >= 17), true, "all again");
  await page.run(() => window.chart.filter({ text: "PEACEKEEPERS" }));
  await page.frames();
  same(
    await page.run(() => [...document.querySelectorAll("[data-label]")].map((e) => e.dataset.label)),
    ["peacekeepers"],
    "found by a word",
  );
});

check("what was known when: the count of arrests is not there before 13:50", async (page, { url }) => {
  await open(page, url);
  const text = () => page.run(() => document.querySelector(".datelines-stage > svg").textContent);
  assert((await text()).includes("more than 2,000"), "the latest state");
  await page.run(() => document.querySelector(".datelines-known button").click());
  await page.frames();
  const early = await text();
  assert(!early.includes("more than 2,000"), "the count is there too early");
  assert(early.includes("Mass arrests"), "the arrests were known");
  const svg = await page.run(() => window.chart.toSVG());
  assert(/As known 6 January/.test(svg) && !svg.includes("more than 2,000"), "the export says as of when");
  await page.run(() => document.querySelectorAll(".datelines-known button")[1].click());
  await page.frames();
  assert((await text()).includes("more than 2,000"), "the latest again");
});

check("update keeps the window, the focus and the selection; data may change during a drag", async (page, { url }) => {
  await open(page, url);
  await page.run(() => {
    const { from, to } = window.chart.view;
    window.chart.setView({ from: from + (to - from) * 0.5, to }, { animate: false });
    window.chart.select("arrests");
  });
  await page.frames();
  const before = await view(page);
  const box = await svgBox(page);
  await page.move(box.x + 600, box.y + 30);
  await page.down();
  await page.move(box.x + 590, box.y + 30, 3);
  await page.run(() =>
    window.chart.append([{ id: "later", title: "Something new", time: "2022-01-06T12:00", lanes: ["almaty"] }]),
  );
  await page.move(box.x + 560, box.y + 30, 3);
  await page.up();
  await page.frames();
  const after = await view(page);
  near((after.to - after.from) / (before.to - before.from), 1, 1e-6, "length of the window");
  assert(after.from > before.from, "the drag went on");
  const state = await page.run(() => ({
    selected: window.chart.selected,
    there:
      [...document.querySelectorAll("svg [data-event]")].some((e) => e.dataset.event === "later") ||
      document.querySelector("[data-count]") !== null,
  }));
  same(state, { selected: "arrests", there: true }, "state");
  await focusFirst(page);
  const focus = await focused(page);
  await page.run(async () => {
    const d = await (await fetch("/examples/kazakhstan-2022-01.json")).json();
    window.chart.update({ data: { ...d, title: "Another title" } });
  });
  await page.frames();
  same((await focused(page)).id, focus.id, "focus");
  same(await page.run(() => document.querySelector("figcaption h2").textContent), "Another title", "title");
});

check("its container decides the width; without one it waits", async (page, { url }) => {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  const found = await page.run(async () => {
    const place = document.getElementById("place");
    place.hidden = true;
    const chart = window.datelines.timeline([
      { title: "A", time: "2022-01-05" },
      { title: "B", time: "2022-01-07" },
    ]);
    let done = false;
    chart.ready.then(() => (done = true));
    place.append(chart.element);
    await new Promise((r) => setTimeout(r, 150));
    const early = done;
    place.hidden = false;
    await chart.ready;
    const wide = Number(chart.element.querySelector(".datelines-stage > svg").getAttribute("width"));
    place.style.setProperty("width", "420px");
    await new Promise((r) => setTimeout(r, 150));
    const narrow = Number(chart.element.querySelector(".datelines-stage > svg").getAttribute("width"));
    return { early, wide, narrow, page: document.body.clientWidth };
  });
  same([found.early, found.narrow], [false, 420], "widths");
  near(found.wide, found.page, 1, "width of the page");
});

check("twenty on a page, each with ids of its own, and nothing left of them", async (page, { url, browser }) => {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  const found = await page.run(async () => {
    const data = await (await fetch("/examples/kazakhstan-2022-01.json")).json();
    const add = EventTarget.prototype.addEventListener;
    const remove = EventTarget.prototype.removeEventListener;
    const key = (t, type, f, o) => [t, type, f, typeof o === "object" ? Boolean(o?.capture) : Boolean(o)];
    const all = [];
    EventTarget.prototype.addEventListener = function (type, f, o) {
      if (this === window || this === document || this instanceof MediaQueryList) all.push(key(this, type, f, o));
      return add.call(this, type, f, o);
    };
    EventTarget.prototype.removeEventListener = function (type, f, o) {
      const k = key(this, type, f, o);
      const at = all.findIndex((a) => a.every((v, i) => v === k[i]));
      if (at >= 0) all.splice(at, 1);
      return remove.call(this, type, f, o);
    };
    const RO = window.ResizeObserver;
    let observing = 0;
    window.ResizeObserver = class extends RO {
      constructor(f) {
        super(f);
        observing++;
      }
      disconnect() {
        observing--;
        super.disconnect();
      }
    };
    const nodes = document.querySelectorAll("*").length;
    const charts = Array.from({ length: 20 }, () => window.datelines.timeline(data));
    for (const c of charts) document.getElementById("place").append(c.element);
    await Promise.all(charts.map((c) => c.ready));
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    const sheets = document.adoptedStyleSheets.length;
    for (const c of charts) c.destroy();
    await new Promise((r) => setTimeout(r, 300));
    EventTarget.prototype.addEventListener = add;
    EventTarget.prototype.removeEventListener = remove;
    window.ResizeObserver = RO;
    return {
      twice: ids.length - new Set(ids).size,
      sheets,
      sheetsLeft: document.adoptedStyleSheets.length,
      listeners: all.map((a) => a[1]),
      observing,
      nodes: document.querySelectorAll("*").length - nodes,
    };
  });
  same(found, { twice: 0, sheets: 1, sheetsLeft: 0, listeners: [], observing: 0, nodes: 0 }, `left in ${browser}`);
});

check(
  "the heap does not grow with charts that are gone",
  async (page, { url }) => {
    await page.goto(`${url}/test/browser/pages/chart.html`);
    await page.until(() => document.documentElement.dataset.loaded === "yes");
    const round = () =>
      page.run(async () => {
        const data = await (await fetch("/examples/kazakhstan-2022-01.json")).json();
        for (let i = 0; i < 10; i++) {
          const c = window.datelines.timeline(data);
          document.getElementById("place").append(c.element);
          await c.ready;
          c.destroy();
        }
      });
    const heap = async () => {
      await page.cdp.send("HeapProfiler.collectGarbage");
      await page.cdp.send("HeapProfiler.collectGarbage");
      return (await page.cdp.send("Runtime.getHeapUsage")).usedSize;
    };
    await round();
    await round();
    const before = await heap();
    await round();
    await round();
    const after = await heap();
    assert(after - before < 600_000, `${after - before} bytes more after twenty charts`);
    const counters = await page.cdp.send("Memory.getDOMCounters");
    assert(counters.nodes < 3000, `${counters.nodes} nodes alive`);
  },
  { only: ["chromium"] },
);

check("a server's page is taken over: no element of the picture is touched, nothing moves", async (page, { url }) => {
  await page.goto(`${url}/hydrate.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  const found = await page.run(async () => {
    const data = await (await fetch("/examples/kazakhstan-2022-01.json")).json();
    const figure = document.querySelector("figure.datelines");
    const svg = figure.querySelector(".datelines-stage > svg");
    const rects = () =>
      ["h2", ".datelines-stage > svg", "details", ".datelines-stage [data-label] text"].map((s) => {
        const r = figure.querySelector(s).getBoundingClientRect();
        return [
          s,
          Math.round(r.left * 10) / 10,
          Math.round(r.top * 10) / 10,
          Math.round(r.width * 10) / 10,
          Math.round(r.height * 10) / 10,
        ];
      });
    const before = rects();
    const elements = [...svg.querySelectorAll("*")];
    const records = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(svg, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["d", "x", "y", "width", "height", "fill", "transform"],
    });
    const shifts = [];
    if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift"))
      new PerformanceObserver((l) =>
        shifts.push(
          ...l.getEntries().map((e) => `${e.value} ${e.sources.map((s) => s.node?.className ?? s.node?.nodeName)}`),
        ),
      ).observe({
        type: "layout-shift",
      });
    const chart = window.datelines.timeline(data, { hydrate: figure });
    await chart.ready;
    await new Promise((r) => setTimeout(r, 200));
    records.push(...observer.takeRecords());
    window.chart = chart;
    return {
      same: chart.element === figure,
      before,
      after: rects(),
      kept: elements.every((e) => e.isConnected),
      records: records.map((r) => `${r.type} ${r.target.localName} ${r.attributeName}`).slice(0, 5),
      shifts,
      buttons: figure.querySelectorAll(".datelines-toolbar button").length,
      lists: figure.querySelectorAll("ol.datelines-list").length,
    };
  });
  same(found.same && found.kept, true, "the same elements");
  same(found.records, [], "changes to the picture");
  same(found.after, found.before, "places");
  same(found.shifts, [], "shifts");
  assert(found.buttons >= 8 && found.lists === 1, JSON.stringify(found));
  await focusFirst(page);
  await page.key("ArrowRight");
  assert((await focused(page)).id !== null, "it lives");
});

check("a chart beside something in a row has what is left of it, and a margin is its page's", async (page, { url }) => {
  await open(page, url);
  const found = await page.run(async () => {
    await import("/dist/bundle/event-timeline.min.js");
    const place = document.getElementById("place");
    const widths = async (style, make) => {
      place.replaceChildren();
      for (const [name, value] of Object.entries(style)) place.style.setProperty(name, value);
      const aside = document.createElement("aside");
      aside.style.setProperty("flex", "1");
      aside.textContent = "Beside it";
      const { element, ready } = make();
      place.append(aside, element);
      await ready();
      return [element.offsetWidth, place.clientWidth, document.documentElement.scrollWidth <= window.innerWidth];
    };
    const made = (margin) => () => {
      const element = document.createElement("event-timeline");
      element.setAttribute("src", "/examples/monarchs.csv");
      element.style.setProperty("margin", margin);
      return { element, ready: () => element.ready };
    };
    const events = [{ title: "A", time: "2022-01-01" }];
    const live = () => {
      const chart = window.datelines.timeline(events);
      return { element: chart.element, ready: () => chart.ready };
    };
    return [
      await widths({ display: "flex", "flex-direction": "row" }, made("0")),
      await widths({}, live),
      await widths({ "flex-direction": "column", "align-items": "center" }, made("0")),
      await widths({ display: "block" }, made("0 40px")),
    ];
  });
  const [row, figure, column, block] = found;
  for (const [width, whole, inside] of [row, figure])
    assert(width > whole * 0.6 && width < whole && inside, `in a row ${JSON.stringify(found)}`);
  same(column[0], column[1], "in a column that centres");
  same([block[0], block[2]], [block[1] - 80, true], "with a margin");
});

check(
  "a tap or a click beside the window of the strip takes the window there",
  async (page, { url }) => {
    await open(page, url);
    for (const tapped of [true, false]) {
      await closer(page, 0.1, 0.7);
      const before = await view(page);
      const [x, y] = await page.run(() => {
        const strip = document.querySelector(".datelines-overview");
        strip.scrollIntoView({ block: "center" });
        const { left, width, top } = strip.getBoundingClientRect();
        return [left + width * 0.75, top + 15];
      });
      if (tapped) {
        await page.touch("touchStart", [[x, y]]);
        await page.touch("touchEnd", []);
      } else await page.click(x, y);
      await still(page);
      const after = await view(page);
      assert(after.from > before.from + 864e5, `${JSON.stringify(before)} ${JSON.stringify(after)}`);
      near(after.to - after.from, before.to - before.from, 1, "length");
      const shown = await page.run(() =>
        Number(document.querySelector(".datelines-overview .selection").getAttribute("width")),
      );
      assert(shown >= 6, `the window is ${shown} px wide`);
      await page.run(() => document.querySelector(".datelines-toolbar button:nth-child(5)").click());
      await still(page);
    }
  },
  { only: ["chromium"], touch: true },
);

check("the strip says its dates whole, in the order of their own language", async (page, { url }) => {
  for (const direction of ["ltr", "rtl"]) {
    await open(page, url, STORY, { direction });
    const found = await page.run(() => {
      const strip = document.querySelector(".datelines-overview");
      const { left, right, bottom } = strip.querySelector("svg").getBoundingClientRect();
      return [...strip.querySelectorAll("text")].map((text) => {
        const r = text.getBoundingClientRect();
        return [getComputedStyle(text).direction, r.left - left < 2, right - r.right < 2, r.bottom <= bottom + 2];
      });
    });
    const first = direction === "ltr";
    same(
      found,
      [
        [direction, first, !first, true],
        [direction, !first, first, true],
      ],
      direction,
    );
  }
});

check("what a page says of its own text does not widen that of the picture", async (page, { url }) => {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  const widths = async () => {
    await page.run((s) => window.make(s), STORY);
    await page.frames();
    return page.run(() =>
      [...document.querySelectorAll(".datelines-stage svg text")].map((text) =>
        Math.round(text.getComputedTextLength()),
      ),
    );
  };
  const before = await widths();
  await page.run(() => {
    document.getElementById("place").replaceChildren();
    for (const [name, value] of Object.entries({
      "letter-spacing": "2px",
      "word-spacing": "4px",
      "text-transform": "uppercase",
      "font-style": "italic",
      "font-weight": "800",
      "font-variant": "small-caps",
      "text-align": "center",
    }))
      document.body.style.setProperty(name, value);
  });
  same(await widths(), before, "widths of texts");
  same(
    await page.run(() => getComputedStyle(document.querySelector(".datelines output")).textAlign),
    "start",
    "output",
  );
});

check("what was known when is told in one zone from the first moment to the last", async (page, { url }) => {
  await open(page, url);
  const said = () => page.run(() => document.querySelector(".datelines-known output").textContent);
  const latest = await said();
  await page.run(() => document.querySelector(".datelines-known button").click());
  await page.frames();
  const before = await said();
  assert(
    latest.includes("13:50\u00a0Paris (latest)") && before.includes("before 6 January 2022, 13:50\u00a0Paris"),
    `${before} | ${latest}`,
  );
});

check(
  "<event-timeline>: a spreadsheet in, the fallback until it is there, several to a page",
  async (page, { url }) => {
    await page.goto(`${url}/element.html`);
    await page.until(
      () => [...document.querySelectorAll("event-timeline")].slice(0, 3).every((e) => e.chart !== null),
      undefined,
      "three charts",
    );
    const found = await page.run(() =>
      [...document.querySelectorAll("event-timeline")].map((e) => ({
        labels: e.shadowRoot?.querySelectorAll("[data-label]").length ?? 0,
        fallback: [...e.children].some((c) => c.getClientRects().length > 0),
        error: e.shadowRoot?.querySelector("[role=alert]")?.textContent ?? null,
        problems: e.problems.map((p) => p.code),
      })),
    );
    const [csv, table, block] = found;
    assert(csv.labels > 10 && !csv.fallback, `csv ${JSON.stringify(csv)}`);
    assert(table.labels === 3, `table ${JSON.stringify(table)}`);
    assert(block.labels === 2 && block.problems.length === 1, `block ${JSON.stringify(block)}`);
    await page.until(
      () =>
        [...document.querySelectorAll("event-timeline")]
          .slice(3)
          .every((e) => e.shadowRoot?.querySelector("[role=alert]")),
      undefined,
      "reasons",
    );
    const failed = await page.run(() =>
      [...document.querySelectorAll("event-timeline")].slice(3).map((e) => ({
        error: e.shadowRoot.querySelector("[role=alert]").textContent,
        fallback: [...e.children].some((c) => c.getClientRects().length > 0),
      })),
    );
    assert(
      failed.every((f) => f.fallback),
      `the fallback is shown again: ${JSON.stringify(failed)}`,
    );
    assert(/404/.test(failed[0].error), failed[0].error);
    assert(/E-DATE/.test(failed[1].error) && /row 2/.test(failed[1].error), failed[1].error);
    same(await page.run(() => window.violations), [], "violations");
    ignoreMissing(page);
  },
);

check("<event-timeline>: attributes change it, moving keeps it, removing takes it down", async (page, { url }) => {
  await page.goto(`${url}/element.html`);
  await page.until(() => document.querySelector("event-timeline").chart !== null);
  const found = await page.run(async () => {
    const e = document.querySelector("event-timeline");
    const first = e.chart;
    e.setAttribute("title", "Another");
    e.setAttribute("lane-by", "none");
    await e.ready;
    const second = e.chart;
    const title = e.shadowRoot.querySelector("h2").textContent;
    const lanes = e.shadowRoot.querySelectorAll(".datelines-events > [data-lane]").length;
    document.body.append(e);
    await new Promise((r) => setTimeout(r, 100));
    const kept = e.chart === second;
    await e.ready;
    e.remove();
    await new Promise((r) => setTimeout(r, 50));
    return { same: first === second, title, lanes, kept, gone: e.chart === null };
  });
  same(found, { same: true, title: "Another", lanes: 1, kept: true, gone: true }, "states");
  ignoreMissing(page);
});

check("colours follow the page: its scheme, and its tokens", async (page, { url }) => {
  await open(page, url);
  const fill = () =>
    page.run(() => ({
      paper: document.querySelector(".datelines-background rect").getAttribute("fill"),
      ink: document.querySelector(".datelines-laneNames text").getAttribute("fill"),
      first: document.querySelector(".datelines-legend path")?.getAttribute("fill"),
    }));
  same((await fill()).paper, "#ffffff", "light");
  await page.run(() => {
    document.documentElement.className = "dark";
    window.chart.update({});
  });
  await page.frames();
  same((await fill()).paper, "#16181c", "dark");
  await page.run(() => {
    document.documentElement.className = "";
    window.chart.element.classList.add("mine");
    window.chart.update({});
  });
  await page.frames();
  const own = await fill();
  same([own.ink, own.first], ["#102030", "#aa0000"], "tokens");
  assert((await page.run(() => window.chart.toSVG())).includes("#102030"), "the export has them too");
});

check("the state goes into the address and comes back from it", async (page, { url }) => {
  await open(page, url, STORY, { stateInUrl: true });
  await page.run(() => {
    window.chart.filter({ category: ["protest"], text: "Aktau" });
    const { from, to } = window.chart.view;
    window.chart.setView({ from, to: from + (to - from) / 2 }, { animate: false });
  });
  await page.pause(500);
  const hash = await page.run(() => location.hash);
  assert(hash.startsWith("#timeline="), hash);
  const kept = await view(page);
  await page.goto(`${url}/test/browser/pages/chart.html?again${hash}`);
  await page.until(() => document.documentElement.dataset.loaded === "yes");
  await page.run(([s, o]) => window.make(s, o), [STORY, { stateInUrl: true }]);
  await page.frames();
  const back = await view(page);
  near(back.from, kept.from, 2, "from");
  near(back.to, kept.to, 2, "to");
  same(
    await page.run(() => [...document.querySelectorAll("[data-label]")].map((e) => e.dataset.label).sort()),
    ["aktau-crowd", "aktau-first"],
    "filtered",
  );
});

check("the links of what is selected are drawn with their words, and meet nothing", async (page, { url }) => {
  const CAUSES = "/examples/kazakhstan-links.json";
  for (const [src, options, id, words] of [
    [STORY, {}, "aktau-crowd", ["then"]],
    [CAUSES, { laneBy: "lane", laneOrder: "given" }, "csto-call", ["help arrives", "set off protests"]],
    [CAUSES, { laneBy: "lane", laneOrder: "given", direction: "rtl" }, "csto-call", ["help arrives"]],
  ]) {
    await open(page, url, src, options);
    for (const width of [900, 1300]) {
      await page.viewport(width, 900);
      await page.frames();
      await page.run((wanted) => window.chart.select(wanted), id);
      await page.frames();
      const found = await page.run(() => ({
        arrows: document.querySelectorAll(".datelines-links .datelines-link").length,
        words: [...document.querySelectorAll(".datelines-link-label")].map((e) =>
          [...e.querySelectorAll("text")].map((t) => t.textContent.replace(/[\u2066-\u2069]/g, "")).join(" "),
        ),
        strokes: new Set(
          [...document.querySelectorAll(".datelines-links path[stroke]")].map((p) => getComputedStyle(p).stroke),
        ).size,
        card: [...document.querySelectorAll(".datelines-link")].some((e) => e.tagName === "BUTTON"),
      }));
      assert(found.arrows > 0 && found.words.length > 0, `${width} px: ${JSON.stringify(found)}`);
      for (const word of words) assert(found.words.includes(word), `${word} is not among ${found.words.join(", ")}`);
      assert(found.card, "the details name no link");
      if (src === CAUSES) assert(found.strokes === 2, "its own arrows look like the others");
      const problems = await page.run(
        `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
      );
      same(problems.slice(0, 3), [], `${width} px`);
      await page.run(() => window.chart.select(null));
    }
  }
});

check("right to left: the time runs leftwards, the keys and the drag follow the eye", async (page, { url }) => {
  await open(page, url, STORY, { direction: "rtl" });
  const order = await page.run(() => {
    const x = (id) =>
      [...document.querySelectorAll("svg [data-event]")]
        .find((e) => e.dataset.event === id)
        .querySelector(".datelines-mark")
        .getBoundingClientRect().left;
    return x("aktau-crowd") > x("armour");
  });
  same(order, true, "earlier stands to the right");
  const found = await page.run(
    `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
  );
  same(found.slice(0, 3), [], "labels that meet");
  await page.run(() => {
    const { from, to } = window.chart.view;
    window.chart.setView({ from: from + (to - from) * 0.4, to: to - (to - from) * 0.2 }, { animate: false });
  });
  await page.frames();
  const before = await view(page);
  const box = await svgBox(page);
  await drag(page, [box.x + 300, box.y + 30], [box.x + 420, box.y + 30]);
  assert((await view(page)).from > before.from, "dragging to the right shows what is later");
});

check("figures of number tracks are read by pointer and keyboard, and stay in place", async (page, { url }) => {
  await open(page, url, "/examples/space-launches.json");
  const track = () =>
    page.run(() => {
      const r = document.querySelector("svg .datelines-tracks > g").getBoundingClientRect();
      return { x: r.left, y: r.top, width: r.width, height: r.height };
    });
  const card = () =>
    page.run(
      () =>
        [...document.querySelectorAll(".datelines-preview")].find((c) => !c.hidden)?.querySelector("h3").textContent ??
        null,
    );
  const box = await track();
  await page.run(() => document.querySelector("svg .datelines-tracks").scrollIntoView({ block: "center" }));
  await page.frames();
  const there = await track();
  await page.move(there.x + there.width * 0.6, there.y + there.height / 2);
  await page.frames();
  assert(/^\d+$/.test(await card()), `the pointer reads ${await card()}`);
  await page.move(there.x + there.width * 0.6, there.y - 60);
  await page.frames();
  same(await card(), null, "beside the track");
  await page.move(2, 2);
  await focusFirst(page);
  for (const key of ["v", "End"]) await page.key(key);
  await page.frames();
  same(await card(), "at least 80", "the last figure");
  await page.key("Home");
  await page.frames();
  same(await card(), "3", "the first figure");
  await page.pause(700);
  const said = await page.run(() => document.querySelector("[role=status]").textContent);
  same(said, "Launches a year, 1957: 3", "what is heard");
  await page.key("Escape");
  await page.frames();
  same(await card(), null, "after Escape");
  await page.key("+");
  await still(page);
  near((await track()).height, box.height, 2, "the height of the track");
});

check("a column of counts opens into its events", async (page, { url }) => {
  await open(page, url, UCDP, { laneBy: "place" });
  const before = await view(page);
  const at = await page.run(() => {
    const r = [...document.querySelectorAll("[data-count] path")]
      .map((p) => p.getBoundingClientRect())
      .find((b) => b.width > 100 && b.height > 8);
    return { x: r.right - 8, y: r.bottom - 2, left: r.left };
  });
  for (let x = at.x; x > at.left; x -= 3) {
    await page.move(x, at.y);
    if (await page.run(() => document.querySelector(".datelines-stage").classList.contains("datelines-over-event"))) {
      await page.click(x, at.y);
      break;
    }
  }
  await still(page);
  const after = await view(page);
  assert(after.to - after.from < before.to - before.from, "it did not open");
});

check(
  "marks and words say what was new and what changed at a moment, in picture, list and export",
  async (page, { url }) => {
    await open(page, url, STORY);
    await page.run(() => {
      window.chart.append([
        {
          id: "cut",
          title: "Internet cut",
          time: "2022-01-05",
          importance: 1,
          lanes: ["almaty"],
          knownFrom: "2022-01-06T08:00Z",
        },
        { id: "cut", title: "Internet cut", time: "2022-01-06", knownFrom: "2022-01-06T09:00Z" },
        { id: "rumour", title: "A rumour", time: "2022-01-05", lanes: ["almaty"] },
        { id: "rumour", title: "", time: "2022-01-05", knownFrom: "2022-01-06T09:00Z", change: "retraction" },
      ]);
    });
    await page.frames();
    const back = async () => {
      await page.run(() => document.querySelector(".datelines-known button").click());
      await page.frames();
      return page.run(() => ({
        known: document.querySelector(".datelines-known output").textContent,
        badges: [...document.querySelectorAll('[data-label="cut"] text')].map((t) => t.textContent),
        rings: document.querySelectorAll('[data-event="cut"] .datelines-mark [stroke-dasharray]').length,
        name: document.querySelector('[data-event="cut"]')?.getAttribute("aria-label") ?? "",
        legend: [...document.querySelectorAll(".datelines-legend text")].map((t) => t.textContent),
        svg: window.chart.toSVG(),
      }));
    };
    const changed = await back();
    assert(/withdrawn: A rumour/.test(changed.known), changed.known);
    assert(changed.badges.includes("changed") && changed.rings > 0 && /changed/.test(changed.name), changed.name);
    assert(changed.legend.includes("withdrawn: 1 event") && changed.legend.includes("changed"), `${changed.legend}`);
    assert(changed.svg.includes(">withdrawn: 1 event<") && !changed.svg.includes("A rumour"), "the export says it too");
    const fresh = await back();
    assert(fresh.badges.includes("new") && fresh.rings === 0, `${fresh.badges}`);
    await page.run(() => document.querySelector("details > summary").click());
    await page.frames();
    const listed = await page.run(() => document.querySelector('.datelines-list [data-event="cut"]').textContent);
    assert(/new/.test(listed), listed);
  },
);

/** Opens the menu of downloads and asks for the PNG. */
const askForPNG = (page) =>
  page.run(() => {
    window.blobs = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      window.blobs.push(blob);
      return createObjectURL.call(URL, blob);
    };
    // The file is caught here: nothing is written to the disk.
    document.addEventListener("click", (event) => {
      if (event.target.download === undefined || event.target.download === "") return;
      event.preventDefault();
      window.file = event.target.download;
    });
    const button = (text) => [...document.querySelectorAll("button")].find((b) => b.textContent === text);
    button("Picture (PNG)").click();
  });

check("the picture as PNG: twice its size, with the title and colours in it", async (page, { url }) => {
  await page.goto(`${url}/png.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes", undefined, "the module");
  await page.run(([s]) => window.make(s), [STORY]);
  await page.frames();
  const size = await page.run(() => {
    const [, , width, height] = /viewBox="([^"]*)"/.exec(window.chart.toSVG())[1].split(" ").map(Number);
    return { width, height };
  });
  await askForPNG(page);
  await page.until(() => window.file !== undefined, undefined, "the PNG");
  const { name, bytes } = await page.run(async () => {
    const blob = window.blobs.find((b) => b.type === "image/png");
    const text = await new Promise((done) => {
      const reader = new window.FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(blob);
    });
    return { name: window.file, bytes: text.split(",")[1] };
  });
  same(name, "Five-days-that-shook-Kazakhstan.png", "its name");
  const png = PNG.sync.read(Buffer.from(bytes, "base64"));
  same([png.width, png.height], [Math.round(size.width * 2), Math.round(size.height * 2)], "its size");
  const colours = new Map();
  for (let i = 0; i < png.data.length; i += 4) {
    const colour = png.data.readUInt32BE(i);
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const paper = colours.get(0xffffffff) ?? 0;
  const all = png.width * png.height;
  assert(paper > all * 0.4 && paper < all * 0.97, `${paper} of ${all} pixels are paper`);
  for (const ink of [0x0068a8ff, 0xc14b00ff, 0x00795aff])
    assert((colours.get(ink) ?? 0) > 100, `no ${ink.toString(16)}`);
});

check("a policy without images from memory refuses the PNG, and the reader is told", async (page, { url }) => {
  await open(page, url);
  await askForPNG(page);
  const told = await page.until(
    () => [...document.querySelectorAll("button")].find((b) => b.textContent === "Picture (PNG)")?.title,
    undefined,
    "the words",
  );
  assert(/SVG/.test(told), told);
  // The browser says so too.
  page.errors.splice(0, page.errors.length, ...page.errors.filter((e) => !/blob:|Content.Security.Policy/i.test(e)));
});

check(
  "<event-timeline>: figures and periods from tables of their own; what cannot be had is said, and the chart stays",
  async (page, { url, browser }) => {
    await page.goto(`${url}/tables.html`);
    const opened = () =>
      page.until(() => document.querySelector("event-timeline").chart !== null, undefined, "the chart");
    await opened();
    const found = () =>
      page.run(() => {
        const e = document.querySelector("event-timeline");
        return {
          problems: e.problems.map(({ code, severity, file, message }) => ({ code, severity, file, message })),
          periods: [...e.shadowRoot.querySelectorAll("svg text")].filter((t) => /^House of/.test(t.textContent)).length,
          figures: e.shadowRoot.querySelectorAll('svg [aria-label^="Rulers"]').length,
          labels: e.shadowRoot.querySelectorAll("[data-label]").length,
        };
      });
    const { problems, ...shown } = await found();
    same(
      problems.map(({ code, file }) => `${code} ${file}`),
      [
        "E-DATE-CALENDAR /test/data/tables/rulers.csv",
        "E-FILE-FETCH data:text/csv,date%2Cn%0A1700%2C1",
        "E-FILE-FETCH /no/such/file.csv",
      ],
      "problems",
    );
    same(problems[1].message, "data: is no address to read from; the timeline is shown without it", "message");
    assert(/404/.test(problems[2].message), problems[2].message);
    assert(shown.periods === 4 && shown.figures >= 3 && shown.labels > 5, JSON.stringify(shown));
    await page.run(async () => {
      const e = document.querySelector("event-timeline");
      e.removeAttribute("track");
      e.setAttribute("periods", "javascript:alert(1)");
      await e.ready;
    });
    const after = await found();
    same([after.periods, after.figures], [0, 0], "periods and figures");
    same(
      after.problems.map((p) => p.code),
      ["E-FILE-FETCH"],
      "problems without",
    );
    assert(after.labels > 5, "labels");
    // The browser's own word about the missing file.
    page.errors.splice(0, page.errors.length, ...page.errors.filter((e) => !/404/.test(e)));
    same(await page.run(() => window.violations), [], `violations in ${browser}`);
  },
);

const policyOf = (path) => (path === "/png.html" ? POLICY.replace("img-src 'self'", "img-src 'self' blob:") : POLICY);
const server = await serve(await pages(), { policyOf });
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();

/** Pages that are made: a server's, and one of elements. */
async function pages() {
  const { readFileSync } = await import("node:fs");
  const { renderHTML } = await import("../../dist/static.js");
  const story = JSON.parse(readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"));
  const head = (title) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/test/browser/pages/page.css"><link rel="stylesheet" href="/dist/datelines.css">`;
  return new Map([
    [
      "/png.html",
      `${head("To take along")}<script type="module" src="/test/browser/pages/chart.js"></script></head><body><div id="place"></div></body></html>`,
    ],
    [
      "/hydrate.html",
      `${head("From a server")}<script type="module" src="/test/browser/pages/chart.js"></script></head><body><div class="fixed">${renderHTML(story, { width: 900 })}</div><p>After.</p></body></html>`,
    ],
    [
      "/element.html",
      `${head("Elements")}<script src="/test/browser/pages/watch.js"></script><script type="module" src="/dist/bundle/event-timeline.min.js"></script></head><body>
      <event-timeline src="/examples/kazakhstan-2022-01.csv" lane-by="lane" zone="Asia/Almaty"><p>A list for those without scripts.</p></event-timeline>
      <event-timeline title="From a table"><table><tr><th>title</th><th>date</th></tr><tr><td>First &lt;b&gt;</td><td>2022-01-05</td></tr><tr><td>Second</td><td>6 January 2022</td></tr><tr><td>Third</td><td>2022-01-08</td></tr></table></event-timeline>
      <event-timeline><script type="text/csv">title,time\nA,2022-01-05\nB,30 February 2022\nC,2022-01-09</script><p>Fallback</p></event-timeline>
      <event-timeline src="/no/such/file.csv"><p>Read this instead</p></event-timeline>
      <event-timeline><script type="text/csv">title,time\nA,overnight</script><p>Read this instead</p></event-timeline>
      </body></html>`,
    ],
    [
      "/tables.html",
      `${head("Tables")}<script src="/test/browser/pages/watch.js"></script><script type="module" src="/dist/bundle/event-timeline.min.js"></script></head><body>
      <event-timeline src="/examples/monarchs.csv" periods="/examples/tables/houses.csv" track="/test/data/tables/rulers.csv data:text/csv,date%2Cn%0A1700%2C1 /no/such/file.csv" track-kind="step"><p>Fallback</p></event-timeline>
      </body></html>`,
    ],
  ]);
}
