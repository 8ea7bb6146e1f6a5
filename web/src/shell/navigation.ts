// Where on the page one is: the section in view names the address, and a cell can be gone to from anywhere.
import { onBeforeUnmount, onMounted, type Ref, ref } from "vue";

export const controlId = (slot: number): string => `c${slot}`;
const sectionId = (id: string): string => `s-${id}`;

const focusable = "input, select, textarea, button";

/** The smaller of what was asked for and what people want: no glide when motion is unwelcome. */
function behaviour(): ScrollBehavior {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/** Puts the caret into a cell; false when it is not on the page. */
export function focusSlot(slot: number): boolean {
  const host = document.getElementById(controlId(slot));
  if (!host) return false;
  const inner = host.querySelector<HTMLElement>("input:checked") ?? host.querySelector<HTMLElement>(focusable);
  (host.matches(focusable) ? host : (inner ?? host)).focus({ preventScroll: true });
  host.scrollIntoView({ block: "center", behavior: "auto" });
  return true;
}

export function goToSection(id: string): void {
  const section = document.getElementById(sectionId(id));
  if (!section) return;
  section.scrollIntoView({ block: "start", behavior: behaviour() });
  section.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
}

/** The section that stands under the tool bar, kept in step with scrolling and with the address. */
export function useCurrentSection(ids: () => readonly string[]): Ref<string> {
  const current = ref(ids()[0] ?? "");
  let waiting = 0;

  function look(): void {
    waiting = 0;
    const line = window.innerHeight * 0.3;
    let found = ids()[0] ?? "";
    for (const id of ids()) {
      const section = document.getElementById(sectionId(id));
      if (section && section.getBoundingClientRect().top <= line) found = id;
    }
    if (found === current.value) return;
    current.value = found;
    history.replaceState(null, "", `#${encodeURIComponent(found)}`);
  }
  // A fifth of a second: engines limit how often the address may change.
  function later(): void {
    if (waiting === 0) waiting = window.setTimeout(look, 200);
  }
  function fromAddress(): void {
    const id = ids().find((known) => location.hash === `#${encodeURIComponent(known)}`);
    if (id !== undefined) {
      document.getElementById(sectionId(id))?.scrollIntoView({ block: "start" });
      current.value = id;
    }
  }

  onMounted(() => {
    fromAddress();
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("scroll", later, { passive: true });
    window.addEventListener("resize", later);
  });
  onBeforeUnmount(() => {
    window.removeEventListener("hashchange", fromAddress);
    window.removeEventListener("scroll", later);
    window.removeEventListener("resize", later);
    window.clearTimeout(waiting);
  });
  return current;
}
