// Messages at the top of the page that stay until they are closed or no longer true.
import { type InjectionKey, inject, shallowReactive } from "vue";
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
  readonly list = shallowReactive<Banner[]>([]);

  private readonly passing = 8000;

  show(banner: Banner): void {
    wake(); // what shows it
    const at = this.list.findIndex(({ topic }) => topic === banner.topic);
    if (at >= 0) this.list.splice(at, 1, banner);
    else this.list.push(banner);
    if (!isPassing(banner)) return;
    window.setTimeout(() => {
      const now = this.list.indexOf(banner);
      if (now >= 0) this.list.splice(now, 1);
    }, this.passing);
  }

  close(topic: string): void {
    const at = this.list.findIndex((banner) => banner.topic === topic);
    if (at >= 0) this.list.splice(at, 1);
  }
}

export const bannersKey: InjectionKey<Banners> = Symbol("banners");

export function useBanners(): Banners {
  const banners = inject(bannersKey);
  if (!banners) throw new Error("no banners were provided");
  return banners;
}
