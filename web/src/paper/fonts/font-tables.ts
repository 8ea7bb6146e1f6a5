// What layout must know of a font: which characters it has and how wide they are. Read from the TrueType tables themselves
// (cmap format 4 or 12, hmtx), so that coverage never differs from what is embedded.

export interface FontTables {
  has(codePoint: number): boolean;
  /** In ems; of a character the font has not, that of its empty glyph. */
  advance(codePoint: number): number;
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Code point → glyph. */
type GlyphOf = (codePoint: number) => number;

function readSegments(view: DataView, at: number): GlyphOf {
  const double = view.getUint16(at + 6); // twice the number of segments
  const ends = at + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const ranges = deltas + double;
  return (code) => {
    if (code > 0xffff) return 0;
    for (let i = 0; i < double; i += 2) {
      if (view.getUint16(ends + i) < code) continue;
      const start = view.getUint16(starts + i);
      if (start > code) return 0;
      const delta = view.getUint16(deltas + i);
      const range = view.getUint16(ranges + i);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(ranges + i + range + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function readGroups(view: DataView, at: number): GlyphOf {
  const count = view.getUint32(at + 12);
  return (code) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + middle * 12;
      if (view.getUint32(group) > code) high = middle - 1;
      else if (view.getUint32(group + 4) < code) low = middle + 1;
      else return view.getUint32(group + 8) + code - view.getUint32(group);
    }
    return 0;
  };
}

/** The subtable with the most characters: format 12 where there is one. */
function readCharacters(view: DataView): GlyphOf {
  const cmap = tableOffset(view, "cmap");
  const count = view.getUint16(cmap + 2);
  let best: GlyphOf | undefined;
  for (let i = 0; i < count; i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) return readGroups(view, at);
    if (format === 4) best = readSegments(view, at);
  }
  if (!best) throw new Error("the font has no characters");
  return best;
}

export function readFontTables(font: Uint8Array): FontTables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const unitsPerEm = view.getUint16(tableOffset(view, "head") + 18);
  const metrics = view.getUint16(tableOffset(view, "hhea") + 34);
  const hmtx = tableOffset(view, "hmtx");
  const read = readCharacters(view);
  const glyphs = new Map<number, number>();
  const glyphOf = (code: number): number => {
    let glyph = glyphs.get(code);
    if (glyph === undefined) {
      glyph = read(code);
      glyphs.set(code, glyph);
    }
    return glyph;
  };
  return {
    has: (code) => glyphOf(code) !== 0,
    advance: (code) => view.getUint16(hmtx + Math.min(glyphOf(code), metrics - 1) * 4) / unitsPerEm,
  };
}
