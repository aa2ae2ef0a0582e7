import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "#locales": fileURLToPath(new URL("./src/locale/all.ts", import.meta.url)) };

export default defineConfig({
  test: {
    // Of a busy machine: nothing here is timed.
    testTimeout: 30_000,
    projects: [
      {
        resolve: { alias },
        test: { name: "node", environment: "node", include: ["test/**/*.test.ts"], exclude: ["test/dom/**"] },
      },
      { resolve: { alias }, test: { name: "jsdom", environment: "jsdom", include: ["test/dom/**/*.test.ts"] } },
    ],
  },
});
