// Bytes → Draft. Everything a file holds ends up in a cell or aside; nothing is dropped.
#include <algorithm>

#include "form/aside.h"
#include "form/bounded_json.h"
#include "form/draft.h"
#include "form/draft_format.h"

namespace formcheck::form {
namespace {

constexpr std::size_t kMaxNotices = 1000;

class Reader {
 public:
  Reader(const Definition& def, const BoundedJson& file, std::vector<Notice>& notices)
      : def_(def), file_(file), notices_(notices), draft_(std::make_unique<Draft>(Sheet(def, nullptr))) {}

  std::unique_ptr<Draft> read() {
    if (const auto kept = file_.value.find("aside"); kept != file_.value.end() && kept->is_object()) {
      for (const auto& [name, value] : kept->items()) aside_.restore(name, value);
    }
    for (const auto& [at, value] : file_.duplicates) put_aside(at, value, "draft.duplicateKey");
    for (const auto& [key, value] : file_.value.items()) {
      const std::string at = pointer_to("", key);
      if (key == "format" || (key == "aside" && value.is_object())) continue;
      if (key == "form") {
        read_form(value, at);
      } else if (key == "saved" && value.is_string()) {
        draft_->saved = value.get<std::string>();
      } else if (key == "values" && value.is_object()) {
        read_group(value, at, "");
      } else if (key == "figures" && value.is_array()) {
        draft_->figures = value;
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
  static bool is_known_top_level(const std::string& key) {
    return key == "saved" || key == "values" || key == "figures" || key == "acknowledged" || key == "aside";
  }

  void note(std::string code, const std::string& at, Args args = {}) {
    if (notices_.size() < kMaxNotices) {
      notices_.push_back({std::move(code), at, std::move(args)});
    } else if (notices_.size() == kMaxNotices) {
      notices_.push_back({"draft.moreNotices", "", {{"limit", std::to_string(kMaxNotices)}}});
    }
  }

  // Which form and edition it is was looked at before; whatever else stands there is kept.
  void read_form(const Json& form, const std::string& at) {
    for (const auto& [key, value] : form.items()) {
      if (key == "id" || key == "edition") continue;
      const std::string here = pointer_to(at, key);
      if (key != "version") {
        put_aside(here, value, "draft.unknownKey");
      } else if (!value.is_string()) {
        put_aside(here, value, "draft.wrongType");
      } else if (value != def_.version) {
        note("draft.otherVersion", here, {{"actual", value.get<std::string>()}, {"expected", def_.version}});
      }
    }
  }

  void put_aside(const std::string& at, const Json& value, std::string code, Args args = {}) {
    note(std::move(code), at, std::move(args));
    aside_.keep(at, value);
  }

  void read_group(const Json& object, const std::string& at, const std::string& prefix) {
    for (const auto& [key, value] : object.items()) {
      const std::string id = prefix.empty() ? key : prefix + "." + key;
      const std::string here = pointer_to(at, key);
      const std::uint32_t slot = key.find('.') == std::string::npos ? def_.field_index(id) : kNone;
      const std::uint32_t table = prefix.empty() ? def_.table_index(key) : kNone;
      if (slot != kNone) {
        read_cell(slot, value, here);
      } else if (table != kNone) {
        read_table(table, value, here);
      } else if (is_group(id)) {
        if (value.is_object()) {
          read_group(value, here, id);
        } else if (!value.is_null()) {
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

  // The text of a JSON scalar as it was written, so that "12.50" typed as a number is not lost on the way.
  std::optional<std::string> scalar(const Json& value, const std::string& at) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return std::string();
    if (value.is_boolean()) return std::string(value.get<bool>() ? "true" : "false");
    if (!value.is_number()) return {};
    if (value.is_number_float()) {
      const auto found = file_.numbers.find(at);
      if (found != file_.numbers.end()) return found->second;
    }
    return value.dump();
  }

  void read_cell(Slot slot, const Json& value, const std::string& at) {
    const Cell& cell = draft_->sheet.cell(slot);
    if (cell.blocked || cell.fixed) return put_aside(at, value, "draft.noSuchCell");
    std::optional<std::string> text;
    if (cell.field->type == FieldType::choices && value.is_array()) {
      std::string joined;
      bool all = true;
      for (const Json& item : value) {
        all = all && item.is_string() && item.get_ref<const std::string&>().find('\n') == std::string::npos;
        if (!all) break;
        if (!joined.empty()) joined += '\n';
        joined += item.get_ref<const std::string&>();
      }
      if (all) text = std::move(joined);
    } else if (value.is_primitive()) {
      text = scalar(value, at);
      if (text && !value.is_string() && !value.is_null()) note("draft.numberAsText", at, {{"value", *text}});
    }
    if (!text) return put_aside(at, value, "draft.wrongType");
    draft_->sheet.assign(slot, *text);
  }

  void read_table(std::uint32_t table, const Json& value, const std::string& at) {
    if (!value.is_array()) {
      if (!value.is_null()) put_aside(at, value, "draft.wrongType");
      return;
    }
    const Table& t = def_.tables[table];
    seen_.resize(def_.tables.size());
    seen_[table] = true;
    Json surplus = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string here = pointer_to(at, std::to_string(i));
      if (!value[i].is_object()) {
        put_aside(here, value[i], "draft.wrongType");
      } else if (draft_->sheet.rows_of(table).size() >= t.max_rows) {
        surplus.push_back(value[i]);
      } else {
        read_row(table, value[i], here);
      }
    }
    if (surplus.empty()) return;
    const std::string count = std::to_string(surplus.size());
    put_aside(at, surplus, "draft.tooManyRows", {{"limit", std::to_string(t.max_rows)}, {"actual", count}});
  }

  std::string member_text(const Json& row, const char* name) {
    const auto found = row.find(name);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  void read_row(std::uint32_t table, const Json& row, const std::string& at) {
    const Table& t = def_.tables[table];
    Sheet& sheet = draft_->sheet;
    const std::string key = member_text(row, "key");
    std::uint32_t seed = kNone;
    for (std::uint32_t s = 0; s < t.seeds.size(); ++s) {
      if (t.seeds[s].key == key) seed = s;
    }
    if (seed != kNone && sheet.row_by_seed(table, seed) != kNone) {
      return put_aside(at, row, "draft.repeatedRow", {{"key", key}});
    }
    if (seed == kNone && t.rows == Table::Rows::fixed) return put_aside(at, row, "draft.unknownRowKey", {{"key", key}});
    if (seed == kNone && !key.empty()) note("draft.unknownRowKey", at, {{"key", key}});
    const std::string id = member_text(row, "id");
    const RowIndex r = sheet.make_row(table, seed, id);
    if (!id.empty() && sheet.row(r).id != id) note("draft.badRowId", pointer_to(at, "id"), {{"value", id}});
    sheet.insert(r, sheet.rows_of(table).size());
    for (const auto& [name, value] : row.items()) {
      const std::string here = pointer_to(at, name);
      if ((name == "id" || name == "key") && (value.is_string() || value.is_null())) continue;
      const auto column = std::find_if(t.columns.begin(), t.columns.end(), [&, &wanted = name](const Field& c) { return c.id == wanted; });
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

  void read_acknowledged(const Json& list, const std::string& at) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Json& item = list[i];
      if (!item.is_object() || !item.contains("rule") || !item["rule"].is_string()) {
        put_aside(pointer_to(at, std::to_string(i)), item, "draft.wrongType");
        continue;
      }
      Acknowledgement a;
      for (const auto& [key, value] : item.items()) {
        const std::string here = pointer_to(pointer_to(at, std::to_string(i)), key);
        std::string* member = key == "rule"     ? &a.rule
                              : key == "row"    ? &a.row
                              : key == "field"  ? &a.field
                              : key == "reason" ? &a.reason
                              : key == "time"   ? &a.time
                                                : nullptr;
        if (member != nullptr && value.is_string()) {
          *member = value.get<std::string>();
        } else if (key == "values" && is_texts(value)) {
          for (const Json& v : value) a.values.push_back(v.get<std::string>());
        } else {
          put_aside(here, value, member != nullptr || key == "values" ? "draft.wrongType" : "draft.unknownKey");
        }
      }
      draft_->acknowledged.push_back(std::move(a));
    }
  }

  static bool is_texts(const Json& value) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_string(); });
  }

  const Definition& def_;
  const BoundedJson& file_;
  std::vector<Notice>& notices_;
  std::unique_ptr<Draft> draft_;
  Aside aside_;
  std::vector<bool> seen_;
};

// Why a file cannot be this form's draft at all, or nothing.
std::optional<Notice> refusal(const Definition& def, const BoundedJson& file, std::size_t bytes) {
  const Args place = {{"line", std::to_string(file.line)}, {"column", std::to_string(file.column)}, {"offset", std::to_string(file.offset + 1)}};
  const JsonLimits limits;
  switch (file.fault) {
    case BoundedJson::Fault::none: break;
    case BoundedJson::Fault::too_large:
      return Notice{"draft.tooLarge", "", {{"limit", std::to_string(limits.bytes >> 20)}, {"actual", std::to_string((bytes >> 20) + 1)}}};
    case BoundedJson::Fault::not_utf8: return Notice{"draft.notUtf8", "", place};
    case BoundedJson::Fault::empty: return Notice{"draft.empty", "", {}};
    case BoundedJson::Fault::syntax: return Notice{"draft.notJson", "", place};
    case BoundedJson::Fault::too_deep: return Notice{"draft.tooDeep", "", {{"limit", std::to_string(limits.depth)}}};
    case BoundedJson::Fault::too_many_keys: return Notice{"draft.tooManyKeys", "", {{"limit", std::to_string(limits.keys)}}};
  }
  const Json& root = file.value;
  if (!root.is_object() || !root.contains("format") || !root["format"].is_string()) return Notice{"draft.notADraft", "", {}};
  const std::string format = root["format"].get<std::string>();
  const std::optional<int> number = draft_format_number(format);
  if (!number) return Notice{"draft.notADraft", "/format", {{"value", format}}};
  if (*number > kDraftFormat) {
    return Notice{"draft.newerFormat", "/format", {{"value", format}, {"limit", std::string(kDraftFormatName) + std::to_string(kDraftFormat)}}};
  }
  const Json form = root.contains("form") ? root["form"] : Json();
  const auto text = [&](const char* key) {
    return form.is_object() && form.contains(key) && form[key].is_string() ? form[key].get<std::string>() : std::string();
  };
  if (text("id") != def.id || text("edition") != def.edition) {
    return Notice{"draft.otherForm", "/form",
                  {{"actual", text("id") + " " + text("edition")}, {"expected", def.id + " " + def.edition}}};
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
  const BoundedJson file = read_json(bytes);
  if (auto no = refusal(def, file, bytes.size())) {
    out.notices.push_back(*std::move(no));
    return out;
  }
  for (const std::string& at : file.lone_surrogates) out.notices.push_back({"draft.loneSurrogate", at, {}});
  out.draft = Reader(def, file, out.notices).read();
  return out;
}

}  // namespace formcheck::form
