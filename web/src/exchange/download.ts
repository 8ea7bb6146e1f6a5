// Hands a text or bytes to the browser as a file. Works on every engine of the floor, from file:// too.

export function download(name: string, content: string): void {
  saveBlob(name, new Blob([content], { type: "application/json" }));
}

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some engines read the blob only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
