// Bytes → Draft. Everything a file holds ends up in a cell or aside; nothing is dropped.
#include <algorithm>

#include "form/aside.h"
#include "form/draft.h"
#include "form/draft_format.h"
#include "form/order.h"
#include "form/read_figure.h"
#include "json/read.h"
#include "text/words.h"

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxNotices = 1000;
constexpr std::size_t kMaxFigures = 500;

class Reader {
 public:
  Reader(const Definition& def, const json::Document& file, std::vector<Notice>& notices)
      : def_(def), file_(file), notices_(notices), draft_(std::make_unique<Draft>(Sheet(def, nullptr))) {}

  std::unique_ptr<Draft> read() {
    if (const json::Value* kept = file_.root.find("aside"); kept != nullptr && kept->is_object()) {
      for (const json::Value& value : *kept) aside_.restore(value.key, value);
    }
    for (const auto& [at, value] : file_.duplicates) put_aside(at, value, "draft.duplicateKey");
    for (const json::Value& value : file_.root) {
      const std::string_view key = value.key;
      const std::string at = json::pointer_to("", key);
      if (key == "format" || (key == "aside" && value.is_object())) continue;
      if (key == "form") {
        read_form(value, at);
      } else if (key == "origin" && is_origin(value)) {
        read_origin(value);
      } else if (key == "saved" && value.is_string()) {
        draft_->saved = value.text;
      } else if (key == "values" && value.is_object()) {
        read_group(value, at, "");
      } else if (key == "figures" && value.is_array()) {
        read_figures(value, at);
      } else if (key == "acknowledged" && value.is_array()) {
        read_acknowledged(value, at);
      } else {
        put_aside(at, value, is_known_top_level(key) ? "draft.wrongType" : "draft.unknownKey");
      }
    }
    add_missing_rows();
    draft_->aside = aside_.take();
    return std::move(draft_);
  }

 private:
  static bool is_known_top_level(std::string_view key) {
    return text::find_word("saved values figures acknowledged aside origin", key) != std::string_view::npos;
  }

  // Nothing but what we write there: anything else is kept aside whole.
  static bool is_origin(const json::Value& value) {
    if (value.text_of("id").empty()) return false;
    for (const json::Value& member : value) {
      const bool text = member.key == "id" || member.key == "name";
      if (text ? !member.is_string() : member.key != "revision" || !member.whole()) return false;
    }
    return true;
  }

  void read_origin(const json::Value& value) {
    const json::Value* revision = value.find("revision");
    draft_->origin = Origin{std::string(value.text_of("id")), std::string(value.text_of("name")),
                            revision == nullptr ? 0 : *revision->whole()};
  }

  void note(std::string_view code, std::string_view at, Args args = {}) {
    if (notices_.size() < kMaxNotices) {
      notices_.push_back({std::string(code), std::string(at), std::move(args)});
    } else if (notices_.size() == kMaxNotices) {
      notices_.push_back({"draft.moreNotices", "", {{"limit", std::to_string(kMaxNotices)}}});
    }
  }

  // Which form and edition it is was looked at before; whatever else stands there is kept.
  void read_form(const json::Value& form, const std::string& at) {
    for (const json::Value& value : form) {
      const std::string_view key = value.key;
      if (key == "id" || key == "edition") continue;
      const std::string here = json::pointer_to(at, key);
      if (key != "version") {
        put_aside(here, value, "draft.unknownKey");
      } else if (!value.is_string()) {
        put_aside(here, value, "draft.wrongType");
      } else if (value.text != def_.version) {
        note("draft.otherVersion", here, {{"actual", value.text}, {"expected", def_.version}});
      }
    }
  }

  void put_aside(std::string_view at, const json::Value& value, std::string_view code, Args args = {}) {
    note(code, at, std::move(args));
    aside_.keep(at, value);
  }

  void read_group(const json::Value& object, const std::string& at, const std::string& prefix) {
    for (const json::Value& value : object) {
      const std::string_view key = value.key;
      std::string id = prefix.empty() ? std::string(key) : prefix + ".";
      if (!prefix.empty()) id += key;
      const std::string here = json::pointer_to(at, key);
      const std::uint32_t slot = key.find('.') == std::string::npos ? def_.field_index(id) : kNone;
      const std::uint32_t table = prefix.empty() ? def_.table_index(key) : kNone;
      if (slot != kNone) {
        read_cell(slot, value, here);
      } else if (table != kNone) {
        read_table(table, value, here);
      } else if (is_group(id)) {
        if (value.is_object()) {
          read_group(value, here, id);
        } else if (!value.is(json::Kind::null)) {
          put_aside(here, value, "draft.wrongType");
        }
      } else {
        put_aside(here, value, "draft.unknownKey");
      }
    }
  }

  bool is_group(const std::string& id) const {
    return std::any_of(def_.groups.begin(), def_.groups.end(), [&](const Group& g) { return g.type.name == id; });
  }

  void read_cell(Slot slot, const json::Value& value, const std::string& at) {
    const Cell& cell = draft_->sheet.cell(slot);
    if (cell.blocked || cell.fixed) return put_aside(at, value, "draft.noSuchCell");
    switch (value.kind) {
      case json::Kind::null:
      case json::Kind::string:
        return (void)draft_->sheet.assign(slot, value.text);
      case json::Kind::boolean:
      case json::Kind::number: {  // as it was written, so that "12.50" typed as a number is not lost on the way
        const std::string_view text = value.is(json::Kind::number) ? value.text : value.truth ? "true" : "false";
        note("draft.numberAsText", at, {{"value", text}});
        return (void)draft_->sheet.assign(slot, text);
      }
      case json::Kind::array:
        if (cell.field->type == FieldType::choices && read_choices(slot, value)) return;
        break;
      case json::Kind::object:
        break;
    }
    put_aside(at, value, "draft.wrongType");
  }

  bool read_choices(Slot slot, const json::Value& list) {
    std::string joined;
    for (const json::Value& item : list) {
      if (!item.is_string() || item.text.find('\n') != std::string_view::npos) return false;
      if (!joined.empty()) joined += '\n';
      joined += item.text;
    }
    draft_->sheet.assign(slot, joined);
    return true;
  }

  void read_table(std::uint32_t table, const json::Value& value, const std::string& at) {
    if (!value.is_array()) {
      if (!value.is(json::Kind::null)) put_aside(at, value, "draft.wrongType");
      return;
    }
    const Table& t = def_.tables[table];
    seen_.resize(def_.tables.size());
    seen_[table] = true;
    json::Writer surplus;
    std::size_t surplus_rows = 0;
    std::size_t i = 0;
    for (const json::Value& row : value) {
      const std::string here = json::pointer_to(at, std::to_string(i++));
      if (!row.is_object()) {
        put_aside(here, row, "draft.wrongType");
      } else if (draft_->sheet.rows_of(table).size() < t.max_rows) {
        read_row(table, row, here);
      } else {
        if (surplus_rows++ == 0) surplus.array();
        surplus.value(row);
      }
    }
    if (surplus_rows == 0) return;
    note("draft.tooManyRows", at, {{"limit", std::to_string(t.max_rows)}, {"actual", std::to_string(surplus_rows)}});
    aside_.keep(at, surplus.close(']').str());
  }

  void read_row(std::uint32_t table, const json::Value& row, const std::string& at) {
    const Table& t = def_.tables[table];
    Sheet& sheet = draft_->sheet;
    const std::string_view key = row.text_of("key");
    std::uint32_t seed = kNone;
    for (std::uint32_t s = 0; s < t.seeds.size(); ++s) {
      if (t.seeds[s].key == key) seed = s;
    }
    if (seed != kNone && sheet.row_by_seed(table, seed) != kNone) {
      return put_aside(at, row, "draft.repeatedRow", {{"key", key}});
    }
    if (seed == kNone && t.rows == Table::Rows::fixed) return put_aside(at, row, "draft.unknownRowKey", {{"key", key}});
    if (seed == kNone && !key.empty()) note("draft.unknownRowKey", at, {{"key", key}});
    const std::string_view id = row.text_of("id");
    const RowIndex r = sheet.make_row(table, seed, id);
    if (!id.empty() && sheet.row(r).id != id) note("draft.badRowId", json::pointer_to(at, "id"), {{"value", id}});
    sheet.insert(r, sheet.rows_of(table).size());
    for (const json::Value& value : row) {
      const std::string_view name = value.key;
      const std::string here = json::pointer_to(at, name);
      if ((name == "id" || name == "key") && (value.is_string() || value.is(json::Kind::null))) continue;
      const auto column = std::find_if(t.columns.begin(), t.columns.end(), [&](const Field& c) { return c.id == name; });
      if (column == t.columns.end()) {
        put_aside(here, value, name == "id" || name == "key" ? "draft.wrongType" : "draft.unknownKey");
      } else {
        read_cell(sheet.row(r).first + static_cast<Slot>(column - t.columns.begin()), value, here);
      }
    }
  }

  // Rows that a file leaves out: a fixed table always has all of its rows, in the form's order; a table the file does
  // not name at all starts as on a blank form.
  void add_missing_rows() {
    seen_.resize(def_.tables.size());
    Sheet& sheet = draft_->sheet;
    for (std::uint32_t t = 0; t < def_.tables.size(); ++t) {
      const Table& table = def_.tables[t];
      if (seen_[t] && table.rows != Table::Rows::fixed) continue;
      for (std::uint32_t s = 0; s < table.seeds.size(); ++s) {
        const RowIndex r = sheet.row_by_seed(t, s);
        if (r == kNone) {
          sheet.insert(sheet.make_row(t, s, ""), std::min<std::size_t>(s, sheet.rows_of(t).size()));
        } else if (table.rows == Table::Rows::fixed && sheet.place_of(r) != s) {
          sheet.move(t, sheet.place_of(r), s);
        }
      }
      for (std::uint32_t i = 0; !seen_[t] && i < table.start_rows; ++i) {
        sheet.insert(sheet.make_row(t, kNone, ""), sheet.rows_of(t).size());
      }
    }
  }

  void read_figures(const json::Value& list, const std::string& at) {
    std::vector<Figure> figures;
    std::size_t i = 0;
    for (const json::Value& item : list) {
      const std::string here = json::pointer_to(at, std::to_string(i++));
      Figure f;
      Picture p;
      if (figures.size() >= kMaxFigures || !read_figure(def_, item, f, p)) {
        put_aside(here, item, "draft.badFigure");
        continue;
      }
      const auto same = [&](const Figure& other) { return other.id == f.id; };
      while (f.id.empty() || std::any_of(figures.begin(), figures.end(), same)) f.id = "f" + std::to_string(figures.size() + i);
      for (const json::Value& value : item) {
        if (!is_figure_key(value.key)) put_aside(json::pointer_to(here, value.key), value, "draft.unknownKey");
      }
      f.picture = draft_->sheet.figures().add(std::move(p));
      figures.push_back(std::move(f));
    }
    std::vector<Ranked> order;
    for (const Figure& f : figures) order.push_back({f.field, static_cast<std::uint32_t>(order.size())});
    sort(order);
    std::vector<Figure> in_order;
    for (const Ranked& r : order) in_order.push_back(std::move(figures[r.item]));
    draft_->sheet.figures().swap(in_order);
  }

  void read_acknowledged(const json::Value& list, const std::string& at) {
    std::size_t i = 0;
    for (const json::Value& item : list) {
      const std::string here = json::pointer_to(at, std::to_string(i++));
      const json::Value* rule = item.find("rule");
      if (rule == nullptr || !rule->is_string()) {
        put_aside(here, item, "draft.wrongType");
        continue;
      }
      Acknowledgement& a = draft_->acknowledged.emplace_back();
      for (const json::Value& value : item) {
        std::string* member = member_of(a, value.key);
        if (member != nullptr && value.is_string()) {
          *member = value.text;
        } else if (value.key == "values" && is_texts(value)) {
          for (const json::Value& v : value) a.values.emplace_back(v.text);
        } else {
          const bool known = member != nullptr || value.key == "values";
          put_aside(json::pointer_to(here, value.key), value, known ? "draft.wrongType" : "draft.unknownKey");
        }
      }
    }
  }

  static std::string* member_of(Acknowledgement& a, std::string_view key) {
    std::string* const members[] = {&a.rule, &a.row, &a.field, &a.reason, &a.time};
    const std::size_t i = text::find_word("rule row field reason time", key);
    return i == std::string_view::npos ? nullptr : members[i];
  }

  static bool is_texts(const json::Value& value) {
    if (!value.is_array()) return false;
    for (const json::Value& v : value) {
      if (!v.is_string()) return false;
    }
    return true;
  }

  const Definition& def_;
  const json::Document& file_;
  std::vector<Notice>& notices_;
  std::unique_ptr<Draft> draft_;
  Aside aside_;
  std::vector<char> seen_;
};

// Why a file cannot be this form's draft at all, or nothing.
std::optional<Notice> refusal(const Definition& def, const json::Document& file, std::size_t bytes) {
  const Args place = {{"line", std::to_string(file.line)}, {"column", std::to_string(file.column)}, {"offset", std::to_string(file.offset + 1)}};
  const json::Limits limits;
  switch (file.fault) {
    case json::Fault::none: break;
    case json::Fault::too_large:
      return Notice{"draft.tooLarge", "", {{"limit", std::to_string(limits.bytes >> 20)}, {"actual", std::to_string((bytes >> 20) + 1)}}};
    case json::Fault::not_utf8: return Notice{"draft.notUtf8", "", place};
    case json::Fault::empty: return Notice{"draft.empty", "", {}};
    case json::Fault::syntax: return Notice{"draft.notJson", "", place};
    case json::Fault::too_deep: return Notice{"draft.tooDeep", "", {{"limit", std::to_string(limits.depth)}}};
    case json::Fault::too_many_keys: return Notice{"draft.tooManyKeys", "", {{"limit", std::to_string(limits.keys)}}};
  }
  const json::Value* stated = file.root.find("format");
  if (stated == nullptr || !stated->is_string()) return Notice{"draft.notADraft", "", {}};
  const std::string_view format = stated->text;
  const std::optional<int> number = draft_format_number(format);
  if (!number) return Notice{"draft.notADraft", "/format", {{"value", format}}};
  if (*number > kDraftFormat) {
    return Notice{"draft.newerFormat", "/format", {{"value", format}, {"limit", std::string(kDraftFormatName) + std::to_string(kDraftFormat)}}};
  }
  const json::Value* form = file.root.find("form");
  const std::string id(form == nullptr ? "" : form->text_of("id")), edition(form == nullptr ? "" : form->text_of("edition"));
  if (id != def.id || edition != def.edition) {
    return Notice{"draft.otherForm", "/form", {{"actual", id + " " + edition}, {"expected", std::string(def.id).append(" ").append(def.edition)}}};
  }
  return {};
}

}  // namespace

std::optional<int> draft_format_number(std::string_view format) {
  if (format.substr(0, kDraftFormatName.size()) != kDraftFormatName) return {};
  const std::string_view digits = format.substr(kDraftFormatName.size());
  if (digits.empty() || digits.size() > 4) return {};
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  return number;
}

DraftReading read_draft(const Definition& def, std::string_view bytes) {
  DraftReading out;
  const json::Document file = json::read(bytes);
  if (auto no = refusal(def, file, bytes.size())) {
    out.notices.push_back(*std::move(no));
    return out;
  }
  for (const std::string& at : file.lone_surrogates) out.notices.push_back({"draft.loneSurrogate", at, {}});
  out.draft = Reader(def, file, out.notices).read();
  return out;
}

}  // namespace formcheck::form
