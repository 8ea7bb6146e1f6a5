// Drafts by chance, seeded: whatever the form allows, and what people do to it. Long cells, long words, rare characters, closing
// marks in a row, many rows, none.
const hanzi =
  "质量标杆企业管理过程控制实施经验的一是了在和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年阶义发成部民可出能方进同行面说种";
const rare = "𠮷𬭎䶮镕喆堃祎彧旻昉㙟㛃犇鑫〇";
const marks = "，。、；：？！）】》」』”’…";
const openers = "（【《「『“‘";
const latin = "ABCDEFGHabcdefgh0123456789.-_/@";
const signs = "①②Ⅲ℃±≤≥×÷‰㎡αβμΩ→☑□√■";

// A small generator with a good enough spread (mulberry32).
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  return { next, below, pick, chance: (p) => next() < p };
}

function word(random) {
  const from = (text, length) => Array.from({ length }, () => random.pick([...text])).join("");
  const kind = random.below(20);
  if (kind < 9) return from(hanzi, 1 + random.below(12));
  if (kind < 12) return random.pick([...marks]);
  if (kind < 13) return from(marks, 1 + random.below(4));
  if (kind < 14) return random.pick([...openers]) + from(hanzi, 3) + random.pick([...marks]);
  if (kind < 16) return from(latin, 1 + random.below(12));
  if (kind < 17) return random.chance(0.2) ? from(latin, 60) : `${random.below(100000)}.${random.below(100)}%`;
  if (kind < 18) return from(rare, 1 + random.below(3));
  if (kind < 19) return from(signs, 1);
  return random.pick([" ", "  ", "\n", "\t", "　"]);
}

function text(random, most) {
  let out = "";
  const length = Math.floor(random.next() ** 3 * most);
  while (out.length < length) out += word(random);
  return out;
}

function value(random, field, long) {
  if (random.chance(0.15)) return "";
  if (field.options) {
    const chosen = random.pick(field.options).value;
    if (field.type !== "choices") return random.chance(0.02) ? "未知选项" : chosen;
    return [...new Set([chosen, random.pick(field.options).value])];
  }
  if (["integer", "decimal", "percent"].includes(field.type) && random.chance(0.9))
    return String(random.below(100000) / 100);
  return text(random, field.type === "longText" ? long : random.chance(0.03) ? 1500 : 60);
}

function rows(random, table, long) {
  const most = Math.min(table.maxRows ?? 200, 40);
  const seeds = (table.seed ?? []).filter(() => table.rows === "fixed" || random.chance(0.9));
  const added = table.rows === "fixed" ? 0 : random.chance(0.1) ? most - seeds.length : random.below(8);
  const cells = (seed) =>
    Object.fromEntries(
      table.columns
        .filter((column) => !(seed && (column.header || seed.blocked?.includes(column.id))))
        .map((column) => [column.id, value(random, column, long / 4)])
        .filter(([, cell]) => cell !== ""),
    );
  return [
    ...seeds.map((seed) => ({ id: seed.key, key: seed.key, ...cells(seed) })),
    ...Array.from({ length: Math.max(0, added) }, (_, n) => ({ id: `x${n}`, ...cells(undefined) })),
  ];
}

const put = (values, id, cell) => {
  const names = id.split(".");
  const last = names.pop();
  let node = values;
  for (const name of names) node = node[name] ??= {};
  node[last] = cell;
};

// A picture of one grey pixel.
export const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

export function randomDraft(form, seed) {
  const random = randomFrom(seed);
  const long = random.pick([80, 600, 4000]);
  const values = {};
  const figures = [];
  const walk = (items) => {
    for (const item of items) {
      if (item.kind === "group") walk(item.items);
      else if (item.kind === "table") values[item.id] = rows(random, item, long);
      else if (item.kind === "field") {
        let cell = value(random, item, long);
        if (item.figures) {
          for (let n = random.below(3); n > 0; n--) {
            const size = { width: 40 + random.below(1600), height: 40 + random.below(1600) };
            figures.push({
              id: `f${figures.length}`,
              field: item.id,
              caption: text(random, 40).replace(/\s/g, ""),
              type: "image/png",
              ...size,
              data: pixel,
            });
            if (random.chance(0.7)) cell += `\n【图${figures.length}】\n${text(random, 60)}`;
          }
        }
        if (cell !== "") put(values, item.id, cell);
      }
    }
  };
  for (const section of form.sections) walk(section.items);
  // What is only kept is not printed, and shifts no number.
  if (random.chance(0.2)) {
    const size = { width: 40, height: 40 };
    figures.push({ id: "kept", caption: text(random, 40), type: "image/png", ...size, data: pixel });
  }
  return {
    format: "formcheck-draft/1",
    form: { id: form.id, edition: form.edition, version: form.version },
    saved: "2025-10-09T16:20:00+08:00",
    values,
    figures,
  };
}
