import { readFileSync } from "node:fs";
import { visible } from "../model/problems.js";
import { fileOf, parse } from "./arguments.js";
import { check } from "./check.js";
import { render } from "./render.js";
import { Usage } from "./usage.js";

const HELP = `datelines: event timelines for the web and for print

  datelines check  FILE [options]             report what is wrong, by row and column
  datelines render FILE -o OUT.svg [options]  draw it; OUT may also end in .html; - is standard input or output

Reading: CSV, TSV, JSON, .xlsx or .ods
  --sheet NAME              the sheet of a workbook; the first if not given
  --columns OURS=THEIRS,…   which of the file's columns is which: title=headline,start=date; A+B are two together
  --list PATH               where in JSON of other tools the list of events stands: races, companies.models
  --date-order dmy|mdy|ymd  order of day and month in dates such as 06/01/2022
  --dozens two|acled        "dozens" means at least 24 (the default), or 12 as in ACLED's data; hundreds likewise
  --zone ZONE               IANA time zone of the times and of the axis: Asia/Almaty
  --fix -o FIXED.csv        writes the table again, mended where that needs no guessing (check)
  --strict                  warnings count as errors
  --format text|json|github how problems are written
  --progress                says how far it is, even when nobody looks on (check)

Drawing
  --width 960 | 125.5mm     a width in mm makes a picture for print
  --height 640 | 110mm      the height to aim at
  --theme light|dark|print|mono
  --lane-by lane|place|region|category|actor|COLUMN    --color-by …    --lane-order first|name|count|given|NAME;NAME
                            several by >, lanes in lanes: "region > place"
  --track FIGURES.csv       numbers over time under the lanes: a column of dates, each other column a track;
                            several by repeating it. --track-kind line|step|bars
  --periods PERIODS.csv     named stretches of time over the lanes: columns name, start, end; several by repeating it
  --fold NAME;NAME          lanes shown as one line, without the lanes in them
  --orientation horizontal|vertical|auto   vertical: time runs down; auto: below 480 px
  --time-scale time|gaps|relative|sequence   fold long empty stretches; count from an event of each lane; order alone
  --relative-to first|category:ID|ID;ID   what each lane counts from
  --shade nights,weekends | none   what is shaded behind the lanes; default nights
  --from DATE --to DATE     the window; --to covers its whole day
  --locale en|ru|kk|fa|fr|de|zh    --direction ltr|rtl
  --title … --subtitle … --credit …
  --as-known-at DATE-TIME   as the story stood then
  --notes N                 the most numbered notes
  --quantity NAME;NAME | none   what labels and notes say of the quantities; default all
  --to-format svg|html      for standard output

Exit status: 0 fine, 1 the data has errors, 2 wrong usage or a file that cannot be read.
`;

/** Runs the command; returns its exit status. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, files, command } = parse(args);
    if (values.help === true) {
      process.stdout.write(HELP);
      return 0;
    }
    if (values.version === true) {
      process.stdout.write(`${version()}\n`);
      return 0;
    }
    const file = fileOf(command, files, values);
    return await (command === "check" ? check(file, values) : render(file, values));
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    process.stderr.write(`datelines: ${visible(error.message)}\nTry: datelines --help\n`);
    return 2;
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
