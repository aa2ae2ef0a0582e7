// Lanes in lanes, many lanes, and events of several lanes, in real browsers: folding, dates that stay, a box that scrolls.
import { assert, check, near, runAll, same } from "./checks.mjs";
import { measure } from "./measure.mjs";
import { serve } from "./server.mjs";

const REGIONS = "/examples/kazakhstan-regions.json";
const COUNTRIES = "/examples/ucdp-countries.csv";
const nested = { laneBy: "place", laneOrder: "given", to: "2022-01-12" };
const many = { laneBy: "place", laneOrder: "count", title: "Many lanes" };

async function open(page, url, src, options, hash = "") {
  await page.goto("about:blank");
  await page.goto(`${url}/test/browser/pages/chart.html${hash}`);
  await page.until(() => document.documentElement.dataset.loaded === "yes", undefined, "the module");
  await page.run(([s, o]) => window.make(s, o), [src, options]);
  await page.frames();
}
const buttons = (page) =>
  page.run(() =>
    [...document.querySelectorAll(".datelines-fold")].map((b) => {
      const r = b.getBoundingClientRect();
      return {
        name: b.getAttribute("aria-label"),
        open: b.getAttribute("aria-expanded"),
        tab: b.getAttribute("tabindex"),
        x: r.x,
        y: r.y,
        width: r.width,
        height: r.height,
      };
    }),
  );
const button = async (page, name) => (await buttons(page)).find((b) => b.name.startsWith(name));
const press = async (page, name) => {
  const { x, y, width, height } = await button(page, name);
  await page.click(x + width / 2, y + height / 2);
  await page.pause(400);
  await page.frames();
};
const lanes = (page) =>
  page.run(() => [...new Set([...document.querySelectorAll("svg [data-lane]")].map((e) => e.dataset.lane))]);
const told = (page) =>
  page.run(() => {
    const svg = document.querySelector(".datelines-stage > svg");
    const sum = (name) => [...svg.querySelectorAll(`[data-${name}]`)].reduce((s, e) => s + Number(e.dataset[name]), 0);
    const labels = [...svg.querySelectorAll("[data-lane]")].flatMap((l) =>
      [...l.querySelectorAll("[data-label]")].map((e) => `${l.dataset.lane} ${e.dataset.label}`),
    );
    return new Set(labels).size + sum("count") + sum("outside");
  });
const overlaps = (page) =>
  page.run(
    `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "live"; return (${measure})(); })()`,
  );
const active = (page) =>
  page.run(() => {
    const a = document.activeElement;
    return a?.classList?.contains("datelines-fold") ? a.getAttribute("aria-label") : (a?.dataset?.event ?? null);
  });

check("a lane folds by its button: one line, nothing lost, what is above stays, spoken", async (page, { url }) => {
  await open(page, url, REGIONS, nested);
  const before = await buttons(page);
  same(
    before.map((b) => [b.name, b.open]),
    [
      ["Kazakhstan", "true"],
      ["Mangystau, Kazakhstan", "true"],
      ["Other west, Kazakhstan", "true"],
    ],
    "the buttons",
  );
  for (const b of before) assert(b.height >= 24 && b.width >= 24, `${b.name} is ${b.width} × ${b.height}`);
  const all = await lanes(page);
  assert(all.includes("zhanaozen") && all.includes("aktau"), `lanes ${all}`);
  const height = () => page.run(() => document.querySelector(".datelines-stage > svg").getBoundingClientRect().height);
  const tall = await height();
  const heard = page.run(
    () =>
      new Promise((r) =>
        window.chart.element.addEventListener("foldchange", (e) => r(e.detail.folded), { once: true }),
      ),
  );
  await press(page, "Mangystau");
  same(await heard, ["mangystau"], "the event");
  const shut = await button(page, "Mangystau");
  same([shut.name, shut.open], ["Mangystau, Kazakhstan, 6 events, 2 lanes", "false"], "the button");
  near(shut.y, before[1].y, 8, "where the button stands");
  assert(!(await lanes(page)).includes("aktau"), "the lane in it is still there");
  assert((await height()) < tall - 60, "the picture is as high as it was");
  same((await overlaps(page)).slice(0, 3), [], "overlaps");
  same(await page.run(() => document.activeElement.getAttribute("aria-label")), shut.name, "the focus");
  await page.until(
    () => document.querySelector("[role=status]").textContent === "Mangystau, Kazakhstan is folded: 6 events, 2 lanes",
    undefined,
    "the announcement",
  );
  // Every event stands in the folded lane once: 21 events, 6 of which in several lanes.
  const folded = await told(page);
  await press(page, "Mangystau");
  same(await lanes(page), all, "the lanes once it is unfolded");
  assert((await told(page)) >= folded, "events are lost");
  await press(page, "Kazakhstan");
  same(await lanes(page), ["kazakhstan"], "all in one");
  same(await told(page), 21, "events of the outermost lane");
});

check("the arrow keys go to the buttons and back; Enter and the space bar fold", async (page, { url }) => {
  await open(page, url, REGIONS, nested);
  await page.run(() => window.chart.select("kz02"));
  await page.run(() => window.chart.select(null));
  await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
  await page.key("Home");
  const first = await active(page);
  await page.key("ArrowLeft");
  const here = await active(page);
  assert(/Mangystau|Kazakhstan/.test(here), `${here} before ${first}`);
  const stops = await page.run(() => document.querySelectorAll(".datelines-stage [tabindex='0']").length);
  same(stops, 1, "tab stops of the picture");
  await page.key("End");
  same(await active(page), "Other west, Kazakhstan", "the last button");
  await page.key("ArrowUp");
  same(await active(page), "Mangystau, Kazakhstan", "the one above");
  await page.key("Enter");
  await page.pause(350);
  same((await button(page, "Mangystau")).open, "false", "after Enter");
  same(await active(page), "Mangystau, Kazakhstan, 6 events, 2 lanes", "the focus stays");
  await page.key(" ");
  await page.pause(350);
  same((await button(page, "Mangystau")).open, "true", "after the space bar");
  await page.key("ArrowLeft");
  same(await active(page), "Kazakhstan", "the lane around");
  await page.key("Home");
  await page.key("ArrowDown");
  await page.key("ArrowRight");
  const event = await page.run(() => ({
    id: document.activeElement.dataset?.event ?? null,
    lane: document.activeElement.closest("[data-lane]")?.dataset.lane,
  }));
  assert(event.id !== null && event.lane === "mangystau", JSON.stringify(event));
  const stop = await page.run(() => document.querySelectorAll(".datelines-stage [tabindex='0']").length);
  same(stop, 1, "tab stops with an event");
  await page.key("ArrowLeft");
  await page.key("+");
  const view = await page.run(() => window.chart.view.to - window.chart.view.from);
  await page.pause(900);
  assert(view < 12 * 864e5, "plus does nothing on a button");
});

check("an event that has the focus keeps it when its lane is folded away", async (page, { url }) => {
  await open(page, url, REGIONS, nested);
  const id = await page.run(() => {
    const lane = document.querySelector("svg [data-lane='zhanaozen'] [data-event]");
    lane.focus();
    return lane.dataset.event;
  });
  await page.run(() => window.chart.fold(["mangystau"], { animate: false }));
  await page.frames();
  const now = await page.run(() => ({
    id: document.activeElement.dataset?.event ?? null,
    lane: document.activeElement.closest("[data-lane]")?.dataset.lane ?? null,
  }));
  same(now, { id, lane: "mangystau" }, "the focus");
});

check("lanes move while they fold, and at once where the reader or the page wants no motion", async (page, { url }) => {
  await open(page, url, REGIONS, nested);
  const running = () =>
    page.run(() => document.getAnimations().filter((a) => a.effect.target.closest?.(".datelines-stage")).length);
  await page.run(() => window.chart.fold(["mangystau"]));
  await page.frames();
  assert((await running()) > 5, "nothing moves");
  await page.pause(500);
  same(await running(), 0, "it does not end");
  await page.run(() => window.chart.fold([], { animate: false }));
  await page.frames();
  same(await running(), 0, "animate: false");
});

check(
  "reduced motion: lanes fold in one step",
  async (page, { url }) => {
    await open(page, url, REGIONS, nested);
    await page.run(() => window.chart.fold(["mangystau"]));
    await page.frames();
    same(
      await page.run(
        () => document.getAnimations().filter((a) => a.effect.target.closest?.(".datelines-stage")).length,
      ),
      0,
      "movements",
    );
  },
  { only: ["chromium"], media: { reducedMotion: "reduce" } },
);

check("what is folded goes into the address and comes back from it, also that nothing is", async (page, { url }) => {
  const options = { ...nested, folded: ["Mangystau"], stateInUrl: true };
  await open(page, url, REGIONS, options);
  same((await button(page, "Mangystau")).open, "false", "as the options say");
  same(await page.run(() => location.hash), "", "nothing to say yet");
  await press(page, "Other west");
  await page.until(() => location.hash.includes("west"), undefined, "the address");
  await press(page, "Mangystau");
  await page.pause(500);
  const hash = await page.run(() => location.hash);
  await open(page, url, REGIONS, options, hash);
  same([(await button(page, "Mangystau")).open, (await button(page, "Other west")).open], ["true", "false"], "back");
  await press(page, "Other west");
  await page.pause(500);
  const none = await page.run(() => location.hash);
  assert(none !== "", "nothing folded is something to say where the page would fold");
  await open(page, url, REGIONS, options, none);
  same((await button(page, "Mangystau")).open, "true", "unfolded");
  await page.run(() => window.chart.update({ options: { folded: ["west"] } }));
  await page.frames();
  same(
    [(await button(page, "Mangystau")).open, (await button(page, "Other west")).open],
    ["true", "false"],
    "what the page says anew counts",
  );
  await page.run(() => window.chart.update({ options: { folded: ["west"] } }));
  assert((await page.run(() => window.chart.toSVG())).includes("</svg>"), "a picture to take along");
});

check("the dates stay at the top while lanes scroll, with the name of the lanes around", async (page, { url }) => {
  await open(page, url, COUNTRIES, many);
  const strip = () =>
    page.run(() => {
      const track = document.querySelector(".datelines-dates-track");
      const box = document.querySelector(".datelines-dates").getBoundingClientRect();
      const names = [...track.querySelectorAll(".datelines-dates-name")].filter(
        (n) => getComputedStyle(n).visibility === "visible" && n.getBoundingClientRect().bottom > 0,
      );
      return {
        shown: getComputedStyle(track).visibility === "visible",
        top: box.top,
        height: box.height,
        texts: [...track.querySelectorAll("text")].map((t) => t.textContent),
        names: names.map((n) => n.textContent),
      };
    });
  same((await strip()).shown, false, "dates twice");
  await page.run(() => window.scrollTo(0, 1500));
  await page.until(
    () => document.querySelector(".datelines-dates-track").classList.contains("datelines-stuck"),
    undefined,
    "the dates at the top",
  );
  await page.frames();
  const there = await strip();
  near(there.top, 0, 1, "top");
  const own = await page.run(() =>
    [...document.querySelectorAll(".datelines-stage > svg > .datelines-axis text")].map((t) => t.textContent),
  );
  same(there.texts, own, "the dates");
  same(there.names, ["Asia"], "the name of the lanes around");
  // They follow the window.
  await page.run(() => window.chart.setView({ from: Date.UTC(2000, 0), to: Date.UTC(2004, 0) }, { animate: false }));
  await page.frames();
  assert((await strip()).texts.join().includes("2001"), `the dates are ${(await strip()).texts}`);
  // Nothing under them can be pointed at, and what gets the focus comes out from under them.
  const under = await page.run(() => {
    const strip = document.querySelector(".datelines-dates").getBoundingClientRect();
    const event = [...document.querySelectorAll("svg [data-event][role=listitem]")].find(
      (e) => e.getBoundingClientRect().bottom < strip.top,
    );
    event.focus();
    return event.dataset.event;
  });
  await page.frames();
  const clear = await page.run(() => ({
    id: document.activeElement.dataset.event,
    top: document.activeElement.getBoundingClientRect().top,
    strip: document.querySelector(".datelines-dates").getBoundingClientRect().bottom,
  }));
  same(clear.id, under, "the focus");
  assert(clear.top >= clear.strip - 1, `it is under the dates: ${JSON.stringify(clear)}`);
  await page.run(() => window.scrollTo(0, 0));
  await page.until(
    () => !document.querySelector(".datelines-dates-track").classList.contains("datelines-stuck"),
    undefined,
    "the picture's own dates",
  );
  same(await page.run(() => window.documentListeners), [], "listeners on the document");
  same(await page.run(() => window.violations), [], "violations");
});

check(
  "maxHeight: lanes scroll in a box, the page never gets stuck in it, the keys go through all",
  async (page, { url }) => {
    await open(page, url, COUNTRIES, { ...many, maxHeight: 400 });
    const stage = () =>
      page.run(() => {
        const s = document.querySelector(".datelines-stage");
        const r = s.getBoundingClientRect();
        return {
          x: r.left + 300,
          y: r.top + 200,
          height: r.height,
          scroll: s.scrollTop,
          most: s.scrollHeight - s.clientHeight,
          wide: s.scrollWidth - s.clientWidth,
          bottom: r.bottom,
        };
      });
    const box = await stage();
    near(box.height, 400, 1, "height");
    same(box.wide, 0, "sideways scroll");
    assert(box.most > 2000, `only ${box.most} px to scroll`);
    await page.run(() => document.getElementById("after").classList.add("tall"));
    const view = await page.run(() => ({ ...window.chart.view }));
    await page.move(box.x, box.y);
    await page.wheel(0, 300);
    await page.until(() => document.querySelector(".datelines-stage").scrollTop > 100, undefined, "lanes to scroll");
    same(await page.run(() => ({ ...window.chart.view })), view, "the view");
    const strip = await page.until(
      () => {
        if (!document.querySelector(".datelines-dates-track").classList.contains("datelines-stuck")) return null;
        const r = document.querySelector(".datelines-dates").getBoundingClientRect();
        return r.top - document.querySelector(".datelines-stage").getBoundingClientRect().top + 1;
      },
      undefined,
      "the dates at the top of the box",
    );
    near(strip, 1, 1, "top of the dates in the box");
    // At its end the wheel is the page's.
    await page.run(() => (document.querySelector(".datelines-stage").scrollTop = 1e6));
    await page.pause(700);
    await page.wheel(0, 300);
    await page.until(() => window.scrollY > 0, undefined, "the page to scroll");
    await page.run(() => window.scrollTo(0, 0));
    await page.run(() => (document.querySelector(".datelines-stage").scrollTop = 0));
    await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
    // The wheel stays that of the lanes while the focus is among them.
    await page.wheel(0, 200);
    await page.until(
      () => document.querySelector(".datelines-stage").scrollTop > 50,
      undefined,
      "lanes to scroll again",
    );
    same(await page.run(() => ({ ...window.chart.view })), view, "the view");
    for (let i = 0; i < 14; i++) {
      await page.key("ArrowDown");
      const at = await page.run(() => {
        const e = document.activeElement.getBoundingClientRect();
        const s = document.querySelector(".datelines-stage").getBoundingClientRect();
        const dates = document.querySelector(".datelines-dates").getBoundingClientRect();
        return {
          event: document.activeElement.dataset.event ?? null,
          top: e.top - dates.bottom,
          bottom: s.bottom - e.bottom,
        };
      });
      assert(at.event !== null && at.top >= -2 && at.bottom >= -2, `step ${i}: ${JSON.stringify(at)}`);
    }
    for (let i = 0; i < 6; i++) await page.key("ArrowUp");
    const up = await page.run(() => {
      const e = document.activeElement.getBoundingClientRect();
      return e.top - document.querySelector(".datelines-dates").getBoundingClientRect().bottom;
    });
    assert(up >= -2, `under the dates by ${up}`);
    await page.run(() => window.chart.update({ options: { maxHeight: undefined } }));
    await page.frames();
    assert((await stage()).height > 2000, "the box stays");
  },
);

check("a card opens in the box, where it can be seen", async (page, { url }) => {
  await open(page, url, COUNTRIES, { ...many, maxHeight: 400 });
  await page.run(() => (document.querySelector(".datelines-stage").scrollTop = 900));
  await page.pause(150);
  const at = await page.run(() => {
    const s = document.querySelector(".datelines-stage").getBoundingClientRect();
    const marks = [...document.querySelectorAll("svg [data-event] > [data-label] text")].map((t) =>
      t.getBoundingClientRect(),
    );
    const low = marks
      .filter((r) => r.bottom < s.bottom - 4 && r.top > s.top + 60)
      .sort((a, b) => b.bottom - a.bottom)[0];
    return { x: low.left + low.width / 2, y: low.top + low.height / 2 };
  });
  await page.click(at.x, at.y);
  await page.frames();
  const seen = await page.run(() => {
    const s = document.querySelector(".datelines-stage").getBoundingClientRect();
    const c = document.querySelector(".datelines-card[role=dialog]").getBoundingClientRect();
    return { open: window.chart.selected !== null, top: c.top - s.top, bottom: s.bottom - c.bottom };
  });
  assert(seen.open && seen.top >= -1 && seen.bottom >= -1, JSON.stringify(seen));
});

check("an event of several lanes is framed in all of them: pointer, focus, selection", async (page, { url }) => {
  await open(page, url, REGIONS, nested);
  const frames = () =>
    page.run(() => document.querySelectorAll(".datelines-stage > svg > .datelines-highlight > *").length);
  const id = await page.run(() => {
    const count = new Map();
    for (const e of document.querySelectorAll("svg [data-event][role=listitem]"))
      count.set(e.dataset.event, (count.get(e.dataset.event) ?? 0) + 1);
    const [most] = [...count].sort((a, b) => b[1] - a[1]);
    return { id: most[0], times: most[1] };
  });
  assert(id.times >= 3, `only ${id.times} times`);
  same(await frames(), 0, "frames at rest");
  const spot = await page.run((wanted) => {
    const r = document.querySelector(`svg [data-event="${wanted}"] [data-label] text`).getBoundingClientRect();
    return { x: r.left + r.width / 2, y: r.top + r.height / 2 };
  }, id.id);
  await page.move(spot.x, spot.y);
  await page.frames();
  const hovered = await frames();
  assert(hovered >= id.times, `${hovered} frames under the pointer of ${id.times}`);
  await page.move(5, 5);
  await page.frames();
  same(await frames(), 0, "frames after the pointer has gone");
  await page.run((wanted) => document.querySelector(`svg [data-event="${wanted}"]`).focus(), id.id);
  await page.frames();
  assert((await frames()) >= id.times - 1, "the focus: its own is drawn by the browser");
  await page.run((wanted) => window.chart.select(wanted), id.id);
  await page.frames();
  assert((await frames()) >= id.times, "the selection");
});

check("right to left: the buttons stand over their names, the keys follow the eye", async (page, { url }) => {
  await open(page, url, REGIONS, { ...nested, direction: "rtl" });
  for (const b of await buttons(page)) assert(b.x > 700, `${b.name} at ${b.x}`);
  const apart = await page.run(() => {
    const names = [...document.querySelectorAll(".datelines-laneName text")].map((t) => [
      t.textContent,
      t.getBoundingClientRect(),
    ]);
    return [...document.querySelectorAll(".datelines-fold")].map((b) => {
      const r = b.getBoundingClientRect();
      const [, n] = names.find(([text]) => text.includes(b.getAttribute("aria-label").split(",")[0]));
      return Math.max(r.left - n.left, n.right - r.right, r.top - n.top - 3, n.bottom - r.bottom - 3);
    });
  });
  for (const d of apart) assert(d < 2, `a name sticks out of its button by ${d}`);
  await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
  await page.key("Home");
  await page.key("ArrowRight");
  assert(
    (await active(page)) !== null && (await page.run(() => document.activeElement.localName)) === "button",
    "to the button",
  );
});

const server = await serve(new Map());
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
