// A ZIP file opened with care. The directory is read here, since it says how large things are before anything is unpacked;
// unpacking is fflate's, piece by piece, and stops as soon as more comes out than was announced. Nothing unpacks by itself.
import { Inflate } from "fflate";
import { crc32 } from "./crc32";
import { fail } from "./failure";
import { limits } from "./limits";
import type { Breath } from "./xml";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of the local header. */
  readonly at: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** Compressed bytes at a time: none makes more than 4 MB. */
const piece = 4096;
/** Bytes whose checksum is made at a time. */
const checkedPiece = 1024 * 1024;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the end record begins: within the last 64 KB, since a comment may follow. */
function endOf(data: DataView): number {
  const lowest = Math.max(0, data.byteLength - 22 - 0xffff);
  for (let at = data.byteLength - 22; at >= lowest; at--) if (data.getUint32(at, true) === endMark) return at;
  return fail("broken");
}

export class Archive {
  private readonly entries = new Map<string, Entry>();
  private readonly prepared = new Map<Entry, Uint8Array>();
  private unpacked = 0;

  private constructor(private readonly bytes: Uint8Array) {}

  /** Throws a ReadFailure. */
  static open(bytes: Uint8Array): Archive {
    if (bytes.length > limits.file) fail("tooLarge");
    if (bytes.length < 22) fail("broken");
    const archive = new Archive(bytes);
    archive.list();
    return archive;
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The unpacked file; undefined when there is none of that name. Names differ only by more than case. */
  file(name: string, most: number): Uint8Array | undefined {
    const entry = this.entries.get(keyOf(name));
    if (!entry) return undefined;
    const prepared = this.prepared.get(entry);
    if (prepared) return prepared;
    const steps = this.unpack(entry, most);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** Unpacks it in steps, if it is there; `file` then gives it at once. */
  async prepare(name: string, most: number, breath: Breath): Promise<void> {
    const entry = this.entries.get(keyOf(name));
    if (!entry || this.prepared.has(entry)) return;
    const steps = this.unpack(entry, most);
    for (;;) {
      const step = steps.next();
      if (step.done) return void this.prepared.set(entry, step.value);
      await breath.step();
    }
  }

  private list(): void {
    const data = view(this.bytes);
    const end = endOf(data);
    const count = data.getUint16(end + 10, true);
    if (count > limits.entries) fail("tooMany");
    let at = data.getUint32(end + 16, true);
    const names = new TextDecoder();
    for (let n = 0; n < count; n++) {
      if (at + 46 > end || data.getUint32(at, true) !== entryMark) fail("broken");
      const flags = data.getUint16(at + 8, true);
      if (flags & 1) fail("locked");
      const nameLength = data.getUint16(at + 28, true);
      const entry: Entry = {
        name: names.decode(this.bytes.subarray(at + 46, at + 46 + nameLength)),
        method: data.getUint16(at + 10, true),
        crc: data.getUint32(at + 16, true),
        packed: data.getUint32(at + 20, true),
        size: data.getUint32(at + 24, true),
        at: data.getUint32(at + 42, true),
      };
      const key = keyOf(entry.name);
      if (!this.entries.has(key)) this.entries.set(key, entry);
      at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
    }
  }

  private *unpack(entry: Entry, most: number): Generator<void, Uint8Array> {
    if (entry.size > most) fail("tooLarge");
    this.unpacked += entry.size;
    if (this.unpacked > limits.total) fail("tooLarge");
    const data = view(this.bytes);
    if (entry.at + 30 > this.bytes.length || data.getUint32(entry.at, true) !== localMark) fail("broken");
    const from = entry.at + 30 + data.getUint16(entry.at + 26, true) + data.getUint16(entry.at + 28, true);
    const packed = this.bytes.subarray(from, from + entry.packed);
    if (packed.length !== entry.packed) fail("broken");
    if (entry.method !== 0 && entry.method !== 8) fail("broken");
    const out = entry.method === 0 ? packed : yield* inflate(packed, entry.size);
    if (out.length !== entry.size) fail("broken");
    let crc = 0;
    for (let at = 0; at < out.length; at += checkedPiece) {
      crc = crc32(out.subarray(at, at + checkedPiece), crc);
      yield;
    }
    if (crc !== entry.crc) fail("broken");
    return out;
  }
}

/** Parts are named without a leading slash, and Office does not tell cases apart. */
function keyOf(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
}

function* inflate(packed: Uint8Array, size: number): Generator<void, Uint8Array> {
  const out = new Uint8Array(size);
  let filled = 0;
  let over = false;
  const stream = new Inflate((chunk) => {
    over = over || filled + chunk.length > size;
    if (!over) out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && !over; at += piece) {
      stream.push(packed.subarray(at, at + piece), at + piece >= packed.length);
      yield;
    }
  } catch {
    fail("broken");
  }
  if (over) fail("tooLarge");
  return out.subarray(0, filled);
}
