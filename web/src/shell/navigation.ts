// Where on the page one is: the section in view names the address, and a cell can be gone to from anywhere.
import { onBeforeUnmount, onMounted, type Ref, ref } from "vue";

export const controlId = (slot: number): string => `c${slot}`;
let mirrors = 0;
/** Before a control's id: a value may be mirrored in several places, and each has ids of its own. */
export const mirrorPrefix = (): string => `m${mirrors++}-`;
const sectionId = (id: string): string => `s-${id}`;
const addressOf = (id: string): string => `#${encodeURIComponent(id)}`;

const focusable = "input, select, textarea, button";
/** How long a place that was gone to stands out; the style sheet knows the same time. */
const shownFor = 1600;

/** The smaller of what was asked for and what people want: no glide when motion is unwelcome. */
function behaviour(): ScrollBehavior {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/** Lets the eye find what was gone to. */
function point(element: Element): void {
  const place = element.closest("td, .field, .section") ?? element;
  place.classList.add("pointed");
  window.setTimeout(() => place.classList.remove("pointed"), shownFor);
}

function controlIn(host: HTMLElement): HTMLElement {
  if (host.matches(focusable)) return host;
  return (
    host.querySelector<HTMLElement>("input:checked") ??
    host.querySelector<HTMLElement>("input:not(:disabled), select, textarea") ??
    host
  );
}

/** The cell with the caret, or of the mirror with it. */
export function slotHere(): number | undefined {
  const host = document.activeElement?.closest('[id^="c"], [id^="m"]');
  const slot = host?.id.match(/^(?:m\d+-)?c(\d+)$/)?.[1];
  return slot === undefined ? undefined : Number(slot);
}

/** Puts the caret into a cell and lets it stand out; false when it is not on the page. */
export function focusSlot(slot: number): boolean {
  if (slotHere() === slot) return true;
  const host = document.getElementById(controlId(slot));
  if (!host) return false;
  controlIn(host).focus({ preventScroll: true });
  host.scrollIntoView({ block: host.offsetHeight > window.innerHeight * 0.6 ? "start" : "center", behavior: "auto" });
  point(host);
  return true;
}

/** To a table as a whole. */
export function focusTable(id: string): boolean {
  const heading = document.getElementById(`t-${id}`);
  const block = heading?.closest(".table-block");
  if (!heading || !block) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  block.scrollIntoView({ block: "start", behavior: "auto" });
  point(block);
  return true;
}

/** Where the page is gliding to: what it passes on the way must not name the address. */
let aim: { readonly id: string; readonly until: number } | undefined;
const longestGlide = 1500;

/** A step of its own for the browser's back button. */
export function goToSection(id: string): void {
  const section = document.getElementById(sectionId(id));
  if (!section) return;
  if (location.hash !== addressOf(id)) history.pushState(null, "", addressOf(id));
  aim = { id, until: Date.now() + longestGlide };
  section.scrollIntoView({ block: "start", behavior: behaviour() });
  section.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
}

/** At the end of the page the last sections never reach the line: the one the address names is meant if it is in view. */
function atTheEnd(ids: readonly string[]): string | undefined {
  if (window.innerHeight + window.pageYOffset < document.documentElement.scrollHeight - 2) return undefined;
  return ids.find((id) => {
    const top = document.getElementById(sectionId(id))?.getBoundingClientRect().top;
    return location.hash === addressOf(id) && top !== undefined && top < window.innerHeight - 40;
  });
}

/** The section that stands under the tool bar, kept in step with scrolling and with the address. */
export function useCurrentSection(ids: () => readonly string[]): Ref<string> {
  const current = ref(ids()[0] ?? "");
  let waiting = 0;

  function look(): void {
    waiting = 0;
    const line = window.innerHeight * 0.3;
    let found = ids()[0] ?? "";
    // While a view stands in its place the form is nowhere.
    if (document.getElementById(sectionId(found))?.offsetParent === null) return;
    for (const id of ids()) {
      const section = document.getElementById(sectionId(id));
      if (section && section.getBoundingClientRect().top <= line) found = id;
    }
    found = atTheEnd(ids()) ?? found;
    if (aim && found !== aim.id && Date.now() < aim.until) {
      later();
      return;
    }
    aim = undefined;
    if (found === current.value) return;
    current.value = found;
    history.replaceState(null, "", addressOf(found));
  }
  // A fifth of a second: engines limit how often the address may change.
  function later(): void {
    if (waiting === 0) waiting = window.setTimeout(look, 200);
  }
  function fromAddress(): void {
    const id = ids().find((known) => location.hash === addressOf(known));
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
