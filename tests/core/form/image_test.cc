// A definition read from its image is the definition: every session over it says the same, byte for byte.
#include "form/image/image.h"

#include <random>

#include "apply_change.h"
#include "random_edits.h"
#include "support.h"

using formcheck::form::ImageFault;
using formcheck::form::read_image;
using formcheck::form::Session;
using support::Json;

namespace {

struct Image {
  explicit Image(const support::DefinitionFiles& files, const support::Definition& def)
      : view(formcheck::form::make_view(files, def)), bytes(formcheck::form::write_image(def, view)) {
    REQUIRE_FALSE(bytes.empty());
    auto read = read_image(bytes, view);
    REQUIRE(read.fault == ImageFault::none);
    definition = std::move(read.definition);
  }
  std::string view, bytes;
  std::unique_ptr<const support::Definition> definition;
};

const Image& real() {
  static const Image image(support::real_files(), support::real());
  return image;
}
const Image& mini() {
  static const Image image(support::mini_files(), support::mini());
  return image;
}

void same(Session& loaded, Session& read) {
  REQUIRE(read.report() == loaded.report());
  REQUIRE(read.snapshot() == loaded.snapshot());
  REQUIRE(read.draft("") == loaded.draft(""));
}

void try_session(const support::Definition& def, unsigned seed) {
  Session session(def);
  (void)session.open(support::sample());
  support::RandomEdits edit(session, seed);
  for (int i = 0; i < 20; ++i) edit.step(), (void)session.delta();
  (void)session.report(), (void)session.snapshot();
}

}  // namespace

TEST_CASE("what was read from an image writes the same image") {
  for (const Image* image : {&real(), &mini()})
    REQUIRE(formcheck::form::write_image(*image->definition, image->view) == image->bytes);
}

TEST_CASE("every case gives the same report and snapshot over the image") {
  for (const char* folder : {"tests/cases/findings", "tests/cases/bad-input"}) {
    for (const auto& entry : support::fs::directory_iterator(support::kRoot / folder)) {
      std::string draft = support::read(entry.path());
      const Json test = Json::parse(draft, nullptr, false);
      if (test.is_object() && test.contains("from")) {
        const std::string from = test["from"].get<std::string>();
        const std::string start = from == "blank" ? Session(support::real()).draft("")
                                                  : support::read(entry.path().parent_path() / from);
        draft = support::apply_change(start, test.value("change", Json::array()));
      }
      INFO(entry.path());
      Session loaded(support::real()), read(*real().definition);
      const auto one = loaded.open(draft), other = read.open(draft);
      REQUIRE(one.ok == other.ok);
      REQUIRE(one.notices.size() == other.notices.size());
      same(loaded, read);
    }
  }
}

TEST_CASE("random edits give the same deltas over the image") {
  const auto follow = [](const support::Definition& def, const support::Definition& again,
                         const std::string& start, unsigned seed) {
    Session loaded(def), read(again);
    if (!start.empty()) REQUIRE((loaded.open(start).ok && read.open(start).ok));
    support::RandomEdits one(loaded, seed), other(read, seed);
    for (int i = 0; i < 400; ++i) {
      one.step(), other.step();
      REQUIRE(loaded.delta() == read.delta());
    }
    same(loaded, read);
  };
  for (unsigned seed = 40; seed < 44; ++seed) {
    follow(support::real(), *real().definition, support::sample(), seed);
    follow(support::mini(), *mini().definition, "", seed);
  }
}

TEST_CASE("a damaged image is refused, and so is another core's or another view's") {
  const std::string& good = mini().bytes;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x20);
    INFO("byte " << i);
    REQUIRE(read_image(bad, mini().view).fault ==
            (i >= 8 && i < 20 ? ImageFault::other_core : ImageFault::damaged));
    REQUIRE(read_image(good.substr(0, i), mini().view).definition == nullptr);
  }
  REQUIRE(read_image(good + " ", mini().view).fault == ImageFault::damaged);
  REQUIRE(read_image(good, mini().view + " ").fault == ImageFault::damaged);
  REQUIRE(read_image("", "").fault == ImageFault::damaged);
}

TEST_CASE("a form that needs an operation few forms need is not read where that is not there") {
  auto files = support::mini_files();
  for (auto& [name, text] : files.files) {
    if (name == "rules.json") text.replace(text.find("count.part <= count.all"), 10, "int(count.part)");
  }
  const auto def = support::load(files);
  const Image image(files, *def);
  const auto without = read_image(image.bytes, image.view, false);
  CHECK(without.fault == ImageFault::needs_rare);
  CHECK(without.definition == nullptr);
  for (const Image* common : {&real(), &mini()})
    CHECK(read_image(common->bytes, common->view, false).fault == ImageFault::none);
}

TEST_CASE("an image that was damaged with care is refused or does no harm") {
  std::mt19937 random(5);
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    const Image& image = i % 4 == 0 ? real() : mini();
    std::string body = image.bytes.substr(formcheck::form::kImageHead);
    for (auto n = random() % 3 + 1; n > 0; --n) {
      char& byte = body[random() % body.size()];
      byte = static_cast<char>(random() % 2 == 0 ? byte + 1 : random());
    }
    if (random() % 8 == 0) body.erase(random() % body.size(), random() % 4);
    const auto result = read_image(formcheck::form::seal_image(body, image.view), image.view);
    if (result.definition == nullptr) continue;
    ++read;
    try_session(*result.definition, static_cast<unsigned>(i));
  }
  CHECK(read > 100);
}
