// Questions and messages that must be answered before anything else goes on. One at a time; later ones wait.
import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";
import { wake } from "./sign-of-life";

export interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  /** Without it the dialog only tells something. */
  readonly confirm?: string;
  readonly cancel: string;
}

interface Asked {
  readonly question: Question;
  readonly answer: (yes: boolean) => void;
}

export class Dialogs {
  readonly current: ShallowRef<Asked | undefined> = shallowRef();
  private readonly queue: Asked[] = [];

  ask(question: Question): Promise<boolean> {
    wake(); // what frames it
    return new Promise((resolve) => {
      const asked: Asked = {
        question,
        answer: (yes) => {
          this.current.value = this.queue.shift();
          resolve(yes);
        },
      };
      if (this.current.value) this.queue.push(asked);
      else this.current.value = asked;
    });
  }
}

export const dialogsKey: InjectionKey<Dialogs> = Symbol("dialogs");

export function useDialogs(): Dialogs {
  const dialogs = inject(dialogsKey);
  if (!dialogs) throw new Error("no dialogs were provided");
  return dialogs;
}
