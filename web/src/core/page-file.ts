// The page's own files: fetched in the hosted edition, standing in the page itself in the edition of one file, where nothing
// can be fetched. The build decides which; `url` is what it gave for the file.

const standsInPage = (url: string): boolean => __EDITION__ === "single" && url.startsWith("#file-");

/** Rejects when the file cannot be had: no network, or a server that has a newer edition. */
export async function readPageBytes(url: string): Promise<ArrayBuffer> {
  if (standsInPage(url)) return fromPage(url);
  return (await fetched(url)).arrayBuffer();
}

export async function readPageText(url: string): Promise<string> {
  if (standsInPage(url)) return new TextDecoder().decode(await fromPage(url));
  return (await fetched(url)).text();
}

/** Compiled while it comes, where the browser can and the server says what it is. */
export async function compilePageFile(url: string): Promise<WebAssembly.Module> {
  if (standsInPage(url)) return WebAssembly.compile(await fromPage(url));
  const response = await fetched(url);
  const known = response.headers.get("Content-Type") === "application/wasm";
  if (known && "compileStreaming" in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function fromPage(url: string): Promise<ArrayBuffer> {
  const find = () => document.getElementById(url.slice(1));
  // What is not needed at the start stands behind the script, and may not have been read to its end.
  if (!find()?.hasAttribute("data-first") && document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  const block = find();
  if (!block) throw new Error(`${url} is not in the page`);
  const text = atob((block.textContent ?? "").trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  if (block.getAttribute("data-packed") !== "gzip") return bytes.buffer;
  const { gunzipSync } = await import("fflate");
  return gunzipSync(bytes).slice().buffer;
}
