import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, type Font } from "../../src/layout/text.js";

const font: Font = { family: "Noto Sans", weight: 400, size: 10 };

describe("textWidth", () => {
  it("knows wide from narrow, bold from regular, and scales", () => {
    expect(textWidth("W", font)).toBeGreaterThan(2 * textWidth("i", font));
    expect(textWidth("Order", { ...font, weight: 700 })).toBeGreaterThan(textWidth("Order", font));
    expect(textWidth("abc", { ...font, size: 20 })).toBeCloseTo(2 * textWidth("abc", font));
    expect(textWidth("abc", { ...font, family: "Comic Sans" })).toBeGreaterThan(textWidth("abc", font));
  });
  it("gives no width to what has none", () => {
    for (const c of [
      "\u0301",
      "\u200b",
      "\u200f",
      "\u2067",
      "\ufe0f",
      "\u064b",
      "\u0e35",
      "\u0ecd",
      "\u17bb",
      "\u102d",
    ])
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
