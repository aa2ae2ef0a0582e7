// The edit mode in real browsers: what is done by mouse, by keys and by the bar, and what comes back from the data it gives.
import { fingers, open as openWith, svgBox, view } from "./chart-page.mjs";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { measure } from "./measure.mjs";
import { serve } from "./server.mjs";

const STORY = "/examples/kazakhstan-2022-01.json";

async function open(page, url, options = {}, src = STORY) {
  await openWith(page, url, src, { editable: true, ...options });
  await page.run(() => {
    window.told = [];
    document.addEventListener("datelines-edit", (e) => window.told.push(e.detail));
  });
}
const edits = (page) => page.run(() => window.chart.edits());
const layoutOf = (page, id) =>
  page.run((wanted) => window.chart.data.events.find((e) => e.id === wanted)?.layout ?? null, id);
const labelBox = (page, id) =>
  page.run((wanted) => {
    const texts = [...document.querySelectorAll(`[data-label="${wanted}"] text`)].map((t) => t.getBoundingClientRect());
    if (texts.length === 0) return null;
    const x0 = Math.min(...texts.map((r) => r.left));
    const y0 = Math.min(...texts.map((r) => r.top));
    return { x: x0, y: y0, width: Math.max(...texts.map((r) => r.right)) - x0, height: texts.at(-1).bottom - y0 };
  }, id);
/** Middle of the first line. */
const gripOn = async (page, id) => {
  const box = await labelBox(page, id);
  return { x: box.x + Math.min(20, box.width / 2), y: box.y + 8 };
};
async function dragBy(page, id, dx, dy) {
  const { x, y } = await gripOn(page, id);
  await page.move(x, y);
  await page.down();
  await page.move(x + dx / 2, y + dy / 2, 3);
  await page.move(x + dx, y + dy, 3);
  await page.up();
  await page.frames();
}
const focusOn = (page, id) =>
  page.run((wanted) => document.querySelector(`svg [data-event="${wanted}"]:not([data-outside])`).focus(), id);
const deed = (page, name) => page.run((n) => document.querySelector(`[data-deed="${n}"]`).click(), name);
const status = (page) => page.run(() => document.querySelector("[role=status]").textContent);
/** Every hard rule, by real boxes. */
async function clean(page, what) {
  const problems = await page.run(
    `(() => { for (const s of document.querySelectorAll(".datelines-stage")) s.dataset.name = "edit"; return (${measure})(); })()`,
  );
  same(problems.slice(0, 3), [], what);
}
/** The labels' places in the window, of a chart that is made anew from data. */
const placesOf = (page) =>
  page.run(() =>
    [...document.querySelectorAll("svg [data-label]")].map((e) => {
      const r = e.querySelector("text").getBoundingClientRect();
      const top = document.querySelector(".datelines-stage").getBoundingClientRect().top;
      return [e.dataset.label, Math.round(r.left), Math.round(r.top - top)];
    }),
  );
/** An event with a label that has room around it. */
const someLabel = (page) =>
  page.run(() => {
    for (const e of document.querySelectorAll("svg [data-label]")) {
      const r = e.getBoundingClientRect();
      if (r.left > 420 && r.right < 700 && r.bottom < 760) return e.dataset.label;
    }
    return null;
  });

check("there is nothing of it where it is not asked for", async (page, { url }) => {
  await open(page, url, { editable: false });
  same(await page.run(() => document.querySelectorAll(".datelines-edit").length), 0, "bars");
  const id = await someLabel(page);
  const before = await page.run(() => window.chart.view.from);
  await dragBy(page, id, 60, 0);
  await page.pause(100);
  assert((await page.run(() => window.chart.view.from)) !== before, "a drag pans");
  await focusOn(page, id);
  await page.key("h");
  same(await edits(page), [], "edits");
});

check("a label that is dragged stays there, with a line to its mark, and nothing meets it", async (page, { url }) => {
  await open(page, url);
  const id = await someLabel(page);
  const before = await labelBox(page, id);
  const view = await page.run(() => window.chart.view.from);
  await dragBy(page, id, 40, 34);
  const after = await labelBox(page, id);
  near(after.x - before.x, 40, 3, "moved along");
  const layout = await layoutOf(page, id);
  assert(Math.abs(layout.nudge.y) >= 20, `nudged ${JSON.stringify(layout)}`);
  same(await edits(page), [{ id, layout }], "edits");
  const told = await page.run(() => window.told);
  same(told, [{ id, layout }], "told");
  same(await page.run(() => window.chart.view.from), view, "the window");
  assert(await page.run((w) => document.querySelector(`[data-label="${w}"] line`) !== null, id), "a line to the mark");
  same(await page.run(() => window.chart.selected), null, "selected");
  same(await page.run((w) => document.activeElement?.dataset?.event === w, id), true, "the focus is on it");
  await clean(page, "after the drag");
  same(await page.run(() => window.violations), [], "violations");
});

check(
  "a finger on a label moves the label, neither the page nor the time; beside it all is as ever",
  async (page, { url, browser }) => {
    await open(page, url);
    await page.run(() => document.getElementById("after").classList.add("tall"));
    const id = await someLabel(page);
    const before = await labelBox(page, id);
    const window = await view(page);
    const { x, y } = await gripOn(page, id);
    // Farther down than along: what the page would take for a scroll.
    await fingers(page, [[x, y]], [[x + 24, y + 60]]);
    const after = await labelBox(page, id);
    near(after.x - before.x, 24, 3, "moved along");
    const layout = await layoutOf(page, id);
    assert(layout !== null && layout.nudge.y > 20, `nudged ${JSON.stringify(layout)}`);
    same(await edits(page), [{ id, layout }], "edits");
    same(await view(page), window, "the window");
    same(await page.run(() => window.scrollY), 0, "the page's scroll");
    same(await page.run(() => document.querySelector("[data-label][style*=translate]")), null, "what was only shown");
    await clean(page, "after the finger");
    // A tap chooses; it opens no details.
    const at = await gripOn(page, id);
    await page.touch("touchStart", [[at.x, at.y]]);
    await page.touch("touchEnd", []);
    await page.frames();
    same(await edits(page), [{ id, layout }], "edits after a tap");
    same(await page.run((w) => document.activeElement?.dataset?.event === w, id), true, "the focus is on it");
    same(await page.run(() => window.chart.selected), null, "selected");
    if (browser !== "chromium") return;
    // The browser itself scrolls under a finger that is on nothing.
    const box = await svgBox(page);
    await fingers(page, [[box.x + 4, box.y + 500]], [[box.x + 4, box.y + 300]]);
    await page.until(() => window.scrollY > 20, undefined, "the page to scroll under a finger");
    same(await edits(page), [{ id, layout }], "edits after a scroll");
  },
  { touch: true },
);

check("a label dragged to the other side of its mark stands on that side", async (page, { url }) => {
  await open(page, url);
  const id = await someLabel(page);
  const { mark, label } = await page.run((w) => {
    const g = document.querySelector(`svg [data-event="${w}"]`);
    const m = g.querySelector(".datelines-mark").getBoundingClientRect();
    const l = g.querySelector("[data-label]").getBoundingClientRect();
    return { mark: { x: m.left, width: m.width }, label: { x: l.left, width: l.width } };
  }, id);
  const right = label.x >= mark.x + mark.width / 2;
  // To where it would begin, or end, at the other side.
  const dx = right ? mark.x - 6 - label.width - label.x : mark.x + mark.width + 6 - label.x;
  await dragBy(page, id, dx, 0);
  same((await layoutOf(page, id))?.side, right ? "left" : "right", "side");
  await clean(page, "after the change of sides");
});

check("a mark that is dragged up or down takes its event to another row", async (page, { url }) => {
  await open(page, url, { laneBy: null });
  const found = await page.run(() => {
    const marks = [...document.querySelectorAll("svg [data-event] > .datelines-mark")].map((m) => {
      const r = m.getBoundingClientRect();
      return { id: m.parentElement.dataset.event, x: r.left + r.width / 2, y: r.top + r.height / 2, width: r.width };
    });
    const rows = [...new Set(marks.map((m) => Math.round(m.y)))].sort((a, b) => a - b);
    const dot = marks.find((m) => m.width < 200 && m.x > 200 && m.x < 900 && m.y < 800 && Math.round(m.y) !== rows[0]);
    return { dot, first: rows[0] };
  });
  assert(found.dot !== undefined, "a dot");
  const { id, x, y } = found.dot;
  await page.move(x, y);
  await page.down();
  await page.move(x + 3, (y + found.first) / 2, 3);
  await page.move(x + 3, found.first, 3);
  await page.up();
  await page.frames();
  same(await layoutOf(page, id), { row: 1 }, "layout");
  await clean(page, "after the change of rows");
});

check("keys move a label, are announced, put it back, and undo", async (page, { url }) => {
  await open(page, url);
  const id = await someLabel(page);
  const before = await labelBox(page, id);
  await focusOn(page, id);
  await page.key("m");
  await page.until(
    () => /arrow keys/.test(document.querySelector("[role=status]").textContent),
    undefined,
    "the way to do it",
  );
  for (let i = 0; i < 5; i++) await page.key("ArrowRight");
  for (let i = 0; i < 3; i++) await page.key("ArrowDown");
  await page.key("Enter");
  await page.frames();
  const after = await labelBox(page, id);
  near(after.x - before.x, 20, 2, "moved along");
  const kept = await layoutOf(page, id);
  same([kept.nudge.x, kept.nudge.y], [20, 12], "nudge");
  await page.pause(700);
  assert(/moved by 20, 12/.test(await status(page)), `said: ${await status(page)}`);
  same(await page.run((w) => document.activeElement?.dataset?.event === w, id), true, "the focus");
  await page.key("m");
  await page.key("ArrowLeft");
  await page.key("Escape");
  same(await layoutOf(page, id), kept, "put back");
  await clean(page, "after the move");
  await page.keyDown("Control");
  await page.key("z");
  await page.keyUp("Control");
  await page.frames();
  same(await edits(page), [], "edits after undo");
  near((await labelBox(page, id)).x, before.x, 1, "where it was");
});

check("keys pin, hide, change sides and rows, break lines and reset", async (page, { url }) => {
  await open(page, url);
  const id = await someLabel(page);
  await focusOn(page, id);
  await page.key("p");
  same(await layoutOf(page, id), { pin: true }, "pinned");
  await page.key("s");
  same((await layoutOf(page, id)).side, "right", "side");
  await page.key("h");
  await page.frames();
  same((await layoutOf(page, id)).hide, true, "hidden");
  same(await labelBox(page, id), null, "its label");
  await page.key("r");
  await page.frames();
  assert((await labelBox(page, id)) !== null, "the label is back");
  same(await layoutOf(page, id), null, "layout");
  await page.key("m");
  await page.keyDown("Shift");
  await page.key("ArrowDown");
  await page.keyUp("Shift");
  await page.key("Enter");
  assert((await layoutOf(page, id)).row >= 2, "a row below");
  await page.key("b");
  const word = await page.run(() => document.activeElement?.textContent ?? "");
  await page.key("Enter");
  await page.frames();
  same((await layoutOf(page, id)).break, [1], "break");
  const first = await page.run((w) => document.querySelector(`[data-label="${w}"] text`).textContent, id);
  assert(first.replace(/^~\s/, "") === word, `${first} breaks after ${word}`);
  await clean(page, "after all of it");
});

check("the bar does the same, names what it is about, and is as large as it should be", async (page, { url }) => {
  await open(page, url);
  const small = await page.run(
    () =>
      [...document.querySelectorAll(".datelines-edit button")]
        .map((b) => b.getBoundingClientRect())
        .filter((r) => r.width > 0 && (r.width < 24 || r.height < 24)).length,
  );
  same(small, 0, "small buttons");
  same(
    await page.run(() => document.querySelector("[data-deed=pin]").getAttribute("aria-disabled")),
    "true",
    "without an event there is nothing to pin",
  );
  const id = await someLabel(page);
  const at = await gripOn(page, id);
  await page.click(at.x, at.y);
  await page.frames();
  same(await page.run(() => window.chart.selected), null, "a click opens no details");
  const title = await page.run((w) => window.chart.data.events.find((e) => e.id === w).title.en, id);
  assert((await page.run(() => document.querySelector(".datelines-edit strong").textContent)).includes(title), title);
  await deed(page, "pin");
  same(await page.run(() => document.querySelector("[data-deed=pin]").getAttribute("aria-pressed")), "true", "pressed");
  await deed(page, "side");
  await deed(page, "rowDown");
  assert((await layoutOf(page, id)).row >= 1, "row");
  await deed(page, "undo");
  await deed(page, "undo");
  same(await layoutOf(page, id), { pin: true }, "after two undos");
  await deed(page, "reset");
  same(await layoutOf(page, id), null, "after a reset");
});

check("what is read again from JSON and from CSV is the same picture", async (page, { url }) => {
  await open(page, url, { laneBy: "lane", laneOrder: "name" });
  const id = await someLabel(page);
  await dragBy(page, id, 30, 26);
  await page.key("p");
  const others = await page.run(
    (w) =>
      [...document.querySelectorAll("svg [data-label]")]
        .map((e) => e.dataset.label)
        .filter((i) => i !== w)
        .slice(0, 2),
    id,
  );
  await focusOn(page, others[0]);
  await page.key("h");
  await focusOn(page, others[1]);
  await page.key("s");
  await page.frames();
  const told = await edits(page);
  same(told.length, 3, "edits");
  const wanted = await placesOf(page);
  for (const format of ["json", "csv"]) {
    const found = await page.run(async (f) => {
      const { read, toCSV, timeline } = window.datelines;
      const { data } = window.chart;
      const { title, credit, description } = data;
      const text = f === "json" ? JSON.stringify(data) : toCSV(data);
      const again = read(text, { format: f, zone: data.zone, language: "en" });
      window.chart.destroy();
      // A table holds no title; the window is that of the story.
      const words = (t) => (typeof t === "string" ? t : t?.en);
      window.chart = timeline(f === "json" ? again.data : { ...again.data, asOf: data.asOf }, {
        laneBy: "lane",
        laneOrder: "name",
        editable: true,
        title: words(title),
        subtitle: words(description),
        credit: words(credit),
      });
      document.getElementById("place").append(window.chart.element);
      await window.chart.ready;
      return again.problems.filter((p) => p.severity === "error");
    }, format);
    same(found, [], `${format}: errors`);
    await page.frames();
    same(await placesOf(page), wanted, format);
  }
});

check("edits stay when the data are updated, and are in what is downloaded", async (page, { url }) => {
  await open(page, url);
  const id = await someLabel(page);
  await focusOn(page, id);
  await page.key("p");
  await page.run(() => {
    const { data } = window.chart;
    const events = data.events.map(({ layout, ...rest }) => rest);
    window.chart.update({ data: { ...data, events } });
  });
  await page.frames();
  same(await layoutOf(page, id), { pin: true }, "layout");
  const saved = await page.run(async () => {
    const texts = [];
    const make = URL.createObjectURL;
    const blobs = [];
    URL.createObjectURL = (blob) => (blobs.push(blob), make.call(URL, blob));
    for (const b of document.querySelectorAll(".datelines-menu button")) if (/CSV|JSON/.test(b.textContent)) b.click();
    URL.createObjectURL = make;
    for (const b of blobs) texts.push(await b.text());
    return texts;
  });
  same(saved.length, 2, "downloads");
  assert(/layout/.test(saved[0]) && /,pin,/.test(saved[0]), "the table says it");
  same(JSON.parse(saved[1]).events.find((e) => e.id === id).layout, { pin: true }, "the document says it");
});

check("from right to left a label follows the pointer too", async (page, { url }) => {
  await open(page, url, { direction: "rtl" });
  // The page itself runs the other way: text keeps the anchors that it was drawn with.
  await page.run(() => document.querySelector(".datelines-stage > svg").setAttribute("direction", "ltr"));
  const id = await page.run(() => {
    for (const e of document.querySelectorAll("svg [data-label]")) {
      const r = e.getBoundingClientRect();
      if (r.left > 200 && r.right < 900 && r.bottom < 780) return e.dataset.label;
    }
    return null;
  });
  const before = await labelBox(page, id);
  await dragBy(page, id, -36, 0);
  near((await labelBox(page, id)).x - before.x, -36, 4, "moved along");
  await clean(page, "after the drag");
});

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
