// Serves the project to its own tests on this machine alone, under the strictest policies that pages may have.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
};
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * @param pages what else to serve: path → text of a page
 * @param folders and from where: first part of the path → folder
 * @param policyOf what is allowed at a path; default as little as can be
 */
export async function serve(pages = new Map(), { folders = {}, policyOf = () => POLICY } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    asked.push(url.pathname);
    const headers = (type) => ({
      "content-type": type,
      "content-security-policy": policyOf(url.pathname),
      "cache-control": "no-store",
    });
    if (url.pathname === "/favicon.ico") {
      response.writeHead(204);
      response.end();
      return;
    }
    const page = pages.get(url.pathname);
    if (page !== undefined) {
      response.writeHead(200, headers(TYPES[".html"]));
      response.end(page);
      return;
    }
    const [, first, ...rest] = path.normalize(decodeURIComponent(url.pathname)).split("/");
    const base = Object.hasOwn(folders, first) ? folders[first] : root;
    const file = base === root ? path.join(root, first, ...rest) : path.join(base, ...rest);
    try {
      if (!file.startsWith(base)) throw new Error("outside");
      const body = await readFile(file);
      response.writeHead(200, headers(TYPES[path.extname(file)] ?? "application/octet-stream"));
      response.end(body);
    } catch {
      response.writeHead(404, headers("text/plain"));
      response.end("not here");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    pages,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
