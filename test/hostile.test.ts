import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { report } from "../src/cli/report.js";
import { read, renderHTML, renderSVG, type TimelineData } from "../src/static.js";
// @ts-expect-error a plain script
import * as oracles from "./fuzz/oracles.mjs";

interface Cases {
  readonly markup: readonly string[];
  readonly css: readonly string[];
  readonly formula: readonly string[];
  readonly url: readonly { readonly written: string; readonly host: string | null }[];
  readonly date: readonly {
    readonly written?: string;
    readonly repeat?: [string, string, number];
    readonly code: string | null;
  }[];
  readonly number: readonly {
    readonly written: string;
    readonly code?: string;
    readonly low?: number | null;
    readonly high?: number | null;
  }[];
  readonly unicode: readonly { readonly written: string; readonly shown: string | null }[];
  readonly csv: readonly Whole[];
  readonly json: readonly Whole[];
}
interface Whole {
  readonly text: string;
  readonly events: number;
  readonly codes: readonly string[];
}
type Tree = readonly [string, readonly (readonly [string, string])[], readonly Tree[]];

const cases = JSON.parse(readFileSync(new URL("data/hostile.json", import.meta.url), "utf8")) as Cases;
type Oracle = (text: string) => string[];
const { faultsOfHtml, faultsOfSvg, faultsOfTerminal } = oracles as Record<
  "faultsOfHtml" | "faultsOfSvg" | "faultsOfTerminal",
  Oracle
>;
const tree = (oracles as { tree: (markup: string, type: string) => Tree }).tree;

/** A document that says `value` wherever a document can say something. */
const sayingEverywhere = (value: string): TimelineData => ({
  title: value,
  description: value,
  credit: value,
  zone: "UTC",
  asOf: "2022-01-09T12:00Z",
  places: [{ id: "p", name: value }],
  sources: [{ id: "s", name: value }],
  categories: [{ id: "c", name: value }],
  lanes: [{ id: "l", name: value }],
  events: [
    {
      id: "a",
      title: value,
      summary: value,
      printTitle: value,
      time: { start: "2022-01-03", end: "2022-01-05", said: value },
      places: ["p", value],
      lanes: ["l", value],
      category: "c",
      actors: [value],
      quantities: [{ measure: value, said: value, unit: value }],
      claims: [{ path: ["s", [value, "b"]], text: value }],
      links: [{ type: value, to: "b" }],
      note: value,
      deskNote: value,
      extra: { own: value },
    },
    { id: "a", title: value, time: "2022-01-04", knownFrom: "2022-01-06T12:00Z", change: "correction", note: value },
    { id: "b", title: "Plain", time: "2022-01-06", category: value, lanes: ["l"] },
  ],
});

/** As wide whatever is in it, so that only what is read as markup could change the structure. */
const options = { measureText: (text: string, font: { size: number }) => text.length * font.size * 0.5 };
const outputs = [
  ["SVG", renderSVG, "image/svg+xml"],
  ["HTML", renderHTML, "text/html"],
] as const;

/** The same length and the same places to break, without a character that means anything to a parser. */
const harmless = (text: string): string => text.replace(/[<>&"'`=]/g, "x");
const harmlessTree = ([name, attributes, children]: Tree): unknown =>
  typeof name === "string"
    ? [name, attributes.map(([k, v]) => [k, harmless(v)]), children.map(harmlessTree)]
    : [name, harmless(attributes as unknown as string)];

describe.each(outputs)("%s with markup for words", (_, render, type) => {
  it.each([...cases.markup, ...cases.css, ...cases.formula])("takes %j for words", (value) => {
    const hostile = render(sayingEverywhere(value), { ...options, title: value, subtitle: value, credit: value });
    const plain = harmless(value);
    const calm = render(sayingEverywhere(plain), { ...options, title: plain, subtitle: plain, credit: plain });
    expect(harmlessTree(tree(hostile, type))).toEqual(harmlessTree(tree(calm, type)));
    expect((type === "text/html" ? faultsOfHtml : faultsOfSvg)(hostile)).toEqual([]);
  });
  it.each([...cases.markup, ...cases.css])("shows %j as it was written", (value) => {
    const text = value.replace(/\s+/g, " ").trim();
    const strings = JSON.stringify(tree(render(sayingEverywhere(value), options), type));
    expect(strings).toContain(JSON.stringify(text).slice(1, -1));
  });
});

describe("lanes and colours by a field of the data", () => {
  it.each([...cases.markup, ...cases.unicode.map((u) => u.written)])("takes %j for words", (value) => {
    for (const by of ["actor", "place", { field: "own" }] as const) {
      const svg = renderSVG(sayingEverywhere(value), { laneBy: by, colorBy: by });
      expect(faultsOfSvg(svg)).toEqual([]);
      expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });
});

const event = (rest: object): TimelineData =>
  ({
    events: [
      { id: "good", title: "Good", time: "2022-01-01" },
      { id: "a", title: "A", time: "2022-01-05", ...rest },
    ],
  }) as TimelineData;
const codesOf = (data: TimelineData): string[] =>
  read(JSON.stringify(data), { format: "json" }).problems.map((p) => p.code);
const hrefs = (html: string): [string, string][] =>
  [...html.matchAll(/<a href="([^"]*)" rel="noopener noreferrer">([^<]*)<\/a>/g)].map((m) => [m[1]!, m[2]!]);

describe("addresses", () => {
  it.each(cases.url)("$written", ({ written, host }) => {
    for (const data of [
      event({ urls: [written] }),
      event({ claims: [{ path: ["s"], url: written }] }),
      read(`title,time,source,source_url\nA,2022-01-05,s,"${written.replaceAll('"', '""')}"`, { format: "csv" }).data,
    ]) {
      const html = renderHTML(data);
      expect(faultsOfHtml(html)).toEqual([]);
      expect(hrefs(html).map(([, said]) => said)).toEqual(host === null ? [] : [host]);
      expect(renderSVG(data)).not.toContain("href");
    }
    expect(codesOf(event({ urls: [written], media: [] }))).toEqual(host === null ? ["E-URL"] : []);
  });
  it("loads media over https only", () => {
    const media = (url: string): string[] => codesOf(event({ media: [{ url, alt: "A" }] }));
    expect(media("https://example.org/a.jpg")).toEqual([]);
    for (const url of ["http://example.org/a.jpg", "mailto:a@example.org", "data:image/png;base64,AA", "a.jpg"])
      expect(media(url)).toEqual(["E-URL"]);
  });
});

describe("dates", () => {
  it.each(cases.date)("$written $repeat", ({ written, repeat, code }) => {
    const text = written ?? repeat![0] + repeat![1].repeat(repeat![2]);
    for (const time of [text, { at: text }, { start: text }, { end: text, start: "-1000" }]) {
      const data = event({ time });
      const asEnd = typeof time === "object" && "end" in time;
      const expected = !asEnd ? code : text.trim() === "" ? null : code === "E-DATE-ORDER" ? "E-DATE-FORMAT" : code;
      expect(codesOf(data), JSON.stringify(time).slice(0, 60)).toEqual(expected === null ? [] : [expected]);
      const svg = renderSVG(data);
      expect(faultsOfSvg(svg)).toEqual([]);
      expect(svg).toContain('data-event="good"');
    }
  });
});

describe("quantities", () => {
  it.each(cases.number)("$written", ({ written, code, low = null, high = null }) => {
    const { data, problems } = read(`title,time,quantity:killed\nGood,2022-01-01,1\nA,2022-01-05,"${written}"`);
    expect(data.events).toHaveLength(2);
    if (code === undefined) {
      expect(problems).toEqual([]);
      expect(data.events[1]!.quantities).toMatchObject([{ low, high }]);
    } else expect(problems).toMatchObject([{ code, row: 3, column: "quantity:killed" }]);
    expect(faultsOfSvg(renderSVG(data))).toEqual([]);
  });
  it("keeps what is out of order, and says so", () => {
    expect(codesOf(event({ quantities: [{ low: 5, high: 3 }] }))).toEqual(["W-NUMBER-ORDER"]);
    const parts = [
      { measure: "injured", low: 300, high: 300 },
      { measure: "in hospital", low: 400, high: 400, partOf: "injured" },
    ];
    expect(codesOf(event({ quantities: parts }))).toEqual(["W-NUMBER-PART"]);
  });
});

describe("characters", () => {
  it.each(cases.unicode)("$written", ({ written, shown }) => {
    const data = sayingEverywhere(written);
    const [svg, html] = [renderSVG(data), renderHTML(data)];
    expect(faultsOfSvg(svg)).toEqual([]);
    expect(faultsOfHtml(html)).toEqual([]);
    if (shown !== null) for (const text of [svg, html]) expect(text).toContain(shown);
    const { data: table } = read(`title,time\n"${written}",2022-01-05`, { format: "csv" });
    if (shown !== null) expect(table.events[0]!.title).toBe(shown);
  });
});

describe("whole files", () => {
  const files = [...cases.csv.map((c) => ["csv", c] as const), ...cases.json.map((c) => ["json", c] as const)];
  it.each(files)("%s %j", (format, { text, events, codes }) => {
    const { data, problems } = read(text, { format });
    expect(problems.map((p) => p.code).filter((c) => c !== "W-COLUMN-UNKNOWN")).toEqual(codes);
    const svg = renderSVG(data);
    expect(new Set([...svg.matchAll(/ data-event="([^"]*)"/g)].map((m) => m[1])).size).toBe(events);
    expect(faultsOfSvg(svg)).toEqual([]);
    expect(faultsOfHtml(renderHTML(data))).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["hit"]).toBeUndefined();
  });
});

describe("what goes to a terminal", () => {
  const words = [
    ...cases.markup,
    ...cases.unicode.map((u) => u.written),
    "\u001b]0;title\u0007",
    "\u009b31m",
    "\r\n::error::x",
  ];
  it.each(words)("%j", (value) => {
    const cell = `"${value.replaceAll('"', '""')}"`;
    const table = `title,time,importance,url,status,quantity:n,${cell}\nA,${cell},,,,,\nB,2022,${cell},${cell},${cell},${cell},1`;
    const document = JSON.stringify({
      zone: value,
      events: [
        { title: "A", time: value, [value]: 1 },
        { id: value, title: 5 },
      ],
    });
    const problems = [
      ...read(table, { format: "csv", zone: value, columns: { note: value } }).problems,
      ...read(document, { format: "json" }).problems,
      ...read(value, { format: "json" }).problems,
    ];
    expect(problems.length).toBeGreaterThan(4);
    for (const format of ["text", "json", "github"]) {
      let written = "";
      const one = { file: `${value}.csv`, problems };
      report(one, [one], { format }, { write: (text) => (written += text) });
      expect(faultsOfTerminal(written)).toEqual([]);
      if (format === "json") expect(JSON.parse(written)).toHaveLength(2 * problems.length);
      else expect(written.trimEnd().split("\n")).toHaveLength(2 * problems.length);
    }
  });
});

describe("limits", () => {
  const at = (time: string | number, i = 0): object => ({ id: `e${i}`, title: `Event ${i}`, time });
  it.each<[string, object[], object]>([
    ["no event", [], {}],
    ["one event", [at("2022-01-05")], {}],
    ["two events a millisecond apart", [at(0, 1), at(1, 2)], {}],
    ["1500 and 2022", [at("1500", 1), at("2022", 2)], {}],
    ["the beginning of the world and today", [at("Y-13800000000", 1), at("2022-01-05T12:00", 2)], {}],
    ["the end of time", [at("Y13000000000", 1)], {}],
    ["500 at one instant", Array.from({ length: 500 }, (_, i) => at("2022-01-05T12:00Z", i)), {}],
    ["a width of nothing", [at("2022-01-05")], { width: 0 }],
    ["a width of 1 px", [at("2022-01-05")], { width: 1, height: 1 }],
    ["a width that is none", [at("2022-01-05")], { width: NaN, height: Infinity }],
    ["a width below nothing", [at("2022-01-05")], { width: -5 }],
    ["a window of nothing", [at("2022-01-05")], { from: "2022-01-05T12:00", to: "2022-01-05T12:00" }],
    ["a window far away", [at("2022-01-05")], { from: "-5000", to: "-4000" }],
    ["a million letters in one word", [{ ...at("2022"), title: "я".repeat(1e6), summary: "x".repeat(1e6) }], {}],
    ["a million marks on one letter", [{ ...at("2022"), title: `a${"\u0301".repeat(1e6)}` }], {}],
    ["a million joiners", [{ ...at("2022"), title: "👩\u200d".repeat(1e6 / 3) }], {}],
    ["a title of spaces", [{ ...at("2022"), title: " ".repeat(1e4) }, at("2022", 2)], {}],
  ])("%s", (_, events, options) => {
    const data = Object.freeze({ events: Object.freeze(events) }) as unknown as TimelineData;
    const svg = renderSVG(data, options);
    expect(faultsOfSvg(svg)).toEqual([]);
    expect(faultsOfHtml(renderHTML(data, options))).toEqual([]);
    expect(svg.length).toBeLessThan(2e6);
  });
  it("tells of a text that it cuts, wherever it stands", () => {
    const long = "я".repeat(1e6);
    expect(codesOf(event({ title: long }))).toEqual(["W-TEXT-LONG"]);
    expect(codesOf(event({ places: [long] }))).toEqual(["W-TEXT-LONG"]);
    expect(read(`title,time\n${long},2022`).problems).toMatchObject([{ code: "W-TEXT-LONG", row: 2, column: "title" }]);
  });
  it("cuts no character in two", () => {
    for (const unit of ["👩‍👩‍👧‍👦", "🇰🇿", "e\u0301\u0323", "👍🏽"]) {
      const { data } = read(`title,time\n${unit.repeat(3000)},2022`);
      const title = data.events[0]!.title as string;
      expect(title.replaceAll(unit.normalize("NFC"), "")).toBe("");
      expect(title.length).toBeGreaterThan(1900);
      const labels = renderSVG(data, { width: 400 });
      expect(labels).not.toMatch(/\u200d…|[\ud800-\udbff]…/);
    }
  });
  it("reads nothing that is nested beyond reason", () => {
    for (const text of ["[".repeat(1e5), '{"a":'.repeat(1e5), `{"events":${"[".repeat(1e5)}${"]".repeat(1e5)}}`])
      expect(read(text, { format: "json" }).problems.map((p) => p.code)).toEqual(["E-JSON-DEPTH"]);
  });
});
