// Macros over lists and maps, and the folds that stream them.
#include "cel/eval_tables.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

Failure eval_transform(const Code& c, Run& run, Value& out);
Failure eval_filter(const Code& c, Run& run, Value& out);

// The elements of a macro's range, one after another in the macro's variables.
class Loop {
 public:
  Failure start(const Code& c, Run& run) {
    code_ = &c, run_ = &run;
    if (const Failure f = (*c.a)(run, range_); f != Failure::none) return f;
    if (range_.kind == Kind::list) {
      size_ = list_size(range_);
    } else if (range_.kind == Kind::map) {
      size_ = range_.map->entries.size();
    } else {
      return at(c, run, run.no_overload(range_));
    }
    return Failure::none;
  }

  // False at the end and when the steps ran out (`failure`).
  bool next(Failure& failure) {
    if (at_ == size_) return false;
    if (!run_->pay(code_->cost)) return failure = run_->exhausted(), false;
    Value* variable = &run_->locals[code_->index];
    const bool two = !code_->text.empty();
    if (range_.kind == Kind::list) {
      if (two) *variable++ = Value::of(static_cast<std::int64_t>(at_));
      emplace(*variable, [&] { return list_at(range_, at_); });
    } else {
      const auto& [key, value] = range_.map->entries[at_];
      variable[0] = key;
      if (two) variable[1] = value;
    }
    ++at_;
    return true;
  }

 private:
  const Code* code_ = nullptr;
  Run* run_ = nullptr;
  Value range_;
  std::size_t at_ = 0, size_ = 0;
};

// The values of a list; those of map(), filter() and transformList() without making the list.
class Items {
 public:
  Items(const Code& list, Run& run) : code_(list), run_(run) {
    macro_ = list.evaluate == eval_transform || list.evaluate == eval_filter;
    if (macro_) {
      failure = loop_.start(list, run);
      return;
    }
    failure = list(run, list_);
    if (failure != Failure::none) return;
    if (list_.kind == Kind::list)
      size_ = list_size(list_);
    else
      failure = at(list, run, run.no_overload(list_));
  }

  // False at the end and on a failure.
  [[gnu::noinline]] bool next(Value& out) {
    if (failure != Failure::none) return false;
    if (macro_) return next_of_macro(out);
    if (at_ == size_) return false;
    if (!run_.pay(1)) return failure = run_.exhausted(), false;
    emplace(out, [&] { return list_at(list_, at_); });
    ++at_;
    return true;
  }

  Failure failure = Failure::none;

 private:
  bool next_of_macro(Value& out) {
    while (loop_.next(failure)) {
      bool keep = true;
      const bool filter = code_.evaluate == eval_filter;
      if (filter || code_.count == 3) failure = test(*code_.all[1], run_, keep);
      if (failure == Failure::none && keep) {
        if (filter)
          out = run_.locals[code_.index];
        else
          failure = (*code_.all[code_.count - 1])(run_, out);
      }
      if (failure != Failure::none) return false;
      if (keep) return true;
    }
    return false;
  }

  const Code& code_;
  Run& run_;
  Loop loop_;
  Value list_;
  std::size_t at_ = 0, size_ = 0;
  bool macro_ = false;
};

// all() and exists(): `decisive` ends the search; failures count only when nothing decides.
Failure quantify(const Code& c, Run& run, Value& out, bool decisive) {
  Run::Fault fault;
  Loop loop;
  Failure outer = loop.start(c, run);
  while (outer == Failure::none && loop.next(outer)) {
    bool value = false;
    const Failure f = test(*c.all[1], run, value);
    if (f == Failure::too_many_steps) return f;
    if (f != Failure::none) {
      const Run::Fault next = run.set_aside(f);
      if (fault.failure == Failure::none) fault = next;
    } else if (value == decisive) {
      out = Value::of(decisive);
      return Failure::none;
    }
  }
  if (outer != Failure::none) return outer;
  if (fault.failure != Failure::none) return run.bring_back(fault);
  out = Value::of(!decisive);
  return Failure::none;
}

Failure eval_all(const Code& c, Run& run, Value& out) { return quantify(c, run, out, false); }
Failure eval_exists(const Code& c, Run& run, Value& out) { return quantify(c, run, out, true); }

}  // namespace

Failure eval_exists_one(const Code& c, Run& run, Value& out) {
  std::size_t found = 0;
  Loop loop;
  Failure f = loop.start(c, run);
  while (f == Failure::none && loop.next(f)) {
    bool value = false;
    f = test(*c.all[1], run, value);
    found += value ? 1 : 0;
  }
  out = Value::of(found == 1);
  return f;
}

namespace {

Failure collect(const Code& c, Run& run, Value& out) {
  std::vector<Value>& list = run.arena.new_list();
  Items items(c, run);
  for (Value v; items.next(v);) list.push_back(v);
  out = Value::of_span(list.data(), list.size());
  return items.failure;
}

Failure eval_transform(const Code& c, Run& run, Value& out) { return collect(c, run, out); }
Failure eval_filter(const Code& c, Run& run, Value& out) { return collect(c, run, out); }

}  // namespace

Failure eval_transform_map(const Code& c, Run& run, Value& out) {
  MapEntries& map = run.arena.new_map();
  Loop loop;
  Failure f = loop.start(c, run);
  while (f == Failure::none && loop.next(f)) {
    // The body may use the slot again, but only for macros inside it, which have slots of their own.
    const Value& key = run.locals[c.index];
    bool keep = true;
    if (c.count == 3) f = test(*c.all[1], run, keep);
    Value value;
    if (f == Failure::none && keep) f = (*c.all[c.count - 1])(run, value);
    if (f == Failure::none && keep)
      map.entries.emplace_back(key, value);  // the range's keys, so they differ already
  }
  out = Value::of_map(&map);
  return f;
}

namespace {

bool is_number(const Value& v) {
  return v.kind == Kind::integer || v.kind == Kind::real || v.kind == Kind::decimal;
}

Failure eval_count(const Code& c, Run& run, Value& out) {
  std::int64_t n = 0;
  Items items(*c.a, run);
  for (Value v; items.next(v);) ++n;
  out = Value::of(n);
  return items.failure;
}

Failure eval_sum(const Code& c, Run& run, Value& out) {
  Items items(*c.a, run);
  Value v;
  if (items.next(out)) {
    if (!is_number(out)) return at(c, run, run.no_overload(out));
    while (items.next(v)) {
      if (!is_number(v)) return at(c, run, run.no_overload(v));
      if (const Failure f = arithmetic(Op::add, run, out, v, out); f != Failure::none) return at(c, run, f);
    }
  } else {
    const auto kind = static_cast<Kind>(c.index);
    out = kind == Kind::decimal ? Value::of(number::Decimal())
          : kind == Kind::real  ? Value::of(0.0)
                                : Value::of(std::int64_t{0});
  }
  return items.failure;
}

Failure extreme(const Code& c, Run& run, Value& out, bool greatest) {
  Items items(*c.a, run);
  if (!items.next(out)) {
    if (items.failure != Failure::none) return items.failure;
    return at(c, run, run.fail(Failure::null_operand, "the list is empty"));
  }
  // The first is compared with itself, so that a lone value without an order is refused too.
  Value v = out;
  do {
    std::partial_ordering o = std::partial_ordering::unordered;
    if (const Failure f = order(run, v, out, o); f != Failure::none) return at(c, run, f);
    if (greatest ? o > 0 : o < 0) out = v;
  } while (items.next(v));
  return items.failure;
}

Failure eval_min(const Code& c, Run& run, Value& out) { return extreme(c, run, out, false); }
Failure eval_max(const Code& c, Run& run, Value& out) { return extreme(c, run, out, true); }

}  // namespace

Code::Evaluate macro_code(Macro macro) {
  switch (macro) {
    case Macro::all:
      return eval_all;
    case Macro::exists:
      return eval_exists;
    case Macro::exists_one:
      return eval_exists_one;
    case Macro::filter:
      return eval_filter;
    case Macro::transform_map:
      return eval_transform_map;
    default:
      return eval_transform;
  }
}

Code::Evaluate fold_code(Fold fold) {
  switch (fold) {
    case Fold::count:
      return eval_count;
    case Fold::sum:
      return eval_sum;
    case Fold::min:
      return eval_min;
    default:
      return eval_max;
  }
}

}  // namespace formcheck::cel
