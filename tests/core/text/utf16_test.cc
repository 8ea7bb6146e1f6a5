#include <catch2/catch.hpp>

#include "text/utf8.h"

namespace formcheck::text {

TEST_CASE("UTF-16 comes in whole, lone surrogates as the replacement character") {
  CHECK(from_utf16(u"") == "");
  CHECK(from_utf16(u"质a𠮷") == "质a𠮷");
  const char16_t lone[] = {u'质', 0xD800, u'量', 0xDC00, 0xDBFF, 0};
  CHECK(from_utf16(lone) == "质\xEF\xBF\xBD量\xEF\xBF\xBD\xEF\xBF\xBD");
  const char16_t swapped[] = {0xDC00, 0xD800, 0};
  CHECK(from_utf16(swapped) == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace formcheck::text
