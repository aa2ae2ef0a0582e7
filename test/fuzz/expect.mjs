// What properties say when they do not hold.
import { deepStrictEqual } from "node:assert";

export function fail(message) {
  throw new Error(message);
}
export function holds(condition, message) {
  if (!condition) fail(message);
}
export function equal(actual, expected, message) {
  try {
    deepStrictEqual(plain(actual), plain(expected));
  } catch (error) {
    fail(`${message}\n${error.message}`);
  }
}
/** Without prototypes and what is undefined. */
const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export function isKnownProblem(lib, problem) {
  holds(Object.hasOwn(lib.problemKinds, problem.code), `there is no code ${problem.code}`);
  holds(problem.severity === (problem.code.startsWith("E") ? "error" : "warning"), "its severity is another");
  holds(Array.from(problem.value ?? "").length <= 40 * 6, "its value is long");
  holds(problem.message.length > 0, "it says nothing");
}
