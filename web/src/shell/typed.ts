// Boxes outside the form and what they hold: `v-typed="[text, take]"` for text, `isOn` for ticks. Composing is left alone, like
// everywhere. Vue's own directives for this know selects, trees of ticks and modifiers too, and all of them are loaded first.
import type { ObjectDirective } from "vue";

type Box = HTMLInputElement | HTMLTextAreaElement;
type Take = (text: string) => void;

const composing = new WeakSet<Box>();
const takers = new WeakMap<Box, Take>();

export const vTyped: ObjectDirective<Box, readonly [text: string, take: Take]> = {
  created(box, { value: [text, take] }) {
    const tell = (): void => {
      if (!composing.has(box)) takers.get(box)?.(box.value);
    };
    takers.set(box, take);
    box.value = text;
    box.addEventListener("input", tell);
    box.addEventListener("compositionstart", () => composing.add(box));
    box.addEventListener("compositionend", () => {
      composing.delete(box);
      tell();
    });
  },
  beforeUpdate(box, { value: [text, take] }) {
    takers.set(box, take);
    if (!composing.has(box) && box.value !== text) box.value = text;
  },
};

export const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;
