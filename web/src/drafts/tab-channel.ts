// What the pages of one browser tell each other, and what a list of drafts in this page must hear as well. BroadcastChannel where
// there is one, else an entry of localStorage that the other pages hear of; where neither works nobody hears anything, and revisions
// alone keep drafts apart.
import { removeText, type StorageLike, writeText } from "./web-storage";

export type Message =
  /** Whoever holds the draft: let go of it. */
  | { readonly kind: "yield"; readonly draft: string }
  /** Are you still there, holding it? And the answer. */
  | { readonly kind: "ping" | "pong"; readonly draft: string }
  /** There is something new to read. */
  | { readonly kind: "saved"; readonly draft: string; readonly revision: number }
  /** The list has changed: names, drafts put away. */
  | { readonly kind: "listed" };

const name = "formcheck";

export class TabChannel {
  private readonly listeners = new Set<(message: Message) => void>();
  private readonly channel: BroadcastChannel | undefined;
  private sent = 0;

  constructor(private readonly storage: StorageLike | null) {
    if (typeof BroadcastChannel === "function") {
      this.channel = new BroadcastChannel(name);
      this.channel.addEventListener("message", ({ data }) => this.tell(data as Message));
    } else {
      window.addEventListener("storage", ({ key, newValue }) => {
        if (key !== `${name}/message` || newValue === null) return;
        try {
          this.tell((JSON.parse(newValue) as { message: Message }).message);
        } catch {
          // Not one of ours.
        }
      });
    }
  }

  /** To the other pages. What has changed in the store of drafts is heard in this one, too. */
  post(message: Message): void {
    this.send(message);
    if (message.kind === "saved" || message.kind === "listed") this.tell(message);
  }

  onMessage(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private send(message: Message): void {
    if (this.channel) {
      this.channel.postMessage(message);
      return;
    }
    // Events come only for values that differ.
    const entry = JSON.stringify({ message, sent: `${Math.random()}-${this.sent++}` });
    writeText(this.storage, `${name}/message`, entry);
    removeText(this.storage, `${name}/message`);
  }

  private tell(message: Message): void {
    for (const listener of [...this.listeners]) listener(message);
  }
}
