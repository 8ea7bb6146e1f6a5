// Figures: each edit is one undo step together with the 【图n】 lines it rewrites.
#include "form/figure_plan.h"
#include "form/session.h"
#include "text/utf8.h"

namespace formcheck::form {

Changed Session::change_figures(FigurePlan plan, std::string label) {
  history_.begin(std::move(label));
  for (FigurePlan::Text& t : plan.texts) {
    if (t.text != draft_->sheet.cell(t.field).text.text())
      do_step({Change::Kind::text, t.field, 0, 0, std::move(t.text), {}, {}, {}, {}}, {});
  }
  if (plan.list != draft_->sheet.figures().list())
    do_step({Change::Kind::figures, 0, 0, 0, {}, {}, {}, std::move(plan.list), {}}, {});
  history_.end();
  return flags();
}

void Session::do_step(Change change, std::string label) {
  apply(change, true);
  history_.add(std::move(change), std::move(label));
  history_stale_ = true;
}

std::optional<std::uint32_t> Session::figure(std::string_view id) const {
  const Figures& figures = draft_->sheet.figures();
  const std::uint32_t index = figures.find(id);
  return index < figures.list().size() ? std::optional(index) : std::nullopt;
}

std::string Session::figure_label(const char* key, std::uint32_t index) const {
  return def_.wording.say(key, {{"n", std::to_string(index + 1)}});
}

std::size_t Session::byte_of(Slot field, std::size_t units) const {
  return text::byte_offset(draft_->sheet.cell(field).text.text(), units);
}

Changed Session::insert_figure(Slot field, std::size_t at, std::string_view caption, Picture picture) {
  const bool kept = field == kNone;
  if (!kept && !takes_figures(draft_->sheet, field)) return 0;
  Figures& figures = draft_->sheet.figures();
  std::string id = figures.fresh_id();
  FigurePlan plan(draft_->sheet);
  Figure figure{std::move(id), field, std::string(caption), figures.add(std::move(picture))};
  kept ? plan.list.push_back(std::move(figure)) : plan.put_in(std::move(figure), byte_of(field, at));
  return change_figures(std::move(plan), def_.wording.say("history.insertFigure"));
}

Changed Session::place_figure(std::string_view id, Slot field, std::size_t at) {
  const auto index = figure(id);
  if (!index || !takes_figures(draft_->sheet, field) || draft_->sheet.figures().picture(*index).width == 0)
    return 0;
  FigurePlan plan(draft_->sheet);
  Figure moved = plan.list[*index];
  moved.field = field;
  FigurePlan::Caret caret{field, byte_of(field, at)};
  plan.take_out(*index, &caret);
  plan.put_in(std::move(moved), caret.at);
  return change_figures(std::move(plan), figure_label("history.placeFigure", *index));
}

Changed Session::move_figure(std::string_view id, std::uint32_t to) {
  const auto index = figure(id);
  if (!index || draft_->sheet.figures().list()[*index].field == kNone) return 0;
  FigurePlan plan(draft_->sheet);
  plan.move(*index, to);
  return change_figures(std::move(plan), figure_label("history.moveFigure", *index));
}

Changed Session::remove_figure(std::string_view id) {
  const auto index = figure(id);
  if (!index) return 0;
  FigurePlan plan(draft_->sheet);
  plan.take_out(*index);
  return change_figures(std::move(plan), figure_label("history.removeFigure", *index));
}

Changed Session::replace_figure(std::string_view id, Picture picture) {
  const auto index = figure(id);
  if (!index) return 0;
  FigurePlan plan(draft_->sheet);
  plan.list[*index].picture = draft_->sheet.figures().add(std::move(picture));
  return change_figures(std::move(plan), figure_label("history.replaceFigure", *index));
}

Changed Session::order_figures(Slot field) {
  if (!takes_figures(draft_->sheet, field)) return 0;
  FigurePlan plan(draft_->sheet);
  plan.follow_lines(field);
  return change_figures(std::move(plan), label("history.orderFigures", field));
}

Changed Session::caption_figure(std::string_view id, std::string_view caption) {
  const auto index = figure(id);
  if (!index || draft_->sheet.figures().caption(*index) == caption) return 0;
  Change change{Change::Kind::caption, 0, 0, 0, std::string(caption), {}, {}, {}, std::string(id)};
  if (!history_.joins_caption(id)) {
    do_step(std::move(change), figure_label("history.captionFigure", *index));
  } else {
    apply(change, true);
  }
  return flags();
}

std::string_view Session::picture_data(std::string_view id) const {
  const auto index = figure(id);
  if (!index) return {};
  const Figures& figures = draft_->sheet.figures();
  return figures.picture(figures.list()[*index]).data;
}

Changed Session::store_picture(std::string_view id, std::string_view blob, std::uint32_t bytes) {
  const auto index = figure(id);
  Figures& figures = draft_->sheet.figures();
  if (!index || !figures.stored(figures.list()[*index].picture, blob, bytes)) return 0;
  judge_->figures_changed();
  return flags();
}

}  // namespace formcheck::form
