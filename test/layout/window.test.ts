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
  it("shows few days, months or years whole, and no more than that", () => {
    const windowOf = (...times: string[]): string[] => {
      const { view } = arrange({ zone: "UTC", events: times.map((time) => ({ title: "A", time })) });
      return [view.from, view.to].map((ms) => new Date(ms).toISOString().slice(0, 13));
    };
    expect(windowOf("2022-01-05", "2022-01-06")).toEqual(["2022-01-05T00", "2022-01-07T00"]);
    expect(windowOf("2022-01", "2022-02")).toEqual(["2022-01-01T00", "2022-03-01T00"]);
    expect(windowOf("2021", "2022")).toEqual(["2021-01-01T00", "2023-01-01T00"]);
    // A month among days would squash them.
    expect(windowOf("2022-01-14", "2022-01", "2022-01-17")).toEqual(["2022-01-14T00", "2022-01-18T00"]);
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
