// The sample made hard: what has broken exporters before.
import { pixel } from "./random-draft.mjs";

const longWord = "ISO-IEC-80079-37:2016/QMS_SPC_MSA_FMEA_APQP_PPAP_8D_DOE_QFD";

export function hardSample(sample) {
  const draft = structuredClone(sample);
  const { values } = draft;
  values.company = "浙江𠮷𬭎䶮精密制造股份有限公司";
  values.contact.name = "𠮷祎喆";
  values.contact.email = `${"a".repeat(48)}@example.com`;
  values.productStandard = `${longWord}${longWord}。`;
  values.social[0].current = "本公司与产业链上下游企业共同推进质量提升，来料合格率达到99.4%；".repeat(125);
  values.honours = Array.from({ length: 60 }, (_, n) => `第${n + 1}项荣誉（授予单位，20${10 + (n % 15)}年）`).join(
    "\n",
  );
  values.competitors = Array.from({ length: 40 }, (_, n) => ({
    id: `r${n}`,
    product: `第${n + 1}种产品${n % 5 === 0 ? longWord : ""}`,
    rival: `竞争对手𬭎䶮${n + 1}号（集团）有限公司`,
    share: `${n}.5%`,
    strength: "质量水平接近，交货快；".repeat(1 + (n % 7)),
  }));
  draft.figures = Array.from({ length: 10 }, (_, n) => ({
    id: `f${n}`,
    field: n < 4 ? "method" : "implementation",
    caption: `质量管理过程第${n + 1}步的示意图`,
    type: "image/png",
    width: 400 + 170 * n,
    height: 900 - 60 * n,
    data: pixel,
  }));
  values.method += "\n【图1】\n【图2】\n其后的文字。\n【图3】";
  values.implementation = values.implementation.replace(/\n/g, (_, at) =>
    at % 3 === 0 ? `\n【图${5 + (at % 6)}】\n` : "\n",
  );
  return draft;
}
