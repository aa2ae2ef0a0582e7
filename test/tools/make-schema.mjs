// Makes src/schema.json from the document's types; --check only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const root = fileURLToPath(new URL("../..", import.meta.url));

export function makeSchema() {
  const schema = createGenerator({
    path: `${root}src/model/types.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: "TimelineData",
    skipTypeCheck: true,
    additionalProperties: true,
    topRef: true,
  }).createSchema("TimelineData");
  // JSON has no Date: a point of time is a string or a number there.
  const text = JSON.stringify(
    { ...schema, title: "datelines timeline" },
    (key, value) =>
      Array.isArray(value) && (key === "anyOf" || key === "type")
        ? value.filter((v) => !(v && typeof v === "object" && v.format === "date-time"))
        : key === "enum" || typeof value !== "object"
          ? value
          : value,
    2,
  );
  return `${text}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = `${root}src/schema.json`;
  const made = makeSchema();
  if (process.argv.includes("--check")) process.exit(readFileSync(file, "utf8") === made ? 0 : 1);
  writeFileSync(file, made);
}
