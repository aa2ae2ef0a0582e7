const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Characters at the head of a file by which its form is told. */
export const HEAD = 20000;

export interface Dialect {
  readonly delimiter: string;
  /** Characters of a first line such as "sep=;", which spreadsheets write and leave out; 0 without one. */
  readonly skip: number;
}

/** Which delimiter a table uses, from the first {@link HEAD} characters of its text. */
export function dialectOf(head: string, delimiter?: string): Dialect {
  const sep = /^sep=(.)\r?\n/i.exec(head);
  const skip = sep?.[0].length ?? 0;
  return { delimiter: delimiter ?? sep?.[1] ?? mostFrequent(head.slice(skip, HEAD)), skip };
}

/** The delimiter that divides the first line most, outside of quotes. */
function mostFrequent(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((l) => l.trim() !== "") ?? "";
  const plain = header.replace(/"[^"]*"/g, "");
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const d of DELIMITERS) {
    const n = plain.split(d).length - 1;
    if (n > most) {
      most = n;
      best = d;
    }
  }
  return best;
}

/** A web page, or other XML: what comes when a link to a table leads to the page that shows it. */
export const isMarkup = (head: string): boolean => /^\s*<(?:!doctype\b|\?xml\b|[a-z][\w:-]*[\s>])/i.test(head);

/** The format of a file: by its name, else by how its text begins. */
export function formatOf(head: string, filename = ""): "csv" | "tsv" | "json" {
  const ext = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase();
  if (ext === "json" || ext === "geojson") return "json";
  if (ext === "tsv" || ext === "tab") return "tsv";
  if (ext === "csv") return "csv";
  return /^\s*[[{]/.test(head) ? "json" : "csv";
}
