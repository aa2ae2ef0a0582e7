import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, type Font } from "../../src/layout/text.js";
import { wrapText } from "../../src/layout/wrap.js";

const font: Font = { family: "Noto Sans", weight: 400, size: 10 };
const unit = (text: string): number => text.length;

describe("textWidth", () => {
  it("knows wide from narrow, bold from regular, and scales", () => {
    expect(textWidth("W", font)).toBeGreaterThan(2 * textWidth("i", font));
    expect(textWidth("Order", { ...font, weight: 700 })).toBeGreaterThan(textWidth("Order", font));
    expect(textWidth("abc", { ...font, size: 20 })).toBeCloseTo(2 * textWidth("abc", font));
    expect(textWidth("abc", { ...font, family: "Comic Sans" })).toBeGreaterThan(textWidth("abc", font));
  });
  it("gives no width to what has none", () => {
    for (const c of ["\u0301", "\u200b", "\u200f", "\u2067", "\ufe0f", "\u064b"])
      expect(textWidth(`a${c}`, font), c.codePointAt(0)!.toString(16)).toBe(textWidth("a", font));
  });
  it("joins Arabic letters", () => {
    const apart = [..."سلام"].map((c) => textWidth(c, font)).reduce((a, b) => a + b);
    expect(textWidth("سلام", font)).toBeLessThan(apart * 0.85);
  });
  it("is additive for scripts that do not join, and never NaN", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abcЖҚΩ 中1—") }),
        fc.string({ unit: fc.constantFrom(..."xyzшіө") }),
        (a, b) => Math.abs(textWidth(a + b, font) - textWidth(a, font) - textWidth(b, font)) < 1e-6,
      ),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (s) => Number.isFinite(textWidth(s, font))));
  });
});

/** All ways to break words into lines, naively: the fewest lines that fit, and of those the least width. */
function oracle(words: readonly string[], max: number): { lines: number; width: number } | null {
  let best: { lines: number; width: number } | null = null;
  for (let mask = 0; mask < 1 << Math.max(0, words.length - 1); mask++) {
    const lines: string[] = [words[0]!];
    for (let i = 1; i < words.length; i++) {
      if (mask & (1 << (i - 1))) lines.push(words[i]!);
      else lines[lines.length - 1] += ` ${words[i]!}`;
    }
    const width = Math.max(...lines.map(unit));
    if (width > max) continue;
    if (best === null || lines.length < best.lines || (lines.length === best.lines && width < best.width))
      best = { lines: lines.length, width };
  }
  return best;
}

/** The lines of greedy breaking. */
const greedy = (words: readonly string[], limit: number): string[] =>
  words.slice(1).reduce<string[]>(
    (lines, w) => {
      const longer = `${lines.at(-1)!} ${w}`;
      return unit(longer) > limit ? [...lines, w] : [...lines.slice(0, -1), longer];
    },
    [words[0]!],
  );

/** Greedy breaking at the least limit that seven bisections find for the fewest lines. */
function bisected(words: readonly string[], max: number): string[] {
  const whole = unit(words.join(" "));
  if (whole <= max) return [words.join(" ")];
  const fewest = greedy(words, max).length;
  let lo = Math.max(...words.map(unit), whole / fewest - 1);
  let hi = max;
  for (let i = 0; i < 7 && hi - lo > 1; i++) {
    const mid = (lo + hi) / 2;
    if (greedy(words, mid).length <= fewest) hi = mid;
    else lo = mid;
  }
  return greedy(words, hi);
}

describe("wrapText", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 7 });
  it("breaks into the fewest lines, and those as even as can be", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 7, max: 30 }),
        (words, maxWidth) => {
          const text = words.join(" ");
          const set = wrapText(text, { maxWidth, maxLines: 20, font, measure: unit });
          const best = oracle(words, maxWidth)!;
          expect(set.truncated).toBe(false);
          expect(set.lines.join(" ")).toBe(text);
          expect(set.lines.length).toBe(best.lines);
          // Bisection stops within a unit of the least width.
          expect(set.width).toBeLessThanOrEqual(best.width + 1);
        },
      ),
    );
  });
  it("breaks as bisection over all words does", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 7, max: 40 }),
        (words, maxWidth) => {
          const set = wrapText(words.join(" "), { maxWidth, maxLines: 20, font, measure: unit });
          expect(set.lines).toEqual(bisected(words, maxWidth));
        },
      ),
    );
  });
  it("never exceeds the width, and marks what it leaves out", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (text, maxWidth, maxLines) => {
          const set = wrapText(text, { maxWidth, maxLines, font, measure: unit });
          expect(set.lines.length).toBeLessThanOrEqual(Math.max(1, maxLines));
          for (const line of set.lines) expect(unit(line)).toBeLessThanOrEqual(maxWidth);
          if (set.truncated) expect(set.lines.join("")).toContain("…");
        },
      ),
    );
  });
  it("ends a line after a hyphen only with three letters on both sides", () => {
    const linesOf = (text: string, maxWidth: number): readonly string[] =>
      wrapText(text, { maxWidth, maxLines: 3, font, measure: unit }).lines;
    expect(linesOf("allied al-Qaida", 11)).toEqual(["allied", "al-Qaida"]);
    expect(linesOf("fighters MQM-H", 13)).toEqual(["fighters", "MQM-H"]);
    expect(linesOf("anti-government protest", 16)).toEqual(["anti-government", "protest"]);
    expect(linesOf("the anti-government", 12)).toEqual(["the anti-", "government"]);
  });
  it("keeps a dash between spaces at a line's end, and its spaces", () => {
    expect(wrapText("Syria - insurgents", { maxWidth: 17, maxLines: 3, font, measure: unit }).lines).toEqual([
      "Syria -",
      "insurgents",
    ]);
    expect(wrapText("Syria - insurgents", { maxWidth: 18, maxLines: 3, font, measure: unit }).lines).toEqual([
      "Syria - insurgents",
    ]);
  });
  it("breaks where the editor says, keeps no-break spaces, and breaks ideographs anywhere", () => {
    expect(
      wrapText("one two three four", { maxWidth: 99, maxLines: 3, font, measure: unit, breaks: [1, 3] }).lines,
    ).toEqual(["one", "two three", "four"]);
    expect(wrapText("aa\u00a0bb cc", { maxWidth: 5, maxLines: 3, font, measure: unit }).lines).toEqual([
      "aa\u00a0bb",
      "cc",
    ]);
    expect(wrapText("東京都知事選挙", { maxWidth: 4, maxLines: 3, font, measure: unit }).lines).toEqual([
      "東京都知",
      "事選挙",
    ]);
  });
});
