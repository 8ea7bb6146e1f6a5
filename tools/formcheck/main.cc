// formcheck: the core on the command line. `formcheck --help` says how.
#include <array>
#include <iostream>
#include <string_view>

#include "commands.h"

namespace {

using formcheck::cli::Arguments;

struct Command {
  std::string_view name;
  int (*run)(const Arguments&);
};

constexpr std::array<Command, 8> kCommands = {{{"check", formcheck::cli::check},
                                               {"count", formcheck::cli::count},
                                               {"eval", formcheck::cli::eval},
                                               {"new", formcheck::cli::blank},
                                               {"explain", formcheck::cli::explain},
                                               {"review", formcheck::cli::review},
                                               {"lint", formcheck::cli::lint},
                                               {"compile", formcheck::cli::compile}}};

int refuse(const char* key, const std::string& what) {
  std::cerr << formcheck::cli::wording().say(key, {{"value", what}}) << '\n';
  return formcheck::cli::kUnreadable;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "--help";
  if (name == "--help" || name == "-h" || name == "help") {
    (argc > 1 ? std::cout : std::cerr) << formcheck::cli::wording().say("cli.help");
    return argc > 1 ? formcheck::cli::kGood : formcheck::cli::kUnreadable;
  }
  if (name == "--version") {
    std::cout << "formcheck " FORMCHECK_VERSION "\n";
    return formcheck::cli::kGood;
  }
  for (const Command& command : kCommands) {
    if (command.name != name) continue;
    Arguments args;
    bool options = true;
    for (int i = 2; i < argc; ++i) {
      const std::string word = argv[i];
      if (options && word == "--") {
        options = false;
      } else if (options && word == "--help") {
        std::cout << formcheck::cli::wording().say("cli.help");
        return formcheck::cli::kGood;
      } else if (options && (word == "--form" || word == "--format" || word == "--data" || word == "--out" || word == "--view")) {
        if (++i == argc) return refuse("cli.missingValue", word);
        (word == "--form" ? args.form : word == "--format" ? args.format : word == "--data" ? args.data : word == "--out" ? args.out : args.view) = argv[i];
      } else if (options && word.size() > 2 && word.rfind("--", 0) == 0) {
        return refuse("cli.unknownOption", word);
      } else {
        args.positional.push_back(word);
      }
    }
    return command.run(args);
  }
  return refuse("cli.unknownCommand", name);
}
