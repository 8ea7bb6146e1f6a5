// Unified social credit code, GB 32100-2015: registrar and kind (2), region (6), organisation code after GB
// 11714 (9), check character.
//   uscc.length{actual}                    characters, 18 wanted
//   uscc.charset{characters}               those that cannot occur, each once, space between, eight at most
//   uscc.checkDigit{expected}              18th character, by the first 17
//   uscc.organizationCheckDigit{expected}  17th character, by the 9th to 16th
//   uscc.notEnterprise{prefix}             registrar and kind other than 91, an enterprise of the market
//   regulator
#include "formats/format.h"
#include "formats/typed.h"
#include "text/utf8.h"

namespace formcheck::formats {
namespace {

constexpr std::size_t kLength = 18;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // a character's value is its place
constexpr std::size_t kMostNamed = 8;
constexpr std::size_t kBase = kAlphabet.size();

std::string upper(std::string s) {
  for (char& c : s) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  return s;
}

// By the first 17 characters, weighted 3^i mod 31.
char check_digit(std::string_view code) noexcept {
  std::size_t sum = 0, weight = 1;
  for (const char c : code.substr(0, kLength - 1)) {
    sum += kAlphabet.find(c) * weight;
    weight = weight * 3 % kBase;
  }
  return kAlphabet[(kBase - sum % kBase) % kBase];
}

// By the eight characters of an organisation code; here letters count from A = 10 through the whole alphabet.
char organization_check_digit(std::string_view code) noexcept {
  constexpr unsigned kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = code[8 + i];
    sum += kWeights[i] * static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10);
  }
  return "0123456789X0"[11 - sum % 11];
}

std::vector<Problem> check(std::string_view typed) {
  const std::string code = upper(compact(typed, "-"));
  std::vector<Problem> out;
  std::size_t length = 0, named = 0;
  std::string foreign;
  for (const char *p = code.data(), *const end = p + code.size(); p != end; ++length) {
    const char* const start = p;
    (void)text::decode(p, end);
    const std::string_view c(start, static_cast<std::size_t>(p - start));
    if (kAlphabet.find(c) != std::string_view::npos || foreign.find(c) != std::string::npos) continue;
    if (++named > kMostNamed) continue;
    if (!foreign.empty()) foreign += ' ';
    foreign += c;
  }
  if (length != kLength) out.push_back({"uscc.length", {{"actual", std::to_string(length)}}});
  if (!foreign.empty()) out.push_back({"uscc.charset", {{"characters", foreign}}});
  if (!out.empty()) return out;

  if (const char expected = check_digit(code); code[17] != expected) {
    out.push_back({"uscc.checkDigit", {{"expected", std::string_view(&expected, 1)}}});
  }
  if (const char expected = organization_check_digit(code); code[16] != expected) {
    out.push_back({"uscc.organizationCheckDigit", {{"expected", std::string_view(&expected, 1)}}});
  }
  if (const std::string prefix = code.substr(0, 2); prefix != "91") {
    out.push_back({"uscc.notEnterprise", {{"prefix", prefix}}});
  }
  return out;
}

}  // namespace

Format uscc() {
  return {"uscc", check, "uscc.length uscc.charset uscc.checkDigit uscc.organizationCheckDigit uscc.notEnterprise"};
}

}  // namespace formcheck::formats
