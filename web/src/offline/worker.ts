// The page's side of the service worker: registers it, tells when a newer version waits, and has the rest of the files kept
// once somebody works here. Only where there is one: not in the edition of one file, not over plain http.
import { type ShallowRef, shallowRef } from "vue";
import { workerUrl } from "../core/trusted";

export type OfflineState =
  | { readonly kind: "none" }
  | { readonly kind: "form" }
  | { readonly kind: "keeping"; readonly done: number; readonly all: number }
  | { readonly kind: "all" }
  | { readonly kind: "failed" };

export class OfflineWorker {
  readonly state: ShallowRef<OfflineState> = shallowRef({ kind: "none" });
  readonly waiting: ShallowRef<ServiceWorker | undefined> = shallowRef();

  /** Never rejects: without a worker the page works as before, only not offline. */
  async begin(): Promise<void> {
    if (!("serviceWorker" in navigator)) return;
    try {
      const registration = await navigator.serviceWorker.register(workerUrl("./sw.js"), { updateViaCache: "none" });
      const look = (): void => {
        if (registration.waiting && navigator.serviceWorker.controller) this.waiting.value = registration.waiting;
      };
      registration.addEventListener("updatefound", () =>
        registration.installing?.addEventListener("statechange", look),
      );
      look();
      await navigator.serviceWorker.ready;
      this.state.value = { kind: "form" };
    } catch {
      this.state.value = { kind: "none" };
    }
  }

  /** Has every file kept that is not yet: exporters, fonts, help. */
  async keepAll(): Promise<void> {
    if (this.state.value.kind !== "form" && this.state.value.kind !== "failed") return;
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return;
    this.state.value = { kind: "keeping", done: 0, all: 0 };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ done: number; all: number } | { failed: string }>) => {
      if ("failed" in data) this.state.value = { kind: "failed" };
      else this.state.value = data.done < data.all ? { kind: "keeping", ...data } : { kind: "all" };
    };
    active.postMessage("keep the rest", [port2]);
  }

  /** Changes to the version that waits and loads the page anew. Save first. */
  takeOver(): void {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    this.waiting.value?.postMessage("take over");
  }
}
