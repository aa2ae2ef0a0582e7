import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defineElement, type EventTimelineElement } from "../../src/browser/element.js";

/** What is still listened to and observed. */
const live = new Set<object>();
const view = window as unknown as Window & typeof globalThis;

beforeEach(() => {
  live.clear();
  vi.stubGlobal(
    "ResizeObserver",
    // Nothing here ever gets a width.
    class {
      observe(): void {
        live.add(this);
      }
      disconnect(): void {
        live.delete(this);
      }
    },
  );
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: (_: string, f: object) => live.add(f),
    removeEventListener: (_: string, f: object) => live.delete(f),
  }));
  defineElement(view);
});
afterEach(() => vi.unstubAllGlobals());

const turns = (): Promise<unknown> => new Promise((r) => setTimeout(r, 5));
async function hidden(): Promise<EventTimelineElement> {
  const element = document.createElement("event-timeline");
  element.data = [{ title: "A", time: "2022-01-05" }];
  document.body.append(element);
  await turns();
  return element;
}

it("an element taken away before it had a width leaves nothing", async () => {
  const element = await hidden();
  expect(live.size).toBeGreaterThan(0);
  element.remove();
  await turns();
  expect([...live]).toEqual([]);
});

it("an address of nothing is none, and a mapping that is no mapping is left out", async () => {
  const element = document.createElement("event-timeline");
  element.setAttribute("src", " ");
  document.body.append(element);
  await expect(element.ready).rejects.toThrow("There is no src");
  const table = document.createElement("table");
  for (const cells of [
    ["title", "start"],
    ["A", "2022-01-05"],
  ])
    cells.forEach((cell, i, { length }) => {
      if (i % length === 0) table.insertRow();
      table.rows[table.rows.length - 1]!.insertCell().textContent = cell;
    });
  element.append(table);
  element.setAttribute("columns", "zz, title=title");
  await turns();
  expect(element.problems).toEqual([]);
  element.remove();
});

it("an element changed before it had a width keeps one chart", async () => {
  const element = await hidden();
  const before = live.size;
  for (const title of ["One", "Two", "Three"]) {
    element.setAttribute("title", title);
    await turns();
  }
  expect(live.size).toBe(before);
  expect(element.shadowRoot!.querySelectorAll("figure").length).toBe(1);
  element.data = null;
  await turns();
  expect([...live]).toEqual([]);
  expect(element.shadowRoot!.querySelector("[role=alert]")!.textContent).toContain("There is no src");
  element.remove();
});
