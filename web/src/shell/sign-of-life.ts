// When the first sign comes that somebody is here: what only they will need is not loaded before. Nobody waits for it, since the
// pointer has moved or a box has the caret long before anything is typed or pressed.

const signs = [
  "pointermove",
  "pointerdown",
  "touchstart",
  "wheel",
  "scroll",
  "keydown",
  "focusin",
  "dragenter",
  "beforeprint",
];

/** There is something to be seen to without a sign. */
export let wake: () => void = () => {};

export const signOfLife: Promise<void> = new Promise((resolve) => {
  wake = resolve;
});

/** Call once. */
export function watchForLife(): void {
  const seen = (): void => {
    for (const sign of signs) window.removeEventListener(sign, seen, true);
    wake();
  };
  for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });
}
