// Why a file cannot be read as a Word document. Thrown inside this folder, given back as a value by readWord; the wording
// stands in word/text.ts.

export type FailureCode =
  | "empty"
  | "oldOffice" // D0CF11E0: .doc, .xls, .wps, and .docx locked by a password
  | "locked"
  | "macro"
  | "openDocument"
  | "richText"
  | "webPage"
  | "otherOffice" // .xlsx, .pptx
  | "notWord"
  | "broken"
  | "tooLarge"
  | "tooMany"
  | "doctype"
  | "tooDeep"
  | "noText";

export class ReadFailure extends Error {
  constructor(readonly code: FailureCode) {
    super(code);
  }
}

export function fail(code: FailureCode): never {
  throw new ReadFailure(code);
}
