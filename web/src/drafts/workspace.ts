// Which draft is open in this page, whether it may be written, and how another takes its place. Nothing leaves the page before
// it is safe: a draft that cannot be saved is not closed.
import { type ShallowRef, shallowRef } from "vue";
import type { Notice, Opened } from "../core/door";
import type { Store } from "../core/store";
import type { VisibleFindings } from "../findings/visible";
import { Autosave, type Followed } from "./autosave";
import type { DraftLocks, Held } from "./draft-locks";
import type { Kept } from "./journal";
import { newId } from "./new-id";
import type { DraftInfo, VersionReason } from "./records";
import type { Shelf } from "./shelf";
import type { TabChannel } from "./tab-channel";
import { rfc3339 } from "./time";
import { VersionKeeper } from "./version-keeper";
import type { VersionStore } from "./version-store";
import { readText, type StorageLike, writeText } from "./web-storage";

/** elsewhere: another page had it open already. taken: another page has taken it over. */
export type Access = "write" | "elsewhere" | "taken";

export interface WorkspaceParts {
  readonly store: Store;
  readonly findings: VisibleFindings;
  readonly shelf: Shelf;
  readonly versions: () => Promise<VersionStore>;
  readonly locks: DraftLocks;
  readonly channel: TabChannel;
  /** What lasts as long as the tab, and what all tabs share. */
  readonly tab: StorageLike | null;
  readonly browser: StorageLike | null;
  /** Keeps forms and editions apart. */
  readonly prefix: string;
}

export interface Origin {
  readonly name?: string | undefined;
  /** Of a file: the draft it is a copy of. */
  readonly origin?: string | undefined;
}

export type Switched =
  | { readonly ok: true; readonly notices: readonly Notice[] }
  /** unsaved: what is open could not be saved, so it stays open. */
  | { readonly ok: false; readonly why: "unsaved" | "missing" | "unreadable"; readonly notices: readonly Notice[] };

const unsafe: Switched = { ok: false, why: "unsaved", notices: [] };

export class Workspace {
  /** Undefined until something is written. */
  readonly info: ShallowRef<DraftInfo | undefined> = shallowRef();
  readonly access: ShallowRef<Access> = shallowRef("write");
  readonly autosave: Autosave;
  readonly keeper: VersionKeeper;
  private followed: Followed = fresh({});
  private held: Held | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: WorkspaceParts) {
    this.keeper = new VersionKeeper(parts.versions);
    const saved = (info: DraftInfo, text: string): void => this.saved(info, text);
    this.autosave = new Autosave(parts.store, parts.shelf, { saved, changing: () => this.keeper.changing() }, newId());
    parts.channel.onMessage((message) => {
      if (message.kind === "saved" && message.draft === this.id && this.access.value !== "write") void this.refresh();
      if (message.kind === "listed") void this.reread();
    });
  }

  /** Of the open draft, stored or not. */
  get id(): string {
    return this.followed.id;
  }

  /** Saves when the page is left; call once. */
  watchLeaving(): void {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.autosave.leave();
    });
    window.addEventListener("pagehide", () => {
      this.autosave.leave();
      this.held?.release();
      this.held = undefined;
    });
    // Back from the browser's memory: another page may have written meanwhile.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted && this.access.value === "write") void this.openDraft(this.id);
    });
  }

  /** The draft this tab had open before it was loaded again, and the one opened last in any tab. */
  lastOpen(): { readonly here: string | null; readonly anywhere: string | null } {
    const { tab, browser, prefix } = this.parts;
    return { here: readText(tab, `${prefix}open`), anywhere: readText(browser, `${prefix}open`) };
  }

  /** Opens a stored draft; `regardless`: even when what is open cannot be saved. */
  openDraft(id: string, regardless = false): Promise<Switched> {
    return this.inTurn(async () => {
      const { shelf, locks, store } = this.parts;
      await store.rest.load();
      if (!(await this.safe()) && !regardless) return unsafe;
      const same = this.held && this.id === id;
      const held = same ? this.held : await locks.acquire(id, () => this.lost(id));
      const kept = await shelf.read(id);
      const opened = kept && (await store.open(kept.text));
      if (!kept || !opened?.ok) {
        if (!same) held?.release();
        return { ok: false, why: opened ? "unreadable" : "missing", notices: opened?.notices ?? [] };
      }
      this.follow({ id, origin: kept.info.origin, info: kept.info }, held, kept);
      return { ok: true, notices: opened.notices };
    });
  }

  /** A new draft beside the others: blank, or with the content of a file. */
  create(content: string | Uint8Array | undefined, about: Origin, regardless = false): Promise<Switched> {
    return this.inTurn(async () => {
      const { store, locks } = this.parts;
      if (!(await this.safe()) && !regardless) return unsafe;
      const opened: Opened = content === undefined ? { ok: true, notices: [] } : await store.open(content);
      if (!opened.ok) return { ok: false, why: "unreadable", notices: opened.notices };
      if (content === undefined) store.startBlank();
      const followed = fresh(about);
      this.follow(followed, await locks.acquire(followed.id, () => this.lost(followed.id)), undefined);
      if (content !== undefined) {
        this.autosave.touch();
        await this.autosave.flush();
      }
      return { ok: true, notices: opened.notices };
    });
  }

  /** The blank draft a page begins with. Somebody may have begun to write in it. */
  begin(): Promise<void> {
    return this.inTurn(async () => {
      const followed = fresh({});
      this.follow(followed, await this.parts.locks.acquire(followed.id, () => this.lost(followed.id)), undefined, true);
      if (!this.parts.store.isBlank()) this.autosave.touch();
    });
  }

  /** A draft of its own with this content, put beside the others and not opened. */
  async store({ info, text }: Kept, { name, origin }: Origin): Promise<boolean> {
    const id = newId();
    const now = rfc3339(new Date());
    const { name: _, ...rest } = info;
    const made = {
      ...rest,
      id,
      origin: origin ?? id,
      revision: 1,
      created: now,
      changed: now,
      ...(name ? { name } : {}),
    };
    const { kind } = await this.parts.shelf.save(made, text, 0);
    await this.parts.shelf.settle(id);
    return kind === "saved";
  }

  /** Other content in the same draft; what was there is kept as a version. */
  replace(content: string | Uint8Array, reason: VersionReason): Promise<Switched> {
    return this.inTurn(async () => {
      if (this.access.value !== "write" || !(await this.safe(reason))) return unsafe;
      const opened = await this.parts.store.open(content);
      if (!opened.ok) return { ok: false, why: "unreadable", notices: opened.notices };
      this.parts.findings.touchAll();
      await this.autosave.flush();
      return { ok: true, notices: opened.notices };
    });
  }

  /** Writes here from now on; the page that held the draft reads. */
  takeOver(): Promise<boolean> {
    return this.inTurn(async () => {
      await this.parts.store.rest.load();
      const { id } = this;
      const held = await this.parts.locks.takeOver(id, () => this.lost(id));
      const kept = await this.parts.shelf.read(id);
      if (!kept || !(await this.parts.store.open(kept.text)).ok) {
        held.release();
        return false;
      }
      this.follow({ id, origin: kept.info.origin, info: kept.info }, held, kept);
      return true;
    });
  }

  /** What is on this page and was not saved, as a version of the draft: before another page's content takes its place. */
  async keepMine(): Promise<void> {
    const { info, parts } = { info: this.info.value, parts: this.parts };
    if (!info) return;
    const content = parts.store.draft(info.changed);
    await this.keeper.keepOf({ info: { ...info, size: content.length }, text: content }, "conflict");
    this.autosave.rest();
  }

  /** Goes on under another name: what is on the page becomes a draft of its own. */
  async branch(name: string | undefined): Promise<boolean> {
    const { store } = this.parts;
    const content = store.draft("");
    this.autosave.rest();
    return (await this.create(content, { name })).ok;
  }

  /** Reads again what is stored, without writing; for a page that only reads. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      const { id } = this;
      const kept = await this.parts.shelf.read(id);
      if (!kept || this.access.value === "write" || kept.info.revision === this.info.value?.revision) return;
      if ((await this.parts.store.open(kept.text)).ok)
        this.follow({ id, origin: kept.info.origin, info: kept.info }, undefined, kept);
    });
  }

  /** The name may have been changed in a list. */
  async reread(): Promise<void> {
    const kept = this.info.value && (await this.parts.shelf.read(this.id));
    if (!kept || kept.info.id !== this.id || !this.info.value) return;
    const { name: _, ...rest } = this.info.value;
    const info = { ...rest, ...(kept.info.name === undefined ? {} : { name: kept.info.name }) };
    this.info.value = info;
    this.followed = { ...this.followed, info };
    this.autosave.renamed(kept.info.name);
  }

  private follow(followed: Followed, held: Held | undefined, kept: Kept | undefined, begun = false): void {
    const { store, findings, tab, browser, prefix, shelf } = this.parts;
    const before = this.followed;
    if (this.held !== held) this.held?.release();
    this.held = held;
    this.followed = followed;
    this.info.value = followed.info;
    const writes = held !== undefined;
    if (writes) this.access.value = "write";
    else if (this.access.value === "write" || before.id !== followed.id) this.access.value = "elsewhere";
    store.readOnly.value = !writes;
    this.autosave.follow(followed);
    if (!writes) this.autosave.rest();
    this.keeper.opened(kept);
    if (store.isBlank()) findings.reset();
    else if (!begun) findings.touchAll();
    // What could only be read from the second copy is written to the database at once.
    if (kept?.copyOnly && writes) this.autosave.touch();
    // Of a blank draft too: a reload then begins blank again.
    writeText(tab, `${prefix}open`, followed.id);
    writeText(browser, `${prefix}open`, followed.id);
    if (before.id !== followed.id && before.info) void shelf.settle(before.id);
  }

  /** Whether the open draft may be left: all of it is stored, and kept as a version. */
  private async safe(reason: VersionReason = "pause"): Promise<boolean> {
    await this.autosave.flush();
    if (this.autosave.dirty && !this.parts.store.isBlank()) return false;
    if (this.access.value === "write") await this.keeper.keep(reason);
    return true;
  }

  private saved(info: DraftInfo, text: string): void {
    this.followed = { ...this.followed, info };
    this.info.value = info;
    this.keeper.saved(info, text);
    this.parts.channel.post({ kind: "saved", draft: info.id, revision: info.revision });
  }

  private async lost(id: string): Promise<void> {
    if (this.id !== id || this.access.value !== "write") return;
    await this.autosave.flush();
    this.held = undefined;
    this.access.value = "taken";
    this.parts.store.readOnly.value = true;
    this.autosave.rest();
  }

  /** One switch after the other. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.turn.then(act, act);
    this.turn = next.catch(() => undefined);
    return next;
  }
}

function fresh({ name, origin }: Origin): Followed {
  const id = newId();
  return { id, origin: origin ?? id, ...(name ? { name } : {}) };
}
