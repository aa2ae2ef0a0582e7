import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { timeline, type ChartOptions } from "../../src/index.js";
import { renderHTML, type TimelineData, type TimelineEvent } from "../../src/static.js";
import { locale as kk } from "../../src/locale/kk.js";

const story = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../examples/kazakhstan-2022-01.json"), "utf8"),
) as TimelineData;

/** A server's figure, in the page. */
function served(html: string): HTMLElement {
  const place = document.createElement("div");
  place.innerHTML = html;
  document.body.append(place);
  return place.querySelector("figure")!;
}

it.each<[string, TimelineData | readonly TimelineEvent[], ChartOptions]>([
  ["a document", story, {}],
  ["an array of events with versions", story.events, { zone: "Asia/Almaty" }],
  ["another language", story, { locale: kk }],
  ["words of one's own", story, { words: { ui: { known: "Then and now", knownLatest: "now" } } }],
  ["a moment before the last", story, { asKnownAt: "2022-01-06T12:00Z" }],
])(
  "a server says of %s what was known when, with the words and in the place of the live one",
  async (_, data, options) => {
    const { asKnownAt, locale, words, zone } = options;
    const figure = served(renderHTML(data, { asKnownAt, locale, words, zone, width: 960 }));
    const bar = figure.querySelector<HTMLElement>(".datelines-known")!;
    const output = bar.querySelector("output")!;
    const [label, sentence, slots] = [bar.firstElementChild!.textContent, output.textContent, bar.children.length];
    expect(sentence).not.toBe("");
    const chart = timeline(data, { ...options, hydrate: figure });
    await chart.ready;
    expect(figure.querySelector(".datelines-known")).toBe(bar);
    expect(bar.querySelector("output")).toBe(output);
    expect([bar.firstElementChild!.textContent, output.textContent, bar.children.length]).toEqual([
      label,
      sentence,
      slots,
    ]);
    expect(bar.querySelectorAll("button").length).toBe(2);
    expect(bar.querySelector("[aria-hidden]:not(svg)")).toBe(null);
    chart.destroy();
  },
);

it("a story told once has no such bar, from a server or live", async () => {
  const events = [{ title: "A", time: "2022-01-05" }];
  const figure = served(renderHTML(events));
  expect(figure.querySelector(".datelines-known")).toBe(null);
  const chart = timeline(events, { hydrate: figure });
  await chart.ready;
  expect(figure.querySelector(".datelines-known:not([hidden])")).toBe(null);
  chart.destroy();
});
