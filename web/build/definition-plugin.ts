// Makes the form definition and the sample draft into files of the page: hashed, fetched when needed, never bundled into
// the script. The definition is one JSON text {file name: text}, which is what the core's load() takes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const form = "zj-quality-benchmark/2025";
const parts = ["form.json", "rules.json", "messages.zh-CN.json"];

const compact = (path: string): string => JSON.stringify(JSON.parse(readFileSync(path, "utf8")));

function definitionFiles(schema: string): string[] {
  const codes = readdirSync(join(schema, "codes")).filter((name) => name.endsWith(".json"));
  return [
    ...parts.map((name) => join(schema, form, name)),
    ...codes.sort().map((name) => join(schema, "codes", name)),
    join(schema, "core.zh-CN.json"),
  ];
}

function definition(schema: string): string {
  const bundle: Record<string, string> = {};
  for (const path of definitionFiles(schema)) bundle[path.slice(path.lastIndexOf("/") + 1)] = compact(path);
  return JSON.stringify(bundle);
}

interface Asset {
  readonly name: string;
  readonly make: () => string;
  readonly from: () => readonly string[];
}

/** `schema`: the folder that holds forms, code lists and core.zh-CN.json. */
export function definitionPlugin(schema: string): Plugin {
  const sample = join(schema, "../tests/cases/sample/draft.json");
  const assets: Readonly<Record<string, Asset>> = {
    "virtual:definition": {
      name: "definition.json",
      make: () => definition(schema),
      from: () => definitionFiles(schema),
    },
    "virtual:sample": { name: "sample.json", make: () => compact(sample), from: () => [sample] },
  };
  let serving = false;
  return {
    name: "formcheck-definition",
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId(id) {
      return id in assets ? `\0${id}` : undefined;
    },
    load(id) {
      const asset = id.startsWith("\0") ? assets[id.slice(1)] : undefined;
      if (!asset) return undefined;
      if (serving) return `export const url = "/@formcheck/${asset.name}";`;
      for (const path of asset.from()) this.addWatchFile(path);
      const reference = this.emitFile({ type: "asset", name: asset.name, source: asset.make() });
      return `export const url = import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    // The core and the definition are needed at once: let the browser fetch them while it still reads the script.
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const wanted = Object.keys(bundle ?? {}).filter((name) =>
          /\bformcheck-.*\.wasm$|\bdefinition-.*\.json$/.test(name),
        );
        return wanted.map((name) => ({
          tag: "link",
          attrs: { rel: "preload", as: "fetch", href: `./${name}`, crossorigin: true },
          injectTo: "head" as const,
        }));
      },
    },
    configureServer(server) {
      server.middlewares.use("/@formcheck/", (request, response, next) => {
        const asset = Object.values(assets).find(({ name }) => request.url === `/${name}`);
        if (!asset) return next();
        response.setHeader("Content-Type", "application/json");
        response.end(asset.make());
      });
    },
  };
}
