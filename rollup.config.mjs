import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";

// Single files for script tags and for the size budgets: everything inside, English only (the "default" of #locales).
const bundle = (input, file) => ({
  input,
  output: { file, format: "es", sourcemap: true },
  plugins: [nodeResolve({ exportConditions: ["default", "module", "import"], browser: true }), terser()],
});

export default [
  bundle("dist/index.js", "dist/bundle/datelines.min.js"),
  bundle("dist/static.js", "dist/bundle/datelines-static.min.js"),
];
