// What people, programs and attackers write: texts, dates, quantities, tables, documents.
import fc from "fast-check";

const pick = (...values) => fc.constantFrom(...values);
const pad = (n, digits) => String(n).padStart(digits, "0");

/** Text of what breaks formats: delimiters, quotes, line ends, formulas, markup, other scripts, what cannot be seen. */
export const nasty = fc.string({
  unit: pick(
    ..."aБé =+-@'\"“”,;\t\n\r|:<>&#=＝5%\\{}[]",
    "\u0000",
    "\u001b[31m",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ud800",
    "\u{1f300}",
    "e\u0301",
    "</text><script>",
    "__proto__",
    "${x}",
    "javascript:",
    "..",
    "url(#a)",
  ),
  maxLength: 8,
});
export const anyText = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 80 }));

const year = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 2019, max: 2023 }) },
  fc.integer({ min: 0, max: 9999 }),
);
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const clock = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }));

const iso = fc.tuple(year, month, day).map(([y, m, d]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`);
const isoTime = fc
  .tuple(iso, clock, pick("", "", "Z", "+06:00", "+0500"))
  .map(([d, [h, m], z]) => `${d}T${pad(h, 2)}:${pad(m, 2)}${z}`);
const edtf = fc.oneof(
  iso,
  isoTime,
  fc.tuple(iso, pick("?", "~", "%")).map((p) => p.join("")),
  fc.tuple(iso, pick("/", "/.."), pick("", "2023")).map((p) => p.join("")),
  fc.tuple(iso, iso).map(([a, b]) => `[${a}..${b}]`),
  pick("2022", "2022-01", "199X", "2022-21", "[..2022-01-05]", "../2022", "Y-13800000000", "-0043", "{1960,1961}"),
);
const MONTHS = ["January", "Jan.", "janvier", "Januar", "января", "қаңтар", "Dec", "Mai"];
/** Numbers, in the order of `dmy` or not. */
const slashed = fc
  .tuple(day, month, year, pick("/", "/", ".", "-"), fc.boolean())
  .map(([d, m, y, s, dmy]) => (dmy ? `${d}${s}${m}${s}${y}` : `${m}${s}${d}${s}${y}`));
const spelled = fc.oneof(
  fc.tuple(day, pick(...MONTHS), year).map(([d, m, y]) => `${d} ${m} ${y}`),
  fc.tuple(pick(...MONTHS), day, year).map(([m, d, y]) => `${m} ${d}, ${y}`),
  fc.tuple(iso, pick("1:50 p.m.", "18h50", "noon", "25:00")).map(([d, t]) => `${d} ${t}`),
  fc
    .tuple(pick("Thu", "Monday", "пн", "mar."), day, pick(...MONTHS), year)
    .map(([w, d, m, y]) => `${w}, ${d} ${m} ${y}`),
  pick("44 BC", "AD 79", "753 до н. э.", "0 BC"),
);
const arabic = iso.map((t) => t.replace(/\d/g, (c) => String.fromCharCode(0x660 + Number(c))));
const marked = fc
  .tuple(fc.oneof(iso, slashed, spelled), pick("“", '"', "\u200b", "«", "'"), pick("”", '"', "\u200e", "»", ""))
  .map(([t, a, b]) => a + t.replace(/-/g, "–") + b);
const serial = fc
  .oneof(fc.integer({ min: 18_000, max: 90_000 }), fc.double({ min: 40_000, max: 50_000, noNaN: true }))
  .map(String);

/** A date as cells have it: right, sloppy, wrong, or none. */
export const date = fc.oneof(
  { weight: 6, arbitrary: iso },
  { weight: 2, arbitrary: isoTime },
  { weight: 2, arbitrary: edtf },
  { weight: 3, arbitrary: slashed },
  spelled,
  arabic,
  marked,
  serial,
  pick("", "", "n/a", "overnight", "=DATE(2022,1,6)", "1641427200000", "987", "-44", "\u0000", "9".repeat(70)),
  nasty,
);

const WORDS = [
  "more than",
  "about",
  "nearly",
  "plus de",
  "более",
  "мыңнан астам",
  "zwischen",
  "und",
  "and",
  "to",
  "–",
  "-",
];
const NUMBERS = [
  "0",
  "2",
  "62",
  "2,000",
  "2.000",
  "2 000",
  "2\u202f000",
  "1e9",
  "0x10",
  "-5",
  "٦٢",
  "9007199254740993",
];
/** A quantity in words, in pieces of what such words are made of. */
export const quantity = fc.oneof(
  fc
    .array(pick(...WORDS, ...NUMBERS, "dozens", "hundreds", "тысяч", "thousand", "Dutzende", "десятки", "few", "a"), {
      maxLength: 5,
    })
    .map((words) => words.join(" ")),
  pick(...NUMBERS, "dozens", "n/a", "-", "", "a crowd"),
  anyText,
);

const cells = {
  id: pick("", "a", "b", "c", "kz 1", "x-1", "__proto__"),
  title: fc.oneof({ weight: 4, arbitrary: pick("Aktau", "Strike, again", "Митинг", "“quoted”") }, nasty),
  headline: nasty,
  time: date,
  start: date,
  end: fc.oneof({ weight: 3, arbitrary: pick("", "..") }, date),
  precision: pick("", "day", "month", "about", "range", "3", "soon"),
  date_prec: pick("1", "2", "5", "9", ""),
  zone: pick("", "", "Asia/Almaty", "Europe/Paris", "ALMT", "+05:00"),
  said: fc.oneof(pick(""), nasty),
  place: pick("", "Aktau", "Almaty", "Aktau; Almaty", "West", ";"),
  region: pick("", "West", "East", "West; East"),
  lane: pick("", "one; two", "=one"),
  category: pick("", "Protest", "Clashes"),
  importance: pick("", "1", "5", "9", "１", "n/a"),
  status: pick("", "Ongoing", "maybe"),
  verification: pick("", "disputed", "sure"),
  source: pick("", "A > B | C; D", "=A"),
  source_url: pick("", "https://a.example/", "javascript:x", "n/a"),
  url: pick("", "https://a.example/; https://b.example/", "data:text/html,x", "n/a"),
  link: pick("", "", "causes:a", "part-of:b", "part-of:c; answers:nothing", "a"),
  known_from: pick("", "", "2022-01-06T13:50+01:00", "2022-01-07", "06/01/2022", "yesterday"),
  change: pick("", "update", "retraction", "oops"),
  year: pick("1815", "987", "-44", ""),
  "quantity:killed": quantity,
  "quantity:killed:low": pick("", "3", "n/a", "dozens"),
  "quantity:killed:high": pick("", "2", "10"),
  "my own": nasty,
  Date: nasty,
  categry: nasty,
};
const NAMES = Object.keys(cells);

const quoted = (cell) => `"${cell.replace(/"/g, '""')}"`;

/** A table as text; rows are cells as they are meant. */
export function tableText({ header, rows, delimiter, newline, quoteAll, prefix }) {
  const write = (cell) => (quoteAll || cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? quoted(cell) : cell);
  return prefix + [header, ...rows].map((row) => row.map(write).join(delimiter)).join(newline) + newline;
}

/** A table: its header, some rows, and how it is written. Columns stand in any order. */
export const table = fc
  .record({
    // Without a title and a time there is nothing to read, and nothing to test but that.
    header: fc
      .tuple(pick("start", "time"), fc.subarray(NAMES, { minLength: 0, maxLength: 8 }))
      .map(([time, more]) => [...new Set(["title", time, ...more])])
      .chain((names) => fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length })),
    delimiter: pick(",", ";", "\t"),
    newline: pick("\n", "\r\n"),
    quoteAll: fc.boolean(),
    prefix: pick("", "\ufeff"),
  })
  .chain((form) =>
    fc.array(fc.tuple(...form.header.map((name) => cells[name])), { maxLength: 12 }).map((rows) => ({ ...form, rows })),
  );

/** Text in the pieces of tables, well-formed or not. */
export const tableLike = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: pick(",", ",", ";", "\t", "\n", "\r\n", "\r", '"', '""', '",', ',"', " ") },
      pick(...NAMES, "title,start\n", "sep=;\n"),
      date,
      nasty,
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

/** A text cut anywhere. */
export const cut = (text) =>
  fc.array(fc.nat(Math.max(0, text.length)), { maxLength: 6 }).map((places) => {
    const at = [0, ...places.sort((a, b) => a - b), text.length];
    return at.slice(1).map((end, i) => text.slice(at[i], end));
  });

const point = fc.oneof(date, pick(null, "..", "?"), fc.integer(), fc.double(), fc.date({ noInvalidDate: false }));
export const timeInput = fc.oneof(
  date,
  point,
  fc.record({ at: point, zone: cells.zone, said: nasty }, { requiredKeys: [] }),
  fc.record({ within: fc.oneof(date, fc.tuple(point, point)) }),
  fc.record({ start: point, end: point, zone: cells.zone }, { requiredKeys: [] }),
  fc.anything({ maxDepth: 2 }),
);

const texts = fc.oneof(nasty, fc.dictionary(pick("en", "kk", "__proto__", "x"), nasty, { maxKeys: 2 }));
const event = fc.record(
  {
    id: fc.oneof(cells.id, fc.integer()),
    title: fc.oneof({ weight: 5, arbitrary: pick("Aktau", "Strike") }, texts),
    time: fc.oneof({ weight: 3, arbitrary: edtf }, timeInput),
    summary: texts,
    places: fc.array(pick("p", "q", "Aktau"), { maxLength: 2 }),
    lanes: fc.array(nasty, { maxLength: 2 }),
    category: nasty,
    quantities: fc.array(
      fc.record({ measure: nasty, said: quantity, low: fc.integer(), high: fc.integer() }, { requiredKeys: [] }),
      { maxLength: 2 },
    ),
    claims: fc.array(fc.record({ path: fc.array(nasty, { maxLength: 2 }), url: nasty }, { requiredKeys: ["path"] }), {
      maxLength: 2,
    }),
    links: fc.array(fc.record({ type: pick("causes", "part-of"), to: cells.id }), { maxLength: 2 }),
    importance: fc.oneof(fc.integer({ min: 0, max: 6 }), nasty),
    status: cells.status,
    urls: fc.array(cells.url, { maxLength: 2 }),
    media: fc.array(fc.record({ url: pick("https://a.example/a.jpg", "x"), alt: nasty }), { maxLength: 1 }),
    layout: fc.record(
      { pin: fc.boolean(), hide: fc.boolean(), nudge: fc.record({ x: fc.double() }) },
      { requiredKeys: [] },
    ),
    knownFrom: cells.known_from,
    change: cells.change,
    extra: fc.dictionary(nasty, fc.anything({ maxDepth: 1 }), { maxKeys: 2 }),
  },
  { requiredKeys: ["title", "time"] },
);
/** A document: mostly right, with anything wrong in some of its places. */
export const timeline = fc.record(
  {
    title: texts,
    zone: cells.zone,
    language: pick("en", "ru", "kk", "xx", "__proto__"),
    asOf: pick("2022-01-06T13:50+01:00", "soon"),
    places: fc.array(fc.record({ id: pick("p", "q"), name: texts, parent: pick("p", "q") }, { requiredKeys: ["id"] }), {
      maxLength: 2,
    }),
    categories: fc.array(fc.record({ id: nasty, color: pick("#aabbcc", "red") }), { maxLength: 2 }),
    events: fc.array(fc.oneof({ weight: 9, arbitrary: event }, fc.anything({ maxDepth: 1 })), { maxLength: 8 }),
  },
  { requiredKeys: ["events"] },
);

export { fc };
