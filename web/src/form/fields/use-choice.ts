// A slot that holds one of several values, or several of them, one to a line.
import { computed } from "vue";
import type { FieldSpec, Option } from "../../core/form-view";
import { useStore } from "../../core/use-store";
import { useFindings } from "../../findings/visible";

export interface OptionGroup {
  readonly label: string | undefined;
  readonly options: readonly Option[];
}

/** Options in their order, gathered under the group they name. */
export function grouped(options: readonly Option[]): OptionGroup[] {
  const groups: { label: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups[groups.length - 1];
    if (last && last.label === option.group) last.options.push(option);
    else groups.push({ label: option.group, options: [option] });
  }
  return groups;
}

export function useChoice(field: () => FieldSpec, cell: () => number) {
  const store = useStore();
  const findings = useFindings();
  const value = computed(() => store.text(cell()));
  const values = computed(() => value.value.split("\n").filter((v) => v !== ""));
  const known = computed(() => new Set((field().options ?? []).map((option) => option.value)));
  /** What a file brought in that is no option: shown, so that nothing is hidden. */
  const unknown = computed(() => values.value.filter((v) => !known.value.has(v)));

  function choose(text: string): void {
    store.choose(cell(), text);
    findings.touch(cell());
  }
  function toggle(option: string, on: boolean): void {
    const rest = values.value.filter((v) => v !== option);
    const order = [...known.value];
    const next = on ? [...rest, option] : rest;
    choose(next.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join("\n"));
  }
  /** Another page writes the draft. */
  const locked = store.readOnly;
  return { value, values, unknown, locked, choose, toggle };
}
