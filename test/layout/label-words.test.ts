import { describe, expect, it } from "vitest";
import { arrange, place, renderSVG, type TimelineEvent } from "../../src/static.js";

const DAYS: TimelineEvent[] = ["02", "03", "05"].map((d) => ({ title: `On the ${d}`, time: `2022-01-${d}` }));

/** What the label of the last event says under its title, and the marks that the legend explains. */
function told(event: TimelineEvent): { readonly detail: string; readonly legend: readonly (string | undefined)[] } {
  const layout = place(
    arrange({ zone: "UTC", events: [...DAYS, { ...event, id: "last" }] }, { from: "2022-01-02", to: "2022-01-06" }),
  );
  const svg = renderSVG({ zone: "UTC", events: [...DAYS, event] }, { from: "2022-01-02", to: "2022-01-06" });
  return {
    detail: [...svg.matchAll(/>([^<>]+)<\/text>/g)].map((m) => m[1]!).join(" | "),
    legend: layout.foot.legend.map((l) => l.mark),
  };
}

describe("what a label says of an end outside the picture", () => {
  it("is one date of a moment, whichever part of it is inside", () => {
    const month = told({ title: "Some time", time: "2022-01" }).detail;
    expect(month).toContain("| January 2022 |");
    expect(month).not.toMatch(/from January|to January/);
    const week = told({ title: "Some time", time: { within: "2022-01-05/2022-01-12" } }).detail;
    expect(week).not.toContain("to 12 January");
    expect(week).toContain("12 January 2022 |");
  });
  it("is the end of what lasts", () => {
    expect(told({ title: "Strike", time: "2022-01-05/2022-01-12" }).detail).toContain("to 12 January 2022");
  });
});

describe("the legend", () => {
  it("shows of the uncertain what is in the picture: a ring of a moment, a bar where there is one", () => {
    const ring = told({ title: "Some time", time: "2022-01-04?" }).legend;
    expect(ring).toContain("doubted");
    expect(ring).not.toContain("uncertain");
    const bar = told({ title: "Some time", time: "2022-01-04?/2022-01-05" }).legend;
    expect(bar).toContain("uncertain");
  });
});
