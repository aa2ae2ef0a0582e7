// Watches a page from before its own scripts run: what breaks its policy, what is listened to outside of the charts' own
// elements, what is observed, what moves.
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`),
);

const listeners = [];
const { addEventListener, removeEventListener } = EventTarget.prototype;
const isShared = (target) =>
  target === window ||
  target === document ||
  target === document.documentElement ||
  target === document.body ||
  target instanceof MediaQueryList;
const captures = (options) => Boolean(typeof options === "object" ? options?.capture : options);
const isSame = (a, [target, type, listener, options]) =>
  a[0] === target && a[1] === type && a[2] === listener && captures(a[3]) === captures(options);
EventTarget.prototype.addEventListener = function (...args) {
  const target = this ?? window;
  if (isShared(target) && !listeners.some((l) => isSame(l, [target, ...args]))) listeners.push([target, ...args]);
  return addEventListener.apply(target, args);
};
EventTarget.prototype.removeEventListener = function (...args) {
  const target = this ?? window;
  const at = listeners.findIndex((l) => isSame(l, [target, ...args]));
  if (at >= 0) listeners.splice(at, 1);
  return removeEventListener.apply(target, args);
};

const observing = new Set();
for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver"]) {
  const { observe, disconnect } = window[name].prototype;
  window[name].prototype.observe = function (...args) {
    observing.add(this);
    return observe.apply(this, args);
  };
  window[name].prototype.disconnect = function () {
    observing.delete(this);
    return disconnect.call(this);
  };
}

/** What there is now. */
window.kept = () => ({
  listeners: listeners.map(([target, type]) => `${target.constructor.name} ${type}`).sort(),
  observers: observing.size,
  elements: document.querySelectorAll("*").length,
  sheets: document.adoptedStyleSheets.length,
});

window.shifts = [];
if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift"))
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push(`${value} ${sources.map((s) => s.node?.className ?? s.node?.nodeName)}`);
  }).observe({ type: "layout-shift", buffered: true });
