// From the review to the place in the form, and back. What leads back stays at the edge of the page until it is put away.
import { markRaw, nextTick } from "vue";
import type { App } from "../shell/app";
import { beside } from "../shell/beside";
import { focusSlot } from "../shell/navigation";
import { openReview } from "./open";
import ReturnBar from "./return-bar.vue";
import type { Review } from "./review";
import { showRange } from "./show-range";

export interface Target {
  readonly slot: number;
  readonly from?: number;
  readonly to?: number;
}

/** `key`: the finding it belongs to, to which one comes back. */
export async function jumpTo(app: App, review: Review, target: Target, key?: string): Promise<void> {
  const { views } = app;
  const scrolled = views.page.value ? window.pageYOffset : 0;
  Object.assign(review.at, { key, scrolled, away: true });
  views.close("page");
  beside.value = markRaw(ReturnBar);
  await nextTick();
  if (!focusSlot(target.slot)) return;
  if (target.from !== undefined && target.to !== undefined) showRange(document.activeElement, target.from, target.to);
}

export function jumpBack(app: App): void {
  beside.value = undefined;
  void openReview(app);
}
