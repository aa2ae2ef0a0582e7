import { enGB } from "date-fns/locale/en-GB";
import { dateWords } from "./date-words.js";
import type { Locale } from "./types.js";
import { words } from "./words.en.js";

/** English, as newspapers print it: 6 January 2022, 18:50. */
export const locale: Locale = {
  code: "en",
  direction: "ltr",
  dates: dateWords(enGB, {
    day: "{d} {m}", dayYear: "{d} {m} {y}", monthYear: "{m} {y}", yearBefore: "{y} BC",
    seasons: ["spring {y}", "summer {y}", "autumn {y}", "winter {y}"], weekStart: 1, weekend: [6, 0],
  }),
  numbers: { group: ",", decimal: ".", digits: "0123456789" },
  plural: (n) => (n === 1 ? "one" : "other"),
  list: (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`),
  quotes: ["“", "”"],
  words,
};
