// The second half of the core (ARCHITECTURE.md §6): what writing in a blank draft and saving it can do without. It comes once the
// form can be used, or when it is first needed.
import type { RawCore } from "./door";

export class Rest {
  /** When somebody asked for what needs it and it cannot be had: nothing has changed, and the next call tries again. */
  onMissing: () => void = () => undefined;
  private coming: Promise<void> | undefined;

  /** `here`: the core is whole from the beginning. */
  constructor(
    private readonly core: Promise<RawCore>,
    private readonly bring: () => Promise<WebAssembly.Module>,
    private here = false,
  ) {}

  /** Rejects when it cannot be had. */
  load(): Promise<void> {
    if (this.here) return Promise.resolve();
    this.coming ??= Promise.all([this.core, this.bring()])
      .then(async ([core, wasm]) => {
        if (!core.whole) await core.rest(wasm);
        this.here = true;
      })
      .catch((error: unknown) => {
        this.coming = undefined;
        throw error;
      });
    return this.coming;
  }

  /** Nobody waits for it; who needs it and does not have it asks again. */
  soon(): void {
    this.load().catch(() => undefined);
  }

  /** Whether it is here now, for what a person asked for; that it cannot be had is told. */
  came(): Promise<boolean> {
    return this.load().then(
      () => true,
      () => {
        this.onMissing();
        return false;
      },
    );
  }

  /** What is loaded and cannot do without it, as one. */
  with<T>(load: () => Promise<T>): () => Promise<T> {
    return () => Promise.all([load(), this.load()]).then(([loaded]) => loaded);
  }

  /** Does it at once, or as soon as it can; not at all when the rest cannot be had. */
  whenHere(act: () => void): void {
    if (this.here) act();
    else void this.came().then((here) => here && act());
  }
}
