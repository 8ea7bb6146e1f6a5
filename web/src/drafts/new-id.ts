// Names for drafts and pages that no other machine has given. Lower-case letters and digits.

export function newId(): string {
  const bytes = new Uint8Array(12);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("") + (Date.now() % 36 ** 4).toString(36);
}
