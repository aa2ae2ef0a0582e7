import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelLine } from "../../src/layout/block.js";
import { cutLines } from "../../src/layout/label-cut.js";
import { textWidth } from "../../src/layout/text.js";

const font = { family: "Noto Sans", weight: 400, size: 12 };
const line = (text: string): LabelLine => ({ text, font, role: "title", dy: 10 });
const width = (text: string): number => textWidth(text, font);
const cut = (text: string, room: number, side: "start" | "end"): string | null =>
  cutLines([line(text)], room, side, textWidth)?.[0]?.text ?? null;

/** Every number of words and then of characters, from the most to the fewest. */
function naive(text: string, room: number, side: "start" | "end"): string | null {
  if (width(text) <= room) return text;
  const words = text.split(" ");
  const letters = Array.from(text);
  const parts: string[] = [];
  for (let n = words.length - 1; n > 0; n--)
    parts.push(side === "end" ? `${words.slice(0, n).join(" ")}…` : `…${words.slice(-n).join(" ")}`);
  for (let n = letters.length - 1; n > 0; n--)
    parts.push(
      side === "end" ? `${letters.slice(0, n).join("").trimEnd()}…` : `…${letters.slice(-n).join("").trimStart()}`,
    );
  return parts.find((part) => width(part) <= room) ?? null;
}

describe("a label that leaves the picture", () => {
  it("is cut between words, inside of one only where no whole one would be left", () => {
    expect(cut("market checkpoint civilians", width("market checkpoint c…"), "end")).toBe("market checkpoint…");
    expect(cut("market checkpoint civilians", width("…et checkpoint civilians"), "start")).toBe(
      "…checkpoint civilians",
    );
    expect(cut("market checkpoint civilians", width("mar…"), "end")).toBe("mar…");
    expect(cut("市场检查站", width("市场…"), "end")).toBe("市场…");
    expect(cut("market", width("…"), "end")).toBeNull();
  });
  it("says as much as fits, as trying all does", () => {
    const text = fc
      .array(fc.stringMatching(/^[a-zА-я😀]{1,7}$/u), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(
        text,
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.constantFrom("start", "end"),
        (t, room, side) => {
          expect(cut(t, room, side)).toBe(naive(t, room, side));
        },
      ),
      { numRuns: 400 },
    );
  });
});
