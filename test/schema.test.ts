import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
// @ts-expect-error a plain script
import { makeSchema } from "./tools/make-schema.mjs";

const root = new URL("../", import.meta.url);
const text = readFileSync(new URL("src/schema.json", root), "utf8");
const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(JSON.parse(text) as object);

describe("the JSON Schema", () => {
  it("is what the types say", () => expect((makeSchema as () => string)()).toBe(text));
  it("accepts the real documents", () => {
    for (const f of readdirSync(new URL("examples/", root)).filter(
      (f) => f.endsWith(".json") && !f.endsWith(".options.json"),
    )) {
      const ok = validate(JSON.parse(readFileSync(new URL(`examples/${f}`, root), "utf8")));
      expect(validate.errors).toBeNull();
      expect(ok).toBe(true);
    }
  });
  it.each([
    ["no events", {}],
    ["events that are none", { events: [5] }],
    ["no title", { events: [{ time: "2022" }] }],
    ["no time", { events: [{ title: "A" }] }],
    ["importance 9", { events: [{ title: "A", time: "2022", importance: 9 }] }],
    ["a status of its own", { events: [{ title: "A", time: "2022", status: "maybe" }] }],
    ["a place without an id", { events: [], places: [{ name: "A" }] }],
    ["a time of nothing", { events: [{ title: "A", time: true }] }],
    ["a link to a number", { events: [{ title: "A", time: "2022", links: [{ type: "causes", to: 5 }] }] }],
    ["a claim without a path", { events: [{ title: "A", time: "2022", claims: [{}] }] }],
  ])("refuses %s", (_, doc) => expect(validate(doc)).toBe(false));
  it.each([
    ["an extent", { start: "2022", end: ".." }],
    ["a moment in between", { within: ["2021", null], said: { en: "last year" } }],
    ["milliseconds", 0],
    ["a point in words", { at: "2022-01~", zone: "Asia/Almaty" }],
  ])("accepts %s", (_, time) => expect(validate({ events: [{ title: { en: "A" }, time }] })).toBe(true));
});
