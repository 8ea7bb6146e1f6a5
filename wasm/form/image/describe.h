// How a definition's parts are laid down in an image, for both directions (archive/archive.h). In an order in
// which what is pointed at comes first, so that every index can be checked when it is read.
#pragma once
#include "archive/archive.h"
#include "cel/image.h"
#include "form/definition.h"
#include "form/functions.h"
#include "form/handles.h"

namespace formcheck::form {

// Checks that only the reader makes, once all is there.
[[nodiscard]] bool is_sound(const Definition& def);

template <typename Archive>
class DefinitionImage {
 public:
  DefinitionImage(Archive& a, Definition& def, bool rare_are_here = true) : a_(a), def_(def) {
    context_.rare_are_here = rare_are_here;
  }

  void describe() {
    for (std::string_view* text : {&def_.id, &def_.edition, &def_.version, &def_.title, &def_.hand_checks})
      a_.text(*text);
    auto year = static_cast<std::uint32_t>(def_.year);
    a_.number(year);
    if constexpr (Archive::kReading) def_.year = static_cast<int>(year);
    for (auto* limit : {&def_.figures.count, &def_.figures.kilobytes, &def_.figures.total_kilobytes})
      maybe_number(*limit);
    archive::list(a_, def_.wording.entries(),
                  [&](Wording::Entry& e) { a_.text(e.first), a_.text(e.second); });
    pool(def_.sections, [&](Section& s) { a_.text(s.id), a_.text(s.label); });
    pool(def_.clauses,
         [&](Clause& c) { a_.text(c.id), a_.text(c.source), a_.text(c.where), a_.text(c.quote); });
    pool(def_.checks, [&](Check& c) { a_.text(c.code), ground(c.ground); });
    pool(def_.fields, [&](Field& f) { field(f); });
    pool(def_.tables, [&](Table& t) { table(t); });
    pool(def_.groups, [&](Group& g) { group(g); });
    archive::list(a_, def_.variables, [&](Variable& v) { variable(v); });
    if (a_.failed()) return;
    programs();
    dependencies();
  }

  [[nodiscard]] bool misses_rare() const { return context_.rare_are_missed; }

 private:
  using Number = std::uint32_t;

  template <typename T, typename Each>
  void pool(cel::Pool<T>& items, Each each) {
    const Number size = a_.count(items.size());
    for (Number i = 0; i < size && !a_.failed(); ++i) each(Archive::kReading ? items.emplace() : items[i]);
  }

  void maybe_number(std::optional<Number>& n) {
    archive::maybe(a_, n, [&](Number& number) { a_.number(number); });
  }

  void texts(std::vector<std::string_view>& list) {
    archive::list(a_, list, [&](std::string_view& s) { a_.text(s); });
  }

  void maybe_decimal(std::optional<number::Decimal>& d) {
    std::string digits;
    if constexpr (!Archive::kReading) digits = d ? d->to_string() : "";
    std::string_view text = digits;
    a_.text(text);
    if constexpr (Archive::kReading) {
      d = number::Decimal::parse(text);
      archive::require(a_, d || text.empty());
    }
  }

  // The id of a clause that is there, or "".
  void clause(std::string_view& id) {
    Number which = kNone;
    if constexpr (!Archive::kReading) {
      for (Number i = 0; i < def_.clauses.size(); ++i) {
        if (def_.clauses[i].id == id) which = i;
      }
    }
    archive::place_or(a_, which, def_.clauses.size(), kNone);
    if constexpr (Archive::kReading) id = which == kNone ? std::string_view() : def_.clauses[which].id;
  }

  void ground(Ground& g) {
    archive::choice(a_, g.severity, 3);
    archive::choice(a_, g.basis, 4);
    clause(g.clause);
    a_.flag(g.acknowledgeable);
    a_.text(g.message);
  }

  void field(Field& f) {
    a_.text(f.id), a_.text(f.label), a_.text(f.unit), a_.text(f.required_when);
    archive::choice(a_, f.type, static_cast<Number>(FieldType::choices) + 1);
    a_.flag(f.required), a_.flag(f.header), a_.flag(f.figures);
    clause(f.clause);
    format(f.format);
    texts(f.options);
    a_.text(f.exclusive), a_.text(f.exclusive_label);
    maybe_decimal(f.min), maybe_decimal(f.max);
    archive::maybe(a_, f.limit, [&](Limit& l) {
      archive::choice(a_, l.scheme, static_cast<Number>(Limit::Scheme::han) + 1);
      for (auto* n : {&l.max, &l.about, &l.low, &l.high}) maybe_number(*n);
    });
    texts(f.not_applicable);
    a_.place(f.section, def_.sections.size());
    a_.number(f.position);
  }

  void format(const formats::Format*& format) {
    const auto all = formats::all();
    Number which = format == nullptr ? kNone : static_cast<Number>(format - all.data());
    archive::place_or(a_, which, all.size(), kNone);
    if constexpr (Archive::kReading) format = which == kNone ? nullptr : &all[which];
  }

  // Its members' names: types are for the checker.
  void object(cel::ObjectType& type) {
    a_.text(type.name);
    archive::list(a_, type.members, [&](cel::ObjectType::Member& m) { a_.text(m.name); });
  }

  void table(Table& t) {
    a_.text(t.id), a_.text(t.label), a_.text(t.keyed_as);
    clause(t.clause);
    archive::choice(a_, t.rows, 3);
    a_.number(t.start_rows), a_.number(t.max_rows);
    a_.place(t.section, def_.sections.size());
    a_.number(t.position);
    pool(t.columns, [&](Field& f) { field(f); });
    pool(t.attributes, [&](Attribute& at) { a_.text(at.id), a_.flag(at.decimal); });
    pool(t.overrides, [&](Field& f) { field(f); });
    pool(t.seeds, [&](Seed& s) { seed(t, s); });
    object(t.row_type), object(t.keyed_type);
  }

  void seed(Table& t, Seed& s) {
    const std::size_t columns = t.columns.size(), attributes = t.attributes.size();
    a_.text(s.key);
    archive::list_of(a_, columns, s.cells, [&](std::string_view& text) { a_.text(text); });
    Number which = 0;
    archive::list_of(a_, attributes, s.attributes, [&](cel::HostValue& v) { attribute(t.attributes[which++], v.value); });
    archive::list_of(a_, columns, s.blocked, [&](char& blocked) { truth(blocked); });
    Number column = 0;
    archive::list_of(a_, columns, s.fields, [&](const Field*& f) {
      Number own = kNone;
      for (Number i = 0; !Archive::kReading && i < t.overrides.size(); ++i) {
        if (&t.overrides[i] == f) own = i;
      }
      archive::place_or(a_, own, t.overrides.size(), kNone);
      if constexpr (Archive::kReading) f = own == kNone ? &t.columns[column] : &t.overrides[own];
      ++column;
    });
  }

  void attribute(const Attribute& a, cel::Value& v) {
    if constexpr (Archive::kReading) v = blank_value(a);
    if (!a.decimal) return a_.text(v.string);
    std::optional<number::Decimal> d;
    if constexpr (!Archive::kReading) {
      if (!v.is_null()) d = v.decimal;
    }
    maybe_decimal(d);
    if constexpr (Archive::kReading) {
      if (d) v = cel::Value::of(*d);
    }
  }

  void truth(char& c) {
    bool b = c != 0;
    a_.flag(b);
    if constexpr (Archive::kReading) c = b ? 1 : 0;
  }

  // Groups name only groups that come after them: no way leads in a circle.
  void group(Group& g) {
    object(g.type);
    archive::list(a_, g.members, [&](Group::Member& m) { a_.flag(m.group), a_.number(m.index); });
  }

  void variable(Variable& v) {
    archive::choice(a_, v.kind, static_cast<Number>(Variable::Kind::row));
    const std::size_t sizes[] = {def_.fields.size(), def_.groups.size(), def_.tables.size(),
                                 def_.tables.size(), 1};
    a_.place(v.index, sizes[static_cast<std::size_t>(v.kind)]);
  }

  void programs() {
    for (Table& t : def_.tables)
      context_.objects.push_back(&t.row_type), context_.objects.push_back(&t.keyed_type);
    for (Group& g : def_.groups) context_.objects.push_back(&g.type);
    for (const Function& f : functions()) context_.functions.push_back(f.callable());
    for (Number i = 0; i < def_.tables.size(); ++i) {
      archive::list(a_, def_.tables[i].derived, [&](Derived& d) { derived(i, d); });
    }
    pool(def_.rules, [&](Rule& r) { rule(r); });
    pool(def_.requirements, [&](Requirement& r) { requirement(r); });
  }

  static bool knows_cell(const void* def, Number each, Number handle) {
    return is_handle(*static_cast<const Definition*>(def), each, handle);
  }

  // A program of an each-rule may ask for `row`, the variable after the last.
  void program(cel::Program& p, Number each) {
    context_.knows = knows_cell, context_.host = &def_, context_.scope = each;
    context_.variables = static_cast<Number>(def_.variables.size()) + (each == kNone ? 0 : 1);
    cel::describe(a_, p, context_);
  }

  void derived(Number table, Derived& d) {
    Table& t = def_.tables[table];
    a_.text(d.id);
    a_.place(d.column, t.columns.size());
    archive::list(a_, d.seeds, [&](char& seed) { truth(seed); });
    archive::require(a_, d.seeds.empty() || d.seeds.size() == t.seeds.size());
    program(d.value, table);
    archive::list(a_, d.sources, [&](Derived::Source& from) {
      a_.place(from.column, t.columns.size());
      archive::choice(a_, from.scope, static_cast<Number>(Dependencies::Scope::seed) + 1);
      archive::place_or(a_, from.seed, t.seeds.size(), kNone);
    });
  }

  void rule(Rule& r) {
    a_.text(r.id);
    ground(r.ground);
    archive::place_or(a_, r.each, def_.tables.size(), kNone);
    program(r.program, r.each);
    archive::list(a_, r.at, [&](Target& t) { target(t, r.each); });
    archive::list(a_, r.args, [&](Argument& arg) { a_.text(arg.name), program(arg.program, r.each); });
    archive::maybe(a_, r.fix, [&](Fix& fix) {
      target(fix.target, r.each);
      program(fix.to, r.each);
      a_.text(fix.label);
    });
  }

  void target(Target& t, Number each) {
    using Kind = Target::Kind;
    archive::choice(a_, t.kind, static_cast<Number>(Kind::column) + 1);
    if (t.kind == Kind::scalar) return a_.place(t.field, def_.fields.size());
    a_.place(t.table, def_.tables.size());
    if (a_.failed() || t.kind == Kind::table) return;
    a_.place(t.column, def_.tables[t.table].columns.size());
    if (t.kind == Kind::keyed) a_.place(t.seed, def_.tables[t.table].seeds.size());
    if (t.kind == Kind::row) archive::require(a_, t.table == each);
  }

  void requirement(Requirement& r) {
    archive::place_or(a_, r.table, def_.tables.size(), kNone);
    a_.place(r.field, r.table == kNone ? def_.fields.size() : def_.tables[r.table].columns.size());
    program(r.when, r.table);
  }

  // Requirements are numbered after the rules.
  [[nodiscard]] std::size_t readers() const { return def_.rules.size() + def_.requirements.size(); }

  void rules_of(std::vector<Number>& rules) {
    archive::list(a_, rules, [&](Number& rule) { a_.place(rule, readers()); });
  }

  void dependencies() {
    Dependencies& d = def_.dependencies;
    archive::list_of(a_, def_.fields.size(), d.by_field,
                     [&](std::vector<Number>& rules) { rules_of(rules); });
    archive::list_of(a_, def_.tables.size(), d.by_rows, [&](std::vector<Number>& rules) { rules_of(rules); });
    Number table = 0;
    archive::list_of(a_, def_.tables.size(), d.by_cell, [&](auto& columns) {
      archive::list_of(a_, def_.tables[table].columns.size(), columns,
                       [&](std::vector<Dependencies::Reader>& readers) {
                         archive::list(a_, readers, [&](Dependencies::Reader& r) { reader(r, table); });
                       });
      ++table;
    });
  }

  void reader(Dependencies::Reader& r, Number table) {
    a_.place(r.rule, readers());
    archive::choice(a_, r.scope, static_cast<Number>(Dependencies::Scope::seed) + 1);
    archive::place_or(a_, r.seed, def_.tables[table].seeds.size(), kNone);
    if (a_.failed() || r.scope != Dependencies::Scope::same_row) return;
    const Number rules = static_cast<Number>(def_.rules.size());
    archive::require(
        a_, table == (r.rule < rules ? def_.rules[r.rule].each : def_.requirements[r.rule - rules].table));
  }

  Archive& a_;
  Definition& def_;
  cel::ImageContext context_;
};

}  // namespace formcheck::form
