// One export from the first step to the download: its stages, the question it may ask, its failures. The dialog shows `state`. The
// work itself, with the library that writes PDF, is loaded after the dialog is there.
import { type ShallowRef, shallowRef } from "vue";
import { saveBlob } from "../../exchange/download";
import type { App } from "../../shell/app";
import { BadPicture, Cancelled, NoFonts, NotLoaded } from "../errors";
import type { Uncovered } from "../fonts/coverage";
import { exportText as text } from "../text";

export type What = "application" | "letter" | "pack" | "print";

export type State =
  | { readonly kind: "working"; readonly stage: string; readonly share: number }
  | { readonly kind: "ask"; readonly uncovered: readonly Uncovered[]; readonly answer: (yes: boolean) => void }
  | { readonly kind: "failed"; readonly lines: readonly string[] }
  | { readonly kind: "done" };

/** Told before a part of the work begins; `share` of the whole that is done, 0 … 1. Rejects when nobody waits any longer. */
export type Progress = (stage: string, share: number) => Promise<void>;

export class ExportJob {
  readonly state: ShallowRef<State>;
  private cancelled = false;

  constructor(
    private readonly app: App,
    private readonly what: What,
  ) {
    this.state = shallowRef({ kind: "working", stage: text.stages.code, share: 0 });
  }

  async run(): Promise<void> {
    try {
      await this.step(text.stages.code, 0.05);
      if (this.what === "print") await this.print();
      else await this.export(this.what);
      this.state.value = { kind: "done" };
    } catch (error) {
      this.state.value =
        error instanceof Cancelled ? { kind: "done" } : { kind: "failed", lines: [text.failed, reasonOf(error)] };
    }
  }

  cancel(): void {
    this.cancelled = true;
  }

  private async print(): Promise<void> {
    const [{ prepareDocuments }, { printDocument }] = await loading(
      Promise.all([import("./documents"), import("../print/print-document")]),
    );
    if (this.cancelled) throw new Cancelled();
    await printDocument((await prepareDocuments(this.app)).application);
  }

  private async export(what: Exclude<What, "print">): Promise<void> {
    const { makeFile } = await loading(import("./make-file"));
    const file = await makeFile(this.app, what, this.step, (uncovered) => this.ask(uncovered));
    if (this.cancelled) throw new Cancelled();
    saveBlob(file.name, new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }));
    this.app.banners.show({ topic: "exchange", tone: "good", text: text.exported(file.name) });
  }

  private ask(uncovered: readonly Uncovered[]): Promise<boolean> {
    return new Promise((answer) => {
      this.state.value = { kind: "ask", uncovered, answer };
    });
  }

  /** Shows what comes next and lets the browser draw it. */
  private readonly step: Progress = async (stage, share) => {
    if (this.cancelled) throw new Cancelled();
    this.state.value = { kind: "working", stage, share };
    await new Promise((resolve) => window.setTimeout(resolve, 0));
  };
}

/** A part of the page that does not arrive is the network's failure, whatever the browser calls it. */
function loading<T>(part: Promise<T>): Promise<T> {
  return part.catch((error: unknown) => {
    throw new NotLoaded(String(error));
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof NoFonts) return text.failedFonts;
  if (error instanceof BadPicture) return text.failedPicture(error.caption);
  if (error instanceof NotLoaded) return text.failedNetwork;
  return text.failedUnknown(String(error));
}
