// Checks of option values that say the library's own sentence.
//
// Example:
//   app.add_option("--date", text)->check(checked_by([](auto& s) { return day::parse(s); }));
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_OPTION_CHECKS_HPP
#define TRADEWARDEN_CLI_OPTION_CHECKS_HPP

#include <CLI/CLI.hpp>
#include <algorithm>
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

/// Digits, read as decimal: a leading zero does not make them octal.
inline CLI::Validator whole_number() {
  return CLI::Validator(
      [](std::string& text) {
        if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) {
          return "'" + text.substr(0, 40) + "' is no whole number";
        }
        text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
        return std::string();
      },
      "", "");
}

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OPTION_CHECKS_HPP
