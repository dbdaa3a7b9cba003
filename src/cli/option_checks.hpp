// Checks of option values that say the library's own sentence.
//
// Example:
//   app.add_option("--date", text)->check(checked_by([](auto& s) { return day::parse(s); }));
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_OPTION_CHECKS_HPP
#define TRADEWARDEN_CLI_OPTION_CHECKS_HPP

#include <CLI/CLI.hpp>
#include <string>

namespace tradewarden::cli {

template <class Parse>
CLI::Validator checked_by(Parse parse) {
  return CLI::Validator(
      [parse](std::string& text) {
        const auto parsed = parse(text);
        return parsed ? std::string() : parsed.error().message;
      },
      "", "");
}

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OPTION_CHECKS_HPP
