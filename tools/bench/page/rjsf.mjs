// react-jsonschema-form 6 with its ajv validator: structure by schema, rules across fields in its own validation hook.
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { rules } from "../peers/rules.mjs";

const longTexts = (properties) =>
  Object.fromEntries(
    Object.entries(properties).map(([id, { maxLength, type }]) => [
      id,
      type === "string" && (maxLength ?? 0) > 100 ? { "ui:widget": "textarea" } : {},
    ]),
  );

function crossField(data, errors) {
  for (const rule of rules) {
    const holds = rule.each ? (data[rule.each] ?? []).every((row) => rule.js(row, data)) : rule.js(data);
    if (!holds) errors.addError(rule.id ?? "rule");
  }
  return errors;
}

export function start(host, { schema, data }) {
  const form = createElement(Form, {
    schema,
    validator,
    formData: data,
    liveValidate: true,
    showErrorList: false,
    uiSchema: longTexts(schema.properties),
    customValidate: crossField,
    tagName: "div",
  });
  createRoot(host).render(form);
  return ({ field, table, row, column }) =>
    document.getElementById(field ? `root_${field.replaceAll(".", "_")}` : `root_${table}_${row}_${column}`);
}
