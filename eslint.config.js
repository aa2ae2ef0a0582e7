import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Which rooms of src a room may import from; dependencies point one way. test/layers.test.ts checks the same. */
const rooms = {
  model: ["read", "sheets", "write", "layout", "scene", "paint", "browser", "cli", "locale"],
  locale: ["read", "sheets", "write", "layout", "scene", "paint", "browser", "cli"],
  read: ["sheets", "write", "layout", "scene", "paint", "browser", "cli", "locale"],
  sheets: ["write", "layout", "scene", "paint", "browser", "cli", "locale"],
  write: ["sheets", "layout", "scene", "paint", "browser", "cli", "locale"],
  layout: ["read", "sheets", "write", "scene", "paint", "browser", "cli"],
  scene: ["read", "sheets", "write", "paint", "browser", "cli"],
  paint: ["read", "sheets", "write", "browser", "cli"],
  browser: ["sheets", "cli"],
};

const sinks = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: "No markup strings.",
  },
  { selector: ":matches(NewExpression, CallExpression)[callee.name='Function']", message: "No code from strings." },
  {
    selector: "MemberExpression[object.name='Date'][property.name=/^(now|parse)$/]",
    message: "Time is an argument; dates are read by our own scanner.",
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The same input gives the same picture.",
  },
  {
    selector: "MemberExpression[property.name=/^toLocale/]",
    message: "Words and digits come from our own tables; the machine's languages differ.",
  },
];

const globals = [
  ...["document", "window", "navigator", "localStorage", "fetch", "globalThis", "self"].map((name) => ({
    name,
    message: "The environment is an argument.",
  })),
  { name: "Intl", message: "Words come from our own tables, offsets of zones from model/zone.ts." },
  { name: "eval", message: "No code from strings." },
];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "coverage/**", "node_modules/**", "test/golden/**"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...sinks],
      "no-restricted-globals": ["error", ...globals],
      "max-lines": ["warn", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Where a page is entered its globals may be asked for the document; further in it is an argument.
    files: ["src/browser/timeline.ts", "src/element.ts"],
    rules: { "no-restricted-globals": ["error", ...globals.filter((g) => g.name !== "globalThis")] },
  },
  ...Object.entries(rooms).map(([room, forbidden]) => ({
    files: [`src/${room}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: forbidden.map((r) => `**/${r}/**`), message: `${room} does not know these rooms.` },
            { group: ["node:*"], message: "No Node here." },
            ...(room === "browser" ? [] : [{ group: ["d3-*"], message: "No DOM here." }]),
            {
              regex: "^(?:\\.\\./)+(?:index|static|sheets|element|node|cli)\\.js$",
              message: "Rooms do not know the doors (index, static, sheets, cli).",
            },
          ],
        },
      ],
    },
  })),
  {
    // What runs in pages.
    files: ["test/browser/**/*.mjs", "test/browser/**/*.js", "examples/**/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        "EventTarget MediaQueryList MutationObserver PerformanceObserver fetch location requestAnimationFrame customElements getComputedStyle"
          .split(" ")
          .map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        performance: "readonly",
        document: "readonly",
        window: "readonly",
      },
    },
  },
  {
    files: ["test/bench/pages/*.js"],
    languageOptions: { globals: { requestAnimationFrame: "readonly", cancelAnimationFrame: "readonly" } },
  },
);
