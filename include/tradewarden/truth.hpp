// Yes, no, or what nobody can tell from the facts at hand. Unknown is neither.
//
// Example:
//   truth listed = truth::yes, incorporated = truth::unknown;
//   assert((listed && incorporated) == truth::unknown);
//   assert((truth::no && incorporated) == truth::no);      // decided whatever the unknown is
//
// Threads: a plain value.
#ifndef TRADEWARDEN_TRUTH_HPP
#define TRADEWARDEN_TRUTH_HPP

#include <cstdint>
#include <string_view>

namespace tradewarden {

enum class truth : std::uint8_t { no = 0, unknown = 1, yes = 2 };

/// "no", "unknown", "yes".
[[nodiscard]] constexpr std::string_view to_string(truth t) noexcept {
  return t == truth::no ? "no" : t == truth::yes ? "yes" : "unknown";
}

[[nodiscard]] constexpr truth as_truth(bool b) noexcept { return b ? truth::yes : truth::no; }

/// Kleene's logic: the order is no < unknown < yes.
[[nodiscard]] constexpr truth operator&&(truth a, truth b) noexcept { return a < b ? a : b; }
[[nodiscard]] constexpr truth operator||(truth a, truth b) noexcept { return a < b ? b : a; }
[[nodiscard]] constexpr truth operator!(truth t) noexcept {
  return t == truth::no ? truth::yes : t == truth::yes ? truth::no : truth::unknown;
}

}  // namespace tradewarden

#endif  // TRADEWARDEN_TRUTH_HPP
