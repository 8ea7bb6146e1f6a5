// The page's sections in their order: the form's own, and round them what the definition says about the form as a whole.
import { type ComputedRef, computed } from "vue";
import type { Aside } from "../core/door";
import type { Condition, HandCheck, Letter, SectionView } from "../core/form-view";
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
    | { readonly kind: "conditions"; readonly conditions: readonly Condition[] }
    | { readonly kind: "letter"; readonly letter: Letter }
    | { readonly kind: "handChecks"; readonly checks: readonly HandCheck[] }
    | { readonly kind: "aside"; readonly aside: readonly Aside[] }
  );

export function usePageSections(store: Store): ComputedRef<readonly PageSection[]> {
  return computed(() => {
    const { form } = store;
    const list: PageSection[] = [];
    if (form.conditions?.length) {
      list.push({ kind: "conditions", id: "about-conditions", label: text.sectionBefore, conditions: form.conditions });
    }
    for (const section of form.sections) {
      list.push({ kind: "form", id: section.id, label: section.label, part: section.part, section });
    }
    if (form.letter) list.push({ kind: "letter", id: "about-letter", label: text.sectionLetter, letter: form.letter });
    if (form.handChecks?.length) {
      list.push({ kind: "handChecks", id: "about-checks", label: text.sectionHandChecks, checks: form.handChecks });
    }
    if (store.aside.value.length > 0) {
      list.push({ kind: "aside", id: "about-aside", label: text.sectionAside, aside: store.aside.value });
    }
    return list;
  });
}
