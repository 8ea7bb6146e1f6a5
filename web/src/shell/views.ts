// What can lie over the form: at most one page in its place and one dialog above everything. Each is loaded when it is first
// opened; a view that cannot be loaded (no network, an old page) is told, and nothing changes.
import { type Component, markRaw, type ShallowRef, shallowRef } from "vue";
import { text } from "../text/zh-cn";
import type { Banners } from "./banners";
import { wake } from "./sign-of-life";

export type ViewKind = "page" | "dialog";

export interface ViewSpec {
  /** One view of an id at a time; also the name of its CSS class: view-ID. */
  readonly id: string;
  readonly kind: ViewKind;
  readonly title: string;
  /** The component may emit `close`. */
  readonly load: () => Promise<{ readonly default: Component }>;
  /** A short question rather than a room to work in. */
  readonly narrow?: boolean;
  readonly props?: Readonly<Record<string, unknown>>;
  /** Called when the view has gone, by whichever way. */
  readonly closed?: () => void;
}

export interface OpenView extends ViewSpec {
  readonly component: Component;
}

export class Views {
  readonly page: ShallowRef<OpenView | undefined> = shallowRef();
  readonly dialog: ShallowRef<OpenView | undefined> = shallowRef();
  /** The title of what is being loaded. */
  readonly loading: ShallowRef<string | undefined> = shallowRef();
  private wanted = 0;

  /** `ready`: what is opened may rely on it. */
  constructor(
    private readonly banners: Banners,
    private readonly ready: () => Promise<void>,
  ) {}

  /** False when it could not be loaded, or something else was asked for meanwhile. */
  async open(spec: ViewSpec): Promise<boolean> {
    const turn = ++this.wanted;
    wake(); // what frames it
    this.loading.value = spec.title;
    let component: Component;
    try {
      const [loaded] = await Promise.all([spec.load(), this.ready()]);
      component = loaded.default;
    } catch {
      if (turn === this.wanted) this.loading.value = undefined;
      this.banners.show({ topic: "view", tone: "bad", text: text.viewFailed(spec.title) });
      return false;
    }
    if (turn !== this.wanted) return false;
    this.loading.value = undefined;
    this.banners.close("view");
    this.close(spec.kind);
    this[spec.kind].value = { ...spec, component: markRaw(component) };
    return true;
  }

  close(kind: ViewKind): void {
    const open = this[kind].value;
    this[kind].value = undefined;
    open?.closed?.();
  }
}
