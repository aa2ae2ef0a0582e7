import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldingLane, laneAround, toggledFold } from "../../src/browser/folding.js";
import { readState, writeState } from "../../src/browser/url-state.js";
import { arrange, type TimelineData } from "../../src/static.js";
import { timeline } from "../../src/index.js";

/** Places p0 … of which each lies in an earlier one or in none, with an event in each. */
const forests = fc
  .array(fc.integer({ min: -1, max: 9 }), { minLength: 1, maxLength: 10 })
  .map((parents): TimelineData => ({
    zone: "UTC",
    places: parents.map((p, i) => ({ id: `p${i}`, name: `P ${i}`, ...(p >= 0 && p < i ? { parent: `p${p}` } : {}) })),
    events: parents.map((_, i) => ({ id: `e${i}`, title: `E ${i}`, time: `2022-01-${10 + i}`, places: [`p${i}`] })),
  }));
const lanesOf = (data: TimelineData, folded: readonly string[]) => arrange(data, { laneBy: "place", folded });
/** What a lane lies in, asked of the document. */
const parentOf = (data: TimelineData, id: string): string | undefined => data.places!.find((p) => p.id === id)!.parent;

describe("folding", () => {
  it("is undone by doing it again, wherever and in whatever order", () => {
    fc.assert(
      fc.property(forests, fc.array(fc.nat(9), { maxLength: 6 }), fc.nat(9), (data, many, one) => {
        let folded: readonly string[] = [];
        for (const k of many) folded = toggledFold(lanesOf(data, folded), folded, `p${k}`);
        const before = lanesOf(data, folded);
        const once = toggledFold(before, folded, `p${one}`);
        const twice = toggledFold(lanesOf(data, once), once, `p${one}`);
        expect([...twice].sort()).toEqual([...folded].sort());
        const isGroup = before.lanes.find((l) => l.id === `p${one}`)?.nest?.group != null;
        expect(once !== folded).toBe(isGroup);
      }),
    );
  });
  it("unfolds one of two lanes that a page folded by the name of both", () => {
    const data: TimelineData = {
      zone: "UTC",
      places: [
        { id: "a", name: "North" },
        { id: "a1", name: "One", parent: "a" },
        { id: "b", name: "North" },
        { id: "b1", name: "Two", parent: "b" },
      ],
      events: ["a1", "b1"].map((p) => ({ id: `e-${p}`, title: p, time: "2022-01-01", places: [p] })),
    };
    expect(toggledFold(lanesOf(data, ["North"]), ["North"], "a")).toEqual(["b"]);
  });
  it("finds the lane around a lane and the button that folds it, as the document says", () => {
    fc.assert(
      fc.property(forests, fc.array(fc.nat(9), { maxLength: 4 }), (data, many) => {
        const arrangement = lanesOf(
          data,
          many.map((k) => `p${k}`),
        );
        arrangement.lanes.forEach((lane, i) => {
          if (lane.nest === undefined) return;
          const parent = parentOf(data, lane.id);
          const around = laneAround(arrangement, i);
          expect(around === undefined ? undefined : arrangement.lanes[around]!.id).toBe(
            lane.nest.depth === 0 ? undefined : parent,
          );
          const button = foldingLane(arrangement, i);
          const holds = lane.nest.group !== null;
          expect(button === undefined ? undefined : arrangement.lanes[button]!.id).toBe(holds ? lane.id : parent);
        });
      }),
    );
  });
  it("goes through the address: which lanes, none of them, or what the page says", () => {
    fc.assert(
      fc.property(
        fc.option(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 10 }), { nil: undefined }),
        (folded) => {
          expect(readState(writeState(folded === undefined ? {} : { folded })).folded).toEqual(folded);
        },
      ),
    );
  });
  it("is told, keeps to ids that are there, and is in what is taken along", async () => {
    const data: TimelineData = {
      zone: "UTC",
      places: [
        { id: "a", name: "North" },
        { id: "a1", name: "One", parent: "a" },
        { id: "a2", name: "Two", parent: "a" },
      ],
      events: ["a1", "a2"].map((p, i) => ({ id: `e-${p}`, title: p, time: `2022-01-0${i + 1}`, places: [p] })),
    };
    const chart = timeline(data, { laneBy: "place" });
    document.body.append(chart.element);
    await chart.ready;
    const heard: unknown[] = [];
    chart.element.addEventListener("foldchange", (e) => heard.push(e.detail));
    const button = (): HTMLElement => chart.element.querySelector<HTMLElement>(".datelines-fold")!;
    expect(button().getAttribute("aria-expanded")).toBe("true");
    button().click();
    expect(heard).toEqual([{ folded: ["a"] }]);
    expect(chart.folded).toEqual(["a"]);
    expect(button().getAttribute("aria-expanded")).toBe("false");
    expect(button().getAttribute("aria-label")).toBe("North, 2 events, 2 lanes");
    expect(chart.toSVG()).not.toContain('data-lane="a1"');
    expect(chart.toSVG({ folded: [] })).toContain('data-lane="a1"');
    chart.fold(["nobody"]);
    expect(button().getAttribute("aria-expanded")).toBe("true");
    chart.destroy();
  });
});
