// Properties of what reads times, quantities, addresses and texts.
import { anyText, date, fc, nasty, quantity, timeInput } from "./arbitraries.mjs";
import { equal, fail, holds, isKnownProblem } from "./expect.mjs";

const zones = fc.constantFrom("UTC", "Asia/Almaty", "America/New_York", "Pacific/Apia", "-03:30");
const languages = fc.constantFrom("en", "fr", "de", "ru", "kk", "xx", "__proto__");

/** The bounds of a time are in order, finite, or null and said to be open or unknown. */
function holdsSpan(span) {
  const { startMin, startMax, endMin, endMax } = span;
  for (const bound of [startMin, startMax, endMin, endMax])
    holds(bound === null || Number.isFinite(bound), `a bound is ${bound}`);
  holds((startMin ?? -Infinity) <= (startMax ?? Infinity), "the start ends before it begins");
  holds((endMin ?? -Infinity) <= (endMax ?? Infinity), "the end ends before it begins");
  holds((startMin ?? -Infinity) <= (endMax ?? Infinity), "the end is before the start");
  holds(startMin !== null || span.startMissing !== undefined, "the earliest start is missing unsaid");
  holds(endMax !== null || span.endMissing !== undefined, "the latest end is missing unsaid");
}

export const modelTargets = (lib) => ({
  time: [
    fc.tuple(fc.oneof(date, anyText), zones),
    ([text, zone]) => {
      const r = lib.parseTime(text, { zone });
      if (!r.ok) return isKnownProblem(lib, r.problem);
      holdsSpan(r.value);
      equal(lib.parseTime(r.value.edtf, { zone }).value, r.value, "it reads otherwise a second time");
      lib.formatTime(r.value, { zone });
    },
  ],
  "time of a document": [
    fc.tuple(timeInput, zones),
    ([input, zone]) => {
      const r = lib.resolveTime(input, { zone });
      if (r.ok) holdsSpan(r.value);
      else isKnownProblem(lib, r.problem);
    },
  ],
  "spelled date": [
    fc.tuple(fc.oneof(date, anyText), fc.constantFrom(null, "dmy", "mdy", "ymd")),
    ([text, order]) => {
      const spelled = lib.spelledDate(text, order);
      if (spelled === null) return;
      const all = "edtf" in spelled ? [spelled.edtf] : [spelled.dmy, spelled.mdy].filter((t) => t !== null);
      holds(all.length > 0, "it is ambiguous between nothing");
      for (const edtf of all) {
        const r = lib.parseTime(edtf);
        const code = r.ok ? "" : r.problem.code;
        holds(
          ["", "E-DATE-CALENDAR", "E-DATE-CLOCK", "E-DATE-OFFSET", "E-DATE-RANGE"].includes(code),
          `${edtf}: ${code}`,
        );
      }
    },
  ],
  "date in several columns": [
    fc.array(fc.oneof(fc.constantFrom("", "1815", "12", "Dec", "10", "18:50", "-44", "2022-01-06"), nasty), {
      maxLength: 4,
    }),
    (cells) => holds(typeof lib.joinedDate(cells) === "string", "it is no text"),
  ],
  "plain ISO text": [
    fc.tuple(date, zones),
    ([text, zone]) => {
      const ms = lib.isoMoments(zone)(text);
      if (Number.isNaN(ms)) return;
      const r = lib.parseTime(text, { zone });
      holds(r.ok && r.problems === undefined, "what was taken for a date is none");
      equal(ms, r.value.startMin, "its first moment is another");
    },
  ],
  precision: [
    fc.tuple(date, fc.constantFrom("century", "decade", "year", "month", "day", "hour", "minute", "about", "within")),
    ([text, precision]) => {
      const whole = lib.parseTime(text);
      if (!whole.ok || whole.value.kind !== "at") return;
      const r = lib.parseTime(lib.toPrecision(text.trim(), precision));
      if (!r.ok) return fail(`${text} is no date any more`);
      holds(r.value.startMin <= whole.value.startMin && r.value.endMax >= whole.value.endMax, "it became finer");
    },
  ],
  "day number": [
    fc.tuple(fc.oneof(fc.double(), fc.double({ min: 0, max: 3e6 }), fc.integer()), fc.constantFrom("1900", "1904")),
    ([n, system]) => {
      const text = lib.serialDate(n, system);
      if (text === null || text.startsWith("1900-02-29")) return;
      const r = lib.parseTime(text);
      holds(r.ok, `${text} is no date`);
      const days =
        (r.value.startMin -
          Date.UTC(system === "1900" ? 1899 : 1904, system === "1900" ? 11 : 0, system === "1900" ? 30 : 1)) /
        864e5;
      holds(Math.abs(days - n) < 1e-5 || (system === "1900" && n < 61), `${text} is day ${days}`);
    },
  ],
  quantity: [
    fc.tuple(quantity, languages),
    ([text, language]) => {
      const r = lib.parseQuantity(text, { language });
      const acled = lib.parseQuantity(text, { language, policy: "acled" });
      equal(acled.ok, r.ok, "what is read depends on what dozens are");
      if (!r.ok) return isKnownProblem(lib, r.problem);
      const { said, low, best, high } = r.value;
      holds(text.includes(said), "the words are others");
      for (const n of [low, best, high]) holds(n === null || (Number.isFinite(n) && n >= 0), `a bound is ${n}`);
      holds((low ?? 0) <= (best ?? high ?? Infinity) && (best ?? 0) <= (high ?? Infinity), "bounds out of order");
      holds((acled.value.low ?? 0) <= (low ?? 0), "a dozen is more than two dozen");
    },
  ],
  address: [
    fc.oneof(
      anyText,
      fc.webUrl(),
      fc.tuple(fc.constantFrom("javascript:", "https://", "//", "HTTP://"), nasty).map((p) => p.join("")),
    ),
    (text) => {
      const r = lib.safeUrl(text);
      if (!r.ok) return isKnownProblem(lib, r.problem);
      holds(/^(?:https?|mailto):/.test(r.value.href), `it leads to ${r.value.href}`);
      equal(lib.safeUrl(r.value.href).value?.href, r.value.href, "it is another a second time");
    },
  ],
  text: [
    fc.tuple(anyText, fc.integer({ min: 1, max: 50 })),
    ([text, most]) => {
      const shown = lib.clean(text, most);
      holds(shown.length <= most, "it is too long");
      equal(lib.clean(shown, most), shown, "it is cleaned again");
      holds(!/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/.test(shown), "it has controls");
    },
  ],
  "guard of formulas": [
    nasty,
    (text) => {
      const cell = lib.guarded(text);
      equal(lib.unguarded(cell), text, "the guard does not come off");
      holds(!/^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) || /^[+-]?\d+(?:\.\d+)?$|^-$/.test(cell), "a spreadsheet runs it");
    },
  ],
});
