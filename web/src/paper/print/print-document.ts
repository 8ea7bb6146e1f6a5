// The document as elements for the browser's own print: the same structure as the PDF, with headings and tables as such, in the
// reader's own fonts. It stands in the page only while it is printed.
import type { Block, Cover, Figure, PaperDocument, Paragraph, Run, Table } from "../../document/model";
import { styleOf } from "../../document/styles";
import "./print.css";

function element(name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function runNode(run: Run): Node {
  if (run.kind === "box") return document.createTextNode(run.checked ? "☑" : "☐");
  if (run.look === undefined) return document.createTextNode(run.text);
  return element("span", `print-${run.look}`, run.text);
}

function paragraphElement(paragraph: Paragraph): HTMLElement {
  const { level } = styleOf(paragraph.style);
  const name = level === undefined ? "p" : `h${level}`;
  return element(name, `print-${paragraph.style}`, ...paragraph.runs.map(runNode));
}

function tableElement({ widths, headRows, rows }: Table): HTMLElement {
  const columns = document.createElement("colgroup");
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (const width of widths) {
    const column = document.createElement("col");
    column.style.width = `${(width / whole) * 100}%`;
    columns.append(column);
  }
  const rowElement = (cells: Table["rows"][number]["cells"], head: boolean): HTMLElement => {
    const made = document.createElement("tr");
    for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
      const name = head || cell.role === "head" || cell.role === "label" ? "th" : "td";
      const box = element(name, `print-${cell.role}`, ...cell.paragraphs.map(paragraphElement)) as HTMLTableCellElement;
      box.colSpan = cell.colSpan;
      box.rowSpan = cell.rowSpan;
      made.append(box);
    }
    return made;
  };
  const head = element("thead", "", ...rows.slice(0, headRows).map(({ cells }) => rowElement(cells, true)));
  const body = element("tbody", "", ...rows.slice(headRows).map(({ cells }) => rowElement(cells, false)));
  return element("table", "print-table", columns, ...(headRows > 0 ? [head] : []), body);
}

export type PictureData = Pick<Figure["image"], "type" | "base64">;

export const addressOf = ({ type, base64 }: PictureData): string => `data:${type};base64,${base64}`;

function figureElement({ image, size, caption }: Figure): HTMLElement {
  const picture = document.createElement("img");
  picture.src = addressOf(image);
  picture.alt = "";
  picture.style.width = `${size.width}pt`;
  return element("figure", "print-figure", picture, element("figcaption", "", paragraphElement(caption)));
}

function coverElement({ mark, title, lines, issued }: Cover): HTMLElement {
  const list = element(
    "dl",
    "print-cover-lines",
    ...lines.map(({ label, runs }) =>
      element("div", "print-cover-line", element("dt", "", `${label}：`), element("dd", "", ...runs.map(runNode))),
    ),
  );
  const parts = [element("p", "print-mark", mark), element("h1", "print-cover-title", title), list];
  return element("section", "print-cover", ...parts, element("p", "print-cover-issued", issued));
}

function blockElement(block: Exclude<Block, { kind: "pageBreak" }>): HTMLElement {
  switch (block.kind) {
    case "paragraph":
      return paragraphElement(block);
    case "table":
      return tableElement(block);
    case "figure":
      return figureElement(block);
    case "cover":
      return coverElement(block);
    case "space": {
      const made = element("div", "print-space");
      made.style.height = `${block.height}pt`;
      return made;
    }
  }
}

export function printElement(paper: PaperDocument): HTMLElement {
  const root = element("div", "print-root");
  root.lang = "zh-CN";
  let turn = false;
  for (const block of paper.blocks) {
    if (block.kind === "pageBreak") {
      turn = true;
      continue;
    }
    const made = blockElement(block);
    if (turn) made.classList.add("print-turn");
    turn = false;
    root.append(made);
  }
  root.append(element("p", "print-footer", paper.footer.left));
  return root;
}

const cssText = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** "第 {page} 页" in the browser's own counters. */
const counted = (text: string): string =>
  text
    .split(/(\{pages?\})/)
    .map((part) => (part === "{page}" || part === "{pages}" ? `counter(${part.slice(1, -1)})` : cssText(part)))
    .join(" ");

/** The footer in the margins of each page, where the browser knows how; elsewhere its line at the end has to do. */
function marginSheet({ left, right }: PaperDocument["footer"]): CSSStyleSheet | undefined {
  if (!("adoptedStyleSheets" in document)) return undefined;
  const sheet = new CSSStyleSheet();
  const look = "font: 9pt SimSun, serif; color: #000;";
  sheet.replaceSync(
    `@page { @bottom-left { content: ${cssText(left)}; ${look} } @bottom-right { content: ${counted(right)}; ${look} } }`,
  );
  return sheet;
}

/** Waits for the pictures: a print taken before would be without them. */
async function picturesOf(root: HTMLElement): Promise<void> {
  const pictures = [...root.querySelectorAll("img")];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}

/** Whether a document stands in the page, to be printed in its place. */
export const isStaged = (): boolean => document.body.classList.contains("printing-paper");

/** Puts the document in the place of the page until it has been printed. */
export function stage(paper: PaperDocument, root: HTMLElement): void {
  document.querySelector(".print-root")?.remove();
  const title = document.title;
  document.body.append(root);
  document.body.classList.add("printing-paper");
  const margins = marginSheet(paper.footer);
  if (margins) document.adoptedStyleSheets = [...document.adoptedStyleSheets, margins];
  document.title = `${paper.info.subject || paper.info.title}`;
  window.addEventListener(
    "afterprint",
    () => {
      root.remove();
      if (margins) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== margins);
      document.body.classList.remove("printing-paper");
      document.title = title;
    },
    { once: true },
  );
}

export async function printDocument(paper: PaperDocument): Promise<void> {
  const root = printElement(paper);
  stage(paper, root);
  await picturesOf(root);
  window.print();
}
