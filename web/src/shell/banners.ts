// Messages at the top of the page that stay until they are closed or no longer true.
import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import { wake } from "./sign-of-life";

export interface Banner {
  /** One banner per topic: a newer one takes its place. */
  readonly topic: string;
  readonly tone: "plain" | "good" | "bad";
  readonly text: string;
  readonly lines?: readonly string[];
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
  /** Cannot be closed by hand while it is true. */
  readonly sticky?: boolean;
}

/** Asks nothing and lists nothing: goes by itself; screen readers have been told it by then. */
export function isPassing({ tone, actions, lines, sticky }: Banner): boolean {
  return tone !== "bad" && !sticky && !actions?.length && !lines?.length;
}

export class Banners {
  private readonly all: ShallowRef<readonly Banner[]> = shallowRef([]);

  private readonly passing = 8000;

  get list(): readonly Banner[] {
    return this.all.value;
  }

  show(banner: Banner): void {
    wake(); // what shows it
    const known = this.list.some(({ topic }) => topic === banner.topic);
    this.all.value = known
      ? this.list.map((one) => (one.topic === banner.topic ? banner : one))
      : [...this.list, banner];
    if (isPassing(banner)) window.setTimeout(() => this.keep((one) => one !== banner), this.passing);
  }

  close(topic: string): void {
    this.keep((banner) => banner.topic !== topic);
  }

  private keep(isKept: (banner: Banner) => boolean): void {
    if (!this.list.every(isKept)) this.all.value = this.list.filter(isKept);
  }
}

export const bannersKey: InjectionKey<Banners> = Symbol("banners");

export function useBanners(): Banners {
  const banners = inject(bannersKey);
  if (!banners) throw new Error("no banners were provided");
  return banners;
}
