// 29 cross-field rules of the form, 65 instances on the sample, each in the language of every peer. `js` is what ajv calls
// from a keyword; `row` rules hold for every row of the table `each`. In `survey`, {a_b} is the question a.b.

const v = (name) => ({ var: name });
const given = (name) => ({ "!": [{ in: [v(name), ["", "/", "无"]] }] });
const isGiven = (text) => !["", "/", "无"].includes(text);
const parts = ["international", "national", "industry", "local", "group"].map((name) => `standards.${name}`);
const survey = (name) => `{${name.replaceAll(".", "_")}}`;
const celNames = "['', '/', '无']";

// indicators by their keys: profit within revenue, and so on, for both years.
const within = (id, key, year, factor = 1) => ({
  id,
  js: (d) => {
    const of = (wanted) => d.indicators.find((row) => row.key === wanted)[year];
    return of(key) * factor <= of("revenue");
  },
  cel: `indicators.filter(r, r.key == '${key}')[0].${year} * ${factor}.0 <= indicators.filter(r, r.key == 'revenue')[0].${year}`,
  logic: {
    "<=": [{ "*": [{ find: ["indicators", key, year] }, factor] }, { find: ["indicators", "revenue", year] }],
  },
  survey: `cellOf({indicators}, '${key}', '${year}') * ${factor} <= cellOf({indicators}, 'revenue', '${year}')`,
});

const shareTotal = (product, column) => ({
  id: `competitors.shareTotal.${product}`,
  js: (d) =>
    d.management[1][column] +
      d.competitors.reduce((sum, c) => sum + (c.product === d.products[product] ? c.share : 0), 0) <=
    100,
  cel: `management[1].${column} + total(competitors.filter(c, c.product == products.${product}).map(c, c.share)) <= 100.0`,
  logic: {
    "<=": [{ "+": [v(`management.1.${column}`), { shares: [v("competitors"), v(`products.${product}`)] }] }, 100],
  },
  survey: `cellAt({management}, 1, '${column}') + shares({competitors}, {products_${product}}) <= 100`,
});

export const rules = [
  {
    id: "patents.inventionWithinTotal",
    js: (d) => d.patents.invention <= d.patents.total,
    cel: "patents.invention <= patents.total",
    logic: { "<=": [v("patents.invention"), v("patents.total")] },
    survey: "{patents_invention} <= {patents_total}",
  },
  ...["<=", ">="].map((op) => ({
    id: `standards.parts ${op} total`,
    js: ({ standards: s }) => {
      const sum = s.international + s.national + s.industry + s.local + s.group;
      return op === "<=" ? sum <= s.total : sum >= s.total;
    },
    cel: `${parts.join(" + ")} ${op} standards.total`,
    logic: { [op]: [{ "+": parts.map(v) }, v("standards.total")] },
    survey: `${parts.map(survey).join(" + ")} ${op} {standards_total}`,
  })),
  {
    id: "title.characters",
    js: (d) => [...d.title].length <= 30,
    cel: "size(title) <= 30",
    logic: { "<=": [{ characters: v("title") }, 30] },
    survey: "characters({title}) <= 30",
  },
  {
    id: "title.experience",
    js: (d) => d.title.includes("经验"),
    cel: "title.contains('经验')",
    logic: { in: ["经验", v("title")] },
    survey: "{title} contains '经验'",
  },
  {
    id: "landEfficiency.eligible",
    js: (d) => d.landEfficiency !== "D",
    cel: "landEfficiency != 'D'",
    logic: { "!=": [v("landEfficiency"), "D"] },
    survey: "{landEfficiency} <> 'D'",
  },
  ...["brand", "platform"].map((name) => ({
    id: `${name}.names`,
    js: (d) => d[name].owned !== "yes" || isGiven(d[name].names),
    cel: `${name}.owned != 'yes' || !(${name}.names in ${celNames})`,
    logic: { or: [{ "!=": [v(`${name}.owned`), "yes"] }, given(`${name}.names`)] },
    survey: `{${name}_owned} <> 'yes' or {${name}_names} notempty`,
  })),
  {
    id: "date.inEdition",
    js: (d) => d.date.startsWith("2025"),
    cel: "date.startsWith('2025')",
    logic: { matches: [v("date"), "^2025"] },
    survey: "matches({date}, '^2025')",
  },
  {
    id: "creditCode.province",
    js: (d) => /^..33/.test(d.creditCode),
    cel: "creditCode.matches('^..33')",
    logic: { matches: [v("creditCode"), "^..33"] },
    survey: "matches({creditCode}, '^..33')",
  },
  {
    id: "mainProduct.shareAgrees",
    js: (d) => d.mainProduct.share === d.management[1].aDomestic,
    cel: "mainProduct.share == management[1].aDomestic",
    logic: { "==": [v("mainProduct.share"), v("management.1.aDomestic")] },
    survey: "{mainProduct_share} = cellAt({management}, 1, 'aDomestic')",
  },
  {
    id: "standards.contentGiven",
    js: (d) => d.standards.total <= 0 || isGiven(d.standards.content),
    cel: `standards.total <= 0.0 || !(standards.content in ${celNames})`,
    logic: { or: [{ "<=": [v("standards.total"), 0] }, given("standards.content")] },
    survey: "{standards_total} <= 0 or {standards_content} notempty",
  },
  {
    id: "honours.listAward",
    js: (d) => d.governmentAward.includes("none") || isGiven(d.honours),
    cel: `'none' in governmentAward || !(honours in ${celNames})`,
    logic: { or: [{ in: ["none", v("governmentAward")] }, given("honours")] },
    survey: "{governmentAward} contains 'none' or {honours} notempty",
  },
  {
    id: "products.distinct",
    js: (d) => d.products.a !== d.products.b,
    cel: "products.a != products.b",
    logic: { "!=": [v("products.a"), v("products.b")] },
    survey: "{products_a} <> {products_b}",
  },
  ...["current", "previous"].flatMap((year) =>
    ["profit", "newProductRevenue", "rd"].map((key) => within(`${key}.${year}`, key, year)),
  ),
  within("rd.intensity", "rd", "current", 2),
  shareTotal("a", "aDomestic"),
  shareTotal("b", "bDomestic"),
  {
    id: "results.figures",
    js: (d) => /[0-9]/.test(d.results),
    cel: "results.matches('[0-9]')",
    logic: { matches: [v("results"), "[0-9]"] },
    survey: "matches({results}, '[0-9]')",
  },
  {
    id: "management.agencyNamed",
    each: "management",
    js: (row) => row.method !== "thirdParty" || isGiven(row.agency),
    cel: `row.method != 'thirdParty' || !(row.agency in ${celNames})`,
    logic: { or: [{ "!=": [v("method"), "thirdParty"] }, given("agency")] },
    survey: "{row.method} <> 'thirdParty' or {row.agency} notempty",
  },
  {
    id: "management.fraction",
    each: "management",
    js: (row) =>
      row.key.startsWith("share") ||
      [row.aDomestic, row.aInternational, row.bDomestic, row.bInternational].every(
        (n) => n === null || n === 0 || n > 1,
      ),
    cel: "row.key.startsWith('share') || [row.aDomestic, row.aInternational, row.bDomestic, row.bInternational].all(n, n == null || n == 0.0 || n > 1.0)",
    logic: {
      or: [
        { matches: [v("key"), "^share"] },
        {
          and: ["aDomestic", "aInternational", "bDomestic", "bInternational"].map((n) => ({
            or: [{ "!": v(n) }, { ">": [v(n), 1] }],
          })),
        },
      ],
    },
    survey:
      "matches({row.key}, '^share') or ({row.aDomestic} > 1 or {row.aDomestic} empty) and ({row.aInternational} > 1 or {row.aInternational} empty) and ({row.bDomestic} > 1 or {row.bDomestic} empty) and ({row.bInternational} > 1 or {row.bInternational} empty)",
  },
  {
    id: "indicators.oneYear",
    each: "indicators",
    js: (row) => (row.previous === null) === (row.current === null),
    cel: "(row.previous == null) == (row.current == null)",
    logic: { "==": [{ "==": [v("previous"), null] }, { "==": [v("current"), null] }] },
    survey: "({row.previous} empty and {row.current} empty) or ({row.previous} notempty and {row.current} notempty)",
  },
  {
    id: "indicators.bestBeyondAverage",
    each: "indicators",
    js: (row) => row.better === "" || (row.better === "up" ? row.best >= row.average : row.best <= row.average),
    cel: "row.better == '' || (row.better == 'up' ? row.best >= row.average : row.best <= row.average)",
    logic: {
      or: [
        { "==": [v("better"), ""] },
        {
          if: [{ "==": [v("better"), "up"] }, { ">=": [v("best"), v("average")] }, { "<=": [v("best"), v("average")] }],
        },
      ],
    },
    survey:
      "{row.better} empty or ({row.better} = 'up' and {row.best} >= {row.average}) or ({row.better} <> 'up' and {row.best} <= {row.average})",
  },
  {
    id: "competitors.notSelf",
    each: "competitors",
    js: (row, d) => row.rival !== d.company,
    cel: "row.rival != company",
    logic: { "!=": [v("rival"), v("../../company")] },
    survey: "{row.rival} <> {company}",
  },
];
