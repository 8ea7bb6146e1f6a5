// From the first view (render.ts) to the page itself, which takes its place: what was typed, chosen and pressed before stays, the caret
// too. public/floor.js marks the root while there is a first view, in it what was pressed last, and whether a composition is going on.

const mark = "first-visit";
const root = document.documentElement;

/** Nobody was here before: the first view is shown. */
export const isFirstVisit = (): boolean => root.classList.contains(mark);

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsIn = (host: ParentNode): readonly Control[] => [
  ...host.querySelectorAll<Control>(".field input, .field textarea, .field select"),
];
const isTick = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

/** How to find this button or link again in what takes its place: it is told by what it says, and by its place among those that say the same. */
function again(host: ParentNode, one: Element | null): () => HTMLElement | undefined {
  const says = (link: Element): string => `${link.getAttribute("aria-label")} ${link.firstChild?.textContent?.trim()}`;
  const alike = (): readonly HTMLElement[] =>
    [...host.querySelectorAll<HTMLElement>("a, button")].filter((link) => one && says(link) === says(one));
  const place = alike().indexOf(one as HTMLElement);
  return () => alike()[place];
}

async function composed(): Promise<void> {
  if (!root.hasAttribute("data-composing")) return;
  await new Promise((done) => document.addEventListener("compositionend", done, { once: true }));
  // Engines differ in whether the text is in its box by now.
  await new Promise((done) => window.setTimeout(done));
}

/** `mount` puts the page into `host`, in place of what is there. */
export async function takeOver(host: HTMLElement, mount: () => void): Promise<void> {
  if (!isFirstVisit()) return mount();
  await composed();
  const before = controlsIn(host);
  const active = document.activeElement;
  const focused = again(host, active);
  const pressed = again(host, host.querySelector("[data-pressed]"));
  const top = window.pageYOffset;
  mount();
  root.classList.remove(mark);
  const now = controlsIn(host);
  before.forEach((left, n) => {
    const control = now[n];
    if (!control) return;
    if (isTick(left)) {
      if (left.checked && isTick(control) && !control.checked) control.click();
    } else if (left.value !== "" && left.value !== control.value) {
      control.value = left.value;
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
    if (left !== active) return;
    control.focus({ preventScroll: true });
    if ("selectionStart" in left && "selectionStart" in control && !isTick(left)) {
      control.setSelectionRange(left.selectionStart, left.selectionEnd);
    }
  });
  focused()?.focus({ preventScroll: true });
  window.scrollTo(0, top);
  pressed()?.click();
}
