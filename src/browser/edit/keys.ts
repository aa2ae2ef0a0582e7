import type { Deed } from "./bar.js";

export interface EditKeyOptions {
  readonly isMoving: () => boolean;
  readonly act: (deed: Deed) => void;
  /** One step of the label, or with `byRow` from row to row. */
  readonly step: (dx: number, dy: number, byRow: boolean) => void;
  /** Ends a move; `keep` false puts the label back. */
  readonly finish: (keep: boolean) => void;
}

const LETTERS: Readonly<Record<string, Deed>> = { m: "move", p: "pin", h: "hide", s: "side", b: "break", r: "reset" };
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys of the edit mode, while the focus is in the picture; they come before those of the picture. */
export function editKeys(svg: SVGSVGElement, { isMoving, act, step, finish }: EditKeyOptions): () => void {
  function run(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const control = ctrlKey || metaKey;
    if (altKey) return false;
    if (isMoving() && !control) {
      const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
      if (arrow !== undefined) step(arrow[0], arrow[1], shiftKey);
      else if (key === "Enter" || key === " ") finish(true);
      else if (key === "Escape") finish(false);
      else return letter(event, false);
      return true;
    }
    return letter(event, control);
  }
  function letter({ key, code, shiftKey }: KeyboardEvent, control: boolean): boolean {
    // Letters of other scripts stand on the same keys.
    const name = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : "";
    if (control) {
      if (name !== "z" || shiftKey) return false;
      act("undo");
      return true;
    }
    const deed = Object.hasOwn(LETTERS, name) ? LETTERS[name] : undefined;
    if (deed === undefined) return false;
    act(deed);
    return true;
  }
  function keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !run(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  svg.addEventListener("keydown", keydown, true);
  return () => svg.removeEventListener("keydown", keydown, true);
}
