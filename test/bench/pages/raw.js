/**
 * About the least that a picture of events can cost: one pixel a bin, no labels, no words, nothing to reach by keyboard.
 * Lanes are bands of a canvas; wheel and drag change the window.
 */
export function rawPixels(place, list) {
  const [width, height, lanes] = [1200, 700, 20];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  place.append(canvas);
  const context = canvas.getContext("2d");
  let lane = Uint8Array.from(list, (e) => e.lane);
  let start = Float64Array.from(list, (e) => e.start);
  let end = Float64Array.from(list, (e) => e.end ?? e.start);
  const view = { from: start.reduce((a, b) => Math.min(a, b)), to: end.reduce((a, b) => Math.max(a, b)) };
  const band = height / lanes;

  function draw() {
    const { from, to } = view;
    const k = width / (to - from);
    const filled = new Uint8Array(width * lanes);
    for (let i = 0; i < start.length; i++) {
      const x0 = Math.max(0, Math.floor((start[i] - from) * k));
      const x1 = Math.min(width - 1, Math.floor((end[i] - from) * k));
      for (let x = x0; x <= x1; x++) filled[lane[i] * width + x] = 1;
    }
    context.clearRect(0, 0, width, height);
    context.fillStyle = "#345";
    for (let l = 0; l < lanes; l++)
      for (let x = 0; x < width; x++) {
        if (filled[l * width + x] === 0) continue;
        let run = x;
        while (run < width && filled[l * width + run] === 1) run++;
        context.fillRect(x, l * band + 4, run - x, band - 8);
        x = run;
      }
  }
  let asked = 0;
  const later = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(draw);
  };
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const at = view.from + ((view.to - view.from) * event.offsetX) / width;
      const factor = 2 ** (event.deltaY * 0.002);
      view.from = at + (view.from - at) * factor;
      view.to = at + (view.to - at) * factor;
      later();
    },
    { passive: false },
  );
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons === 0) return;
    const by = ((view.to - view.from) * event.movementX) / width;
    view.from -= by;
    view.to -= by;
    later();
  });
  draw();
  const joined = (Kind, a, b) => {
    const all = new Kind(a.length + b.length);
    all.set(a);
    all.set(b, a.length);
    return all;
  };
  return {
    ready: Promise.resolve(),
    view,
    append: (more) => {
      lane = joined(
        Uint8Array,
        lane,
        Uint8Array.from(more, (e) => e.lane),
      );
      start = joined(
        Float64Array,
        start,
        Float64Array.from(more, (e) => e.start),
      );
      end = joined(
        Float64Array,
        end,
        Float64Array.from(more, (e) => e.end ?? e.start),
      );
      later();
    },
  };
}
