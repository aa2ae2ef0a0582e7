import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolve } from "../src/model/resolve.js";
import { check } from "../src/read/check.js";
import { read, type ReadOptions, type ReadResult } from "../src/read/read.js";

/** A problem as it must be told: code, column or path, how often, and where. */
type Told = readonly [code: string, place: string, count: number, rows?: readonly number[]];

interface Case {
  readonly file: string;
  readonly options?: ReadOptions;
  readonly events: number;
  readonly problems: readonly Told[];
  /** Of all events together. */
  readonly lanes?: number;
  readonly first?: object;
}

const bytesOf = (file: string): Uint8Array => readFileSync(new URL(`data/tables/${file}`, import.meta.url));
const told = ({ problems }: Pick<ReadResult, "problems">): Told[] =>
  problems.map((p): Told => {
    const place = p.column ?? p.path ?? "";
    return p.row === undefined ? [p.code, place, p.count ?? 1] : [p.code, place, p.count ?? 1, p.rows ?? [p.row]];
  });

const cases: readonly Case[] = [
  {
    file: "bids-timeline.csv",
    events: 27,
    problems: [],
    first: { title: "INCF / NIDM / NIDASH", time: "2015-01", category: "event" },
  },
  {
    file: "space-launches.csv",
    options: { columns: { id: "tag", title: "mission", start: "launch_date", category: "agency_type" } },
    events: 54,
    problems: [
      ["E-ID-SPACE", "tag", 6, [3, 4, 5, 8, 9, 78]],
      ["E-DATE-MISSING", "launch_date", 13, [12, 13, 14, 29, 30, 50, 64, 82, 83, 84]],
      ["E-TITLE-MISSING", "mission", 21, [17, 18, 19, 24, 25, 26, 27, 28, 31, 33]],
      ["W-DATE-FAR", "launch_date", 1, [22]],
    ],
  },
  {
    file: "congress-terms.csv",
    options: { columns: { title: "firstname+lastname", start: "termstart", lane: "chamber", category: "party" } },
    events: 63,
    problems: [],
    first: { title: "Joseph Mansfield", time: "1947-01-03", lanes: ["house"], category: "D" },
  },
  {
    file: "birdstrikes.csv",
    options: {
      columns: { title: "Wildlife Species", start: "Flight Date", place: "Airport Name", region: "Origin State" },
    },
    events: 50,
    problems: [],
  },
  {
    file: "ucdp-ged.csv",
    options: {
      columns: {
        title: "dyad_name",
        start: "date_start",
        end: "date_end",
        place: "country",
        "quantity:killed": "best",
        "quantity:killed:low": "low",
        "quantity:killed:high": "high",
      },
    },
    events: 34,
    problems: [
      ["W-DATE-MIDNIGHT", "date_start", 1],
      ["W-DATE-MIDNIGHT", "date_end", 1],
      ["W-NUMBER-ORDER", "low", 8, [8, 11, 26, 27, 30, 31, 33, 35]],
      ["W-NUMBER-ORDER", "high", 5, [21, 24, 29, 32, 34]],
    ],
  },
  {
    file: "kazakhstan-wider.json",
    options: { zone: "Asia/Almaty", columns: { source: "sources.id", region: "region_code" } },
    events: 22,
    problems: [],
    first: {
      id: "kz01",
      title: "Price cap on liquefied petroleum gas lifted",
      time: "2022-01-01",
      places: ["nationwide"],
      claims: [{ path: ["vikidia"] }, { path: ["swiki"] }],
    },
  },
  {
    file: "monarchs.json",
    events: 12,
    problems: [],
    first: { title: "Elizabeth", time: { start: "1565", end: "1603" }, extra: { index: 0 } },
  },
  {
    file: "f1-2024.json",
    options: {
      list: "races",
      columns: { title: "name", start: "sessions.fp1", end: "sessions.gp", place: "location" },
    },
    events: 24,
    problems: [],
    first: {
      title: "Bahrain",
      time: { start: "2024-02-29T11:30:00Z", end: "2024-03-02T15:00:00Z" },
      places: ["Sakhir"],
    },
  },
  { file: "f1-2024.json", events: 0, problems: [["E-FILE-EMPTY", "events", 1]] },
  {
    file: "motogp-2021.json",
    options: { list: "races", columns: { title: "name", start: "sessions.fp1" } },
    events: 0,
    problems: [["E-FILE-EMPTY", "races", 1]],
  },
  {
    file: "vikings.json",
    events: 30,
    problems: [],
    first: { title: "Vikings begin attacks on England.", time: "0789" },
  },
  {
    file: "llm-releases.json",
    options: { list: "models", columns: { title: "name", time: "date", lane: "^company", url: "source" } },
    events: 36,
    problems: [],
    first: {
      title: "GPT-4",
      time: "2023-03-14",
      lanes: ["OpenAI"],
      urls: ["https://openai.com/index/gpt-4-research/"],
    },
  },
  { file: "llm-releases.json", events: 0, problems: [["E-HEADER", "events[]", 1]] },
  {
    file: "lotr.json",
    options: { columns: { title: "text", time: "timestamp", lane: "character" } },
    events: 27,
    problems: [],
    first: { time: "3018-04-12" },
  },
  {
    file: "world-cup-2014.json",
    options: { columns: { title: "player1+player2", start: "start" } },
    events: 15,
    problems: [],
    first: { title: "Brazil Chile" },
  },
  {
    file: "vis-basic.json",
    options: { columns: { title: "content" } },
    events: 6,
    problems: [],
    first: { id: "1", title: "item 1", time: "2014-04-20" },
  },
  {
    file: "simile-rockefellers.json",
    events: 31,
    problems: [],
    first: { title: "Alida Rockefeller Messinger", time: "1948" },
  },
  {
    file: "eventdrops-commits.json",
    options: { list: "data", columns: { title: "title", time: "date", lane: "^name" } },
    events: 30,
    problems: [],
    first: { time: "2024-08-19T16:55:06+0200", lanes: ["react-admin"] },
  },
];

describe("tables and JSON of other people", () => {
  it.each(cases)("$file", ({ file, options, events, problems, first }) => {
    const bytes = bytesOf(file);
    const result = read(bytes, { filename: file, ...options });
    const expected = problems.map(([code, place, count, rows]): Told =>
      rows === undefined ? [code, place, count] : [code, place, count, rows],
    );
    expect(told(result)).toEqual(expected);
    expect(resolve(result.data).events).toHaveLength(events);
    expect(check(() => [bytes], { filename: file, ...options })).toEqual({ events, problems: result.problems });
    if (first !== undefined) expect(result.data.events[0]).toMatchObject(first);
  });
});

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((r) => r.map(quote).join(",")).join("\n"));
/** What reading says, and that a check says the same. */
const readTwice = (bytes: Uint8Array, options: ReadOptions): ReadResult => {
  const result = read(bytes, options);
  expect(check(() => [bytes], options)).toEqual({ events: result.data.events.length, problems: result.problems });
  return result;
};
const day = (i: number): string => new Date(Date.UTC(1989, 0, 1) + i * 12 * 864e5).toISOString().slice(0, 10);
/** `count` of the numbers below `n`, evenly. */
const some = (count: number, n: number): ReadonlySet<number> =>
  new Set(Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * n) / count)));

describe("tables of the shape of those that are too large to be kept here", () => {
  it("1,000 events of organised violence, 68 of more than one line, 13 whose best estimate is not between its bounds", () => {
    const [long, wrong] = [some(68, 1000), some(13, 1000)];
    const header = [
      "id",
      "dyad_name",
      "source_headline",
      "country",
      "date_prec",
      "date_start",
      "date_end",
      "best",
      "high",
      "low",
    ];
    const rows = Array.from({ length: 1000 }, (_, i) => {
      const precision = i % 7 === 0 ? "2" : "1";
      const headline = long.has(i) ? `"Dozens killed",\nsay ${i} sources` : "Clashes";
      const [best, high, low] = wrong.has(i) ? ["2", "3", "3"] : ["4", "10", "2"];
      return [
        String(i),
        `A - B ${i}`,
        headline,
        "Syria",
        precision,
        day(i),
        precision === "1" ? day(i) : day(i + 1),
        best,
        high,
        low,
      ];
    });
    const columns = {
      title: "dyad_name",
      start: "date_start",
      end: "date_end",
      place: "country",
      "quantity:killed": "best",
      "quantity:killed:low": "low",
      "quantity:killed:high": "high",
    };
    const { data, problems } = readTwice(csv([header, ...rows]), { format: "csv", columns });
    expect(data.events).toHaveLength(1000);
    const first = [...wrong].map((i) => i + 2).slice(0, 10);
    const lines = 1 + [...long].filter((i) => i + 2 < first[0]!).length;
    expect(problems).toMatchObject([
      {
        code: "W-NUMBER-ORDER",
        column: "low",
        letter: "J",
        row: first[0],
        line: first[0]! + lines - 1,
        count: 13,
        rows: first,
      },
    ]);
    // One moment, in the days between: not twelve days of fighting.
    expect(data.events.slice(0, 2)).toMatchObject([
      { time: `[${day(0)}..${day(1)}]`, quantities: [{ measure: "killed", said: "4", low: 2, best: 4, high: 10 }] },
      { time: day(1), extra: { source_headline: "Clashes" } },
    ]);
    expect(data.events[[...long][0]!]!.extra).toMatchObject({
      source_headline: `"Dozens killed", say ${[...long][0]!} sources`,
    });
  });
  it("5,726 launches, of which one is in 2918, 13 have no date, 21 no mission, and 150 a space in their id", () => {
    const [undated, unnamed, spaced] = [
      some(13, 2000),
      new Set([...some(21, 2000)].map((i) => i + 2500)),
      some(150, 5000),
    ];
    const rows = Array.from({ length: 5726 }, (_, i) => [
      spaced.has(i) ? `1958 ${i}` : `1958-${i}`,
      undated.has(i)
        ? ""
        : i === 1012
          ? "2918-10-11"
          : `${1957 + Math.floor(i / 94)}-${String(1 + (i % 12)).padStart(2, "0")}-04`,
      unnamed.has(i) ? "" : `Kosmos ${i}`,
    ]);
    const columns = { id: "tag", title: "mission", start: "launch_date" };
    const { data, problems } = readTwice(csv([["tag", "launch_date", "mission"], ...rows]), { format: "csv", columns });
    expect(data.events).toHaveLength(5726 - 13 - 21);
    expect(problems.map((p) => [p.code, p.column, p.count ?? 1])).toEqual([
      ["E-ID-SPACE", "tag", 150],
      ["E-DATE-MISSING", "launch_date", 13],
      ["E-TITLE-MISSING", "mission", 21],
      ["W-DATE-FAR", "launch_date", 1],
    ]);
    expect(problems.at(-1)).toMatchObject({
      row: 1014,
      value: "2918-10-11",
      message: "This date lies 901 years after all others",
    });
  });
  it("a sheet of TimelineJS: dates in parts, a title without one", () => {
    const header = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Group".split(
      ",",
    );
    const rows = [
      ["", "", "", "", "", "", "", "", "", "Women in computing", "", ""],
      ["1815", "12", "10", "", "1852", "11", "27", "", "", "Ada Lovelace", "<p>First</p>", "A"],
      ["1946", "2", "", "", "", "", "", "", "", "ENIAC", "", ""],
      ["1969", "7", "20", "20:17:40", "", "", "", "", "", "Apollo", "", ""],
      ["-44", "3", "15", "", "", "", "", "", "", "Ides of March", "", ""],
    ];
    const { data, problems } = readTwice(csv([header, ...rows]), { format: "csv" });
    expect(data.events).toMatchObject([
      {
        title: "Ada Lovelace",
        time: { start: "1815-12-10", end: "1852-11-27" },
        summary: "<p>First</p>",
        lanes: ["A"],
      },
      { title: "ENIAC", time: "1946-02" },
      { title: "Apollo", time: "1969-07-20T20:17:40" },
      { title: "Ides of March", time: "-0044-03-15" },
    ]);
    expect(told({ problems })).toEqual([
      ["E-DATE-MISSING", "Year", 1, [2]],
      ["W-DATE-BCE", "Year", 1, [6]],
    ]);
  });
});
