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
#include <cstdint>
#include <optional>
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

/// A share with up to four decimals, in units of 1/10,000.
inline std::optional<std::uint32_t> share_from(const std::string& text) {
  std::uint32_t units = 0;
  std::uint32_t scale = 10'000;
  std::size_t at = 0;
  if (text.size() > 8 || text.empty()) return std::nullopt;
  if (text[at] != '0' && text[at] != '1') return std::nullopt;
  units = static_cast<std::uint32_t>(text[at++] - '0') * scale;
  if (at < text.size() && text[at++] != '.') return std::nullopt;
  for (; at < text.size(); ++at) {
    scale /= 10;
    if (text[at] < '0' || text[at] > '9' || scale == 0) return std::nullopt;
    units += static_cast<std::uint32_t>(text[at] - '0') * scale;
  }
  return units <= 10'000 ? std::optional(units) : std::nullopt;
}

inline CLI::Validator a_share() {
  return CLI::Validator(
      [](std::string& text) {
        return share_from(text) ? std::string() : "'" + text.substr(0, 40) + "' is no share from 0 to 1 with at most four decimals";
      },
      "", "");
}

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OPTION_CHECKS_HPP
