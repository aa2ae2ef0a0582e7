import { paintSVG } from "../paint/svg.js";
import type { Scene } from "../scene/types.js";
import { toCSV } from "../write/csv.js";
import type { Host, Part, Snapshot } from "./chart.js";

/** Pixels of a PNG for each of the picture. */
const DENSITY = 2;

/** What a reader may take along: the picture as it is seen, and the events as a table. */
export function downloads(host: Host, exported: () => Scene): Part & { readonly element: HTMLElement } {
  const { h } = host;
  const doc = host.element.ownerDocument;
  const view = doc.defaultView as (Window & typeof globalThis) | null;
  const element = h("div", { class: "datelines-filters datelines-menu", role: "group", hidden: true });
  const button = (onclick: () => void): HTMLButtonElement =>
    h("button", { type: "button", class: "datelines-button", onclick });
  const svg = button(() => save(blobOf(paintSVG(exported()), "image/svg+xml"), "svg"));
  const png = button(() => void savePNG());
  const csv = button(() => save(blobOf(`\ufeff${toCSV(host.now().data)}`, "text/csv"), "csv"));
  const json = button(() => save(blobOf(`${JSON.stringify(host.now().data, null, 2)}\n`, "application/json"), "json"));
  element.append(svg, png, csv, json);

  const blobOf = (text: string, type: string): Blob => new view!.Blob([text], { type: `${type};charset=utf-8` });

  function save(blob: Blob, extension: string): void {
    const url = view!.URL.createObjectURL(blob);
    const link = h("a", { href: url, download: `${nameOf(host.now())}.${extension}`, hidden: true });
    element.append(link);
    link.click();
    link.remove();
    view!.setTimeout(() => view!.URL.revokeObjectURL(url), 1000);
  }

  /** By way of an image; pages whose policy forbids that are told so. */
  async function savePNG(): Promise<void> {
    const scene = exported();
    const { width, height } = scene;
    const url = view!.URL.createObjectURL(blobOf(paintSVG(scene), "image/svg+xml"));
    try {
      const image = new view!.Image();
      await new Promise<void>((resolve, reject) => {
        image.onload = () => resolve();
        image.onerror = () => reject(new Error("refused"));
        image.src = url;
      });
      const canvas = h("canvas", { width: Math.round(width * DENSITY), height: Math.round(height * DENSITY) });
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.scale(DENSITY, DENSITY);
      context.drawImage(image, 0, 0, width, height);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
      if (blob === null) throw new Error("refused");
      save(blob, "png");
    } catch {
      host.announce(host.now().ui.phrases.pngRefused);
      png.setAttribute("aria-disabled", "true");
      png.title = host.now().ui.phrases.pngRefused;
    } finally {
      view!.URL.revokeObjectURL(url);
    }
  }

  return {
    element,
    update: (now, before) => {
      if (before !== null && before.ui === now.ui) return;
      const { phrases } = now.ui;
      element.setAttribute("aria-label", phrases.download);
      svg.textContent = phrases.downloadSVG;
      png.textContent = phrases.downloadPNG;
      csv.textContent = phrases.downloadCSV;
      json.textContent = phrases.downloadJSON;
    },
  };
}

/** A file name from the title: letters and digits of any script, nothing that means anything to a file system. */
const nameOf = ({ arrangement }: Snapshot): string => {
  const words = arrangement.title.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-").slice(0, 60) || "timeline";
};
