// Which row of one draft is which row of another: by the key of a row the form begins with, by its id where both drafts began
// as one, by what stands in its heading or first column, and at last by place where one of the two is still blank.
import type { ColumnView } from "../../core/form-view";
import { asText, asValue, type DraftRow } from "../../document/draft-file";

export interface RowMatch {
  readonly left?: DraftRow;
  readonly right?: DraftRow;
}

type Name = (row: DraftRow) => string | undefined;

export const cellText = (row: DraftRow | undefined, column: string): string => asText(asValue(row?.[column]));

const squeezed = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

export function matchRows(
  columns: readonly ColumnView[],
  left: readonly DraftRow[],
  right: readonly DraftRow[],
  sameOrigin: boolean,
): RowMatch[] {
  const heads = columns.filter(({ header }) => header);
  const named = (heads.length > 0 ? heads : columns.slice(0, 1)).map(({ id }) => id);
  const blank = (row: DraftRow): boolean => columns.every(({ id }) => cellText(row, id) === "");
  const byKey: Name = ({ key }) => key && `k${key}`;
  const byId: Name = ({ id, key }) => (key ? undefined : `i${id}`);
  const byHead: Name = (row) => {
    const head = squeezed(named.map((id) => cellText(row, id)).join("\n"));
    return row.key || head === "" ? undefined : `h${head}`;
  };
  const byPlace: Name = (row) => (row.key ? undefined : String(row.id));

  const partner = new Map<DraftRow, DraftRow>();
  const taken = new Set<DraftRow>();
  const likeness = (l: DraftRow, r: DraftRow): number =>
    columns.filter(({ id }) => cellText(l, id) !== "" && cellText(l, id) === cellText(r, id)).length;
  /** Of several that could be one: those first that have the most in common. */
  const pair = (name: Name, fits: (l: DraftRow, r: DraftRow) => boolean = () => true): void => {
    const could = left.flatMap((l) => {
      const wanted = partner.has(l) ? undefined : name(l);
      if (wanted === undefined) return [];
      return right
        .filter((r) => !taken.has(r) && name(r) === wanted && fits(l, r))
        .map((r) => ({ l, r, alike: likeness(l, r) }));
    });
    for (const { l, r } of could.sort((a, b) => b.alike - a.alike)) {
      if (partner.has(l) || taken.has(r)) continue;
      partner.set(l, r);
      taken.add(r);
    }
  };
  pair(byKey);
  if (sameOrigin) pair(byId);
  pair(byHead);
  pair(byPlace, (l, r) => blank(l) || blank(r));
  // A row that waits to be filled takes the next one that has no other place.
  const waiting = left.filter((row) => !row.key && !partner.has(row) && blank(row));
  for (const r of right) {
    if (r.key || taken.has(r)) continue;
    const l = waiting.shift();
    if (!l) break;
    partner.set(l, r);
    taken.add(r);
  }

  return inOrder(left, right, partner, taken);
}

/** In the order of the left; rows only the right has come after the row they follow there. */
function inOrder(
  left: readonly DraftRow[],
  right: readonly DraftRow[],
  partner: ReadonlyMap<DraftRow, DraftRow>,
  taken: ReadonlySet<DraftRow>,
): RowMatch[] {
  const after = new Map<DraftRow | undefined, DraftRow[]>();
  let last: DraftRow | undefined;
  for (const row of right) {
    if (taken.has(row)) last = row;
    else after.set(last, [...(after.get(last) ?? []), row]);
  }
  const only = (row: DraftRow | undefined): RowMatch[] => (after.get(row) ?? []).map((r) => ({ right: r }));
  return [
    ...only(undefined),
    ...left.flatMap((l): RowMatch[] => {
      const r = partner.get(l);
      return r ? [{ left: l, right: r }, ...only(r)] : [{ left: l }];
    }),
  ];
}
