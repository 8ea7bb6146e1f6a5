// Builds web/ into build/site, and with `--mode single` into the one file build/single/formcheck.html. The floor is
// Chromium 83, Firefox 78 and Safari 14.1: syntax and CSS are lowered to it here, what cannot be lowered (new APIs, top-level
// await) is caught by the gates of tools/test.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig, type UserConfig } from "vite";
import { definitionPlugin } from "./build/definition-plugin.ts";
import { firstViewPlugin } from "./build/first-view-plugin.ts";
import { fontsPlugin } from "./build/fonts-plugin.ts";
import { inlinePlugin } from "./build/inline-plugin.ts";
import { leanVue } from "./build/lean-vue.ts";
import { mapsApart } from "./build/maps-apart.ts";
import { comesSoon, keeping, keepsDrafts, offlinePlugin, soon } from "./build/offline-plugin.ts";
import { pdfkitPlugin } from "./build/pdfkit-plugin.ts";
import { plainHtml } from "./build/plain-html.ts";
import { singleFile } from "./build/single-file.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const floor = ["chrome83", "firefox78", "safari14.1"];

function config(edition: "hosted" | "single"): UserConfig {
  return {
    root: at("."),
    base: "./", // the folder can stand at any address
    cacheDir: at("../build/vite"),
    resolve: { alias: { "@wasm": at("../build/wasm") } },
    // What the page does not use of Vue is left out.
    define: {
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      __EDITION__: JSON.stringify(edition),
    },
    server: { fs: { allow: [at("..")] } },
    build: {
      emptyOutDir: true,
      target: floor,
      cssTarget: floor,
      // Lists of what each part needs would be 1 KB of the first load; styles must be there before their part, scripts ask.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed, { hostType }) =>
          hostType === "html" ? needed : needed.filter((path) => path.endsWith(".css")),
      },
      reportCompressedSize: false,
    },
  };
}

function hosted(): UserConfig {
  const base = config("hosted");
  return {
    ...base,
    plugins: [
      vue(),
      leanVue(),
      definitionPlugin(at("../schema")),
      firstViewPlugin(),
      fontsPlugin(at("../build/fonts")),
      pdfkitPlugin(),
      plainHtml(),
      inlinePlugin(),
      offlinePlugin(at("offline/sw.js")),
      mapsApart(at("../build/maps")),
    ],
    // No file becomes a data: URL but pictures: the content policy allows it for no other.
    build: {
      ...base.build,
      outDir: at("../build/site"),
      assetsInlineLimit: (path) => path.endsWith(".svg"),
      sourcemap: "hidden",
      // What comes together is one script: a dozen of them zip worse and are a dozen requests.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: "page", tags: ["$initial"] },
              { name: soon, test: comesSoon },
              { name: keeping, test: keepsDrafts },
              { name: "print", test: /[\\/]paper[\\/]print[\\/]browser-print\./ },
            ],
          },
        },
      },
    },
  };
}

function single(): UserConfig {
  const base = config("single");
  const { plugin, embed } = singleFile(at("."), "formcheck.html");
  return {
    ...base,
    plugins: [
      plugin,
      vue(),
      leanVue(),
      definitionPlugin(at("../schema"), embed),
      fontsPlugin(at("../build/fonts"), embed),
      pdfkitPlugin(),
    ],
    publicDir: false,
    build: {
      ...base.build,
      outDir: at("../build/single"),
      assetsInlineLimit: (path) => (path.endsWith(".svg") ? true : undefined), // pictures of the style sheets
      cssCodeSplit: false,
      rolldownOptions: { input: at("src/main.ts"), output: { format: "iife", codeSplitting: false } },
    },
  };
}

export default defineConfig(({ mode }) => (mode === "single" ? single() : hosted()));
