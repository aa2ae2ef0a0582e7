// What the compiler makes of the caller's own events; `tsc -p tsconfig.test.json` checks it.
import { describe, expectTypeOf, it } from "vitest";
import { timeline, type Chart, type ChartOptions, type TimelineEventMap } from "../src/index.js";
import type { EventTimelineElement } from "../src/element.js";
import {
  arrange,
  read,
  renderHTML,
  renderSVG,
  type AnyFields,
  type Grouping,
  type OwnFields,
  type ResolvedEvent,
  type TimelineData,
  type TimelineEvent,
  type TimelineOptions,
} from "../src/static.js";

interface Launch extends TimelineEvent {
  readonly rocket: string;
  readonly crew?: number;
}
declare const launches: readonly Launch[];

/** Only its types count: it is never called. */
const never = (_: () => void): void => undefined;

describe("fields of the caller's own events", () => {
  it("are those that are not ours, of every alternative", () => {
    expectTypeOf<OwnFields<Launch>>().toEqualTypeOf<{ readonly rocket: string; readonly crew: number | undefined }>();
    type Either = { title: string; time: string; a: 1 } | { title: string; time: string; b: string };
    expectTypeOf<keyof OwnFields<Either>>().toEqualTypeOf<"a" | "b">();
    expectTypeOf<OwnFields<Either>["b"]>().toEqualTypeOf<string | undefined>();
  });
  it("are those of an extra that names its fields, too", () => {
    type Own = OwnFields<{ title: string; time: string; a: 1; extra: { a: 2; b: string } }>;
    expectTypeOf<Own["b"]>().toEqualTypeOf<string>();
    expectTypeOf<Own["a"]>().toEqualTypeOf<1>();
  });
  it("are any where the type names none", () => {
    expectTypeOf<OwnFields<TimelineEvent>>().toEqualTypeOf<AnyFields>();
    expectTypeOf<OwnFields<{ title: string; time: string }>>().toEqualTypeOf<AnyFields>();
    expectTypeOf<OwnFields<{ [field: string]: unknown; title: string; time: string }>>().toEqualTypeOf<AnyFields>();
    expectTypeOf<Grouping>().extract<{ field: string }>().toEqualTypeOf<{ readonly field: string }>();
  });
});

describe("timeline()", () => {
  it("infers them from an array, as it stands or by its type", () => {
    never(() => {
      const chart = timeline(launches, {
        laneBy: { field: "rocket" },
        colorBy: (event) => {
          expectTypeOf(event).toEqualTypeOf<ResolvedEvent<OwnFields<Launch>>>();
          return event.extra.rocket;
        },
        labels: ({ title, extra }) => `${title} (${extra.crew ?? "no"} crew)`,
      });
      expectTypeOf(chart).toEqualTypeOf<Chart<Launch>>();
      timeline(
        [
          { title: "A", time: "2022-01-05", importance: 1, status: "planned", pad: 39 },
          { title: "B", time: { start: "2022-01", end: ".." }, site: "Baikonur" },
        ],
        {
          laneBy: { field: "site" },
          labels: (e) => expectTypeOf(e.extra.pad).toEqualTypeOf<number | undefined>() && "",
        },
      );
    });
  });
  it("offers no field that the events do not have", () => {
    never(() => {
      // @ts-expect-error no such field
      timeline(launches, { laneBy: { field: "rockets" } });
      // @ts-expect-error ours, and no field of the caller's
      timeline(launches, { laneBy: { field: "title" } });
      // @ts-expect-error no such field
      timeline(launches, { labels: (e) => e.extra.pilot });
      // @ts-expect-error a number is no label
      timeline(launches, { labels: (e) => e.extra.crew });
      // @ts-expect-error an event needs a title
      timeline([{ time: "2022" }]);
      // @ts-expect-error no such status
      timeline([{ title: "A", time: "2022", status: "done" }]);
    });
  });
  it("keeps them in what follows", () => {
    never(() => {
      const chart = timeline({ title: "Launches", events: launches });
      chart.update({ data: launches, options: { colorBy: { field: "rocket" } } });
      chart.append([{ title: "A", time: "2022", rocket: "Vostok" }]);
      // @ts-expect-error without its rocket
      chart.append([{ title: "A", time: "2022" }]);
      // @ts-expect-error no such field
      chart.update({ options: { colorBy: { field: "rockets" } } });
      chart.element.addEventListener("eventselect", ({ detail }) => {
        expectTypeOf(detail.id).toEqualTypeOf<string | null>();
        expectTypeOf(detail.event!.extra.rocket).toEqualTypeOf<string>();
      });
    });
  });
  it("takes what was read, with fields of any names", () => {
    never(() => {
      const { data } = read("title,time,rocket\nA,2022,Vostok");
      const chart = timeline(data, { laneBy: { field: "rocket" }, labels: (e) => String(e.extra["rocket"]) });
      expectTypeOf(chart).toEqualTypeOf<Chart>();
    });
  });
  it("gives charts and options of one's own events where those of any are asked for", () => {
    never(() => {
      const options: ChartOptions<Launch> = { laneBy: (e) => e.extra.rocket };
      const chart: Chart = timeline(launches, options);
      const any: ChartOptions = options;
      return [chart, any];
    });
  });
  it("types its events, and leaves those of all elements as they are", () => {
    never(() => {
      const { element } = timeline([] as TimelineEvent[]);
      element.addEventListener("viewchange", (e) => expectTypeOf(e.detail.from).toEqualTypeOf<number>());
      element.addEventListener("filterchange", (e) => expectTypeOf(e.detail.count).toEqualTypeOf<number>());
      element.addEventListener("knownchange", (e) => expectTypeOf(e.detail.knownAt).toEqualTypeOf<number | null>());
      element.addEventListener("click", (e) => expectTypeOf(e).toEqualTypeOf<PointerEvent>());
      element.addEventListener("anything", (e) => expectTypeOf(e).toEqualTypeOf<Event>());
      const heard = (e: TimelineEventMap<Launch>["eventselect"]): void => void e.detail.event?.extra.rocket;
      timeline(launches).element.addEventListener("eventselect", heard);
      timeline(launches).element.removeEventListener("eventselect", heard);
    });
  });
});

describe("the still forms", () => {
  it("infer them as well", () => {
    never(() => {
      renderSVG(launches, { laneBy: { field: "rocket" }, filter: (e) => e.extra.crew !== undefined });
      renderHTML({ events: launches }, { colorBy: (e) => e.extra.rocket });
      arrange(launches, { labels: (e) => e.extra.rocket });
      // @ts-expect-error no such field
      renderSVG(launches, { laneBy: { field: "rockets" } });
      // @ts-expect-error no such field
      arrange({ events: launches }, { filter: (e) => e.extra.pilot === "" });
      renderSVG({} as TimelineData, { laneBy: { field: "anything" } });
      const shared: TimelineOptions<Launch> = { title: "x", filter: (e) => e.extra.crew !== undefined };
      timeline(launches, shared);
      timeline(launches, { filter: { category: "x" } });
      renderHTML(launches, shared);
    });
  });
});

describe("<event-timeline>", () => {
  it("is known by its name, with its events", () => {
    never(() => {
      const element = document.querySelector("event-timeline")!;
      expectTypeOf(element).toEqualTypeOf<EventTimelineElement>();
      element.addEventListener("timelineready", (e) => expectTypeOf(e.detail.chart).toEqualTypeOf<Chart>());
      element.addEventListener("timelineerror", (e) => expectTypeOf(e.detail.reason).toEqualTypeOf<string>());
      element.addEventListener("eventselect", (e) => expectTypeOf(e.detail.id).toEqualTypeOf<string | null>());
    });
  });
});
