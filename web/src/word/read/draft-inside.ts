// The draft that our own export puts into a Word file: one element in a part of custom XML, its text the JSON. It only helps
// to give back texts exactly as typed; what is seen in the document wins.
import type { Archive } from "./archive";
import { limits } from "./limits";

export const draftNamespace = "urn:formcheck:draft";

/** What stands round the JSON; written by the export, looked for here. */
export function wrapDraft(json: string): string {
  const escaped = json.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<draft xmlns="${draftNamespace}">${escaped}</draft>`;
}

export function draftInside(archive: Archive): string | undefined {
  for (const name of archive.names) {
    if (!/(^|\/)customXml\/item\d+\.xml$/i.test(name)) continue;
    const bytes = archive.file(name, limits.part);
    const text = bytes ? new TextDecoder().decode(bytes) : "";
    const found = /<(?:\w+:)?draft\b[^>]*urn:formcheck:draft[^>]*>([\s\S]*)<\/(?:\w+:)?draft>/.exec(text);
    if (found?.[1] !== undefined) return unescapeXml(found[1]);
  }
  return undefined;
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
