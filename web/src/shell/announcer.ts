// One polite voice for screen readers. What is said soon after something else replaces it, so that typing is not talked over.
import { type InjectionKey, inject, type ShallowRef, shallowRef } from "vue";

export const announceAfter = 1000;

export class Announcer {
  readonly message: ShallowRef<string> = shallowRef("");
  private waiting: number | undefined;
  private soon: number | undefined;

  say(message: string, after: number = announceAfter): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.speak(message), after);
  }

  /** The answer to what somebody just did: at once, and what it sets off is told after it, not in its place. */
  answer(message: string): void {
    window.clearTimeout(this.waiting);
    window.clearTimeout(this.soon);
    this.soon = window.setTimeout(() => this.speak(message), 100);
  }

  private speak(message: string): void {
    // The same sentence twice is only spoken twice when the text differs.
    this.message.value = this.message.value === message ? `${message}\u00a0` : message;
  }
}

export const announcerKey: InjectionKey<Announcer> = Symbol("announcer");

export function useAnnouncer(): Announcer {
  const announcer = inject(announcerKey);
  if (!announcer) throw new Error("no announcer was provided");
  return announcer;
}
