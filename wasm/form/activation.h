// A sheet as the rule language sees it: values by index, most of them where they stand.
#pragma once
#include <vector>

#include "cel/host.h"
#include "form/sheet.h"

namespace formcheck::form {

class SheetActivation final : public cel::Activation {
 public:
  explicit SheetActivation(const Sheet& sheet, cel::Arena& arena);

  // The row that `row` stands for in the next run; kNone outside each-rules.
  void set_row(RowIndex r) { row_ = r, record = r == kNone ? nullptr : sheet_.row(r).values.data(); }

  cel::Value variable(std::uint32_t index) const override;
  const cel::Value& settle(const cel::HostValue& value, cel::Value& scratch) const override;

  // Whether a run read a number that cannot be read: unlike a blank, it is not known to be nothing.
  [[nodiscard]] bool saw_unreadable() const { return saw_unreadable_; }
  void forget_unreadable() { saw_unreadable_ = false; }

 private:
  struct RowObject final : cel::HostObject {
    RowObject(const SheetActivation* a, std::uint32_t t, RowIndex r);
    cel::Value member(std::uint32_t index) const override;
    const SheetActivation* owner;
    std::uint32_t table;
    RowIndex row;  // kNone: a seeded row that was removed, blank throughout
  };
  struct TableList final : cel::HostList {
    std::size_t size() const override { return owner->sheet_.rows_of(table).size(); }
    cel::Value at(std::size_t index) const override { return owner->row_value(owner->sheet_.rows_of(table)[index]); }
    const SheetActivation* owner = nullptr;
    std::uint32_t table = 0;
  };
  struct KeyedObject final : cel::HostObject {
    cel::Value member(std::uint32_t seed) const override;
    const SheetActivation* owner = nullptr;
    std::uint32_t table = 0;
  };
  struct GroupObject final : cel::HostObject {
    cel::Value member(std::uint32_t index) const override;
    const SheetActivation* owner = nullptr;
    const Group* group = nullptr;
  };

  cel::Value row_value(RowIndex r) const;
  cel::Value field_value(Slot slot) const;

  const Sheet& sheet_;
  cel::Arena& arena_;
  RowIndex row_ = kNone;
  mutable bool saw_unreadable_ = false;
  mutable cel::Pool<RowObject> rows_;  // by RowIndex, grown as rows come
  cel::Pool<RowObject> blanks_;        // by table
  std::vector<TableList> lists_;
  std::vector<KeyedObject> keyed_;
  std::vector<GroupObject> groups_;
};

}  // namespace formcheck::form
