// survey-core 3: the same fields and tables as questions, the same rules as expression validators, checked when a value
// changes. It checks incrementally, so a key is what setting one value costs.
import { Model } from "survey-core";
import { partsOf } from "../form.mjs";
import { rules } from "./rules.mjs";
import { registerFunctions } from "./survey-functions.mjs";

const name = (id) => id.replaceAll(".", "_");

function questionOf(field) {
  const choices = field.options?.map(({ value, label }) => ({ value, text: label }));
  const base = { name: name(field.id), title: field.label, isRequired: field.required === true };
  if (field.type === "choice") return { ...base, type: "dropdown", choices };
  if (field.type === "choices") return { ...base, type: "checkbox", choices };
  if (field.type === "longText") return { ...base, type: "comment" };
  const validators = field.type === "percent" ? [{ type: "numeric", minValue: 0, maxValue: 100 }] : [];
  return {
    ...base,
    type: "text",
    inputType: field.type === "text" || field.type === "date" ? "text" : "number",
    validators,
  };
}

const columnOf = (field, validators) => {
  const { type, inputType, choices } = questionOf(field);
  return {
    name: field.id,
    cellType: type,
    ...(inputType ? { inputType } : {}),
    ...(choices ? { choices } : {}),
    validators,
  };
};

const expression = (text) => ({ type: "expression", expression: text, text: "x" });

// A rule is watched over by the first of its fields, as the form's own rules are.
function watcher(rule, names) {
  const first = rule.survey.match(/\{([\w]+)\}/)?.[1];
  return names.includes(first) ? first : names[0];
}

export function model(form) {
  const { fields, tables } = partsOf(form);
  const questions = fields.map(questionOf);
  const matrices = tables.map((table) => {
    const own = rules.filter((rule) => rule.each === table.id).map((rule) => expression(rule.survey));
    const cells = table.columns.filter((column) => !column.header);
    const hidden = ["key", "better"].map((id) => ({ name: id, cellType: "text" }));
    const columns = cells.map((column, i) => columnOf(column, i === 0 ? own : []));
    return { type: "matrixdynamic", name: table.id, rowCount: 0, columns: [...hidden, ...columns] };
  });
  const all = [...questions, ...matrices];
  for (const rule of rules.filter(({ each }) => !each)) {
    const question = all.find(
      ({ name: n }) =>
        n ===
        watcher(
          rule,
          all.map((q) => q.name),
        ),
    );
    question.validators = [...(question.validators ?? []), expression(rule.survey)];
  }
  return { checkErrorsMode: "onValueChanged", pages: [{ name: "form", elements: all }] };
}

export const flat = (data) => {
  const values = {};
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value) || typeof value !== "object" || value === null) values[key] = value;
    else for (const [inner, part] of Object.entries(value)) values[`${key}_${inner}`] = part;
  }
  return values;
};

export function survey(form, data) {
  registerFunctions();
  const survey = new Model(model(form));
  survey.data = JSON.parse(JSON.stringify(flat(data)));
  const revenue = data.indicators.findIndex((row) => row.key === "revenue");
  const cell = survey.getQuestionByName("indicators").visibleRows[revenue].getQuestionByColumnName("current");
  const failing = () =>
    survey
      .getAllQuestions()
      .filter((q) => q.hasErrors())
      .map((q) => `${q.name}: ${q.getAllErrors().map((e) => e.text)}`);
  return {
    name: "survey-core 3",
    check: () => survey.validate(false),
    why: () => failing().join("; "),
    setInvention: (value) => survey.setValue("patents_invention", value),
    setNumber: (value) => {
      cell.value = value;
    },
    setScalar: (text) => survey.setValue("address", text),
    setNarrative: (text) => survey.setValue("implementation", text),
  };
}
