// Binds a text box to a slot. The box belongs to the person typing: it is written to only when the text changed
// elsewhere, and never in the middle of a composition. Its component need not re-render for a key.
import { onMounted, type Ref, watch } from "vue";
import { spliceBetween } from "../core/splice";
import { useStore } from "../core/use-store";
import { useFindings } from "../findings/visible";
import { afterPress } from "../shell/press";

export type TextBox = HTMLInputElement | HTMLTextAreaElement;

export interface TextBoxEvents {
  readonly input: (event: Event) => void;
  readonly compositionstart: () => void;
  readonly compositionend: () => void;
  readonly blur: () => void;
  readonly beforeinput: (event: Event) => void;
}

/** Bind the result with `v-on`. `changed` is called after every change of the box, whoever made it. */
export function useTextBox(
  slot: () => number,
  box: Ref<TextBox | null>,
  changed: () => void = () => {},
): TextBoxEvents {
  const store = useStore();
  const findings = useFindings();
  let composing = false;

  // Engines differ in what follows compositionend (Firefox: one more input; WebKit: two before it). Reporting the same
  // text twice costs nothing.
  function report(): void {
    const text = box.value?.value;
    if (text === undefined || text === store.text(slot())) return;
    if (store.readOnly.value) {
      show(store.text(slot()));
      return;
    }
    findings.typed(slot());
    store.type(slot(), text);
    changed();
  }

  /** While another page writes the draft it can be read here, and copied from. */
  function lock(readOnly: boolean): void {
    if (box.value) box.value.readOnly = readOnly;
  }

  function show(text: string): void {
    const el = box.value;
    if (!el || composing || el.value === text) return;
    const caret = spliceBetween(el.value, text);
    el.value = text;
    if (document.activeElement === el) {
      const at = caret.from + caret.inserted.length;
      el.setSelectionRange(at, at);
    }
    changed();
  }

  onMounted(() => {
    show(store.text(slot()));
    lock(store.readOnly.value);
  });
  watch(() => store.text(slot()), show, { flush: "post" });
  watch(store.readOnly, lock);

  return {
    input(event) {
      if (!composing && !(event as InputEvent).isComposing) report();
    },
    compositionstart() {
      composing = true;
    },
    compositionend() {
      composing = false;
      report();
    },
    blur() {
      composing = false;
      report();
      const left = slot();
      afterPress(() => findings.left(left));
    },
    // The menu's own undo would work on this box alone and disagree with the form's history.
    beforeinput(event) {
      const type = (event as InputEvent).inputType;
      if (type !== "historyUndo" && type !== "historyRedo") return;
      event.preventDefault();
      if (type === "historyUndo") store.undo();
      else store.redo();
    },
  };
}
