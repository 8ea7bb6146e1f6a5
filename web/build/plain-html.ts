// Takes comments and indentation out of index.html, which is written for people and is the first thing of every visit. Nothing cleverer.
import type { Plugin } from "vite";

export const withoutIndent = (text: string): string => text.replace(/^\s+/gm, "");

export function plainHtml(): Plugin {
  return {
    name: "formcheck-plain-html",
    apply: "build",
    // A slash at the end of a tag means nothing, and neither does `crossorigin` where all comes from one place but for what is preloaded.
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        withoutIndent(html.replace(/<!--.*?-->/gs, ""))
          .replace(/\s*\/>/g, ">")
          .replace(/(?<=type="module"|rel="stylesheet") crossorigin/g, ""),
    },
  };
}
