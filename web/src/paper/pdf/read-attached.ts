// The draft inside a PDF of ours. Attached files are streams of their own, so they stand in the open even in a PDF that another
// program has saved again, unless it encrypted it; only those streams are unpacked, and only up to what a draft may weigh.
import { Unzlib } from "fflate";

/** Beyond what the core reads. */
const largest = 24 * 1024 * 1024;
const mark = "formcheck-draft/";
/** Where the mark stands in a draft file. */
const beginning = 400;
/** Compressed bytes at a time: none makes more than 4 MB. */
const step = 4096;
/** Streams that are looked at: a PDF of ours has one, another program may have added some. */
const most = 100;

const latin = (bytes: Uint8Array): string => {
  let text = "";
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + step, bytes.length)));
  }
  return text;
};

/** Unpacked, at most `most` bytes of it; what came before a fault counts: behind the data stands the end of the stream. */
function inflate(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = new Unzlib((chunk) => {
      size += chunk.length;
      chunks.push(chunk);
    });
    // Never told to be the last piece: a stream that was cut off gives what it has.
    for (let at = 0; at < packed.length && size < most; at += step) stream.push(packed.subarray(at, at + step));
  } catch {
    // Looked at below.
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Where a stream's data ends. Its length may stand in an object of its own; then the line that closes it tells. */
function endFinder(text: string): (dictionary: string, data: number) => number {
  // Many streams may share one end, or have none: what was searched is not searched again.
  let end = -1;
  return (dictionary, data) => {
    const [, length, indirect] = /\/Length (\d+)( \d+ R)?/.exec(dictionary) ?? [];
    if (length !== undefined && indirect === undefined) return data + Number(length);
    if (data > end) {
      const found = text.indexOf("endstream", data);
      end = found < 0 ? text.length : found;
    }
    if (end === text.length) return end;
    return text.startsWith("\r\n", end - 2) ? end - 2 : end - 1;
  };
}

/** Dictionaries of embedded files are short; what is longer is none. */
const longestDictionary = 4000;

const begins = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, beginning)).includes(mark);

/** The draft in a stream's data, if it is one. Of anything else only the beginning is unpacked. */
function draftIn(raw: Uint8Array, packed: boolean): Uint8Array | undefined {
  if (!packed) return begins(raw) && raw.length <= largest ? raw.slice() : undefined;
  if (!begins(inflate(raw.subarray(0, 4 * step), beginning))) return undefined;
  const file = inflate(raw, largest + 1);
  return file.length > largest ? undefined : file;
}

/** The bytes of the draft file, undefined when there is none. Linear in the size of the PDF. */
export function readAttachedDraft(bytes: Uint8Array): Uint8Array | undefined {
  const text = latin(bytes);
  const endOf = endFinder(text);
  let looked = 0;
  for (const { index } of text.matchAll(/\/EmbeddedFile\b/g)) {
    if (++looked > most) return undefined;
    const before = text.slice(Math.max(0, index - longestDictionary), index);
    const after = text.slice(index, index + longestDictionary);
    const [begin, stream] = [before.lastIndexOf(" obj"), after.indexOf("stream")];
    if (begin < 0 || stream < 0) continue;
    const dictionary = before.slice(begin) + after.slice(0, stream);
    if (dictionary.includes("endobj")) continue;
    const keyword = index + stream;
    const data = keyword + (text.startsWith("\r\n", keyword + 6) ? 8 : 7);
    const raw = bytes.subarray(data, endOf(dictionary, data));
    const file = draftIn(raw, /\/FlateDecode\b/.test(dictionary));
    if (file) return file;
  }
  return undefined;
}
