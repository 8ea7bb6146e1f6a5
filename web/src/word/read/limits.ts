// How much of a file is looked at. Far above any application that was ever handed in; below what would stop a browser.

const mega = 1024 * 1024;

export const limits = {
  /** The file as it is. */
  file: 64 * mega,
  entries: 4000,
  /** One part of markup, unpacked: many times a usual application, and what a browser parses before anybody asks why. */
  part: 12 * mega,
  /** Tags of one part: a usual application has 20,000. */
  tags: 1_000_000,
  /** Attributes of one element; parsers compare each with each. */
  attributes: 1000,
  /** All that is unpacked, pictures too. */
  total: 192 * mega,
  picture: 48 * mega,
  pictures: 500,
  /** Of elements within elements as they are written; parsers have limits of their own. */
  elements: 2000,
  /** The same as they are read: a table in a table in a table needs 30. */
  depth: 240,
  paragraphs: 60_000,
  /** Columns of a table; a span beyond it is cut. */
  columns: 128,
  cells: 40_000,
  /** Rows of all tables, with cells or without. */
  rows: 20_000,
} as const;
