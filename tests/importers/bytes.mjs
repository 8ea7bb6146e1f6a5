// Damage to a file as bytes, by chance: what disks, mail programs and bad luck do.

export const damages = {
  flipped(bytes, pick) {
    const out = Uint8Array.from(bytes);
    for (let n = 1 + pick(8); n > 0; n--) out[pick(out.length)] ^= 1 << pick(8);
    return out;
  },
  truncated: (bytes, pick) => bytes.slice(0, pick(bytes.length)),
  "cut out": (bytes, pick) => {
    const at = pick(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + pick(300)));
  },
  doubled: (bytes, pick) => {
    const at = pick(bytes.length);
    const end = Math.min(bytes.length, at + 1 + pick(3000));
    return joined(bytes.subarray(0, end), bytes.subarray(at));
  },
  zeroed: (bytes, pick) => {
    const at = pick(bytes.length);
    return Uint8Array.from(bytes).fill(pick.of([0, 0xff, 0x20]), at, at + 1 + pick(400));
  },
};

export function joined(...pieces) {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
