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
