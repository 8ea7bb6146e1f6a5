// The page's sections in their order: the form's own, and round them what the definition says about the form as a whole.
import { type ComputedRef, computed } from "vue";
import type { SectionView } from "../core/form-view";
import type { Store } from "../core/store";
import { text } from "../text/zh-cn";

interface Named {
  readonly id: string;
  readonly label: string;
  readonly part?: string | undefined;
}

export type PageSection = Named &
  (
    | { readonly kind: "form"; readonly section: SectionView }
    | { readonly kind: "conditions" | "letter" | "handChecks" | "aside" }
  );

export function usePageSections(store: Store): ComputedRef<readonly PageSection[]> {
  return computed(() => {
    const { form } = store;
    const list: PageSection[] = [];
    if (form.conditions?.length) {
      list.push({ kind: "conditions", id: "about-conditions", label: text.sectionBefore });
    }
    for (const section of form.sections) {
      list.push({ kind: "form", id: section.id, label: section.label, part: section.part, section });
    }
    if (form.letter) list.push({ kind: "letter", id: "about-letter", label: text.sectionLetter });
    if (form.handChecks?.length) {
      list.push({ kind: "handChecks", id: "about-checks", label: text.sectionHandChecks });
    }
    if (store.aside.value.length > 0 || store.figures.value.some(({ slot }) => slot === undefined)) {
      list.push({ kind: "aside", id: "about-aside", label: text.sectionAside });
    }
    return list;
  });
}
