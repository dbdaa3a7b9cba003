// A part's export classification: an ECCN with its paragraph, EAR99, a mark for ITAR, or unknown.
//
// Example:
//   auto c = tradewarden::classification::parse("3A001.b.2").value();
//   assert(c.entry() == "3A001" && c.paragraph() == "b.2" && c.category() == '3');
//   assert(c.to_string() == "3A001.b.2");
//
// It says how the text reads, not that such an entry exists: ask rule_book for that.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_CLASSIFICATION_HPP
#define TRADEWARDEN_CLASSIFICATION_HPP

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

enum class classification_kind : std::uint8_t { unknown, ear99, eccn, itar };
[[nodiscard]] std::string_view to_string(classification_kind k) noexcept;

class classification {
 public:
  /// Unknown: "?".
  classification() = default;

  /// "2B116", "3A001.b.2", "EAR99", "ITAR", "ITAR:XI", "?" and the empty text (unknown); case does
  /// not matter. Error bad_value otherwise: a classification is never guessed.
  [[nodiscard]] static result<classification> parse(std::string_view text);

  [[nodiscard]] classification_kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is_eccn() const noexcept { return kind_ == classification_kind::eccn; }

  /// "3A001"; the USML category of ITAR ("XI"), empty if not given; empty otherwise.
  [[nodiscard]] std::string_view entry() const noexcept;
  /// "b.2", or empty.
  [[nodiscard]] std::string_view paragraph() const noexcept;
  /// '0' to '9', or '\0' for what is no ECCN.
  [[nodiscard]] char category() const noexcept;
  /// 'A' to 'E', or '\0' for what is no ECCN.
  [[nodiscard]] char product_group() const noexcept;
  /// In its usual spelling; "?" if unknown.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const classification&, const classification&) = default;
  friend auto operator<=>(const classification&, const classification&) = default;

 private:
  classification_kind kind_ = classification_kind::unknown;
  std::string text_;  // "3A001.b.2", "XI", or empty
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_CLASSIFICATION_HPP
