// Makes the form definition and the sample draft into files of the page: hashed, fetched when needed, never bundled into
// the script. The definition is compiled here, once: its image for the core, and the form as the page shows it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { compileForm, editionPaths, narrativePaths } from "../../tools/lib/whole-core.mjs";

const compact = (path: string): string => JSON.stringify(JSON.parse(readFileSync(path, "utf8")));

interface Asset {
  readonly name: string;
  readonly make: () => Promise<string | Uint8Array>;
  readonly from: () => readonly string[];
}

const viewPlace = "<!-- form view -->";

/** `html` with the form as the page shows it: needed first of all, and its words are the first view's, which zips well. */
export async function withFormView(html: string): Promise<string> {
  const { view } = await compileForm();
  if (/<\/script|<!--|\/>/i.test(view))
    throw new Error("the definition has a text that index.html cannot bring as it is");
  if (!html.includes(viewPlace)) throw new Error(`index.html has no ${viewPlace}`);
  return html.replace(viewPlace, () => `<script type="application/json" id="form-view">${view}</script>`);
}

/** Puts a file into the page itself and gives its address there. */
export type Embed = (name: string, content: Buffer) => string;

/** `schema`: the folder that holds forms, code lists and core.zh-CN.json. Without `embed` the files stand beside the page. */
export function definitionPlugin(schema: string, embed?: Embed): Plugin {
  const sample = join(schema, "../tests/cases/sample/draft.json");
  const narrative = narrativePaths();
  const assets: Readonly<Record<string, Asset>> = {
    "virtual:definition-image": {
      name: "definition.bin",
      make: async () => (await compileForm()).image,
      from: editionPaths,
    },
    "virtual:narrative-reader": {
      name: "narrative.wasm",
      make: async () => readFileSync(narrative.reader),
      from: () => [narrative.reader],
    },
    "virtual:narrative-knowledge": {
      name: "narrative.json",
      make: async () => compact(narrative.knowledge),
      from: () => [narrative.knowledge],
    },
    "virtual:narrative-wording": {
      name: "narrative-wording.json",
      make: async () => compact(narrative.wording),
      from: () => [narrative.wording],
    },
    "virtual:sample": { name: "sample.json", make: async () => compact(sample), from: () => [sample] },
  };
  const blank = "virtual:blank-draft";
  let serving = false;
  return {
    name: "formcheck-definition",
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId(id) {
      return id in assets || id === blank ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${blank}`) {
        for (const path of editionPaths()) this.addWatchFile(path);
        return `export const blank = ${JSON.stringify((await compileForm()).blank)};`;
      }
      const asset = id.startsWith("\0") ? assets[id.slice(1)] : undefined;
      if (!asset) return undefined;
      if (serving) return `export const url = "/@formcheck/${asset.name}";`;
      for (const path of asset.from()) this.addWatchFile(path);
      const source = await asset.make();
      if (embed) return `export const url = "${embed(asset.name, Buffer.from(source))}";`;
      const reference = this.emitFile({ type: "asset", name: asset.name, source });
      return `export const url = import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    transformIndexHtml: { order: "pre", handler: withFormView },
    configureServer(server) {
      server.middlewares.use("/@formcheck/", (request, response, next) => {
        const asset = Object.values(assets).find(({ name }) => request.url === `/${name}`);
        if (!asset) return next();
        response.setHeader(
          "Content-Type",
          asset.name.endsWith(".json") ? "application/json" : "application/octet-stream",
        );
        asset.make().then((source) => response.end(source), next);
      });
    },
  };
}
