import { afterEach, describe, expect, it } from "vitest";
import { figureAt, readOn } from "../../src/browser/reading.js";
import { timeline, type Chart } from "../../src/index.js";
import { arrange, place, type TimelineData } from "../../src/static.js";

const data: TimelineData = {
  zone: "UTC",
  events: [
    { id: "a", title: "First", time: "2022-01-02" },
    { id: "b", title: "Last", time: "2022-01-08" },
  ],
  tracks: [
    {
      title: "Arrests",
      kind: "step",
      points: [
        { time: "2022-01-03", value: "a few hundred" },
        { time: "2022-01-05", value: null },
        { time: "2022-01-07", value: "more than 2,000" },
      ],
    },
    {
      title: "Price",
      points: [
        { time: "2022-01-02", value: 120 },
        { time: "2022-01-06", value: 50 },
      ],
    },
  ],
};

const charts: Chart[] = [];
async function shown(more: Partial<TimelineData> = {}): Promise<Chart> {
  const chart = timeline({ ...data, ...more }, { width: 960, readerZone: null });
  charts.push(chart);
  document.body.append(chart.element);
  await chart.ready;
  return chart;
}
afterEach(() => {
  for (const chart of charts.splice(0)) chart.destroy();
});
const frame = (): Promise<unknown> => new Promise((r) => requestAnimationFrame(() => r(null)));
const part = (chart: Chart, selector: string): HTMLElement[] => [
  ...(chart.element as unknown as HTMLElement).querySelectorAll<HTMLElement>(selector),
];
const card = (chart: Chart): string | undefined =>
  part(chart, ".datelines-preview").find((c) => !c.hidden)?.textContent ?? undefined;

describe("figures of number tracks in a page", () => {
  it("are read by keyboard, one after the other and from track to track", async () => {
    const chart = await shown();
    const svg = part(chart, "svg[role]")[0]!;
    const press = async (key: string): Promise<void> => {
      (svg.querySelector("[data-event]") ?? svg).dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
      await frame();
    };
    await press("v");
    const seen: (string | undefined)[] = [card(chart)];
    for (const key of ["End", "ArrowLeft", "Home", "ArrowDown", "ArrowRight", "ArrowRight"]) {
      await press(key);
      seen.push(card(chart));
    }
    expect(seen.map((s) => s?.replace(/2022.*/, ""))).toEqual([
      "not known5 January ",
      "more than 2,0007 January ",
      "not known5 January ",
      "a few hundred3 January ",
      "1202 January ",
      "506 January ",
      "506 January ",
    ]);
    await new Promise((r) => setTimeout(r, 560));
    expect(part(chart, "[role=status]")[0]!.textContent).toBe("Price, 6 January 2022: 50");
    await press("Escape");
    expect(card(chart)).toBe(undefined);
  });
  it("stand in the table and the list, also after new data", async () => {
    const chart = await shown();
    const details = part(chart, "details")[0] as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    const captions = (): (string | null)[] => part(chart, "details .datelines-track caption").map((c) => c.textContent);
    expect(captions()).toEqual(["Arrests", "Price"]);
    chart.update({ data: { ...data, tracks: data.tracks!.slice(1) } });
    await frame();
    expect(captions()).toEqual(["Price"]);
    part(chart, "svg[role]")[0]!.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
    await frame();
    expect(part(chart, ".datelines-table .datelines-track td").map((c) => c.textContent)).toEqual(["120", "50"]);
  });
  it("have no key where there are none", async () => {
    const chart = await shown({ tracks: undefined });
    const svg = part(chart, "svg[role]")[0]!;
    const event = new KeyboardEvent("keydown", { key: "v", bubbles: true, cancelable: true });
    svg.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(part(chart, ".datelines-help")[0]!.textContent).not.toContain("Figures");
  });
});

describe("what the pointer reads", () => {
  const layout = place(arrange(data, { width: 960, zoomable: true }));
  const [first] = layout.series;
  it("is the nearest figure of the track it is over, and none elsewhere", () => {
    const y = (first!.frame.y0 + first!.frame.y1) / 2;
    for (const p of first!.points)
      expect(figureAt(layout, p.x + 3, y)).toEqual({ series: 0, point: p.index, kept: false });
    expect(figureAt(layout, first!.points[0]!.x, layout.lanes[0]!.y0 + 2)).toBe(null);
    expect(figureAt(layout, 0, y)).toBe(null);
  });
  it("goes no farther than there are figures", () => {
    const { series } = layout.arrangement.timeline;
    const from = { series: 1, point: 1, kept: true };
    expect(readOn(series, from, "next")).toEqual(from);
    expect(readOn(series, from, "down")).toBe(from);
    expect(readOn(series, from, "up")).toEqual({ series: 0, point: 1, kept: true });
  });
});
