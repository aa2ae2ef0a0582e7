/** What a caller gave, in a word: its kind, and for words and numbers themselves. */
function givenText(got: unknown): string {
  if (typeof got === "string") return `“${got.slice(0, 40)}”`;
  if (typeof got === "number") return `${got}`;
  if (got === null) return "null";
  return typeof got === "object" ? tagOf(got) : typeof got;
}

/** "Promise", "Array", "Response": what was passed instead says most about the mistake. */
const tagOf = (got: object): string => Object.prototype.toString.call(got).slice(8, -1);

/** A mistake of the page's code and not of its data: which function, what it takes, and what it was given. */
export const mistake = (call: string, takes: string, got: unknown): TypeError =>
  new TypeError(`${call} takes ${takes}, not ${givenText(got)}`);

/**
 * The options that a function was given; none where they are null.
 *
 * @throws TypeError when they are no object
 */
export function optionsOf<T extends object>(options: T | null | undefined, call: string, takes = "options"): T {
  if (options === null || options === undefined) return {} as T;
  if (typeof options !== "object" || Array.isArray(options)) throw mistake(call, `${takes} as an object`, options);
  return options;
}
