// Loads a TypeScript module of web/ into Node for a unit test, through the page's own compiler. Gives its exports.
// `runnerImport` keeps no server alive; cost is about 100 ms for the first module.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const base = new URL("../../", import.meta.url);
const root = fileURLToPath(base);

// `path` is relative to the repository, e.g. 'web/src/exchange/file-name.ts'.
export async function loadTs(path) {
  const { module } = await runnerImport(fileURLToPath(new URL(path, base)), {
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@wasm": `${root}build/wasm` } },
  });
  return module;
}
