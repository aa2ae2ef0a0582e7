// Debian's own browsers, found where the system has them; nothing is downloaded.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

const first = (paths) => paths.find((p) => p && existsSync(p));
export const chromiumPath = () =>
  first([process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]);
export const firefoxPath = () => first([process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"]);

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page of a browser by name, and what closes it. Both kinds answer setContent, evaluate and screenshot. */
export async function openPage(name, { width = 1500, height = 1200 } = {}) {
  if (name === "chromium") {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
    const page = await browser.newPage({ viewport: { width, height } });
    return { page, close: () => browser.close() };
  }
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefoxPath(), headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  return { page, close: () => browser.close() };
}
