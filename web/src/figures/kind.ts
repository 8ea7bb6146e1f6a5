// What a file is by its first bytes; names and types that come with it may lie.

export type PictureKind = "picture" | "heic" | "tiff" | "svg" | "metafile" | "unreadable";

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const extensions: Readonly<Record<string, string>> = { jpeg: "jpg", "svg+xml": "svg", tiff: "tif" };

/** The extension a type is known by: image/jpeg → jpg. */
export function extensionOf(type: string): string {
  const name = /^image\/(?:x-)?([a-z+]{2,7})$/.exec(type)?.[1] ?? "bin";
  return extensions[name] ?? name;
}

export function kindOf(bytes: Uint8Array): PictureKind {
  const head = ascii(bytes, 0, 4);
  const riff = head === "RIFF" && ascii(bytes, 8, 12) === "WEBP";
  if (head.startsWith("\xff\xd8\xff") || head === "\x89PNG" || head === "GIF8" || head.startsWith("BM") || riff) {
    return "picture";
  }
  if (ascii(bytes, 4, 8) === "ftyp") return "heic";
  if (head === "II*\0" || head === "MM\0*") return "tiff";
  if (head === "\xd7\xcd\xc6\x9a" || (head === "\x01\0\0\0" && ascii(bytes, 40, 44) === " EMF")) return "metafile";
  return /<svg[\s>]/i.test(ascii(bytes, 0, 4096)) ? "svg" : "unreadable";
}
