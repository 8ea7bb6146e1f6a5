#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "commands.h"
#include "embedded_form.h"
#include "form/notices.h"

namespace formcheck::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_stream(std::istream& in) {
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) return {};
  return bytes;
}

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return {};
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  return read_stream(in);
}

form::DefinitionFiles embedded_files() {
  form::DefinitionFiles files;
  for (std::size_t i = 0; i < kEmbeddedFormSize; ++i) {
    files.files.emplace_back(kEmbeddedForm[i].name,
                             std::string(reinterpret_cast<const char*>(kEmbeddedForm[i].bytes), kEmbeddedForm[i].size));
  }
  return files;
}

void add_folder(const fs::path& folder, form::DefinitionFiles& files) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json" || files.find(name) != nullptr) continue;
    if (auto text = read_file(entry.path())) files.files.emplace_back(name, *std::move(text));
  }
}

// An edition's folder is schema/<form>/<edition>; code lists and wording stand in schema/. What a folder by itself lacks
// of these comes from the build.
form::DefinitionFiles edition_files(const fs::path& edition) {
  form::DefinitionFiles files;
  add_folder(edition, files);
  std::error_code error;
  const fs::path schema = fs::weakly_canonical(edition, error).parent_path().parent_path();
  add_folder(schema / "codes", files);
  if (auto text = read_file(schema / "core.zh-CN.json"); text && files.find("core.zh-CN.json") == nullptr) {
    files.files.emplace_back("core.zh-CN.json", *std::move(text));
  }
  for (auto& [name, text] : embedded_files().files) {
    const bool shared = name != "form.json" && name != "rules.json" && name != "messages.zh-CN.json" && name.rfind("narrative", 0) != 0;
    if (shared && files.find(name) == nullptr) files.files.emplace_back(name, text);
  }
  return files;
}

}  // namespace

const form::Wording& wording() {
  static text::Store texts;
  static const form::Wording kWording = form::load_wording(embedded_files(), texts);
  return kWording;
}

std::optional<std::string> read_input(const std::string& name) {
  auto bytes = name == "-" ? read_stream(std::cin) : read_file(name);
  if (!bytes) std::cerr << wording().say("cli.cannotRead", {{"file", name}}) << '\n';
  return bytes;
}

std::optional<form::DefinitionFiles> form_files(const std::optional<std::string>& directory) {
  std::error_code error;
  if (!directory) return embedded_files();
  if (fs::is_directory(*directory, error)) return edition_files(*directory);
  std::cerr << wording().say("cli.cannotRead", {{"file", *directory}}) << '\n';
  return {};
}

std::unique_ptr<const form::Definition> load_form(const std::optional<std::string>& directory) {
  const auto files = form_files(directory);
  if (!files) return nullptr;
  auto definition = form::load_definition(*files);
  if (definition) return std::move(*definition);
  const form::DefinitionError& fault = definition.error();
  std::cerr << fault.file << ' ' << fault.place;
  if (fault.column > 0) std::cerr << ':' << fault.column;
  std::cerr << ": " << message_of(wording(), fault) << " [" << fault.code << "]\n";
  return nullptr;
}

std::string definition_file(const std::optional<std::string>& directory, std::string_view name) {
  const form::DefinitionFiles files = directory ? edition_files(*directory) : embedded_files();
  const std::string* text = files.find(name);
  return text == nullptr ? std::string() : *text;
}

OpenDraft open_draft(const form::Definition& definition, const std::string& file) {
  const auto bytes = read_input(file);
  if (!bytes) return {};
  OpenDraft out{std::make_unique<form::Session>(definition), {}};
  auto opened = out.session->open(*bytes);
  if (!opened.ok) {
    for (const form::Notice& notice : opened.notices) std::cerr << message_of(definition.wording, notice) << '\n';
    out.session.reset();
  }
  out.notices = std::move(opened.notices);
  return out;
}

}  // namespace formcheck::cli
