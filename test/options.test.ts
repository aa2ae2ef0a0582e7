import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  arrange,
  asKnownAt,
  changesBetween,
  correctionNote,
  describe as summary,
  draw,
  formatTime,
  lostInCSV,
  paintSVG,
  parseTime,
  place,
  read,
  readPeriods,
  readTracks,
  renderHTML,
  renderSVG,
  resolve,
  toCSV,
  type Problem,
  type TimelineData,
  type TimelineOptions,
} from "../src/static.js";
import { readWorkbook } from "../src/sheets.js";

/** What pages that are not written with types do with the options. */
const data: TimelineData = {
  zone: "Asia/Almaty",
  events: [
    { id: "a", title: "First", time: "2022-01-02", category: "x", extra: { pad: "39A", rocket: "R-7" } },
    { id: "b", title: "Second", time: "2022-01-05", category: "y", extra: { pad: "1" } },
    { id: "c", title: "Third", time: "2022-01-06", category: "y" },
  ],
};
const usual = renderSVG(data);
const told = (options: object): readonly Problem[] =>
  draw(place(arrange(data, options as TimelineOptions)), options as TimelineOptions).problems;
const drawn = (options: object): string => renderSVG(data, options as TimelineOptions);

describe("an option that is nothing we know", () => {
  it.each([
    [{ theme: "sepia" }, "light, dark, print, mono, object"],
    [{ width: "640" }, "number"],
    [{ width: -5 }, "number"],
    [{ height: NaN }, "number"],
    [{ unit: "cm" }, "px, mm"],
    [{ orientation: "upright" }, "auto, horizontal, vertical"],
    [{ timeScale: "log" }, "time, gaps, relative, sequence"],
    [{ laneOrder: 5 }, "first, name, count, given, list"],
    [{ direction: "up" }, "auto, ltr, rtl"],
    [{ relativeTo: "a" }, "first, object"],
    [{ shade: "nights" }, "list, boolean"],
    [{ labels: "title" }, "function"],
    [{ measureText: "wide" }, "function"],
    [{ locale: 5 }, "text, object"],
    [{ title: 1917 }, "text"],
    [{ fontFamily: 5 }, "text"],
    [{ words: "x" }, "object"],
    [{ notes: "3" }, "number, boolean"],
    [{ quantity: 5 }, "text, list, boolean"],
    [{ folded: "A" }, "list"],
    [{ wheel: "spin" }, "modifier, always, never"],
  ])("%j is reported, and its default used", (options, words) => {
    const [name] = Object.keys(options);
    expect(told(options)).toEqual([
      expect.objectContaining({ code: "W-OPTION", path: `options.${name}`, hint: `Give ${words}` }),
    ]);
    expect(drawn(options)).toBe(usual);
  });
  it("of a name that there is not is reported, with the one that may be meant", () => {
    for (const [name, hint] of [
      ["laneby", "Did you mean laneBy?"],
      ["lane-by", "Did you mean laneBy?"],
      ["stateInURL", "Did you mean stateInUrl?"],
      ["groupBy", undefined],
    ] as const)
      expect(told({ [name]: "place" })).toEqual([
        {
          code: "W-OPTION",
          severity: "warning",
          message: "There is no option of this name",
          path: `options.${name}`,
          value: name,
          ...(hint === undefined ? {} : { hint }),
        },
      ]);
    expect(told({ laneby: undefined })).toEqual([]);
  });
  it("is none of what live pictures alone know", () => {
    const live = { controls: false, editable: false, stateInUrl: "x", readerZone: "UTC", hydrate: null, maxHeight: 9 };
    expect(told({ ...live, document: null, idPrefix: "x", layers: {}, nested: false, wheel: "never" })).toEqual([]);
  });
  it("is no option where it is null", () => {
    const names =
      "title subtitle credit width height unit theme laneOrder from to zone locale words direction orientation " +
      "timeScale relativeTo labels layers notes links tracks periods asKnownAt now measureText fontFamily shade folded quantity";
    for (const name of names.split(" ")) {
      expect(told({ [name]: null }), name).toEqual([]);
      expect(drawn({ [name]: null }), name).toBe(usual);
    }
  });
  it("is what it says where it is one", () => {
    expect(told({ theme: "auto", wheel: "always", shade: true, notes: false, links: 2, laneOrder: ["b"] })).toEqual([]);
    expect(drawn({ shade: true })).toBe(usual);
  });
});

describe("a moment given as an option", () => {
  it.each(["from", "to", "now", "asKnownAt"])("%s that is none is reported, whatever stands there", (name) => {
    for (const wrong of ["soon", NaN, new Date(NaN)]) {
      expect(told({ [name]: wrong })).toEqual([expect.objectContaining({ code: "E-DATE-FORMAT", path: name })]);
      expect(drawn({ [name]: wrong })).toBe(usual);
    }
    expect(told({ [name]: "" })).toEqual([]);
  });
  it("says so when the window ends before it begins", () => {
    expect(told({ from: "2022-01-07", to: "2022-01-02" })).toEqual([
      expect.objectContaining({ code: "E-DATE-ORDER", path: "to", value: "2022-01-02" }),
    ]);
    expect(told({ from: "2022-01-02", to: "2022-01-02" })).toEqual([]);
  });
});

describe("a field to group by", () => {
  it("may be named as ours are", () => {
    expect(drawn({ laneBy: "pad" })).toBe(drawn({ laneBy: { field: "pad" } }));
    expect(drawn({ colorBy: "pad" })).toBe(drawn({ colorBy: { field: "pad" } }));
    expect(drawn({ laneBy: "pad" })).toContain('data-lane="39A"');
  });
  it("that no event has is reported, with what there is", () => {
    for (const name of ["laneBy", "colorBy"])
      for (const by of ["padd", { field: "padd" }, { field: "__proto__" }])
        expect(told({ [name]: by })).toEqual([
          expect.objectContaining({
            code: "W-FIELD-UNKNOWN",
            path: name,
            hint: "There are lane, place, region, category, actor, pad, rocket",
          }),
        ]);
    expect(told({ laneBy: ["category", "padd"] })).toHaveLength(1);
    expect(arrange([], { laneBy: { field: "x" } }).timeline.problems).toEqual([]);
  });
});

describe("the caller's functions", () => {
  it("may have no label for an event", () => {
    for (const none of [null, undefined, "", " "])
      expect(renderSVG(data, { labels: (e) => (e.id === "a" ? none : e.title) })).toBe(usual);
    expect(drawn({ labels: () => 5 })).toContain(">5</text>");
  });
  it("have their labels cleaned, as titles are", () => {
    expect(renderSVG(data, { labels: () => "a\u202Eb\u0000c\n d" })).toContain(">abc d</text>");
  });
  it("may give no nodes for a layer, or some of a list", () => {
    const line = { type: "line", x1: 0, y1: 0, x2: 5, y2: 5, stroke: "#123456", strokeWidth: 1 };
    for (const none of [null, undefined, false, []]) expect(drawn({ layers: { mine: () => none } })).toBe(usual);
    const some = { type: "group", children: [null, line] };
    expect(drawn({ layers: { mine: () => [false, some] } }).match(/#123456/g)).toHaveLength(1);
    expect(() => drawn({ layers: { mine: () => [{ type: "circle" }] } })).toThrow(
      "layers.mine: a node has a type of group, rect, line, path, text, not “circle”",
    );
  });
});

describe("languages", () => {
  it("go by their code in capitals, and as systems write them", () => {
    const russian = drawn({ locale: "ru" });
    for (const code of ["RU", "ru_RU.UTF-8", "ru-RU"]) {
      expect(told({ locale: code })).toEqual([]);
      expect(drawn({ locale: code }).replace(/lang="[^"]*"/, 'lang="ru"')).toBe(russian);
    }
  });
});

describe("a lane that is named in an option", () => {
  const data = {
    events: [
      { title: "A", time: "2022-01-05", places: ["aktau"] },
      { title: "B", time: "2022-01-06", places: ["almaty"] },
      { title: "C", time: "2022-01-06" },
    ],
    places: [
      { id: "aktau", name: "Aktau", parent: "west" },
      { id: "almaty", name: "Almaty" },
      { id: "west", name: "The west" },
    ],
  };
  const problemsOf = (options: object): readonly Problem[] =>
    arrange(data, { laneBy: "place", ...options }).timeline.problems;
  it("and that there is not is reported, with those that there are", () => {
    const hint = "There are Almaty, The west, Aktau";
    for (const path of ["laneOrder", "folded"])
      expect(problemsOf({ [path]: ["The West", "Almaty", "The West"] })).toEqual([
        expect.objectContaining({ code: "W-LANE-UNKNOWN", severity: "warning", path, value: "The West", hint }),
      ]);
  });
  it("may be named by its id or its name, and lie in one that is folded", () => {
    expect(problemsOf({ laneOrder: ["west", "Aktau", "aktau"], folded: ["The west", "west", "aktau"] })).toEqual([]);
  });
  it("may not be known yet, or have no events yet", () => {
    expect(problemsOf({ laneOrder: ["x"], asKnownAt: "2023-01-01T00:00Z" })).toEqual([]);
    expect(arrange([], { laneOrder: ["x"], folded: ["x"] }).timeline.problems).toEqual([]);
  });
});

describe("what is no data", () => {
  it("is no ArrayBuffer, as fetch gives them, also that of another window", () => {
    const { buffer } = new TextEncoder().encode("title,start\nCurfew,2022-01-05\n");
    const other = runInNewContext("new ArrayBuffer(3)") as ArrayBuffer;
    new Uint8Array(other).set([0x41, 0x2c, 0x42]);
    expect(read(buffer).data.events).toEqual([{ title: "Curfew", time: "2022-01-05" }]);
    expect(read(other, { format: "csv" }).problems.map((p) => p.code)).toEqual(
      read("A,B", { format: "csv" }).problems.map((p) => p.code),
    );
  });
  it("is told from data in words", () => {
    for (const none of [null, undefined, 5, ["title"], {}]) {
      expect(() => read(none as never)).toThrow(
        "read() takes a text, or a Uint8Array or ArrayBuffer of a file's bytes, not ",
      );
      expect(() => readTracks(none as never)).toThrow("readTracks() takes a text, ");
      expect(() => readPeriods(none as never)).toThrow("readPeriods() takes a text, ");
    }
    for (const none of [null, undefined, 5, "title,start", Promise.resolve([])])
      for (const [name, use] of Object.entries<(data: never) => unknown>({
        renderSVG,
        renderHTML,
        describe: summary,
        arrange,
        resolve,
        toCSV,
        lostInCSV,
        asKnownAt: (data) => asKnownAt(data, "2022"),
        changesBetween: (data) => changesBetween(data, "2022", "2023"),
        correctionNote: (data) => correctionNote(data, "2022"),
      }))
        expect(() => use(none as never), name).toThrow(
          `${name}() takes a document { events: […] } or an array of events, not `,
        );
    expect(() => renderSVG(Promise.resolve([]) as never)).toThrow("not Promise");
    expect(() => renderSVG("story.csv" as never)).toThrow("not “story.csv”");
  });
  it("is told between the stages too", () => {
    for (const none of [null, undefined, 5, "x", {}]) {
      expect(() => place(none as never)).toThrow("place() takes what arrange() gives, not ");
      expect(() => draw(none as never)).toThrow("draw() takes what place() gives, not ");
      expect(() => paintSVG(none as never)).toThrow("paintSVG() takes what draw() gives, not ");
      expect(() => formatTime(none as never)).toThrow("formatTime() takes the value that parseTime() gives, not ");
      expect(() => readWorkbook(none as never)).toThrow(
        "readWorkbook() takes a Uint8Array or ArrayBuffer of a file's bytes, not ",
      );
    }
    expect(() => formatTime(parseTime("2022") as never)).toThrow("formatTime() takes the value");
  });
  it("is told from options, which may be null", () => {
    const events = [{ title: "A", time: "2022-01-05" }];
    for (const use of [renderSVG, renderHTML, summary]) {
      expect(use(events, null as never)).toBe(use(events));
      for (const none of ["dark", 5, [], () => 1])
        expect(() => use(events, none as never)).toThrow("() takes options as an object, not ");
    }
    for (const text of ["title,start\nA,2022", "name,start\nA,2022", "date,value\n2022,1"])
      for (const use of [read, readPeriods, readTracks]) {
        expect(use(text, null as never)).toEqual(use(text));
        expect(() => use(text, "csv" as never)).toThrow(TypeError);
      }
  });
  it("a window may say no more than one end", () => {
    const arrangement = arrange([{ title: "A", time: "2022-01-05" }], { width: 500 });
    const from = arrangement.view.from + 3_600_000;
    expect(place(arrangement, { from })).toEqual(place(arrangement, { ...arrangement.view, from }));
    expect(place(arrangement, null)).toEqual(place(arrangement));
  });
  it("may be a document without a list of events, as a table too", () => {
    const hint = "Of what read() gives, take what is under data";
    expect(resolve(read("title,start\nA,2022") as never).problems).toEqual([expect.objectContaining({ hint })]);
    for (const none of [{}, { events: null }, { events: {} }]) expect(toCSV(none as never)).toBe(toCSV([]));
  });
  it("has versions also where it is an array of events", () => {
    const events = [
      { id: "a", title: "A", time: "2022-01-05" },
      { id: "a", title: "B", time: "2022-01-05", knownFrom: "2022-01-06T12:00Z", note: "Renamed" },
    ];
    expect(asKnownAt(events, "2022-01-06").events.map((e) => e.title)).toEqual(["A"]);
    expect(changesBetween(events, "2022-01-06", "2022-01-07")).toHaveLength(1);
    expect(correctionNote(events, "2022-01-06")).toBe("Update, 6 January 2022, 12:00: Renamed");
    expect(() => asKnownAt(events, "soon")).toThrow("Not an instant of history: soon. Write 2022-01-06T13:50+01:00");
  });
});

it("a title that fits nowhere whole is cut where labels hold still, as it is in a still picture", () => {
  const long = [
    { title: "Short", time: "2022-01-05" },
    { title: "x".repeat(300), time: "2022-01-05" },
    { title: "word ".repeat(200), time: "2022-01-06" },
  ];
  const layout = place(arrange(long, { zoomable: true, width: 800 }));
  expect(layout.lanes.flatMap((l) => l.items).filter((i) => i.way !== undefined)).toHaveLength(3);
  expect(paintSVG(draw(layout)).match(/…<\/text>/g)).toHaveLength(2);
  expect(renderHTML(long, { width: 800 })).toContain("x".repeat(300));
});

it("says that a lane in the singular is a field of the page's own", () => {
  const events = [{ title: "A", time: "2022-01-05", lane: "x", category: "c" }];
  const problems = (laneBy: TimelineOptions["laneBy"]): readonly Problem[] =>
    arrange(events, { laneBy: laneBy as never }).timeline.problems;
  expect(problems("lane")).toMatchObject([
    {
      code: "W-FIELD-UNKNOWN",
      path: "laneBy",
      value: "lane",
      hint: 'Write lanes: ["…"] in the events, or laneBy: { field: "lane" }',
    },
  ]);
  expect(problems({ field: "lane" })).toEqual([]);
  expect(problems("place")).toEqual([]);
  expect(arrange([{ ...events[0]!, lanes: ["y"] }], { laneBy: "lane" }).timeline.problems).toEqual([]);
});

it("says which options of live pictures are none, in charts as in all others", () => {
  const strange = { controls: "none", editable: "yes", readerZone: 5, nested: "no", stateInUrl: {} };
  const { problems } = arrange([{ title: "A", time: "2022-01-05" }], strange as never).timeline;
  expect(problems.map((p) => [p.code, p.path])).toEqual(
    Object.keys(strange).map((name) => ["W-OPTION", `options.${name}`]),
  );
  const sound = { controls: { table: false }, editable: true, readerZone: null, nested: false, stateInUrl: "key" };
  expect(arrange([{ title: "A", time: "2022-01-05" }], sound as never).timeline.problems).toEqual([]);
});

it("a locale that is an object of something else is English, and told", () => {
  const { timeline } = arrange([{ title: "A", time: "2022-01-05" }], { locale: {} as never });
  expect(timeline.problems).toMatchObject([{ code: "W-LOCALE" }]);
});
