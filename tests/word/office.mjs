// LibreOffice as a second program that reads and writes Word files. It starts slowly: many files go through one call.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// LibreOffice leaves out what a call names beyond some 250 files.
const filesACall = 100;

const endings = { docx: "docx", odt: "odt", txt: "txt:Text (encoded):UTF8", pdf: "pdf" };

export class Office {
  #folder = mkdtempSync(join(tmpdir(), "formcheck-word-"));
  #runs = 0;

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  // { name: bytes } of one kind → the same names with the bytes of another.
  convert(files, from, to) {
    const names = Object.keys(files);
    const [source, target] = ["in", "out"].map((side) => join(this.#folder, `${this.#runs}-${side}`));
    this.#runs++;
    mkdirSync(source);
    for (const name of names) writeFileSync(join(source, `${name}.${from}`), files[name]);
    const profile = pathToFileURL(join(this.#folder, "profile"));
    const paths = names.map((name) => join(source, `${name}.${from}`));
    const call = ["--headless", "--norestore", `-env:UserInstallation=${profile}`, "--convert-to", endings[to]];
    for (let first = 0; first < paths.length; first += filesACall) {
      const some = paths.slice(first, first + filesACall);
      execFileSync(process.env.SOFFICE ?? "soffice", [...call, "--outdir", target, ...some], {
        stdio: "ignore",
        timeout: 600_000,
      });
    }
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(target, `${name}.${to}`))]));
  }
}
