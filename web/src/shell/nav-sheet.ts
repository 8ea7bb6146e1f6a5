// The list of sections as a sheet over the form, where there is no room beside it: it takes the focus, and goes when one leaves it.

/** Call once it is open. `shut` folds it. */
export function tendSheet(shut: () => void): void {
  const sheet = document.getElementById("nav");
  const opener = document.querySelector<HTMLElement>(".bar-nav");
  if (!sheet) return;

  function end(back: boolean): void {
    sheet?.removeEventListener("keydown", onKey);
    sheet?.removeEventListener("click", onClick);
    sheet?.removeEventListener("focusout", onLeave);
    document.removeEventListener("pointerdown", outside, true);
    shut();
    if (back) opener?.focus();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end(true);
  }
  function onClick(event: Event): void {
    if ((event.target as Element).closest("button")) end(true);
  }
  function onLeave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget && relatedTarget !== opener && !sheet?.contains(relatedTarget as Node)) end(false);
  }
  /** The opener folds it by itself. */
  function outside({ target }: Event): void {
    if (!sheet?.contains(target as Node) && !opener?.contains(target as Node)) end(false);
  }

  sheet.addEventListener("keydown", onKey);
  sheet.addEventListener("click", onClick);
  sheet.addEventListener("focusout", onLeave);
  document.addEventListener("pointerdown", outside, true);
  const current = sheet.querySelector<HTMLElement>("[aria-current]") ?? sheet.querySelector("a");
  current?.focus({ preventScroll: true });
}
