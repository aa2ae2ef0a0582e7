// Makes docs/problems.md.
import { writeFileSync } from "node:fs";
import { line } from "../../dist/cli/report.js";
import { unfetched } from "../../dist/read/beside.js";
import { problemKinds } from "../../dist/sheets/problems.js";
import { readWorkbook } from "../../dist/sheets.js";
import * as library from "../../dist/static.js";
import { problemsPage } from "./problems-page.mjs";

writeFileSync(
  new URL("../../docs/problems.md", import.meta.url),
  problemsPage({ ...library, readWorkbook, problemKinds, unfetched, line }),
);
