// Puts into index.html what a first visit sees before the page's script is there (src/first-view/render.ts): made from the page's own
// components by a server of Vite's that lives as long as that takes.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { createServer, type Plugin } from "vite";
import { compileForm } from "../../tools/lib/whole-core.mjs";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const place = "<!-- first view -->";

/** As much of a browser as the page's components ask for while they are made: a wide window, nothing kept. */
const browser = {
  window: { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) },
  location: { hash: "" },
};

async function render(): Promise<string> {
  const { view, blank } = await compileForm();
  const server = await createServer({
    configFile: false,
    root: at(".."),
    cacheDir: at("../../build/vite-first-view"),
    appType: "custom",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null, fs: { allow: [at("../..")] } },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { "@wasm": at("../../build/wasm") } },
    define: { __EDITION__: JSON.stringify("hosted") },
    plugins: [vue()],
  });
  Object.assign(globalThis, browser);
  try {
    const { renderFirstView } = await server.ssrLoadModule("/src/first-view/render.ts");
    return await renderFirstView(JSON.parse(view), blank);
  } finally {
    for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
    await server.close();
  }
}

let rendered: Promise<string> | undefined;

/** `html` with the first view in its place. */
export async function withFirstView(html: string): Promise<string> {
  if (!html.includes(place)) throw new Error(`index.html has no ${place}`);
  rendered ??= render();
  const view = await rendered;
  return html.replace(place, () => `<div class="first-view">${view}</div>`);
}

export function firstViewPlugin(): Plugin {
  return { name: "formcheck-first-view", apply: "build", transformIndexHtml: { order: "pre", handler: withFirstView } };
}
