// Fetches the core and the definition side by side and puts them together.

import { url as definitionUrl } from "virtual:definition";
import createFormcheck from "@wasm/formcheck.mjs";
import wasmUrl from "@wasm/formcheck.wasm?url";
import { type DefinitionProblem, loadDefinition, Session } from "./door";
import { Store } from "./store";

export type Start =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly problem: DefinitionProblem };

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

export async function start(): Promise<Start> {
  const [wasmBinary, definition] = await Promise.all([
    fetched(wasmUrl).then((response) => response.arrayBuffer()),
    fetched(definitionUrl).then((response) => response.text()),
  ]);
  const core = await createFormcheck({ wasmBinary });
  const loaded = loadDefinition(core, definition);
  if (!loaded.ok) return { ok: false, problem: loaded.error };
  return { ok: true, store: new Store(loaded.form, () => new Session(core)) };
}
