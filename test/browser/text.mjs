// Whether the tables err on the wide side: every text of the examples, as browsers set it in each family, against our widths.
import { readdirSync, readFileSync } from "node:fs";
import { read, textWidth } from "../../dist/static.js";
import { openPage } from "./launch.mjs";

const dir = new URL("../../examples/", import.meta.url);
const texts = new Map();
const collect = (value, script) => {
  if (typeof value === "string" && value.length > 3 && value.length < 120) texts.set(value, script);
  else if (value && typeof value === "object")
    for (const [k, v] of Object.entries(value))
      collect(v, k === "fa" ? "fa" : k === "kk" ? "kk" : k === "ru" ? "ru" : script);
};
for (const file of readdirSync(dir).filter((f) => /\.(csv|json)$/.test(f) && !f.endsWith(".options.json"))) {
  const { data } = read(readFileSync(new URL(file, dir)), { filename: file });
  for (const e of data.events)
    collect({ title: e.title, summary: e.summary, quantities: e.quantities?.map((q) => q.said) }, "en");
}
// Scripts that no example has, in sentences about the same story.
const MORE = {
  th: ["ผู้ประท้วงเดินขบวนในเมืองใหญ่", "รัฐบาลลาออกเมื่อวันพุธ", "ราคาก๊าซขึ้นกะทันหัน", "ญาติของผู้เสียชีวิต"],
  lo: ["ລັດຖະບານລາອອກ", "ຜູ້ປະທ້ວງເດີນຂະບວນ", "ລາຄາແກັສຂຶ້ນ"],
  km: ["រដ្ឋាភិបាលលាលែងពីតំណែង", "បាតុកម្មនៅក្នុងទីក្រុង", "តម្លៃហ្គាសឡើងថ្លៃ"],
};
for (const [script, list] of Object.entries(MORE)) for (const text of list) texts.set(text, script);
const FAMILIES = {
  en: ["Noto Sans", "Roboto", "Inter", "Liberation Sans"],
  ru: ["Noto Sans", "Roboto", "Inter", "Liberation Sans"],
  kk: ["Noto Sans", "Roboto", "Inter"],
  fa: ["Noto Sans Arabic"],
  th: ["Noto Sans Thai"],
  lo: ["Noto Sans Lao"],
  km: ["Noto Sans Khmer"],
};
let passed = 0;
let failed = 0;
for (const name of ["chromium", "firefox"]) {
  const { page, close } = await openPage(name);
  for (const weight of [400, 700])
    for (const [script, families] of Object.entries(FAMILIES))
      for (const family of families) {
        const list = [...texts].filter(([, s]) => s === script).map(([t]) => t);
        const real = await page.evaluate(
          ({ list, family, weight }) => {
            document.body.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg" text-rendering="geometricPrecision" font-family="'${family}'" font-size="12" font-weight="${weight}"></svg>`;
            const svg = document.querySelector("svg");
            return list.map((t) => {
              const e = document.createElementNS("http://www.w3.org/2000/svg", "text");
              e.textContent = t;
              svg.append(e);
              return e.getComputedTextLength();
            });
          },
          { list, family, weight },
        );
        const ratios = list
          .map((t, i) => textWidth(t, { family: "Noto Sans", weight, size: 12 }) / real[i])
          .sort((a, b) => a - b);
        const narrow = ratios.filter((r) => r < 1).length / ratios.length;
        const mean = ratios.reduce((s, r) => s + r, 0) / ratios.length;
        // One text in two hundred may come out wider than we say, none by more than 2 %.
        const ok = narrow <= 0.005 && ratios[0] >= 0.98;
        console.log(
          `${ok ? "ok  " : "FAIL"} ${name} ${script} ${family} ${weight}: ours/real mean ${mean.toFixed(3)}, least ${ratios[0].toFixed(3)}, too narrow ${(narrow * 100).toFixed(1)} % of ${list.length}`,
        );
        if (ok) passed++;
        else failed++;
      }
  await close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
