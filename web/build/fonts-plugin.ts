// Makes the exporters' fonts (tools/fonts) into files of the page. A page built without them still builds, says so, and tells
// whoever exports.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { Embed } from "./definition-plugin.ts";

const id = "virtual:fonts";
const names = ["song", "hei", "rest"] as const;

/** `folder`: where tools/fonts puts them. */
export function fontsPlugin(folder: string, embed?: Embed): Plugin {
  const path = (name: string): string => join(folder, `${name}.font`);
  let serving = false;
  return {
    name: "formcheck-fonts",
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(module) {
      if (module !== `\0${id}`) return undefined;
      const entries = names.flatMap((name) => {
        if (!existsSync(path(name))) {
          this.warn(`no ${name}.font: run tools/fonts; exporting PDF will not work without`);
          return [];
        }
        if (serving) return [`${name}: "/@formcheck/${name}.font"`];
        if (embed) return [`${name}: "${embed(`${name}.font`, readFileSync(path(name)))}"`];
        const reference = this.emitFile({ type: "asset", name: `${name}.font`, source: readFileSync(path(name)) });
        return [`${name}: import.meta.ROLLUP_FILE_URL_${reference}`];
      });
      const license = join(folder, "OFL.txt");
      if (!serving && !embed && existsSync(license)) {
        this.emitFile({ type: "asset", fileName: "assets/fonts-OFL.txt", source: readFileSync(license) });
      }
      return `export const fontUrls = { ${entries.join(", ")} };`;
    },
    configureServer(server) {
      server.middlewares.use("/@formcheck/", (request, response, next) => {
        const name = names.find((each) => request.url === `/${each}.font`);
        if (!name || !existsSync(path(name))) return next();
        response.end(readFileSync(path(name)));
      });
    },
  };
}
