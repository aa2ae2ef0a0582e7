import type { Problem } from "../model/problem.js";
import type { Columns, Field } from "./columns.js";

/** The column that a field of an event came from. */
const COLUMN_OF: Readonly<Record<string, readonly Field[]>> = {
  id: ["id"],
  title: ["title"],
  printTitle: ["print_title"],
  summary: ["summary"],
  time: ["time", "start"],
  places: ["place", "region"],
  lanes: ["lane"],
  category: ["category"],
  actors: ["actors"],
  status: ["status"],
  verification: ["verification"],
  claims: ["source"],
  links: ["link"],
  knownFrom: ["known_from"],
  change: ["change"],
  note: ["note"],
  deskNote: ["desk_note"],
};

/** Problems told by JSON path ("events[3].status"), told by row and column instead. */
export function atCells(
  problems: readonly Problem[],
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: Columns },
): Problem[] {
  return problems.map((p) => {
    const { path, message, ...rest } = p;
    const at = /^events\[(\d+)\](?:\.(\w+))?/.exec(path ?? "");
    const row = at ? rows[Number(at[1])] : undefined;
    if (!at || row === undefined) return p;
    const header = headerOf(at[2], columns);
    return {
      ...rest,
      message: message.replace(/events\[(\d+)\]/g, (whole, i: string) => {
        const other = rows[Number(i)];
        return other === undefined ? whole : `row ${other}`;
      }),
      row,
      ...(header === undefined ? {} : { column: header }),
    };
  });
}

function headerOf(field: string | undefined, { fields, headers, quantities }: Columns): string | undefined {
  if (field === "quantities" && quantities.length === 1) return headers[quantities[0]!.index];
  const wanted = field !== undefined && Object.hasOwn(COLUMN_OF, field) ? COLUMN_OF[field]! : [];
  const at = wanted.map((f) => fields.get(f)).find((i) => i !== undefined);
  return at === undefined ? undefined : headers[at];
}
