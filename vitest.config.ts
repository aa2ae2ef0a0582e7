import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

// RUNS=10: every property ten times as often.
const longer = process.env["RUNS"] !== undefined;
const alias = {
  "#locales": pathOf("./src/locale/all.ts"),
  ...(longer ? { "fast-check": pathOf("./test/tools/longer.ts") } : {}),
};

// For a busy machine: nothing here is timed.
const testTimeout = longer ? 3_600_000 : 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          testTimeout,
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/dom/**"],
        },
      },
      {
        resolve: { alias },
        test: { testTimeout, name: "jsdom", environment: "jsdom", include: ["test/dom/**/*.test.ts"] },
      },
    ],
  },
});
