// Properties of what reads files: never throws, loses no row but for what it reports, does not depend on how the text is cut or its rows are ordered, looks at each character a few times.
import { anyText, cut, date, fc, nasty, table, tableLike, tableText } from "./arbitraries.mjs";
import { equal, fail, holds, isKnownProblem } from "./expect.mjs";

const bytesOf = (text) => new Uint8Array(Buffer.from(text.toWellFormed()));
const csv = (lib, text, options) => lib.read(text, { format: "csv", ...options });
const times = (problems) => problems.map((p) => [p.code, p.row, p.column, p.path, p.count ?? 1]);

/** What must hold of whatever was read. */
function holdsResult(lib, { data, problems }) {
  for (const p of problems) isKnownProblem(lib, p);
  holds(Array.isArray(data.events), "there are no events, not even none");
  lib.resolve(data);
  holds(Object.keys(Object.prototype).length === 0, "the prototype of all objects has keys");
}

/** Rows of a table in another order; of what is said of them that which does not depend on it. */
const resolved = (lib, text, options) => {
  const { data } = csv(lib, text, options);
  const { events } = lib.resolve(data);
  return { events, places: [...(data.places ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)) };
};
/** How many are said depends on which row comes first. */
const ORDERED = ["W-PLACE-REGION", "E-CYCLE"];
const codes = (lib, text, options) =>
  [...new Set(csv(lib, text, options).problems.map((p) => p.code))].filter((c) => !ORDERED.includes(c)).sort();

export const readTargets = (lib) => ({
  "rows of text": [
    fc.oneof(tableLike, table.map(tableText)).chain((text) => fc.tuple(fc.constant(text), cut(text))),
    ([text, chunks]) => {
      const whole = [...lib.splitRows([text], { raw: true })];
      const split = lib.splitRows(chunks, { raw: true });
      const rows = [...split];
      equal(rows, whole, "cut into chunks it has other rows");
      equal(split.prefix + rows.map((r) => r.raw.text).join(""), text, "the rows together are not the text");
      for (const { cells, raw, plain } of rows) {
        equal(raw.spans.length, 2 * cells.length, "cells and their places differ in number");
        equal(plain, cells.every(lib.isPlain), "it is plain only at a glance");
      }
      equal(
        Array.from(lib.splitRows(chunks, { reuse: true }), (r) => [...r.cells]),
        whole.map((r) => r.cells),
        "cells used again are others",
      );
      holds(split.looked() <= 12 * (text.length + 10) + 20000, `it was looked at ${split.looked()} times`);
    },
  ],
  "rows written and read": [
    fc.array(fc.array(nasty, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
    (rows) => {
      const text = rows.map((r) => r.map((c) => `"${c.replace(/"/g, '""')}"`).join(",")).join("\n");
      equal(
        Array.from(lib.splitRows([text], { delimiter: "," }), (r) => r.cells),
        rows,
        "they are others",
      );
    },
  ],
  encodings: [
    fc.tuple(fc.oneof(anyText, table.map(tableText)), fc.constantFrom("utf-8", "utf-16le", "utf-16be")),
    ([text, label]) => {
      // Zero bytes are how UTF-16 is known.
      const given = `x,${text.toWellFormed().replaceAll("\0", "")}`;
      const marked = Buffer.from(label === "utf-8" ? given : `\ufeff${given}`, label === "utf-8" ? "utf8" : "utf16le");
      const bytes = label === "utf-16be" ? marked.swap16() : marked;
      const { text: read, problems } = lib.decode(new Uint8Array(bytes));
      equal(problems, [], "it has problems");
      equal(read, given, "it is another text");
    },
  ],
  "bytes cut anywhere": [
    fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 40 })),
    ([bytes, size]) => {
      const chunks = () =>
        Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
      const { label } = lib.encodingOf(chunks);
      equal(label, lib.encodingOf(() => [bytes]).label, "cut into chunks it has another encoding");
      if (label !== null)
        equal([...lib.decodeChunks(chunks(), label)].join(""), lib.decode(bytes).text, "and another text");
    },
  ],
  "any file": [
    fc.tuple(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), anyText, tableLike, fc.json()),
      fc.constantFrom(undefined, "csv", "tsv", "json"),
    ),
    ([input, format]) => holdsResult(lib, lib.read(input, { format })),
  ],
  table: [
    fc.tuple(
      table,
      fc.constantFrom(undefined, "dmy", "mdy", "ymd"),
      fc.constantFrom("en", "ru"),
      fc.constantFrom(undefined, "acled"),
    ),
    ([form, dateOrder, language, dozens]) => {
      const text = tableText(form);
      const options = { dateOrder, language, dozens, zone: "Asia/Almaty" };
      const result = csv(lib, text, options);
      holdsResult(lib, result);
      for (const p of result.problems) {
        if (p.row === undefined) continue;
        holds(p.row >= 1 && p.row <= form.rows.length + 1, `row ${p.row} is none of the table's`);
        const at = p.letter === undefined ? -1 : p.letter.charCodeAt(0) - 65;
        if (at >= 0) equal(lib.clean(form.header[at]), p.column, "letter and name are of two columns");
      }
      // Every row is an event, or is told of, or is blank, or repeats the header.
      const told = new Set(result.problems.flatMap((p) => p.rows ?? [p.row]));
      const isShort = result.problems.every((p) => (p.count ?? 1) <= (p.rows?.length ?? 1));
      const blank = form.rows.filter((r) => r.every((c) => c.trim() === "")).length;
      if (isShort)
        holds(result.data.events.length + told.size + blank >= form.rows.length, "a row was lost in silence");
    },
  ],
  "a check, in chunks": [
    fc.tuple(fc.oneof(table.map(tableText), tableLike), fc.integer({ min: 1, max: 100 })),
    ([text, size]) => {
      const bytes = bytesOf(text);
      const source = () =>
        Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
      const whole = lib.read(bytes, { format: "csv" });
      const { events, problems } = lib.check(source, { format: "csv" });
      equal(problems, whole.problems, "it says something else than reading does");
      equal(events, whole.data.events.length, "it counts other events");
    },
  ],
  "rows in another order": [
    table.chain((form) =>
      fc.tuple(
        fc.constant(form),
        fc.shuffledSubarray(form.rows, { minLength: form.rows.length, maxLength: form.rows.length }),
      ),
    ),
    ([form, rows]) => {
      const [text, other] = [tableText(form), tableText({ ...form, rows })];
      equal(resolved(lib, other), resolved(lib, text), "the events are others");
      equal(codes(lib, other), codes(lib, text), "other problems are told");
    },
  ],
  "columns in another order": [
    table.chain((form) =>
      fc.tuple(
        fc.constant(form),
        fc.shuffledSubarray(
          form.header.map((_, i) => i),
          { minLength: form.header.length, maxLength: form.header.length },
        ),
      ),
    ),
    ([form, order]) => {
      // Two names of one field: the first counts.
      fc.pre(!["headline", "Date", "precision"].some((name) => form.header.includes(name)));
      const turned = {
        ...form,
        header: order.map((i) => form.header[i]),
        rows: form.rows.map((r) => order.map((i) => r[i])),
      };
      fc.pre(!/^sep=/i.test(turned.header[0]));
      equal(resolved(lib, tableText(turned)), resolved(lib, tableText(form)), "the events are others");
    },
  ],
  "a table mended": [
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: table.map(tableText) }, { weight: 1, arbitrary: tableLike }),
      fc.constantFrom(undefined, "dmy"),
    ),
    ([text, dateOrder]) => {
      const fix = (t) => {
        const pieces = [];
        const fixed = lib.fixTable(
          () => [t],
          { dateOrder },
          (piece) => pieces.push(piece),
        );
        return { text: pieces.join(""), fixed };
      };
      const given = text.replace(/^\ufeff/, "");
      const { text: mended, fixed } = fix(given);
      if (fixed.length === 0) equal(mended, given, "nothing was mended, and it is another text");
      equal(fix(mended).fixed, [], "something is left to mend");
      const before = [...lib.splitRows([given])];
      const after = [...lib.splitRows([mended])];
      equal(after.length, before.length, "rows came or went");
      const curly = fixed.some((f) => f.code === "W-QUOTE-CURLY");
      const cells = fixed.reduce((n, f) => n + f.count, 0);
      const other = before.flatMap((r, i) => r.cells.filter((c, k) => c !== after[i].cells[k])).length;
      if (!curly) holds(other <= cells, `${other} cells are others, ${cells} were mended`);
      const left = csv(lib, mended, { dateOrder }).problems.filter((p) => p.fix !== undefined);
      equal(left, [], "a problem that can be mended is left");
      const was = csv(lib, given, { dateOrder }).data.events;
      const is = csv(lib, mended, { dateOrder }).data.events;
      holds(is.length >= was.length, "events were lost");
      const known = new Set(is.map((e) => JSON.stringify(e)));
      for (const e of was) holds(known.has(JSON.stringify(e)), `an event is another: ${JSON.stringify(e)}`);
    },
  ],
  "CSV written and read": [
    table,
    (form) => {
      const first = csv(lib, tableText(form)).data;
      fc.pre(first.events.length > 0);
      const text = lib.toCSV(first);
      const again = csv(lib, text).data;
      if (lib.lostInCSV(first).length === 0) {
        equal(lib.toCSV(again), text, "it is written otherwise a second time");
        const sorted = (list) => (list ?? []).slice().sort((a, b) => (a.measure < b.measure ? -1 : 1));
        const comparable = (events) => events.map((e) => ({ ...e, quantities: sorted(e.quantities) }));
        equal(comparable(again.events), comparable(first.events), "the events are others");
      }
    },
  ],
  "headers and mappings": [
    fc.tuple(
      fc.array(
        fc.oneof(
          nasty,
          fc.constantFrom("title", "Name", "year", "month", "day", "quantity:x", "quantity:x:low", "categry"),
        ),
        { maxLength: 8 },
      ),
      fc.dictionary(
        fc.constantFrom("title", "time", "start", "end", "quantity:x", "nothing"),
        fc.oneof(nasty, fc.constantFrom("Name", "year+month", "title")),
        { maxKeys: 3 },
      ),
    ),
    ([headers, mapping]) => {
      const columns = lib.columnsOf(headers, mapping);
      for (const p of columns.problems) isKnownProblem(lib, p);
      const used = [...columns.fields.values()].flatMap((c) => c.parts);
      for (const i of [...used, ...columns.extra.map((e) => e.index)])
        holds(i >= 0 && i < headers.length, `there is no column ${i}`);
      const mapped = new Set(Object.values(mapping).flat());
      if (mapped.size === 0) equal(new Set(used).size, used.length, "a column is two fields");
    },
  ],
  "far dates": [
    fc.array(fc.oneof(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: -3000, max: 3000 })), { maxLength: 40 }),
    (years) => {
      const far = lib.farDates();
      years.forEach((y, i) => far.add(Date.UTC(2000, 0, 1) + (y - 2000) * 365.2425 * 864e5, i + 2, "start", String(y)));
      equal(
        far.list().map((d) => d.row),
        strangersOf(years),
        "other dates are far",
      );
    },
  ],
  ids: [
    fc.array(
      fc.tuple(fc.constantFrom("a", "b", "aa", "ba", "kz-1", "kz-2", "", "ä"), fc.integer({ min: 1, max: 15 })),
      { maxLength: 60 },
    ),
    (marks) => {
      const index = new lib.IdIndex();
      const map = new Map();
      for (const [id, flags] of marks) {
        equal(index.mark(id, flags), map.get(id) ?? 0, "its flags are others");
        map.set(id, (map.get(id) ?? 0) | flags);
      }
      for (const [id, flags] of map) equal(index.get(id), flags, "its flags are others in the end");
    },
  ],
  "problems in groups": [
    fc.array(
      fc.record(
        {
          code: fc.constantFrom("E-URL", "E-WORD"),
          message: fc.constantFrom("a", "b", "c"),
          row: fc.integer({ min: 2, max: 30 }),
          column: fc.constantFrom("x", "y"),
        },
        { requiredKeys: ["code", "message"] },
      ),
      { maxLength: 80 },
    ),
    (problems) => {
      const groups = lib.problemGroups();
      for (const p of problems) groups.add(p);
      const list = groups.list();
      equal(
        list.reduce((n, p) => n + (p.count ?? 1), 0),
        problems.length,
        "they are not as many",
      );
      for (const p of list) holds((p.rows?.length ?? 0) <= 10, "it lists too many rows");
    },
  ],
  "dates in a column": [
    fc.array(date, { minLength: 1, maxLength: 8 }),
    (dates) => {
      const text = `title,start\n${dates.map((d) => `A,"${d.replace(/"/g, '""')}"`).join("\n")}`;
      const { data, problems } = csv(lib, text);
      for (const e of data.events) holds(lib.resolveTime(e.time).ok, `${JSON.stringify(e.time)} is no time`);
      const told = problems.filter((p) => p.severity === "error").reduce((n, p) => n + (p.count ?? 1), 0);
      equal(data.events.length + told, dates.length, "a date is neither read nor refused");
    },
  ],
});

/** Of all ways to leave out at most three at an end, that which leaves out most and is far from the rest. */
function strangersOf(years) {
  if (years.length < 20) return [];
  const rows = years.map((y, i) => ({ y, row: i + 2 })).sort((a, b) => a.y - b.y || a.row - b.row);
  const n = rows.length;
  const found = [];
  const isFar = (gap, rest) => gap > 50 && gap > 3 * rest;
  for (let k = 3; k > 0; k--) {
    if (!isFar(rows[k].y - rows[k - 1].y, rows[n - 4].y - rows[k].y)) continue;
    found.push(...rows.slice(0, k));
    break;
  }
  for (let k = 3; k > 0; k--) {
    if (!isFar(rows[n - k].y - rows[n - k - 1].y, rows[n - k - 1].y - rows[3].y)) continue;
    found.push(...rows.slice(n - k));
    break;
  }
  return [...new Set(found.map((r) => r.row))].sort((a, b) => a - b);
}
export { times, fail };
