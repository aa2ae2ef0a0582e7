import fc from "fast-check";
import { expect, test } from "vitest";
import { resolve } from "../../src/model/resolve.js";
import { resolver } from "../../src/model/resolve-more.js";
import type { Timeline } from "../../src/model/resolved.js";
import type { TimelineData, TimelineEvent } from "../../src/model/types.js";

const pick = fc.constantFrom;
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 14, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** Few names and few ids, so that events meet in all ways; now and then something is wrong. */
const event = fc.record({
  id: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 300 }).map((n) => `e${n}`) },
    { weight: 1, arbitrary: pick("e1", "e2", "e 3", undefined) },
  ),
  title: fc.oneof({ weight: 30, arbitrary: pick("Vote", "Fire", "Strike") }, { weight: 1, arbitrary: pick("") }),
  time: fc.oneof(
    {
      weight: 30,
      arbitrary: fc.tuple(fc.integer({ min: 1, max: 28 }), pick("", "~", "/..")).map(([d, end]) => {
        const day = String(d).padStart(2, "0");
        return `2022-01-${day}${end}`;
      }),
    },
    { weight: 1, arbitrary: pick("overnight", "2022-02-30") },
  ),
  places: sometimes(fc.array(pick("Aktau", "New York", "New_York", "north", ""), { maxLength: 2 })),
  lanes: sometimes(pick(["One"], ["Two", "One"])),
  category: sometimes(pick("Protest", "Court")),
  sources: sometimes(pick(["Reuters"], ["Minister > Tass", "Reuters"])),
  links: rarely(pick([{ type: "causes", to: "e1" }], [{ type: "part-of", to: "e2" }], [{ to: "e5" }])),
  importance: sometimes(fc.integer({ min: 1, max: 5 })),
  knownFrom: rarely(pick("2022-01-05T10:00Z", "2022-01-06T10:00Z")),
  change: rarely(pick("retraction" as const, "update" as const)),
});
const document = fc.record({
  zone: pick("UTC", "Asia/Almaty"),
  places: sometimes(pick([{ id: "north", name: "The north" }], [{ id: "Aktau", parent: "north" }])),
});

const orders = (t: Timeline) => [t.places, t.sources, t.categories, t.lanes].map((map) => [...map]);

test("a document to which events are added resolves as it would anew", () => {
  let taken = 0;
  fc.assert(
    fc.property(
      document,
      fc.array(event, { maxLength: 14 }),
      fc.array(fc.array(event, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      (rest, first, batches) => {
        const more = resolver();
        let events = first as unknown as TimelineEvent[];
        let data = { ...rest, events } as TimelineData;
        let before = more(data);
        for (const batch of batches) {
          events = [...events, ...(batch as unknown as TimelineEvent[])];
          const grownFrom = data;
          data = { ...rest, events } as TimelineData;
          const found = more(data, {}, grownFrom);
          const anew = resolve(data);
          expect(found).toEqual(anew);
          expect(orders(found)).toEqual(orders(anew));
          if (before.events.length > 0 && before.events.every((e) => found.events.includes(e))) taken++;
          before = found;
        }
      },
    ),
    { numRuns: 700 },
  );
  // Otherwise nothing was put to the test.
  expect(taken).toBeGreaterThan(40);
}, 60_000);

test("events that were there are the same objects, and a document that is not one of before is resolved anew", () => {
  const more = resolver();
  const first: TimelineEvent[] = [
    { id: "a", title: "A", time: "2022-01-02", places: ["Aktau"] },
    { id: "c", title: "C", time: "2022-01-04", places: ["Almaty"] },
  ];
  const data: TimelineData = { zone: "UTC", events: first };
  const before = more(data);
  expect(more(data)).toBe(before);
  const b: TimelineEvent = {
    id: "b",
    title: "B",
    time: "2022-01-03",
    places: ["Aktau"],
    links: [{ type: "causes", to: "c" }],
  };
  const two: TimelineData = { ...data, events: [...first, b] };
  const after = more(two, {}, data);
  expect(after.events.map((e) => e.id)).toEqual(["a", "b", "c"]);
  expect(after.events[0]).toBe(before.events[0]);
  expect(after.events[2]).toBe(before.events[1]);
  expect(before.events).toHaveLength(2);
  // A place that is met before the event that named it first changes the order of places.
  const early: TimelineEvent = { id: "d", title: "D", time: "2022-01-01", places: ["Almaty"] };
  const reordered = more({ ...data, events: [...first, b, early] }, {}, two);
  expect([...reordered.places.keys()]).toEqual(["Almaty", "Aktau"]);
  expect([...after.places.keys()]).toEqual(["Aktau", "Almaty"]);
  expect(more({ ...data, zone: "Asia/Almaty", events: [...first, b, early] }).zone).toBe("Asia/Almaty");
  // An object may have been changed since: unless it is said that nothing was, all is read again.
  const last: TimelineData = { ...data, events: [...first, b] };
  more(last);
  (first[0] as { title: string }).title = "Changed";
  expect(more({ ...data, events: [...first, b] }).events[0]!.title).toBe("Changed");
});
