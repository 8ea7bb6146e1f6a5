// The values of one application while it is open: every cell's text as typed, what it means as a number, how long it is.
// Knows the definition, but judges nothing.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cel/value.h"
#include "form/definition.h"
#include "form/figures.h"
#include "text/paragraphs.h"

namespace formcheck::form {

// Names one cell for as long as a sheet lives: scalars have 0…fields-1, every row gets consecutive slots, one per column.
using Slot = std::uint32_t;
using RowIndex = std::uint32_t;

// Its value as rules see it: a text as a view of the cell's own, a number that is none as null. Not ready is what is chosen of
// several, which is made of the text when it is asked for, and a number that cannot be read.
struct Cell : cel::HostValue {
  enum class Meaning : std::uint8_t { blank, text, number, not_applicable, unreadable };

  explicit Cell(const Field* f, RowIndex r, std::uint32_t c) : field(f), row(r), column(c), text(f->figures) { forget(); }

  const Field* field;
  RowIndex row;          // kNone for a scalar
  std::uint32_t column;  // in its table
  text::Paragraphs text;
  Meaning meaning = Meaning::blank;
  bool blocked = false;  // there is no such cell on the form
  bool fixed = false;    // heading of a seeded row: shown, not stored

  [[nodiscard]] bool blank() const { return meaning == Meaning::blank; }
  // Nothing stands in it any longer.
  void forget() {
    meaning = Meaning::blank, ready = true;
    value = blank_value(*field);
  }
};

struct Row {
  std::uint32_t table;
  std::uint32_t seed;  // kNone for an added row
  std::string id;      // unique in its table, kept in the draft
  Slot first;
  bool present = false;  // in its table; a removed row waits here for an undo
  std::vector<const cel::HostValue*> values{};  // its cells and attributes, as rules see them
};

class Sheet {
 public:
  // A blank application: seeded rows and start rows in place.
  explicit Sheet(const Definition& def);
  Sheet(const Definition& def, std::nullptr_t);  // no rows at all: for a reader that brings its own

  [[nodiscard]] const Definition& definition() const { return *def_; }
  [[nodiscard]] const Cell& cell(Slot s) const { return cells_[s]; }
  [[nodiscard]] bool has(Slot s) const { return s < cells_.size(); }
  [[nodiscard]] const Row& row(RowIndex r) const { return rows_[r]; }
  [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
  [[nodiscard]] const std::vector<RowIndex>& rows_of(std::uint32_t table) const { return order_[table]; }
  [[nodiscard]] RowIndex row_by_seed(std::uint32_t table, std::uint32_t seed) const { return seeded_[table][seed]; }  // kNone when it was removed
  // By handle (handles.h).
  [[nodiscard]] const cel::HostValue* const* values() const { return values_.data(); }
  [[nodiscard]] RowIndex row_by_id(std::uint32_t table, std::string_view id) const;
  [[nodiscard]] std::vector<Slot> slots() const;  // all there are: scalars, then the rows of each table
  [[nodiscard]] std::size_t place_of(RowIndex r) const;  // index among its table's rows; kNone when removed
  [[nodiscard]] const Figures& figures() const { return figures_; }
  [[nodiscard]] Figures& figures() { return figures_; }

  // `text` must be well-formed UTF-8: whoever brings text in sees to that once. False when the text was the same.
  bool assign(Slot s, std::string_view text);
  // `from` and `removed` in UTF-16 code units.
  bool splice(Slot s, std::size_t from, std::size_t removed, std::string_view inserted);

  // A new row that is not yet in its table. An empty or taken id gets a fresh one ("r1", "r2" …; the key for a seed).
  RowIndex make_row(std::uint32_t table, std::uint32_t seed, std::string_view id);
  void insert(RowIndex r, std::size_t index);  // index ≤ number of rows
  void remove(RowIndex r);
  void move(std::uint32_t table, std::size_t from, std::size_t to);

 private:
  void place_seed(RowIndex r, RowIndex standing);
  void read(Cell& cell);
  void text_changed(Slot s);

  const Definition* def_;
  cel::Pool<Cell> cells_;
  cel::Pool<Row> rows_;
  std::vector<std::vector<RowIndex>> order_;   // by table
  std::vector<std::vector<RowIndex>> seeded_;  // by table, by seed: its row while it is there
  std::vector<const cel::HostValue*> values_;
  Figures figures_;
};

}  // namespace formcheck::form
