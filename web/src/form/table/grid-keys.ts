// Moving between the cells of a table with the keyboard. Works on what is on the page: cells carry `data-c`, their column;
// rows without a box in that column (findings, blocked cells) are stepped over.

type Step = { readonly rows: number; readonly columns: number };

const boxSelector = "input[type=text], textarea, select";

function stepOf(event: KeyboardEvent, box: HTMLElement): Step | undefined {
  if (event.key === "Enter") {
    // In a text of several lines Enter belongs to the text, on a list it opens the list.
    if (box.dataset.lines === "many" || box instanceof HTMLSelectElement) return undefined;
    return { rows: event.shiftKey ? -1 : 1, columns: 0 };
  }
  if (event.shiftKey || box instanceof HTMLSelectElement) return undefined;
  const { start, end } = edges(box);
  switch (event.key) {
    case "ArrowUp":
      return box instanceof HTMLInputElement || start ? { rows: -1, columns: 0 } : undefined;
    case "ArrowDown":
      return box instanceof HTMLInputElement || end ? { rows: 1, columns: 0 } : undefined;
    case "ArrowLeft":
      return start ? { rows: 0, columns: -1 } : undefined;
    case "ArrowRight":
      return end ? { rows: 0, columns: 1 } : undefined;
    default:
      return undefined;
  }
}

/** Whether the caret, with nothing selected, stands before or after all of the text. */
function edges(box: HTMLElement): { start: boolean; end: boolean } {
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return { start: false, end: false };
  const bare = box.selectionStart === box.selectionEnd;
  return { start: bare && box.selectionStart === 0, end: bare && box.selectionEnd === box.value.length };
}

function neighbour(cell: HTMLElement, step: Step): HTMLElement | null {
  const row = cell.closest("tr");
  if (step.columns !== 0) {
    const all = [...(row?.querySelectorAll<HTMLElement>(boxSelector) ?? [])];
    const at = all.findIndex((box) => cell.contains(box));
    return all[at + step.columns] ?? null;
  }
  const column = cell.dataset.c;
  let next = row;
  do {
    next = (step.rows < 0 ? next?.previousElementSibling : next?.nextElementSibling) as HTMLTableRowElement | null;
    const box = next?.querySelector<HTMLElement>(`[data-c="${column}"]`)?.querySelector<HTMLElement>(boxSelector);
    if (box) return box;
  } while (next);
  return null;
}

/** For the table's keydown. Leaves compositions and every combination with Ctrl, Alt or Meta alone. */
export function moveByKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
  const box = event.target;
  if (!(box instanceof HTMLElement) || !box.matches(boxSelector)) return;
  const cell = box.closest<HTMLElement>("[data-c]");
  const step = cell && stepOf(event, box);
  if (!cell || !step) return;
  const target = neighbour(cell, step);
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
}
