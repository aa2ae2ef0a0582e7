/** The rows of an HTML table as CSV, cell by cell as text, so that a table in an article can be read as any other. */
export function tableText(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => quoted(cell.textContent.trim())).join(","));
  return rows.join("\n");
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
