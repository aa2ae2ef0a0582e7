import { countedWords } from "../../layout/line-pieces.js";
import { labelContext } from "../../layout/label-words.js";
import { fill, formatNumber } from "../../locale/phrases.js";
import type { UiWords } from "../../locale/types.js";
import type { ResolvedEvent } from "../../model/resolved.js";
import type { Host, Snapshot } from "../chart.js";
import { setText } from "../dom.js";
import { rove } from "../rove.js";

/** What the bar and the keys can do to the label of the event at hand. */
export const DEEDS = ["move", "pin", "hide", "side", "break", "rowUp", "rowDown", "reset", "undo"] as const;
export type Deed = (typeof DEEDS)[number];

const WORDS: Readonly<Record<Deed, keyof UiWords["phrases"]>> = {
  move: "editMove",
  pin: "editPin",
  hide: "editHide",
  side: "editSide",
  break: "editBreak",
  rowUp: "editRowUp",
  rowDown: "editRowDown",
  reset: "editReset",
  undo: "editUndo",
};
/** What makes no sense beside a vertical axis, where all labels stand on one side, and marks have no rows. */
const ACROSS: ReadonlySet<Deed> = new Set(["side", "rowUp", "rowDown"]);

/** How a label stands by the editor's hand, in words. */
export function handText({ layout }: ResolvedEvent, { ui, locale }: Snapshot): string {
  const { phrases } = ui;
  const { pin, hide, side, row, nudge, break: breaks } = layout;
  const number = (n: number): string => (n < 0 ? "−" : "") + formatNumber(Math.abs(n), locale);
  const parts = [
    pin === true ? phrases.editPinned : "",
    hide === true ? phrases.editHidden : "",
    side === undefined
      ? ""
      : { right: phrases.editSideRight, left: phrases.editSideLeft, above: phrases.editSideAbove }[side],
    row === undefined ? "" : fill(phrases.editRow, { n: number(row) }),
    nudge === undefined ? "" : fill(phrases.editMoved, { x: number(nudge.x ?? 0), y: number(nudge.y ?? 0) }),
    breaks === undefined ? "" : fill(phrases.editBroken, { words: breaks.map(number).join(locale.comma) }),
  ].filter((s) => s !== "");
  return parts.length === 0 ? phrases.editFree : parts.join(locale.semicolon);
}

/** The bar's elements, and what brings them up to date. */
export interface Bar {
  readonly element: HTMLElement;
  readonly show: (
    now: Snapshot,
    event: ResolvedEvent | null,
    state: { readonly moving: boolean; readonly canUndo: boolean },
  ) => void;
  readonly openBreaks: () => void;
  readonly destroy: () => void;
}

/** A toolbar for the label of the event that has the focus, or had it last. */
export function editBar(host: Host, act: (deed: Deed) => void, breakAfter: (word: number) => void): Bar {
  const { h } = host;
  const buttons = new Map<Deed, HTMLButtonElement>();
  const tools = h("div", { class: "datelines-edit-tools", role: "toolbar" });
  for (const deed of DEEDS) {
    const button = h("button", {
      type: "button",
      class: "datelines-button",
      "data-deed": deed,
      onclick: () => {
        if (button.getAttribute("aria-disabled") !== "true") act(deed);
      },
    });
    buttons.set(deed, button);
    tools.append(button);
  }
  const title = h("strong");
  const state = h("span");
  const words = h("div", { class: "datelines-edit-words", role: "group", hidden: true });
  const element = h("div", { class: "datelines-edit" }, h("p", {}, title, " ", state), tools, words);
  const stop = rove(tools, [...buttons.values()], () => host.now().arrangement.direction === "rtl");
  const disable = (deed: Deed, off: boolean): void => buttons.get(deed)!.setAttribute("aria-disabled", String(off));
  const press = (deed: Deed, on: boolean): void => buttons.get(deed)!.setAttribute("aria-pressed", String(on));
  let writtenFor = "";

  /** A button a word, pressed where the line ends after it. Made anew only for another title, so that the focus stays. */
  function showWords(now: Snapshot, event: ResolvedEvent): void {
    const list = countedWords(labelContext(now.arrangement).titleOf(event)).slice(0, -1);
    const key = `${event.id}\n${list.join("\n")}`;
    if (key !== writtenFor) {
      writtenFor = key;
      words.replaceChildren(
        ...list.map((word, i) =>
          h("button", { type: "button", class: "datelines-button", onclick: () => breakAfter(i + 1) }, word),
        ),
      );
    }
    const breaks = new Set(event.layout.break);
    [...words.children].forEach((b, i) => b.setAttribute("aria-pressed", String(breaks.has(i + 1))));
  }

  function toggleWords(open: boolean): void {
    words.hidden = !open;
    buttons.get("break")!.setAttribute("aria-expanded", String(open));
  }
  toggleWords(false);
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    toggleWords(false);
    buttons.get("break")!.focus();
  });

  return {
    element,
    openBreaks: () => {
      toggleWords(words.hidden !== false);
      if (!words.hidden) words.querySelector("button")?.focus();
    },
    show: (now, event, { moving, canUndo }) => {
      const { phrases } = now.ui;
      tools.setAttribute("aria-label", phrases.edit);
      words.setAttribute("aria-label", phrases.editBreakAfter);
      for (const [deed, button] of buttons) setText(button, phrases[WORDS[deed]]);
      setText(title, event === null ? phrases.editNone : fill(phrases.editTarget, { event: event.title }));
      setText(state, event === null ? "" : moving ? phrases.editMoving : handText(event, now));
      const vertical = now.layout.orientation === "vertical";
      for (const deed of DEEDS)
        disable(deed, deed === "undo" ? !canUndo : event === null || (vertical && ACROSS.has(deed)));
      if (event !== null && Object.keys(event.layout).length === 0) disable("reset", true);
      press("move", moving);
      press("pin", event?.layout.pin === true);
      press("hide", event?.layout.hide === true);
      if (event === null) toggleWords(false);
      else showWords(now, event);
    },
    destroy: () => {
      stop();
      element.remove();
    },
  };
}
