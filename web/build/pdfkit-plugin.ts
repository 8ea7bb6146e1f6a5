// pdfkit's build for browsers, but for one call that the oldest of ours lack (String.replaceAll, Chromium 85).
import type { Plugin } from "vite";

const call = "replaceAll(' ', '_')";

export function pdfkitPlugin(): Plugin {
  return {
    name: "formcheck-pdfkit",
    transform(code, id) {
      if (!/pdfkit\.standalone\.js$/.test(id)) return undefined;
      const mended = code.replace(call, "replace(/ /g, '_')");
      if (mended === code || mended.includes(".replaceAll(")) throw new Error(`pdfkit is another: look for ${call}`);
      return { code: mended, map: null };
    },
  };
}
