// Brings back what was stored when the page was last open. What cannot be read is set aside as it is, never thrown away.
import type { Store } from "../core/store";
import { download } from "../exchange/download";
import type { VisibleFindings } from "../findings/visible";
import type { Banners } from "../shell/banners";
import { text } from "../text/zh-cn";
import type { DraftStorage } from "./draft-storage";

/** When the restored draft was saved; undefined when there was none. */
export function restore(
  store: Store,
  findings: VisibleFindings,
  storage: DraftStorage,
  banners: Banners,
): Date | undefined {
  const stored = storage.read();
  if (stored === null) return undefined;
  const opened = store.open(stored);
  if (opened.ok) {
    if (!store.isBlank()) findings.touchAll();
    return savedTime(stored);
  }
  storage.keep("unreadable", stored);
  banners.show({
    topic: "restore",
    tone: "bad",
    text: text.brokenSaved,
    lines: opened.notices.map(({ message }) => message),
    actions: [{ label: text.downloadBroken, act: () => download(`${text.draftSuffix}-unreadable.json`, stored) }],
  });
  return undefined;
}

function savedTime(stored: string): Date | undefined {
  const { saved } = JSON.parse(stored) as { saved?: unknown };
  const time = typeof saved === "string" ? new Date(saved) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time : undefined;
}
