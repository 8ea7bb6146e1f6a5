// ajv 8: structure, kinds, lengths and patterns of every field in JSON Schema; the cross-field rules in a keyword, as
// JavaScript, since JSON Schema cannot say them. ajv knows no partial check: every key costs the whole.
import Ajv from "ajv";
import { partsOf } from "../form.mjs";
import { rules } from "./rules.mjs";

const patterns = {
  uscc: "^[0-9A-HJ-NPQRTUWXY]{18}$",
  mobile: "^1[3-9][0-9]{9}$",
  email: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
  date: "^\\d{4}-\\d{2}-\\d{2}$",
};

function schemaOf(field) {
  const values = field.options?.map(({ value }) => value);
  switch (field.type) {
    case "integer":
      return { type: ["integer", "null"], minimum: 0 };
    case "decimal":
      return { type: ["number", "null"] };
    case "percent":
      return { type: ["number", "null"], minimum: 0, maximum: 100 };
    case "choice":
      return { enum: ["", ...values] };
    case "choices":
      return { type: "array", uniqueItems: true, items: { enum: values } };
    default: {
      const { max, low, high } = field.limit ?? {};
      const length = max ? { maxLength: max } : high ? { minLength: low, maxLength: high * 2 } : {};
      return { type: "string", ...length, ...(patterns[field.format] ? { pattern: patterns[field.format] } : {}) };
    }
  }
}

function nest(properties, id, schema) {
  const [first, ...rest] = id.split(".");
  if (rest.length === 0) properties[first] = schema;
  else {
    properties[first] ??= { type: "object", properties: {}, required: [] };
    properties[first].required.push(rest.join("."));
    nest(properties[first].properties, rest.join("."), schema);
  }
}

export function schema(form) {
  const { fields, tables } = partsOf(form);
  const properties = {};
  for (const field of fields) nest(properties, field.id, schemaOf(field));
  for (const table of tables) {
    const cells = Object.fromEntries(table.columns.filter((c) => !c.header).map((c) => [c.id, schemaOf(c)]));
    const row = { type: "object", properties: { key: { type: "string" }, better: { type: "string" }, ...cells } };
    properties[table.id] = {
      type: "array",
      maxItems: table.maxRows ?? 2000,
      items: { ...row, additionalProperties: false },
    };
  }
  const required = Object.keys(properties);
  return { type: "object", properties, required, additionalProperties: false, crossField: true };
}

export function ajv(form, data) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const holds = (rule) => (rule.each ? data[rule.each].every((row) => rule.js(row, data)) : rule.js(data));
  ajv.addKeyword({ keyword: "crossField", errors: false, validate: () => rules.every(holds) });
  const validate = ajv.compile(schema(form));
  const check = () => validate(data);
  return { name: "ajv 8", check, why: () => ajv.errorsText(validate.errors) };
}
