// The form as the notice prints it, filled in as people do, with every way to depart from it as an option.
import { p, row, run, table } from "./ooxml.mjs";

const at = (draft, id) => id.split(".").reduce((node, key) => node?.[key], draft?.values ?? {}) ?? "";

const levels = [
  "未参评 none",
  "经验级 experience",
  "检验级 inspection",
  "保证级 assurance",
  "预防级 prevention",
  "卓越级 excellence",
];
const awards = ["国家级 national", "省级 provincial", "市级 municipal", "无 none"];
const lands = ["A类 A", "B类 B", "C类 C", "D类 D"];
const methods = ["自评 self", "第三方调查 thirdParty"];
const directions = {
  management: "质量管理体系升级方向",
  digital: "质量管理数字化方向",
  reliability: "可靠性提升方向",
  process: "关键过程质量控制方向",
};
const yesNo = { yes: "是", no: "否" };

export const indicatorNames = {
  totalAssets: ["资产总额", "万元"],
  revenue: ["营业收入", "万元"],
  profit: ["利润总额", "万元"],
  newProductRevenue: ["新产品销售收入", "万元"],
  rd: ["研发投入", "万元"],
  currentAssetTurnover: ["流动资产周转率", "次"],
  labourProductivity: ["全员劳动生产率", "万元/人"],
  oee: ["设备综合效率", "%"],
  qualityLoss: ["质量损失率", "%"],
  passRate: ["产品合格率", "%"],
  reworkRate: ["产品返修率", "%"],
  energy: ["万元总产值综合能耗", "吨标准煤/万元"],
};

const guidance = {
  overview: "企业概况包括企业基本情况，生产经营情况、主导产品情况、技术创新情况及获得的相关荣誉、奖励等。",
  method: "采用质量管理方法（技术）的背景、目的，意义并对该模式或方法进行简要解读。",
  implementation:
    "应充分展示质量管理模式（方法）的科学性、创新性、系统性、示范性，包括质量战略目标、最高管理者作用、政策制度、质量基础建设、资源配置、组织保障等情况。质量管理过程、做法、步骤严谨清晰，亮点、创新点突出。",
  results:
    "以定量与定性相结合展示与典型经验相关的绩效结果，包括产品质量情况、品牌情况及所取的管理效益、经济效益、社会效益等，以及典型经验在同行业的推广和应用情况等。可提供近 2 年相关指标数据，以及与竞争对手或标杆对比情况。",
};
export const narrativeHeads = {
  overview: "（二）企业概况（600字左右）。",
  method: "（三）质量管理模式或方法简介（1000字左右）。",
  implementation: "（四）实施情况（4000字左右）。",
  results: "（五）实施成效（600字左右）。",
};
const social = {
  chain: "对产业链与供应链发展的贡献情况",
  environment: "降低环境污染方面的情况",
  resources: "有效利用资源方面的情况",
};
const innovation = {
  brand: "品牌知名度、认知度、美誉度、忠诚度、联想度，品牌价值等指标的实现情况",
  achievements: "属于国内首创、国内先进、国内领先、国际先进或国际领先等科技成果情况",
  outputs: "质量提升过程中形成的标准、专利、软件著作权、论文和专著等情况",
};

const simpleBox = (on) => run(on ? "☑" : "□");
const paperDate = (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

// Markup of the parts, in order: { cover, main, table1 … table5, experience, letter }. `draft` undefined: the blank form.
export function noticeParts(draft, options = {}) {
  const { text = run, box = simpleBox, keepGuidance = true, regions = {}, industries = {} } = options;
  const value = (id) => text(at(draft, id));
  const lines = (id) =>
    at(draft, id)
      .split("\n")
      .map((line) => p(text(line)))
      .join("");
  const ticks = (list, chosen) =>
    list
      .map((one) => one.split(" "))
      .map(([label, option]) => box([chosen].flat().includes(option)) + text(`${label}  `))
      .join("");
  const blank = (id, room = "____") =>
    at(draft, id) === "" ? run(room, '<w:u w:val="single"/>') : text(at(draft, id));
  const words = (line) => run(line);
  const rowOf = (id, key) => (at(draft, id) || []).find((one) => one.key === key) ?? {};
  const label = (line) => p(line);

  const cover = [
    p("附件1"),
    p("浙江省制造业质量标杆申报书"),
    p(words("标杆名称：") + blank("title")),
    p(
      words("申报领域：") +
        (at(draft, "direction") === "" ? blank("direction") : text(directions[at(draft, "direction")])),
    ),
    p(words("申报单位：") + blank("company")),
    p(
      words("填报日期：") + (at(draft, "date") === "" ? run("____年____月____日") : text(paperDate(at(draft, "date")))),
    ),
    p("二〇二五年九月"),
  ].join("");

  const share = [at(draft, "mainProduct.name"), at(draft, "mainProduct.share")].filter((one) => one !== "").join("，");
  const main =
    p("一、浙江省制造业质量标杆申报表") +
    table(5, [
      [label("申报单位"), { of: value("company"), span: 2 }, label("统一社会\n信用代码"), value("creditCode")],
      [label("质量标杆名称"), { of: value("title"), span: 4 }],
      [
        { of: label("联系人"), down: "restart" },
        label("姓名"),
        value("contact.name"),
        label("职务/职称"),
        value("contact.position"),
      ],
      [{ down: "continue" }, label("手机"), value("contact.mobile"), label("电子邮箱"), value("contact.email")],
      [
        label("所属行业"),
        { of: text(industries[at(draft, "industry")] ?? at(draft, "industry")), span: 2 },
        label("所在地区"),
        text(regions[at(draft, "region")] ?? at(draft, "region")),
      ],
      [label("通讯地址"), { of: value("address"), span: 4 }],
      [label("质量管理能力\n评价等级"), { of: ticks(levels, at(draft, "qualityLevel")), span: 4 }],
      [label("政府质量奖"), { of: ticks(awards, at(draft, "governmentAward")), span: 4 }],
      [label("亩均效益评价\n等级"), { of: ticks(lands, at(draft, "landEfficiency")), span: 4 }],
      [
        label("主导产品名称\n及市场占有率"),
        { of: text(share), span: 2 },
        label("主导产品\n执行标准"),
        value("productStandard"),
      ],
      [
        label("是否拥有\n自主品牌"),
        { of: text(yesNo[at(draft, "brand.owned")] ?? ""), span: 2 },
        label("品牌或商\n标具体名\n称"),
        value("brand.names"),
      ],
      [
        label("是否具有省级\n及以上研发平\n台"),
        { of: text(yesNo[at(draft, "platform.owned")] ?? ""), span: 2 },
        label("平台名称\n及认定部\n门"),
        value("platform.names"),
      ],
      [
        label("专利情况"),
        {
          of:
            words("截止到申请日，有效专利数共") +
            blank("patents.total") +
            words("个，其中发明专利") +
            blank("patents.invention") +
            words("个。"),
          span: 4,
        },
      ],
      [
        { of: label("标准情况"), down: "restart" },
        {
          of:
            words("参与或主导国际、国家、行业、地方、团体标准制定数共") +
            blank("standards.total") +
            words("个。\n其中，国际") +
            blank("standards.international") +
            words("个，国家") +
            blank("standards.national") +
            words("个，行业") +
            blank("standards.industry") +
            words("个，地方") +
            blank("standards.local") +
            words("个，团体") +
            blank("standards.group") +
            words("个。"),
          span: 4,
        },
      ],
      [{ down: "continue" }, { of: p(words("标准化项目内容:") + value("standards.content")), span: 4 }],
      [label("企业获得荣誉"), { of: lines("honours"), span: 4 }],
      [label("科技奖励情况"), { of: lines("scienceAwards"), span: 4 }],
    ]);

  const survey = (key) => {
    const one = rowOf("management", key);
    const agency = words("调查机构名称:") + text(one.agency ?? "");
    return ticks(methods, one.method ?? "") + agency;
  };
  const four = (key) =>
    ["aDomestic", "aInternational", "bDomestic", "bInternational"].map((id) =>
      text(rowOf("management", key)[id] ?? ""),
    );
  const pair = (name, key) => [
    [{ of: label(name), down: "restart" }, "2023年", ...four(`${key}Previous`), survey(`${key}Previous`)],
    [{ down: "continue" }, "2024年", ...four(`${key}Current`), survey(`${key}Current`)],
  ];
  const table1 =
    p("表1 管理效益统计表") +
    table(7, [
      [
        { of: label("主导产品"), span: 2 },
        { of: value("products.a"), span: 2 },
        { of: value("products.b"), span: 2 },
        "",
      ],
      [
        { of: label("市场占有率"), down: "restart" },
        "年度",
        "国内",
        "国际",
        "国内",
        "国际",
        { of: "", down: "restart" },
      ],
      [{ down: "continue" }, "2023年", ...four("sharePrevious"), { down: "continue" }],
      [{ down: "continue" }, "2024年", ...four("shareCurrent"), { down: "continue" }],
      ...pair("顾客满意程度", "satisfaction"),
      ...pair("顾客忠诚程度", "loyalty"),
    ]) +
    p("注：提供顾客满意度、忠诚度调查分析报告的证实性材料。");

  const figures = ["previous", "current", "average", "best", "rank"];
  const indicators =
    options.indicators ??
    Object.entries(indicatorNames).map(([key, names]) => [
      ...names,
      ...figures.map((id) => rowOf("indicators", key)[id] ?? ""),
    ]);
  const table2 =
    p("表2 经济效益统计表") +
    table(7, [
      row(
        ["项目", "单位", "2023年", "2024年", "2024年行业平均水平", "2024年行业最佳水平", "2024年本企业名次"],
        "<w:tblHeader/>",
      ),
      ...indicators.map((cells) =>
        typeof cells === "string" ? cells : cells.map((one) => (one === "" ? "" : text(one))),
      ),
    ]) +
    p("注：可根据行业实际情况进行删减，并增加本行业的相关经济指标及结果。");

  const years = (caption, id, names, note) =>
    p(caption) +
    table(3, [
      ["项目", "2023 年", "2024 年"],
      ...Object.entries(names).map(([key, name]) => [
        label(name),
        text(rowOf(id, key).previous ?? ""),
        text(rowOf(id, key).current ?? ""),
      ]),
    ]) +
    (note ? p(note) : "");
  const table3 = years(
    "表3 社会效益统计表",
    "social",
    options.social ?? social,
    "注：可根据行业实际情况对社会效益统计表进行调整；产业链与供应链发展的贡献可选取适宜的指标反映，也可直接进行文字阐述；环保、资源利用等指标需按国家/行业要求项目填写，并提供证实性材料。",
  );
  const table4 = years("表4 品牌影响与创新成果统计表", "innovation", innovation);

  const rivals = at(draft, "competitors") || [{}, {}, {}];
  const table5 =
    p("表5 主要竞争对手及其标杆名录") +
    table(5, [
      ["序号", "产品名称", "竞争对手", "市场份额", "主要优势(含产品/服务质量水平评价)"],
      ...rivals.map((one, n) => [
        String(n + 1),
        ...["product", "rival", "share", "strength"].map((id) => text(one[id] ?? "")),
      ]),
    ]);

  const narrative = (id) => {
    const heading = p(words(narrativeHeads[id] + (keepGuidance ? guidance[id] : "")));
    return heading + (options.narratives?.[id] ?? lines(id));
  };
  const experience =
    p("二、“质量标杆”典型经验") +
    p("典型经验材料要求内容详实、逻辑清晰、重点突出、数据支撑、图文并茂。") +
    p(
      "（一）质量标杆名称（30字以内）。质量标杆名称应体现典型经验的特征，命名规则一般为：企业名称+质量管理模式或方法名称+实践经验。例如：××集团公司实施六西格玛设计的实践经验。",
    ) +
    p(value("title")) +
    Object.keys(narrativeHeads).map(narrative).join("");

  const letter =
    p("附件2") +
    p("浙江省制造业质量标杆申报承诺书") +
    p(
      "本企业自愿申报2025年浙江省制造业质量标杆，郑重承诺在质量、安全、环保、诚信等方面无重大违法行为和不良记录。对递交的所有申报材料的真实性负责，对因提供材料不实造成的后果，本单位承担全部责任。愿意进一步总结提炼实践经验，积极参与质量标杆学习实践交流活动，并为与其他企业分享创造条件，为提升我省质量管理水平做出贡献。",
    ) +
    p("企业名称（盖章）：") +
    p("年  月  日");

  return { cover, main, table1, table2, table3, table4, table5, experience, letter };
}

export const noticeBody = (draft, options) => Object.values(noticeParts(draft, options)).join("");
