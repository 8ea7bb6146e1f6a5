// Builds web/ into build/site. The floor is Chromium 83, Firefox 78 and Safari 14.1: syntax and CSS are lowered to it here,
// what cannot be lowered (new APIs, top-level await) is caught by the gates of tools/test.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { definitionPlugin } from "./build/definition-plugin.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const floor = ["chrome83", "firefox78", "safari14.1"];

export default defineConfig({
  root: at("."),
  base: "./", // the folder can stand at any address
  cacheDir: at("../build/vite"),
  resolve: { alias: { "@wasm": at("../build/wasm") } },
  plugins: [vue(), definitionPlugin(at("../schema"))],
  // What the page does not use of Vue is left out.
  define: {
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  server: { fs: { allow: [at("..")] } },
  build: {
    outDir: at("../build/site"),
    emptyOutDir: true,
    target: floor,
    cssTarget: floor,
    assetsInlineLimit: 0, // the content policy allows no data: URLs beyond pictures
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
