// The tables in a piece of HTML, as Excel, WPS, Word and LibreOffice write it: merged cells, lines as <br> or paragraphs, text
// folded wherever the writer liked, hidden rows, numbers too wide for their cell. Asks of the nodes only what every DOM knows.
import { type Block, type BlockCell, trimmed } from "./block";

const most = { rows: 5000, columns: 300 };
const skipped = new Set(["head", "style", "script", "title", "meta", "link", "xml", "del", "template", "#comment"]);
const paragraphs = new Set([
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "tr",
  "table",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "section",
]);

const nameOf = (node: Node): string => node.nodeName.toLowerCase();
const attribute = (node: Node, name: string): string =>
  node.nodeType === 1 ? ((node as Element).getAttribute(name) ?? "") : "";

function children(node: Node): Node[] {
  const list: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child);
  return list;
}

const hiding = /display\s*:\s*none|mso-hide\s*:\s*all/i;
const kept = "data-style";
const watched = /([\s/"'])(style|on[a-z]+)(?=\s*=)/gi;

/** The content policy looks at styles and handlers even in a document that is only read: they are called otherwise before it
 * is parsed. */
export function withoutStyles(html: string): string {
  const bare = withoutStyleElements(html);
  // Behind the last > no tag ends, and each that begins there would be followed to the end in vain.
  const end = bare.lastIndexOf(">") + 1;
  const tags = bare.slice(0, end).replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(watched, "$1data-$2"));
  return tags + bare.slice(end);
}

/** Step by step: one pattern for all would look for the end anew at every beginning that has none. */
function withoutStyleElements(html: string): string {
  const [begin, finish] = [/<style\b/gi, /<\/style\s*>/gi];
  let out = "";
  let from = 0;
  for (;;) {
    begin.lastIndex = from;
    const found = begin.exec(html);
    finish.lastIndex = found?.index ?? 0;
    if (!found || !finish.exec(html)) return out + html.slice(from);
    out += html.slice(from, found.index);
    from = finish.lastIndex;
  }
}

function isHidden(node: Node): boolean {
  return skipped.has(nameOf(node)) || hiding.test(attribute(node, "style") || attribute(node, kept));
}

/** Writers fold long lines; between Chinese characters the fold is no blank. */
const fold = /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g;

function gather(node: Node, lines: string[]): void {
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const breakLine = (): void => {
    if (lines[lines.length - 1]?.trim() !== "") lines.push("");
  };
  if (node.nodeType === 3) {
    add((node.nodeValue ?? "").replace(fold, "$1").replace(/[ \t\r\n\f]+/g, " "));
    return;
  }
  const name = nameOf(node);
  if (isHidden(node)) return;
  if (name === "br") lines.push("");
  const apart = paragraphs.has(name);
  if (apart) breakLine();
  for (const child of children(node)) gather(child, lines);
  if (apart) breakLine();
  if (name === "td" || name === "th") add(" ");
}

function textOf(node: Node): string {
  const lines = [""];
  for (const child of children(node)) gather(child, lines);
  const text = lines
    .map((line) =>
      line
        .replace(/\u00a0/g, " ")
        .replace(/ {2,}/g, " ")
        .trim(),
    )
    .join("\n");
  let end = text.length;
  while (text.charAt(end - 1) === "\n") end--;
  return text.slice(0, end).replace(/^\n+/, "");
}

/** Excel shows ##### where a number is too wide, and notes the number beside it. */
function cellText(cell: Node): string {
  const text = textOf(cell);
  if (!/^#{2,}$/.test(text)) return text;
  return attribute(cell, "x:num") || attribute(cell, "sdval") || text;
}

function rowsOf(table: Node): Node[] {
  return children(table).flatMap((child) => {
    if (isHidden(child)) return [];
    if (nameOf(child) === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(nameOf(child)) ? rowsOf(child) : [];
  });
}

const spanOf = (cell: Node, name: string, limit: number): number =>
  Math.max(1, Math.min(limit, Number.parseInt(attribute(cell, name), 10) || 1));

const cellsOf = (row: Node): Node[] =>
  children(row).filter((child) => ["td", "th"].includes(nameOf(child)) && !isHidden(child));

/** Rows beyond what is read as cells are told with what stands beside the table. */
function readTable(table: Node, into: BlockCell[][], outside: string[]): void {
  const rows = rowsOf(table);
  const single = rows.length === 1 && rows[0] ? cellsOf(rows[0]) : [];
  const inner = single.length === 1 && single[0] ? tablesIn(single[0], []) : [];
  if (inner.length > 0) {
    // A table round a table is only layout.
    for (const one of inner) readTable(one, into, outside);
    return;
  }
  const first = into.length;
  const room = Math.max(0, Math.min(rows.length, most.rows - first));
  for (const row of rows.slice(room)) outside.push("\n", textOf(row));
  for (const [n, row] of rows.slice(0, room).entries()) {
    into[first + n] ??= [];
    let c = 0;
    for (const cell of cellsOf(row)) {
      while (into[first + n]?.[c]) c++;
      const columns = spanOf(cell, "colspan", most.columns - c);
      const down = spanOf(cell, "rowspan", room - n);
      const text = cellText(cell);
      const covered = { text, covered: true };
      for (let r = 0; r < down; r++) {
        const line = into[first + n + r] ?? [];
        into[first + n + r] = line;
        for (let right = 0; right < columns; right++) {
          line[c + right] = r === 0 && right === 0 ? { text } : covered;
        }
      }
      c += columns;
      if (c >= most.columns) break;
    }
  }
}

/** The outermost tables below a node; what stands beside them goes to `outside`. */
function tablesIn(node: Node, outside: string[]): Node[] {
  const tables: Node[] = [];
  const walk = (one: Node): void => {
    if (one.nodeType === 3) outside.push(one.nodeValue ?? "");
    else if (nameOf(one) === "table") tables.push(one);
    else if (!isHidden(one)) {
      if (paragraphs.has(nameOf(one)) || nameOf(one) === "br") outside.push("\n");
      for (const child of children(one)) walk(child);
    }
  };
  for (const child of children(node)) walk(child);
  return tables;
}

/** Undefined when there is no table with anything in it. */
export function readHtml(root: Node): Block | undefined {
  const outside: string[] = [];
  const rows: BlockCell[][] = [];
  for (const table of tablesIn(root, outside)) readTable(table, rows, outside);
  const around = outside
    .map((text) => (text === "\n" ? text : text.replace(/\s+/g, " ")))
    .join("")
    .split("\n")
    .map((line) => line.replace(/\u00a0/g, " ").trim());
  return trimmed(
    rows,
    around.filter((line) => line !== ""),
  );
}
