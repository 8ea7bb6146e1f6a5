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

/** Comes with the first sign that somebody is here: what keeps drafts, and what stands round the form. */
const early = ["open-drafts", "later-parts", "table-hands", "figure-desk", "derived-note", "begin"];

/** Those, with what they import and the styles of all. */
function comesEarly(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk") return;
    found.add(name);
    const { viteMetadata, imports } = chunk as Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
    for (const style of viteMetadata?.importedCss ?? []) found.add(style);
    imports.forEach(visit);
  };
  for (const name of early) {
    const chunk = Object.values(bundle).find((one) => one.type === "chunk" && one.name === name);
    if (!chunk) throw new Error(`no part is called ${name}`);
    visit(chunk.fileName);
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
        const shell: Record<string, string | null> = {};
        const soon = comesEarly(bundle);
        // What index.html names, what stands beside it, and what comes early.
        const isShell = (path: string): boolean =>
          !path.startsWith("assets/") || html.includes(path) || soon.has(path) || /\/formcheck-.*\.wasm$/.test(path);
        for (const path of paths.filter(isShell)) {
          const named = path.startsWith("assets/");
          shell[path] = named ? null : `sha256-${digest(readFileSync(join(folder, path)), "base64")}`;
        }
        const rest = paths.filter((path) => !(path in shell));
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
