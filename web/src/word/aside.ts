// What a Word file says and the form has no place for, on its way into the draft: under the name of the file and the place.
import type { Aside } from "../core/door";
import type { FormView } from "../core/form-view";
import type { Edits, Store } from "../core/store";
import type { ImportResult, Leftover, PictureReading } from "./match/result";
import type { Plan, PlanCell, PlanRow } from "./plan";
import { wordText } from "./text";

/** More places than these become one text with its places in it: a list of hundreds helps nobody. */
const mostPlaces = 50;
/** Characters kept of one file; a draft must stay one that can be opened. */
const most = 1_000_000;

/** Where a piece of text stood: 页眉；位于“…”之下. */
export function placeOf({ origin, under }: Pick<Leftover, "origin" | "under">): string {
  const parts = [wordText.origin[origin], under === "" ? "" : wordText.under(under)];
  return parts.filter((part) => part !== "").join("，");
}

function pictureLine({ picture, captionLine }: PictureReading): string {
  const name = picture.path.slice(picture.path.lastIndexOf("/") + 1);
  const parts = [name, captionLine ?? picture.alt ?? "", picture.bytes ? "" : wordText.onlyLinked];
  return wordText.pictureLeft(parts.filter((part) => part !== ""));
}

const asLine = (row: PlanRow): string => row.cells.map(({ raw, shownAfter }) => raw || shownAfter).join("\t");

/** What was read in a cell's place and did not become its text. */
function unread(cells: readonly PlanCell[], taken: ReadonlySet<string>): readonly string[] {
  return cells.flatMap(({ id, state, raw, others }) => [
    ...(state === "notUnderstood" && raw.trim() !== "" && !taken.has(id) ? [raw] : []),
    ...others,
  ]);
}

/** In the order of the view: texts, cells that were not understood, rows without room, pictures. */
function* pieces(
  result: ImportResult,
  plan: Plan,
  taken: ReadonlySet<string>,
  pictures: readonly PictureReading[],
): Generator<[place: string, text: string]> {
  for (const leftover of result.leftovers) yield [placeOf(leftover), leftover.text];
  for (const { cells, tables } of plan.sections) {
    for (const cell of cells) for (const text of unread([cell], taken)) yield [cell.label, text];
    for (const { item, rows, beyond } of tables) {
      for (const row of rows) {
        for (const cell of row.cells) {
          for (const text of unread([cell], taken)) yield [`${item.label}，${row.name} ${cell.label}`, text];
        }
      }
      for (const row of beyond) yield [wordText.beyondPlace(item.label), asLine(row)];
    }
  }
  for (const reading of pictures) yield [wordText.pictures, pictureLine(reading)];
}

export interface Keeping {
  readonly entries: readonly Aside[];
  /** Whether it was more than a draft can take. */
  readonly cut: boolean;
}

/** `name`: of the file. `pictures`: those that cannot be kept as pictures, so their names. */
export function asideOf(
  name: string,
  result: ImportResult,
  plan: Plan,
  taken: ReadonlySet<string>,
  pictures: readonly PictureReading[],
): Keeping {
  const places = new Map<string, string[]>();
  let length = 0;
  let cut = false;
  for (const [place, text] of pieces(result, plan, taken, pictures)) {
    length += text.length;
    if (length > most) {
      cut = true;
      break;
    }
    const texts = places.get(place);
    if (texts) texts.push(text);
    else places.set(place, [text]);
  }
  const all = [...places].map(([place, texts]) => ({ place, text: texts.join("\n") }));
  const at = (place: string): string => (place === "" ? name : `${name}：${place}`);
  if (all.length <= mostPlaces) return { entries: all.map(({ place, text }) => ({ at: at(place), text })), cut };
  const one = all.map(({ place, text }) => (place === "" ? text : `【${place}】\n${text}`)).join("\n\n");
  return { entries: [{ at: name, text: one }], cut };
}

/** A picture that the draft inside kept without a narrative. */
export interface KeptInside {
  readonly caption: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly base64: string;
}

type Loose = Readonly<Record<string, unknown>>;

function draftOf(form: FormView, json: string | undefined): Loose {
  try {
    const draft = JSON.parse(json ?? "null") as Loose | null;
    return (draft?.form as Loose | undefined)?.id === form.id && draft ? draft : {};
  } catch {
    return {};
  }
}

/** What the draft inside a file of our own export had kept: it comes back under the names it had. */
export function asideInside(form: FormView, json: string | undefined): readonly Aside[] {
  const { aside } = draftOf(form, json);
  if (typeof aside !== "object" || aside === null) return [];
  return Object.entries(aside).map(([at, value]) => ({
    at,
    text: typeof value === "string" ? value : JSON.stringify(value),
  }));
}

/** The same of pictures. */
export function picturesInside(form: FormView, json: string | undefined): readonly KeptInside[] {
  const { figures } = draftOf(form, json);
  if (!Array.isArray(figures)) return [];
  return (figures as readonly Loose[]).flatMap((figure) => {
    const { field, caption, type, width, height, data } = figure ?? {};
    if (field !== undefined || typeof data !== "string" || data === "" || typeof type !== "string") return [];
    const size = { width: Number(width) || 0, height: Number(height) || 0 };
    return [{ caption: typeof caption === "string" ? caption : "", type, ...size, base64: data }];
  });
}

/** Those that the draft does not keep already. */
export function notKept(store: Store, entries: readonly Aside[]): Aside[] {
  const own = new Map<string, string[]>();
  for (const { at, text } of store.aside.value) own.set(text, [...(own.get(text) ?? []), at]);
  const isKept = ({ at, text }: Aside): boolean =>
    own.get(text)?.some((kept) => kept === at || kept.startsWith(`${at}#`)) ?? false;
  return entries.filter((entry) => !isKept(entry));
}

/** Within `store.together`. */
export function keepAside(edits: Edits, entries: readonly Aside[]): void {
  for (const { at, text } of entries) edits.keepAside(at, text);
}
