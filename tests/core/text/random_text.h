// Random text like what people type and paste, from a fixed seed so that a failure can be seen again.
#pragma once
#include <random>
#include <string>

namespace formcheck::testing {

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) {
    return n == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, n - 1)(engine_);
  }

  // One character, word, marker line or line break.
  std::string piece() {
    static const char* const kPieces[] = {"质",
                                          "量",
                                          "标",
                                          "杆",
                                          "图",
                                          "一",
                                          "鿿",
                                          "㐀",
                                          "豈",
                                          "𠮷",
                                          "々",
                                          "〇",
                                          "，",
                                          "。",
                                          "、",
                                          "“",
                                          "”",
                                          "（",
                                          "）",
                                          "…",
                                          "—",
                                          "％",
                                          "Ａ",
                                          "５",
                                          "a",
                                          "b",
                                          "Z",
                                          "5",
                                          "0",
                                          "%",
                                          ".",
                                          "-",
                                          "/",
                                          "ab",
                                          "ISO9001",
                                          " ",
                                          "  ",
                                          "\t",
                                          "　",
                                          "\u00a0",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          "\r",
                                          "é",
                                          "σ",
                                          "±",
                                          "²",
                                          "\u0301",
                                          "\u200b",
                                          "\u200d",
                                          "\ufeff",
                                          "\u2028",
                                          "😀",
                                          "👨‍👩‍👧",
                                          "\U000e0100",
                                          "【图1】",
                                          "\n【图1】\n",
                                          "\n 【图23】\r\n",
                                          "【图",
                                          "】",
                                          "1】\n",
                                          "\n【",
                                          "한",
                                          "カ",
                                          "ｶ",
                                          "\u0085",
                                          "全过程质量控制体系",
                                          "数字化"};
    return kPieces[below(std::size(kPieces))];
  }

  std::string text(std::size_t pieces) {
    std::string out;
    while (pieces-- != 0) out += piece();
    return out;
  }

  std::string bytes(std::size_t n) {
    std::string out;
    while (n-- != 0) out += static_cast<char>(below(256));
    return out;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace formcheck::testing
