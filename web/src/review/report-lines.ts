// The review as lines of the report for internal use: what is open first. Numbers of persons are not repeated in full.
import type { ReviewLine } from "../paper/pack/findings-report";
import { maskPersonal } from "./mask";
import type { ReviewFinding } from "./reader";

export function linesOf(findings: readonly ReviewFinding[]): ReviewLine[] {
  const lines = findings.map(({ at, message, acknowledged }) => ({
    at: [...new Set(at.map((place) => place.at))],
    message: maskPersonal(message),
    ...(acknowledged === undefined ? {} : { kept: maskPersonal(acknowledged) }),
  }));
  return [...lines.filter(({ kept }) => kept === undefined), ...lines.filter(({ kept }) => kept !== undefined)];
}
