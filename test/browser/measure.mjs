// Runs in the page: what overlaps, by real boxes. Owners are what a reader takes for one thing: a label, a note, a flag, a line of text.
export function measure() {
  const problems = [];
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    const name = svg.parentElement.dataset.name;
    if (name === undefined) continue;
    const boxes = [];
    const add = (element, owner, kind) => {
      const r = element.getBoundingClientRect();
      if (!(r.width > 0 && r.height > 0)) return;
      // Lines of the head and foot by their ink (ascenders, descenders); labels by the font's whole height.
      const scale = r.height > 0 ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      const size = Number(element.getAttribute("font-size")) * scale;
      // Its line of writing on the screen, wherever the groups around it moved it.
      const matrix = element.getScreenCTM();
      const base = matrix.f + Number(element.getAttribute("y")) * matrix.d;
      const ink = kind === "line" ? { y0: base - 0.76 * size, y1: base + 0.24 * size } : { y0: r.top, y1: r.bottom };
      boxes.push({ owner, kind: "text", text: element.textContent.slice(0, 30), x0: r.left, x1: r.right, ...ink });
    };
    let lone = 0;
    for (const text of svg.querySelectorAll("text")) {
      const holder = text.closest(
        "[data-label], [data-note], [data-outside], .datelines-link-label, .datelines-link-note, .datelines-number, .datelines-source, .datelines-mark",
      );
      if (holder?.classList.contains("datelines-mark")) continue;
      const event = text.closest("[data-event]")?.dataset.event;
      const owner = holder
        ? `${holder.getAttribute("class") ?? ""}${holder.dataset.label ?? ""}${holder.dataset.note ?? ""}${event ?? ""}${holder.dataset.lane ?? ""}#${[...svg.querySelectorAll("*")].indexOf(holder)}`
        : `line ${lone++}`;
      const label =
        holder?.dataset.label !== undefined ||
        holder?.dataset.outside !== undefined ||
        holder?.classList.contains("datelines-link-label") === true;
      add(text, owner, label ? "label" : "line");
      const last = boxes.at(-1);
      if (last) last.event = event;
    }
    for (const mark of svg.querySelectorAll("[data-event] > .datelines-mark")) {
      const event = mark.parentElement.dataset.event;
      for (const part of mark.querySelectorAll("rect, path, line")) {
        const r = part.getBoundingClientRect();
        boxes.push({
          owner: `mark ${event}`,
          kind: "mark",
          event,
          text: `mark of ${event}`,
          x0: r.left,
          x1: r.right,
          y0: r.top,
          y1: r.bottom,
        });
      }
    }
    boxes.sort((a, b) => a.x0 - b.x0);
    for (let i = 0; i < boxes.length; i++) {
      const a = boxes[i];
      if (
        a.kind === "text" &&
        (a.x0 < frame.left - 0.5 || a.x1 > frame.right + 0.5 || a.y1 > frame.bottom + 0.5 || a.y0 < frame.top - 2)
      )
        problems.push(
          `${name}: “${a.text}” leaves the picture: ${[a.x0 - frame.left, frame.right - a.x1, a.y0 - frame.top, frame.bottom - a.y1].map((v) => v.toFixed(1))}`,
        );
      for (let k = i + 1; k < boxes.length && boxes[k].x0 < a.x1 - 0.5; k++) {
        const b = boxes[k];
        if (a.owner === b.owner || (a.kind === "mark" && b.kind === "mark")) continue;
        if (a.event !== undefined && a.event === b.event && (a.kind === "mark" || b.kind === "mark")) continue;
        const slack = 0.5;
        if (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > slack)
          problems.push(
            `${name}: “${a.text}” meets “${b.text}” by ${(Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)).toFixed(1)} px`,
          );
      }
    }
  }
  return problems;
}
