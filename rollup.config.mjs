import { fileURLToPath } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";

/** Names are shortened in a run of their own: what occurs how often is known only once nothing more is left out. */
const minified = [
  terser({ module: true, ecma: 2020, mangle: false, compress: { ecma: 2020, passes: 3, keep_fargs: false } }),
  terser({ module: true, compress: false }),
];

// Single files for script tags and for the size budgets: everything inside, English only (the "default" of #locales).
const bundle = (input, file, { format = "es", languages = "default" } = {}) => ({
  input,
  output: { file, format, sourcemap: true, name: "datelines", inlineDynamicImports: true },
  plugins: [
    allLanguages(languages === "all"),
    leanStyles,
    leanSelections,
    nodeResolve({ exportConditions: ["default", "module", "import"], browser: true }),
    ...minified,
  ],
});

/**
 * d3-zoom and d3-brush interrupt transitions before they begin, and d3-brush knows how to move in one from any value to
 * another, colours too. Here nothing makes transitions: there are none to interrupt, and no values between others. Zooms
 * from window to window are no values: what d3-zoom takes of d3-interpolate stays.
 */
const STUBS = {
  "d3-transition": `import { selection } from "d3-selection";
    export const interrupt = () => {};
    selection.prototype.interrupt = function () { return this; };`,
  "d3-interpolate for d3-brush": `export const interpolate = () => null;`,
  "d3-color": `export const color = () => null;
    export { color as rgb, color as hsl, color as lab, color as hcl, color as cubehelix };`,
};
const ofBrush = (importer) => /[\\/]d3-brush[\\/]/.test(importer ?? "");
const withoutTransitions = {
  name: "without-transitions",
  resolveId(id, importer) {
    const wanted = [id, ...(ofBrush(importer) ? [`${id} for d3-brush`] : [])].find((name) => name in STUBS);
    return wanted === undefined ? null : `\0${wanted}`;
  },
  load: (id) => STUBS[id.slice(1)] ?? null,
};

/** The style sheet without its white space. Of strings it has none in which that matters, and no comments. */
const lean = (css) =>
  css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>!]) ?/g, "$1")
    .replace(/([\w-]): /g, "$1:")
    .replaceAll(";}", "}")
    .trim();
const leanStyles = {
  name: "lean-styles",
  transform: (code, id) =>
    /paint.style-sheet\.js$/.test(id)
      ? { code: code.replace(/`([^`]*)`/, (_, css) => `\`${lean(css)}\``), map: null }
      : null,
};

/**
 * What D3's selections could do and nobody asks of them: neither src/browser nor d3-brush and d3-zoom. They are an object
 * with all of it, of which nothing falls away by itself. In the bundles alone: of a page's own D3 nothing is taken.
 */
const UNASKED = "selectChild sort nodes size empty classed text html raise lower insert clone dispatch".split(" ");
const leanSelections = {
  name: "lean-selections",
  transform: (code, id) =>
    /[\\/]d3-selection[\\/]/.test(id) && code.includes("selection.prototype = {")
      ? { code: UNASKED.reduce(withoutMethod, code), map: null }
      : null,
};
function withoutMethod(code, name) {
  const rest = code.replace(new RegExp(`^  ${name}: selection_${name},$`, "m"), "");
  if (rest === code) throw new Error(`Selections of D3 have no ${name}`);
  return rest;
}

/** What of D3 is inside of the package: a bundler would take it with transitions and colours. */
export const INSIDE = ["d3-brush", "d3-dispatch", "d3-drag", "d3-ease", "d3-interpolate", "d3-timer", "d3-zoom"];

/**
 * d3-ease and d3-interpolate make functions by calling others, which do nothing else: those that nobody takes fall away
 * once that is said.
 */
const withoutUnused = {
  name: "without-unused",
  transform: (code, id) =>
    /[\\/]d3-(?:ease|interpolate)[\\/]/.test(id)
      ? {
          code: code.replace(/^((?:export )?(?:var|const) \w+ = )(?=\(function|\w+\()/gm, "$1/* @__PURE__ */ "),
          map: null,
        }
      : null,
};

const gestures = {
  input: "dist/browser/d3.js",
  output: { file: "dist/browser/d3.js", format: "es", sourcemap: true },
  external: ["d3-selection"],
  plugins: [withoutTransitions, withoutUnused, nodeResolve()],
};

/** Every language inside, where a file is asked to hold them. */
const allLanguages = (wanted) => ({
  name: "all-languages",
  resolveId: (id) =>
    wanted && id === "#locales" ? fileURLToPath(new URL("dist/locale/all.js", import.meta.url)) : null,
});

/** Packages that only workbooks need: loaded with the first of them, never bundled. */
export const OUTSIDE = ["fflate", "saxes"];

/** The edit mode is for browsers: it stays a module of its own, and splits nothing that the command loads. */
const EDITING = /browser\/edit\/edit\.js$/;

// What Node loads, with all languages: a hundred small modules take seven times as long to start as these few files.
const forNode = {
  input: {
    index: "dist/index.js",
    static: "dist/static.js",
    element: "dist/element.js",
    sheets: "dist/sheets.js",
    cli: "dist/cli.js",
  },
  output: {
    dir: "dist/node",
    format: "es",
    sourcemap: true,
    chunkFileNames: "shared.js",
    paths: (id) => (EDITING.test(id) ? "../browser/edit/edit.js" : id),
  },
  external: [/^node:/, EDITING, ...OUTSIDE],
  plugins: [nodeResolve({ exportConditions: ["node", "module", "import"] })],
};

export default [
  gestures,
  forNode,
  bundle("dist/index.js", "dist/bundle/datelines.min.js"),
  bundle("dist/static.js", "dist/bundle/datelines-static.min.js"),
  // For script tags: one file, with or without type="module", and no other request.
  bundle("dist/element.js", "dist/bundle/event-timeline.min.js", { format: "iife" }),
  bundle("dist/element.js", "dist/bundle/event-timeline-all.min.js", { format: "iife", languages: "all" }),
];
