// Writes the service worker once everything else is written: it names every file of this build, by whose contents the version
// is told. What a first visit needs anyway is kept at once, the rest later.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

const digest = (content: Buffer | string, form: "base64" | "hex"): string =>
  createHash("sha256").update(content).digest(form);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, "/"),
    )
    .sort();
}

/** Comes with the first sign that somebody is here: what stands round the form. What is named here begins it, what that imports comes along. */
export const soon = "soon";
export const comesSoon = /[\\/](later-parts|table-hands|figure-desk|derived-note|offline[\\/]begin)\.(ts|vue)$/;
/** With it, and apart, so that where it cannot be had there is what says so. */
export const keeping = "keeping";
export const keepsDrafts = /[\\/]drafts[\\/](open-drafts|save-banners)\.ts$/;

/** Those parts, with what they import and the styles of all. */
function filesSoon(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk") return;
    found.add(name);
    const { viteMetadata, imports } = chunk as Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
    for (const style of viteMetadata?.importedCss ?? []) found.add(style);
    imports.forEach(visit);
  };
  for (const part of [soon, keeping]) {
    const chunks = Object.values(bundle).filter((one) => one.type === "chunk" && one.name === part);
    if (chunks.length === 0) throw new Error(`no part is called ${part}`);
    for (const { fileName } of chunks) visit(fileName);
  }
  return found;
}

/** `template`: the worker with its placeholders. */
export function offlinePlugin(template: string): Plugin {
  return {
    name: "formcheck-offline",
    apply: "build",
    writeBundle: {
      order: "post",
      sequential: true,
      handler(options, bundle) {
        const folder = options.dir ?? "";
        const paths = filesIn(folder).filter((path) => !["sw.js", "SHA256SUMS"].includes(path));
        const html = readFileSync(join(folder, "index.html"), "utf8");
        const early = filesSoon(bundle);
        // What index.html names, what stands beside it, the core, and what comes soon.
        const core = /\/(formcheck-.*\.wasm|definition-.*\.bin)$/;
        const isShell = (path: string): boolean =>
          !path.startsWith("assets/") || html.includes(path) || early.has(path) || core.test(path);
        const hashed = (list: readonly string[]): Readonly<Record<string, string>> =>
          Object.fromEntries(
            list.map((path) => [path, `sha256-${digest(readFileSync(join(folder, path)), "base64")}`]),
          );
        const shell = hashed(paths.filter(isShell));
        const rest = hashed(paths.filter((path) => !isShell(path)));
        const version = digest(JSON.stringify([shell, rest]), "hex").slice(0, 12);
        const worker = readFileSync(template, "utf8")
          .replace("__VERSION__", version)
          .replace("__SHELL__", JSON.stringify(shell))
          .replace("__REST__", JSON.stringify(rest));
        writeFileSync(join(folder, "sw.js"), worker);
      },
    },
  };
}
