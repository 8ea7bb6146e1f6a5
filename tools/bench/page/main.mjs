// A peer's page: the equivalent form, filled, with live checks. ?peer=rjsf or ?peer=survey
const peer = new URLSearchParams(location.search).get("peer");
const { start } = await (peer === "rjsf" ? import("./rjsf.mjs") : import("./survey.mjs"));
const response = await fetch("./input.json");
// → where a place's box is: { field } or { table, row, column }
globalThis.boxOf = start(document.getElementById("app"), await response.json());
