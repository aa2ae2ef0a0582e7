// Makes docs/problems.md: every code with what it means, what to do, and an input that brings it about.
import { writeFileSync } from "node:fs";
import { problemExamples } from "../../dist/model/problem-examples.js";
import { problemKinds } from "../../dist/model/problems.js";

const rows = Object.entries(problemKinds)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([code, { summary, hint }]) =>
      `## \`${code}\`\n\n${summary}.${hint ? ` ${hint}.` : ""}\n\nExample: ${problemExamples[code].replace(/</g, "&lt;")}\n`,
  );
writeFileSync(
  new URL("../../docs/problems.md", import.meta.url),
  `# Problems

What \`datelines check\`, \`read()\` and the scene's \`problems\` report. Codes are stable. An E drops the row or the field, never the timeline; a W keeps it.
Made from the source by \`npm run build && node test/tools/make-problems.mjs\`.

${rows.join("\n")}`,
);
