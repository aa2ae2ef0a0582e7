import type { ui } from "./ui.en.js";
import type { words } from "./words.en.js";

/** Everything a language needs: words of dates, numbers and the interface. Bundled, so that every browser and server prints the same. */
export interface Locale {
  /** BCP 47: "en", "ru", "kk", "fa", "fr", "de", "zh" … */
  readonly code: string;
  readonly direction: "ltr" | "rtl";
  readonly dates: DateWords;
  readonly numbers: NumberWords;
  /** Plural category of a count (CLDR cardinal rules): key into the forms of a counted word. */
  readonly plural: (count: number) => "one" | "two" | "few" | "many" | "other";
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** Between a date and its time, a weekday and its date. */
  readonly comma: string;
  /** Between the parts of a description. */
  readonly semicolon: string;
  /** After a sentence that another follows. Default: a full stop and a space. */
  readonly stop?: string | undefined;
  /** The sign of what is uncertain, where it is not "?". */
  readonly question?: string | undefined;
  /** Opening and closing quotation marks. */
  readonly quotes: readonly [string, string];
  readonly words: Words;
  /** Words of the interactive timeline's controls; English where there are none. */
  readonly ui?: UiWords;
}

export interface DateWords {
  /** month 0–11. `format` is the form used beside a day (Russian genitive), `standalone` alone. */
  readonly month: (month: number, width: "long" | "short", context: "format" | "standalone") => string;
  /** day 0 = Sunday. */
  readonly weekday: (day: number, width: "long" | "short") => string;
  /** Hours and minutes as this language writes them ("13:50", "1:50 p.m."). */
  readonly time: (hour: number, minute: number) => string;
  /** "6 January", "6 January 2022", "January 2022", "2022", each from its parts; years may be negative (BCE). */
  readonly day: (day: number, month: number, width: "long" | "short") => string;
  readonly dayYear: (day: number, month: number, year: number, width: "long" | "short") => string;
  readonly monthYear: (month: number, year: number, width: "long" | "short") => string;
  readonly year: (year: number) => string;
  /** Years before the common era: year 44 of it. */
  readonly yearBefore: (year: number) => string;
  /** season 0 spring … 3 winter. */
  readonly season: (season: number, year: number) => string;
  /** The decade that begins with this year of our era. Default: its first and last year. */
  readonly decade?: (year: number) => string;
  /** First day of the week, 0 = Sunday, and its days off. */
  readonly weekStart: number;
  readonly weekend: readonly number[];
}

export interface NumberWords {
  readonly group: string;
  /** The fewest digits that are grouped; default 5. */
  readonly least?: number;
  readonly decimal: string;
  /** The ten digits, "0123456789" unless the language uses others. */
  readonly digits: string;
  /** What `billionYearsAgo` counts, where it is not 1,000,000,000: in Chinese 100,000,000. */
  readonly billion?: number;
}

/** A counted phrase: one form per plural category; `{n}` is the number. `other` is always there. */
export interface Counted {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Interface words. Phrases name their slots in braces: "As known {date}". */
export interface Words {
  readonly phrases: { readonly [K in keyof (typeof words)["phrases"]]: string };
  readonly counted: { readonly [K in keyof (typeof words)["counted"]]: Counted };
}

/** Words of the interactive timeline's controls. */
export interface UiWords {
  readonly phrases: { readonly [K in keyof (typeof ui)["phrases"]]: string };
  readonly counted: { readonly [K in keyof (typeof ui)["counted"]]: Counted };
  readonly verification: { readonly [K in keyof (typeof ui)["verification"]]: string };
}
