import type { Result } from "./problem.js";
import { problem } from "./problems.js";

/** What of the platform's URL parser is used; it is the same in browsers and in Node. */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
}

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const ALLOWED = new Set(["https:", "http:", "mailto:"]);

/** Hosts that no reader can reach, as the URL parser writes them: this machine, its network, the link's own addresses. */
const PRIVATE =
  /^(?:(?:.+\.)?(?:localhost|local|internal)\.?|(?:0|10|127)\.[\d.]+|169\.254\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[(?:::|f[cd]|fe[89ab]).*\])$/;

/**
 * An address that may be linked: https, http or mailto, a public host, no credentials, nothing invisible, at most 2048
 * characters. `//host/path` is taken for https. `host` is what a reader should see beside the link (punycode, so that
 * look-alike letters show).
 */
export function safeUrl(text: unknown): Result<{ readonly href: string; readonly host: string }> {
  const value = typeof text === "string" ? text.trim() : "";
  const refused = { ok: false as const, problem: problem("E-URL", { value: text ?? "" }) };
  if (value === "" || value.length > 2048 || HIDDEN.test(value)) return refused;
  try {
    const url = new URL(value.startsWith("//") ? `https:${value}` : value);
    if (!ALLOWED.has(url.protocol) || url.username !== "" || url.password !== "") return refused;
    if (PRIVATE.test(url.hostname))
      return {
        ok: false,
        problem: problem("E-URL", {
          value,
          message: "This address leads into a private network, where no reader can go",
        }),
      };
    return {
      ok: true,
      value: { href: url.href, host: url.protocol === "mailto:" ? url.href.slice(7).split("?")[0]! : url.hostname },
    };
  } catch {
    return refused;
  }
}
