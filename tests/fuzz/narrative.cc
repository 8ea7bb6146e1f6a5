// Arbitrary texts through the narrative reader: nothing may crash or hang, every place lies in its text, and
// a review kept by edits says what one opened anew says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "json/read.h"
#include "json/write.h"
#include "narrative/review.h"
#include "text/utf8.h"

namespace {

using namespace formcheck;

std::string file_text(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

void require(bool holds) {
  if (!holds) std::abort();
}

const narrative::Knowledge& knowledge() {
  static const auto kLoaded = narrative::load_knowledge(
      file_text(FORMCHECK_SOURCE_DIR "/schema/zj-quality-benchmark/2025/narrative.json"),
      file_text(FORMCHECK_SOURCE_DIR "/schema/zj-quality-benchmark/2025/narrative.zh-CN.json"));
  if (!kLoaded) std::abort();
  return **kLoaded;
}

// Well-formed text from any bytes: what is broken becomes U+FFFD.
std::string mended(std::string_view bytes) {
  std::string out;
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  while (p != end) text::append(out, text::decode(p, end));
  return out;
}

void check_places(const std::string& findings, std::size_t units) {
  const json::Document json = json::read(findings);
  require(json.fault == json::Fault::none);
  for (const json::Value& finding : json.root) {
    for (const json::Value& place : *finding.find("at")) {
      const json::Value *from = place.find("from"), *to = place.find("to");
      if (from == nullptr || place.text_of("at") != "/values/results") continue;
      require(*from->whole() <= *to->whole() && *to->whole() <= units);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kFacts = file_text(FORMCHECK_SOURCE_DIR "/tests/cases/narrative/facts.json");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t half = size / 2;
  const std::string first = mended(bytes.substr(0, half)), second = mended(bytes.substr(half)),
                    whole = first + second;
  narrative::Review kept(knowledge()), fresh(knowledge());
  require(kept.open(kFacts) && fresh.open(kFacts));
  require(kept.set("/values/results", second));
  require(kept.edit("/values/results", 0, 0, first));
  require(fresh.set("/values/results", whole));
  const std::string findings = kept.findings();
  require(findings == fresh.findings());
  require(kept.figures() == fresh.figures());
  check_places(findings, text::utf16_length(whole));
  require(json::read(kept.report()).fault == json::Fault::none);
  // The text as a company's name and a product's: all others are read by it.
  if (size < 200) {
    (void)kept.set("/values/company", whole);
    (void)kept.set("/values/products/a", second);
    (void)kept.findings();
  }
  return 0;
}
