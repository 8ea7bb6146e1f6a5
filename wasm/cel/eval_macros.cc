// Macros over lists and maps, and the folds that stream them.
#include "cel/eval_tables.h"
#include "cel/operators.h"

namespace formcheck::cel {
namespace {

// Runs `body(stop)` for every element with the macro's variables set.
template <typename Body>
Failure for_each(const Code& c, Run& run, Body&& body) {
  Value range;
  if (const Failure f = (*c.a)(run, range); f != Failure::none) return f;
  const bool is_list = range.kind == Kind::list;
  if (!is_list && range.kind != Kind::map) return at(c, run, run.no_overload(range));
  const bool two = !c.text.empty();
  const std::size_t size = is_list ? list_size(range) : range.map->entries.size();
  Value& first = run.locals[c.index];
  bool stop = false;
  for (std::size_t i = 0; i < size && !stop; ++i) {
    if (!run.pay(c.cost)) return run.exhausted();
    if (is_list) {
      (two ? run.locals[c.index + 1] : first) = list_at(range, i);
      if (two) first = Value::of(static_cast<std::int64_t>(i));
    } else {
      first = range.map->entries[i].first;
      if (two) run.locals[c.index + 1] = range.map->entries[i].second;
    }
    if (const Failure f = body(stop); f != Failure::none) return f;
  }
  return Failure::none;
}

// all() and exists(): `decisive` ends the search; failures count only when nothing decides.
Failure quantify(const Code& c, Run& run, Value& out, bool decisive) {
  Run::Fault fault;
  bool decided = false;
  const Failure outer = for_each(c, run, [&](bool& stop) {
    bool value = false;
    const Failure f = test(*c.all[1], run, value);
    if (f == Failure::too_many_steps) return f;
    if (f != Failure::none) {
      const Run::Fault next = run.set_aside(f);
      if (fault.failure == Failure::none) fault = next;
    } else if (value == decisive) {
      decided = stop = true;
    }
    return Failure::none;
  });
  if (outer != Failure::none) return outer;
  if (!decided && fault.failure != Failure::none) return run.bring_back(fault);
  out = Value::of(decided == decisive);
  return Failure::none;
}

Failure eval_all(const Code& c, Run& run, Value& out) { return quantify(c, run, out, false); }
Failure eval_exists(const Code& c, Run& run, Value& out) { return quantify(c, run, out, true); }

Failure eval_exists_one(const Code& c, Run& run, Value& out) {
  std::size_t found = 0;
  const Failure f = for_each(c, run, [&](bool&) {
    bool value = false;
    const Failure inner = test(*c.all[1], run, value);
    found += value ? 1 : 0;
    return inner;
  });
  out = Value::of(found == 1);
  return f;
}

// map() and transformList(): `use(value, stop)` gets each transformed element that passes the filter.
template <typename Use>
Failure stream_transformed(const Code& c, Run& run, Use&& use) {
  return for_each(c, run, [&](bool& stop) {
    bool keep = true;
    if (c.count == 3) {
      if (const Failure f = test(*c.all[1], run, keep); f != Failure::none) return f;
    }
    if (!keep) return Failure::none;
    Value v;
    if (const Failure f = (*c.all[c.count - 1])(run, v); f != Failure::none) return f;
    return use(v, stop);
  });
}

template <typename Use>
Failure stream_filtered(const Code& c, Run& run, Use&& use) {
  return for_each(c, run, [&](bool& stop) {
    bool keep = false;
    if (const Failure f = test(*c.all[1], run, keep); f != Failure::none) return f;
    return keep ? use(run.locals[c.index], stop) : Failure::none;
  });
}

Failure eval_transform(const Code& c, Run& run, Value& out) {
  std::vector<Value>& list = run.arena.new_list();
  const Failure f = stream_transformed(c, run, [&](const Value& v, bool&) { return list.push_back(v), Failure::none; });
  out = Value::of_span(list.data(), list.size());
  return f;
}

Failure eval_filter(const Code& c, Run& run, Value& out) {
  std::vector<Value>& list = run.arena.new_list();
  const Failure f = stream_filtered(c, run, [&](const Value& v, bool&) { return list.push_back(v), Failure::none; });
  out = Value::of_span(list.data(), list.size());
  return f;
}

Failure eval_transform_map(const Code& c, Run& run, Value& out) {
  MapEntries& map = run.arena.new_map();
  // The range's keys, so they differ already.
  const Failure f = stream_transformed(c, run, [&](const Value& v, bool&) {
    return map.entries.emplace_back(run.locals[c.index], v), Failure::none;
  });
  out = Value::of_map(&map);
  return f;
}

// Every element of the list `c` gives, without making the list where a macro would.
template <typename Use>
Failure stream(const Code& c, Run& run, Use&& use) {
  if (c.evaluate == eval_transform) return stream_transformed(c, run, use);
  if (c.evaluate == eval_filter) return stream_filtered(c, run, use);
  Value list;
  if (const Failure f = c(run, list); f != Failure::none) return f;
  if (list.kind != Kind::list) return run.no_overload(list);
  const std::size_t size = list_size(list);
  bool stop = false;
  for (std::size_t i = 0; i < size && !stop; ++i) {
    if (!run.pay(1)) return run.exhausted();
    if (const Failure f = use(list_at(list, i), stop); f != Failure::none) return f;
  }
  return Failure::none;
}

bool is_number(const Value& v) { return v.kind == Kind::integer || v.kind == Kind::real || v.kind == Kind::decimal; }

Failure eval_count(const Code& c, Run& run, Value& out) {
  std::int64_t n = 0;
  const Failure f = stream(*c.a, run, [&](const Value&, bool&) { return ++n, Failure::none; });
  out = Value::of(n);
  return at(c, run, f);
}

Failure eval_sum(const Code& c, Run& run, Value& out) {
  bool empty = true;
  const Failure f = stream(*c.a, run, [&](const Value& v, bool&) {
    if (!is_number(v)) return run.no_overload(v);
    if (!empty) return arithmetic(Op::add, run, out, v, out);
    empty = false, out = v;
    return Failure::none;
  });
  if (empty) {
    const auto kind = static_cast<Kind>(c.index);
    out = kind == Kind::decimal ? Value::of(number::Decimal()) : kind == Kind::real ? Value::of(0.0) : Value::of(std::int64_t{0});
  }
  return at(c, run, f);
}

Failure eval_extreme(const Code& c, Run& run, Value& out, bool greatest) {
  bool empty = true;
  const Failure f = stream(*c.a, run, [&](const Value& v, bool&) {
    std::partial_ordering o = std::partial_ordering::unordered;
    // The first is compared with itself, so that a lone value without an order is refused too.
    if (const Failure inner = order(run, v, empty ? v : out, o); inner != Failure::none) return inner;
    if (empty || (greatest ? o > 0 : o < 0)) out = v;
    empty = false;
    return Failure::none;
  });
  if (f == Failure::none && empty) return at(c, run, run.fail(Failure::null_operand, "the list is empty"));
  return at(c, run, f);
}

Failure eval_min(const Code& c, Run& run, Value& out) { return eval_extreme(c, run, out, false); }
Failure eval_max(const Code& c, Run& run, Value& out) { return eval_extreme(c, run, out, true); }

}  // namespace

Code::Evaluate macro_code(Macro macro) {
  switch (macro) {
    case Macro::all: return eval_all;
    case Macro::exists: return eval_exists;
    case Macro::exists_one: return eval_exists_one;
    case Macro::filter: return eval_filter;
    case Macro::transform_map: return eval_transform_map;
    default: return eval_transform;
  }
}

Code::Evaluate fold_code(Fold fold) {
  switch (fold) {
    case Fold::count: return eval_count;
    case Fold::sum: return eval_sum;
    case Fold::min: return eval_min;
    default: return eval_max;
  }
}

}  // namespace formcheck::cel
