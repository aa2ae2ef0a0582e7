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
 */
export async function serve(pages = new Map()) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    asked.push(url.pathname);
    const headers = (type) => ({
      "content-type": type,
      "content-security-policy": POLICY,
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
    const file = path.join(root, path.normalize(decodeURIComponent(url.pathname)));
    try {
      if (!file.startsWith(root)) throw new Error("outside");
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
