// The examples for pages, built as anyone would build them, in real browsers: plain HTML, modules, React, Vue, Svelte, and
// React from a server.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { assert, check, near, runAll, same } from "./checks.mjs";
import { POLICY, serve } from "./server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const temporary = mkdtempSync(path.join(tmpdir(), "datelines-web-"));
const folderOf = (name) => path.join(temporary, name);
const folders = { web: folderOf("web"), development: folderOf("development"), embedding: folderOf("embedding") };
const server = folderOf("server");
const vite = (outDir, options) =>
  build({
    configFile: path.join(root, "examples/web/vite.config.js"),
    logLevel: "error",
    ...options,
    build: { outDir, emptyOutDir: true, ...options?.build },
  });
await vite(folders.web);
// React mounts twice in its StrictMode, which only its development build has.
await vite(folders.development, {
  mode: "development",
  define: { "process.env.NODE_ENV": '"development"' },
  build: { minify: false },
});
await vite(server, {
  ssr: { noExternal: true },
  build: { ssr: true, rolldownOptions: { input: path.join(root, "examples/web/react/server.jsx") } },
});
const { page: fromServer } = await import(pathToFileURL(path.join(server, "server.js")));

const WATCH = '<head><script src="/test/browser/pages/watch-all.js"></script>';
const BEFORE = '<script defer src="/test/browser/pages/before.js"></script>';
const built = (folder, name) => readFileSync(path.join(folders[folder], name), "utf8").replace("<head>", () => WATCH);
const PAGES = {
  React: "/web/react/index.html",
  "React, development": "/development/react/index.html",
  "React, from a server": "/web/react/ssr.html",
  Vue: "/web/vue/index.html",
  Svelte: "/web/svelte/index.html",
};
const pages = new Map(
  [...Object.values(PAGES), "/web/module.html", "/web/element.html"].map((address) => {
    const [, folder, ...name] = address.split("/");
    return [address, built(folder, name.join("/"))];
  }),
);
pages.set(
  PAGES["React, from a server"],
  fromServer(built("web", "react/ssr.html").replace(WATCH, () => WATCH + BEFORE)),
);
const plain = "/examples/web/plain.html";
pages.set(
  plain,
  readFileSync(path.join(root, plain), "utf8").replace("<head>", () => WATCH),
);

/** Vue and Svelte make elements from templates of their own, and say so. */
const policyOf = (address) => {
  if (address === PAGES.Vue) return POLICY.replace("trusted-types 'none'", "trusted-types vue");
  if (address === PAGES.Svelte) return POLICY.replace("trusted-types 'none'", "trusted-types svelte-trusted-html");
  return POLICY;
};

async function open(page, address) {
  await page.goto(address);
  await page.until(
    () =>
      [...document.querySelectorAll(".datelines-toolbar")].filter((bar) => bar.childElementCount > 5).length ===
      document.querySelectorAll("figure.datelines").length,
    undefined,
    "the controls",
  );
  await page.frames();
}
/** Of each picture how many events it tells of, and in which lanes. */
const pictures = (page) =>
  page.run(() =>
    [...document.querySelectorAll(".datelines-stage > svg")].map((svg) => {
      const sum = (name) =>
        [...svg.querySelectorAll(`[data-${name}]`)].reduce((s, e) => s + Number(e.getAttribute(`data-${name}`)), 0);
      const labels = [...new Set([...svg.querySelectorAll("[data-label]")].map((e) => e.dataset.label))];
      const lanes = [...svg.querySelectorAll(".datelines-laneNames text")].map((e) => e.textContent);
      return { told: labels.length + sum("count") + sum("outside"), labels, lanes };
    }),
  );
const output = (page) => page.run(() => document.querySelector("output").textContent);
const clickOn = async (page, selector) => {
  const { x, y } = await page.run((s) => {
    const element = document.querySelector(s);
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
  await page.click(x, y);
  await page.frames();
};
const clean = async (page) => same(await page.run(() => window.violations), [], "violations of the policy");

for (const [name, address] of Object.entries(PAGES)) {
  check(`${name}: whole pictures, changed in place by what the page says`, async (page, { url }) => {
    await open(page, url + address);
    const [story, flights, ...more] = await pictures(page);
    same(more, [], "more pictures");
    assert(story.told >= 18 && story.labels.length >= 10, `the story tells of ${JSON.stringify(story)}`);
    assert(flights.told >= 8, `the flights: ${JSON.stringify(flights)}`);
    same(flights.lanes, ["Soviet Union", "United States", "China"], "lanes by a field of one's own");
    const ids = await page.run(() => [...document.querySelectorAll("[id]")].map((e) => e.id));
    same(ids.length, new Set(ids).size, "ids");

    await page.run(() => {
      window.was = [...document.querySelectorAll("figure.datelines, .datelines-stage > svg")];
      const select = document.querySelector("select");
      select.value = "category";
      select.dispatchEvent(new window.Event("change", { bubbles: true }));
      document.querySelector("form button").click();
    });
    await page.until(() => document.querySelector("svg .datelines-laneNames text").textContent === "Protest");
    await page.until(
      () => document.querySelectorAll("figure")[1].querySelector('[data-event^="crew-dragon"]') !== null,
    );
    const [byKind, nine] = await pictures(page);
    assert(byKind.told >= 18 && byKind.lanes.includes("Government"), `by kind: ${JSON.stringify(byKind)}`);
    assert(nine.told >= 9, `one more: ${JSON.stringify(nine)}`);
    same(
      await page.run(() => {
        const now = [...document.querySelectorAll("figure.datelines, .datelines-stage > svg")];
        return now.length === window.was.length && now.every((e, i) => e === window.was[i]);
      }),
      true,
      "the same elements",
    );
    await clean(page);
  });

  check(`${name}: a selected event reaches the page; nothing stays of a timeline that goes`, async (page, { url }) => {
    await open(page, url + address);
    same(await output(page), "Nothing is selected", "at first");
    await clickOn(page, '[data-label="resignation"] text');
    same(await output(page), "The government resigns", "selected by a click");
    await page.key("Escape");
    await page.frames();
    await page.run(() =>
      document.querySelectorAll("figure")[1].querySelector("svg [data-event][tabindex='0']").focus(),
    );
    await page.key("Enter");
    await page.frames();
    same(await output(page), "Vostok 1", "selected by the keyboard");

    const toggle = async (figures) => {
      await page.run(() => document.querySelector("input[type=checkbox]").click());
      await page.until(
        (n) => document.querySelectorAll("figure.datelines").length === n,
        figures,
        `${figures} figures`,
      );
      await page.frames();
      await page.pause(100);
      return page.run(() => window.kept());
    };
    const one = await toggle(1);
    const two = await toggle(2);
    assert(two.observers > one.observers && two.elements > one.elements, "there is something to leave behind");
    same(await toggle(1), one, "left behind");
    same(one.sheets, 1, "style sheets");
    same(
      one.listeners.filter((l) => !/^MediaQueryList|^HTMLDocument (?:selectionchange|click|reset)$/.test(l)),
      [],
      "listeners on the page, but for those of the frameworks",
    );
    await clean(page);
  });
}

check("React, from a server: taken over without a move, the picture untouched", async (page, { url, browser }) => {
  await page.goto(url + PAGES["React, from a server"]);
  await page.until(
    () => [...document.querySelectorAll(".datelines-toolbar")].every((bar) => bar.childElementCount > 5),
    undefined,
    "the controls",
  );
  await page.pause(300);
  const found = await page.run(() => ({
    boxesBefore: window.before.boxes,
    boxes: window.boxes(),
    kept: window.before.pictures.map(
      ({ svg, elements }) =>
        svg.isConnected &&
        JSON.stringify(elements.map((e) => e.localName)) ===
          JSON.stringify([...svg.querySelectorAll("*")].map((e) => e.localName)) &&
        elements.every((e) => svg.contains(e)),
    ),
    changes: window.before.pictures.flatMap(({ changes }) => changes),
    shifts: window.shifts,
  }));
  same(found.kept, [true, true], "the same elements");
  same(found.changes, [], "changes to the pictures");
  assert(found.boxes.length > 30, `only ${found.boxes.length} boxes`);
  same(found.boxes, found.boxesBefore, "places");
  same(found.shifts, [], `shifts in ${browser}`);
});

check("React, from a server: another width is laid out anew", async (page, { url }) => {
  await page.viewport(420, 800);
  await open(page, url + PAGES["React, from a server"]);
  const [width, place] = await page.run(() => [
    Number(document.querySelector(".datelines-stage > svg").getAttribute("width")),
    document.querySelector("main").clientWidth,
  ]);
  assert(place < 400, `the page is ${place} px wide`);
  near(width, place, 1, "width");
});

check("a module: made, heard and moved", async (page, { url }) => {
  await open(page, `${url}/web/module.html`);
  await clickOn(page, '[data-label="resignation"] text');
  same(await output(page), "The government resigns", "selected");
  await page.run(() => document.getElementById("days").click());
  await page.pause(900);
  const [{ lanes, told }] = await pictures(page);
  assert(told >= 18 && lanes.length === 5, `told ${told} in ${lanes}`);
  assert(
    await page.run(() => document.querySelector(".datelines-stage [data-outside]") !== null),
    "what is before the 5th is outside",
  );
  await clean(page);
});

check("the element by a module: data and options of a script, attributes beside them", async (page, { url }) => {
  await page.goto(`${url}/web/element.html`);
  await page.until(() => document.querySelector("event-timeline").chart, undefined, "the chart");
  const found = await page.run(() => {
    const { shadowRoot, chart } = document.querySelector("event-timeline");
    chart.select(shadowRoot.querySelector("[data-event]").dataset.event);
    return {
      title: shadowRoot.querySelector("h2").textContent,
      lanes: [...shadowRoot.querySelectorAll(".datelines-laneNames text")].map((e) => e.textContent),
      alerts: shadowRoot.querySelectorAll("[role=alert]").length,
    };
  });
  const lanes = ["Soviet Union", "United States", "China"];
  same(found, { title: "New spacecraft with people aboard", lanes, alerts: 0 }, "what is shown");
  same(await output(page), "Vostok 1", "selected");
  await clean(page);
});

check("plain HTML: one script tag, and the list where there are no scripts", async (page, { url }) => {
  await page.goto(url + plain);
  await page.until(() => document.querySelector("event-timeline").chart, undefined, "the chart");
  const found = await page.run(() => {
    const element = document.querySelector("event-timeline");
    return {
      scripts: document.scripts.length,
      labels: element.shadowRoot.querySelectorAll("[data-label]").length,
      lanes: [...element.shadowRoot.querySelectorAll(".datelines-laneNames text")].map((e) => e.textContent),
      fallback: element.querySelector("ol").getClientRects().length,
      problems: element.problems.map((p) => p.code),
    };
  });
  assert(found.labels >= 10, `only ${found.labels} labels`);
  same(found.lanes, ["Whole country", "The west", "Several regions", "Almaty", "Abroad"], "lanes");
  same(
    [found.scripts, found.fallback, found.problems.filter((code) => code.startsWith("E"))],
    [2, 0, []],
    "scripts with the test's own, fallback, problems",
  );
  await clean(page);
});

const snippets = [...readFileSync(path.join(root, "docs/embedding.md"), "utf8").matchAll(/```html\n([\s\S]*?)```/g)];
mkdirSync(folders.embedding);
for (const file of ["event-timeline.min.js", "event-timeline-all.min.js"])
  copyFileSync(path.join(root, "dist/bundle", file), path.join(folders.embedding, file));
copyFileSync(path.join(root, "examples/kazakhstan-2022-01.csv"), path.join(folders.embedding, "story.csv"));
for (const [i, [, html]] of snippets.entries()) {
  const script = html.includes('<script type="module"')
    ? ""
    : '<script type="module" src="event-timeline.min.js"></script>';
  const address = `/embedding/${i + 1}.html`;
  pages.set(address, `<!doctype html><title>${i + 1}</title>${WATCH.replace("<head>", "")}${script}${html}`);
  check(`docs/embedding.md, ${i + 1}: it works as it stands there`, async (page, { url }) => {
    await page.goto(url + address);
    await page.until(
      () => [...document.querySelectorAll("event-timeline")].every((e) => e.chart),
      undefined,
      "the charts",
    );
    const found = await page.run(() =>
      [...document.querySelectorAll("event-timeline")].map((e) => ({
        errors: e.problems.filter((p) => p.code.startsWith("E")).map((p) => p.code),
        lanes: [...e.shadowRoot.querySelectorAll(".datelines-laneNames text")].length,
        labels: e.shadowRoot.querySelectorAll("[data-label]").length,
        fallback: [...e.children].some((c) => c.getClientRects().length > 0),
        lang: e.shadowRoot.querySelector("figure").lang,
      })),
    );
    const wanted = (html.match(/<event-timeline/g) ?? []).length;
    assert(wanted > 0 && found.length === wanted, `${found.length} of ${wanted} elements`);
    for (const { errors, labels, lanes, fallback } of found) {
      same([errors, fallback], [[], false], "errors, fallback");
      assert(labels >= 2, `${labels} labels`);
      if (/lane-by="(?:lane|category)"/.test(html)) assert(lanes >= 4, `${lanes} lanes`);
    }
    if (html.includes('locale="kk"')) same(found[0].lang, "kk", "language");
    await clean(page);
  });
}

const { url, close } = await serve(pages, { folders, policyOf });
process.exitCode = (await runAll(url)) > 0 ? 1 : 0;
await close();
rmSync(temporary, { recursive: true, force: true });
