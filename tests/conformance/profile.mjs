// Which published cases apply to our profile of CEL: all of the language over null, bool, int, double, string, list and
// map. Each case that does not apply has exactly one reason, the first that fits.

// Files that exercise one extension or protobuf matter throughout.
const wholeFiles = {
  bindings_ext: "extension cel.bind",
  block_ext: "extension cel.block",
  encoders_ext: "extension base64",
  math_ext: "extension math",
  string_ext: "extension strings",
  optionals: "extension optionals",
  dynamic: "protobuf messages",
  enums: "protobuf messages",
  proto2: "protobuf messages",
  proto2_ext: "protobuf messages",
  proto3: "protobuf messages",
  wrappers: "protobuf messages",
  timestamps: "timestamps and durations",
  type_deductions: "static type of the result",
};

// Literals are blanked first, so that what a string says never decides.
const withoutStrings = (expr) =>
  expr.replace(
    /([bBrR]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)/g,
    (_, prefix) => (/b/i.test(prefix) ? " BYTES_LITERAL " : ' "" '),
  );

const inExpression = [
  ["bytes", /\bBYTES_LITERAL\b|\bbytes\b/],
  ["uint", /\b(?:0x[0-9a-fA-F]+|[0-9]+)[uU]\b|\buint\b/],
  ["timestamps and durations", /\b(?:timestamp|duration)\s*\(/],
  ["protobuf messages", /\b[A-Z]\w*\s*\{|\bgoogle\.protobuf\b|\bproto[23]\b/],
  ["types as values", /\btype\b(?!\s*:)|^(?:bool|int|double|string|list|map|null_type)$/],
  ["dyn()", /\bdyn\s*\(/],
];

const inValues = [
  ["bytes", /"bytesValue"|"BYTES"/],
  ["uint", /"uint64Value"|"UINT64"/],
  ["types as values", /"typeValue"/],
  ["protobuf messages", /"objectValue"|"messageType"|"enumValue"|"wrapper"|"wellKnown"/],
];

export function reasonAgainst(file, test) {
  if (wholeFiles[file]) return wholeFiles[file];
  const bare = withoutStrings(test.expr);
  for (const [reason, pattern] of inExpression) if (pattern.test(bare.trim())) return reason;
  const values = JSON.stringify([test.value ?? test.typedResult, test.bindings, test.typeEnv]);
  for (const [reason, pattern] of inValues) if (pattern.test(values)) return reason;
  if (test.container) return "containers";
  return null;
}
