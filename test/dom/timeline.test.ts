import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, describe, expect, it, vi } from "vitest";
import { timeline, type Chart } from "../../src/index.js";
import type { TimelineData } from "../../src/static.js";

const root = path.resolve(import.meta.dirname, "../..");
const story = JSON.parse(readFileSync(path.join(root, "examples/kazakhstan-2022-01.json"), "utf8")) as TimelineData;

const charts: Chart[] = [];
async function shown(
  data: Parameters<typeof timeline>[0],
  options: Parameters<typeof timeline>[1] = {},
): Promise<Chart> {
  const chart = timeline(data, { readerZone: "Asia/Almaty", ...options });
  charts.push(chart);
  document.body.append(chart.element);
  await chart.ready;
  return chart;
}
afterEach(() => {
  for (const chart of charts.splice(0)) chart.destroy();
  expect(document.body.children.length).toBe(0);
});

describe("timeline()", () => {
  it("is a figure, not in the page, until the page takes it", async () => {
    const chart = timeline(story);
    charts.push(chart);
    expect(chart.element.localName).toBe("figure");
    expect(chart.element.isConnected).toBe(false);
    await chart.ready;
    expect(chart.element.querySelectorAll("[data-label]").length).toBeGreaterThan(15);
  });
  it("says what it needs where there is no document, and what data is", () => {
    expect(() => timeline(null as never)).toThrow(/document .* or an array/);
    expect(() => timeline(5 as never)).toThrow(TypeError);
  });
  it("goes on with what pages without types give it", async () => {
    const chart = await shown(story, { hydrate: document.querySelector("figure"), controls: null } as never);
    const all = { from: chart.view.from, to: chart.view.to };
    chart.setView({ from: -Infinity, to: Infinity }, { animate: false });
    expect(chart.view.from).toBeLessThan(all.from);
    expect(chart.view.to).toBeGreaterThan(all.to);
    chart.setView({ from: NaN, to: all.to }, { animate: false });
    const counts: number[] = [];
    chart.element.addEventListener("filterchange", ({ detail }) => counts.push(detail.count));
    for (const filter of [{ importance: "1" }, null, { text: 62 }, undefined, { importance: "" }, { importance: NaN }])
      chart.filter(filter as never);
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(counts).toEqual([3, 18, 1, 18, 18, 18]);
    chart.append({ id: "one", title: "One", time: "2022-01-06" } as never);
    expect(chart.data.events.at(-1)).toMatchObject({ id: "one" });
    chart.update({ options: { asKnownAt: "soon" } });
    expect(chart.problems.map((p) => [p.code, p.path])).toContainEqual(["E-DATE-FORMAT", "asKnownAt"]);
  });
  it("says other quantities when it is asked to", async () => {
    const chart = await shown(story, { width: 960 });
    const labels = (): string =>
      [...chart.element.querySelectorAll("[data-label]")].map((e) => e.textContent).join(" ");
    const frame = (): Promise<unknown> => new Promise((r) => requestAnimationFrame(r));
    expect(labels()).toMatch(/arrested: more than 2,000/);
    chart.update({ options: { quantity: ["injured"] } });
    await frame();
    expect(labels()).toMatch(/injured: more than 1,000/);
    expect(labels()).not.toMatch(/arrested: /);
    chart.update({ options: { quantity: true } });
    await frame();
    expect(labels()).toMatch(/arrested: more than 2,000/);
  });
  it("takes what is no width for none", async () => {
    const usual = (await shown(story)).toSVG();
    for (const width of [0, -5, NaN, Infinity, null, "wide"]) {
      const chart = await shown(story, { width } as never);
      expect(chart.toSVG(), String(width)).toBe(usual);
      chart.update({ options: { width: 500 } });
      chart.update({ options: { width } as never });
      expect(chart.view).toEqual(charts[0]!.view);
    }
  });
  it("takes a picture along in millimetres, and of another window, moment or language", async () => {
    const chart = await shown(story, { width: 960 });
    const size = (svg: string): string => /viewBox="([^"]*)"/.exec(svg)![1]!;
    const print = chart.toSVG({ unit: "mm", width: 90 });
    expect(print).toContain('width="90mm"');
    expect(size(print)).toMatch(/^0 0 255\.12 /);
    expect(chart.toSVG({ unit: "mm" })).toContain('width="254mm"');
    expect(size(chart.toSVG({ width: 400 }))).toMatch(/^0 0 400 /);
    const first = chart.toSVG();
    for (const own of [
      { from: "2022-01-04", to: "2022-01-05" },
      { asKnownAt: "2022-01-06T13:00+01:00" },
      { locale: "ru" },
      { timeScale: "gaps" as const },
    ])
      expect(chart.toSVG(own)).not.toBe(first);
    expect(chart.toSVG({ asKnownAt: "2022-01-06T13:00+01:00" })).toContain("As known 6 January 2022, 18:00");
    expect(chart.toSVG({ locale: "ru" })).toContain("января");
    expect(chart.toSVG()).toBe(first);
  });
  it("tells the page what the reader does", async () => {
    const chart = await shown(story);
    const heard: [string, unknown][] = [];
    for (const name of ["eventselect", "eventhover", "viewchange", "filterchange"])
      document.body.addEventListener(name, (e) => heard.push([name, (e as CustomEvent).detail]), { once: true });
    chart.select("arrests");
    chart.filter({ category: "protest" });
    chart.setView({ from: chart.view.from, to: chart.view.to - 864e5 }, { animate: false });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(heard.map(([name]) => name).sort()).toEqual(["eventselect", "filterchange", "viewchange"]);
    expect(heard.find(([n]) => n === "eventselect")![1]).toMatchObject({ id: "arrests" });
    expect(heard.find(([n]) => n === "filterchange")![1]).toMatchObject({ count: 4, total: 18 });
  });
  it("ignores what makes no sense: ids that are not there, windows the wrong way round", async () => {
    const chart = await shown(story);
    const before = chart.view;
    chart.select("nobody");
    chart.setView({ from: 5, to: 4 });
    chart.setView({ from: NaN, to: NaN });
    expect(chart.selected).toBe(null);
    expect(chart.view).toEqual(before);
  });
  it("says what each function takes, before anything is changed", async () => {
    const chart = await shown(story);
    const { data, view } = chart;
    const events = (data.events as object[]).length;
    for (const none of [undefined, null, 5, "x"]) {
      expect(() => chart.update(none as never)).toThrow("update() takes { data, options }, not ");
      expect(() => chart.append(none as never)).toThrow("append() takes a list of events, not ");
      expect(() => chart.setView(none as never)).toThrow("setView() takes { from, to } in ms since 1970, or as Dates");
    }
    for (const none of [Promise.resolve([]), story, new Set()])
      expect(() => chart.append(none as never)).toThrow("append() takes a list of events, not ");
    for (const data of [[], story, { option: {} }])
      expect(() => chart.update(data as never)).toThrow("update() takes { data, options }, not ");
    for (const view of [{}, { from: 5 }, { from: "2022-01-04", to: "2022-01-06" }, { from: null, to: null }])
      expect(() => chart.setView(view as never)).toThrow("setView() takes { from, to } in ms");
    expect(() => chart.update({ options: "dark" as never })).toThrow("update() takes options as an object");
    expect(() => chart.update({ data: "x" as never })).toThrow("update() takes a document");
    expect(() => chart.filter((() => true) as never)).toThrow("filter() takes { category, lane, text,");
    expect(() => chart.fold("x" as never)).toThrow("fold() takes a list of ids or names of lanes, not “x”");
    expect(() => chart.select({} as never)).toThrow("select() takes the id of an event, or null, not Object");
    expect(() => chart.toSVG("x" as never)).toThrow("toSVG() takes options as an object, not “x”");
    expect(chart.toSVG(null as never)).toBe(chart.toSVG());
    chart.update({ data: undefined, options: null as never });
    expect((chart.data.events as object[]).length).toBe(events);
    expect(chart.view).toEqual(view);
  });
  it("says what timeline() takes, and leaves nothing behind then", () => {
    for (const none of [undefined, null, 5, "story.csv", Promise.resolve(story)])
      expect(() => timeline(none as never, { stateInUrl: true })).toThrow("timeline() takes a document { events");
    expect(() => timeline(story, "dark" as never)).toThrow("timeline() takes options as an object, not “dark”");
    for (const hydrate of ["#story", 5, document])
      expect(() => timeline(story, { hydrate: hydrate as never })).toThrow("timeline() takes an element to hydrate");
    charts.push(timeline(story, null as never));
  });
  it("takes Dates for a window", async () => {
    const chart = await shown(story);
    const [from, to] = [Date.UTC(2022, 0, 4), Date.UTC(2022, 0, 6)];
    chart.setView({ from: new Date(from), to: new Date(to) }, { animate: false });
    expect(chart.view).toEqual({ from, to });
  });
  it("stays inside of its limits", async () => {
    const chart = await shown(story);
    chart.setView({ from: -1e15, to: 1e15 }, { animate: false });
    expect(chart.view.from).toBeGreaterThan(Date.UTC(2010, 0));
    expect(chart.view.to).toBeLessThan(Date.UTC(2024, 0));
    chart.setView({ from: Date.UTC(2022, 0, 5), to: Date.UTC(2022, 0, 5) + 5 }, { animate: false });
    expect(chart.view.to - chart.view.from).toBeGreaterThan(6e4 - 1);
  });
  it("shows after append what a chart of all events shows, whatever is appended", async () => {
    const { events } = story;
    const more = [
      [{ id: "one", title: "A late report", time: "2022-01-05T12:00", lanes: ["almaty"], category: "protest" }],
      // A name that nothing has, a version, and a mistake.
      [{ id: "two", title: "Elsewhere", time: "2022-01-04", lanes: ["oral"], sources: ["A new source"] }],
      [{ id: "one", title: "A later report", knownFrom: "2022-01-06T14:00+01:00" } as never],
      [{ id: "three", title: "Nobody knows when", time: "overnight" }],
    ];
    const chart = await shown(story, { idPrefix: "same" });
    chart.setView({ from: Date.UTC(2022, 0, 4), to: Date.UTC(2022, 0, 6) }, { animate: false });
    let all = events;
    for (const batch of more) {
      all = [...all, ...batch];
      chart.append(batch);
      const whole = await shown({ ...story, events: all }, { idPrefix: "same" });
      whole.setView(chart.view, { animate: false });
      await new Promise((r) => requestAnimationFrame(() => r(null)));
      // Which attribute was set first, and where the focus would go, is the past of each.
      const picture = (c: Chart) =>
        [...c.element.querySelectorAll(".datelines-stage > svg, .datelines-stage > svg *")].map((e) => [
          e.localName,
          ...[...e.attributes]
            .map((a) => `${a.name}=${a.value}`)
            .filter((a) => !a.startsWith("tabindex"))
            .sort(),
          e.children.length === 0 ? e.textContent : "",
        ]);
      expect(picture(chart)).toEqual(picture(whole));
      expect(chart.toSVG()).toBe(whole.toSVG());
      expect(chart.problems).toEqual(whole.problems);
    }
    expect(chart.element.textContent).toContain("Elsewhere");
  });
  it("gives an event that is appended under an id that is taken another, and says so", async () => {
    const chart = await shown([
      { id: "a", title: "old", time: "2022-01-02" },
      { id: "b", title: "bb", time: "2022-01-05" },
    ]);
    chart.select("a");
    chart.append([
      { id: "a", title: "appended", time: "2022-01-03" },
      { id: "a", title: "appended too", time: "2022-01-04" },
    ]);
    chart.append([{ id: "b", title: "later version", time: "2022-01-05", knownFrom: "2022-01-06T10:00Z" }]);
    expect(chart.data.events.map((e) => e.id)).toEqual(["a", "b", "a-2", "a-3", "b"]);
    expect(chart.selected).toBe("a");
    expect(chart.element.querySelector(".datelines-card h3")!.textContent).toBe("old");
    const told = chart.problems.filter((p) => p.code === "E-ID-DUPLICATE");
    expect(told.map((p) => p.path)).toEqual(["events[2].id", "events[3].id"]);
    chart.update({ data: [{ title: "A", time: "2022-01-02" }] });
    expect(chart.problems).toEqual([]);
  });
  it("goes on where the page's own code threw, from what was there before", async () => {
    const events = [
      { id: "a", title: "A", time: "2022-01-02", own: { name: "q" } },
      { id: "b", title: "B", time: "2022-01-05", own: { name: "r" } },
    ];
    const laneBy = (e: { extra: Record<string, unknown> }): string => (e.extra.own as { name: string }).name;
    const chart = await shown(events as never, { laneBy: laneBy as never });
    expect(() => chart.append([{ id: "z", title: "Z", time: "2022-01-03" }])).toThrow(TypeError);
    expect(chart.data.events.length).toBe(2);
    chart.update({ options: { title: "Still there" } });
    expect(chart.toSVG()).toContain("Still there");
    expect(chart.element.querySelectorAll("[data-lane] [data-event]").length).toBe(2);
  });
  it("is not ready where the first picture could not be drawn", async () => {
    const labels = (): string => {
      throw new Error("no words");
    };
    const told: ((entries: object[]) => void)[] = [];
    class Observer {
      constructor(callback: (entries: object[]) => void) {
        told.push(callback);
      }
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    }
    vi.stubGlobal("ResizeObserver", Observer);
    const chart = timeline(story, { labels });
    vi.unstubAllGlobals();
    document.body.append(chart.element);
    charts.push(chart);
    for (const tell of told) expect(() => tell([{ contentRect: { width: 1000 } }])).toThrow("no words");
    await expect(chart.ready).rejects.toThrow("no words");
  });
  it("says that nothing is selected where its event has gone", async () => {
    const chart = await shown(story);
    const heard: (string | null)[] = [];
    chart.element.addEventListener("eventselect", ({ detail }) => heard.push(detail.id));
    chart.select("injured");
    chart.filter({ category: "government" });
    chart.filter({});
    chart.select("injured");
    chart.update({ data: [{ title: "A", time: "2022-01-02" }] });
    expect([chart.selected, ...heard]).toEqual([null, "injured", null, "injured", null]);
  });
  it("describes the window of a picture that is taken along", async () => {
    const chart = await shown(story);
    const window = { from: Date.UTC(2022, 0, 5), to: Date.UTC(2022, 0, 6) };
    chart.setView(window, { animate: false });
    const described = (svg: string): string => /<desc[^>]*>([^<]*)/.exec(svg)![1]!;
    const [seen, asked] = [chart.toSVG(), chart.toSVG({ from: "2022-01-05T00:00Z", to: "2022-01-06T00:00Z" })];
    expect(described(seen)).toBe(described(asked));
    expect(described(seen)).not.toContain("2 January");
  });
  it("goes to a new window of the options at once, even while it is on its way to another", async () => {
    const chart = await shown(story);
    const day = (n: number): number => Date.UTC(2022, 0, n);
    chart.setView({ from: day(3), to: day(4) });
    chart.update({ options: { from: "2022-01-05", to: "2022-01-05", zone: "UTC" } });
    // As long as the movement would have taken.
    await new Promise((r) => setTimeout(r, 900));
    expect(chart.view).toEqual({ from: day(5), to: day(6) });
  });
  it("is over when it is destroyed: it moves nothing and says nothing", async () => {
    const chart = await shown(story);
    const heard: string[] = [];
    for (const name of ["eventselect", "filterchange", "viewchange", "foldchange"] as const)
      chart.element.addEventListener(name, () => heard.push(name));
    chart.destroy();
    chart.select("injured");
    chart.filter({ text: "x" });
    chart.fold([]);
    chart.append([{ title: "A", time: "2022-01-02" }]);
    await new Promise((r) => setTimeout(r, 30));
    expect(heard).toEqual([]);
  });
  it("takes over a figure, or what it stands in, and nothing else", () => {
    const holder = document.createElement("div");
    expect(() => timeline(story, { hydrate: holder })).toThrow("timeline() takes a figure made by renderHTML()");
  });
  it("adds what the reader chooses to a filter that is a function of the page's own", async () => {
    const chart = await shown(story, { filter: (e) => e.category === "violence" || e.category === "protest" });
    const told = (): string[] => [
      ...new Set([...chart.element.querySelectorAll("svg [data-event]")].map((e) => e.getAttribute("data-event")!)),
    ];
    const all = told().length;
    chart.filter({ category: "violence" });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect([all, told().length]).toEqual([7, 3]);
    chart.filter({ category: "government" });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(told()).toEqual([]);
  });
  it("filters by ids or names", async () => {
    const chart = await shown(
      [
        { id: "a", title: "A", time: "2022-01-05", lanes: ["The West"], category: "Big news" },
        { id: "b", title: "B", time: "2022-01-06", lanes: ["East"], category: "x" },
      ],
      { laneBy: "lane" },
    );
    const counts: number[] = [];
    chart.element.addEventListener("filterchange", ({ detail }) => counts.push(detail.count));
    for (const lane of ["The West", "The_West", ["East", "The West"], "Nowhere"]) chart.filter({ lane });
    for (const category of ["Big news", ["x"]]) chart.filter({ category });
    expect(counts).toEqual([1, 1, 2, 0, 1, 1]);
  });
  it("says how many events are shown where not all are, with the way back", async () => {
    const chart = await shown(story);
    const bar = (): HTMLElement | null => chart.element.querySelector(".datelines-some:not([hidden])");
    expect(bar()).toBeNull();
    chart.filter({ category: "violence" });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(bar()!.textContent).toContain("3 of 18 events");
    bar()!.querySelector("button")!.click();
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(chart.element.querySelector(".datelines-some:not([hidden]), .datelines-none:not([hidden])")).toBeNull();
  });
  it("has a table with the lanes, and no column of which nothing is said", async () => {
    const chart = await shown(
      [
        { id: "a", title: "A", time: "2022-01-05", lanes: ["The West"], places: ["Aktau"] },
        { id: "b", title: "B", time: "2022-01-06", lanes: ["East"] },
      ],
      { laneBy: "lane" },
    );
    chart.element.querySelector<HTMLElement>("[aria-label=Table]")!.click();
    const rows = [...chart.element.querySelectorAll(".datelines-table tr")].map((r) =>
      [...r.children].map((c) => c.textContent),
    );
    expect(rows[0]).toEqual(["Time", "Event", "Place"]);
    expect(rows.slice(1).map((r) => r[2])).toEqual(["The West, Aktau", "East"]);
  });
  it("says in which zone a moment is that is not told in that of the axis", async () => {
    const chart = await shown(story);
    expect(chart.element.querySelector(".datelines-known output")!.textContent).toContain("13:50\u00a0Paris (latest)");
    chart.element.querySelector<HTMLElement>("[aria-label='Previous change']")!.click();
    const before = chart.element.querySelector(".datelines-known output")!;
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(before.textContent).toBe("As known before 6 January 2022, 13:50\u00a0Paris");
  });
  it("says no dates in its strip before the first, on an axis that tells order alone", async () => {
    const chart = await shown(story, { timeScale: "sequence" });
    const ends = [...chart.element.querySelectorAll(".datelines-overview text")].map((t) => t.textContent);
    expect(ends.map((text) => text.slice(-4))).toEqual(["2011", "2022"]);
  });
  it("says who moved the window, so that charts can follow each other's readers", async () => {
    const [a, b] = [await shown(story), await shown(story)];
    const heard: string[] = [];
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      one.element.addEventListener("viewchange", ({ detail }) => {
        heard.push(`${one === a ? "a" : "b"} ${detail.by}`);
        if (detail.by === "reader") other.setView(detail, { animate: false });
      });
    a.setView({ from: a.view.from, to: (a.view.from + a.view.to) / 2 }, { animate: false });
    await vi.waitFor(() => expect(heard).toEqual(["a page"]));
    b.element.querySelector(".datelines-overview")!.dispatchEvent(new KeyboardEvent("keydown", { key: "+" }));
    // It moves there, and the other follows with every step, a frame later.
    await vi.waitFor(() => expect(heard.filter((h) => h === "b reader").length).toBeGreaterThan(1), 5000);
    await vi.waitFor(() => expect(a.view).toEqual(b.view), 5000);
    expect(new Set(heard)).toEqual(new Set(["a page", "b reader"]));
    a.update({ options: { from: "2022-01-05", to: "2022-01-05", zone: "UTC" } });
    const before = heard.length;
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before));
    expect(heard.at(-1)).toBe("a page");
  });
  it("takes a theme that is null for none", async () => {
    expect((await shown(story, { theme: null as never })).problems).toEqual([]);
  });
  it("gives what is seen as a picture of its own", async () => {
    const chart = await shown(story);
    chart.select("arrests");
    const svg = chart.toSVG();
    expect(svg).toMatch(/^<svg xmlns/);
    expect(svg).toContain("Five days that shook Kazakhstan");
    expect(svg).not.toContain("datelines-highlight");
    expect(svg).not.toContain("tabindex");
    expect(chart.toSVG()).toBe(svg);
    expect(chart.toSVG({ width: 500, theme: "dark" })).toContain('width="500"');
  });
  it("takes away everything it made, twice if asked", async () => {
    const chart = await shown(story);
    chart.destroy();
    chart.destroy();
    expect(chart.element.childNodes.length).toBe(0);
    expect(chart.element.isConnected).toBe(false);
    expect(() => chart.setView({ from: 0, to: 1e12 })).not.toThrow();
  });
  it("does nothing again for a page that says again what it said before", async () => {
    let asked = 0;
    const labels = (e: { readonly title: string }): string => {
      asked++;
      return e.title;
    };
    const events = [...story.events];
    const chart = await shown(events, { labels, from: "2022-01-02", to: "2022-01-07" });
    const before = asked;
    expect(before).toBeGreaterThan(0);
    chart.update({ data: events, options: { labels, from: "2022-01-02", to: "2022-01-07", laneBy: undefined } });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(asked).toBe(before);
    chart.update({ data: [...events] });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(asked).toBe(2 * before);
  });
  it("lets the reader keep the window and the filter when other options change, or the same are given again", async () => {
    const options = { from: "2022-01-02", to: "2022-01-07", filter: { importance: 4 }, asKnownAt: "2022-01-06T14:00Z" };
    const chart = await shown(story, options);
    const window = { from: Date.UTC(2022, 0, 4), to: Date.UTC(2022, 0, 5) };
    chart.setView(window, { animate: false });
    chart.filter({ category: "protest" });
    const marks = (): number => chart.element.querySelectorAll("[data-event]").length;
    chart.update({ data: { ...story }, options: { ...options, filter: { ...options.filter }, colorBy: null } });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(chart.view).toEqual(window);
    const few = marks();
    chart.update({ options: { from: "2022-01-03", filter: {} } });
    await new Promise((r) => requestAnimationFrame(() => r(null)));
    expect(chart.view.from).toBe(Date.UTC(2022, 0, 2, 18));
    expect(marks()).toBeGreaterThan(few);
  });
  it("keeps layers, words and label texts of the caller's own", async () => {
    const chart = await shown(story, {
      labels: (e) => e.title.toUpperCase(),
      words: { ui: { zoomIn: "Closer" } },
      layers: { mine: () => [{ type: "rect", x: 1, y: 2, width: 3, height: 4, fill: "#123456" }], legend: null },
    });
    expect(chart.element.querySelector('[fill="#123456"]')).not.toBe(null);
    expect(chart.element.querySelector(".datelines-legend")).toBe(null);
    expect(chart.element.querySelector('button[aria-label="Closer"]')).not.toBe(null);
    expect(
      [...chart.element.querySelectorAll("[data-label]")].some((l) => /THE GOVERNMENT RESIGNS/.test(l.textContent)),
    ).toBe(true);
  });
  it("shows nothing of the data as markup, in any panel", async () => {
    const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    const chart = await shown({
      title: evil,
      description: evil,
      events: [
        {
          id: "a",
          title: evil,
          summary: evil,
          time: "2022-01-05T10:00",
          places: [evil],
          category: evil,
          quantities: [{ measure: evil, said: evil }],
          claims: [{ path: [evil, evil], text: evil, url: "javascript:alert(1)" }],
          urls: ["https://example.org/a", "javascript:alert(1)"],
          media: [{ url: "https://example.org/p.jpg", alt: evil }],
          links: [{ type: evil, to: "b" }],
        },
        { id: "b", title: "B", time: "2022-01-07" },
      ],
    });
    chart.select("a");
    chart.element.querySelector<HTMLElement>(".datelines-toolbar [aria-label=Table]")?.click();
    const { element } = chart;
    expect(element.querySelectorAll("img, script, iframe, object, style").length).toBe(0);
    for (const a of element.querySelectorAll("a")) expect(a.getAttribute("href")).toMatch(/^https:/);
    for (const e of element.querySelectorAll("*")) for (const { name } of e.attributes) expect(name).not.toMatch(/^on/);
    expect((window as { hit?: unknown }).hit).toBe(undefined);
  });
  it("fetches no picture before it is asked for", async () => {
    const chart = await shown([
      {
        id: "a",
        title: "A",
        time: "2022-01-05",
        media: [{ url: "https://example.org/p.jpg", alt: "A picture", credit: "Us" }],
      },
    ]);
    chart.select("a");
    expect(chart.element.querySelector("img")).toBe(null);
    const button = [...chart.element.querySelectorAll("button")].find((b) => b.textContent.includes("A picture"))!;
    expect(button.textContent).toContain("example.org");
    button.click();
    const image = chart.element.querySelector("img")!;
    expect(image.alt).toBe("A picture");
    expect(image.getAttribute("referrerpolicy")).toBe("no-referrer");
  });
  it("puts conflicting claims side by side", async () => {
    const chart = await shown([
      {
        id: "a",
        title: "A",
        time: "2022-01-05",
        claims: [
          { about: "quantity", measure: "killed", text: "dozens", path: ["police"] },
          { about: "quantity", measure: "killed", text: "164", path: ["ministry"], status: "withdrawn" },
        ],
      },
    ]);
    chart.select("a");
    const card = chart.element.querySelector("[role=dialog]")!;
    expect(card.textContent).toContain("Sources differ");
    expect(card.querySelectorAll(".datelines-claim[data-conflict]").length).toBe(2);
    expect(card.textContent).toContain("2 independent sources");
    expect(card.textContent).toContain("withdrawn");
  });
  it("says times in the reader's zone too, where that is another", async () => {
    const chart = await shown([{ id: "a", title: "A", time: "2022-01-05T10:00Z" }], { readerZone: "Europe/Paris" });
    chart.select("a");
    expect(chart.element.querySelector("[role=dialog]")!.textContent).toContain("Your time: 5 January 2022, 11:00");
    chart.update({ options: { readerZone: null } });
    chart.select(null);
    chart.select("a");
    expect(chart.element.querySelector("[role=dialog]")!.textContent).not.toContain("Your time");
  });
  it("reads like this to a screen reader", async () => {
    const chart = await shown(story);
    await virtual.start({ container: chart.element });
    const phrases: string[] = [];
    for (let i = 0; i < 400; i++) {
      const phrase = await virtual.lastSpokenPhrase();
      phrases.push(phrase);
      if (
        /^end of figure/.test(phrase) ||
        (/^end of group/.test(phrase) && phrases.length > 20 && /Five days/.test(phrase))
      )
        break;
      await virtual.next();
    }
    await virtual.stop();
    const transcript = `${phrases.join("\n")}\n`;
    const file = path.join(root, "test/golden/screen-reader.txt");
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, transcript);
    expect(transcript).toBe(readFileSync(file, "utf8"));
    expect(transcript).toContain("the night from Sunday to Monday");
  });
});
