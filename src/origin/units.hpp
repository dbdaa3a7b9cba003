// Units of quantity: known ones convert inside their kind, every other text is a kind of its own.
//
// Example:
//   assert(find_unit("kg")->kind == find_unit("g")->kind);
//   assert(convert(decimal::parse("1.5").value(), "kg", "g").value() == decimal::from_units(1500));
//
// Threads: reads constant tables.
#ifndef TRADEWARDEN_ORIGIN_UNITS_HPP
#define TRADEWARDEN_ORIGIN_UNITS_HPP

#include <optional>
#include <string_view>

#include "tradewarden/decimal.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::detail {

enum class unit_kind : std::uint8_t { count, mass, length, area, volume, time };

struct unit {
  std::string_view name;  ///< In lower case, as the bill prints it.
  unit_kind kind;
  std::int64_t num;       ///< One unit is num / 10^scale of the kind's base (piece, g, mm, ...).
  std::int32_t scale;
};

/// By name, plural or usual short form, in any case; nothing if it is not known.
[[nodiscard]] const unit* find_unit(std::string_view name) noexcept;

/// As the bill prints it: the name of a known unit, "each" for an empty text, else the text itself.
[[nodiscard]] std::string_view unit_name(std::string_view text) noexcept;

/// Two names of one unit.
[[nodiscard]] bool same_unit(std::string_view a, std::string_view b) noexcept;

/// Known units of one kind: grams and kilograms.
[[nodiscard]] bool one_kind(std::string_view a, std::string_view b) noexcept;

/// The same quantity in another unit. Errors: conflict (of different kinds, or not known);
/// limit_exceeded (more than 18 digits, or no decimal fraction: inches of a metre).
[[nodiscard]] result<decimal> convert(const decimal& quantity, std::string_view from,
                                      std::string_view to);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_UNITS_HPP
