import { describe, expect, it } from "vitest";
import { check } from "../../src/read/check.js";
import { read, type ReadOptions } from "../../src/read/read.js";

const json = (value: unknown, options: ReadOptions = {}): ReturnType<typeof read> =>
  read(typeof value === "string" ? value : JSON.stringify(value), { format: "json", ...options });

describe("objects with keys of their own", () => {
  it("are read by the names that tables have, without a mapping", () => {
    const { data, problems } = json([
      { name: "Elizabeth", start: 1565, end: 1603, commonwealth: false, house: { name: "Tudor" } },
      { name: "James", start: 1603, end: null },
    ]);
    expect(problems).toEqual([]);
    expect(data.events).toEqual([
      {
        title: "Elizabeth",
        time: { start: "1565", end: "1603" },
        extra: { commonwealth: false, house: { name: "Tudor" } },
      },
      { title: "James", time: "1603" },
    ]);
  });
  it("are ours when one of them has our time", () =>
    expect(
      json([
        { title: "A", time: "2022" },
        { title: "B", start: "2022" },
      ]).problems,
    ).toMatchObject([{ code: "E-DATE-MISSING", path: "events[1].time" }]));
  it("are ours when they have what only ours have", () =>
    expect(json([{ title: "A", start: "2022", claims: [{ path: ["TASS"] }] }]).problems).toMatchObject([
      { code: "E-DATE-MISSING", path: "events[0].time" },
    ]));
  it("keep the places that the document defines", () => {
    const places = [{ id: "Aktau", name: "Актау", code: "KZ-47" }];
    const { data } = json({ places, events: [{ title: "A", start: "2022", place: "Aktau; Almaty" }] });
    expect(data.places).toEqual([...places, { id: "Almaty", name: "Almaty" }]);
  });
  it("keep the document around them", () => {
    const { data } = json({ title: "T", zone: "Asia/Almaty", more: 1, events: [{ title: "A", start: "2022-01-05" }] });
    expect(data).toMatchObject({
      title: "T",
      zone: "Asia/Almaty",
      extra: { more: 1 },
      events: [{ title: "A", time: "2022-01-05" }],
    });
  });
  it("are found by a path of keys, through lists, with what is around them", () => {
    const teams = [
      {
        team: "A",
        races: [
          { what: "One", when: { first: "2022-01-05" } },
          { what: "Two", when: { first: "2022-01-06" } },
        ],
      },
      { team: "B", races: [{ what: "Three", when: {} }] },
    ];
    const options = {
      list: "seasons.races",
      columns: { title: "what", start: "when.first", lane: "^team", note: "^^sport" },
    };
    const { data, problems } = json({ sport: "x", seasons: teams }, options);
    expect(data.events).toMatchObject([
      { title: "One", time: "2022-01-05", lanes: ["A"], note: "x" },
      { title: "Two", time: "2022-01-06", lanes: ["A"], note: "x" },
    ]);
    expect(problems).toMatchObject([{ code: "E-DATE-MISSING", path: "seasons[1].races[0].when.first" }]);
    expect(problems[0]).not.toHaveProperty("row");
    expect(data.events[0]!.extra).toEqual({ when: { first: "2022-01-05" } });
  });
  it("say in lists what cells say with semicolons", () => {
    const { data } = json([{ title: "A", start: "2022", where: ["x", "y"], from: [{ by: "TASS" }, { by: "AFP" }] }], {
      columns: { place: "where", source: "from.by" },
    });
    expect(data.events).toMatchObject([{ places: ["x", "y"], claims: [{ path: ["TASS"] }, { path: ["AFP"] }] }]);
  });
  it("have dates in parts, of which some may be nowhere", () => {
    const { data, problems } = json(
      [
        { name: "A", on: { year: "1815", month: "12" } },
        { name: "B", on: { year: "-3500" } },
      ],
      {
        columns: { title: "name", start: "on.year+on.month+on.day" },
      },
    );
    expect(data.events.map((e) => e.time)).toEqual(["1815-12", "-3500"]);
    expect(problems).toMatchObject([{ code: "W-DATE-BCE", path: "events[1].on.year" }]);
  });
  it("may count milliseconds", () => {
    const { data } = json([
      { name: "A", start: 1641427200000 },
      { name: "B", start: 1641427230500, population: 123456789012 },
    ]);
    expect(data.events.map((e) => e.time)).toEqual(["2022-01-06T00:00:00Z", "2022-01-06T00:00:30.500Z"]);
    expect(data.events[1]!.extra).toEqual({ population: 123456789012 });
  });
  it("are told by their paths, the same problem once", () => {
    const list = Array.from({ length: 15 }, (_, i) => ({ name: `N${i}`, start: i % 5 === 0 ? "soon" : "2022" }));
    expect(json({ list }, { list: "list" }).problems).toMatchObject([
      {
        code: "E-DATE-FORMAT",
        path: "list[0].start",
        count: 3,
        paths: ["list[0].start", "list[5].start", "list[10].start"],
      },
    ]);
    expect(json([{ name: "A", start: "2022" }, 5]).problems).toMatchObject([
      { code: "E-EVENT-TYPE", path: "events[1]" },
    ]);
    expect(json([{ name: { x: 1 }, start: "2022" }], { columns: { title: "name" } }).problems).toMatchObject([
      { code: "E-DATA-TYPE", path: "events[0].name" },
      { code: "E-TITLE-MISSING", path: "events[0].name" },
    ]);
    expect(
      json(
        [
          { name: "A", day: "13/01/2022" },
          { name: "B", day: "06/01/2022" },
        ],
        { columns: { time: "day" } },
      ).problems,
    ).toMatchObject([{ code: "W-DATE-ORDER", path: "events[].day" }]);
  });
  it.each<[string, unknown, ReadOptions, object]>([
    ["a list that is not there", { a: [] }, { list: "b" }, { code: "E-LIST", path: "b" }],
    ["what is no list", { a: 5 }, { list: "a" }, { code: "E-LIST", path: "a" }],
    ["an empty list", { a: [] }, { list: "a" }, { code: "E-FILE-EMPTY", path: "a" }],
    [
      "a key that is not there",
      [{ a: 1, start: "2022" }],
      { columns: { title: "b" } },
      { code: "E-HEADER", path: "events[]", message: "There is no key “b” to use as title" },
    ],
    ["no mapping of a list of lists", [{ team: "A", races: [{ x: 1 }] }], {}, { code: "E-HEADER", path: "events[]" }],
    ["no events, but another list", { races: [{ x: 1 }] }, {}, { code: "E-FILE-EMPTY", path: "events" }],
  ])("tell of %s", (_, value, options, problem) => expect(json(value, options).problems[0]).toMatchObject(problem));
  it("are asked after by the lists that are there", () => {
    expect(json([{ team: "A", races: [{ x: 1 }] }]).problems[0]!.hint).toContain("--list races");
    expect(json({ races: [{ x: 1 }] }).problems[0]!.hint).toContain("--list races");
  });
  it("are looked at a few times each, whatever their keys are called", () => {
    const value = Array.from({ length: 4000 }, (_, i) => ({
      [`quantity:k${i}`]: "1",
      [`own${i}`]: 1,
      name: "A",
      start: "2022",
    }));
    const { data } = json(value);
    expect(data.events).toHaveLength(4000);
    expect(data.events[3999]!.extra).toMatchObject({ own3999: 1, "quantity:k3999": "1" });
  });
});

describe("documents", () => {
  it("tell of keys that mean something to JavaScript, and leave them out", () => {
    const { data, problems } = json(
      '{"__proto__":{"x":1},"events":[{"title":"A","time":"2022","extra":{"__proto__":{"x":1}}}]}',
    );
    expect(problems).toMatchObject([
      { code: "W-KEY", path: "__proto__" },
      { code: "W-KEY", path: "events[0].extra.__proto__" },
    ]);
    expect(JSON.stringify(data)).not.toContain("__proto__");
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
  it("tell of numbers that may be years", () => {
    expect(json([{ title: "A", time: 1565 }]).problems).toMatchObject([
      { code: "W-DATE-MS", path: "events[0].time", value: "1565" },
    ]);
    expect(json([{ title: "A", time: 1641427200000 }]).problems).toEqual([]);
  });
  it("count the events that say what and when", () => {
    const text = JSON.stringify([
      { title: "A", time: "2022" },
      { title: "B", time: "soon" },
      { time: "2022" },
      5,
      { id: "a", title: "C", time: "2022" },
      { id: "a", note: "x", knownFrom: "2022-01-06" },
    ]);
    expect(check(() => [new TextEncoder().encode(text)]).events).toBe(3);
  });
  it("tell the same problem at many paths once, in the order of the events", () => {
    const { problems } = json([
      { title: "A", time: "soon" },
      { title: "B", time: "2022", importance: 9 },
      { title: "C", time: "later" },
    ]);
    expect(problems).toMatchObject([
      {
        code: "E-DATE-FORMAT",
        path: "events[0].time",
        value: "soon",
        count: 2,
        paths: ["events[0].time", "events[2].time"],
      },
      { code: "E-IMPORTANCE", path: "events[1].importance" },
    ]);
  });
});
