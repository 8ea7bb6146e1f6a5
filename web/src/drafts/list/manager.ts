// What the draft list does: each act on the store of drafts, told to the other pages, and the list read again.
import { type ComputedRef, computed, onBeforeUnmount, onMounted, type ShallowRef, shallowRef } from "vue";
import { download, saveBlob } from "../../exchange/download";
import { safeName } from "../../exchange/file-name";
import type { App } from "../../shell/app";
import type { TroubleKind } from "../database";
import { shownName } from "../describe";
import type { DraftInfo } from "../records";
import { ShelfKeeping } from "../shelf-keeping";
import { day, rfc3339 } from "../time";
import { inOrder } from "./order";
import { sweepPictures } from "./sweep";
import { text } from "./text";

/** Put-away drafts are swept out after so many days. */
const keptFor = 30;

export class Manager {
  readonly all: ShallowRef<readonly DraftInfo[] | undefined> = shallowRef();
  readonly trouble: ShallowRef<TroubleKind | undefined> = shallowRef();
  readonly listed: ComputedRef<readonly DraftInfo[]>;
  readonly putAway: ComputedRef<readonly DraftInfo[]>;
  private readonly keeping: ShelfKeeping;
  private asked = 0;

  constructor(private readonly app: App) {
    this.keeping = new ShelfKeeping(app.shelf);
    this.listed = computed(() => (this.all.value ?? []).filter(({ deleted }) => !deleted));
    this.putAway = computed(() => (this.all.value ?? []).filter(({ deleted }) => deleted));
  }

  /** For the view's setup: reads the list, and again whenever it changes here or in another page. */
  follow(): void {
    let stop = (): void => undefined;
    const look = (): void => {
      if (document.visibilityState === "visible") void this.read();
    };
    onMounted(async () => {
      stop = this.app.channel.onMessage(({ kind }) => {
        if (kind === "saved" || kind === "listed") void this.read();
      });
      // A page that is closed has no time for more than the second copy, and one that is asleep hears nothing of all this.
      window.addEventListener("storage", look);
      document.addEventListener("visibilitychange", look);
      await this.app.drafts.autosave.flush();
      await this.read();
      await this.sweep();
    });
    onBeforeUnmount(() => {
      stop();
      window.removeEventListener("storage", look);
      document.removeEventListener("visibilitychange", look);
    });
  }

  ours({ form }: DraftInfo): boolean {
    return form.id === this.app.store.form.id && form.edition === this.app.store.form.edition;
  }

  async rename(draft: DraftInfo, name: string): Promise<void> {
    await this.change(
      this.keeping.rename(draft.id, name.trim()),
      text.renamed(name.trim() || shownName({ title: draft.title })),
    );
  }

  async remove(draft: DraftInfo): Promise<void> {
    const { app } = this;
    if (draft.id === app.drafts.id && !(await app.drafts.create(undefined, {})).ok) return this.fail();
    if (!(await this.keeping.putAway(draft.id, rfc3339(new Date())))) return this.fail();
    await this.tell();
    const undo = { label: text.undo, act: () => void this.bringBack(draft) };
    app.banners.show({ topic: "exchange", tone: "plain", text: text.removed(shownName(draft)), actions: [undo] });
  }

  async bringBack(draft: DraftInfo): Promise<void> {
    await this.change(this.keeping.bringBack(draft.id), text.restored(shownName(draft)));
  }

  async purge(draft: DraftInfo): Promise<void> {
    const { dialogs } = this.app;
    const title = text.purgeTitle(shownName(draft));
    const yes = await dialogs.ask({ title, lines: text.purgeBody, confirm: text.purge, cancel: text.cancel });
    if (!yes) return;
    if (await this.keeping.remove(draft.id)) await this.tell();
    else this.fail();
  }

  /** A draft of its own with the same content, not opened. */
  async duplicate(draft: DraftInfo): Promise<void> {
    const { drafts, shelf } = this.app;
    const kept = await shelf.read(draft.id);
    const name = this.free(text.copyName(shownName(draft)));
    const done = kept !== undefined && (await drafts.store(kept, { name }));
    await this.change(Promise.resolve(done), text.copied(name));
  }

  async exportOne(draft: DraftInfo): Promise<void> {
    const kept = await this.app.shelf.read(draft.id);
    if (!kept) return this.fail();
    const { withPictures } = await import("../../figures/carry");
    download(fileName(draft), (await withPictures(kept.text, this.app.blobs)).text);
  }

  async exportAll(): Promise<void> {
    const [{ packDrafts }, { withPictures }] = await Promise.all([import("./archive"), import("../../figures/carry")]);
    const { shelf, banners, blobs } = this.app;
    const kept = (await Promise.all(this.listed.value.map(({ id }) => shelf.read(id)))).flatMap((one) => one ?? []);
    const name = `${text.archiveName}-${day(new Date())}.zip`;
    const whole = kept.map(async ({ info, text: content }) => {
      return { name: fileName(info), text: (await withPictures(content, blobs)).text };
    });
    const packed = packDrafts(await Promise.all(whole));
    saveBlob(name, new Blob([packed], { type: "application/zip" }));
    banners.show({ topic: "exchange", tone: "plain", text: text.exported(kept.length, name) });
  }

  private async read(): Promise<void> {
    const turn = ++this.asked;
    const { shelf, drafts: open } = this.app;
    const { drafts, trouble } = await shelf.list();
    // What was asked for later is newer.
    if (turn !== this.asked) return;
    this.all.value = inOrder(drafts, this.all.value ?? [], open.id);
    this.trouble.value = trouble;
  }

  /** Something else than a save has changed the list. */
  private async tell(): Promise<void> {
    this.app.channel.post({ kind: "listed" });
    await this.read();
  }

  private free(name: string): string {
    const names = new Set(this.listed.value.map(shownName));
    let [free, n] = [name, 2];
    while (names.has(free)) free = `${name}${n++}`;
    return free;
  }

  private async change(done: Promise<boolean>, says: string): Promise<void> {
    if (!(await done)) return this.fail();
    await this.tell();
    this.app.banners.show({ topic: "exchange", tone: "good", text: says });
  }

  private fail(): void {
    this.app.banners.show({ topic: "exchange", tone: "bad", text: text.failed });
  }

  private async sweep(): Promise<void> {
    const before = day(new Date(Date.now() - keptFor * 24 * 60 * 60 * 1000));
    const old = this.putAway.value.filter(({ deleted }) => deleted && deleted.slice(0, 10) < before);
    for (const { id } of old) await this.keeping.remove(id);
    if (old.length > 0) await this.tell();
    await sweepPictures(this.app);
  }
}

export function fileName(draft: DraftInfo): string {
  return `${safeName(shownName(draft))}-${text.draftSuffix}-${draft.changed.slice(0, 10)}.json`;
}
