// What a draft puts on paper, worked out from the draft and the form alone, by none of the exporters' code: each string once for
// every place the form shows it.
const shapeless = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

// Compared are the characters that can be seen. White space is left out, since lines end where the page does; so are characters
// without a shape. Extractors give some characters in a composed form.
export const visible = (text) =>
  text
    .normalize("NFC")
    .replace(/[\t\n\r]/g, " ")
    .replace(shapeless, "")
    .replace(/\s/gu, "");

const figureLine = /^\s*【图([0-9]{1,6})】\s*$/;

const dateWords = (text) => {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : text;
};

function choiceWords(field, cell) {
  const chosen = [cell].flat();
  return chosen.map((value) => {
    const option = field.options.find((each) => each.value === value);
    return option ? (option.group ?? "") + option.label : value;
  });
}

const cellWords = (field, cell) =>
  field.options ? choiceWords(field, cell) : [field.type === "date" ? dateWords(cell) : cell];

const at = (values, id) => id.split(".").reduce((node, name) => node?.[name], values) ?? "";

// Strings of the application, in the form's order.
export function expectedTexts(form, draft) {
  const fields = new Map();
  const collect = (items) => {
    for (const item of items) {
      if (item.kind === "field") fields.set(item.id, item);
      if (item.kind === "group") collect(item.items);
    }
  };
  for (const { items } of form.sections) collect(items);

  const numbered = draft.figures ?? [];
  const found = [];
  const add = (field, cell) => {
    if (cell !== "" && cell !== undefined) found.push(...cellWords(field, cell));
  };
  const show = (id) => {
    const field = fields.get(id);
    const cell = at(draft.values, id);
    if (!field.figures) return add(field, cell);
    const own = new Set(numbered.flatMap((figure, n) => (figure.field === id ? [n + 1] : [])));
    for (const line of cell.split("\n")) {
      const number = Number(figureLine.exec(line)?.[1]);
      if (!own.delete(number)) found.push(line);
    }
  };
  const walk = (items) => {
    for (const item of items) {
      if (item.kind === "group") walk(item.items);
      if (item.kind === "field") show(item.id);
      if (item.kind === "mirror") show(item.of);
      if (item.kind !== "table") continue;
      for (const row of draft.values[item.id] ?? []) {
        for (const column of item.columns) add(column, row[column.id]);
      }
    }
  };
  for (const { items } of form.sections) walk(items);
  // What belongs to no narrative is kept, not printed.
  found.push(...numbered.flatMap(({ field, caption }) => (field === undefined ? [] : [caption])));
  return found.map(visible).filter((text) => text !== "");
}

export function countCharacters(texts) {
  const counts = new Map();
  for (const text of texts) for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

// How often a string stands in a text, without overlap.
function occurrences(text, wanted) {
  let count = 0;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) count++;
  return count;
}

// Whether `wanted` is a row of pieces that all stand in `text`: a cell that goes on on another page is read in parts.
function inPieces(text, wanted, most) {
  let rest = wanted;
  for (let n = 0; n < most && rest !== ""; n++) {
    let low = 0;
    let high = rest.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (text.includes(rest.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    if (low === 0) return false;
    rest = rest.slice(low);
  }
  return rest === "";
}

// Strings that do not stand in the text as often as they should, whole or, where a page ends within them, in pieces.
export function missingStrings(text, wanted, pages) {
  const times = new Map();
  for (const each of wanted) times.set(each, (times.get(each) ?? 0) + 1);
  return [...times]
    .filter(([each, count]) => occurrences(text, each) < count && !inPieces(text, each, pages + 1))
    .map(([each]) => each);
}
