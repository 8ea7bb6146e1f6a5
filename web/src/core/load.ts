// Reads the form as it is shown, and fetches the core and the compiled definition side by side. The form can be drawn and written in
// before they are there.

import { url as imageUrl } from "virtual:definition-image";
import createFormcheck from "@wasm/formcheck.mjs";
import wasmUrl from "@wasm/formcheck.wasm?url";
import restUrl from "@wasm/formcheck-rest.wasm?url";
import { type RawCore, readDefinition, Session } from "./door";
import type { FormView } from "./form-view";
import { compilePageFile, readPageBytes } from "./page-file";
import { Rest } from "./rest";

export interface Loading {
  readonly form: FormView;
  /** Makes sessions. Rejects when something cannot be had, or does not belong together. */
  readonly core: Promise<() => Session>;
  readonly rest: Rest;
}

const bringRest = (): Promise<WebAssembly.Module> => compilePageFile(restUrl);

export function load(): Loading {
  // index.html brings it (build/definition-plugin.ts).
  const view = document.getElementById("form-view")?.textContent ?? "";
  const core = coreFor(view);
  return {
    form: JSON.parse(view) as FormView,
    core: core.then((made) => () => new Session(made)),
    rest: new Rest(core, bringRest),
  };
}

async function coreFor(view: string): Promise<RawCore> {
  const [wasm, image] = await Promise.all([compilePageFile(wasmUrl), readPageBytes(imageUrl)]);
  const core = await createFormcheck({ wasm });
  await readDefinition(core, new Uint8Array(image), new TextEncoder().encode(view), bringRest);
  return core;
}
