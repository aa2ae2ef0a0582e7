import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import type { SeriesLayout } from "../../src/layout/series.js";
import { crosses } from "../../src/layout/series-labels.js";
import { valueScale } from "../../src/layout/series-scale.js";
import { panned, toX, zoomed } from "../../src/layout/view.js";
import type { ResolvedPoint } from "../../src/model/resolved.js";
import type { NumberTrack, TrackPoint } from "../../src/model/types.js";

const DAY = 864e5;
const START = Date.UTC(2022, 0, 1);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16) + "Z";

const number = fc.oneof(
  fc.integer({ min: -50, max: 3000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 1e-9, 1e12, -7.25),
);
const figure = fc.oneof(
  { weight: 5, arbitrary: number.map((value) => ({ value })) },
  { weight: 2, arbitrary: fc.constant({ value: null }) },
  fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  fc.tuple(number, number, number).map((all) => {
    const [low, value, high] = all.sort((a, b) => a - b) as [number, number, number];
    return { low, value, high };
  }),
  number.map((low) => ({ low })),
  number.map((high) => ({ high })),
  fc.constantFrom("about 50", "dozens", "nearly 400", "more than 2,000").map((value) => ({ value })),
);
const when = fc.integer({ min: 0, max: 30 * 24 }).chain((h) => {
  const ms = START + h * 36e5;
  const day = new Date(ms).toISOString().slice(0, 10);
  return fc.constantFrom(
    iso(ms),
    day,
    `${day}~`,
    `${day}?`,
    `[${iso(ms)}..${iso(ms + DAY)}]`,
    `${iso(ms)}/${iso(ms + DAY)}`,
  );
});
const kind = fc.constantFrom("line" as const, "step" as const, "bars" as const);
const points = fc.array(
  fc.tuple(when, figure).map(([time, f]): TrackPoint => ({ time, ...f })),
  { minLength: 1, maxLength: 25 },
);
const tracks = fc.array(
  fc.tuple(kind, points).map(([k, p]): NumberTrack => ({ title: "Arrests", kind: k, points: p })),
  { minLength: 1, maxLength: 2 },
);
const EVENTS = [
  { title: "First", time: "2022-01-02", lanes: ["A"] },
  { title: "Last", time: "2022-01-29", lanes: ["B"] },
];
const size = fc.constantFrom(320, 520, 960, 1600);
const setting = fc.record({ tracks, width: size, zoomable: fc.boolean(), from: fc.integer({ min: -3, max: 25 }) });

/** Every layout of a window, and the arrangement it is of. */
function laid({ tracks: list, width, zoomable, from }: typeof setting extends fc.Arbitrary<infer T> ? T : never) {
  const arrangement = arrange(
    { events: EVENTS, tracks: list },
    { width, zoomable, from: "2022-01-01", to: "2022-01-30" },
  );
  const view = { from: START + from * DAY, to: START + (from + 6) * DAY, width };
  return { arrangement, layout: place(arrangement, view), view };
}

describe("the scale of numbers", () => {
  const asPoint = ({ low, high, value = null }: { low?: number; high?: number; value?: number | null }) =>
    ({ low: low ?? value, best: value, high: high ?? value }) as ResolvedPoint;
  const plain = fc.oneof(
    number.map((value) => asPoint({ value })),
    fc.tuple(number, number).map(([a, b]) => asPoint({ low: Math.min(a, b), high: Math.max(a, b) })),
  );
  it("holds every number; its round numbers are few, inside, evenly apart, and multiples of 1, 2 or 5", () => {
    fc.assert(
      fc.property(
        kind,
        fc.array(plain, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (k, all, most) => {
          const { min, max, ticks } = valueScale({ kind: k, points: all }, most);
          expect(min).toBeLessThan(max);
          for (const { low, best, high } of all)
            for (const n of [low, best, high].filter((v) => v !== null)) {
              expect(n).toBeGreaterThanOrEqual(min - 1e-50);
              expect(n).toBeLessThanOrEqual(max + 1e-50);
            }
          if (k !== "line") expect(min <= 0 && max >= 0).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(most);
          const slack = (max - min) * 1e-9;
          for (const t of ticks) expect(t >= min - slack && t <= max + slack).toBe(true);
          const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : null;
          if (step === null) return;
          ticks.forEach(
            (t, i) => i > 0 && expect(Math.abs(t - ticks[i - 1]! - step)).toBeLessThan(slack + step * 1e-6),
          );
          const digit = Number(step.toExponential(6).split("e")[0]);
          expect([1, 2, 5, 10].some((d) => Math.abs(d - digit) < 1e-4)).toBe(true);
          // The oracle: with the next smaller step there would be too many.
          const scale = step / (digit > 7 ? 10 : digit);
          const smaller = digit < 1.5 || digit > 7 ? (scale * (digit > 7 ? 10 : 1)) / 2 : digit < 3 ? scale : scale * 2;
          const wholes = all.every((p) => [p.low, p.best, p.high].every((n) => n === null || Number.isInteger(n)));
          if (wholes && smaller < 1) return;
          const inside = Math.floor(max / smaller + 1e-9) - Math.ceil(min / smaller - 1e-9) + 1;
          expect(inside).toBeGreaterThan(most - 1);
        },
      ),
    );
  });
  it("begins at zero, unless that would flatten a line", () => {
    const of = (k: "line" | "bars" | "step", ...values: number[]) =>
      valueScale({ kind: k, points: values.map((value) => asPoint({ value })) }, 4);
    expect(of("line", 3, 40).min).toBe(0);
    expect(of("line", 90, 100).min).toBeGreaterThan(80);
    expect(of("bars", 90, 100).min).toBe(0);
    expect(of("step", 90, 100).min).toBe(0);
    expect(of("bars", -90, -100)).toMatchObject({ max: 0, min: -100 });
    expect(of("line", 7)).toMatchObject({ min: 0, max: 7 });
    expect(of("bars", 0)).toMatchObject({ min: 0, max: 1 });
    expect(of("bars", 1, 2).ticks).toEqual([0, 1, 2]);
    expect(of("line", 0, 0.3).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });
});

describe("a number track in a window", () => {
  it("places every number on one straight scale, upwards", () => {
    fc.assert(
      fc.property(setting, (s) => {
        const { layout } = laid(s);
        for (const { frame, points: placed } of layout.series) {
          const { min, max } = frame.scale;
          const { y0, y1 } = frame.value;
          const y = (n: number): number => y1 + ((y0 - y1) * (n - min)) / (max - min);
          for (const p of placed) {
            const { low, best, high } = frame.series.points[p.index]!;
            if (p.known === "gap") continue;
            if (low !== null) expect(p.low).toBeCloseTo(y(low), 6);
            if (high !== null) expect(p.high).toBeCloseTo(y(high), 6);
            if (best !== null) expect(p.y).toBeCloseTo(y(best), 6);
          }
          frame.ticks.forEach((t, i) => expect(t.y).toBeCloseTo(y(frame.scale.ticks[i]!), 6));
          expect(frame.y0 <= frame.top && frame.top < y0 && y0 < y1 && y1 < frame.y1).toBe(true);
        }
      }),
    );
  });
  it("accounts for every figure: in the window, before it, or after it, each once; of the drawn each has its mark", () => {
    fc.assert(
      fc.property(setting, (s) => {
        const { layout, arrangement, view } = laid(s);
        arrangement.timeline.series.forEach((series, k) => {
          const { points: placed, bars, frame } = layout.series[k]!;
          const seen = placed.map((p) => p.index);
          expect(new Set(seen).size).toBe(seen.length);
          series.points.forEach((p, i) => {
            const from = p.span.startMin!;
            const to = (p.span.kind === "during" ? p.span.endMax : p.span.startMax)!;
            const outside =
              to < view.from || from > view.to || (to === view.from && from < to) || (from === view.to && from < to);
            expect(seen.includes(i)).toBe(!outside);
          });
          for (const p of placed) {
            const isGap = p.known === "gap";
            const { low, best, high } = frame.series.points[p.index]!;
            expect(isGap).toBe(low === null && best === null && high === null);
            if (isGap) expect(bars.some((b) => b.index === p.index) || p.marked).toBe(false);
          }
        });
      }),
    );
  });
  it("draws nothing through a gap: between figures that follow each other, and there alone", () => {
    fc.assert(
      fc.property(setting, (s) => {
        const { layout, view } = laid(s);
        for (const { frame, axis, runs, bands } of layout.series) {
          const { points: all, kind: k } = frame.series;
          const known = (i: number): boolean =>
            all[i] !== undefined && (all[i].low !== null || all[i].best !== null || all[i].high !== null);
          const free: [number, number][] = [];
          for (let i = 0; i + 1 < all.length; i++) {
            // What lies strictly between two figures of which one is a gap is nobody's; but the time of a step's own figure.
            if (known(i) && known(i + 1)) continue;
            const own =
              k === "step" && known(i)
                ? Math.max(all[i]!.at, all[i]!.span.startMax!, all[i]!.span.endMin ?? 0)
                : all[i]!.at;
            if (all[i + 1]!.at > own) free.push([toX(axis, own), toX(axis, all[i + 1]!.at)]);
          }
          const lines = [...runs.map((r) => r.points), ...bands.map((b) => b.low), ...bands.map((b) => b.high)];
          for (const line of lines)
            line.slice(1).forEach(([x], i) => {
              const from = line[i]![0];
              expect(from >= axis.x0 - 1e-6 && x <= axis.x1 + 1e-6 && x >= from - 1e-9).toBe(true);
              for (const [a, b] of free) expect(Math.min(x, b) - Math.max(from, a)).toBeLessThan(1e-6);
            });
          void view;
        }
      }),
    );
  });
  it("joins all exact figures of a line in order, at the heights that a naive drawing gives", () => {
    const exact = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 999 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 24 }), (list, from) => {
        const sorted = [...new Map(list).entries()].sort((a, b) => a[0] - b[0]);
        const track: NumberTrack = {
          title: "T",
          points: sorted.map(([h, value]) => ({ time: new Date(START + h * 36e5).toISOString(), value })),
        };
        const { layout } = laid({ tracks: [track], width: 960, zoomable: true, from });
        const { frame, axis, runs } = layout.series[0]!;
        const y = (v: number): number =>
          frame.value.y1 -
          ((v - frame.scale.min) / (frame.scale.max - frame.scale.min)) * (frame.value.y1 - frame.value.y0);
        for (let x = Math.ceil(axis.x0); x < axis.x1; x += 17) {
          const ms = axis.from + ((x - axis.x0) / (axis.x1 - axis.x0)) * (axis.to - axis.from);
          const k = sorted.findIndex(
            ([h], i) => START + h * 36e5 <= ms && START + (sorted[i + 1]?.[0] ?? -1) * 36e5 > ms,
          );
          const drawn = runs.flatMap((r) =>
            r.points.slice(1).flatMap((b, i) => {
              const a = r.points[i]!;
              return a[0] <= x && b[0] > x ? [a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1])] : [];
            }),
          );
          if (k < 0) expect(drawn).toEqual([]);
          else {
            const [[h0, v0], [h1, v1]] = [sorted[k]!, sorted[k + 1]!];
            const t = (ms - START - h0 * 36e5) / ((h1 - h0) * 36e5);
            expect(drawn).toHaveLength(1);
            expect(drawn[0]).toBeCloseTo(y(v0) + t * (y(v1) - y(v0)), 2);
          }
        }
      }),
    );
  });
  it("keeps its numbers where they are while the window moves", () => {
    fc.assert(
      fc.property(
        setting,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.3, max: 5, noNaN: true }),
        (s, by, factor) => {
          const { arrangement, layout, view } = laid({ ...s, zoomable: true });
          const other = place(arrangement, zoomed(panned(view, by), factor));
          const fixed = ({ frame, points: placed }: SeriesLayout) => ({
            y: [frame.y0, frame.y1, frame.value.y0, frame.value.y1],
            scale: frame.scale,
            ticks: frame.ticks,
            at: new Map(placed.map((p) => [p.index, p.y])),
          });
          layout.series.forEach((one, i) => {
            const [a, b] = [fixed(one), fixed(other.series[i]!)];
            if (layout.orientation === "horizontal") expect(b.y).toEqual(a.y);
            expect(b.scale).toEqual(a.scale);
            for (const [index, y] of a.at)
              if (b.at.has(index) && layout.orientation === "horizontal") expect(b.at.get(index)).toBe(y);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
  it("writes figures clear of each other, of lines and of the window's edges", () => {
    fc.assert(
      fc.property(setting, (s) => {
        const { layout, arrangement } = laid(s);
        for (const { axis, frame, labels, runs } of layout.series) {
          const boxes = labels.map(({ line }) => {
            const width = arrangement.measure(line.text, line.font);
            // From the height of capitals to the baseline.
            return { x0: line.x, x1: line.x + width, y0: line.y - 0.72 * line.font.size, y1: line.y };
          });
          boxes.forEach((b, i) => {
            expect(b.x0 >= axis.x0 && b.x1 <= axis.x1 && b.y0 >= frame.top && b.y1 <= frame.y1).toBe(true);
            for (const c of boxes.slice(i + 1))
              expect(b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1).toBe(false);
            for (const { points: line } of runs)
              for (let k = 1; k < line.length; k++) expect(naivelyCrosses(b, line[k - 1]!, line[k]!)).toBe(false);
          });
        }
      }),
    );
  });
});

/** Points along the line, close together. */
function naivelyCrosses(
  box: { x0: number; x1: number; y0: number; y1: number },
  a: readonly [number, number],
  b: readonly [number, number],
): boolean {
  for (let k = 0; k <= 200; k++) {
    const x = a[0] + ((b[0] - a[0]) * k) / 200;
    const y = a[1] + ((b[1] - a[1]) * k) / 200;
    if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return true;
  }
  return false;
}

it("finds every line that goes through a box", () => {
  const c = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(c, c, c, c, c, c, (x, y, ax, ay, bx, by) => {
      const box = { x0: x, x1: x + 8, y0: y, y1: y + 5 };
      if (naivelyCrosses(box, [ax, ay], [bx, by])) expect(crosses(box, [ax, ay], [bx, by])).toBe(true);
      const beyond =
        Math.max(ax, bx) < box.x0 ||
        Math.min(ax, bx) > box.x1 ||
        Math.max(ay, by) < box.y0 ||
        Math.min(ay, by) > box.y1;
      if (beyond) expect(crosses(box, [ax, ay], [bx, by])).toBe(false);
    }),
  );
});
