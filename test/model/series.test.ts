import { describe, expect, it } from "vitest";
import { asKnownAt, describe as summary, read, renderHTML, renderSVG, resolve } from "../../src/static.js";
import type { NumberTrack, TimelineData, TrackPoint } from "../../src/model/types.js";

const EVENT = { title: "Curfew", time: "2022-01-05" };
const doc = (...tracks: readonly unknown[]): TimelineData =>
  ({ zone: "Asia/Almaty", events: [EVENT], tracks }) as unknown as TimelineData;
const track = (points: readonly unknown[], more: Partial<NumberTrack> = {}): NumberTrack =>
  ({ title: "Arrests", points: points as readonly TrackPoint[], ...more }) as NumberTrack;
const at = (time: string, value?: unknown, more: object = {}) => ({ time, value, ...more });

describe("number tracks", () => {
  it("read words as quantities are read, and keep them", () => {
    const { series, problems } = resolve(
      doc(
        track([
          at("2022-01-03", "a few hundred"),
          at("2022-01-04", 62),
          at("2022-01-05", "62"),
          at("2022-01-06", "more than 2 000"),
          at("2022-01-07", "nearly 400"),
          at("2022-01-08", "10–12"),
          at("2022-01-09", "about 50"),
          at("2022-01-10", null, { low: 5, high: 9 }),
          at("2022-01-11", 7, { low: 5, high: 9 }),
          at("2022-01-12", null),
          at("2022-01-13", -4.5),
        ]),
      ),
    );
    expect(problems).toEqual([]);
    expect(series[0]!.points.map(({ said, low, best, high }) => [said, low, best, high])).toEqual([
      ["a few hundred", 200, null, null],
      ["", 62, 62, 62],
      ["", 62, 62, 62],
      ["more than 2 000", 2001, null, null],
      ["nearly 400", null, null, 399],
      ["10–12", 10, null, 12],
      ["about 50", null, 50, null],
      ["", 5, null, 9],
      ["", 5, 7, 9],
      ["", null, null, null],
      ["", -4.5, -4.5, -4.5],
    ]);
  });
  it("parse the words of the document's language and show those of another", () => {
    const value = { en: "more than 2,000", ru: "более 2000" };
    const { series } = resolve(doc(track([at("2022-01-06", value)])), { language: "ru" });
    expect(series[0]!.points[0]).toMatchObject({ said: "более 2000", low: 2001, best: null });
  });
  it("report what is wrong at its path and lose nothing else", () => {
    const { series, problems } = resolve(
      doc(
        track([
          at("2022-02-30", 1),
          at("2022-01-05", 2),
          { value: 3 },
          at("2022-01-06", true),
          at("2022-01-07", "heavy"),
        ]),
        "no track",
        { title: "Nothing" },
        track([], { title: "Empty" }),
        track([at("2022-01-05", 9, { low: 10 })], { title: "Order", kind: "pie" as "line" }),
      ),
    );
    expect(problems.map((p) => `${p.code} ${p.path}`).sort()).toEqual(
      [
        "E-DATA-TYPE tracks[0].points[2]",
        "E-DATA-TYPE tracks[0].points[3].value",
        "E-DATA-TYPE tracks[1]",
        "E-DATA-TYPE tracks[2]",
        "E-DATA-TYPE tracks[3].points",
        "E-DATE-CALENDAR tracks[0].points[0].time",
        "E-NUMBER tracks[0].points[4].value",
        "E-WORD tracks[4].kind",
        "W-NUMBER-ORDER tracks[4].points[0]",
      ].sort(),
    );
    expect(series.map((s) => [s.title, s.kind, s.points.length])).toEqual([
      ["Arrests", "line", 3],
      ["Order", "line", 1],
    ]);
    // The words stay, as a gap.
    expect(series[0]!.points.at(-1)).toMatchObject({ said: "heavy", low: null, best: null, high: null });
  });
  it("stand at the middle of what their time may be, up to the publication; a step where its extent begins", () => {
    const moments = (kind: NumberTrack["kind"], asOf?: string) =>
      resolve({
        ...doc(
          track(
            [at("2022-01-06", 1), at("2022-01-06/2022-01-07", 2), at("[..2022-01-08]", 3), at("2022-01-09T12:00", 4)],
            { kind },
          ),
        ),
        zone: "UTC",
        asOf,
      }).series[0]!.points.map((p) => new Date(p.at).toISOString().slice(5, 16));
    expect(moments("line")).toEqual(["01-06T12:00", "01-07T00:00", "01-09T00:00", "01-09T12:00"]);
    expect(moments("step")).toEqual(["01-06T00:00", "01-06T12:00", "01-09T00:00", "01-09T12:00"]);
    expect(moments("line", "2022-01-06T06:00Z")[0]).toBe("01-06T03:00");
  });
  it("are not known before they are", () => {
    const data = doc(track([at("2022-01-05", 1), at("2022-01-06", 2, { knownFrom: "2022-01-06T13:50+01:00" })]));
    expect(asKnownAt(data, "2022-01-06T13:00+01:00").tracks![0]!.points).toHaveLength(1);
    expect(asKnownAt(data, "2022-01-06T13:50+01:00").tracks![0]!.points).toHaveLength(2);
    const own = { ...data, tracks: undefined };
    const options = { tracks: data.tracks!, asKnownAt: "2022-01-06T13:00+01:00" };
    expect(resolve(own, options).series[0]!.points).toHaveLength(1);
  });
  it("come from options too, checked like those of the document", () => {
    const { series, problems } = resolve(
      { events: [EVENT] },
      { tracks: [track([at("soon", 1), at("2022-01-05", 2)])] },
    );
    expect(series[0]!.points).toHaveLength(1);
    expect(problems).toMatchObject([{ path: "options.tracks[0].points[0].time" }]);
    expect(resolve({ events: [EVENT] }, { tracks: "x" as never }).problems).toMatchObject([{ code: "E-DATA-TYPE" }]);
  });
  it("stay in documents that are read, and are lost in tables with a word", async () => {
    const text = JSON.stringify(doc(track([at("2022-01-05", 2)])));
    const { data } = read(text);
    expect(data.tracks).toHaveLength(1);
    const { lostInCSV } = await import("../../src/static.js");
    expect(lostInCSV(data).map((p) => p.path)).toContain("tracks");
  });
});

describe("what is told of them in words", () => {
  const data = doc(
    track([at("2022-01-03", "a few hundred"), at("2022-01-04", null), at("2022-01-06", "more than 2,000")], {
      unit: "people",
      source: "police",
    }),
  );
  it("is a sentence of the summary, in every language", () => {
    expect(summary(data)).toContain(
      "Arrests (people): 2 figures from 3 January 2022 to 6 January 2022; the first a few hundred, the last more than 2,000; not known: 1.",
    );
    for (const locale of ["ru", "kk", "fa", "fr", "de"]) {
      const text = summary(data, { locale });
      expect(text).toContain("more than 2,000");
      expect(text).not.toMatch(/figures|not known|undefined/);
    }
  });
  it("is a table of every figure in pages, and a list in pictures", () => {
    const html = renderHTML(data);
    const table = /<table class="datelines-track">.*?<\/table>/s.exec(html)![0];
    expect(table).toContain("<caption>Arrests (people); according to police</caption>");
    expect([...table.matchAll(/<td>(.*?)<\/td>/g)].map((m) => m[1])).toEqual([
      "a few hundred",
      "not known",
      "more than 2,000",
    ]);
    const svg = renderSVG(data, { from: "2022-01-01", to: "2022-01-08" });
    expect(svg).toContain('aria-label="Arrests (people), 4 January 2022: not known"');
    expect(svg).toContain('aria-label="Arrests (people), 6 January 2022: more than 2,000"');
  });
  it("is text, whatever is in it", () => {
    const evil = '<script>alert(1)</script>"';
    const bad = doc(track([at("2022-01-05", evil), at("2022-01-06", 3)], { title: evil, unit: evil, source: evil }));
    for (const out of [renderHTML(bad), renderSVG(bad)]) expect(out).not.toContain("<script");
  });
});
