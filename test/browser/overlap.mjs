// Every example in real browsers: no label meets another, a mark of another event, or the edge, by the boxes of the text as drawn.
import { arrange, draw, paintSVG, place, read } from "../../dist/static.js";
import { contentOf, examples } from "../tools/examples.mjs";
import { chromiumPath, firefoxPath, openPage } from "./launch.mjs";
import { measure } from "./measure.mjs";

const SIZES = [
  { width: 320 },
  { width: 640 },
  { width: 960 },
  { width: 1440 },
  { width: 82, unit: "mm" },
  { width: 180, unit: "mm" },
];

function pictures() {
  const out = [];
  for (const { name: file, file: from, options, read: how } of examples()) {
    const { data } = read(contentOf(from), { filename: from, ...how });
    const locales = typeof data.title === "object" ? Object.keys(data.title) : ["en"];
    for (const locale of locales)
      for (const size of SIZES) {
        const all = { ...options, ...size, locale };
        const layout = place(arrange(data, all));
        const told = layout.told;
        const ids = new Set([...told.labels, ...told.notes, ...told.counted, ...told.outside]);
        const lost = layout.arrangement.timeline.events.filter((e) => !ids.has(e.id)).map((e) => e.id);
        out.push({
          name: `${file} ${locale} ${size.width}${size.unit ?? "px"}`,
          svg: paintSVG(draw(layout, all)),
          lost,
        });
      }
  }
  return out;
}

const all = pictures();
const have = { chromium: chromiumPath(), firefox: firefoxPath() };
let passed = 0;
let failed = 0;
for (const name of ["chromium", "firefox"]) {
  if (!have[name]) {
    console.error(`${name} is not installed: its ${all.length} pictures were not looked at`);
    failed += all.length;
    continue;
  }
  const { page, close } = await openPage(name);
  for (let i = 0; i < all.length; i += 8) {
    const batch = all.slice(i, i + 8);
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><body>${batch.map((p) => `<div data-name="${p.name}">${p.svg}</div>`).join("")}</body>`,
    );
    const found = await page.evaluate(`(${measure.toString()})()`);
    for (const p of batch) {
      const mine = [
        ...found.filter((f) => f.startsWith(`${p.name}:`)),
        ...p.lost.map((id) => `${p.name}: ${id} is lost`),
      ];
      for (const f of mine.slice(0, 6)) console.error(`${name}: ${f}`);
      if (mine.length > 0) failed++;
      else passed++;
    }
  }
  await close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
