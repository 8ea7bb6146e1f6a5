// What a file is by its first bytes: people give any file the ending .docx, and any program its own.
import type { FailureCode } from "./failure";

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

/** Whether it is worth looking inside: a ZIP file. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
}

/** .doc, .xls, .wps, and every Office file locked by a password. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** Office puts what a password locks into a compound file with a stream of this name, written in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0] ?? 0); at >= 0; at = bytes.indexOf(name[0] ?? 0, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Why a file that is no ZIP cannot be read; undefined for a ZIP. */
export function refusalOf(bytes: Uint8Array): FailureCode | undefined {
  if (bytes.length === 0) return "empty";
  if (isZip(bytes)) return undefined;
  if (isOldOffice(bytes)) return isLocked(bytes) ? "locked" : "oldOffice";
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 512)).replace(/^[\ufeff\s]+/, "");
  if (start.startsWith("{\\rtf")) return "richText";
  if (/^(<!doctype html|<html|mime-version:)/i.test(start)) return "webPage";
  return "notWord";
}
