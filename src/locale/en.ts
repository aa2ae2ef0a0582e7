import { dateWords } from "./date-words.js";
import type { Locale } from "./types.js";
import { words } from "./words.en.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * English, as newspapers print it: 6 January 2022, 18:50. Its words are its own: date-fns' locale objects carry parsers,
 * which the smallest bundle can do without.
 */
export const locale: Locale = {
  code: "en",
  direction: "ltr",
  dates: dateWords(
    {
      month: (m, wide) => (wide ? MONTHS[m]! : MONTHS[m]!.slice(0, 3)),
      day: (d, wide) => (wide ? DAYS[d]! : DAYS[d]!.slice(0, 3)),
    },
    {
      day: "{d} {m}",
      dayYear: "{d} {m} {y}",
      monthYear: "{m} {y}",
      yearBefore: "{y} BC",
      decade: "the {y}s",
      seasons: ["spring {y}", "summer {y}", "autumn {y}", "winter {y}"],
      weekStart: 1,
      weekend: [6, 0],
    },
  ),
  numbers: { group: ",", least: 4, decimal: ".", digits: "0123456789" },
  plural: (n) => (n === 1 ? "one" : "other"),
  list: (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`),
  comma: ", ",
  semicolon: "; ",
  quotes: ["“", "”"],
  words,
};
