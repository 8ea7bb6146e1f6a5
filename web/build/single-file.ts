// Makes the edition of one file: page, script, styles and every file the page would fetch, in one HTML file that opens by
// double click. A module cannot be loaded from file://, so the script is a plain one; the content policy names it by its hash
// and lets nothing be fetched from anywhere.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { type Embed, withFormView } from "./definition-plugin.ts";
import { withFirstView } from "./first-view-plugin.ts";
import { floorScript, hashOf, replaced } from "./inline-plugin.ts";

interface Block {
  readonly name: string;
  readonly content: Buffer;
}

/** Below this the page is spared the unpacking. */
const packFrom = 1_000_000;
/** What the form needs stands before the script, all else behind it: the form is there before that has been read. */
const isFirst = ({ name }: Block): boolean => /^(formcheck|definition)\b/.test(name);

// Inside a script element only these could end it or turn it into something else.
const inElement = (script: string): string => script.replace(/<(\/script|!--)/gi, "\\x3c$1");

function blockElement(block: Block): string {
  const { name, content } = block;
  const packed = content.length >= packFrom;
  const text = (packed ? gzipSync(content, { level: 9 }) : content).toString("base64");
  const marks = `${isFirst(block) ? " data-first" : ""}${packed ? ' data-packed="gzip"' : ""}`;
  return `<script type="application/octet-stream" id="file-${name}"${marks}>${text}</script>`;
}

async function page(root: string, script: string, style: string, blocks: readonly Block[]): Promise<string> {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const main = inElement(script);
  const icon = `data:image/svg+xml;base64,${Buffer.from(read("public/icon.svg")).toString("base64")}`;
  const floor = inElement(floorScript().replace("script-src 'self'", `script-src ${hashOf(main)}`));
  const policy = (html: string): string =>
    html
      .replace("script-src 'self'", `script-src ${hashOf(floor)} ${hashOf(main)}`)
      .replace("style-src 'self'", `style-src ${hashOf(style)}`)
      .replace("connect-src 'self'", "connect-src 'none'")
      .replace("worker-src 'self'", "worker-src 'none'");
  let html = policy(await withFirstView(await withFormView(read("index.html"))));
  html = replaced(html, /<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}" />`);
  html = replaced(html, '<script id="floor"></script>', `<script>${floor}</script>\n    <style>${style}</style>`);
  const elements = (first: boolean): readonly string[] =>
    blocks.filter((block) => isFirst(block) === first).map(blockElement);
  const tail = [...elements(true), `<script>${main}</script>`, ...elements(false)].join("\n    ");
  return replaced(html, /<script type="module"[^>]*><\/script>/, tail);
}

/** `root`: the folder of index.html. `name`: of the file that is made. */
export function singleFile(root: string, name: string): { readonly plugin: Plugin; readonly embed: Embed } {
  const blocks = new Map<string, Block>();
  const embed: Embed = (file, content) => {
    blocks.set(file, { name: file, content });
    return `#file-${file}`;
  };
  const plugin: Plugin = {
    name: "formcheck-single-file",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith("?url")) return undefined;
      const resolved = await this.resolve(source.slice(0, -4), importer, { skipSelf: true });
      return resolved ? `\0file:${resolved.id}` : undefined;
    },
    load(id) {
      if (!id.startsWith("\0file:")) return undefined;
      const path = id.slice(6).replace(/\?.*/, "");
      return `export default "${embed(basename(path), readFileSync(path))}";`;
    },
    // The core's glue would look for its wasm beside itself; it is handed over instead.
    transform(code, id) {
      if (!id.endsWith("/formcheck.mjs")) return undefined;
      return code.replace(/new URL\(\s*"formcheck\.wasm",\s*import\.meta\.url\)/g, '({ href: "" })');
    },
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        let script = "";
        let style = "";
        for (const [key, part] of Object.entries(bundle)) {
          if (part.type === "chunk") script += part.code;
          else if (key.endsWith(".css")) style += part.source;
          else throw new Error(`${key} would stand beside the page`);
          delete bundle[key];
        }
        this.emitFile({ type: "asset", fileName: name, source: await page(root, script, style, [...blocks.values()]) });
      },
    },
  };
  return { plugin, embed };
}
