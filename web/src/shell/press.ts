// A press on the page leaves the box one was in before it becomes a click. What leaving sets off (findings that push the page
// down) has to wait until the press is over, or the click would land beside what was meant.

const waiting: (() => void)[] = [];
let pressed = false;

function over(): void {
  pressed = false;
  // The click comes after pointerup, before the next task.
  window.setTimeout(() => {
    for (const run of waiting.splice(0)) run();
  });
}

/** Call once. A press that ends outside the window ends with the next one at the latest. */
export function watchPresses(): void {
  window.addEventListener(
    "pointerdown",
    () => {
      if (pressed) over();
      pressed = true;
    },
    true,
  );
  window.addEventListener("pointerup", over, true);
  window.addEventListener("pointercancel", over, true);
  window.addEventListener("dragend", over, true);
  window.addEventListener("blur", over);
}

/** Runs at once, or when the press that is going on is over. */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}
