// What goes in and out: new, open, sample, download. Nothing that was typed is replaced unasked, and what was replaced can be
// brought back.
import { url as sampleUrl } from "virtual:sample";
import type { Opened } from "../core/door";
import type { Store } from "../core/store";
import type { DraftStorage } from "../drafts/draft-storage";
import { rfc3339 } from "../drafts/time";
import type { VisibleFindings } from "../findings/visible";
import type { Banners } from "../shell/banners";
import type { Dialogs } from "../shell/dialogs";
import { text } from "../text/zh-cn";
import { download } from "./download";
import { draftFileName } from "./file-name";

/** Nothing larger is even read: the core refuses it, and reading would only block the page. */
const largest = 20 * 1024 * 1024;

export class Desk {
  constructor(
    private readonly store: Store,
    private readonly findings: VisibleFindings,
    private readonly storage: DraftStorage,
    private readonly dialogs: Dialogs,
    private readonly banners: Banners,
  ) {}

  async create(): Promise<void> {
    if (!this.store.isBlank()) {
      const yes = await this.dialogs.ask({
        title: text.createTitle,
        lines: text.createBody,
        confirm: text.createConfirm,
        cancel: text.cancel,
      });
      if (!yes) return;
    }
    const before = this.before();
    this.findings.reset();
    this.store.startBlank();
    this.report(text.created, before, []);
    window.scrollTo(0, 0);
  }

  async openFile(file: File): Promise<void> {
    if (file.size > largest) return this.refuse(file.name, [text.tooLarge]);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return this.refuse(file.name, [text.unreadable]);
    }
    await this.replace(file.name, bytes, text.opened(file.name));
  }

  async openSample(): Promise<void> {
    let sample: string;
    try {
      const response = await fetch(sampleUrl, { credentials: "same-origin" });
      if (!response.ok) throw new Error(String(response.status));
      sample = await response.text();
    } catch {
      return this.refuse(text.sampleName, [text.sampleFailed]);
    }
    await this.replace(text.sampleName, sample, text.sampleOpened);
  }

  save(): void {
    const now = new Date();
    const name = draftFileName(this.store, now);
    download(name, this.store.draft(rfc3339(now)));
    this.banners.show({ topic: "exchange", tone: "plain", text: text.downloaded(name) });
  }

  private async replace(name: string, draft: string | Uint8Array, says: string): Promise<void> {
    const probed = this.store.probe(draft);
    if (!probed.ok) return this.refuse(name, linesOf(probed));
    if (!this.store.isBlank()) {
      const yes = await this.dialogs.ask({
        title: text.replaceTitle,
        lines: text.replaceBody(name),
        confirm: text.replaceConfirm,
        cancel: text.cancel,
      });
      if (!yes) return;
    }
    const before = this.before();
    const opened = this.store.open(draft);
    this.findings.touchAll();
    this.report(says, before, linesOf(opened));
    window.scrollTo(0, 0);
  }

  /** The draft about to be replaced, kept in the browser too in case the page is closed; null when there is none. */
  private before(): string | null {
    if (this.store.isBlank()) return null;
    const draft = this.store.draft(rfc3339(new Date()));
    this.storage.keep("previous", draft);
    return draft;
  }

  private report(says: string, before: string | null, notices: readonly string[]): void {
    const bringBack = (draft: string) => ({
      label: text.bringBack,
      act: () => {
        const replaced = this.before();
        if (this.store.open(draft).ok) this.report(text.broughtBack, replaced, []);
      },
    });
    this.banners.show({
      topic: "exchange",
      tone: "good",
      text: notices.length > 0 ? says + text.openNotices(notices.length) : says,
      lines: notices,
      actions: before === null ? [] : [bringBack(before)],
    });
  }

  private async refuse(name: string, lines: readonly string[]): Promise<void> {
    await this.dialogs.ask({
      title: text.openFailed(name),
      lines: [...lines, text.openFailedEnd],
      cancel: text.understood,
    });
  }
}

function linesOf(opened: Opened): string[] {
  return opened.notices.map(({ message, at }) => (at && !message.includes(at) ? `${message}（${at}）` : message));
}
