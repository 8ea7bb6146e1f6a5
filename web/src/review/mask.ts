// Numbers of identity cards and telephones as they may stand in what is handed on: the beginning and the end, no more.

/** Eleven digits or more, in either width, with blanks or hyphens between them. */
const long = /[0-9０-９](?:[ \u3000-]?[0-9０-９]){9,}[ \u3000-]?[0-9０-９XxＸｘ]/g;

export const maskPersonal = (text: string): string =>
  text.replace(long, (number) => {
    const marks = number.replace(/[ \u3000-]/g, "");
    return `${marks.slice(0, 3)}${"*".repeat(marks.length - 5)}${marks.slice(-2)}`;
  });
