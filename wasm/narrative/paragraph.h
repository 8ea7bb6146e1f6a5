// What is kept of one paragraph, so that a key anywhere else costs it nothing.
#pragma once
#include <string>
#include <vector>

#include "narrative/attribute.h"
#include "narrative/finding.h"
#include "narrative/hygiene.h"
#include "narrative/names.h"

namespace formcheck::narrative {

struct Paragraph {
  std::string text;                                  // without its line feed
  std::uint32_t units = 0;                           // UTF-16, its line feed not counted
  std::uint32_t letters = 0;                         // characters but spaces
  std::uint64_t hash = 0;                            // of the letters: repeated paragraphs agree
  std::uint32_t topics = 0, topics_with_figure = 0;  // bits
  std::uint64_t directions = 0;
  Heading heading;
  Figures figures;
  std::vector<std::uint32_t> offsets;  // UTF-16 place of each figure's begin and end
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      references;              // of figures: place of the number in `offsets` order, number
  std::vector<Remark> own;     // from the text alone; places relative to the paragraph
  std::vector<Remark> judged;  // against the form; the same
  bool is_judged = false;
};

// Reads paragraphs; holds what is used again from one to the next.
class ParagraphReader {
 public:
  ParagraphReader(const Knowledge& knowledge, const Names& names) : knowledge_(knowledge), names_(names) {}

  // Fills `out` from its text. Linear.
  void read(const TextPlan& plan, Paragraph& out);
  // Holds its figures against the form.
  void judge(const TextPlan& plan, const Facts& facts, Paragraph& out);

 private:
  void add_names(const TextPlan& plan, Paragraph& out);
  void add_blemishes(const TextPlan& plan, Paragraph& out);
  [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
    return {0, line_.units[begin], line_.units[end]};
  }

  const Knowledge& knowledge_;
  const Names& names_;
  Line line_;
  std::vector<Token> tokens_;
  std::vector<Blemish> blemishes_;
  std::vector<NearName> near_;
};

}  // namespace formcheck::narrative
