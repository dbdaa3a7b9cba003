// The rule files that the library carries, embedded by the build from src/rules/data.
//
// Threads: reads constant data.
#ifndef TRADEWARDEN_RULES_RULE_DATA_HPP
#define TRADEWARDEN_RULES_RULE_DATA_HPP

#include <string_view>

namespace tradewarden::rules {

/// For each file, by path: "PATH\nBYTES\n" and the bytes.
[[nodiscard]] std::string_view built_in_text() noexcept;

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULE_DATA_HPP
