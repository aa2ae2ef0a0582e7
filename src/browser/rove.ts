/** One stop of the tab key for the buttons of a toolbar, arrow keys within (the ARIA toolbar pattern); gives what undoes it. */
export function rove(element: HTMLElement, buttons: readonly HTMLButtonElement[], isRtl: () => boolean): () => void {
  const stopAt = (stop: HTMLButtonElement): void =>
    buttons.forEach((b) => b.setAttribute("tabindex", b === stop ? "0" : "-1"));
  const key = (event: KeyboardEvent): void => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const step: Readonly<Record<string, number>> = {
      ArrowRight: isRtl() ? -1 : 1,
      ArrowLeft: isRtl() ? 1 : -1,
      Home: -at,
      End: buttons.length - 1 - at,
    };
    const by = Object.hasOwn(step, event.key) ? step[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    buttons[(at + by + buttons.length) % buttons.length]!.focus();
  };
  const focus = (event: FocusEvent): void => {
    if (buttons.includes(event.target as HTMLButtonElement)) stopAt(event.target as HTMLButtonElement);
  };
  element.addEventListener("keydown", key);
  element.addEventListener("focusin", focus);
  if (buttons[0] !== undefined) stopAt(buttons[0]);
  return () => {
    element.removeEventListener("keydown", key);
    element.removeEventListener("focusin", focus);
  };
}
