// What comes in: new, open, sample. Whatever comes becomes a draft beside the others; nothing that was typed is replaced.
import { url as sampleUrl } from "virtual:sample";
import type { Notice } from "../core/door";
import { readPageText } from "../core/page-file";
import type { Store } from "../core/store";
import { shownName, titleOf } from "../drafts/describe";
import { text as draftText } from "../drafts/text";
import { rfc3339 } from "../drafts/time";
import { isManager } from "../drafts/views";
import { changeText } from "../drafts/views-text";
import type { Origin, Switched, Workspace } from "../drafts/workspace";
import type { App } from "../shell/app";
import type { OpenView } from "../shell/views";
import { text } from "../text/zh-cn";
import { incomingText } from "./text";

/** MB. Nothing larger is even read: the core refuses it, and reading would only block the page. */
const largest = 20;
/** MB. All drafts in one, or a material pack with its figures and files. */
const largestArchive = 200;

/** Which draft a file is a copy of. */
export interface OriginOfFile {
  readonly id: string;
  readonly name?: string;
}

/** The draft that was open before another was opened: to go back to. */
interface Before {
  readonly id: string;
  readonly name: string;
  /** Where it could not be saved: its text. */
  readonly unsaved?: string;
}

export class Incoming {
  private readonly store: Store;
  private readonly drafts: Workspace;

  /** `from`: the view that stood in the form's place when the person asked for it. */
  constructor(
    private readonly app: App,
    private readonly from: OpenView | undefined,
  ) {
    this.store = app.store;
    this.drafts = app.drafts;
  }

  async create(): Promise<void> {
    const before = this.before();
    const done = await this.withConsent((regardless) => this.drafts.create(undefined, {}, regardless));
    if (!done) return;
    this.report(before ? changeText.createdBeside(before.name) : changeText.created, before, []);
    window.scrollTo(0, 0);
    this.toForm();
  }

  async openFile(file: File): Promise<void> {
    const isArchive = /\.zip$/i.test(file.name);
    const most = isArchive ? largestArchive : largest;
    if (file.size > most * 1024 * 1024) return this.refuse(file.name, [incomingText.tooLarge(most)]);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return this.refuse(file.name, [incomingText.unreadable]);
    }
    return isArchive ? this.openArchive(file.name, bytes) : this.openBytes(file.name, bytes);
  }

  private async openBytes(name: string, bytes: Uint8Array): Promise<void> {
    const examined = await this.store.examine(bytes);
    const origin = examined.ok ? originOf(examined.text) : undefined;
    if (examined.ok && origin) {
      await this.drafts.autosave.flush();
      const { receive } = await import("../drafts/list/arrival");
      if (await receive(this.app, { name, text: examined.text, origin })) return;
    }
    const about = { name: origin?.name, origin: origin?.id };
    if (await this.openContent(name, bytes, incomingText.opened(name), about)) this.toForm();
  }

  private async openArchive(name: string, bytes: Uint8Array): Promise<void> {
    const { importArchive, onlyDraft } = await import("../drafts/list/arrival");
    // A material pack has one draft, which is opened; several are put beside those that are here.
    const only = onlyDraft(bytes);
    if (only) return this.openBytes(name, new TextEncoder().encode(only.text));
    const { refused } = await importArchive(this.app, bytes);
    if (refused) await this.refuse(name, refused);
  }

  async openSample(): Promise<void> {
    let sample: string;
    try {
      sample = await readPageText(sampleUrl);
    } catch {
      return this.refuse(text.sampleName, [incomingText.sampleFailed]);
    }
    const about = { name: text.sampleName };
    if (await this.openContent(text.sampleName, sample, incomingText.sampleOpened, about)) this.toForm();
  }

  /** A draft's text as a new draft; `says` when it is done. True when it is open now. */
  async openContent(name: string, content: string | Uint8Array, says: string, about: Origin = {}): Promise<boolean> {
    const probed = await this.store.examine(content);
    if (!probed.ok) {
      await this.refuse(name, linesOf(probed.notices));
      return false;
    }
    const before = this.before();
    const done = await this.withConsent((regardless) => this.drafts.create(content, about, regardless));
    if (!done?.ok) return false;
    this.report(before ? `${says}${changeText.keptBeside(before.name)}` : says, before, linesOf(done.notices));
    window.scrollTo(0, 0);
    return true;
  }

  /** Another draft of this browser in the place of the open one. */
  async openStored(id: string): Promise<boolean> {
    const done = await this.withConsent((regardless) => this.drafts.openDraft(id, regardless));
    if (done?.ok) window.scrollTo(0, 0);
    return done?.ok ?? false;
  }

  /** A view in the form's place was about the draft before. But for the list, opened while this was on its way: it shows what came. */
  private toForm(): void {
    const { views } = this.app;
    const now = views.page.value;
    if (now === this.from || !isManager(now)) views.close("page");
  }

  /** Does it; where the open draft cannot be saved, only when the person says so. Undefined when nothing was done. */
  private async withConsent(act: (regardless: boolean) => Promise<Switched>): Promise<Switched | undefined> {
    let done = await act(false);
    if (!done.ok && done.why === "unsaved") {
      const yes = await this.app.dialogs.ask({
        title: changeText.leaveTitle,
        lines: changeText.leaveBody,
        confirm: changeText.leaveConfirm,
        cancel: text.cancel,
      });
      if (!yes) return undefined;
      done = await act(true);
    }
    if (done.ok) return done;
    await this.refuse(
      done.why === "missing" ? changeText.thisDraft : draftText.unnamed,
      done.why === "missing" ? [changeText.missing] : linesOf(done.notices),
    );
    return undefined;
  }

  /** The draft about to leave the page; undefined when there is nothing in it. */
  private before(): Before | undefined {
    if (this.store.isBlank()) return undefined;
    const { id, info, autosave } = this.drafts;
    const name = shownName({ ...info.value, title: titleOf(this.store) });
    return autosave.state.value.kind === "failed"
      ? { id, name, unsaved: this.store.draft(rfc3339(new Date())) }
      : { id, name };
  }

  private report(says: string, before: Before | undefined, notices: readonly string[]): void {
    const back = before && { label: changeText.backTo(before.name), act: () => void this.goBack(before) };
    this.app.banners.show({
      topic: "exchange",
      tone: "good",
      text: notices.length > 0 ? says + incomingText.openNotices(notices.length) : says,
      lines: notices,
      actions: back ? [back] : [],
    });
  }

  private async goBack({ id, name, unsaved }: Before): Promise<void> {
    if (unsaved === undefined) await this.openStored(id);
    else await this.drafts.create(unsaved, {}, true);
    this.report(changeText.backIn(name), undefined, []);
  }

  private async refuse(name: string, lines: readonly string[]): Promise<void> {
    await this.app.dialogs.ask({
      title: incomingText.openFailed(name),
      lines: [...lines, incomingText.openFailedEnd],
      cancel: text.understood,
    });
  }
}

function linesOf(notices: readonly Notice[]): string[] {
  return notices.map(({ message, at }) => (at && !message.includes(at) ? `${message}（${at}）` : message));
}

function originOf(text: string): OriginOfFile | undefined {
  return (JSON.parse(text) as { origin?: OriginOfFile }).origin;
}
