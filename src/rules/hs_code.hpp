// Codes of the Harmonized System and sets of them, compared as far as their digits go.
//
// Example:
//   hs_set parts = hs_set::parse("8473, 8504.90, 8531-8538, ch 90").value();
//   parts.has("847330", "8471");   // yes
//   parts.has("85", "8471");       // unknown: a chapter says too little
//
// Threads: plain values.
#ifndef TRADEWARDEN_RULES_HS_CODE_HPP
#define TRADEWARDEN_RULES_HS_CODE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden::rules {

/// Chapter, heading, subheading: how many digits they have.
enum class hs_level : std::uint8_t { any = 0, chapter = 2, heading = 4, subheading = 6 };

/// All codes that begin with the digits: from `low` up to `high`, as ten digits.
struct hs_range {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  [[nodiscard]] std::uint64_t width() const noexcept { return high - low; }
  friend bool operator==(const hs_range&, const hs_range&) = default;
};

/// Of 2 to 10 digits; nothing else is one. Points are taken out before.
[[nodiscard]] bool is_hs_code(std::string_view digits) noexcept;
/// `digits` must be a code.
[[nodiscard]] hs_range range_of(std::string_view digits) noexcept;

/// Is every code of `inner` in `outer` (yes), none (no), or only some (unknown)?
[[nodiscard]] truth within(const hs_range& inner, const hs_range& outer) noexcept;

/// Is the material in another chapter, heading or subheading than the good? Empty: not known.
[[nodiscard]] truth differs(std::string_view material, std::string_view good, hs_level level) noexcept;

class hs_set {
 public:
  /// Codes joined by commas: "84", "ch 84", "8473", "8473.30", "8402.11-8402.20", and
  /// "same-chapter", "same-heading", "same-subheading": those of the good. Error bad_value.
  [[nodiscard]] static result<hs_set> parse(std::string_view text);

  [[nodiscard]] bool empty() const noexcept { return ranges_.empty() && same_.empty(); }
  /// Is the material one of them? unknown: its code, or the good's, is not known well enough.
  [[nodiscard]] truth has(std::string_view material, std::string_view good) const noexcept;
  /// The same for a code alone, where no "same-" is meant.
  [[nodiscard]] truth has(std::string_view code) const noexcept { return has(code, {}); }
  [[nodiscard]] const std::vector<hs_range>& ranges() const noexcept { return ranges_; }
  /// As read, with single blanks.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::vector<hs_range> ranges_;
  std::vector<hs_level> same_;
  std::string text_;
};

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_HS_CODE_HPP
