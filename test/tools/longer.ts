/** fast-check with every property run RUNS times as often as it asks for: `RUNS=10 npx vitest run`. */
import * as real from "../../node_modules/fast-check/lib/fast-check.js";

export * from "../../node_modules/fast-check/lib/fast-check.js";

const times = Number(process.env["RUNS"] ?? 1);
export const assert: typeof real.assert = ((property: never, parameters: { numRuns?: number } = {}) =>
  real.assert(property, { ...parameters, numRuns: (parameters.numRuns ?? 100) * times })) as typeof real.assert;
const all: typeof real = { ...real, assert };
export default all;
