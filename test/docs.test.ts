import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import ts from "typescript";
import { ATTRIBUTES } from "../src/browser/attributes.js";
import { soundOptions } from "../src/layout/strange-options.js";
import { available } from "../src/locale/all.js";
import { problemKinds } from "../src/sheets/problems.js";
import { read } from "../src/static.js";

const root = path.resolve(import.meta.dirname, "..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((f) => f.endsWith(".md"))
    .map((f) => `docs/${f}`),
];
const text = (p: string): string => readFileSync(path.join(root, p), "utf8");
const blocks = (page: string, language: string): string[] =>
  [...text(page).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map((m) => m[1]!);

describe("the docs", () => {
  it.each(pages)("%s: its links lead somewhere", (page) => {
    for (const [, target] of text(page).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(path.resolve(root, path.dirname(page), target!)), `${page}: ${target!}`).toBe(true);
    }
  });
  it("has code that runs as it stands", () => {
    const dir = mkdtempSync(path.join(tmpdir(), "datelines-docs-"));
    symlinkSync(path.join(root, "examples"), path.join(dir, "examples"));
    for (const page of ["README.md", "docs/getting-started.md"]) {
      for (const code of blocks(page, "js")) {
        const file = path.join(dir, "code.mjs");
        const mapped = code.replace(
          /from "datelines\/(static|locale\/\w+)"/g,
          (_, p: string) => `from ${JSON.stringify(path.join(root, "dist", `${p}.js`))}`,
        );
        writeFileSync(file, mapped);
        const r = spawnSync(process.execPath, [file], { cwd: dir, encoding: "utf8" });
        expect(r.status, `${page}\n${code}\n${r.stderr}`).toBe(0);
      }
    }
  });
  it("has data that read without an error", () => {
    for (const code of blocks("docs/data-format.md", "json"))
      expect(read(code, { format: "json" }).problems).toEqual([]);
    const table = /made in any spreadsheet:\n\n((?: {4}.*\n)+)/.exec(text("README.md"))![1]!.replace(/^ {4}/gm, "");
    expect(read(table).problems).toEqual([]);
    expect(read(table).data.events).toHaveLength(2);
  });
  it("names only options that the command has", () => {
    const help = spawnSync(process.execPath, [path.join(root, "dist/node/cli.js"), "--help"], {
      encoding: "utf8",
    }).stdout;
    for (const page of ["README.md", "docs/command-line.md", "docs/getting-started.md", "docs/data-format.md"]) {
      for (const [option] of text(page).matchAll(/--[a-z][a-z-]+/g))
        expect(help, `${page}: ${option}`).toContain(option);
    }
    const told = text("docs/command-line.md");
    for (const [option] of help.matchAll(/--[a-z][a-z-]+/g)) expect(told, option).toContain(option);
  });
  it("name every language that there is", () => {
    const codes = available.map((l) => l.code);
    const lists = [
      /There are (.*)\. Texts of the data/.exec(text("docs/interactive.md"))![1]!,
      /`event-timeline-all\.min\.js` has (.*), dates/.exec(text("docs/embedding.md"))![1]!,
      /of the picture: (.*) \|/.exec(text("docs/command-line.md"))![1]!,
      problemKinds["W-LOCALE"].hint ?? "",
    ];
    for (const list of lists) expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(list))).toEqual([]);
  });
});

/** What stands in backticks in the first column of the tables under a heading, in turn. */
function firstColumn(page: string, heading: string): string[] {
  const part = text(page)
    .split(/^## /m)
    .find((p) => p.startsWith(`${heading}\n`));
  return [...part!.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
}
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** The names of what an interface of the source says itself, without what it extends. */
function members(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (s): s is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(s) && s.name.text === name,
  );
  return found!.members.map((m) => (m.name as ts.Identifier).text);
}

describe("the docs of live timelines", () => {
  it("name every attribute of the element, and no other", () => {
    const page = "docs/embedding.md";
    expect(sorted(firstColumn(page, "Attributes"))).toEqual(sorted(ATTRIBUTES));
    for (const p of [page, "README.md"])
      for (const [, attributes] of blocks(p, "html")
        .join("")
        .matchAll(/<event-timeline([^>]*)>/g))
        for (const [, attribute] of attributes!.matchAll(/ ([\w-]+)=/g)) expect(ATTRIBUTES).toContain(attribute);
  });
  it("name every property of the page's style sheet, and no other", () => {
    const src = ["src/browser/page-theme.ts", "src/paint/style-sheet.ts"].map(text).join("");
    const used = [...src.matchAll(/--datelines-[a-z-]+[a-z](?:-\d)?/g)].map(([token]) => token.replace(/-\d$/, ""));
    const said = firstColumn("docs/interactive.md", "Colours").map((token) => token.replace(/-\d$/, ""));
    expect(sorted(said)).toEqual(sorted(used));
    for (const page of pages)
      for (const [token] of text(page).matchAll(/--datelines-[a-z-]+[a-z]/g)) expect(used, page).toContain(token);
  });
  it("name every event, every member of a chart, every option and every control", () => {
    const page = "docs/interactive.md";
    expect(firstColumn(page, "Events")).toEqual(members("src/browser/events.ts", "TimelineEventDetails"));
    const chart = firstColumn(page, "The chart").map((call) => call.replace(/\(.*/, ""));
    expect(sorted(chart)).toEqual(sorted(members("src/browser/timeline.ts", "Chart")));
    const shared = [
      ...members("src/layout/options.ts", "LayoutOptions"),
      ...members("src/scene/draw.ts", "DrawOptions"),
    ];
    const own = members("src/browser/options.ts", "ChartOptions");
    const left = /^(?:zoomable|heading|filter)$/;
    expect(sorted(firstColumn(page, "Options"))).toEqual(sorted([...shared.filter((n) => !left.test(n)), ...own]));
    const controls = members("src/browser/options.ts", "Controls");
    expect(text(page)).toContain(`{ ${controls.join(", ")} }`);
    expect(text("docs/embedding.md")).toContain(controls.map((c) => `\`${c}\``).join(", "));
    expect(text(page)).toContain(`filter({ ${members("src/browser/filter.ts", "Filter").join(", ")} })`);
  });
  it("are of options that are known: none that the types have is told of as a slip", () => {
    const names = [
      ...members("src/layout/options.ts", "LayoutOptions"),
      ...members("src/scene/draw.ts", "DrawOptions"),
      ...members("src/browser/options.ts", "ChartOptions"),
    ];
    expect(names.length).toBeGreaterThan(40);
    const given = Object.fromEntries(names.map((name) => [name, "of no kind"]));
    const { problems } = soundOptions({ ...given, slip: true } as never);
    const unknown = problems.filter((p) => p.message === "There is no option of this name").map((p) => p.path);
    expect(unknown).toEqual(["options.slip"]);
  });
  it("show the components of the examples to the letter", () => {
    const page = text("docs/frameworks.md");
    const apps = ["react/app.jsx", "vue/App.vue", "svelte/App.svelte"].map((f) => text(`examples/web/${f}`)).join("");
    const shown = [...page.matchAll(/(?:`(examples\/web\/[\w./]+)`:\n\n)?```(?:jsx|vue|svelte|js)\n([\s\S]*?)```/g)];
    expect(shown.length).toBeGreaterThan(8);
    for (const [, file, code] of shown)
      if (file === undefined) expect(apps).toContain(code!.trim());
      else expect(code, file).toBe(text(file));
  });
  it("have types that check", () => {
    const files = blocks("docs/interactive.md", "ts").map(
      (code, i) => [path.join(root, `docs/block-${i}.ts`), code] as const,
    );
    expect(files.length).toBeGreaterThan(0);
    const virtual = new Map(files);
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    };
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists } = host;
    host.readFile = (f) => virtual.get(f) ?? readFile(f);
    host.fileExists = (f) => virtual.has(f) || fileExists(f);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (f, how, ...rest) => {
      const code = virtual.get(f);
      return code === undefined ? getSourceFile(f, how, ...rest) : ts.createSourceFile(f, code, how);
    };
    const program = ts.createProgram([...virtual.keys()], options, host);
    const said = ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"));
    expect(said).toEqual([]);
  }, 20_000);
});
