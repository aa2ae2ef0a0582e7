// Every example in real browsers: no label meets another, a mark of another event, or the edge, by the boxes of the text as drawn.
import { arrange, draw, paintSVG, place, read } from "../../dist/static.js";
import { contentOf, examples } from "../tools/examples.mjs";
import { chromiumPath, firefoxPath, openPage } from "./launch.mjs";
import { measure } from "./measure.mjs";

const SIZES = [
  ...[280, 320, 480, 640, 960, 1440, 2560].map((width) => ({ width })),
  { width: 82, unit: "mm" },
  { width: 180, unit: "mm" },
  { width: 960, orientation: "vertical" },
];
/** Languages in which a story does not speak itself are those of its dates and of our own words alone. */
const OTHERS = ["en", "ru", "kk", "fa", "zh"];
const FEWER = [{ width: 320 }, { width: 480 }, { width: 1440 }];

function pictures() {
  const out = [];
  for (const { name: file, file: from, options, read: how } of examples()) {
    const { data } = read(contentOf(from), { filename: from, ...how });
    const own = typeof data.title === "object" ? Object.keys(data.title) : [data.language ?? "en"];
    for (const locale of new Set([...own, ...OTHERS]))
      for (const size of own.includes(locale) ? SIZES : FEWER) {
        const all = { ...options, ...size, locale };
        const layout = place(arrange(data, all));
        const told = layout.told;
        const ids = new Set([...told.labels, ...told.notes, ...told.counted, ...told.outside]);
        const lost = layout.arrangement.timeline.events.filter((e) => !ids.has(e.id)).map((e) => e.id);
        out.push({
          name: `${file} ${locale} ${size.width}${size.unit ?? "px"} ${size.orientation ?? ""}`.trim(),
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
      `<!doctype html><meta charset="utf-8"><body dir="${(i / 8) % 2 === 0 ? "ltr" : "rtl"}">${batch.map((p) => `<div data-name="${p.name}">${p.svg}</div>`).join("")}</body>`,
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
