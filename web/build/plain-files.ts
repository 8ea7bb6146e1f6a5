// Takes comments and indentation out of what the build copies as it stands: index.html and floor.js are written for people, and are
// among the first bytes of every visit. Nothing cleverer, since floor.js must stay readable to the oldest browsers.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const withoutIndent = (text: string): string => text.replace(/^\s+/gm, "");

export function plainFiles(): Plugin {
  return {
    name: "formcheck-plain-files",
    apply: "build",
    // A slash at the end of a tag means nothing, and neither does `crossorigin` where all comes from one place but for what is preloaded.
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        withoutIndent(html.replace(/<!--.*?-->/gs, ""))
          .replace(/\s*\/>/g, ">")
          .replace(/(?<=type="module"|rel="stylesheet") crossorigin/g, ""),
    },
    writeBundle: {
      order: "pre",
      handler(options) {
        for (const name of ["floor.js", "floor.css"]) {
          const path = join(options.dir ?? "", name);
          const text = readFileSync(path, "utf8");
          writeFileSync(path, withoutIndent(text.replace(/^\s*\/\/.*$/gm, "").replace(/\/\*.*?\*\//gs, "")));
        }
      },
    },
  };
}
