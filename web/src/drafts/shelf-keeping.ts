// What is done to drafts in the list, without opening them: names, putting away, bringing back, removing for good.
import type { DraftInfo } from "./records";
import { type Shelf, without } from "./shelf";

export class ShelfKeeping {
  constructor(private readonly shelf: Shelf) {}

  rename(id: string, name: string): Promise<boolean> {
    return this.change(id, (info) => ({ ...without(info, "name"), ...(name === "" ? {} : { name }) }));
  }

  /** Out of the list, to be brought back until it is swept out. */
  putAway(id: string, when: string): Promise<boolean> {
    return this.change(id, (info) => ({ ...info, deleted: when }));
  }

  bringBack(id: string): Promise<boolean> {
    return this.change(id, (info) => without(info, "deleted"));
  }

  /** For good, with its versions. */
  async remove(id: string): Promise<boolean> {
    try {
      await this.shelf.database.use(async (db) => {
        const all = db.transaction(["drafts", "texts", "versions", "versionTexts"], "readwrite");
        void all.objectStore("drafts").delete(id);
        void all.objectStore("texts").delete(id);
        for (const key of await all.objectStore("versions").index("draft").getAllKeys(id)) {
          void all.objectStore("versions").delete(key);
          void all.objectStore("versionTexts").delete(key);
        }
        await all.done;
      });
    } catch {
      if (!this.shelf.journal.read(id)) return false;
    }
    this.shelf.journal.remove(id);
    return true;
  }

  private async change(id: string, how: (info: DraftInfo) => DraftInfo): Promise<boolean> {
    const copy = this.shelf.journal.read(id);
    let done = false;
    try {
      done = await this.shelf.database.use(async (db) => {
        const drafts = db.transaction("drafts", "readwrite");
        const info = await drafts.store.get(id);
        if (info) void drafts.store.put(how(info));
        await drafts.done;
        return info !== undefined;
      });
    } catch {
      done = false;
    }
    if (copy) done = this.shelf.journal.write(how(copy.info), copy.text) === "written" || done;
    return done;
  }
}
