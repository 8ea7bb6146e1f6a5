// The box with the caret has a frame of fixed height around it, so that a key lays out this box and not the whole form; when the
// box grows or shrinks, its frame follows. Comes with the first sign of life: without it a key costs more, nothing else.

/** What stands closely around a box that may grow. */
const frames = ".with-unit, .fit";

export function keepBoxesSteady(): void {
  let box: HTMLTextAreaElement | undefined;
  const observer = new ResizeObserver(fit);

  function fit(): void {
    const frame = box?.parentElement;
    if (!box || !frame) return;
    frame.style.setProperty("--steady", `${box.getBoundingClientRect().height}px`);
    frame.classList.add("steady");
  }
  function release(): void {
    observer.disconnect();
    box?.parentElement?.classList.remove("steady");
    box = undefined;
  }
  function hold(target: EventTarget | null): void {
    release();
    if (!(target instanceof HTMLTextAreaElement) || !target.parentElement?.matches(frames)) return;
    box = target;
    observer.observe(box);
  }

  document.addEventListener("focusin", ({ target }) => hold(target));
  document.addEventListener("focusout", release);
  hold(document.activeElement);
}
