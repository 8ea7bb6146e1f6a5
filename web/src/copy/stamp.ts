// A short sign of a text, to tell whether it is still what was copied. Not for secrets.

/** Two runs of FNV-1a over UTF-16 units, from different starts, and the length. */
export function stamp(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [a, b, text.length].map((n) => (n >>> 0).toString(36)).join(".");
}
