// The filled files that the cases of tests/cases/word speak of. Each is made here, part by part, as people and their programs
// make them; what is expected of it stands in the case.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { exported, form } from "./kit.mjs";
import { noticeBody, noticeParts } from "./notice-form.mjs";
import { boxes, deleted, docx, inserted, p, pack, parts, picture, row, run, table, textBox } from "./ooxml.mjs";
import { emf, png, redPng } from "./pixels.mjs";

export const sample = JSON.parse(readFileSync(new URL("../cases/sample/draft.json", import.meta.url), "utf8"));

const optionsOf = (id) => {
  const walk = (items) => items.flatMap((item) => (item.items ? walk(item.items) : [item]));
  const field = form.sections.flatMap(({ items }) => walk(items)).find((item) => item.id === id);
  return Object.fromEntries(field.options.map(({ value, label, group }) => [value, (group ?? "") + label]));
};
const names = { industries: optionsOf("industry"), regions: optionsOf("region") };
const notice = (options = {}, draft = sample) => noticeBody(draft, { ...names, ...options });
const ordered = (pieces, order) => order.map((name) => pieces[name]).join("");
const figures = ["previous", "current", "average", "best", "rank"];
const seeds = Object.fromEntries(sample.values.indicators.map((one) => [one.key, figures.map((id) => one[id])]));

// Every character a run of its own, as Word leaves them after years of editing.
const split = (text) =>
  [...text]
    .map(
      (char, n) =>
        (n % 3 === 0 ? '<w:proofErr w:type="spellStart"/>' : "") + run(char, n % 2 ? "<w:b/>" : '<w:sz w:val="24"/>'),
    )
    .join("") || run("");

function tracked() {
  const changed = JSON.parse(JSON.stringify(sample));
  changed.values.address = "";
  const pieces = noticeParts(changed, {
    ...names,
    indicators: [
      ["资产总额", "万元", ...seeds.totalAssets],
      row(["营业收入", "万元", { of: deleted("99999") + inserted(run("112,684.57")) }, ...seeds.revenue.slice(1)]),
      row(
        ["被删的指标", "个", "1", "2", "3", "4", "5"].map((one) => ({ of: deleted(one) })),
        '<w:del w:id="7" w:author="审阅" w:date="2025-10-01T00:00:00Z"/>',
      ),
      row(
        ["利润总额", "万元", ...seeds.profit].map((one) => ({ of: inserted(run(one)) })),
        '<w:ins w:id="8" w:author="审阅" w:date="2025-10-01T00:00:00Z"/>',
      ),
      ...[
        "newProductRevenue",
        "rd",
        "currentAssetTurnover",
        "labourProductivity",
        "oee",
        "qualityLoss",
        "passRate",
        "reworkRate",
        "energy",
      ].map((key) =>
        [
          form.sections
            .flatMap(({ items }) => items)
            .find(({ id }) => id === "indicators")
            .seed.find((one) => one.key === key).values,
        ].flatMap(({ name, unit }) => [name, unit, ...seeds[key]]),
      ),
    ],
    narratives: {
      overview:
        p(run("第一段") + deleted("旧的文字") + inserted(run("新的文字")) + run("。"), "") +
        p(run("前半句，"), '<w:rPr><w:del w:id="9" w:author="审阅" w:date="2025-10-01T00:00:00Z"/></w:rPr>') +
        p("后半句。") +
        `<w:p><w:moveFrom w:id="10" w:author="审阅" w:date="2025-10-01T00:00:00Z">${run("移走的句子。")}</w:moveFrom></w:p>` +
        `<w:p><w:moveTo w:id="11" w:author="审阅" w:date="2025-10-01T00:00:00Z">${run("移来的句子。")}</w:moveTo></w:p>`,
    },
  });
  pieces.main = pieces.main.replace(
    /(通讯地址<\/w:t><\/w:r><\/w:p><\/w:tc><w:tc>.*?)<w:p>.*?<\/w:p>/,
    (_, before) => before + p(deleted("旧地址") + inserted(run(sample.values.address))),
  );
  return docx({ body: Object.values(pieces).join("") });
}

function inBoxes() {
  const pieces = noticeParts(sample, names);
  const inner = pieces.cover.match(/<w:p>.*?<\/w:p>/g);
  pieces.cover = p(textBox(inner.slice(0, 4).join(""))) + inner.slice(4).join("");
  const overview = sample.values.overview.split("\n");
  const withBox = noticeParts(sample, {
    ...names,
    narratives: {
      overview:
        p(run(overview[0]) + textBox(p(overview[1]))) +
        overview
          .slice(2)
          .map((line) => p(line))
          .join(""),
    },
  });
  pieces.experience = withBox.experience;
  return docx({ body: Object.values(pieces).join("") });
}

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0d8"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>';
const listed = (list, depth = 0) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
const field = (code, shown) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

function richNarratives() {
  const pieces = noticeParts(sample, {
    ...names,
    narratives: {
      overview:
        p("基本情况", `<w:pStyle w:val="h2"/>${listed(1)}`) +
        p("公司成立于2004年。") +
        p("人员", listed(1, 1)) +
        p("设备", listed(1, 1)) +
        p("生产经营", listed(1)) +
        p("收入增长", listed(2)) +
        p("利润增长\n两年连增", listed(2)),
      method:
        p(
          run("见") +
            field("REF _Ref1 \\h", "表6") +
            run("，方法有注", "") +
            '<w:r><w:footnoteReference w:id="2"/></w:r>' +
            run("。"),
        ) +
        table(3, [
          [
            { of: "指标", down: "restart" },
            { of: "年度", span: 2 },
          ],
          [{ down: "continue" }, "2023年", "2024年"],
          [
            "合格率",
            "99.1%",
            {
              of:
                p("99.7%") +
                table(2, [
                  ["甲", "乙"],
                  ["丙", "丁"],
                ]) +
                p(),
            },
          ],
        ]) +
        p("项目\t数值\t备注"),
      results:
        p("（四）实施情况的延续：本段以另一栏的标题开头，但后面有话。") +
        p("实施成效") +
        p("一、质量") +
        p("合格率提高。"),
    },
  });
  // The heading's number comes from a list, its text is styled.
  pieces.experience = pieces.experience.replace("（二）企业概况（600字左右）。", "企业概况（600字左右）。");
  const heading = /<w:p>(?=<w:r><w:t xml:space="preserve">企业概况（600字左右）。)/;
  pieces.experience = pieces.experience.replace(heading, `<w:p><w:pPr>${listed(3)}</w:pPr>`);
  return docx({
    body: Object.values(pieces).join(""),
    numbering,
    styles:
      '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    footnotes: `<w:footnote w:type="separator" w:id="0">${p()}</w:footnote><w:footnote w:id="2">${p("注文在页脚。")}</w:footnote>`,
  });
}

function pictured() {
  const pieces = noticeParts(sample, {
    ...names,
    narratives: {
      overview: p("厂区见下图。") + p(picture("img1", { alt: "厂区" })) + p("图1 厂区全景") + p("以上。"),
      results: p(run("曲线") + picture("img1") + run("如图")) + p(picture("gone", { link: true }) + picture("img2")),
    },
  });
  pieces.main = pieces.main
    .replace("国家高新技术企业（", "证书如下：国家高新技术企业（")
    .replace(/企业获得荣誉<\/w:t><\/w:r><\/w:p><\/w:tc><w:tc>.*?<w:p>/, `$&${picture("img3", { alt: "证书" })}`);
  return docx({
    body: Object.values(pieces).join(""),
    media: {
      img1: { name: "image1.png", bytes: png },
      img2: { name: "image2.emf", bytes: emf },
      img3: { name: "image3.png", bytes: redPng },
    },
    links: { gone: "file:///C:/gone.png" },
  });
}

// Other order, captions inside tables, columns moved, long texts in frames, tables glued together.
function rearranged() {
  const pieces = noticeParts(sample, { ...names, keepGuidance: false });
  const captioned = (piece, columns) => {
    const [, caption] = /<w:t xml:space="preserve">(表\d[^<]*)<\/w:t>/.exec(piece);
    return piece
      .replace(/^<w:p>.*?<\/w:p>/, "")
      .replace("</w:tblGrid>", `</w:tblGrid>${row([{ of: caption, span: columns }])}`);
  };
  const glued =
    captioned(pieces.table4, 3).replace("</w:tbl>", "") + /<\/w:tblGrid>(.*)$/s.exec(captioned(pieces.table3, 3))[1];
  const swapped =
    p("表5 主要竞争对手及其标杆名录") +
    table(5, [
      ["市场份额", "竞争对手", "产品名称", "主要优势", "序号"],
      ...sample.values.competitors.map((one, n) => [one.share, one.rival, one.product, one.strength, String(n + 1)]),
    ]);
  const [first, ...others] = pieces.experience.split(
    /(?=<w:p><w:r><w:t xml:space="preserve">（[二三四五]）[^<]*字左右)/,
  );
  const frames = others.map((inside) => table(1, [[{ of: inside }]])).join(p());
  const order = {
    ...pieces,
    table2: captioned(pieces.table2, 7),
    both: glued,
    table5: swapped,
    experience: first + frames,
  };
  return docx({
    body: ordered(order, ["cover", "experience", "main", "table5", "both", "table2", "table1", "letter"]),
  });
}

function loosely() {
  const pieces = noticeParts(sample, names);
  pieces.main = pieces.main
    .replace(">手机<", ">手机号码<")
    .replace(">职务/职称<", ">职务、职称<")
    .replace(">通讯地址<", ">通讯地址（邮编）<")
    .replace('统一社会</w:t><w:br/><w:t xml:space="preserve">信用代码', "统 一 社 会 信 用 代 码")
    .replace(/截止到申请日，有效专利数共/, "截至申报日，我公司有效专利数共：")
    .replace("个，其中发明专利", "个，其中发明专利：")
    .replace(/参与或主导国际、国家、行业、地方、团体标准制定数共/, "参与制定标准，标准制定数共")
    .replace("19.2%</w:t>", "19.2%（国内）、4.9%（国际）</w:t>");
  pieces.cover = pieces.cover.replace("标杆名称：", "标 杆 名 称:").replace("2025年10月9日", "二〇二五年十月九日");
  pieces.table1 = pieces.table1.replace("表1 管理效益统计表", "管理效益统计表");
  pieces.letter = pieces.letter.replace("企业名称（盖章）：", "企业名称（盖章）：另一家公司");
  return docx({ body: Object.values(pieces).join("") });
}

function surrounded() {
  const before =
    p("浙江省经济和信息化厅文件") +
    p("各市、县（市、区）经信局：") +
    p("现就有关事项通知如下：") +
    p(field("TOC \\o", "目录一条\t3"));
  const after =
    p("附件3") +
    p("2025年浙江省制造业质量标杆推荐意见汇总表") +
    table(7, [
      ["序号", "申报单位", "质量标杆名称", "申报方向", "联系人", "联系电话", "推荐意见"],
      ["1", "", "", "", "", "", "同意推荐"],
    ]) +
    p("（此件为内部稿）");
  return docx({
    body: before + notice() + after,
    header: p("内部资料 请勿外传"),
    footer: p(run("第 ") + field("PAGE", "1") + run(" 页")),
    comments: `<w:comment w:id="1" w:author="经办">${p("这一段请法务再看。")}</w:comment>`,
  });
}

const placeholder = (text) =>
  `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
const control = (inside) =>
  `<w:sdt><w:sdtPr><w:alias w:val="栏"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

function controls() {
  const draft = JSON.parse(JSON.stringify(sample));
  draft.values.address = "@address";
  draft.values.contact.name = "@name";
  const pieces = noticeParts(draft, names);
  const swap = (markup, mark, inside) => markup.replace(run(mark), inside);
  pieces.main = swap(pieces.main, "@address", placeholder("单击或点击此处输入文字。"));
  pieces.main = swap(pieces.main, "@name", control(run("林知") + control(run("衡"))));
  pieces.table2 = control(pieces.table2);
  pieces.experience = `<w:customXml w:element="x">${pieces.experience}</w:customXml>`;
  const list =
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="否"/><w:listEntry w:val="是"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  pieces.main = swap(pieces.main, "是", list);
  return docx({ body: Object.values(pieces).join("") });
}

function indicatorRows() {
  const list = Object.entries(seeds).map(([key, cells]) => {
    const { name, unit } = form.sections
      .flatMap(({ items }) => items)
      .find(({ id }) => id === "indicators")
      .seed.find((one) => one.key === key).values;
    return [name, unit, ...cells];
  });
  const byName = (name) => list.find((one) => one[0] === name);
  return docx({
    body: notice({
      indicators: [
        ["1.营业收入", "万元", ...byName("营业收入").slice(2)],
        byName("资产总额"),
        ["净利润", "万元", "9,800", "11,950", "4,100", "38,000", "4"],
        ["研发投入", "元", "56342300", "68336300", "25685000", "173900000", "4"],
        ["万元/人均产值", "万元", "130.7", "149.6", "", "", ""],
        byName("产品合格率"),
        ["", "", "", "", "", "", ""],
        ["万元总产值综合能耗", "吨标准煤／万元", ...byName("万元总产值综合能耗").slice(2)],
      ],
    }),
  });
}

function longTable() {
  const pieces = noticeParts(sample, names);
  const rows = Array.from({ length: 40 }, (_, n) => [
    String(n + 1),
    "冲压不锈钢多级离心泵",
    `对手${n + 1}公司`,
    `${(n + 1) / 10}%`,
    "优势".repeat(20),
  ]);
  const head = ["序号", "产品名称", "竞争对手", "市场份额", "主要优势(含产品/服务质量水平评价)"];
  const merged = rows.map(([no, product, ...rest], n) => [
    no,
    { of: n === 0 ? product : "", down: n === 0 ? "restart" : "continue" },
    ...rest,
  ]);
  pieces.table5 =
    p("表5 主要竞争对手及其标杆名录") +
    table(5, [head, ...merged.slice(0, 25)]) +
    p("续表5") +
    table(5, [head, ...rows.slice(25, 32), head, ...rows.slice(32)]);
  return docx({ body: Object.values(pieces).join("") });
}

async function edited() {
  const files = unzipSync(await exported(sample));
  const document = strFromU8(files["word/document.xml"]);
  const changed = document
    .replaceAll("浙江砚澄泵业股份有限公司</w:t>", "浙江砚澄泵业集团有限公司</w:t>")
    .replace("138,462.35", "138,500.00")
    .replace(/<w:tr>(?:(?!<w:tr>).)*?产品返修率.*?<\/w:tr>/s, "")
    .replace("公司秉持“专注一台泵", "本公司秉持“专注一台泵");
  return pack({ ...files, "word/document.xml": changed });
}

function strict() {
  const files = parts({ body: notice() });
  const swap = (text) =>
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/wordprocessingml/2006",
        "http://purl.oclc.org/ooxml/wordprocessingml",
      )
      .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument");
  return pack(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, swap(text)])));
}

// Underscores of the applicant's own beside lines that are drawn to be written on.
function underscores() {
  const { values } = JSON.parse(JSON.stringify(sample));
  Object.assign(values.contact, { name: "__init__", email: "_wang_@example.com", position: "___质量总监___" });
  values.address = "____ 温岭市__开发区__1号 ____";
  values.competitors[0].rival = "甲_乙_";
  return docx({ body: notice({}, { values }).replaceAll("标杆名称：", "标杆名称：__") });
}

const ticks = (name) => () => docx({ body: notice({ box: boxes[name] }) });
const bare = (on) => (on ? run("√") : "");

// name → bytes, or a promise of them.
export const documents = {
  "notice-layout": () => docx({ body: notice() }),
  "blank-form": () => docx({ body: noticeBody(undefined, names) }),
  "indicator-rows": indicatorRows,
  "tracked-changes": tracked,
  "split-runs": () => docx({ body: notice({ text: split }) }),
  "boxes-characters": ticks("characters"),
  "boxes-squares": ticks("squares"),
  "boxes-tick-behind": ticks("tickBehind"),
  "boxes-crossed": ticks("crossed"),
  "boxes-mouth": ticks("mouth"),
  "boxes-wingdings": ticks("wingdings"),
  "boxes-wingdings-2": ticks("wingdings2"),
  "boxes-controls": ticks("control"),
  "boxes-form-fields": ticks("formField"),
  "boxes-bare-ticks": () => docx({ body: notice({ box: bare }) }),
  "text-boxes": inBoxes,
  "rich-narratives": richNarratives,
  pictures: pictured,
  rearranged,
  "loosely-worded": loosely,
  surrounded,
  controls,
  "long-table": longTable,
  "edited-export": edited,
  "strict-format": strict,
  underscores,
};
