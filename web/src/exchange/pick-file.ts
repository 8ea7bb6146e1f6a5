// The browser's file chooser. Call it in the course of a click; nothing happens when the person thinks better of it.
import type { App } from "../shell/app";
import { lazily } from "../shell/lazily";
import { text } from "../text/zh-cn";

export function pickFiles(accept: string, take: (files: readonly File[]) => void, multiple = false): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = multiple;
  // Some engines want it in the page.
  input.className = "sr-only";
  input.tabIndex = -1;
  input.setAttribute("aria-hidden", "true");
  document.body.append(input);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.remove();
    if (files.length > 0) take(files);
  });
  window.addEventListener("focus", () => window.setTimeout(() => input.files?.length || input.remove(), 1000), {
    once: true,
  });
  input.click();
}

/** What opening takes. */
export const acceptedFiles =
  ".json,application/json,.zip,application/zip,.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,.pdf,application/pdf";

/** Whatever it is; who reads it comes with it. */
export function takeFile(app: App, file: File): Promise<void> {
  return lazily(
    app,
    text.open,
    () => import("./open-file"),
    ({ openAnyFile }) => openAnyFile(app, file),
  );
}

export function pickAnyFile(app: App): void {
  pickFiles(acceptedFiles, ([file]) => file && void takeFile(app, file));
}
