import { describe, expect, it } from "vitest";
import { readTracks } from "../../src/static.js";

describe("readTracks", () => {
  it("makes a track of each column, by its header", () => {
    const { tracks, problems } = readTracks(
      [
        "date,Gas price (tenge),Arrested,Arrested:low,Arrested:high",
        "2022-01-01,120,,,",
        "04.01.2022,50,dozens,,",
        "2022-01-06,n/a,7,5,9",
      ].join("\n"),
      { kind: "step", dateOrder: "dmy" },
    );
    expect(problems).toEqual([]);
    expect(tracks).toEqual([
      {
        title: "Gas price",
        unit: "tenge",
        kind: "step",
        points: [
          { time: "2022-01-01", value: 120 },
          { time: "2022-01-04", value: 50 },
          { time: "2022-01-06", value: null },
        ],
      },
      {
        title: "Arrested",
        kind: "step",
        points: [
          { time: "2022-01-01", value: null },
          { time: "2022-01-04", value: "dozens" },
          { time: "2022-01-06", value: 7, low: 5, high: 9 },
        ],
      },
    ]);
  });
  it("takes the file's name for a column that has none, and numbers below zero", () => {
    const { tracks } = readTracks("time;value;low\n2022-01-01;-4,5;\n2022-01-02;−3;−5", {
      filename: "data/frost.csv",
      language: "ru",
    });
    expect(tracks).toMatchObject([{ title: "frost", points: [{ value: -4.5 }, { value: -3, low: -5 }] }]);
  });
  it("reads extents by start and end, and what was known from when", () => {
    const { tracks } = readTracks("start,end,n,known_from\n2022-01-01,2022-01-02,4,2022-01-03T10:00+01:00");
    expect(tracks[0]!.points).toEqual([
      { time: { start: "2022-01-01", end: "2022-01-02" }, value: 4, knownFrom: "2022-01-03T10:00+01:00" },
    ]);
  });
  it("takes years, and dates in parts, as times", () => {
    expect(readTracks("Year,Rulers\n1600,1\n987,3").tracks).toEqual([
      {
        title: "Rulers",
        points: [
          { time: "1600", value: 1 },
          { time: "0987", value: 3 },
        ],
      },
    ]);
    const { tracks, problems } = readTracks("Year,Month,End Year,End Month,Killed\n2022,1,,,4\n2022,2,2022,3,5");
    expect(problems).toEqual([]);
    expect(tracks).toEqual([
      {
        title: "Killed",
        points: [
          { time: "2022-01", value: 4 },
          { time: { start: "2022-02", end: "2022-03" }, value: 5 },
        ],
      },
    ]);
  });
  it("reports by row and column, and keeps the other rows", () => {
    const { tracks, problems } = readTracks(
      "date,Arrested\n2022-02-30,1\n2022-01-05,heavy\n2022-01-06,2.000\n,4\n2022-01-07,3",
    );
    expect(problems.map((p) => `${p.code} ${p.row} ${p.column}`)).toEqual([
      "E-DATE-CALENDAR 2 date",
      "E-DATE-MISSING 5 date",
      "E-NUMBER 3 Arrested",
      "E-NUMBER-AMBIGUOUS 4 Arrested",
    ]);
    expect(tracks[0]!.points.map((p) => p.value)).toEqual(["heavy", null, 3]);
  });
  it.each([
    ["", "E-FILE-EMPTY"],
    ["Arrested,Injured\n1,2", "E-HEADER"],
    ["date,title\n2022-01-05,x", "E-HEADER"],
    ['{"tracks":[]}', "E-FILE-KIND"],
    ["<html><body>", "E-FILE-KIND"],
    ["PK\u0003\u0004", "E-FILE-KIND"],
  ])("says what is wrong with %j", (text, code) => {
    const { tracks, problems } = readTracks(text.startsWith("PK") ? Uint8Array.from([0x50, 0x4b, 3, 4]) : text);
    expect(tracks).toEqual([]);
    expect(problems[0]!.code).toBe(code);
  });
  it("means by dozens what it is told", () => {
    const [track] = readTracks("date,n\n2022-01-05,dozens", { dozens: "acled" }).tracks;
    expect(track!.points[0]).toMatchObject({ value: "dozens", low: 12 });
  });
});
