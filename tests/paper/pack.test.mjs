// The material pack: what it holds, and that the same draft gives the same bytes; the sheets made for internal use.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unzipSync } from "fflate";
import { loadTs } from "../../tools/lib/load-ts.mjs";
import { visible } from "./expected.mjs";
import { hardSample } from "./hard-sample.mjs";
import { check, files, fonts, linesOf, popplerText, withFile } from "./pdf.mjs";
import { buildApplication, buildLetter, core, form, paragraphsOf, sample, throughCore } from "./support.mjs";

const { packBytes, zipTime } = await loadTs("web/src/paper/pack/pack.ts");
const { findingsReport } = await loadTs("web/src/paper/pack/findings-report.ts");
const { checklist } = await loadTs("web/src/paper/pack/checklist.ts");

function reportOf(draft) {
  const session = new core.Session();
  try {
    assert.ok(JSON.parse(session.open(JSON.stringify(draft))).ok);
    return session.report();
  } finally {
    session.delete();
  }
}

async function pack(draft, ticked = []) {
  const app = { store: { form, report: () => reportOf(draft), checked: { value: ticked } } };
  const application = buildApplication(form, draft);
  const letter = buildLetter(form, draft);
  const stages = [];
  const progress = async (_stage, share) => void stages.push(share);
  const bytes = await packBytes(app, { json: JSON.stringify(draft), draft, application, letter }, files, progress);
  assert.deepEqual(stages, [...stages].sort(), "progress goes forward");
  return bytes;
}

const faulty = () => {
  const draft = structuredClone(sample);
  draft.values.patents.invention = "100";
  draft.values.creditCode = "91331081760000768A";
  delete draft.values.address;
  draft.acknowledged = [
    { rule: "uscc.checkDigit", field: "creditCode", reason: "与营业执照一致", values: ["91331081760000768A"] },
  ];
  return throughCore(draft);
};
const textOf = (document) =>
  visible(
    paragraphsOf(document)
      .map(({ runs }) => runs.map(({ text }) => text ?? "").join(""))
      .join("\n"),
  );

describe("the material pack", () => {
  it("holds draft, documents, pictures by number and caption, list and report; every PDF is clean", async () => {
    const draft = throughCore(hardSample(sample));
    const packed = unzipSync(await pack(draft));
    const names = Object.keys(packed);
    for (const name of [
      "草稿.json",
      "申报书.pdf",
      "申报书.docx",
      "承诺书.pdf",
      "承诺书.docx",
      "材料清单.pdf",
      "检查报告.pdf",
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.equal(names.filter((name) => name.startsWith("图片/")).length, 10);
    assert.ok(names.includes("图片/图1 质量管理过程第1步的示意图.png"), names.join(" "));
    assert.deepEqual(JSON.parse(Buffer.from(packed["草稿.json"]).toString()), draft);
    for (const name of names.filter((each) => each.endsWith(".pdf"))) withFile(packed[name], check);
  });

  it("has the same bytes for the same draft", async () => {
    const draft = faulty();
    assert.equal(Buffer.compare(Buffer.from(await pack(draft)), Buffer.from(await pack(structuredClone(draft)))), 0);
  });

  it("bears the draft's own clock time, whatever the zone", () => {
    const time = zipTime("2025-10-09T16:20:00+08:00");
    assert.deepEqual([time.getFullYear(), time.getMonth(), time.getDate(), time.getHours()], [2025, 9, 9, 16]);
    assert.equal(zipTime(undefined).getFullYear(), 1980);
    assert.equal(zipTime("1970-01-01T00:00:00Z").getFullYear(), 1980);
  });
});

describe("the findings report", () => {
  it("tells every finding of the core once, what was kept with its reason, and what is still blank", () => {
    const draft = faulty();
    const report = JSON.parse(reportOf(draft));
    const text = textOf(findingsReport(form, buildApplication(form, draft), report, new Set(["survey"])));
    assert.ok(report.findings.length >= 3 && report.todo.length === 1);
    for (const { message } of report.findings) assert.equal(text.split(visible(message)).length, 2, message);
    assert.match(text, /与营业执照一致/);
    assert.match(text, /通讯地址/);
    assert.equal(text.split("☑").length, 2);
    assert.equal(text.split("☐").length, form.handChecks.length);
    assert.match(text, /错误1项，警告1项，建议0项，已确认保留1项，待填1处/);
  });
});

// The sheets' tables, however many columns they have.
describe("the tables of the sheets", () => {
  const draft = faulty();
  const application = buildApplication(form, draft);
  const report = findingsReport(form, application, JSON.parse(reportOf(draft)), new Set(), [{ at: [], message: "一" }]);
  const tables = [report, checklist(form, application, new Set())].flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === "table"),
  );

  it("fill the width, their numbers in a column of one width, on one line", () => {
    assert.ok(tables.length >= 6);
    const { width, margin } = application.page;
    for (const { widths, rows } of tables) {
      assert.equal(widths[0], tables[0].widths[0]);
      assert.ok(Math.abs(widths.reduce((sum, each) => sum + each, 0) - (width - margin.left - margin.right)) < 0.1);
      assert.equal(linesOf(rows[0].cells[0].paragraphs[0], fonts, widths[0] - 8).length, 1);
    }
  });

  it("have no column in which nothing ever stands", () => {
    const [materials, conditions] = tables.slice(-2);
    for (const { rows } of [materials, conditions]) {
      for (const [n] of rows[0].cells.entries()) {
        const words = rows.slice(1).map(({ cells }) => cells[n].paragraphs[0].runs.map(({ text }) => text).join(""));
        assert.notEqual(words.join(""), "", `${rows[0].cells[n].paragraphs[0].runs[0].text}`);
      }
    }
  });
});

describe("the list of materials", () => {
  it("holds every hand check and condition of the form, ticked as they were", async () => {
    const application = buildApplication(form, sample);
    const text = textOf(checklist(form, application, new Set(["survey"])));
    for (const { label } of form.handChecks) assert.ok(text.includes(visible(label)), label);
    for (const { text: condition } of form.conditions) assert.ok(text.includes(visible(condition)), condition);
    assert.equal(text.split("☑").length, 2);
    const packed = unzipSync(await pack(sample, ["survey"]));
    withFile(packed["材料清单.pdf"], (path) => assert.equal(popplerText(path).split("☑").length, 2));
  });
});
