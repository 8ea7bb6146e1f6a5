// Random edits to a session, as a person with no patience would make them. Reproducible from the seed.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "form/session.h"

namespace support {

class RandomEdits {
 public:
  RandomEdits(formcheck::form::Session& session, unsigned seed) : session_(session), random_(seed) {}

  void step() {
    using formcheck::form::Slot;
    const auto& sheet = session_.sheet();
    const auto tables = static_cast<std::uint32_t>(sheet.definition().tables.size());
    switch (below(20)) {
      case 0:
        (void)session_.insert_row(below(tables + 1), below(6));
        return;
      case 1:
        (void)session_.remove_row(below(tables + 1), below(14));
        return;
      case 2:
        (void)session_.move_row(below(tables), below(6), below(6));
        return;
      case 3:
        (void)session_.undo();
        return;
      case 4:
        (void)session_.redo();
        return;
      case 5:
        session_.mark();
        return;
      case 6:
        acknowledge_or_fix();
        return;
      case 7:
        group();
        return;
      case 9:
      case 10:
        figure();
        return;
      case 11:
        (void)session_.keep_aside(below(2) == 0 ? "表.docx" : "表.docx：页眉", text());
        return;
      case 12:
        (void)session_.drop_aside(below(2) == 0 ? "表.docx" : "表.docx#2");
        return;
      case 8: {
        const Slot slot = any_slot();
        (void)session_.edit(slot, below(20), below(4), text());
        return;
      }
      default:
        (void)session_.set(any_slot(), text());
    }
  }

 private:
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }

  formcheck::form::Slot any_slot() {
    const auto& sheet = session_.sheet();
    std::uint32_t last = static_cast<std::uint32_t>(sheet.definition().fields.size());
    for (std::size_t r = 0; r < sheet.row_count(); ++r) {
      const auto& row = sheet.row(static_cast<std::uint32_t>(r));
      last = std::max(last, row.first + static_cast<std::uint32_t>(sheet.definition().tables[row.table].columns.size()));
    }
    return below(last + 2);
  }

  std::string text() {
    static const std::vector<std::string> kTexts = {
        "", "0", "1", "12.5", "100", "100.01", "-3", "１２，３４５．６", "12.5%", "/", "无", "不是数", "46", "7", "1e3", "0.98", "99.62",
        "浙江某某股份有限公司", "某某公司基于六西格玛的质量管理实践经验", "91330000733796106P", "13900001234", "a@b.cn", "2025-10-08", "2025/13/1",
        "national", "national\nnone", "none", "A", "D", "yes", "no", "self", "thirdParty", "甲\n乙\n【图1】\n丙", "【图2】\n\n【图1】", "【图3】\n【图12】\n【图3】", "  ", "𠮷\x01", "C38", "330106"};
    return kTexts[below(kTexts.size())];
  }

  void acknowledge_or_fix() {
    const auto all = session_.findings().all();
    if (all.empty()) return;
    const std::string key = all[below(all.size())].key();
    switch (below(3)) {
      case 0: (void)session_.acknowledge(key, "与营业执照一致", "2025-10-08T09:00:00+08:00"); return;
      case 1: (void)session_.reopen(key); return;
      default: (void)session_.apply_fix(key);
    }
  }

  void figure() {
    using formcheck::form::Picture;
    const auto& list = session_.sheet().figures().list();
    const auto& fields = session_.sheet().definition().fields;
    const std::string id = list.empty() ? "f1" : list[below(list.size())].id;
    formcheck::form::Slot narrative = below(fields.size());
    for (std::size_t tries = 0; !fields[narrative].figures && tries < 200; ++tries) narrative = below(fields.size());
    const Picture picture{"image/jpeg", 1 + below(1600), 900, 1 + below(3'000'000), "sha256-" + std::string(64, 'a'), {}};
    switch (below(9)) {
      case 0: (void)session_.remove_figure(id); return;
      case 1: (void)session_.move_figure(id, below(5)); return;
      case 2: (void)session_.place_figure(id, narrative, below(60)); return;
      case 3: (void)session_.replace_figure(id, picture); return;
      case 4: (void)session_.order_figures(narrative); return;
      case 5: (void)session_.caption_figure(id, text()); return;
      default:
        if (list.size() < 40) (void)session_.insert_figure(narrative, below(60), text(), picture);
    }
  }

  void group() {
    session_.begin("paste");
    for (std::uint32_t n = below(5); n > 0; --n) (void)session_.set(any_slot(), text());
    session_.end();
  }

  formcheck::form::Session& session_;
  std::mt19937 random_;
};

}  // namespace support
