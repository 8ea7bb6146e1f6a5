// What the first paint needs stands in index.html itself, since each file of its own would be a wait: the styles of the form, and floor.js,
// which runs before everything else. The content policy names both by their hashes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";
import { withoutIndent } from "./plain-html.ts";

export const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** floor.js, for its element: without comments and indentation, and readable to the oldest browsers as it was written. */
export const floorScript = (): string =>
  withoutIndent(readFileSync(new URL("../floor.js", import.meta.url), "utf8").replace(/^\s*\/\/.*$/gm, ""));

/** `html` with `by` for its one `part`. */
export function replaced(html: string, part: string | RegExp, by: string): string {
  const result = html.replace(part, () => by);
  if (result === html) throw new Error(`index.html has no ${part}`);
  return result;
}

type WithStyles = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: Set<string> } };

/** The style sheets of what index.html begins with, whose names nobody is to ask for any more. */
function forgetStyles(bundle: Rolldown.OutputBundle): readonly string[] {
  const begins = Object.values(bundle).filter((one) => one.type === "chunk" && one.isEntry) as readonly WithStyles[];
  return begins.flatMap(({ viteMetadata }) => {
    const names = [...(viteMetadata?.importedCss ?? [])];
    viteMetadata?.importedCss.clear();
    return names;
  });
}

function take(bundle: Rolldown.OutputBundle, name: string): string {
  const asset = bundle[name];
  if (asset?.type !== "asset") throw new Error(`${name} is not there`);
  delete bundle[name];
  return String(asset.source).trim();
}

/** After whatever else changes index.html. */
export function inlinePlugin(): Plugin {
  let names: readonly string[] = [];
  return {
    name: "formcheck-inline",
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        names = forgetStyles(bundle);
        if (names.length === 0) throw new Error("the page has no style sheet");
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const floor = floorScript();
        let page = replaced(html, "script-src 'self'", `script-src 'self' ${hashOf(floor)}`);
        page = replaced(page, '<script id="floor"></script>', `<script>${floor}</script>`);
        if (!bundle) return page;
        const style = names.map((name) => take(bundle, name)).join("\n");
        page = replaced(page, "style-src 'self'", `style-src 'self' ${hashOf(style)}`);
        return replaced(page, "</head>", `<style>${style}</style>\n</head>`);
      },
    },
  };
}
