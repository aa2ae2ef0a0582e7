// Makes docs/examples.md and the pictures it shows from the examples, their options and the approved pictures.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { examples } from "./examples.mjs";

const root = new URL("../../", import.meta.url);
const at = (p) => new URL(p, root);
mkdirSync(at("docs/images"), { recursive: true });
const FLAGS = {
  title: "--title",
  subtitle: "--subtitle",
  credit: "--credit",
  zone: "--zone",
  laneBy: "--lane-by",
  colorBy: "--color-by",
  timeScale: "--time-scale",
  from: "--from",
  to: "--to",
};
const sections = examples()
  .filter((e) => e.name !== "kazakhstan-2022-01.csv")
  .map(({ name: example, file, options }) => {
    const name = example.replace(/\.\w+$/, "");
    copyFileSync(at(`test/golden/${example}-960.svg`), at(`docs/images/${name}.svg`));
    const flags = Object.entries(options).flatMap(([k, v]) =>
      FLAGS[k] && typeof v === "string"
        ? [`${FLAGS[k]} ${/\s/.test(v) ? JSON.stringify(v) : v}`]
        : k === "laneOrder" && typeof v === "string"
          ? [`--lane-order ${v}`]
          : k === "relativeTo"
            ? [
                `--relative-to ${typeof v === "string" ? v : v.category ? `category:${v.category}` : JSON.stringify(v.events.join(";"))}`,
              ]
            : [],
    );
    const command = ["datelines", "render", `examples/${file}`, "-o", `${name}.svg`, ...flags].join(" ");
    const own = file.endsWith(".json") ? JSON.parse(readFileSync(at(`examples/${file}`), "utf8")).title : undefined;
    const given = options.title ?? own;
    const title = typeof given === "string" ? given : given.en;
    return `## ${title}\n\n![${title}](images/${name}.svg)\n\n    ${command}\n`;
  });
writeFileSync(
  at("docs/examples.md"),
  `# Examples\n\nEach is a file in \`examples/\`, a test, and a picture somebody has looked at. [Where the data come from](../examples/SOURCES.md).\nMade by \`node test/tools/make-examples.mjs\`.\n\n${sections.join("\n")}`,
);
