// What `hands` loads.
export { GridKeys } from "./grid-keys";
export { onTablePaste } from "./on-paste";
export { editRow } from "./row-edits";
