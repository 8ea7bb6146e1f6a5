// Fetches the form as it is shown, the core and the compiled definition, side by side. The form can be drawn and written in before
// the core is there.

import { url as imageUrl } from "virtual:definition-image";
import { url as viewUrl } from "virtual:definition-view";
import createFormcheck from "@wasm/formcheck.mjs";
import wasmUrl from "@wasm/formcheck.wasm?url";
import restUrl from "@wasm/formcheck-rest.wasm?url";
import { type RawCore, readDefinition, Session } from "./door";
import type { FormView } from "./form-view";
import { compilePageFile, readPageBytes } from "./page-file";
import { Rest } from "./rest";

export interface Loading {
  readonly form: Promise<FormView>;
  /** Makes sessions. Rejects when something cannot be had, or does not belong together. */
  readonly core: Promise<() => Session>;
  readonly rest: Rest;
}

const bringRest = (): Promise<WebAssembly.Module> => compilePageFile(restUrl);

export function load(): Loading {
  const view = readPageBytes(viewUrl);
  const core = coreFor(view);
  return {
    form: view.then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as FormView),
    core: core.then((made) => () => new Session(made)),
    rest: new Rest(core, bringRest),
  };
}

async function coreFor(view: Promise<ArrayBuffer>): Promise<RawCore> {
  const [wasm, image, form] = await Promise.all([compilePageFile(wasmUrl), readPageBytes(imageUrl), view]);
  const core = await createFormcheck({ wasm });
  await readDefinition(core, new Uint8Array(image), new Uint8Array(form), bringRest);
  return core;
}
