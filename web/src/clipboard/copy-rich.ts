// Puts text and HTML on the clipboard by a `copy` event, which works in every browser we serve, also on plain-http
// intranets where the asynchronous clipboard does not exist. Must be called while a key or a click is being handled.

export interface Rich {
  readonly text: string;
  /** Without it only text is copied. */
  readonly html?: string;
}

/** Whether the browser did it. The focus and what is selected stay as they were. */
export function copyRich({ text, html }: Rich): boolean {
  const before = document.activeElement;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const box = carrier(text);
  let taken = false;
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  window.addEventListener("copy", onCopy, true);
  try {
    document.body.appendChild(box);
    box.focus({ preventScroll: true });
    box.setSelectionRange(0, box.value.length);
    // Where the event cannot carry data, the browser copies what is selected: the text at least.
    const done = document.execCommand("copy");
    return taken || (done && text !== "");
  } catch {
    return false;
  } finally {
    window.removeEventListener("copy", onCopy, true);
    box.remove();
    if (range && selection) {
      selection.removeAllRanges();
      selection.addRange(range);
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}

/** Several browsers copy only where something is selected. Out of sight, never out of the page: that cannot be selected. */
function carrier(text: string): HTMLTextAreaElement {
  const box = document.createElement("textarea");
  box.value = text === "" ? " " : text;
  box.readOnly = true;
  box.tabIndex = -1;
  box.setAttribute("aria-hidden", "true");
  Object.assign(box.style, { position: "fixed", top: "0", left: "0", width: "1px", height: "1px", opacity: "0" });
  return box;
}
