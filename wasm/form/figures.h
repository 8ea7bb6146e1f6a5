// The pictures of an application and the places of its narratives where they stand. A figure's number is its place in the
// list: those of the first narrative first. A line 【图n】 in a narrative stands for figure n. Pictures that came with a file and
// belong to no narrative (`field` is kNone) stand last: they are kept until somebody places them.
// The bytes of a picture are not here: only what it is called where they are kept.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cel/pool.h"

namespace formcheck::form {

// One image. Never changes and is never given up, so that an undo finds it again.
struct Picture {
  std::string type;  // image/jpeg, image/png; kept without a narrative any other, then without a size
  std::uint32_t width = 0, height = 0;
  std::uint32_t bytes = 0;
  std::string blob;  // names the bytes: sha256-…; "" as long as they are in `data`
  std::string data;  // base64, of a file just opened, until whoever keeps the bytes has taken them
};

struct Figure {
  std::string id;           // unique in the draft
  std::uint32_t field = 0;  // slot of its narrative, or kNone
  std::string caption;
  std::uint32_t picture = 0;  // index

  friend bool operator==(const Figure&, const Figure&) = default;
};

class Figures {
 public:
  [[nodiscard]] const std::vector<Figure>& list() const { return list_; }
  [[nodiscard]] const Picture& picture(const Figure& f) const { return pictures_[f.picture]; }
  [[nodiscard]] const Picture& picture(std::uint32_t index) const { return picture(list_[index]); }
  [[nodiscard]] const std::string& caption(std::uint32_t index) const { return list_[index].caption; }
  [[nodiscard]] std::uint32_t find(std::string_view id) const;  // index, or the list's size
  [[nodiscard]] std::string fresh_id() const;                   // "f1", "f2" …

  // Numbers of a narrative's figure lines, in its order (text/figures.h); 0 for lines that can stand for none.
  [[nodiscard]] const std::vector<std::uint32_t>& marks(std::uint32_t field) const;
  [[nodiscard]] bool placed(std::uint32_t index) const;  // its narrative has its line

  std::uint32_t add(Picture picture);
  void swap(std::vector<Figure>& other);  // the list must be in the order of narratives
  void swap_caption(std::uint32_t index, std::string& other);
  void read_marks(std::uint32_t field, std::string_view text);  // after every change of a narrative
  bool stored(std::uint32_t picture, std::string_view blob, std::uint32_t bytes);  // its bytes are kept elsewhere now

  // Another number after every change of list or marks.
  [[nodiscard]] std::uint32_t revision() const { return revision_; }

 private:
  std::vector<Figure> list_;
  cel::Pool<Picture> pictures_;
  std::vector<std::vector<std::uint32_t>> marks_;  // by slot, as far as there are any
  std::uint32_t revision_ = 0;
};

}  // namespace formcheck::form
