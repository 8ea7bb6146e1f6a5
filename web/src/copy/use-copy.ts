// 复制 and what follows: the clipboard, the tick, the message. Where the browser refuses, the value is selected, so that the
// person can copy it.
import { type Ref, ref } from "vue";
import { answerCopy, copyEitherWay } from "../clipboard/copy-either-way";
import type { Store } from "../core/store";
import type { Announcer } from "../shell/announcer";
import { copiedHere } from "./copied";
import { copyPicture } from "./figures";
import type { CopyOptions } from "./options";
import { copyText } from "./text";
import type { Walk } from "./walk";

export interface CopyMessage {
  readonly tone: "good" | "bad";
  readonly text: string;
}

interface Parts {
  readonly store: Store;
  readonly walk: Walk;
  readonly options: CopyOptions;
  readonly announcer: Announcer;
  /** The element that shows the value. */
  readonly shown: () => HTMLElement | null;
}

export interface Copying {
  readonly message: Ref<CopyMessage | undefined>;
  copy(): Promise<boolean>;
  copyPicture(): Promise<void>;
  /** Answers Ctrl+C in the value: exactly what the button copies. */
  answer(event: ClipboardEvent): void;
}

export function useCopy({ store, walk, options, announcer, shown }: Parts): Copying {
  const message = ref<CopyMessage>();
  const tell = (tone: CopyMessage["tone"], text: string): void => {
    message.value = { tone, text };
    announcer.say(text, 0);
  };

  function select(): void {
    const element = shown();
    const selection = window.getSelection();
    if (!element || !selection) return;
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(element);
    selection.addRange(range);
  }

  function done(label: string, size?: { readonly rows: number; readonly columns: number }): void {
    walk.tick();
    tell("good", size ? copyText.copiedTable(label, size.rows, size.columns) : copyText.copied(label));
  }

  async function copy(): Promise<boolean> {
    const item = walk.current.value;
    if (item?.kind === "figure" && !walk.currentCell.value) return copyFigure();
    const here = copiedHere(store, walk, options);
    if (!here) return false;
    if (await copyEitherWay(here.rich)) {
      done(here.label, here.size);
      return true;
    }
    select();
    tell("bad", copyText.failed);
    return false;
  }

  async function copyFigure(): Promise<boolean> {
    const item = walk.current.value;
    if (item?.kind !== "figure") return false;
    if (await copyPicture(item.figure)) {
      done(item.label);
      return true;
    }
    tell("bad", copyText.pictureFailed);
    return false;
  }

  /** The whole value, or a part that was selected by hand: then the browser copies that part. */
  function answer(event: ClipboardEvent): void {
    const here = copiedHere(store, walk, options);
    const selected = window.getSelection();
    const element = shown();
    if (!here || !element || !selected) return;
    const part = selected.toString().trim() !== (element.innerText ?? "").trim();
    if (!selected.isCollapsed && part) return;
    if (answerCopy(event, here.rich)) done(here.label, here.size);
  }

  return { message, copy, copyPicture: async () => void (await copyFigure()), answer };
}
