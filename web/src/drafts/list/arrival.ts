// Files that are copies of a draft that is here already: the same, or to be looked at before anything is replaced. And whole
// archives, where nobody is asked: what differs is put beside what is here.
import type { DraftFile } from "../../document/draft-file";
import type { App } from "../../shell/app";
import { figureList } from "../compare/figure-list";
import { formNameOf, shownName } from "../describe";
import type { DraftInfo } from "../records";
import { openCompare } from "../views";
import { changeText } from "../views-text";
import { type DraftFileText, unpackDrafts } from "./archive";
import { filledFrom } from "./from-text";
import { compareText, text } from "./text";

export interface Arrived {
  readonly name: string;
  /** As the core writes it. */
  readonly text: string;
  readonly origin: { readonly id: string; readonly name?: string };
}

/** True when it has been dealt with: opened, or shown beside the draft it is a copy of. */
export async function receive(app: App, arrived: Arrived): Promise<boolean> {
  const ours = await sameOrigin(app, arrived.origin.id);
  const first = ours[0];
  if (!first) return false;
  const { desk, drafts, banners, shelf } = app;
  for (const { id } of ours) {
    const kept = await shelf.read(id);
    if (!kept || (await contentOf(app, kept.text)) !== (await contentOf(app, arrived.text))) continue;
    if (id !== drafts.id && !(await desk.openStored(id))) return true;
    banners.show({ topic: "exchange", tone: "good", text: changeText.sameAs(arrived.name, shownName(kept.info)) });
    return true;
  }
  const replace = async (): Promise<boolean> => {
    if (first.id !== drafts.id && !(await desk.openStored(first.id))) return false;
    if (!(await drafts.replace(arrived.text, "replace")).ok) return false;
    banners.show({ topic: "exchange", tone: "good", text: compareText.replaced(shownName(first)), actions: [] });
    return true;
  };
  const keepBoth = async (): Promise<void> => {
    const about = { name: arrived.origin.name ?? arrived.name.replace(/\.json$/i, ""), origin: arrived.origin.id };
    await desk.openContent(arrived.name, arrived.text, changeText.keptBoth(arrived.name), about);
  };
  openCompare(app, {
    left: first.id === drafts.id ? { kind: "open" } : { kind: "draft", id: first.id },
    right: { kind: "file", name: arrived.name, text: arrived.text },
    arrival: { file: arrived.name, replace, keepBoth },
  });
  return true;
}

/** The draft of an archive that holds no other. */
export function onlyDraft(bytes: Uint8Array): DraftFileText | undefined {
  const files = unpackDrafts(bytes);
  return files?.length === 1 ? files[0] : undefined;
}

/** Puts every draft of an archive beside those that are here. `refused`: why nothing could be read at all. */
export async function importArchive(app: App, bytes: Uint8Array): Promise<{ readonly refused?: readonly string[] }> {
  const files = unpackDrafts(bytes);
  if (!files) return { refused: [text.noArchive] };
  const { drafts, banners, channel, store } = app;
  await drafts.autosave.flush();
  let [added, same, differ] = [0, 0, 0];
  const lines: string[] = [];
  for (const file of files) {
    const examined = await store.examine(file.text);
    if (!examined.ok) {
      lines.push(text.importRefused(file.name, examined.notices.map(({ message }) => message).join("")));
      continue;
    }
    const { origin } = JSON.parse(examined.text) as { origin?: Arrived["origin"] };
    const ours = origin ? await sameOrigin(app, origin.id) : [];
    const texts = await Promise.all(ours.map(async ({ id }) => (await app.shelf.read(id))?.text ?? ""));
    const [content, ...known] = await Promise.all([examined.text, ...texts].map((one) => contentOf(app, one)));
    if (content !== undefined && known.includes(content)) {
      same++;
      continue;
    }
    const about = filledFrom(store, examined.snapshot);
    const name = ours.length > 0 ? text.importName(origin?.name ?? shownName(about)) : origin?.name;
    const info = {
      ...about,
      id: "",
      origin: "",
      revision: 0,
      writer: "",
      form: formNameOf(store.form),
      created: "",
      changed: "",
      size: examined.text.length,
    };
    if (await drafts.store({ info, text: examined.text }, { name, origin: origin?.id })) {
      added++;
      if (ours.length > 0) differ++;
    } else lines.push(text.importRefused(file.name, text.failed));
  }
  channel.post({ kind: "listed" });
  const says = [
    text.imported(added),
    same > 0 ? text.importedSame(same) : "",
    differ > 0 ? text.importedDiffer(differ) : "",
  ];
  banners.show({ topic: "exchange", tone: lines.length > 0 ? "bad" : "good", text: says.join(""), lines, actions: [] });
  return {};
}

async function sameOrigin({ shelf, store, drafts }: App, origin: string): Promise<readonly DraftInfo[]> {
  const { id, edition } = store.form;
  const found = (await shelf.list()).drafts.filter(
    (draft) => draft.origin === origin && !draft.deleted && draft.form.id === id && draft.form.edition === edition,
  );
  // The one that is open first.
  return found.sort((a, b) => Number(b.id === drafts.id) - Number(a.id === drafts.id));
}

/** What a person wrote, without when, where and by which copy; pictures by what they show. */
async function contentOf({ store }: App, draft: string): Promise<string> {
  const examined = await store.examine(draft);
  if (!examined.ok) return draft;
  const read = JSON.parse(examined.text) as DraftFile & Readonly<Record<"acknowledged" | "aside", unknown>>;
  return JSON.stringify([read.values, await figureList(read), read.acknowledged, read.aside]);
}
