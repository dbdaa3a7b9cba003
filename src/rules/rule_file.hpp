// One rule file: a parameter's id, its type and its dated values, checked to the last key.
//
// Example:
//   std::vector<error> problems;
//   auto rule = read_rule_file("734/threshold.json", bytes, problems);
//   if (!rule) for (const error& e : problems) std::cerr << e.to_string() << '\n';
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_RULE_FILE_HPP
#define TRADEWARDEN_RULES_RULE_FILE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_value.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden::rules {

inline constexpr std::size_t k_max_file_bytes = std::size_t{8} << 20;
inline constexpr std::size_t k_max_depth = 16;
inline constexpr std::size_t k_max_problems = 100;  // per file; one more says that there are more

struct rule_file {
  std::string id;
  std::string type;
  std::string file;    // path below the folder
  std::string origin;  // "built-in", or the folder
  digest content;
  std::vector<dated_value> values;  // by `from`, the earliest first
  std::vector<rule_overlay> overlays;

  /// The overlay in force on the day, or nullptr.
  [[nodiscard]] const rule_overlay* overlay_on(day on) const noexcept;
  /// In force on the day, and not suspended.
  [[nodiscard]] bool applies(const dated_value& v, day on) const noexcept;
};

/// The types that a file may have, sorted.
[[nodiscard]] const std::vector<std::string_view>& known_types();

/// All problems of the file in one pass, each with file and field ("values[2].from"). Nothing is
/// returned if there is any.
[[nodiscard]] std::optional<rule_file> read_rule_file(std::string file, std::string_view bytes,
                                                      std::vector<error>& problems);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULE_FILE_HPP
