// The keys of a table, as in a spreadsheet. Works on what is on the page: cells carry `data-c`, their column; rows without a
// box in that column (findings, blocked cells) are stepped over. A cell reached by key is selected as a whole: the next arrow
// goes on, typing replaces, F2 puts the caret into it. In a text of several lines the arrows are the text's until its edge.

export type RowOperation = "up" | "down" | "below" | "double" | "remove";

export interface GridActions {
  /** Below the last row; false when the table does not grow so, or is full. */
  readonly grow: (column: string) => boolean;
  readonly row: (row: HTMLElement, operation: RowOperation) => void;
}

const boxSelector = "input[type=text], textarea, select, [data-row-menu]";
type Box = HTMLInputElement | HTMLTextAreaElement;

const isBox = (element: HTMLElement): element is Box =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const hasLines = (element: HTMLElement): boolean => element.dataset.lines === "many";
const boxesOf = (host: ParentNode): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(boxSelector)];

/** Where the caret is: before all, behind all, or all is selected. */
function caretOf(box: Box): { start: boolean; end: boolean; all: boolean } {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const all = !hasLines(box) && value !== "" && from === 0 && to === value.length;
  return { start: all || (from === to && from === 0), end: all || (from === to && to === value.length), all };
}

/** A name too long for its cell stands in several lines, among which the arrows move. */
function wraps(box: HTMLElement): boolean {
  if (!(box instanceof HTMLTextAreaElement)) return false;
  const style = getComputedStyle(box);
  const inner = box.scrollHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  return inner > 1.8 * Number.parseFloat(style.lineHeight);
}

/** How far to go in rows and columns for an arrow key; undefined when the key is the control's own. */
function arrow(event: KeyboardEvent, target: HTMLElement): readonly [number, number] | undefined {
  const step = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as const)[event.key];
  if (!step || event.shiftKey || event.altKey) return undefined;
  const modified = event.ctrlKey || event.metaKey;
  if (target instanceof HTMLSelectElement) return modified ? step : undefined;
  if (modified) return undefined;
  if (!isBox(target)) return step;
  const caret = caretOf(target);
  const [rows, columns] = step;
  const sideways = columns !== 0;
  if (!sideways && !caret.all && !hasLines(target) && !wraps(target)) return step;
  return (sideways ? columns < 0 : rows < 0) ? (caret.start ? step : undefined) : caret.end ? step : undefined;
}

function enter(target: HTMLElement, forward: boolean): void {
  target.focus();
  if (!isBox(target)) return;
  const { length } = target.value;
  if (hasLines(target)) target.setSelectionRange(forward ? 0 : length, forward ? 0 : length);
  else target.select();
}

function inColumn(row: Element, column: string | undefined): HTMLElement | null {
  if (column === undefined) return row.querySelector<HTMLElement>("[data-row-menu]");
  return row.querySelector<HTMLElement>(`[data-c="${column}"]`)?.querySelector<HTMLElement>(boxSelector) ?? null;
}

function vertical(row: HTMLElement, column: string | undefined, down: boolean): HTMLElement | null {
  let next: Element | null = row;
  do {
    next = down ? next.nextElementSibling : next.previousElementSibling;
    const box = next && inColumn(next, column);
    if (box) return box;
  } while (next);
  return null;
}

function rowOperation(event: KeyboardEvent): RowOperation | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return undefined;
  // By place on the keyboard: with Alt a Mac gives other letters.
  const keys: Readonly<Record<string, RowOperation>> = {
    ArrowUp: "up",
    ArrowDown: "down",
    Enter: "below",
    NumpadEnter: "below",
    KeyD: "double",
    Delete: "remove",
    Backspace: "remove",
  };
  return keys[event.code];
}

/** One for each table. */
export class GridKeys {
  /** Where a run of Tab keys began: Enter goes back below it. */
  private run: string | undefined;

  constructor(private readonly actions: GridActions) {}

  /** For pointerdown: a run ends where one clicks. */
  readonly endRun = (): void => {
    this.run = undefined;
  };

  /** For keydown. Leaves compositions alone. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.matches(boxSelector)) return;
    const row = target.closest("tr");
    if (!row) return;
    const operation = rowOperation(event);
    if (operation) this.actions.row(row, operation);
    else if (!this.move(event, target, row)) return;
    event.preventDefault();
  };

  /** Whether the key was one for moving. */
  private move(event: KeyboardEvent, target: HTMLElement, row: HTMLElement): boolean {
    const column = target.closest<HTMLElement>("[data-c]")?.dataset.c;
    if (event.key === "Tab") {
      this.run = event.shiftKey ? undefined : (this.run ?? column);
      return false;
    }
    if (event.key === "Enter") return this.enterKey(event, target, row, column);
    if (event.key === "F2" && isBox(target)) return edit(target);
    const step = arrow(event, target);
    const goal = step ? this.neighbour(target, row, column, step) : leap(event, target, row);
    if (!goal) return false;
    this.run = undefined;
    enter(goal, step ? step[0] + step[1] > 0 : event.key === "Home");
    return true;
  }

  private neighbour(
    target: HTMLElement,
    row: HTMLElement,
    column: string | undefined,
    [rows, columns]: readonly [number, number],
  ) {
    if (rows !== 0) return vertical(row, column, rows > 0);
    const all = boxesOf(row);
    return all[all.indexOf(target) + columns] ?? null;
  }

  private enterKey(event: KeyboardEvent, target: HTMLElement, row: HTMLElement, column: string | undefined): boolean {
    const modified = event.ctrlKey || event.metaKey;
    if (event.altKey || column === undefined) return false;
    // In a text of several lines Enter belongs to the text, on a list it may open the list.
    if (!modified && (hasLines(target) || target instanceof HTMLSelectElement)) return false;
    const goal = event.shiftKey ? column : (this.run ?? column);
    this.run = undefined;
    const next = vertical(row, goal, !event.shiftKey);
    if (next) enter(next, true);
    else if (event.shiftKey) return modified;
    else return this.actions.grow(goal) || modified;
    return true;
  }
}

function edit(box: Box): boolean {
  const { all } = caretOf(box);
  box.setSelectionRange(all ? box.value.length : 0, box.value.length);
  return true;
}

/** Home and End go to the ends of the row, with Ctrl to those of the table, once the caret has nowhere to go in the text. */
function leap(event: KeyboardEvent, target: HTMLElement, row: HTMLElement): HTMLElement | undefined {
  const home = event.key === "Home";
  if ((!home && event.key !== "End") || event.shiftKey || event.altKey || target instanceof HTMLSelectElement)
    return undefined;
  const whole = event.ctrlKey || event.metaKey;
  if (isBox(target) && !(whole && !hasLines(target))) {
    const { start, end } = caretOf(target);
    if (!(home ? start : end)) return undefined;
  }
  const boxes = boxesOf(whole ? (row.parentElement ?? row) : row).filter((box) => !box.matches("[data-row-menu]"));
  const goal = boxes[home ? 0 : boxes.length - 1];
  return goal === target ? undefined : goal;
}
