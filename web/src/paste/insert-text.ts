// Puts text where the caret is, as a paste would: replaces what is selected and tells whoever listens to the box.

export function insertText(box: HTMLElement, text: string): void {
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
  box.focus({ preventScroll: true });
  // Some browsers know this only for pages that edit as a whole.
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
