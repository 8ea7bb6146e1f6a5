// What the form has no place for, on either side: texts by where they stood, pictures by what they show.

import type { Edits, Store } from "../../core/store";
import { noNarrative } from "../../figures/no-narrative";
import type { CellPair, SectionEntry } from "./differences";
import type { NarrativeFigure } from "./narrative-figures";

export interface AsideEntry {
  readonly kind: "aside";
  /** Of a text; a picture has none. */
  readonly at?: string;
  readonly cell: CellPair;
}

export interface AsideSide {
  readonly draft: { readonly aside?: Readonly<Record<string, unknown>> };
  /** All of the draft's; those without a narrative count here. */
  readonly figures: readonly NarrativeFigure[];
}

const asText = (value: unknown): string =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

/** Undefined when neither has any. `name`: of a picture without a caption. */
export function asideSection(left: AsideSide, right: AsideSide, label: string, name: string): SectionEntry | undefined {
  const [l, r] = [left.draft.aside ?? {}, right.draft.aside ?? {}];
  const texts = [...new Set([...Object.keys(l), ...Object.keys(r)])].map((at): AsideEntry => {
    const [one, other] = [asText(l[at]), asText(r[at])];
    const shown = { left: one, right: other };
    const cell = { key: `a:${at}`, label: at, left: one, right: other, shown, long: true, same: one === other };
    return { kind: "aside", at, cell };
  });
  const kept = (side: AsideSide) => side.figures.filter(({ field }) => field === "");
  const blobs = new Set([...kept(left), ...kept(right)].map(({ picture }) => picture.blob));
  const pictures = [...blobs].map((blob): AsideEntry => {
    const of = (side: AsideSide) =>
      kept(side)
        .filter(({ picture }) => picture.blob === blob)
        .slice(0, 1);
    const figures = { left: of(left), right: of(right) };
    const label = [...figures.left, ...figures.right].find(({ caption }) => caption !== "")?.caption ?? name;
    const same = figures.left.length === figures.right.length;
    const none = { left: "", right: "" };
    return { kind: "aside", cell: { key: `p:${blob}`, label, ...none, shown: none, long: true, same, figures } };
  });
  const entries = [...texts, ...pictures];
  return entries.length === 0 ? undefined : { id: "about-aside", label, entries };
}

/** Within `store.together`: the right's in the place of the left's. */
export function takeAside(store: Store, edits: Edits, { at, cell }: AsideEntry): void {
  if (at !== undefined) {
    edits.session((session) => session.dropAside(at));
    if (cell.right !== "") edits.keepAside(at, cell.right);
    return;
  }
  const { left = [], right = [] } = cell.figures ?? {};
  for (const { picture } of left) {
    const own = store.figures.value.find(({ slot, blob }) => slot === undefined && blob === picture.blob);
    if (own) edits.session((session) => session.removeFigure(own.id));
  }
  for (const { caption, picture } of right) {
    edits.session((session) => session.insertFigure(noNarrative, 0, caption, picture));
  }
}
