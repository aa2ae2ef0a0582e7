import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ahead } from "../../src/browser/ahead.js";
import type { Snapshot } from "../../src/browser/chart.js";
import { arrange } from "../../src/layout/arrange.js";
import { place } from "../../src/layout/place.js";
import { rankAhead } from "../../src/layout/rank-ahead.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened(): Snapshot {
  const events = Array.from({ length: 900 }, (_, i) => ({
    id: `e${i}`,
    title: "Strike",
    time: new Date(Date.UTC(2022, 0, 1) + 36e5 * ((i * 7) % 900)).toISOString(),
  }));
  const arrangement = arrange({ zone: "UTC", events }, { width: 800, zoomable: true });
  place(arrangement);
  return { arrangement, view: arrangement.view, moving: false } as unknown as Snapshot;
}
const isDone = ({ arrangement, view }: Snapshot): boolean => !rankAhead(arrangement, view.width);

it("labels that show only nearer are ranked while the reader rests", () => {
  const now = opened();
  const part = ahead(window);
  part.update(now, null);
  vi.advanceTimersByTime(300);
  part.update({ ...now, moving: true }, now);
  vi.advanceTimersByTime(2000);
  expect(vi.getTimerCount()).toBe(0);
  part.update(now, { ...now, moving: true });
  vi.runAllTimers();
  expect(isDone(now)).toBe(true);
});
it("a chart that is gone ranks nothing", () => {
  const now = opened();
  const part = ahead(window);
  part.update(now, null);
  part.destroy!();
  expect(vi.getTimerCount()).toBe(0);
  expect(isDone(now)).toBe(false);
});
it("where events keep coming it waits until they do not", () => {
  const part = ahead(window);
  let now = opened();
  for (let i = 0; i < 4; i++) {
    part.update((now = opened()), null);
    vi.advanceTimersByTime(i === 0 ? 300 : 700);
  }
  expect(vi.getTimerCount()).toBe(1);
  expect(isDone(now)).toBe(false);
  vi.runAllTimers();
  expect(isDone(now)).toBe(true);
});
