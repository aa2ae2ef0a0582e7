import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveTime } from "../../src/model/time.js";
import { resolve } from "../../src/model/resolve.js";
import type { LayoutHints, TimelineData, TimelineEvent, TimeInput } from "../../src/model/types.js";
import { guarded, unguarded } from "../../src/read/guard.js";
import { read, type ReadOptions } from "../../src/read/read.js";
import { lostInCSV, toCSV } from "../../src/write/csv.js";

const csv = (text: string, options: ReadOptions = {}): ReturnType<typeof read> =>
  read(text, { format: "csv", ...options });
const example = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");

/** Events as a table holds them: the order of measures is that of its columns. */
const comparable = (events: readonly TimelineEvent[]): unknown[] =>
  events.map((e) => ({
    ...e,
    quantities: e.quantities && [...e.quantities].sort((a, b) => (String(a.measure) < String(b.measure) ? -1 : 1)),
  }));

/** Text of what breaks tables: delimiters, quotes, line breaks, signs of formulas, other scripts. */
const nasty = fc.string({
  unit: fc.constantFrom(
    "a",
    "Б",
    "é",
    " ",
    "=",
    "+",
    "-",
    "@",
    "'",
    '"',
    ",",
    "\t",
    "\n",
    "\r",
    "|",
    ":",
    "<",
    "＝",
    "5",
    "\u{1f300}",
  ),
  maxLength: 8,
});
const cellOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  title: nasty.filter((s) => s.trim() !== ""),
  start: fc.constantFrom(
    "2022-01-05",
    "2022-01-05T18:50",
    "2022-01",
    "-0043-03-15",
    "[..2022-01-05]",
    "199X",
    "2022-01-05~",
    "2022-01-03/2022-01-06",
    "06.01.2022",
  ),
  end: fc.constantFrom("", "", "..", "2022-01-05", "2022-02", "[2022-02-01..2022-02-03]"),
  importance: fc.constantFrom("", "1", "5"),
  place: fc.constantFrom("", "Aktau", "Almaty", "Aktau; Almaty", ";", "West"),
  region: fc.constantFrom("", "West", "East"),
  lane: fc.constantFrom("", "one; two", "=one"),
  source: fc.constantFrom("", "A > B | C; D", "=A"),
  source_url: fc.constantFrom("", "https://a.example/", "; https://a.example/", "javascript:x; https://b.example/"),
  url: fc.constantFrom("", "https://a.example/; https://b.example/"),
  link: fc.constantFrom("", "causes:x; y"),
  "quantity:killed": fc.constantFrom("", "dozens", "62", "a crowd", "+5"),
  "quantity:injured": fc.constantFrom("", "more than 2,000"),
};
const columns = [
  ...[
    "title",
    "start",
    "end",
    "zone",
    "said",
    "place",
    "region",
    "lane",
    "category",
    "actors",
    "importance",
    "summary",
  ],
  ...["source", "source_url", "url", "link", "note", "desk_note", "quantity:killed", "quantity:injured"],
  ...["Date", "Headline", "=own", "my, own", "Title "],
];
const quote = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;
const tables = fc
  .array(fc.tuple(...columns.map((c) => cellOf[c] ?? (c === "zone" ? fc.constantFrom("", "Asia/Almaty") : nasty))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => [columns, ...rows].map((cells) => cells.map(quote).join(",")).join("\n"));

describe("CSV", () => {
  it("gives back what a table said", () => {
    fc.assert(
      fc.property(tables, (text) => {
        const first = csv(text).data;
        fc.pre(first.events.length > 0);
        const again = csv(toCSV(first));
        expect(comparable(again.data.events)).toEqual(comparable(first.events));
        expect(lostInCSV(first)).toEqual([]);
        expect(toCSV(again.data)).toBe(toCSV(first));
      }),
      { numRuns: 500 },
    );
  });

  it.each(["kazakhstan-2022-01.csv", "vikings.csv", "bids-standard.csv", "ucdp-conflict.csv", "monarchs.csv"])(
    "gives back %s, places and all",
    (name) => {
      const first = csv(example(name)).data;
      const again = csv(toCSV(first)).data;
      expect(first.events.length).toBeGreaterThan(5);
      expect(comparable(again.events)).toEqual(comparable(first.events));
      expect(again.places).toEqual(first.places);
      expect(lostInCSV(first)).toEqual([]);
    },
  );

  it("holds versions, with what they remove", () => {
    const text =
      "id,title,start,lane,url,link,known_from,change\na,A,2022,West,https://a.example/,causes:b,,\na,,,-,-,-,2022-01-06T13:50+01:00,update\nb,B,2022,,,,,";
    const first = csv(text).data;
    expect(first.events[1]).toMatchObject({ lanes: null, urls: null, links: null });
    expect(csv(toCSV(first))).toEqual(csv(text));
  });

  it("writes only the columns that are used", () => {
    expect(toCSV([{ title: "A", time: "2022-01-05" }])).toBe("title,start\r\nA,2022-01-05\r\n");
  });

  it.each<[string, string]>([
    ["=1+1", "'=1+1"],
    ["-0043-03-15", "'-0043-03-15"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["-3", "-3"],
    ["+2.5", "+2.5"],
    ["-", "-"],
    ["'quoted'", "'quoted'"],
    ["a=1", "a=1"],
  ])("guards %s as %s", (text, cell) => {
    expect(guarded(text)).toBe(cell);
    expect(unguarded(cell)).toBe(text);
  });
  it("guards reversibly, and lets no formula through", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).toMatch(/^(?![=+\-@\t\r\n＝])|^[+-]?\d+$|^-$/);
      }),
    );
  });
  it("guards cells and headers of the file", () => {
    const text = toCSV([{ title: '=HYPERLINK("x")', time: "2022", extra: { "=evil": "+1+1" } }]);
    expect(text).toBe('title,start,\'=evil\r\n"\'=HYPERLINK(""x"")",2022,\'+1+1\r\n');
  });
});

describe("documents", () => {
  const back = (data: TimelineData): TimelineEvent => csv(toCSV(data)).data.events[0]!;

  it.each<[string, TimeInput]>([
    ["epoch milliseconds", Date.UTC(2022, 0, 5, 18, 50)],
    ["a Date", new Date(Date.UTC(-43, 2, 15))],
    ["an extent of one day", { start: "2022-01-05", end: "2022-01-05" }],
    ["an extent of one moment", { start: "2022-01-05T18:50", end: "2022-01-05T18:50" }],
    ["an unknown start", { end: "2022-01-05" }],
    ["bounds", { within: ["2022-01-05", null] }],
    ["bounds as an interval", { within: "2022-01-05/2022-01-06" }],
    ["bounds as a day", { within: "2022-01-05" }],
    ["an open end", { start: "[..2022-01-05]", end: "..", zone: "Asia/Almaty", said: "since Wednesday" }],
  ])("mean the same time: %s", (_, time) => {
    const span = (input: TimeInput): unknown => {
      const r = resolveTime(input);
      if (!r.ok) return r.problem;
      const { kind, startMin, startMax, endMin, endMax, startMissing, endMissing } = r.value;
      return { kind, startMin, startMax, endMin, endMax, startMissing, endMissing };
    };
    const data: TimelineData = { events: [{ title: "A", time }] };
    // A moment to the second reaches to the end of that second.
    const moment = typeof time === "number" || time instanceof Date;
    const first = span(time) as { endMax: number };
    const again = span(back(data).time);
    expect(again).toMatchObject(
      moment ? { kind: "at", startMin: (first as unknown as { startMin: number }).startMin } : first,
    );
    expect(lostInCSV(data)).toEqual([]);
  });

  it("say names for ids, and addresses without what divides them", () => {
    const event = back({
      places: [
        { id: "p", name: "Aktau", parent: "r" },
        { id: "r", name: "Mangystau" },
      ],
      categories: [{ id: "c", name: "Protest" }],
      sources: [{ id: "s", name: "Minister" }],
      events: [
        { title: "A", time: "2022", places: ["p"], category: "c", sources: ["s"], urls: ["https://a.example/?b;c"] },
      ],
    });
    expect(event).toMatchObject({
      places: ["Aktau"],
      category: "Protest",
      claims: [{ path: ["Minister"] }],
      urls: ["https://a.example/?b%3Bc"],
    });
  });

  it("keep what the editor's hand has done", () => {
    const hints = fc.record(
      {
        pin: fc.constant(true),
        side: fc.constantFrom("left", "right", "above"),
        row: fc.integer({ min: 1, max: 99 }),
        nudge: fc.record({
          x: fc.integer({ min: -500, max: 500 }),
          y: fc.integer({ min: -5000, max: 5000 }).map((n) => n / 10),
        }),
        break: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(hints, (layout) => {
        const data: TimelineData = { events: [{ id: "a", title: "A", time: "2022", layout: layout as LayoutHints }] };
        const { data: again, problems } = read(toCSV(data), { format: "csv" });
        expect(problems).toEqual([]);
        expect(resolve(again).events[0]!.layout).toEqual(resolve(data).events[0]!.layout);
      }),
    );
    const hidden = read(toCSV([{ title: "A", time: "2022", layout: { hide: true } }]), { format: "csv" });
    expect(hidden.data.events[0]!.layout).toEqual({ hide: true });
  });
  it("take away in a later version what the editor's hand did before", () => {
    const csv = "id,title,start,known_from,layout\na,A,2022,,pin; nudge 3 4\na,,,2022-02-01T10:00Z,-\n";
    expect(resolve(read(csv, { format: "csv" }).data).events[0]!.layout).toEqual({});
  });
  it("say what of a wish they do not understand, and keep the rest", () => {
    const { data, problems } = read("title,start,layout\nA,2022,pin; sidle left\nB,2022,nudge 900 0\n", {
      format: "csv",
    });
    expect(problems.map((p) => [p.code, p.column, p.value, p.count])).toEqual([
      ["E-LAYOUT", "layout", "sidle left", 2],
    ]);
    expect(data.events.map((e) => e.layout)).toEqual([{ pin: true }, undefined]);
  });

  it("tell what a table cannot hold, each once, with its place", () => {
    const data: TimelineData = {
      title: "T",
      zone: "Asia/Almaty",
      events: [
        { title: "A", time: "2022", actors: ["x; y"] },
        {
          title: { en: "B", kk: "Б" },
          time: 1.5,
          claims: [{ path: ["A > B"], status: "disputed" }],
        },
        {
          title: "C",
          time: "2022",
          layout: { row: 2.5 },
          quantities: [{ measure: "killed", said: "62", unit: "people" }],
        },
      ],
    };
    const told = lostInCSV(data).map((p) => [p.code, p.path, p.count]);
    expect(told).toEqual(
      [
        ["title", undefined],
        ["zone", undefined],
        ["events[0].actors", undefined],
        ["events[1].title", undefined],
        ["events[1].time", undefined],
        ["events[1].claim", undefined],
        ["events[1].source", undefined],
        ["events[2].layout", undefined],
        ["events[2].quantity", undefined],
      ].map(([path, count]) => ["W-TABLE-LOST", path, count]),
    );
  });

  it.each<[string, TimelineData["places"], readonly string[][], number]>([
    [
      "places of one region",
      [
        { id: "a", name: "A", parent: "R" },
        { id: "b", name: "B", parent: "R" },
      ],
      [["a", "b"]],
      0,
    ],
    [
      "a region among its places",
      [
        { id: "R", name: "R" },
        { id: "b", name: "B", parent: "R" },
      ],
      [["R", "b"]],
      0,
    ],
    [
      "a region that lies in another and is named first",
      [
        { id: "a", name: "A", parent: "R" },
        { id: "R", name: "R", parent: "S" },
      ],
      [["R"], ["a"]],
      0,
    ],
    [
      "a region that lies in another and is named by nobody",
      [
        { id: "a", name: "A", parent: "R" },
        { id: "R", name: "R", parent: "S" },
      ],
      [["a"]],
      1,
    ],
    [
      "places of two regions in one row",
      [
        { id: "a", name: "A", parent: "R" },
        { id: "b", name: "B", parent: "S" },
      ],
      [["a", "b"]],
      0,
    ],
    [
      "places of two regions named apart before",
      [
        { id: "a", name: "A", parent: "R" },
        { id: "b", name: "B", parent: "S" },
      ],
      [["a"], ["b"], ["a", "b"]],
      0,
    ],
  ])("lose no region of %s, or tell", (_, places, used, lost) => {
    const data: TimelineData = { places, events: used.map((p) => ({ title: "A", time: "2022", places: p })) };
    expect(lostInCSV(data)).toHaveLength(lost);
    const again = csv(toCSV(data)).data.places ?? [];
    const parents = (list: typeof again): unknown =>
      list.flatMap((p) => (p.parent ? [`${p.name as string} in ${p.parent}`] : [])).sort();
    if (lost === 0) expect(parents(again)).toEqual(parents(places!));
  });

  it("come back the same where bounds stand in columns of their own, with a zone", () => {
    const { data } = csv("title,date,end,date_prec,zone\nA,2019-01-01,2019-02-01,2,Asia/Almaty\n");
    expect(data.events[0]!.time).toEqual({ at: "[2019-01-01..2019-02-01]", zone: "Asia/Almaty" });
    expect(csv(toCSV(data)).data.events).toEqual(data.events);
  });

  it("are told whole: what the example in JSON loses", () => {
    const { data } = read(example("kazakhstan-2022-01.json"), { format: "json" });
    expect(csv(toCSV(data)).data.events).toHaveLength(data.events.length);
    expect(lostInCSV(data).map((p) => p.path)).toContain("zone");
  });
});
