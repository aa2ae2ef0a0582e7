import { describe, expect, test } from "vitest";
import { STYLES } from "../../src/paint/style-sheet.js";
import { markNodes } from "../../src/scene/marks.js";
import { themes, type Theme } from "../../src/scene/theme.js";
import type { TextNode } from "../../src/scene/types.js";

/** Relative luminance (WCAG 2.2), of channels 0 to 255. */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const channels = (hex: string): number[] => {
  const long = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join("") : hex.slice(1);
  return [0, 2, 4].map((i) => parseInt(long.slice(i, i + 2), 16));
};
/** What is seen of a colour of some opacity before another. */
const over = (front: string, back: string, opacity = 1): number[] =>
  channels(front).map((v, i) => v * opacity + channels(back)[i]! * (1 - opacity));
function contrast(front: string, back: string, opacity = 1): number {
  const [a, b] = [luminance(over(front, back, opacity)), luminance(channels(back))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test("contrast is that of the standard", () => {
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
});

describe.each(Object.values(themes))("theme $name", (theme: Theme) => {
  const paper = theme.background === "none" ? "#ffffff" : theme.background;
  // Nights lie behind marks and labels, and a frame around what is selected is filled as they are.
  const grounds = { paper, night: theme.night };
  const tooLow = (fronts: Readonly<Record<string, string>>, backs: Readonly<Record<string, string>>, least: number) =>
    Object.entries(fronts).flatMap(([name, front]) =>
      Object.entries(backs)
        .map(([ground, back]) => `${name} on ${ground}: ${contrast(front, back).toFixed(2)}`)
        .filter((text) => Number(text.split(": ")[1]) < least),
    );

  test("text is read on all that it stands on: 4.5", () => {
    const { ink, muted, accent } = theme;
    // Labels may stand on the hatch of what is not yet known, whose lines are thin.
    expect(tooLow({ ink, muted, accent }, { ...grounds, hatch: theme.hatch }, 4.5)).toEqual([]);
  });
  test("marks, their outlines and links are seen: 3", () => {
    const { ink, link, other } = theme;
    const palette = Object.fromEntries(theme.palette.map((c, i) => [`colour ${i + 1}`, c]));
    expect(tooLow({ ink, link, other, ...palette }, grounds, 3)).toEqual([]);
  });
  test("a question mark in a mark is text", () => {
    const marks = [...theme.palette, theme.other].map((color) => {
      const nodes = markNodes(
        {
          form: "bar",
          x0: 0,
          x1: 90,
          c0: 0,
          c1: 90,
          start: "closed",
          end: "closed",
          approximate: false,
          uncertain: true,
        },
        0,
        { theme, color, kind: "circle", em: 12, hollow: false },
      );
      return nodes.find((n): n is TextNode => n.type === "text" && n.text === "?")!.fill ?? "";
    });
    expect(marks).toHaveLength(theme.palette.length + 1);
    expect(tooLow(Object.fromEntries(marks.map((m, i) => [`mark ${i + 1}`, m])), { paper }, 4.5)).toEqual([]);
  });
});

/** The value of a declaration in a rule of the page's style sheet, the first colour in it. */
const colorIn = (selector: string, property: string): string => {
  const start = STYLES.indexOf(`\n${selector} {`);
  const block = start < 0 ? "" : STYLES.slice(start).split("}")[0]!;
  const value = new RegExp(`[{;\\s]${property}: ([^;}]*)`).exec(block)?.[1] ?? "";
  const color = /#[0-9a-f]{3,6}\b/i.exec(value)?.[0];
  if (color === undefined) throw new Error(`${selector} has no ${property}`);
  return color;
};
const opacityOf = (selector: string): number =>
  Number(new RegExp(`${selector.replace(".", "\\.")} {[^}]*opacity: ([\\d.]+)`).exec(STYLES)?.[1]);

describe("the page around the picture", () => {
  const dark = '.datelines[data-scheme="dark"]';
  const pages = [
    { name: "light", paper: "#ffffff", ink: colorIn(".datelines", "color") },
    { name: "dark", paper: colorIn(dark, "background"), ink: colorIn(dark, "color") },
    { name: "light card", paper: colorIn(".datelines-card", "background"), ink: colorIn(".datelines-card", "color") },
    {
      name: "dark card",
      paper: colorIn(`${dark} .datelines-card`, "background"),
      ink: colorIn(`${dark} .datelines-card`, "color"),
    },
  ];
  test.each(pages)("$name: text, also where it is paler, and boxes to type in", ({ paper, ink }) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
    for (const selector of [".datelines-when", ".datelines-count"])
      expect(contrast(ink, paper, opacityOf(selector))).toBeGreaterThanOrEqual(4.5);
    const share = /input\[type="search"\][^}]*color-mix\(in srgb, currentColor (\d+)%/.exec(STYLES)?.[1];
    expect(contrast(ink, paper, Number(share) / 100)).toBeGreaterThanOrEqual(3);
  });
  test("the focus ring, the hint over the picture and the frame of an error", () => {
    expect(contrast(colorIn(".datelines :focus-visible", "outline"), "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(colorIn(`${dark} :focus-visible`, "outline-color"), pages[1]!.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colorIn(".datelines-error", "border"), "#ffffff")).toBeGreaterThanOrEqual(3);
    // 85 % of #141414 before white is the palest ground that the hint can have.
    expect(contrast("#ffffff", "#373737")).toBeGreaterThanOrEqual(4.5);
  });
});
