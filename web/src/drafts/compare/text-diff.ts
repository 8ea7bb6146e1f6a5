// What changed between two texts: first by clauses, then inside a clause that was rewritten by characters. Myers' O(ND) search,
// given up for "all of it" where the texts have little in common.

export interface Piece {
  readonly kind: "same" | "left" | "right";
  readonly text: string;
}

/** Edits beyond this are not looked for: then the whole is shown as replaced. */
const mostEdits = 600;

const clauses = (text: string): string[] => text.match(/[^，。；！？、\n]*[，。；！？、\n]|[^，。；！？、\n]+/gu) ?? [];

export function diffTexts(left: string, right: string): Piece[] {
  const pieces: Piece[] = [];
  let [gone, come] = ["", ""];
  const settle = (): void => {
    for (const piece of gone !== "" && come !== "" ? rewritten(gone, come) : plain(gone, come)) add(pieces, piece);
    gone = come = "";
  };
  for (const { kind, text } of diffLists(clauses(left), clauses(right)) ?? plain(left, right)) {
    if (kind === "left") gone += text;
    else if (kind === "right") come += text;
    else {
      settle();
      add(pieces, { kind, text });
    }
  }
  settle();
  return pieces;
}

/** By characters where enough of the clause is still there to be recognised. */
function rewritten(left: string, right: string): Piece[] {
  const pieces = diffLists([...left], [...right]);
  const same = pieces?.reduce((n, { kind, text }) => n + (kind === "same" ? text.length : 0), 0) ?? 0;
  return pieces && same * 3 >= Math.min(left.length, right.length) ? pieces : plain(left, right);
}

function plain(left: string, right: string): Piece[] {
  return [
    { kind: "left" as const, text: left },
    { kind: "right" as const, text: right },
  ].filter(({ text }) => text !== "");
}

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces[pieces.length - 1];
  if (last?.kind === piece.kind) pieces[pieces.length - 1] = { kind: last.kind, text: last.text + piece.text };
  else pieces.push(piece);
}

function diffLists(a: readonly string[], b: readonly string[]): Piece[] | undefined {
  const trace: Map<number, number>[] = [];
  let ends = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, mostEdits); d++) {
    trace.push(new Map(ends));
    const next = new Map(ends);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (next.get(k - 1) ?? 0) < (next.get(k + 1) ?? 0));
      let x = down ? (next.get(k + 1) ?? 0) : (next.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a, b, d);
    }
    ends = next;
  }
  return undefined;
}

function walkBack(
  trace: readonly Map<number, number>[],
  a: readonly string[],
  b: readonly string[],
  last: number,
): Piece[] {
  const back: Piece[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = last; d >= 0; d--) {
    const ends = trace[d] as Map<number, number>;
    const k = x - y;
    const down = k === -d || (k !== d && (ends.get(k - 1) ?? 0) < (ends.get(k + 1) ?? 0));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (ends.get(before) ?? 0);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      back.push({ kind: "same", text: a[--x] as string });
      y--;
    }
    if (d > 0) back.push(down ? { kind: "right", text: b[--y] as string } : { kind: "left", text: a[--x] as string });
  }
  return back.reverse();
}
