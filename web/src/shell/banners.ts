// Messages at the top of the page that stay until they are closed or no longer true.
import { type InjectionKey, inject, shallowReactive } from "vue";

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

export class Banners {
  readonly list = shallowReactive<Banner[]>([]);

  /** A message that asks nothing and lists nothing goes by itself; screen readers have been told it by then. */
  private readonly passing = 8000;

  show(banner: Banner): void {
    const at = this.list.findIndex(({ topic }) => topic === banner.topic);
    if (at >= 0) this.list.splice(at, 1, banner);
    else this.list.push(banner);
    if (banner.tone === "bad" || banner.actions?.length || banner.lines?.length) return;
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
