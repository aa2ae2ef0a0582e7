import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import * as main from "../../src/index.js";
import { locale } from "../../src/locale/kk.js";
import * as still from "../../src/static.js";

const root = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/interactive.md"), "utf8");
const story = readFileSync(path.join(root, "examples/kazakhstan-2022-01.json"), "utf8");
const modules: Readonly<Record<string, object>> = {
  datelines: main,
  "datelines/static": still,
  "datelines/locale/kk": { locale },
};

const charts: main.Chart[] = [];
afterEach(() => {
  for (const chart of charts.splice(0)) chart.destroy();
  document.body.replaceChildren();
});

/** Code of the page as a function, with its imports from the source; charts it makes are noted. */
function runnable(code: string): (given: object) => Promise<unknown> {
  const mapped = code.replace(
    /^import (\{[^}]*\}) from "([^"]+)";$/gm,
    (_, names: string, module: string) => `const ${names} = modules[${JSON.stringify(module)}];`,
  );
  const given = code.includes("const chart =") ? "modules, data, container" : "modules, data, container, chart";
  return new Function(`return async ({ ${given} }) => { ${mapped} }`)() as (given: object) => Promise<unknown>;
}

it.each([...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code], i) => [i + 1, code!] as const))(
  "block %i of the developer's page runs",
  async (_, code) => {
    const container = document.createElement("div");
    document.body.append(container);
    const data = JSON.parse(story) as still.TimelineData;
    const noted = (...args: Parameters<typeof main.timeline>): main.Chart => {
      const chart = main.timeline(...args);
      charts.push(chart);
      return chart;
    };
    const chart = noted(data);
    container.append(chart.element);
    await chart.ready;
    await runnable(code)({ modules: { ...modules, datelines: { ...main, timeline: noted } }, data, container, chart });
    for (const made of charts) expect(made.problems.filter((p) => p.code.startsWith("E"))).toEqual([]);
    for (const made of charts.slice(1)) {
      await made.ready;
      expect(made.element.querySelectorAll("[data-label]").length).toBeGreaterThan(10);
    }
  },
);

/** Runs the only block of code under a heading of the page. */
async function shownBy(heading: string): Promise<main.Chart> {
  const part = page.split(/^## /m).find((p) => p.startsWith(`${heading}\n`))!;
  const [, code] = /```js\n([\s\S]*?)```/.exec(part)!;
  const container = document.createElement("div");
  document.body.append(container);
  const noted = (...args: Parameters<typeof main.timeline>): main.Chart => {
    charts.push(main.timeline(...args));
    return charts.at(-1)!;
  };
  const data = JSON.parse(story) as still.TimelineData;
  await runnable(code!)({ modules: { ...modules, datelines: { ...main, timeline: noted } }, data, container });
  await charts.at(-1)!.ready;
  return charts.at(-1)!;
}
const textsOf = (chart: main.Chart, selector: string): string[] =>
  [...chart.element.querySelectorAll(selector)].map((e) => e.textContent);

it("a layer of one's own is in the picture and in exports, and one left out is in neither", async () => {
  const chart = await shownBy("Layers");
  const line = chart.element.querySelector(".datelines-speech line")!;
  expect(line.getAttribute("stroke")).toBe("#a11d1d");
  expect(chart.element.querySelector(".datelines-legend")).toBe(null);
  expect(chart.toSVG()).toContain("datelines-speech");
  expect(chart.toSVG()).not.toContain("datelines-legend");
});
it("labels of one's own stand in the picture; names keep the titles", async () => {
  const chart = await shownBy("Labels");
  expect(textsOf(chart, '[data-label="resignation"]').join(" ")).toContain("GOVERNMENT:");
  const name = chart.element.querySelector('[data-event="resignation"]')!.getAttribute("aria-label");
  expect(name).toContain("The government resigns");
  expect(name).not.toContain("GOVERNMENT:");
});
it("a palette of one's own colours marks and legend", async () => {
  const chart = await shownBy("Colours");
  const fills = [...chart.element.querySelectorAll(".datelines-legend path")].map((e) => e.getAttribute("fill"));
  expect(fills.slice(0, 5)).toEqual(["#00507a", "#9c3d00", "#3d6b00", "#7a2b6b", "#5a4a00"]);
  expect(chart.element.querySelector(".datelines-mark [fill='#00507a']")).not.toBe(null);
  expect(chart.toSVG()).toContain("#7a0040");
});
it("words of one's own stand in place of the language's", async () => {
  const chart = await shownBy("Languages");
  const names = [...chart.element.querySelectorAll(".datelines-toolbar button")].map(
    (b) => `${b.getAttribute("aria-label") ?? ""} ${b.textContent}`,
  );
  expect(names.some((n) => n.includes("Барлығы кесте түрінде"))).toBe(true);
  expect(textsOf(chart, "[data-label]").join(" ")).toMatch(/Ақтау/);
});
