// A page with one chart, and what every check of it asks and does.

export async function open(page, url, src, options = {}) {
  await page.goto(`${url}/test/browser/pages/chart.html`);
  await page.until(() => document.documentElement.dataset.loaded === "yes", undefined, "the module");
  await page.run(([s, o]) => window.make(s, o), [src, options]);
  await page.frames();
}

export const view = (page) => page.run(() => ({ from: window.chart.view.from, to: window.chart.view.to }));

/** Shows the window without these shares of its ends. */
export async function closer(page, a = 0.3, b = 0.3) {
  await page.run(
    ([l, r]) => {
      const { from, to } = window.chart.view;
      window.chart.setView({ from: from + (to - from) * l, to: to - (to - from) * r }, { animate: false });
    },
    [a, b],
  );
  await page.frames();
}

/** Until what moves has come to rest. */
export async function still(page) {
  await page.pause(900);
  await page.frames();
}

export const svgBox = (page) =>
  page.run(() => {
    const r = document.querySelector(".datelines-stage > svg").getBoundingClientRect();
    return { x: r.left, y: r.top, width: r.width, height: r.height };
  });

/** The mouse drags from one point to another; each is [x, y]. */
export async function drag(page, from, to) {
  await page.move(...from);
  await page.down();
  await page.move(...to, 8);
  await page.up();
  await page.frames();
}

/** Fingers that go from some points to others, and are lifted; each point is [x, y]. */
export async function fingers(page, from, to) {
  await page.touch("touchStart", from);
  for (let i = 1; i <= 10; i++)
    await page.touch(
      "touchMove",
      from.map(([x, y], n) => [x + ((to[n][0] - x) * i) / 10, y + ((to[n][1] - y) * i) / 10]),
    );
  await page.touch("touchEnd", []);
  await page.frames();
}

/** Asks for the wheel with Ctrl, at a point. */
export async function wheelWithCtrl(page, x, y, delta) {
  await page.move(x, y);
  await page.keyDown("Control");
  await page.wheel(0, delta);
  await page.keyUp("Control");
  await still(page);
}
