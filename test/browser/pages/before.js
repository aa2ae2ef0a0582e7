// Runs when a server's page has been read and before its own scripts: what stands there, where, and what happens to it.
const watched = [
  ...document.querySelectorAll("form, output, figcaption, h2, .datelines-stage > *, [data-label] text, details"),
];
window.boxes = () =>
  watched.map((e) => {
    const { left, top, width, height } = e.getBoundingClientRect();
    return [e.localName, ...[left, top, width, height].map((v) => Math.round(v * 10) / 10)].join(" ");
  });
window.before = {
  boxes: window.boxes(),
  pictures: [...document.querySelectorAll(".datelines-stage > svg")].map((svg) => {
    const changes = [];
    const observer = new MutationObserver((list) => changes.push(...list.map((r) => `${r.type} ${r.target.nodeName}`)));
    observer.observe(svg, { childList: true, subtree: true, characterData: true });
    return { svg, elements: [...svg.querySelectorAll("*")], changes };
  }),
};
