// The one IndexedDB database: drafts, their versions, pictures. A connection that went (storage cleared, a newer page asked for
// it) is opened again once; everything else that fails comes out as a StorageTrouble, so that callers know what to say.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DraftInfo, DraftText, Version, VersionText } from "./records";

/** full: no room. denied: the browser gives no storage, or it broke. newer: a newer page has changed the database. */
export type TroubleKind = "full" | "denied" | "newer";

export class StorageTrouble extends Error {
  override readonly name = "StorageTrouble";

  constructor(
    readonly kind: TroubleKind,
    cause?: unknown,
  ) {
    super(`${kind}: ${String(cause)}`);
  }
}

/** A picture, by what it holds. */
export interface StoredBlob {
  /** sha256-… of the bytes. */
  readonly id: string;
  readonly bytes: ArrayBuffer;
  /** As in HTTP: image/jpeg. */
  readonly type: string;
  /** Milliseconds since 1970, of the clock then: only to tell old from new roughly. */
  readonly added: number;
}

export interface Schema extends DBSchema {
  drafts: { key: string; value: DraftInfo };
  /** Apart from what is listed, so that a list reads no texts. */
  texts: { key: string; value: DraftText };
  versions: { key: number; value: Version; indexes: { draft: string } };
  versionTexts: { key: number; value: VersionText };
  blobs: { key: string; value: StoredBlob };
}

export type Connection = IDBPDatabase<Schema>;

/** Raise it when a store is added; `upgrade` below then makes what is missing. */
const version = 1;
/** An engine that never answers (it happens) must not keep the page from starting. */
const patience = 4000;

export function troubleOf(error: unknown): StorageTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "StorageTrouble") return error as StorageTrouble;
  if (name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED") return new StorageTrouble("full", error);
  return new StorageTrouble(name === "VersionError" ? "newer" : "denied", error);
}

export class Database {
  private connection: Promise<Connection> | undefined;

  constructor(private readonly name = "formcheck") {}

  /** Runs `act` on a connection; throws only StorageTrouble. `act` may run twice and must then do the same. */
  async use<T>(act: (db: Connection) => Promise<T>): Promise<T> {
    const first = this.open();
    try {
      return await act(await first);
    } catch (error) {
      const trouble = troubleOf(error);
      if (this.connection === first) this.forget();
      if (trouble.kind !== "denied") throw trouble;
    }
    try {
      return await act(await this.open());
    } catch (error) {
      this.forget();
      throw troubleOf(error);
    }
  }

  close(): void {
    const open = this.connection;
    this.connection = undefined;
    open?.then(
      (db) => db.close(),
      () => undefined,
    );
  }

  private forget(): void {
    this.close();
  }

  private open(): Promise<Connection> {
    this.connection ??= this.connect();
    return this.connection;
  }

  private async connect(): Promise<Connection> {
    const opening = openDB<Schema>(this.name, version, {
      upgrade(db) {
        const has = (store: "drafts" | "texts" | "versions" | "versionTexts" | "blobs") =>
          db.objectStoreNames.contains(store);
        if (!has("drafts")) db.createObjectStore("drafts", { keyPath: "id" });
        if (!has("texts")) db.createObjectStore("texts", { keyPath: "id" });
        if (!has("versions")) {
          db.createObjectStore("versions", { keyPath: "id", autoIncrement: true }).createIndex("draft", "draft");
        }
        if (!has("versionTexts")) db.createObjectStore("versionTexts", { keyPath: "id" });
        if (!has("blobs")) db.createObjectStore("blobs", { keyPath: "id" });
      },
      // A newer page wants to change the database: out of its way. Our next write says that this page is old.
      blocking: () => this.close(),
      terminated: () => this.close(),
    });
    // Whoever comes late is closed again.
    opening.then(
      (db) => this.connection === undefined && db.close(),
      () => undefined,
    );
    let waiting: number | undefined;
    const late = new Promise<never>((_, refuse) => {
      waiting = window.setTimeout(() => refuse(new StorageTrouble("denied", "no answer")), patience);
    });
    try {
      return await Promise.race([opening, late]);
    } finally {
      window.clearTimeout(waiting);
    }
  }
}
