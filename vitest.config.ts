import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "#locales": fileURLToPath(new URL("./src/locale/all.ts", import.meta.url)) };

// For a busy machine: nothing here is timed.
const testTimeout = 30_000;

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
