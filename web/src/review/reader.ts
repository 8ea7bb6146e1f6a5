// The narrative reader, a WebAssembly module of its own, and the one file that knows its door (wasm/bindings/narrative). Loaded after
// the form can be used. Texts go in through the module's buffer, answers come back as JSON text.

export interface Place {
  at: string; // JSON Pointer into the draft
  from?: number; // UTF-16 code units; left out: all of the value
  to?: number;
}

export interface ReviewFinding {
  rule: string;
  key: string; // stays as long as the values it rests on
  severity: "warning" | "advice";
  basis: "practice";
  message: string;
  at: Place[]; // the first gets the focus
  actual?: string;
  expected?: string;
  mends?: { at: string; from: number; to: number; text: string }[]; // from the last to the first
  acknowledged?: string;
}

export interface ReadFigure extends Place {
  indicator?: string;
  role?: string;
  of?: string;
  product?: string;
  rival?: string;
  year?: number | null;
  value: string;
  unit: string;
  bound?: string;
}

export interface TopicsFound {
  at: string;
  label: string;
  topics: { id: string; label: string; quantity: boolean; found: [number, number][]; figures: boolean }[];
}

export interface Claim extends Place {
  proof: string; // what should be attached
}

export interface Reader {
  open(draft: string): boolean; // a draft as the session writes it
  set(pointer: string, text: string): boolean; // false: rows came or went, open the draft again
  edit(pointer: string, from: number, removed: number, inserted: string): boolean;
  switchOff(rules: string[]): void;
  acknowledge(key: string, reason: string): void;
  reopen(key: string): void;
  findings(): ReviewFinding[];
  figures(): ReadFigure[];
  coverage(): TopicsFound[];
  claims(): Claim[];
  report(): string; // all of it, as the command line prints it
}

type Call = (...lengths: number[]) => number;

// Throws what is wrong with the knowledge file: a fault of ours, not of the applicant.
export async function createReader(wasm: BufferSource, knowledge: string, wording: string): Promise<Reader> {
  const nothing = () => 0;
  const module = await WebAssembly.compile(wasm);
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] = Object.assign(imports[from] ?? {}, { [name]: nothing });
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const call = (name: string) => exports[name] as unknown as Call;
  const memory = exports.memory as WebAssembly.Memory;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  call("_initialize")();

  // Puts the texts one behind the other into the module and gives their lengths in bytes.
  function put(...texts: string[]): number[] {
    const parts = texts.map((text) => encoder.encode(text));
    const at = call("reviewInput")(parts.reduce((sum, part) => sum + part.length, 0));
    const bytes = new Uint8Array(memory.buffer);
    let end = at;
    for (const part of parts) {
      bytes.set(part, end);
      end += part.length;
    }
    return parts.map((part) => part.length);
  }
  function take(length: number): string {
    return decoder.decode(new Uint8Array(memory.buffer, call("reviewOutput")(), length));
  }
  const answer = (name: string) => JSON.parse(take(call(name)()));

  const fault = call("reviewLoad")(...put(knowledge, wording));
  if (fault > 0) throw new Error(take(fault).split("\n").join(" "));
  return {
    open: (draft) => call("reviewOpen")(...put(draft)) === 1,
    set: (pointer, text) => call("reviewSet")(...put(pointer, text)) === 1,
    edit(pointer, from, removed, inserted) {
      const [first = 0, second = 0] = put(pointer, inserted);
      return call("reviewEdit")(first, from, removed, second) === 1;
    },
    switchOff: (rules) => void call("reviewSwitchOff")(...put(rules.join(" "))),
    acknowledge: (key, reason) => void call("reviewAcknowledge")(...put(key, reason)),
    reopen: (key) => void call("reviewReopen")(...put(key)),
    findings: () => answer("reviewFindings"),
    figures: () => answer("reviewFigures"),
    coverage: () => answer("reviewCoverage"),
    claims: () => answer("reviewClaims"),
    report: () => take(call("reviewReport")()),
  };
}
