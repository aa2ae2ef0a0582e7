// Makes src/layout/text-advances.ts: the widest advances of common sans faces, in thousandths of an em.
// Needs the fonts named below (found through fontconfig): node test/tools/make-advances.mjs
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as fontkit from "fontkit";

const file = (pattern) => execFileSync("fc-match", ["-f", "%{file}", pattern], { encoding: "utf8" });
const faces = (weight) =>
  ["Noto Sans", "Roboto", "Inter", "Liberation Sans"].map((f) => fontkit.openSync(file(`${f}:style=${weight}`)));
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e80, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2070, 0x208e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];
const pair = (v) =>
  Math.min(1295, Math.max(0, Math.round(v)))
    .toString(36)
    .padStart(2, "0");
const widest = (values, none) => Math.max(...(values.length === 0 ? [none] : values));

const advanceIn = (fonts, cp) =>
  widest(
    fonts
      .filter((f) => f.hasGlyphForCodePoint(cp))
      .map((f) => (f.glyphForCodePoint(cp).advanceWidth / f.unitsPerEm) * 1000),
    600,
  );

// Regular and bold of a character beside each other: characters that are as wide as each other are so in both, and files
// that are compressed hold each such pair once.
function table(...weights) {
  return RANGES.map(([a, b]) =>
    Array.from({ length: b - a + 1 }, (_, i) => weights.map((fonts) => pair(advanceIn(fonts, a + i))).join("")).join(
      "",
    ),
  );
}

// Arabic letters by joining form: isolated, final, initial, medial.
const ARABIC = [
  [0x620, 0x64a],
  [0x66e, 0x6d3],
  [0x6d5, 0x6d5],
];
function arabic(font) {
  const width = (text) => (font.layout(text).advanceWidth / font.unitsPerEm) * 1000;
  const TATWEEL = "\u0640";
  const t = width(TATWEEL);
  const forms = (cp) => {
    if (!font.hasGlyphForCodePoint(cp)) return [600, 600, 600, 600];
    const c = String.fromCodePoint(cp);
    return [width(c), width(TATWEEL + c) - t, width(c + TATWEEL) - t, width(TATWEEL + c + TATWEEL) - 2 * t];
  };
  return ARABIC.map(([a, b]) =>
    Array.from({ length: b - a + 1 }, (_, i) =>
      forms(a + i)
        .map(pair)
        .join(""),
    ).join(""),
  );
}

const list = (name, strings) =>
  `export const ${name}: readonly string[] = [\n${strings.map((s) => `  "${s}",`).join("\n")}\n];\n`;
writeFileSync(
  new URL("../../src/layout/text-advances.ts", import.meta.url),
  [
    "// Made by test/tools/make-advances.mjs: the widest advances of Noto Sans, Roboto, Inter and Liberation Sans, regular and then",
    "// bold of each character, and of Noto Sans Arabic by joining form (isolated, final, initial, medial); two base-36 digits a",
    "// value, in thousandths of an em.",
    `export const RANGES: readonly (readonly [number, number])[] = ${JSON.stringify(RANGES)};`,
    `export const ARABIC_RANGES: readonly (readonly [number, number])[] = ${JSON.stringify(ARABIC)};`,
    list("ADVANCES", table(faces("Regular"), faces("Bold"))) +
      list("ARABIC", arabic(fontkit.openSync(file("Noto Sans Arabic:style=Regular")))),
  ].join("\n"),
);
