// The definition as a page needs it: form.json with the years filled in, code lists inlined, slots and table numbers
// added. The page lays out whatever stands here; it knows no field by name. Written in one walk over the file's tree.
#include "form/load/parts.h"
#include "json/write.h"

namespace formcheck::form {
namespace {

class ViewWriter {
 public:
  ViewWriter(const CodeLists& codes, const Definition& def) : codes_(codes), def_(def) {}

  void form(const json::Value& form) {
    out_.object();
    for (const json::Value& member : form) {
      if (member.key == "$schema" || member.key == "codes") continue;
      out_.key(member.key);
      if (member.key == "clauses") {
        out_.value(member);  // quotes are verbatim
      } else if (member.key == "sections") {
        each(member, [this](const json::Value& s) { section(s); });
      } else {
        value(member);
      }
    }
    out_.close('}');
  }

  void value(const json::Value& v) { write_filled(out_, v, def_.year); }

  [[nodiscard]] std::string take() { return out_.take(); }

 private:
  template <typename Act>
  void each(const json::Value& list, Act act) {
    out_.array();
    for (const json::Value& child : list) act(child);
    out_.close(']');
  }

  void section(const json::Value& v) {
    out_.object();
    members(v);
    if (v.find("items") == nullptr) out_.key("items").array().close(']');
    out_.close('}');
  }

  void item(const json::Value& v) {
    out_.object();
    members(v);
    const std::string_view kind = v.text_of("kind");
    if (kind == "field") out_.number_member("slot", slot_++);
    if (kind == "table") out_.number_member("table", table_++);
    if (kind == "mirror") out_.number_member("slot", def_.field_index(v.text_of("of")));
    out_.close('}');
  }

  // A field of the form or a column.
  void field(const json::Value& v) {
    out_.object();
    members(v);
    out_.close('}');
  }

  // What is computed, how, and from what constants is the core's business.
  void without(std::string_view key, const json::Value& v) {
    out_.object();
    for (const json::Value& member : v) {
      if (member.key == key) continue;
      out_.key(member.key);
      value(member);
    }
    out_.close('}');
  }

  void column_group(const json::Value& v) {
    out_.object();
    members(v);
    if (v.find("field") != nullptr) out_.number_member("slot", def_.field_index(v.text_of("field")));
    out_.close('}');
  }

  void members(const json::Value& v) {
    for (const json::Value& member : v) {
      if (member.key == "codes" && member.is_string()) {
        out_.key("options");
        options(member.text);
        continue;
      }
      if (member.key == "attributes") continue;
      out_.key(member.key);
      if (member.key == "items") {
        each(member, [this](const json::Value& i) { item(i); });
      } else if (member.key == "columns" && member.first != nullptr && member.first->is_object()) {
        each(member, [this](const json::Value& c) { field(c); });
      } else if (member.key == "derived") {
        each(member, [this](const json::Value& d) { without("value", d); });
      } else if (member.key == "seed") {
        each(member, [this](const json::Value& s) { without("attributes", s); });
      } else if (member.key == "requiredWhen") {
        without("rule", member);
      } else if (member.key == "columnGroups") {
        each(member, [this](const json::Value& g) { column_group(g); });
      } else {
        value(member);
      }
    }
  }

  void options(std::string_view list) {
    out_.array();
    for (const auto& [name, options] : codes_) {
      if (name != list) continue;
      for (const Option& o : options) {
        out_.object().member("value", o.value).member("label", o.label);
        if (!o.group.empty()) out_.member("group", o.group);
        out_.close('}');
      }
    }
    out_.close(']');
  }

  const CodeLists& codes_;
  const Definition& def_;
  json::Writer out_;
  std::uint32_t slot_ = 0, table_ = 0;
};

}  // namespace

std::string make_view(const DefinitionFiles& files, const Definition& def) {
  text::Store texts;
  std::optional<DefinitionError> error;  // there is none: the same files were loaded before
  const json::Document json = parse_file(files, "form.json", error);
  Source source{"form.json", &json.root, def.year, &error, &texts};
  const CodeLists codes = load_codes(Node(&json.root, &source), files, error);
  ViewWriter view(codes, def);
  view.form(json.root);
  return view.take();
}

}  // namespace formcheck::form
