// Saves the draft about a second after the last change, and at once when the page is left.
import { type ShallowRef, shallowRef, watch } from "vue";
import type { Store } from "../core/store";
import type { DraftStorage } from "./draft-storage";
import { rfc3339 } from "./time";

export const saveAfter = 1000;

export type SaveState =
  | { readonly kind: "blank" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "failed"; readonly why: "full" | "denied" }
  | { readonly kind: "conflict" };

export class Autosave {
  readonly state: ShallowRef<SaveState> = shallowRef({ kind: "blank" });
  private timer: number | undefined;

  constructor(
    private readonly store: Store,
    private readonly storage: DraftStorage,
  ) {}

  /** Begins to follow the store. Call once what was stored has been read back. */
  begin(savedBefore: Date | undefined): void {
    if (savedBefore) this.state.value = { kind: "saved", at: savedBefore };
    watch(this.store.revision, () => this.later(), { flush: "sync" });
    window.addEventListener("pagehide", () => this.now());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.now();
    });
    window.addEventListener("storage", (event) => {
      if (this.storage.concerns(event.key) && this.storage.changedElsewhere()) this.conflict();
    });
  }

  /** The person has decided that this page's draft is the one to keep. */
  overwrite(): void {
    this.save(true);
  }

  /** The stored draft is the one on the page now: after taking over another page's. */
  settled(): void {
    this.stop();
    this.state.value = { kind: "saved", at: new Date() };
  }

  now(): void {
    if (this.timer !== undefined) this.save(false);
  }

  private later(): void {
    if (this.state.value.kind === "conflict") return;
    this.stop();
    this.timer = window.setTimeout(() => this.save(false), saveAfter);
    if (this.state.value.kind !== "failed") this.state.value = { kind: "saving" };
  }

  private save(force: boolean): void {
    this.stop();
    const at = new Date();
    const result = this.storage.write(this.store.draft(rfc3339(at)), force);
    if (result === "written") this.state.value = { kind: "saved", at };
    else if (result === "conflict") this.conflict();
    else this.state.value = { kind: "failed", why: result };
  }

  private conflict(): void {
    this.stop();
    this.state.value = { kind: "conflict" };
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }
}
