// A small runner: each check is a function of a page; what it throws is its failure.
import { openBrowser, installed } from "./drive.mjs";

export function assert(condition, message) {
  if (!condition) throw new Error(message);
}
export const near = (a, b, slack, what) => assert(Math.abs(a - b) <= slack, `${what}: ${a} is not ${b} (± ${slack})`);
export function same(a, b, what) {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  assert(x === y, `${what}: ${x} is not ${y}`);
}

const checks = [];
/**
 * @param only the browsers that can be driven this way; default both
 * @param page options of the page
 */
export const check = (name, run, { only = ["chromium", "firefox"], ...page } = {}) =>
  checks.push({ name, run, only, page });

/** Runs all checks in both browsers; prints one line a failure and the count. */
export async function runAll(url) {
  let passed = 0;
  let failed = 0;
  const wanted = process.argv[2];
  for (const name of ["chromium", "firefox"]) {
    if (process.argv[3] !== undefined && process.argv[3] !== name) continue;
    const mine = checks.filter(
      (c) => c.only.includes(name) && (wanted === undefined || wanted === "" || c.name.includes(wanted)),
    );
    if (!installed[name]()) {
      console.error(`${name} is not installed: ${mine.length} checks were not run`);
      failed += mine.length;
      continue;
    }
    const browser = await openBrowser(name);
    for (const { name: what, run, page: options } of mine) {
      const page = await browser.newPage(options);
      try {
        await run(page, { url, browser: name });
        if (page.errors.length > 0) throw new Error(`the page says: ${page.errors.slice(0, 3).join(" | ")}`);
        passed++;
        if (wanted !== undefined) console.log(`ok   ${name}: ${what}`);
      } catch (error) {
        failed++;
        console.error(
          `FAIL ${name}: ${what}: ${String(error.message ?? error)
            .split("\n")
            .slice(0, 4)
            .join(" ")}`,
        );
      } finally {
        await page.close().catch(() => undefined);
      }
    }
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
