// The clipboard by whichever way the browser allows: the copy event first, and where it is refused the asynchronous one.
import { copyRich, type Rich } from "./copy-rich";

/** Call it in the course of a click or a key. False when neither way is open. */
export async function copyEitherWay(rich: Rich): Promise<boolean> {
  return copyRich(rich) || (await copyAsync(rich));
}

/** Answers a copy event with exactly this. */
export function answerCopy(event: ClipboardEvent, { text, html }: Rich): boolean {
  if (!event.clipboardData) return false;
  event.clipboardData.setData("text/plain", text);
  if (html !== undefined) event.clipboardData.setData("text/html", html);
  event.preventDefault();
  return true;
}

async function copyAsync({ text, html }: Rich): Promise<boolean> {
  // The type says it is always there; a page that is not served securely has none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return false;
  try {
    if (html === undefined || !("ClipboardItem" in window) || !clipboard.write) await clipboard.writeText(text);
    else {
      const blob = (type: string, content: string): Blob => new Blob([content], { type });
      const item = { "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) };
      await clipboard.write([new ClipboardItem(item)]);
    }
    return true;
  } catch {
    return false;
  }
}
