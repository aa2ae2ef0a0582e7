import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/read/columns.js";
import { read, type ReadOptions } from "../../src/read/read.js";

const csv = (text: string, options: ReadOptions = {}): ReturnType<typeof read> =>
  read(text, { format: "csv", ...options });
const times = (text: string, options?: ReadOptions): unknown[] => csv(text, options).data.events.map((e) => e.time);
const codes = (text: string, options?: ReadOptions): string[] => csv(text, options).problems.map((p) => p.code);

describe("columns that are joined", () => {
  it("are one text", () => {
    const { data, problems } = csv("first,last,when\nAda,Lovelace,1815\n,Grace,1906", {
      columns: { title: "first+last", start: "when" },
    });
    expect(data.events.map((e) => e.title)).toEqual(["Ada Lovelace", "Grace"]);
    expect(problems).toEqual([]);
  });
  it("may be given as a list, and a header that has a plus is that column", () => {
    expect(csv("a+b,c,when\nA,B,1815", { columns: { title: ["a+b", "c"], start: "when" } }).data.events[0]!.title).toBe(
      "A B",
    );
    expect(csv("a+b,a,b,when\nA,B,C,1815", { columns: { title: "a+b", start: "when" } }).data.events[0]!.title).toBe(
      "A",
    );
  });
  it.each<[string, string]>([
    ["2022-01-06,18:50", "2022-01-06T18:50"],
    ["6 January 2022,1:50 p.m.", "2022-01-06T13:50"],
    ["2022-01-06,", "2022-01-06"],
    ["06.01.2022,noon", "2022-01-06T12:00"],
  ])("make a date and its time of day: %s", (cells, time) => {
    expect(times(`title,date,time of day\nA,${cells}`, { columns: { start: "date+time of day" } })).toEqual([time]);
  });
  it.each<[string, string]>([
    ["1815,12,10,", "1815-12-10"],
    ["1815,Dec.,10,", "1815-12-10"],
    ["1815,12,,", "1815-12"],
    ["1815,,,", "1815"],
    ["987,,,", "0987"],
    ["1969,7,20,20:17", "1969-07-20T20:17"],
    ["-13800000000,,,", "Y-13800000000"],
  ])("make a date of its parts: %s", (cells, time) => {
    expect(times(`title,year,month,day,time\nA,${cells}`)).toEqual([time]);
  });
  it.each([
    ["1815,,10,", "E-DATE-FORMAT"],
    ["1815,13,10,", "E-DATE-FORMAT"],
    ["1815,2,30,", "E-DATE-CALENDAR"],
    ["1815,12,10,25:00", "E-DATE-FORMAT"],
    [",12,10,", "E-DATE-FORMAT"],
  ])("are told where they make none: %s", (cells, code) => {
    expect(csv(`title,year,month,day,time\nA,${cells}`).problems).toMatchObject([
      { code, row: 2, column: "year", letter: "B" },
    ]);
  });
});

describe("a mapping of the time", () => {
  it("is the time, whatever other columns are called", () => {
    expect(times("title,when,time\nA,2022-01-06,10:00", { columns: { start: "when" } })).toEqual(["2022-01-06"]);
    expect(times("title,when,start\nA,2022-01-06,x", { columns: { time: "when" } })).toEqual(["2022-01-06"]);
  });
  it("that is not there is told, with the column that it was for", () => {
    const { problems } = csv("a,when\nA,2022", { columns: { title: "b", start: "when" } });
    expect(problems).toMatchObject([
      { code: "E-HEADER", column: "b", row: 1 },
      { code: "E-HEADER", row: 1 },
    ]);
    expect(problems[0]!.message).toContain("title");
  });
});

describe("years", () => {
  it("are read in columns that are called so", () => {
    expect(times("title,year\nA,987\nB,2022\nC,12000\nD,2022-05")).toEqual(["0987", "2022", "Y12000", "2022-05"]);
    expect(times("title,Start year,End year\nA,9,14", { columns: { start: "Start year", end: "End year" } })).toEqual([
      { start: "0009", end: "0014" },
    ]);
  });
  it("elsewhere are numbers", () => expect(codes("title,start\nA,987")).toEqual(["E-DATE-NUMBER"]));
  it("before our era count as in ISO 8601, and that is told", () => {
    const { data, problems } = csv("title,year\nA,-43\nB,−752\nC,2022");
    expect(data.events.map((e) => e.time)).toEqual(["-0043", "-0752", "2022"]);
    expect(problems).toMatchObject([{ code: "W-DATE-BCE", count: 2, rows: [2, 3] }]);
  });
  it("say when only where nothing else does", () => {
    expect(times("title,year,date\nA,1999,2022-01-06")).toEqual(["2022-01-06"]);
    expect(csv("title,year,date\nA,1999,2022-01-06").data.events[0]!.extra).toEqual({ year: "1999" });
  });
});

describe("how well a date is known", () => {
  it.each<[string, string, unknown]>([
    ["2013-05-17,", "year", "2013"],
    ["2013-05-17,", "month", "2013-05"],
    ["2013-05-17,", "decade", "201X"],
    ["2013-05-17,", "century", "20XX"],
    ["2013-05-17T18:50,", "day", "2013-05-17"],
    ["2013-05-17T18:50:10,", "minute", "2013-05-17T18:50"],
    ["2013-05-17T18:50,", "hour", "2013-05-17T18"],
    ["2013-05,", "day", "2013-05"],
    ["2013-05-17,", "about", "2013-05-17~"],
    ["2013-05-17,", "week", "2013-05-17~"],
    ["2013-05-17,", "uncertain", "2013-05-17?"],
    ["2013-05-17,", "exact", "2013-05-17"],
    ["2013-05-17,2013-05-23", "range", "[2013-05-17..2013-05-23]"],
    ["2013-05-17,2013-06-23", "month", { start: "2013-05", end: "2013-06" }],
    ["[..2022-01-05],", "month", "[..2022-01-05]"],
    ["17 May 2013,", "month", "2013-05"],
    ["2013-05-17T02:00+06:00,", "day", "2013-05-17T02:00+06:00~"],
  ])("%s %s", (dates, precision, time) => {
    expect(times(`title,start,end,precision\nA,${dates},${precision}`)).toEqual([time]);
  });
  it("is read from the numbers of UCDP and of ACLED, by the name of their columns", () => {
    expect(
      times("title,start,end,date_prec\nA,2013-05-17,2013-05-17,1\nB,2013-05-17,2013-05-23,3\nC,2013-05-17,,4"),
    ).toEqual(["2013-05-17", "[2013-05-17..2013-05-23]", "2013-05-17~"]);
    expect(times("title,event_date,time_precision\nA,2013-05-17,1\nB,2013-05-17,2\nC,2013-05-17,3")).toEqual([
      "2013-05-17",
      "2013-05-17~",
      "2013-05",
    ]);
  });
  it("is told where it is not understood, and the date stays", () => {
    const { data, problems } = csv("title,start,precision\nA,2013-05-17,3\nB,2013-05-17,soonish");
    expect(data.events).toHaveLength(2);
    expect(problems).toMatchObject([{ code: "E-WORD", count: 2, row: 2, column: "precision", letter: "C" }]);
    expect(problems[0]!.hint).toContain("date_prec");
  });
});

describe("bounds of quantities", () => {
  const killed = (row: string): unknown =>
    csv(`title,start,quantity:killed,quantity:killed:low,quantity:killed:best,quantity:killed:high\nA,2022,${row}`).data
      .events[0]!.quantities;
  it.each<[string, unknown]>([
    ["dozens,10,30,50", [{ measure: "killed", said: "dozens", low: 10, best: 30, high: 50 }]],
    ["dozens,,,", [{ measure: "killed", said: "dozens", low: 24, best: null, high: null }]],
    ["dozens,,,99", [{ measure: "killed", said: "dozens", low: 24, best: null, high: 99 }]],
    [",1,,3", [{ measure: "killed", low: 1, best: null, high: 3 }]],
    [",n/a,,-", undefined],
    [",,,", undefined],
  ])("%s", (row, quantities) => expect(killed(row)).toEqual(quantities));
  it("are told at the bound that does not hold", () => {
    const order = (low: string, best: string, high: string): unknown =>
      csv(`title,start,quantity:k:low,quantity:k:best,quantity:k:high\nA,2022,${low},${best},${high}`).problems.map(
        (p) => [p.code, p.column, p.value],
      );
    expect(order("3", "2", "3")).toEqual([["W-NUMBER-ORDER", "quantity:k:low", "3 ≤ 2 ≤ 3"]]);
    expect(order("1", "4", "3")).toEqual([["W-NUMBER-ORDER", "quantity:k:high", "1 ≤ 4 ≤ 3"]]);
    expect(order("5", "", "3")).toEqual([["W-NUMBER-ORDER", "quantity:k:low", "5 ≤ 3"]]);
    expect(order("1", "1", "1")).toEqual([]);
    expect(order("dozens", "", "")).toEqual([["E-NUMBER", "quantity:k:low", "dozens"]]);
  });
  it("mean what dozens are asked to mean", () => {
    const low = (options: ReadOptions): unknown =>
      csv("title,start,quantity:k\nA,2022,dozens", options).data.events[0]!.quantities;
    expect(low({})).toMatchObject([{ low: 24 }]);
    expect(low({ dozens: "acled" })).toMatchObject([{ low: 12 }]);
    const json = (options: ReadOptions): unknown =>
      read('[{"title":"A","time":"2022","quantities":[{"said":"hundreds"},{"said":"dozens","low":30}]}]', options).data
        .events[0]!.quantities;
    expect(json({ dozens: "acled" })).toEqual([
      { said: "hundreds", low: 100, best: null, high: null },
      { said: "dozens", low: 30 },
    ]);
    expect(json({})).toEqual([{ said: "hundreds" }, { said: "dozens", low: 30 }]);
  });
});

describe("what says that there is nothing", () => {
  it.each(["n/a", "N/A", "#N/A", "NA", "null", "–", "-"])("%s is no address and no number", (nothing) => {
    const { data, problems } = csv(
      `title,start,url,source,source_url,importance,quantity:killed\nA,2022,${nothing},S,${nothing},${nothing},${nothing}`,
    );
    expect(problems).toEqual([]);
    expect(data.events).toEqual([{ title: "A", time: "2022", claims: [{ path: ["S"] }] }]);
  });
  it("is a title where it stands for one", () => expect(csv("title,start\nNA,2022").data.events[0]!.title).toBe("NA"));
});

describe("what many rows say", () => {
  it("is kept once, and nobody can change it for the others", () => {
    const { data } = csv(
      "title,start,place,source,quantity:k\nA,2022,Aktau,TASS > AFP,dozens\nB,2022,Aktau,TASS > AFP,dozens",
    );
    const [a, b] = data.events;
    for (const key of ["places", "claims", "quantities"] as const) {
      expect(a![key]).toBe(b![key]);
      expect(Object.isFrozen(a![key])).toBe(true);
      expect(Object.isFrozen(a![key]![0])).toBe(true);
    }
  });
});

describe("places and regions", () => {
  const lie = (text: string): unknown =>
    (csv(text).data.places ?? []).map((p) => `${p.name as string} in ${p.parent ?? "-"}`).sort();
  it("are found in any row, in any order", () => {
    expect(lie("title,start,place,region\nA,2022,Aktau,\nB,2022,Aktau,Mangystau")).toEqual([
      "Aktau in Mangystau",
      "Mangystau in -",
    ]);
    expect(lie("title,start,place,region\nA,2022,Aktau; Almaty,Mangystau; Jetisu")).toEqual([
      "Aktau in Mangystau",
      "Almaty in Jetisu",
      "Jetisu in -",
      "Mangystau in -",
    ]);
    expect(lie("title,start,place,region\nA,2022,Aktau; Atyrau,West")).toEqual([
      "Aktau in West",
      "Atyrau in West",
      "West in -",
    ]);
  });
  it("are told where they contradict each other; the same one is taken whatever the order", () => {
    const rows = ["A,2022,Almaty,City", "B,2022,Almaty,Region"];
    for (const order of [rows, rows.toReversed()]) {
      const text = `title,start,place,region\n${order.join("\n")}`;
      expect(csv(text).problems).toMatchObject([{ code: "W-PLACE-REGION", row: 3, column: "region" }]);
      expect(lie(text)).toEqual(["Almaty in City", "City in -", "Region in -"]);
    }
  });
});

describe("headers", () => {
  it.each([
    ["categry", "category"],
    ["catgeory", "category"],
    ["sumary", "summary"],
    ["quantity killed", "quantity:killed"],
  ])("%s is kept, and %s asked for", (header, meant) => {
    const { data, problems } = csv(`title,start,${header}\nA,2022,x`);
    expect(problems).toMatchObject([{ code: "W-COLUMN-UNKNOWN", column: header, letter: "C", row: 1 }]);
    expect(problems[0]!.hint).toContain(meant);
    expect(data.events[0]!.extra).toEqual({ [header]: "x" });
  });
  it.each(["colour", "tags", "sector", "plates", "__proto__"])("%s is kept without a word", (header) =>
    expect(codes(`title,start,${header}\nA,2022,x`)).toEqual([]),
  );
  it("in curly quotation marks are read", () => expect(codes("“title”,“start”\nA,2022")).toEqual([]));
  it("without a time name the column that may be one", () =>
    expect(csv("tag,launch_date\nA,2022").problems[0]!.hint).toContain("start=launch_date"));
  it("in the thousands take no more than a look each", () => {
    const headers = Array.from({ length: 20_000 }, (_, i) => `quantity:m${i}`);
    expect(columnsOf(["title", "start", ...headers]).quantities).toHaveLength(20_000);
  });
});

describe("a table without the headers that we know", () => {
  const told = (text: string): string[] => read(text).problems.map((p) => `${p.message}. ${p.hint}`);
  it("is told which of its own they may be", () => {
    expect(told("Story,Fecha del hecho\nA,2022")).toEqual([
      'There is no column for the title or the time. Name it so in the first row, or say which it is, for instance: --columns "title=Story,start=Fecha del hecho"',
    ]);
    expect(told("Story,date\nA,2022")[0]).toContain(
      'no column for the title. Name it so in the first row, or say which it is, for instance: --columns "title=Story"',
    );
    expect(told("title,Tag\nA,2022")[0]).toContain('--columns "start=Tag"');
    expect(told("title,place\nA,x")[0]).toContain("Name the columns title and time");
  });
  it("is told of a title over the table, in the first rows alone", () => {
    for (const above of ["Timeline of events,,\n", "Timeline,,\n\n,Figures,\n"]) {
      const { data, problems } = read(`${above}date,title,killed\n2022-01-05,A,3\n`);
      expect(data.events).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({
          code: "E-HEADER",
          row: 1,
          hint: `Take out what stands above row ${above.split("\n").length}`,
        }),
      ]);
    }
    expect(told(`${"x,y\n".repeat(9)}date,title\n2022,A`)[0]).not.toContain("Take out");
  });
});
