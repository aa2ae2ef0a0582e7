// Watched from the first moment: violations of the page's policy, listeners on the document, what is asked of the network.
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.violations.push(`${e.violatedDirective} ${e.blockedURI}`),
);
window.documentListeners = [];
for (const target of [document, document.documentElement, document.body, window]) {
  const add = target.addEventListener;
  target.addEventListener = function (type, ...rest) {
    window.documentListeners.push(type);
    return add.call(this, type, ...rest);
  };
}
const module = await import("../../../dist/bundle/datelines.min.js");
window.datelines = module;
/** Makes a chart in the page and waits for its first picture. */
window.make = async (src, options = {}, place = "place") => {
  const response = await fetch(src);
  const { data } = module.read(new Uint8Array(await response.arrayBuffer()), { filename: src.split("/").at(-1) });
  const chart = module.timeline(data, options);
  document.getElementById(place).append(chart.element);
  await chart.ready;
  window.chart = chart;
  return true;
};
document.documentElement.dataset.loaded = "yes";
