// A name of a listed party, as the list writes it.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_PARTY_NAME_HPP
#define TRADEWARDEN_PARTY_NAME_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"
#include "tradewarden/source_position.hpp"

namespace tradewarden {

enum class name_kind : std::uint8_t {
  primary = 0,
  aka = 1,  ///< also known as
  fka = 2,  ///< formerly known as
  nka = 3,  ///< now known as
};

/// OFAC marks broad or generic aliases as weak and does not expect them to be screened alone.
enum class name_strength : std::uint8_t { strong = 0, weak = 1 };

enum class script : std::uint8_t {
  unknown = 0, latin, cyrillic, greek, armenian, georgian, arabic, hebrew, han, hangul, kana,
  devanagari, thai, other,
};

[[nodiscard]] std::string_view to_string(name_kind k) noexcept;      ///< "primary", "a.k.a.", ...
[[nodiscard]] std::string_view to_string(name_strength s) noexcept;  ///< "strong", "weak"
[[nodiscard]] std::string_view to_string(script s) noexcept;         ///< "latin", ...

/// The script of the first letter in UTF-8 text that has one.
[[nodiscard]] script script_of(std::string_view utf8) noexcept;

struct party_name {
  std::string text;  ///< UTF-8, as listed, outer blanks removed.
  name_kind kind = name_kind::primary;
  name_strength strength = name_strength::strong;
  tradewarden::script script = tradewarden::script::latin;
  source_position at;
  /// ISO 639 code ("ru") where the list says it, else empty.
  std::string language{};
  friend bool operator==(const party_name&, const party_name&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_NAME_HPP
