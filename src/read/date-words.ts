const words = (list: string): readonly string[] => list.split("|");

/** Month names and their first letters, as tables are filled in English, French, German, Russian and Kazakh. */
const MONTHS = [
  "jan|janv|januar|янв|қаң",
  "feb|fév|févr|fev|фев|ақп",
  "mar|mars|märz|мар|нау",
  "apr|avr|апр|сәу",
  "may|mai|мая|май|мам",
  "jun|juin|июн|мау",
  "jul|juil|июл|шіл",
  "aug|août|aout|авг|там",
  "sep|sept|сен|қыр",
  "oct|okt|окт|қаз",
  "nov|ноя|қар",
  "dec|déc|dez|дек|жел",
].map(words);

/** 1 to 12 of a month's name; null for what is none. */
export function monthOf(word: string): number | null {
  const w = word.toLowerCase().replace(/\.$/, "");
  if (w.length < 3) return null;
  const i = MONTHS.findIndex((names) => names.some((n) => w.startsWith(n)));
  return i < 0 ? null : i + 1;
}

/** Days of the week from Sunday on, whole and as they are shortened. */
const WEEKDAYS = [
  "sun|sunday|dim|dimanche|so|sonntag|вс|воскресенье|жс|жексенбі",
  "mon|monday|lun|lundi|mo|montag|пн|понедельник|дс|дүйсенбі",
  "tue|tues|tuesday|mar|mardi|di|dienstag|вт|вторник|сс|сейсенбі",
  "wed|wednesday|mer|mercredi|mi|mittwoch|ср|среда|сәр|сәрсенбі",
  "thu|thur|thurs|thursday|jeu|jeudi|do|donnerstag|чт|четверг|бс|бейсенбі",
  "fri|friday|ven|vendredi|fr|freitag|пт|пятница|жм|жұма",
  "sat|saturday|sam|samedi|sa|samstag|sonnabend|сб|суббота|сенбі",
].map(words);

/** The day of the week (0 is Sunday) that a text begins with, and what follows; null when it does not. */
export function splitWeekday(text: string): { readonly weekday: number; readonly rest: string } | null {
  const m = /^(\p{L}{2,12})\.?,?\s+(.+)$/u.exec(text);
  const word = m?.[1]!.toLowerCase();
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word ?? ""));
  return m && weekday >= 0 ? { weekday, rest: m[2]! } : null;
}

export const WEEKDAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
