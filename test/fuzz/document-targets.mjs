// Properties of JSON, workbooks, and of everything that is made from a document.
import { anyText, fc, nasty, table, tableText, timeline } from "./arbitraries.mjs";
import { equal, holds, isKnownProblem } from "./expect.mjs";
import { faultsOfHtml, faultsOfSvg, faultsOfTerminal } from "./oracles.mjs";
import { workbookOf } from "./workbook.mjs";

const json = (lib, value, options) =>
  lib.read(typeof value === "string" ? value : JSON.stringify(value), { format: "json", ...options });

/** A text with some of its characters changed, left out, or doubled. */
const damaged = (text) =>
  fc
    .array(
      fc.tuple(fc.nat(Math.max(0, text.length - 1)), fc.constantFrom("", "{", "]", '"', "\\", ",", "0", "\u0000")),
      { maxLength: 4 },
    )
    .map((changes) => {
      let out = text;
      for (const [at, what] of changes) out = out.slice(0, at) + what + out.slice(at + 1);
      return out;
    });
/** Bytes with some of them changed, or cut off. */
const damagedBytes = (bytes) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.integer({ min: 1, max: bytes.length }),
    )
    .map(([changes, length]) => {
      const out = bytes.slice(0, length > bytes.length / 2 ? bytes.length : length);
      for (const [at, value] of changes) if (at < out.length) out[at] = value;
      return out;
    });

function holdsResult(lib, { data, problems }) {
  for (const p of problems) isKnownProblem(lib, p);
  for (const p of problems) holds(p.row === undefined, "a document has no rows");
  lib.resolve(data);
  holds(Object.keys(Object.prototype).length === 0, "the prototype of all objects has keys");
}

const record = fc.dictionary(
  fc.constantFrom("name", "start", "end", "year", "place", "type", "best", "__proto__", "details", "list", "a.b"),
  fc.oneof(
    nasty,
    fc.constantFrom("2022-01-05", 2022, 1641427200000, null, true, 5),
    fc.array(nasty, { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("name", "start"), fc.oneof(nasty, fc.constant("2022-01-05"))),
  ),
);

export const documentTargets = (lib) => ({
  "a document": [timeline, (value) => holdsResult(lib, json(lib, value))],
  "a document, damaged": [
    timeline.chain((value) => damaged(JSON.stringify(value))),
    (text) => holdsResult(lib, json(lib, text)),
  ],
  "any JSON": [
    fc.oneof(
      fc.json(),
      fc.array(record).map((r) => JSON.stringify(r)),
    ),
    (text) => holdsResult(lib, json(lib, text, { dozens: "acled" })),
  ],
  "objects with keys of their own": [
    fc.tuple(
      fc.oneof(
        fc.array(record, { maxLength: 5 }),
        fc.record({ races: fc.array(record, { maxLength: 4 }) }),
        fc.array(fc.record({ team: nasty, races: fc.array(record, { maxLength: 3 }) }), { maxLength: 3 }),
      ),
      fc.constantFrom(undefined, "races", "", "no.such.list"),
      fc.constantFrom(
        undefined,
        { title: "name", start: "start" },
        { title: "^team+name", start: "details.start", source: "list.name" },
      ),
    ),
    ([value, list, columns]) => holdsResult(lib, json(lib, value, { list, columns })),
  ],
  "objects and the same as a table": [
    fc.array(
      fc.record({
        name: nasty,
        start: fc.constantFrom("2022-01-05", "13/01/2022", "06/01/2022", "x", ""),
        place: fc.constantFrom("A", "B; C", ""),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    (records) => {
      const text = tableText({
        header: Object.keys(records[0]),
        rows: records.map((r) => Object.values(r)),
        delimiter: ",",
        newline: "\n",
        quoteAll: true,
        prefix: "",
      });
      fc.pre(records.every((r) => Object.values(r).some((c) => c.trim() !== "") && r.name.trim() !== "name"));
      const a = json(lib, records);
      const b = lib.read(text, { format: "csv" });
      equal(a.data.events, b.data.events, "they are other events");
      const codes = (r) =>
        r.problems
          .filter((p) => p.code !== "W-KEY")
          .map((p) => [p.code, p.count ?? 1])
          .sort();
      equal(codes(a), codes(b), "they have other problems");
    },
  ],
  "events in another order": [
    timeline.chain((value) =>
      fc.tuple(
        fc.constant(value),
        fc.shuffledSubarray(value.events, { minLength: value.events.length, maxLength: value.events.length }),
      ),
    ),
    ([value, events]) => {
      const picture = (v) => {
        const { events } = lib.resolve(json(lib, v).data);
        return events.map((e) => ({ ...e, links: e.links.length }));
      };
      equal(picture({ ...value, events }), picture(value), "the events are others");
    },
  ],
  versions: [
    timeline,
    (value) => {
      const { data } = json(lib, value);
      lib.resolve(lib.asKnownAt(data, "2022-01-06T12:00Z"));
      lib.changesBetween(data, "2022-01-01", "2022-02-01");
      holds(typeof lib.correctionNote(data, "2022-01-01") === "string", "the note is no text");
    },
  ],
  "a workbook, and the same as text": [
    table.filter((form) => form.rows.length > 0),
    (form) => {
      const plain = (c) =>
        c
          .replace(/[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/g, "")
          .replace(/\r/g, "")
          .trim();
      const rows = form.rows.map((r) => r.map(plain));
      const book = lib.readWorkbook(workbookOf([form.header, ...rows]));
      const text = lib.read(tableText({ ...form, rows, delimiter: ",", prefix: "", quoteAll: true }), {
        format: "csv",
      });
      equal(book.data, text.data, "they are other events");
    },
  ],
  "a workbook, damaged": [
    fc
      .constant(
        workbookOf([
          ["title", "start"],
          ["A", "2022-01-05"],
          ["B", "2022-01-06"],
        ]),
      )
      .chain((bytes) => damagedBytes(bytes)),
    (bytes) => {
      const { problems } = lib.readWorkbook(bytes);
      for (const p of problems) isKnownProblem(lib, p);
    },
  ],
  pictures: [
    fc.tuple(timeline, fc.constantFrom(320, 960), nasty),
    ([value, width, title]) => {
      const { data } = json(lib, value);
      const svg = lib.renderSVG(data, { width, title, credit: title });
      equal(faultsOfSvg(svg), [], "the picture has faults");
      const ids = lib.resolve(data).events.length;
      const shown = new Set([...svg.matchAll(/ data-event="([^"]*)"/g)].map((m) => m[1])).size;
      const counted = [...svg.matchAll(/ data-(?:count|outside)="(\d+)"/g)].reduce((n, m) => n + Number(m[1]), 0);
      holds(shown + counted >= ids, `${ids} events, ${shown} shown and ${counted} counted`);
    },
  ],
  pages: [
    timeline,
    (value) => {
      const { data } = json(lib, value);
      equal(faultsOfHtml(lib.renderHTML(data, { width: 400 })), [], "the page has faults");
      holds(typeof lib.describe(data) === "string", "there is no description");
    },
  ],
  "what goes to a terminal": [
    fc.tuple(
      fc.oneof(
        table.map(tableText),
        timeline.map((v) => JSON.stringify(v)),
      ),
      anyText,
      fc.constantFrom("text", "json", "github"),
    ),
    ([text, name, format]) => {
      const { problems } = lib.read(text, { columns: { note: name }, list: name.startsWith("{") ? name : undefined });
      let written = "";
      const fixed = text.startsWith("{")
        ? []
        : lib.fixTable(
            () => [text],
            {},
            () => undefined,
          );
      lib.report({ file: name, problems, fixed }, [], { format }, { write: (piece) => (written += piece) });
      equal(faultsOfTerminal(written), [], "the terminal is told what to do");
      const told = problems.length + fixed.length;
      if (format === "json") equal(JSON.parse(written).length, told, "a problem is missing");
      else equal(written.split("\n").length - 1, told, "a problem is not one line");
    },
  ],
  "CSV for spreadsheets": [
    timeline,
    (value) => {
      const { data } = json(lib, value);
      const text = lib.toCSV(data);
      for (const { cells } of lib.splitRows([text], { delimiter: "," }))
        for (const cell of cells)
          holds(
            !/^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) || /^[+-]?\d+(?:\.\d+)?$|^-$/.test(cell),
            `a spreadsheet runs ${cell}`,
          );
      lib.read(text, { format: "csv" });
    },
  ],
});
