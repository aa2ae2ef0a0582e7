import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { denseCore } from "../../src/layout/window.js";
import { arrange } from "../../src/layout/arrange.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";

const story = JSON.parse(
  readFileSync(new URL("../../examples/kazakhstan-2022-01.json", import.meta.url), "utf8"),
) as TimelineData;

describe("opening window", () => {
  it("shows the five days that matter, whatever happened ten years back or ends in six months", () => {
    const { view } = arrange(story);
    expect([view.from, view.to]).toEqual([Date.UTC(2022, 0, 1, 18), Date.UTC(2022, 0, 6, 18)]);
  });
  it("shows figures whole that go on a little longer than the events, and those that stand alone", () => {
    const years = (from: number, to: number) => ({
      title: "Launches",
      points: Array.from({ length: to - from + 1 }, (_, i) => ({ time: String(from + i), value: i })),
    });
    const open = (times: string[], from: number, to: number): number[] => {
      const events = times.map((time) => ({ title: time, time }));
      const { view } = arrange({ zone: "UTC", events, tracks: [years(from, to)] });
      return [view.from, view.to].map((ms) => new Date(ms).getUTCFullYear());
    };
    expect(open(["1957", "1965", "1990", "2009"], 1955, 2018)).toEqual([1953, 2021]);
    // Not those of centuries around.
    expect(open(["1957", "1965", "1990", "2009"], 1700, 2018)[0]).toBeGreaterThan(1950);
    expect(open([], 1990, 2000)).toEqual([1989, 2002]);
  });
  it("obeys from and to; to covers its whole day", () => {
    const { view } = arrange(story, { from: "2022-01-03", to: "2022-01-04" });
    expect([view.from, view.to]).toEqual([Date.UTC(2022, 0, 2, 18), Date.UTC(2022, 0, 4, 18)]);
  });
  it("reports a window that cannot be read", () => {
    expect(arrange(story, { from: "soon" }).timeline.problems).toMatchObject([{ code: "E-DATE-FORMAT", path: "from" }]);
  });
  it("cuts outliers only where that pays", () => {
    expect(denseCore([0, 90, 91, 92, 93, 94, 95, 96])).toEqual([90, 96]);
    expect(denseCore([0, 10, 20, 30, 40, 50, 60, 70])).toEqual([0, 70]);
    expect(denseCore([0, 90, 91])).toEqual([0, 91]);
    expect(denseCore([5])).toEqual([5, 5]);
  });
  it("shows all of the minutes, days, months or years in which its moments lie, in no year or month that is another's", () => {
    const open = (...times: string[]): string[] => {
      const { view } = arrange({ zone: "UTC", events: times.map((time) => ({ title: time, time })) });
      return [view.from, view.to].map((ms) => new Date(ms).toISOString().slice(0, 16));
    };
    expect(open("2022-01-05")).toEqual(["2022-01-04T00:00", "2022-01-07T00:00"]);
    expect(open("2022-01-01", "2022-01-02")).toEqual(["2022-01-01T00:00", "2022-01-03T00:00"]);
    const [minute, after] = open("1969-07-16T13:32Z", "1969-07-16T13:33Z");
    expect(minute! <= "1969-07-16T13:30" && after! >= "1969-07-16T13:36" && after! < "1969-07-16T13:45").toBe(true);
    for (const times of [
      ["2022-01"],
      ["2022-01", "2022-02"],
      ["2022-02", "2022-03"],
      ["1455"],
      ["1455", "1456"],
      ["14XX"],
    ]) {
      const [from, to] = open(...times);
      const { events } = arrange({ zone: "UTC", events: times.map((time) => ({ title: time, time })) }).timeline;
      for (const { span } of events) {
        expect(Date.parse(from + "Z")).toBeLessThanOrEqual(span.startMin!);
        expect(Date.parse(to + "Z")).toBeGreaterThanOrEqual(span.endMax! - 1);
      }
    }
    // What is known to a month only does not squash the days that matter.
    expect(open("2022-01-02", "2022-01-03", "2022-01-05", "2022-01", "2022-01")).toEqual([
      "2022-01-02T00:00",
      "2022-01-06T00:00",
    ]);
  });
  it("has room around one event, around none, and around two a millisecond apart", () => {
    for (const events of [
      [],
      [{ title: "A", time: "2022-01-05" }],
      [
        { title: "A", time: 5 },
        { title: "B", time: 6 },
      ],
      [
        { title: "A", time: "1500" },
        { title: "B", time: "2022" },
      ],
    ] as TimelineEvent[][]) {
      const { view } = arrange({ events });
      expect(view.to).toBeGreaterThan(view.from);
    }
  });
});
