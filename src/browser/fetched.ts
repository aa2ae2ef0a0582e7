/** The most that is fetched, in bytes. */
const LARGEST = 50_000_000;

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly filename: string | undefined;
}

export interface Page {
  readonly view: Window & typeof globalThis;
  /** The address from which others are seen. */
  readonly base: string;
}

/**
 * Reads a file from the network, from an https or http address alone.
 *
 * @throws Error with a readable reason; the DOMException of the signal where it is aborted
 */
export async function fetched(page: Page, address: string, signal: AbortSignal): Promise<FetchedFile> {
  const { view } = page;
  const url = urlOf(page, address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error(`${url.protocol} is no address to read from`);
  const response = await view.fetch(url, { signal, credentials: "same-origin" }).catch((error: unknown) => {
    throw error instanceof view.DOMException && error.name === "AbortError"
      ? error
      : new Error(`${url.pathname} cannot be reached`);
  });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`.trim());
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > LARGEST) throw new Error(`${url.pathname} is larger than ${LARGEST / 1e6} MB`);
  return { bytes, filename: url.pathname.split("/").at(-1) };
}

function urlOf({ view, base }: Page, address: string): URL {
  try {
    return new view.URL(address, base);
  } catch {
    throw new Error(`${address} is no address`);
  }
}
