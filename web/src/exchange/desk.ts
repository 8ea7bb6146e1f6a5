// What goes in and out: new, open, sample, download. Taking the draft away needs nothing more, whatever has become of the
// network; what brings something in comes when it is used.
import type { Origin } from "../drafts/workspace";
import { wholeDraft } from "../figures/whole-draft";
import type { App } from "../shell/app";
import { text } from "../text/zh-cn";
import { download } from "./download";
import { draftFileName } from "./file-name";
import type { Incoming } from "./incoming";

export class Desk {
  /** `app`: asked for only once everything is there. */
  constructor(private readonly app: () => App) {}

  async create(): Promise<void> {
    await (await this.incoming(text.create))?.create();
  }
  async openFile(file: File): Promise<void> {
    await (await this.incoming(file.name))?.openFile(file);
  }
  async openSample(): Promise<void> {
    await (await this.incoming(text.sampleName))?.openSample();
  }
  /** A draft's text as a new draft; `says` when it is done. True when it is open now. */
  async openContent(name: string, content: string | Uint8Array, says: string, about: Origin = {}): Promise<boolean> {
    return (await (await this.incoming(name))?.openContent(name, content, says, about)) ?? false;
  }
  /** Another draft of this browser in the place of the open one. */
  async openStored(id: string): Promise<boolean> {
    return (await (await this.incoming(text.menuDraft))?.openStored(id)) ?? false;
  }

  async save(): Promise<void> {
    const { store, banners, connected } = this.app();
    await connected;
    const now = new Date();
    const name = draftFileName(store, now);
    download(name, await wholeDraft(this.app(), now));
    banners.show({ topic: "exchange", tone: "plain", text: text.downloaded(name) });
  }

  /** Undefined when it cannot be had; that is told. */
  private async incoming(title: string): Promise<Incoming | undefined> {
    const app = this.app();
    const from = app.views.page.value;
    try {
      const [{ Incoming: Made }] = await app.store.rest.with(() => Promise.all([import("./incoming"), app.ready()]))();
      return new Made(app, from);
    } catch {
      app.banners.show({ topic: "view", tone: "bad", text: text.viewFailed(title) });
      return undefined;
    }
  }
}
