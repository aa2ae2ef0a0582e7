import { yearsTogether } from "../model/date-diagnosis.js";
import type { Problem } from "../model/problem.js";
import { problem } from "./problems.js";

const PARTS =
  /^(?:early|mid|late|beginning of|middle of|end of|anfang|mitte|ende|début|debut|mi|fin|начало|середина|конец)[\s-]/iu;
const ABOUT =
  /^(?:ca?|circa|approx|about|around|approximately|um|etwa|gegen|vers|environ|около|ок|шамамен)\.?\s*(?=\d)/iu;
const SEASONS: readonly RegExp[] = [
  /^(?:spring|frühling|frühjahr|printemps|весн\p{L})/iu,
  /^(?:summer|sommer|été|лет\p{L})/iu,
  /^(?:autumn|fall|herbst|automne|осен\p{L})/iu,
  /^(?:winter|hiver|зим\p{L})/iu,
];
const TOTALS = /^(?:grand |sub)?(?:totals?|sum|summe|gesamt|insgesamt|итого|всего|барлығы|合计|总计)[\s:]*$/iu;

/**
 * What people write where they do not know the day, and what we read instead. None of it is read as it stands: of most
 * there is more than one meaning. Null for what is nothing of the kind.
 */
export function wordingOf(text: string): Problem | null {
  const t = text.trim();
  const said = (message: string, hint: string): Problem => problem("E-DATE-FORMAT", { value: text, message, hint });
  if (TOTALS.test(t)) return said("This looks like a row of totals", "Take the row out");
  if (/^[=@]/.test(t)) return null;
  if (t.startsWith("#")) return said("The spreadsheet could not work this out", "Mend its formula, or write the date");
  if (!/\p{Nd}/u.test(t))
    return said(
      "There is no date in this",
      "Write what is known: 2022-01, [..2022-01-05]; the source's words go into a column “said”",
    );
  if (ABOUT.test(t)) {
    const rest = t.replace(ABOUT, "");
    const date = /^\d{4}(?:-\d\d){0,2}$/.test(rest) ? rest : "1850";
    return said("A date that is about right has a ~ behind it", `Write ${date}~`);
  }
  const decade = /^(?:the |années |die )?(\d{3})0['’]?(?:s|er|-?х|-?е|-?е годы)?$/iu.exec(t);
  if (decade !== null && !/^\d+$/.test(t)) return said("A decade is written with an X", `Write ${decade[1]!}X`);
  const century =
    /^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.|e|-?й)?\s*(?:century|c\.|jahrhundert|jh\.?|siècle|век\p{L}?|в\.)$/iu.exec(t);
  if (century !== null && Number(century[1]) > 0)
    return said("A century is written with XX", `Write ${String(Number(century[1]) - 1).padStart(2, "0")}XX`);
  const quarter = /^Q([1-4])[\s/-]*(\d{4})$/i.exec(t) ?? /^(\d{4})[\s/-]*Q([1-4])$/i.exec(t);
  if (quarter !== null) {
    const [n, year] = quarter[1]!.length === 1 ? [quarter[1]!, quarter[2]!] : [quarter[2]!, quarter[1]!];
    const month = (m: number): string => `${year}-${String(m).padStart(2, "0")}`;
    return yearsTogether(text, "A quarter is written by its months", month(Number(n) * 3 - 2), month(Number(n) * 3));
  }
  const season = SEASONS.findIndex((words) => words.test(t));
  const [year] = /\d{4}$/.exec(t) ?? [];
  if (season >= 0 && year !== undefined)
    return said("A season is written in numbers, from 21 for spring to 24 for winter", `Write ${year}-${21 + season}`);
  if (PARTS.test(t))
    return said(
      "This is a part of a month or of a year",
      "Write the month or the year alone, 2022-01, and these words in a column “said”",
    );
  if (/^(?:\p{L}{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+\p{L}{3,12}\.?|\d{1,2}[./]\d{1,2}\.?)$/u.test(t))
    return said("There is no year in this", "Write the year, too, and first: 2022-01-06");
  if (/\d\s?[A-Z]{3,4}$/.test(t))
    return said(
      "A time zone is written as what it differs by",
      "Write 2022-01-06T18:50-05:00, or name it in a column “zone”",
    );
  if (
    /^\d.*\d{4}\s+[-\u2010-\u2015]\s+\d.*\d{4}$|^\d.*\p{L}{3}.*\s?[-\u2010-\u2015]\s?.*\d{4}$|^\p{L}{3}.*\d.*[-\u2010-\u2015]\s?.*\d{4}$|^\d{1,2}\.?\s?[-\u2010-\u2015]\s?\d{1,2}[.\s]+\p{L}+\s+\d{4}$/u.test(
      t,
    )
  )
    return said(
      "These are two dates in one cell",
      "Put them into two columns, start and end, or write 2022-01-01/2022-01-03",
    );
  return null;
}
