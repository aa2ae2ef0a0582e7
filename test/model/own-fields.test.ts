import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { ownFields } from "../../src/model/own-fields.js";
import { resolve } from "../../src/model/resolve.js";
import type { TimelineEvent } from "../../src/model/types.js";
import { read } from "../../src/read/read.js";
import { toCSV } from "../../src/write/csv.js";

const launches = [
  { id: "vostok", title: "Vostok 1", time: "1961-04-12", rocket: "Vostok-K", crew: 1 },
  { id: "gemini", title: "Gemini 3", time: "1965-03-23", rocket: "Titan II", crew: 2, extra: { pad: "LC-19" } },
  { id: "voskhod", title: "Voskhod 1", time: "1964-10-12", rocket: "Voskhod", crew: 3, extra: { rocket: "?" } },
];

describe("fields of the caller's own", () => {
  it("are in extra, whether they stand beside ours or there", () => {
    const { events, problems } = resolve(launches);
    expect(problems).toEqual([]);
    expect(events.map((e) => e.extra)).toEqual([
      { rocket: "Vostok-K", crew: 1 },
      { rocket: "Voskhod", crew: 3 },
      { rocket: "Titan II", crew: 2, pad: "LC-19" },
    ]);
  });
  it("group events, and make their labels", () => {
    const { lanes, colors, timeline } = arrange(launches, {
      laneBy: { field: "rocket" },
      colorBy: (e) => `crew of ${e.extra.crew}`,
    });
    expect(lanes.map((l) => l.name)).toEqual(["Vostok-K", "Voskhod", "Titan II"]);
    expect(timeline.events.map((_, i) => colors.classOf(i).name)).toEqual(["crew of 1", "crew of 3", "crew of 2"]);
  });
  it("stay with later versions that do not name them, and are removed by null", () => {
    const versions = [
      { id: "a", title: "A", time: "2022-01-05", desk: "foreign", tag: "x" },
      { id: "a", title: "A", time: "2022-01-06", knownFrom: "2022-01-06T12:00Z", tag: null },
    ];
    expect(resolve(versions).events.map((e) => e.extra)).toEqual([{ desk: "foreign" }]);
  });
  it("are written to tables; what is no word or number is told", () => {
    expect(toCSV(launches.slice(0, 1))).toBe("id,title,start,rocket,crew\r\nvostok,Vostok 1,1961-04-12,Vostok-K,1\r\n");
    const odd = [{ title: "A", time: "2022", run: () => 1, when: new Date(0) }];
    expect(toCSV(odd)).toBe("title,start\r\nA,2022\r\n");
  });
  it("are the same for events made in code and for the same events in a file", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const name = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "rocket"));
    const ours = /^(?:extra|id|title|time)$/;
    const fields = fc.dictionary(
      name.filter((n) => !ours.test(n)),
      value,
    );
    fc.assert(
      fc.property(fields, fields, (beside, inside) => {
        // The reader takes this one away, and says so.
        Reflect.deleteProperty(inside, "__proto__");
        const event = { ...beside, title: "A", time: "2022-01-05", extra: inside } as TimelineEvent;
        const file = read(JSON.stringify({ events: [event] }), { format: "json" }).data.events[0]!;
        expect(ownFields(event)).toEqual(ownFields(file));
      }),
    );
    expect(Object.prototype).not.toHaveProperty("rocket");
  });
  it("take nothing from the prototype, and nothing to it", () => {
    class Event_ implements TimelineEvent {
      readonly title = "A";
      readonly time = "2022";
      readonly own = 1;
      get derived(): number {
        return 2;
      }
    }
    expect(ownFields(new Event_())).toEqual({ own: 1 });
    const poisoned = JSON.parse('{"title":"A","time":"2022","__proto__":{"polluted":1},"own":1}') as TimelineEvent;
    const extra = ownFields(poisoned);
    expect(extra).toEqual({ own: 1 });
    expect("polluted" in extra).toBe(false);
  });
});
