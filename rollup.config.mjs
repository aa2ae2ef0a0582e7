import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";

// Single files for script tags and for the size budgets: everything inside, English only (the "default" of #locales).
const bundle = (input, file) => ({
  input,
  output: { file, format: "es", sourcemap: true },
  plugins: [
    nodeResolve({ exportConditions: ["default", "module", "import"], browser: true }),
    terser({ compress: { passes: 2 } }),
  ],
});

/** Packages that only workbooks need: loaded with the first of them, never bundled. */
export const OUTSIDE = ["fflate", "saxes"];

// What Node loads, with all languages: a hundred small modules take seven times as long to start as these few files.
const forNode = {
  input: { index: "dist/index.js", static: "dist/static.js", sheets: "dist/sheets.js", cli: "dist/cli.js" },
  output: { dir: "dist/node", format: "es", sourcemap: true, chunkFileNames: "shared.js" },
  external: [/^node:/, ...OUTSIDE],
  plugins: [nodeResolve({ exportConditions: ["node", "module", "import"] })],
};

export default [
  forNode,
  bundle("dist/index.js", "dist/bundle/datelines.min.js"),
  bundle("dist/static.js", "dist/bundle/datelines-static.min.js"),
];
