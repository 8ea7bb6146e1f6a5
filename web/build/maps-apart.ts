// Source maps of the build, for reading coverage: written beside the site, never into it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

export function mapsApart(folder: string): Plugin {
  return {
    name: "formcheck-maps-apart",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        for (const [name, part] of Object.entries(bundle)) {
          if (part.type === "chunk" && part.map) {
            writeFileSync(join(folder, `${basename(name)}.map`), part.map.toString());
          } else if (name.endsWith(".map") && part.type === "asset") {
            writeFileSync(join(folder, basename(name)), part.source);
            delete bundle[name];
          }
        }
      },
    },
  };
}
