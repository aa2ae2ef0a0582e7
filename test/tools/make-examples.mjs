// Makes docs/examples.md and the pictures it shows from the examples, their options and the approved pictures.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const at = (p) => new URL(p, root);
mkdirSync(at("docs/images"), { recursive: true });
const files = readdirSync(at("examples")).filter((f) => /\.(csv|json)$/.test(f) && !f.endsWith(".options.json"));
const FLAGS = {
  title: "--title",
  subtitle: "--subtitle",
  credit: "--credit",
  zone: "--zone",
  laneBy: "--lane-by",
  colorBy: "--color-by",
  from: "--from",
  to: "--to",
};
const sections = files
  .filter((f) => f !== "kazakhstan-2022-01.csv")
  .map((file) => {
    const name = file.replace(/\.\w+$/, "");
    copyFileSync(at(`test/golden/${file}-960.svg`), at(`docs/images/${name}.svg`));
    const options = existsSync(at(`examples/${file}.options.json`))
      ? JSON.parse(readFileSync(at(`examples/${file}.options.json`), "utf8"))
      : {};
    const flags = Object.entries(options).flatMap(([k, v]) =>
      FLAGS[k] && typeof v === "string"
        ? [`${FLAGS[k]} ${/\s/.test(v) ? JSON.stringify(v) : v}`]
        : k === "laneOrder" && typeof v === "string"
          ? [`--lane-order ${v}`]
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
