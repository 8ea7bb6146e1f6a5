#include "text/words.h"

#include <catch2/catch.hpp>

#include "text/args.h"

namespace formcheck::text {

TEST_CASE("words are taken one by one and found by their place") {
  std::string_view list = "error warning advice";
  CHECK(find_word(list, "error") == 0);
  CHECK(find_word(list, "advice") == 2);
  CHECK(find_word(list, "warn") == std::string_view::npos);
  CHECK(find_word(list, "") == std::string_view::npos);
  CHECK(find_word(list, "error warning") == std::string_view::npos);
  CHECK(take_word(list) == "error");
  CHECK(take_word(list) == "warning");
  CHECK(take_word(list) == "advice");
  CHECK(list.empty());
  CHECK(take_word(list).empty());
}

TEST_CASE("arguments keep their order and their own texts") {
  Args args;
  {
    const std::string name = "limit", value = "30";
    args = {{"actual", "31"}, {name, value}};
  }
  REQUIRE(args.size() == 2);
  CHECK(*args.find("limit") == "30");
  CHECK(args.find("label") == nullptr);
  Args more = args;
  more.add(Args{{"label", "名称"}});
  CHECK(args.size() == 2);
  CHECK(more == Args{{"actual", "31"}, {"limit", "30"}, {"label", "名称"}});
}

}  // namespace formcheck::text
