// One way to drive both browsers: Chromium by Playwright, the system's own Firefox by WebDriver BiDi.
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { chromiumPath, firefoxPath, FLAGS } from "./launch.mjs";

export const installed = { chromium: chromiumPath, firefox: firefoxPath };

/** A browser that makes pages; `media` holds colorScheme, reducedMotion, forcedColors and contrast, where the browser can. */
export async function openBrowser(name) {
  return name === "chromium" ? openChromium() : openFirefox();
}

async function openChromium() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  return {
    name: "chromium",
    close: () => browser.close(),
    newPage: async ({ width = 1000, height = 900, touch = false, media = {} } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, ...media });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      return pageOf(page, {
        cdp,
        viewport: (w, h) => page.setViewportSize({ width: w, height: h }),
        wheel: (dx, dy) => page.mouse.wheel(dx, dy),
        dblclick: (x, y) => page.mouse.dblclick(x, y),
        touch: (type, points) =>
          cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) }),
        close: () => context.close(),
      });
    },
  };
}

async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath(),
    headless: true,
    defaultViewport: null,
    // Ctrl and the wheel would zoom the page itself, and keep it so for the pages that follow.
    extraPrefsFirefox: { "mousewheel.with_control.action": 1 },
  });
  return {
    name: "firefox",
    close: () => browser.close(),
    newPage: async ({ width = 1000, height = 900 } = {}) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      return pageOf(page, {
        cdp: null,
        viewport: (w, h) => page.setViewport({ width: w, height: h }),
        wheel: (deltaX, deltaY) => page.mouse.wheel({ deltaX, deltaY }),
        dblclick: (x, y) => page.mouse.click(x, y, { count: 2 }),
        // One finger.
        touch: (type, [at]) => page.touchscreen[type](...(at ?? [])),
        close: () => page.close(),
      });
    },
  };
}

function pageOf(page, { cdp, viewport, wheel, dblclick, touch, close }) {
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error.message ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/favicon/.test(`${message.text()} ${message.location?.()?.url ?? ""}`))
      errors.push(message.text());
  });
  return {
    page,
    cdp,
    errors,
    goto: (url) => page.goto(url),
    run: (f, arg) => page.evaluate(f, arg),
    /** Waits until something holds in the page. */
    until: async (f, arg, what = String(f)) => {
      for (let i = 0; i < 200; i++) {
        const value = await page.evaluate(f, arg);
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`waited in vain for ${what}`);
    },
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    /** Two frames: whatever was asked for is painted. */
    frames: () =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))),
    move: (x, y, steps = 1) => page.mouse.move(x, y, { steps }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    dblclick,
    touch,
    wheel,
    key: (key) => page.keyboard.press(key),
    keyDown: (key) => page.keyboard.down(key),
    keyUp: (key) => page.keyboard.up(key),
    type: (text) => page.keyboard.type(text),
    viewport,
    screenshot: (options) => page.screenshot(options),
    close,
  };
}
