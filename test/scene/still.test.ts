import { describe, expect, it } from "vitest";
import { locale as en } from "../../src/locale/en.js";
import { locale as fa } from "../../src/locale/fa.js";
import { locale as ru } from "../../src/locale/ru.js";
import { formatNumber } from "../../src/locale/phrases.js";
import { formatTime } from "../../src/locale/format-time.js";
import { ticks } from "../../src/layout/ticks.js";
import { textWidth } from "../../src/layout/text.js";
import { wrapText } from "../../src/layout/wrap.js";
import { arrange, draw, place, read, resolve, type TimelineData, type TimelineOptions } from "../../src/static.js";
import { contentOf } from "../tools/examples.mjs";
import type { PathCommand, SceneNode } from "../../src/scene/types.js";

const layoutOf = (data: TimelineData, options: TimelineOptions = {}) =>
  place(arrange(data, { width: 700, ...options }));
const flat = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.flatMap((n) => (n.type === "group" ? [n, ...flat(n.children)] : [n]));
const layer = (data: TimelineData, name: string, options: TimelineOptions = {}): SceneNode[] => {
  const found = draw(layoutOf(data, options)).nodes.find((n) => n.name === name);
  return found?.type === "group" ? flat(found.children) : [];
};
const font = { family: "Noto Sans", weight: 400, size: 11 };

describe("a still picture", () => {
  it("cuts off no word of what sources said", () => {
    const said = "more than a thousand people in the streets around the square and many more in the side streets";
    const data: TimelineData = {
      zone: "UTC",
      asOf: "2022-01-06",
      events: [
        { title: "Crowd", time: "2022-01-05T10:00", quantities: [{ measure: "people", said }] },
        { title: "Before all that", time: "2011-12-16", quantities: [{ measure: "killed", said }] },
      ],
    };
    for (const options of [
      { width: 82, unit: "mm" },
      { width: 360, orientation: "vertical" },
    ] as const) {
      const layout = layoutOf(data, { ...options, from: "2022-01-02", to: "2022-01-06" });
      const lines = layout.lanes.flatMap((l) => [
        ...l.items.flatMap((i) => i.way?.lines.map((x) => x.text) ?? []),
        ...l.flags.flatMap((f) => f.lines.map((x) => x.text)),
      ]);
      expect(lines.join(" ").split("side streets")).toHaveLength(3);
      expect(lines.join("")).not.toContain("…");
    }
  });
  it("says over its fullest column of counts how many that are", () => {
    const events = Array.from({ length: 300 }, (_, i) => ({
      title: `A title of some length ${i}`,
      time: new Date(Date.UTC(2022, 0, 1 + (i % 90))).toISOString().slice(0, 10),
    }));
    const layout = layoutOf({ zone: "UTC", events });
    const { density } = layout.lanes[0]!;
    const most = Math.max(...density!.bins.map((b) => b.count));
    expect(density!.peak!.count).toBe(most);
    const texts = layer({ zone: "UTC", events }, "events").flatMap((n) => (n.type === "text" ? [n.text] : []));
    expect(texts).toContain(String(most));
    // A live one says it when asked.
    expect(layoutOf({ zone: "UTC", events }, { zoomable: true }).lanes[0]!.density!.peak).toBeUndefined();
  });
  it("keeps no room for a wide line of dates over years", () => {
    const years: TimelineData = {
      zone: "UTC",
      events: [
        { title: "a", time: "1700" },
        { title: "b", time: "1900" },
      ],
    };
    const still = layoutOf(years);
    expect(still.ticks.major).toEqual([]);
    expect(still.tickLines.major).toBe(still.tickLines.top);
    expect(layoutOf(years, { zoomable: true }).tickLines.major).toBeGreaterThan(still.tickLines.top);
  });
  it("interrupts the lines of periods where words stand in their way", () => {
    const data: TimelineData = {
      zone: "UTC",
      events: [{ title: "A title that reaches far beyond the end of the period", time: "2022-01-10" }],
      periods: [{ title: "One", time: { start: "2022-01-03", end: "2022-01-13" } }],
    };
    const options = { from: "2022-01-01", to: "2022-01-31" };
    const item = layoutOf(data, options).lanes[0]!.items[0]!;
    const [top, bottom] = [item.y + item.way!.top, item.y + item.way!.top + item.way!.lines.at(-1)!.dy];
    const d = layer(data, "periods", options).flatMap((n) => (n.type === "path" ? [n.d] : [])) as PathCommand[][];
    const end = d.at(-1)!;
    expect(end.length).toBeGreaterThan(2);
    for (let i = 0; i < end.length; i += 2) {
      const [y0, y1] = [end[i]!, end[i + 1]!].map((c) => c[2] as number) as [number, number];
      expect(y1 <= top + 0.01 || y0 >= bottom).toBe(true);
    }
  });
  it("lets no arrow run through what is not yet known, where what it links is known", () => {
    const { data } = read(contentOf("kazakhstan-2022-01.json"), { filename: "story.json" });
    for (const width of [640, 760, 960, 1200]) {
      const layout = layoutOf(data, { width });
      expect(layout.links.length).toBeGreaterThan(1);
      for (const { points } of layout.links)
        for (const [x] of points) expect(x).toBeLessThanOrEqual(layout.cutoff! + 0.01);
    }
  });
});

describe("the legend", () => {
  const wordOf = (...times: string[]): string | undefined =>
    layoutOf(
      { zone: "UTC", events: times.map((time, i) => ({ title: `e${i}`, time })) },
      { from: "2020-01-01", to: "2023-12-31", width: 1400 },
    ).foot.legend.find((l) => l.mark === "bracket")?.text.text;
  it("says of brackets what they know: the month, the year, or neither alone", () => {
    const { phrases } = en.words;
    expect(wordOf("2021", "2022")).toBe(phrases.markYear);
    expect(wordOf("2021-03", "2022-05")).toBe(phrases.markMonth);
    expect(wordOf("2021", "2022-05")).toBe(phrases.markSpan);
  });
});

describe("sources", () => {
  it("are addresses without their scheme, beside the widest of their letters", () => {
    const events = Array.from({ length: 28 }, (_, i) => ({
      title: `e${i}`,
      time: "2022-01-05",
      sources: [`https://www.example.org/${i}/`],
    }));
    const { data } = { data: { zone: "UTC", events } as unknown as TimelineData };
    const { sources } = layoutOf(data).foot;
    expect(sources).toHaveLength(28);
    for (const { lines } of sources) {
      expect(lines.at(-1)!.text).toMatch(/^example\.org\/\d+$/);
      const [letter, name] = lines;
      expect(name!.x).toBeGreaterThan(letter!.x + textWidth(letter!.text, letter!.font));
    }
  });
});

describe("words of dates and numbers", () => {
  it("group four digits in English, as its newspapers do, and not in Russian", () => {
    expect([formatNumber(2000, en), formatNumber(20000, en), formatNumber(999, en)]).toEqual([
      "2,000",
      "20,000",
      "999",
    ]);
    expect(formatNumber(2000, ru)).toBe("2000");
    expect(fa.question).toBe("؟");
  });
  it("say once the day of two times of day", () => {
    const span = (time: string) => resolve({ zone: "UTC", events: [{ title: "x", time }] }).events[0]!.span;
    expect(formatTime(span("2022-01-05T16:45/2022-01-05T17:00"), { locale: en })).toMatch(
      /^5 January 2022, 16:45 – \d\d:\d\d$/,
    );
    expect(formatTime(span("[2022-01-05T16:45..2022-01-05T17:00]"), { locale: en })).not.toMatch(/2022.*2022/);
    expect(formatTime(span("[2022-01-05T16:45..2022-01-06T17:00]"), { locale: en })).toMatch(/2022.*2022/);
  });
  it("tick half months on the 1st and the 15th", () => {
    const set = ticks({
      from: Date.UTC(2024, 1, 1),
      to: Date.UTC(2024, 11, 31),
      width: 930,
      zone: "UTC",
      locale: en,
      measure: textWidth,
      font,
      majorFont: { ...font, size: 12, weight: 700 },
    });
    expect(new Set(set.minor.map((t) => t.label))).toEqual(new Set(["1", "15"]));
    expect(set.major.map((t) => t.label).slice(0, 2)).toEqual(["February 2024", "March"]);
  });
  it("cut before a sign of punctuation, not after it", () => {
    const { lines } = wrapText("put down; killed: dozens of people", {
      maxWidth: textWidth("put down; kil…", font),
      maxLines: 1,
      font,
      measure: textWidth,
    });
    expect(lines).toEqual(["put down…"]);
  });
});
