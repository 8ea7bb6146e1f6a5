// Numbers as prose writes them.
#include "narrative/numerals.h"

#include "narrative/line.h"
#include "support.h"

namespace formcheck::narrative {
namespace {

std::string read(const char* text) {
  const std::u32string line = folded(text);
  const auto n = numeral_at(line, 0);
  if (!n) return "-";
  return n->value.to_string() + (n->per != 0 ? to_utf8(std::u32string(1, n->per)) : "") + "|" +
         to_utf8(std::u32string_view(line).substr(n->end));
}

}  // namespace

TEST_CASE("Arabic digits") {
  CHECK(read("12,345.67万元") == "12345.67|万元");
  CHECK(read("１２．５％") == "12.5|%");
  CHECK(read("1,23") == "1|,23");
  CHECK(read("1,2345") == "1|,2345");
  CHECK(read("2024，") == "2024|,");
  CHECK(read("1.2.3") == "-");
  CHECK(read("3.") == "3|.");
}

TEST_CASE("Chinese numerals") {
  CHECK(read("三十二项") == "32|项");
  CHECK(read("十二万元") == "12|万元");
  CHECK(read("一百零五") == "105|");
  CHECK(read("三千二百零五件") == "3205|件");
  CHECK(read("一亿二千万元") == "100002000|万元");
  CHECK(read("两家") == "2|家");
  CHECK(read("二〇二四年") == "2024|年");
  CHECK(read("五点三个") == "5.3|个");
  CHECK(read("百分之五点三。") == "5.3%|。");
  CHECK(read("百分之12.5") == "12.5%|");
  CHECK(read("千分之四点八") == "4.8‰|");
  CHECK(read("万分之3") == "3‱|");
  CHECK(read("百") == "-");
  CHECK(read("万一") == "-");
}

TEST_CASE("no numeral is too long to be read, and none overflows") {
  CHECK(read(std::string(400, '9').c_str()) != "");
  std::string long_one;
  for (int i = 0; i < 60; ++i) long_one += "九亿";
  CHECK(read(long_one.c_str()) != "");
}

}  // namespace formcheck::narrative
