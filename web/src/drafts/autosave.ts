// Saves the open draft within a second of the first change that is not saved yet, and at once when the page is left.
import { type ShallowRef, shallowRef, watch } from "vue";
import type { Store } from "../core/store";
import type { TroubleKind } from "./database";
import { filledOf, formNameOf, titleOf } from "./describe";
import type { DraftInfo } from "./records";
import type { Shelf } from "./shelf";
import { rfc3339 } from "./time";

/** From the first change, not from the last: who types without a pause is saved all the same. */
export const saveAfter = 800;

export type SaveState =
  | { readonly kind: "blank" }
  | { readonly kind: "saving" }
  /** `limited`: only the second copy could be written. */
  | { readonly kind: "saved"; readonly at: Date; readonly limited?: TroubleKind | undefined }
  | { readonly kind: "failed"; readonly why: TroubleKind }
  /** Another page has written the same draft. */
  | { readonly kind: "conflict" }
  | { readonly kind: "reading" };

/** The draft that is open: its record as last saved, or what is known of it before anything was written. */
export interface Followed {
  readonly id: string;
  readonly origin: string;
  readonly info?: DraftInfo | undefined;
  readonly name?: string | undefined;
}

export interface SaveEvents {
  saved(info: DraftInfo, text: string): void;
  /** The first change after what was opened or saved last. */
  changing(): void;
}

export class Autosave {
  readonly state: ShallowRef<SaveState> = shallowRef({ kind: "blank" });
  private followed: Followed | undefined;
  /** Revision of the store that is saved. */
  private clean = 0;
  /** The highest revision used for the draft, written or not. */
  private revision = 0;
  /** What was stored when it was opened. */
  private known = 0;
  private timer: number | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly store: Store,
    private readonly shelf: Shelf,
    private readonly events: SaveEvents,
    private readonly writer: string,
  ) {
    watch(store.revision, () => this.changed(), { flush: "sync" });
  }

  /** From now on this draft is saved. The store holds it already. */
  follow(followed: Followed): void {
    this.stop();
    this.followed = followed;
    this.known = this.revision = followed.info?.revision ?? 0;
    this.clean = this.store.revision.value;
    this.state.value = followed.info ? { kind: "saved", at: timeOf(followed.info) } : { kind: "blank" };
    this.note(this.revision);
  }

  /** Another page writes it; here it is only read. */
  rest(): void {
    this.stop();
    if (this.state.value.kind !== "conflict") this.state.value = { kind: "reading" };
    this.clean = this.store.revision.value;
  }

  /** What is in the store is to be saved, as if it had just been typed. */
  touch(): void {
    this.clean = -1;
    this.changed();
  }

  /** In a list, perhaps by another page. */
  renamed(name: string | undefined): void {
    if (!this.followed?.info) return;
    const { name: _, ...rest } = this.followed.info;
    this.followed = { ...this.followed, name, info: { ...rest, ...(name === undefined ? {} : { name }) } };
    this.note(this.revision);
  }

  get dirty(): boolean {
    return this.clean !== this.store.revision.value && !this.resting;
  }

  /** Saves what is not saved yet, and waits for it. */
  async flush(): Promise<void> {
    await this.running;
    if (this.dirty) await this.save();
  }

  /** The page may be gone the next moment: the second copy now, the database if there is time. */
  leave(): void {
    if (!this.dirty || !this.followed || this.unwritten()) return;
    const made = this.make();
    if (this.shelf.saveAtOnce(made.info, made.text)) void this.put(made);
    else void this.save();
  }

  private get resting(): boolean {
    return this.state.value.kind === "reading" || this.state.value.kind === "conflict";
  }

  private changed(): void {
    if (!this.followed || this.resting || this.timer !== undefined) return;
    if (this.clean !== this.store.revision.value) this.events.changing();
    if (this.unwritten()) return;
    this.timer = window.setTimeout(() => void this.save(), saveAfter);
    if (this.state.value.kind !== "failed") this.state.value = { kind: "saving" };
  }

  /** Nothing was ever written in it: no reason to keep it. */
  private unwritten(): boolean {
    return this.followed?.info === undefined && this.store.isBlank();
  }

  private save(): Promise<void> {
    this.stop();
    // One after the other, so that an older text never comes after a newer one.
    const next = (this.running ?? Promise.resolve()).then(async () => {
      if (this.dirty && this.followed && !this.unwritten()) await this.put(this.make());
    });
    this.running = next;
    void next.then(() => {
      if (this.running === next) this.running = undefined;
    });
    return next;
  }

  private make(): { info: DraftInfo; text: string; at: number; known: number } {
    const { id, origin, info, ...given } = this.followed as Followed;
    const name = info?.name ?? given.name;
    const now = rfc3339(new Date());
    this.note(++this.revision);
    const text = this.store.draft(now);
    const next: DraftInfo = {
      id,
      ...(name ? { name } : {}),
      title: titleOf(this.store),
      form: formNameOf(this.store.form),
      origin,
      revision: this.revision,
      writer: this.writer,
      created: info?.created ?? now,
      changed: now,
      progress: filledOf(this.store.progress.values()),
      size: text.length,
    };
    return { info: next, text, at: this.store.revision.value, known: this.known };
  }

  private async put({ info, text, at, known }: ReturnType<Autosave["make"]>): Promise<void> {
    const { followed } = this;
    const outcome = await this.shelf.save(info, text, known);
    // Meanwhile another draft may have been opened; this one is written all the same.
    if (this.followed !== followed || !followed) return;
    if (outcome.kind === "saved") {
      this.clean = at;
      this.followed = { ...followed, info: outcome.info };
      if (!this.resting) {
        const saved: SaveState = { kind: "saved", at: new Date(), limited: outcome.limited };
        this.state.value = this.dirty ? { kind: "saving" } : saved;
      }
      this.events.saved(outcome.info, text);
      if (this.dirty) this.changed();
    } else if (!this.resting) {
      this.state.value = outcome;
    }
  }

  private note(revision: number): void {
    const { followed } = this;
    if (followed) this.store.setOrigin(followed.origin, revision, followed.info?.name ?? followed.name ?? "");
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }
}

function timeOf(info: DraftInfo): Date {
  const time = new Date(info.changed);
  return Number.isNaN(time.getTime()) ? new Date() : time;
}
