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
    const bool shared = name != "form.json" && name != "rules.json" && name != "messages.zh-CN.json";
    if (shared && files.find(name) == nullptr) files.files.emplace_back(name, text);
  }
  return files;
}

}  // namespace

const form::Wording& wording() {
  static const form::Wording kWording = form::load_wording(embedded_files());
  return kWording;
}

std::optional<std::string> read_input(const std::string& name) {
  auto bytes = name == "-" ? read_stream(std::cin) : read_file(name);
  if (!bytes) std::cerr << wording().say("cli.cannotRead", {{"file", name}}) << '\n';
  return bytes;
}

std::unique_ptr<const form::Definition> load_form(const std::optional<std::string>& directory) {
  std::error_code error;
  if (directory && !fs::is_directory(*directory, error)) {
    std::cerr << wording().say("cli.cannotRead", {{"file", *directory}}) << '\n';
    return nullptr;
  }
  auto definition = form::load_definition(directory ? edition_files(*directory) : embedded_files());
  if (definition) return std::move(*definition);
  const form::Json fault = form::error_json(wording(), definition.error());
  std::cerr << fault["file"].get<std::string>() << ' ' << fault["place"].get<std::string>();
  if (fault.contains("column")) std::cerr << ':' << fault["column"].dump();
  std::cerr << ": " << fault["message"].get<std::string>() << " [" << fault["code"].get<std::string>() << "]\n";
  return nullptr;
}

OpenDraft open_draft(const form::Definition& definition, const std::string& file) {
  const auto bytes = read_input(file);
  if (!bytes) return {};
  OpenDraft out{std::make_unique<form::Session>(definition), {}};
  auto opened = out.session->open(*bytes);
  if (!opened.ok) {
    for (const form::Json& notice : form::notices_json(definition, opened.notices)) {
      std::cerr << notice["message"].get<std::string>() << '\n';
    }
    out.session.reset();
  }
  out.notices = std::move(opened.notices);
  return out;
}

}  // namespace formcheck::cli
