// SHA-256 of a picture. The browser's own where there is one; pages on plain http have none.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

export async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const own = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  return bytesToHex(own ? new Uint8Array(await own.digest("SHA-256", bytes)) : sha256(new Uint8Array(bytes)));
}
