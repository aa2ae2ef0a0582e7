import { expect, test } from "vitest";
import { newsAt } from "../../src/model/news.js";
import { describe as describeText, renderHTML, renderSVG } from "../../src/static.js";
import { available } from "../../src/locale/all.js";
import type { TimelineData } from "../../src/model/types.js";

const [one, two, three] = ["2022-01-06T10:00Z", "2022-01-06T11:00Z", "2022-01-06T12:00Z"];
const data: TimelineData = {
  zone: "UTC",
  events: [
    { id: "old", title: "Always known", time: "2022-01-04" },
    { id: "count", title: "Arrests", time: "2022-01-05" },
    { id: "count", title: "More arrests", time: "2022-01-05", knownFrom: one },
    { id: "late", title: "Curfew", time: "2022-01-05", knownFrom: two },
    { id: "wrong", title: "A wrong report", time: "2022-01-05", knownFrom: one },
    { id: "wrong", title: "", time: "2022-01-05", knownFrom: two, change: "retraction" },
    { id: "count", title: "Fewer arrests", time: "2022-01-05", knownFrom: three, change: "correction" },
  ],
};
const at = (text: string) => {
  const news = newsAt(data, Date.parse(text));
  return news === null ? null : [Object.fromEntries(news.events), news.withdrawn];
};

test("the news of a moment are those of the last change up to it", () => {
  expect(at("2022-01-06T09:00Z")).toBe(null);
  expect(at(one)).toEqual([{ count: "changed", wrong: "new" }, 0]);
  expect(at("2022-01-06T10:30Z")).toEqual(at(one));
  expect(at(two)).toEqual([{ late: "new" }, 1]);
  expect(at(three)).toEqual([{ count: "changed" }, 0]);
});

test("a story that begins with its first versions has no news then, and one told once never has", () => {
  const first: TimelineData = { zone: "UTC", events: [{ id: "a", title: "A", time: "2022-01-05", knownFrom: one }] };
  expect(newsAt(first, Date.parse(two))).toBe(null);
  expect(newsAt({ events: [{ id: "a", title: "A", time: "2022-01-05" }] }, Date.parse(two))).toBe(null);
});

const ring = (svg: string): number =>
  (svg.match(/stroke="#000000" stroke-width="0.9"(?: stroke-dasharray)?/g) ?? []).length;

test("pictures mark what is new and what changed by a ring and a word, and count what was withdrawn without its text", () => {
  const svg = renderSVG(data, { asKnownAt: two });
  expect(svg).toContain(">new<");
  expect(svg).toContain(">withdrawn: 1 event<");
  expect(svg).not.toContain("A wrong report");
  expect(svg).not.toContain(">changed<");
  const changed = renderSVG(data, { asKnownAt: one });
  expect(changed).toContain(">changed<");
  expect(changed).toContain(">new<");
  // On paper with one ink too: rings are ink, and a dashed one stands for a change.
  const mono = renderSVG(data, { asKnownAt: one, theme: "mono", unit: "mm", width: 180 });
  expect(ring(mono)).toBeGreaterThanOrEqual(4);
  expect(ring(mono)).toBeGreaterThan(ring(renderSVG(data, { theme: "mono", unit: "mm", width: 180 })));
});

test("the latest picture has none: there updates are told by their time", () => {
  const svg = renderSVG(data, {});
  expect(svg).not.toContain(">new<");
  expect(svg).toContain("corrected 12:00");
});

test("names, lists and columns say it, in every language", () => {
  for (const locale of available) {
    const { newsNew, newsChanged } = locale.words.phrases;
    const html = renderHTML(data, { asKnownAt: one, locale });
    const names = [...html.matchAll(/aria-label="([^"]*)"/g)].map((m) => m[1]!);
    expect(names.some((name) => name.includes(newsChanged))).toBe(true);
    expect(html.split("<details")[1]).toContain(newsNew);
    expect(renderSVG(data, { asKnownAt: one, locale, orientation: "vertical", width: 400 })).toContain(newsChanged);
  }
  expect(describeText(data, { asKnownAt: one })).toContain("events");
});
