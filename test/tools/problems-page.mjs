// The page of all problems: what each code means, what to do, an input that brings it about, and what is then said.
import { problemExamples, problemsOf } from "./problem-examples.mjs";

const HEAD = `# Problems

What \`datelines check\`, \`read()\` and the scene's \`problems\` report. Codes are stable. An E drops the row or the field, never the timeline; a W keeps it. Below each code an input that brings it about, and what is then said.
Made from the source by \`npm run build && node test/tools/make-problems.mjs\`.
`;

/** @param library what reads and draws, `problemKinds`, and `line`, which words a problem as the command does */
export function problemsPage(library) {
  const codes = Object.keys(library.problemKinds).sort();
  return [HEAD, ...codes.map((code) => section(code, library))].join("\n");
}

function section(code, library) {
  const { summary, hint } = library.problemKinds[code];
  const example = problemExamples[code];
  const told = problemsOf(example, library).find((p) => p.code === code);
  const input = example.says ? `From ${escaped(example.says)}:` : indented(example.csv ?? example.json);
  return `## \`${code}\`\n\n${escaped(summary)}.${hint ? ` ${escaped(hint)}.` : ""}\n\n${input}\n\n> ${escaped(library.line(told))}\n`;
}

const indented = (text) => text.replace(/^/gm, "    ");
const escaped = (text) => text.replace(/[<\\*_]/g, (c) => (c === "<" ? "&lt;" : `\\${c}`));
