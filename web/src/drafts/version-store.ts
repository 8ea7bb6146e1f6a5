// Earlier states of the drafts. They live in the database only: without it there are none, and nothing else suffers.
import type { Database } from "./database";
import type { Version, VersionReason } from "./records";
import { mostVersions, superfluous } from "./thinning";

export interface KeptVersion extends Version {
  readonly id: number;
}

export class VersionStore {
  constructor(
    private readonly database: Database,
    private readonly most: number = mostVersions,
  ) {}

  /** Newest first. */
  async list(draft: string): Promise<KeptVersion[]> {
    const found = await this.database.use((db) => db.getAllFromIndex("versions", "draft", draft));
    return (found as KeptVersion[]).sort((a, b) => b.id - a.id);
  }

  async text(id: number): Promise<string | undefined> {
    return (await this.database.use((db) => db.get("versionTexts", id)))?.text;
  }

  /** Keeps a state, unless it is the newest one kept already; makes room by thinning. Gives its id. */
  keep(version: Omit<Version, "size">, text: string): Promise<number> {
    return this.database.use(async (db) => {
      const both = db.transaction(["versions", "versionTexts"], "readwrite");
      const [versions, texts] = [both.objectStore("versions"), both.objectStore("versionTexts")];
      const before = (await versions.index("draft").getAll(version.draft)) as KeptVersion[];
      const last = before[before.length - 1];
      const same = last && last.revision === version.revision && version.reason !== "hand";
      const id = same ? last.id : await versions.add({ ...version, size: text.length });
      if (!same) void texts.put({ id, text });
      const all = same ? before : [...before, { ...version, size: text.length, id }];
      for (const gone of superfluous(all.map(dated), this.most)) {
        void versions.delete(gone);
        void texts.delete(gone);
      }
      await both.done;
      return id;
    });
  }

  async remove(id: number): Promise<void> {
    await this.database.use(async (db) => {
      const both = db.transaction(["versions", "versionTexts"], "readwrite");
      void both.objectStore("versions").delete(id);
      void both.objectStore("versionTexts").delete(id);
      await both.done;
    });
  }
}

const byHand: readonly VersionReason[] = ["hand", "conflict"];

const dated = ({ id, time, reason }: KeptVersion) => ({ id, time, byHand: byHand.includes(reason) });
