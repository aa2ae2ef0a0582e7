// What everybody must be able to do: axe on every state of a chart, and what axe does not see in SVG.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assert, check, runAll, same } from "./checks.mjs";
import { serve } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STORY = "/examples/kazakhstan-2022-01.json";
const UCDP = "/examples/ucdp-conflict.csv";

async function open(page, url, src = STORY, options = {}) {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes", undefined, "the module");
  await page.run(([s, o]) => window.make(s, o), [src, options]);
  await page.frames();
}
const press = (page, name) =>
  page.run(
    (n) =>
      [...document.querySelectorAll(".datelines-toolbar button")]
        .find((b) => b.getAttribute("aria-label") === n)
        .click(),
    name,
  );

/** Violations of WCAG 2.2 A and AA that axe finds in the chart. */
async function axe(page) {
  await page.run(AXE);
  return page.run(async () => {
    const { violations } = await window.axe.run(document.querySelector(".datelines"), {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      (v) => `${v.id}: ${v.nodes.length} ${v.nodes[0].target} ${v.nodes[0].failureSummary?.slice(0, 160)}`,
    );
  });
}

const STATES = [
  ["as it opens", async () => undefined],
  ["with details", (page) => page.run(() => window.chart.select("arrests"))],
  ["with filters", (page) => press(page, "Filter")],
  ["as a table", (page) => press(page, "Table")],
  ["with the help", (page) => press(page, "Keyboard")],
  ["with nothing found", (page) => page.run(() => window.chart.filter({ text: "nothing like it" }))],
];
for (const theme of ["light", "dark"])
  for (const [state, get] of STATES)
    check(`axe finds nothing: ${state}, ${theme}`, async (page, { url }) => {
      await open(page, url, STORY, { theme });
      await get(page);
      await page.frames();
      same(await axe(page), [], "violations");
    });
for (const theme of ["light", "dark"])
  check(`axe finds nothing while labels are edited, ${theme}`, async (page, { url }) => {
    await open(page, url, STORY, { theme, editable: true });
    same(await axe(page), [], "violations without an event");
    await page.run(() => document.querySelector('svg [data-event="arrests"]').focus());
    await page.key("b");
    await page.frames();
    same(await axe(page), [], "violations with the words of a title");
  });
check("axe finds nothing in a chart of a thousand events", async (page, { url }) => {
  await open(page, url, UCDP, { laneBy: "place" });
  same(await axe(page), [], "violations");
});

for (const [what, src, options] of [
  ["the story", STORY, {}],
  ["a thousand events", UCDP, { laneBy: "place" }],
])
  check(`names are there and unique, lists hold items, places are counted: ${what}`, async (page, { url }) => {
    await open(page, url, src, options);
    const found = await page.run(() => {
      const svg = document.querySelector(".datelines-stage > svg");
      const items = [...svg.querySelectorAll("[role=listitem]")];
      const names = items.map((e) => e.getAttribute("aria-label") ?? "");
      return {
        unnamed: names.filter((n) => n.trim().length < 3).length,
        twice: names.length - new Set(names).size,
        orphans: items.filter((e) => e.parentElement.getAttribute("role") !== "list").length,
        strangers: [...svg.querySelectorAll("[role=list]")]
          .flatMap((l) => [...l.children])
          .filter((c) => c.getAttribute("role") !== "listitem").length,
        places: [...svg.querySelectorAll("[data-event][aria-posinset]")].every(
          (e) =>
            Number(e.getAttribute("aria-posinset")) >= 1 &&
            Number(e.getAttribute("aria-posinset")) <= Number(e.getAttribute("aria-setsize")),
        ),
        placed: svg.querySelectorAll("[data-event][aria-posinset]").length,
        stops: svg.querySelectorAll("[tabindex='0']").length,
        focusable: [...svg.querySelectorAll("[tabindex]")].every(
          (e) => e === svg || e.getAttribute("role") === "listitem",
        ),
      };
    });
    assert(found.placed > 10, `${found.placed} events with a place`);
    same(
      { ...found, placed: 0 },
      { unnamed: 0, twice: 0, orphans: 0, strangers: 0, places: true, placed: 0, stops: 1, focusable: true },
      "structure",
    );
  });

check("every control is at least 24 px, and named", async (page, { url }) => {
  await open(page, url);
  await press(page, "Filter");
  await page.run(() => window.chart.select("arrests"));
  await page.frames();
  const small = await page.run(() =>
    [
      ...document.querySelectorAll(
        ".datelines button, .datelines input, .datelines select, .datelines summary, .datelines [role=slider]",
      ),
    ]
      .filter((e) => e.getClientRects().length > 0)
      .map((e) => {
        // A checkbox is as large as its label.
        const r = (e.closest("label") ?? e).getBoundingClientRect();
        const name = e.getAttribute("aria-label") ?? e.closest("label")?.textContent ?? e.textContent;
        return { what: e.outerHTML.slice(0, 80), w: r.width, h: r.height, name };
      })
      .filter((c) => c.w < 24 || c.h < 24 || c.name.trim() === ""),
  );
  same(small, [], "too small or unnamed");
});

check("an event is hit within 12 px of its mark", async (page, { url }) => {
  await open(page, url);
  const at = await page.run(() => {
    const mark = [...document.querySelectorAll("svg [data-event]")]
      .find((e) => e.dataset.event === "armour")
      .querySelector(".datelines-mark")
      .getBoundingClientRect();
    return { x: mark.left + mark.width / 2, y: mark.top + mark.height / 2 };
  });
  await page.click(at.x, at.y + 10);
  same(await page.run(() => window.chart.selected), "armour", "selected");
});

check("the focus ring is seen: at least 2 px, 3:1 on the page, in light and dark", async (page, { url }) => {
  for (const theme of ["light", "dark"]) {
    await open(page, url, STORY, { theme });
    await page.run(() => document.querySelector("svg [data-event][tabindex='0']").focus());
    await page.key("ArrowRight");
    const ring = await page.run(() => {
      const s = getComputedStyle(document.activeElement);
      return {
        color: s.outlineColor,
        width: parseFloat(s.outlineWidth),
        style: s.outlineStyle,
        paper: document.querySelector(".datelines-background rect").getAttribute("fill"),
      };
    });
    assert(ring.width >= 2 && ring.style !== "none", JSON.stringify(ring));
    const ratio = contrast(ring.color, ring.paper);
    assert(ratio >= 3, `${theme}: ${ratio}`);
  }
});

check(
  "forced colours: text and marks in the system's colours, what is selected in its highlight",
  async (page, { url }) => {
    await open(page, url);
    await page.run(() => window.chart.select("arrests"));
    await page.frames();
    const found = await page.run(() => {
      const probe = document.createElement("span");
      document.body.append(probe);
      const system = (name) => {
        probe.style.setProperty("color", name);
        return getComputedStyle(probe).color;
      };
      const svg = document.querySelector(".datelines-stage > svg");
      return {
        text: system("CanvasText"),
        highlight: system("Highlight"),
        label: getComputedStyle(svg.querySelector("[data-label] text")).fill,
        mark: getComputedStyle(svg.querySelector(".datelines-mark [stroke]:not([stroke=none])")).stroke,
        frame: getComputedStyle(svg.querySelector(".datelines-highlight rect")).stroke,
        paper: getComputedStyle(svg.querySelector(".datelines-background rect")).fill,
        canvas: system("Canvas"),
      };
    });
    same(
      [found.label, found.mark, found.frame, found.paper],
      [found.text, found.text, found.highlight, found.canvas],
      "colours",
    );
  },
  { only: ["chromium"], media: { forcedColors: "active" } },
);

check("at 200 % and at 320 px nothing is cut off and nothing scrolls sideways", async (page, { url }) => {
  for (const width of [320, 500]) {
    await page.viewport(width, 700);
    await open(page, url);
    const wide = await page.run(() => ({
      page: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    assert(wide.page <= wide.window, `${width}: ${JSON.stringify(wide)}`);
    const out = await page.run(
      () =>
        [...document.querySelectorAll(".datelines button, .datelines h2, .datelines output")]
          .filter((e) => e.getClientRects().length > 0)
          .map((e) => e.getBoundingClientRect())
          .filter((r) => r.right > document.documentElement.clientWidth + 1 || r.left < -1).length,
    );
    same(out, 0, `controls outside at ${width}`);
    const rows = await page.run(
      () => new Set([...document.querySelectorAll(".datelines-toolbar button")].map((b) => b.offsetTop)).size,
    );
    same(rows, 1, `rows of buttons at ${width}`);
  }
});

check("the table stands in blocks where it is narrow, scrolls nowhere, and stays a table", async (page, { url }) => {
  for (const width of [320, 360, 640, 1000]) {
    await page.viewport(width, 700);
    await open(page, url);
    await press(page, "Table");
    await page.frames();
    const found = await page.run(() => {
      const box = document.querySelector(".datelines-table");
      const event = box.querySelector("tbody tr");
      const roles = ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"];
      return {
        over: box.scrollWidth - box.clientWidth,
        column: event.querySelector("td").offsetTop === event.querySelector("th").offsetTop,
        named: getComputedStyle(event.querySelector("td:nth-child(3)"), "::before").content !== "none",
        empty: [...box.querySelectorAll("td")].filter((c) => c.textContent === "" && c.offsetHeight > 0).length > 0,
        roles: roles.filter((role) => box.querySelector(`[role=${role}]`) === null),
      };
    });
    const narrow = width < 680;
    same(found, { over: 0, column: !narrow, named: narrow, empty: !narrow, roles: [] }, `at ${width}`);
    same(await axe(page), [], `axe at ${width}`);
  }
});

check("changes are announced, politely and one at a time", async (page, { url }) => {
  await open(page, url);
  const said = await page.run(async () => {
    const live = document.querySelector("[role=status][aria-live=polite]");
    const heard = [];
    new MutationObserver(() => heard.push(live.textContent)).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const category of ["protest", "violence", "protest"]) window.chart.filter({ category });
    await new Promise((r) => setTimeout(r, 900));
    return heard;
  });
  same(said.length, 1, `announcements ${said}`);
  assert(/of 18 events/.test(said[0]), said[0]);
});

/** Contrast of two colours as WCAG 2 has it. */
function contrast(a, b) {
  const parse = (c) =>
    c.startsWith("#")
      ? [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16))
      : c
          .match(/[\d.]+/g)
          .slice(0, 3)
          .map(Number);
  const luminance = (c) => {
    const [r, g, bl] = parse(c).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

const server = await serve();
process.exitCode = (await runAll(server.url)) > 0 ? 1 : 0;
await server.close();
