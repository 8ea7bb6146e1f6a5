// Pictures of the drafts, kept once each under the hash of what they hold. What cannot be stored stays in memory for as long
// as the page is open; `unsaved` says so, and a download takes it along.
import { type ShallowRef, shallowRef } from "vue";
import { type Database, type StoredBlob, type TroubleKind, troubleOf } from "./database";

export type { StoredBlob } from "./database";

/** What the id of a picture looks like, wherever it stands in a draft. */
export const blobIdPattern = /\bsha256-[0-9a-f]{64}\b/g;

/** A picture just put away may not yet stand in any stored draft. */
const keepFor = 24 * 60 * 60 * 1000;

export class BlobStore {
  /** Why pictures are only in memory; undefined when all are stored. */
  readonly trouble: ShallowRef<TroubleKind | undefined> = shallowRef();
  /** How many pictures are only in memory. */
  readonly unsaved: ShallowRef<number> = shallowRef(0);
  /** Told of each picture that is put, before anybody can name it. */
  onPut: ((blob: StoredBlob) => void) | undefined;
  private readonly memory = new Map<string, StoredBlob>();
  private readonly ours = new Set<string>();

  /** `hash` is only loaded when there is a picture. */
  constructor(
    private readonly database: Database,
    private readonly hash = async (bytes: ArrayBuffer): Promise<string> => (await import("./sha256")).sha256Hex(bytes),
  ) {}

  /** Gives the id to note in the draft. Putting the same bytes again changes nothing. Never fails: see `trouble`. */
  async put(bytes: ArrayBuffer, type: string): Promise<string> {
    const id = `sha256-${await this.hash(bytes)}`;
    this.ours.add(id);
    const blob = { id, bytes, type, added: Date.now() };
    this.memory.set(id, blob);
    this.onPut?.(blob);
    await this.save();
    return id;
  }

  /** Undefined when it is not here: the draft came without it, or the storage was cleared. */
  async get(id: string): Promise<StoredBlob | undefined> {
    const here = this.memory.get(id);
    if (here) return here;
    try {
      return await this.database.use((db) => db.get("blobs", id));
    } catch {
      return undefined;
    }
  }

  /** Only for pictures that no draft and no version names any more; `gc` finds them. */
  async delete(id: string): Promise<void> {
    this.memory.delete(id);
    this.count();
    await this.database.use((db) => db.delete("blobs", id)).catch(() => undefined);
  }

  /** Stores what is only in memory so far. True when nothing is left there. */
  async save(): Promise<boolean> {
    for (const blob of [...this.memory.values()]) {
      try {
        await this.database.use((db) => db.put("blobs", blob));
      } catch (error) {
        this.trouble.value = troubleOf(error).kind;
        this.count();
        return false;
      }
      this.memory.delete(blob.id);
    }
    this.trouble.value = undefined;
    this.count();
    return true;
  }

  /** Sweeps out what is neither in use nor new. Gives how many went. */
  async gc(inUse: ReadonlySet<string>): Promise<number> {
    const now = Date.now();
    return this.database.use(async (db) => {
      let gone = 0;
      const blobs = db.transaction("blobs", "readwrite");
      for (let at = await blobs.store.openCursor(); at; at = await at.continue()) {
        const age = Math.abs(now - at.value.added);
        if (inUse.has(at.key) || this.ours.has(at.key) || age < keepFor) continue;
        await at.delete();
        gone++;
      }
      await blobs.done;
      return gone;
    });
  }

  private count(): void {
    this.unsaved.value = this.memory.size;
  }
}
