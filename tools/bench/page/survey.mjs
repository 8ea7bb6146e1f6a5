// SurveyJS 3 in React: the same fields and tables, the same rules as expressions, checked when a value changes.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import { registerFunctions } from "../peers/survey-functions.mjs";

export function start(host, { model, flat }) {
  registerFunctions();
  const survey = new Model({ ...model, textUpdateMode: "onTyping" });
  survey.data = flat;
  createRoot(host).render(createElement(Survey, { model: survey }));
  return ({ field, table, row, column }) => {
    const question = field
      ? survey.getQuestionByName(field.replaceAll(".", "_"))
      : survey.getQuestionByName(table).visibleRows[row].getQuestionByColumnName(column);
    return document.getElementById(question.inputId);
  };
}
