// What can be looked at or compared: the open draft, a stored one, a version of one, a file. Read through the core, so that all
// are in the same form whatever wrote them.

import type { FindingView } from "../../core/door";
import type { DraftFile } from "../../document/draft-file";
import type { App } from "../../shell/app";
import { filledOf, shownName, titleOf } from "../describe";
import type { Filled } from "../records";
import { rfc3339 } from "../time";
import { shownTime } from "./shown-time";
import { reasonName } from "./text";

export type Source =
  | { readonly kind: "open" }
  | { readonly kind: "draft"; readonly id: string }
  | { readonly kind: "version"; readonly id: number; readonly draft: string }
  | { readonly kind: "file"; readonly name: string; readonly text: string };

export interface Reading {
  readonly source: Source;
  readonly name: string;
  /** When, and what kind of state. */
  readonly about: string;
  readonly text: string;
  readonly draft: DraftFile & {
    readonly origin?: { readonly id: string; readonly name?: string };
    readonly aside?: Readonly<Record<string, unknown>>;
  };
  readonly progress: Filled;
  readonly title: string;
  /** What was kept with a reason. */
  readonly kept: readonly FindingView[];
  /** Hand checks that are ticked. */
  readonly checked: readonly string[];
}

/** Undefined when it is gone or cannot be read. */
export async function readSource(app: App, source: Source): Promise<Reading | undefined> {
  const found = await find(app, source);
  const examined = found && (await app.store.examine(found.text));
  if (!found || !examined?.ok) return undefined;
  const { snapshot } = examined;
  const title = titleOf(app.store, (slot) => snapshot.values[slot] ?? "");
  const draft = JSON.parse(examined.text) as Reading["draft"];
  const kept = snapshot.findings.filter(({ acknowledged }) => acknowledged !== undefined);
  const name = found.name ?? shownName({ title });
  const { checked, sections } = snapshot;
  return { ...found, source, name, text: examined.text, draft, progress: filledOf(sections), title, kept, checked };
}

async function find(app: App, source: Source): Promise<{ name?: string; about: string; text: string } | undefined> {
  const { drafts, store, shelf } = app;
  switch (source.kind) {
    case "open": {
      const { value } = drafts.info;
      const given = value?.name ? { name: value.name } : {};
      return { ...given, about: "", text: store.draft(rfc3339(new Date())) };
    }
    case "draft": {
      const kept = await shelf.read(source.id);
      return kept && { name: shownName(kept.info), about: shownTime(kept.info.changed), text: kept.text };
    }
    case "version": {
      const versions = await app.versions();
      const [text, list] = await Promise.all([versions.text(source.id), versions.list(source.draft)]);
      const version = list.find(({ id }) => id === source.id);
      if (text === undefined || !version) return undefined;
      return { name: shownTime(version.time), about: version.note ?? reasonName[version.reason], text };
    }
    default:
      return { name: source.name, about: "", text: source.text };
  }
}
