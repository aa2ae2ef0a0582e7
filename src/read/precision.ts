/** How well a date is known, as a column of its own says it. */
export type Precision =
  "century" | "decade" | "year" | "month" | "day" | "hour" | "minute" | "about" | "uncertain" | "within";

/** By whose table numbers are read: that of UCDP (`date_prec`) or of ACLED (`time_precision`). */
export type PrecisionScheme = "ucdp" | "acled";

const WORDS: Readonly<Record<string, Precision | "exact">> = {
  exact: "exact",
  second: "exact",
  minute: "minute",
  hour: "hour",
  day: "day",
  week: "about",
  month: "month",
  year: "year",
  decade: "decade",
  century: "century",
  about: "about",
  approximate: "about",
  circa: "about",
  "c.": "about",
  ca: "about",
  estimated: "about",
  uncertain: "uncertain",
  range: "within",
  between: "within",
};
export const PRECISION_WORDS = [
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "year",
  "decade",
  "century",
  "about",
  "range",
];

/**
 * The numbers of the code books: of UCDP's GED (2 to 5: some time between the two dates, from a few days to a year), and
 * of ACLED's (2: in the week about the date, 3: in its month).
 */
const NUMBERS: Readonly<Record<PrecisionScheme, Readonly<Record<string, Precision | "exact">>>> = {
  ucdp: { 1: "exact", 2: "within", 3: "within", 4: "within", 5: "within" },
  acled: { 1: "exact", 2: "about", 3: "month" },
};

/** By whose table the numbers of a column are, as its header says. */
export const schemeOf = (header: string): PrecisionScheme | undefined =>
  /^date[ _]?prec(?:ision)?$/i.test(header.trim())
    ? "ucdp"
    : /^time[ _]precision$/i.test(header.trim())
      ? "acled"
      : undefined;

/** What a cell says; null for what is not understood. */
export function precisionOf(cell: string, scheme: PrecisionScheme | undefined): Precision | "exact" | null {
  const word = cell.toLowerCase();
  const table = /^\d+$/.test(word) ? (scheme === undefined ? {} : NUMBERS[scheme]) : WORDS;
  return Object.hasOwn(table, word) ? table[word]! : null;
}

const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::\d\d(?:\.\d+)?)?)?)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A date as it is known to a precision: never finer than written, and what is no plain date stays as it is.
 *
 * @example
 * toPrecision("2013-05-17", "month") // "2013-05"
 */
export function toPrecision(edtf: string, precision: Precision): string {
  const m = DATE.exec(edtf);
  if (!m) return edtf;
  const [, year, month, day, hour, minute, offset = ""] = m;
  // Whose day or year it is shows in the offset alone, and a day has none.
  if (offset !== "" && !["hour", "minute", "within"].includes(precision))
    return precision === "uncertain" ? `${edtf}?` : `${edtf}~`;
  const upTo = (...parts: (string | undefined)[]): string => parts.filter((p) => p !== undefined).join("-");
  switch (precision) {
    case "century":
      return `${year!.slice(0, -2)}XX`;
    case "decade":
      return `${year!.slice(0, -1)}X`;
    case "year":
      return year!;
    case "month":
      return upTo(year, month);
    case "day":
      return upTo(year, month, day);
    case "hour":
      return upTo(year, month, day) + (hour === undefined ? "" : `T${hour}${offset}`);
    case "minute":
      return (
        upTo(year, month, day) +
        (hour === undefined ? "" : `T${hour}${minute === undefined ? "" : `:${minute}`}${offset}`)
      );
    case "about":
      return `${edtf}~`;
    case "uncertain":
      return `${edtf}?`;
    case "within":
      return edtf;
  }
}
