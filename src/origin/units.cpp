#include "origin/units.hpp"

#include <array>
#include <string>

#include "origin/big.hpp"
#include "support/ascii.hpp"

namespace tradewarden::detail {

namespace {

// Bases: piece, gram, millimetre, square millimetre, cubic millimetre, second. The pound and the inch
// are exact by the international agreement of 1959.
constexpr std::array k_units = {
    unit{"each", unit_kind::count, 1, 0},
    unit{"pair", unit_kind::count, 2, 0},
    unit{"dozen", unit_kind::count, 12, 0},
    unit{"ug", unit_kind::mass, 1, 6},
    unit{"mg", unit_kind::mass, 1, 3},
    unit{"g", unit_kind::mass, 1, 0},
    unit{"kg", unit_kind::mass, 1000, 0},
    unit{"t", unit_kind::mass, 1000000, 0},
    unit{"lb", unit_kind::mass, 45359237, 5},
    unit{"oz", unit_kind::mass, 28349523125, 9},
    unit{"um", unit_kind::length, 1, 3},
    unit{"mm", unit_kind::length, 1, 0},
    unit{"cm", unit_kind::length, 10, 0},
    unit{"m", unit_kind::length, 1000, 0},
    unit{"km", unit_kind::length, 1000000, 0},
    unit{"in", unit_kind::length, 254, 1},
    unit{"ft", unit_kind::length, 3048, 1},
    unit{"yd", unit_kind::length, 9144, 1},
    unit{"mm2", unit_kind::area, 1, 0},
    unit{"cm2", unit_kind::area, 100, 0},
    unit{"m2", unit_kind::area, 1000000, 0},
    unit{"mm3", unit_kind::volume, 1, 0},
    unit{"ml", unit_kind::volume, 1000, 0},
    unit{"cm3", unit_kind::volume, 1000, 0},
    unit{"l", unit_kind::volume, 1000000, 0},
    unit{"m3", unit_kind::volume, 1000000000, 0},
    unit{"s", unit_kind::time, 1, 0},
    unit{"min", unit_kind::time, 60, 0},
    unit{"h", unit_kind::time, 3600, 0},
};

struct other_name {
  std::string_view text;
  std::string_view unit;
};
constexpr std::array k_other_names = {
    other_name{"ea", "each"},     other_name{"pc", "each"},     other_name{"pcs", "each"},
    other_name{"pce", "each"},    other_name{"piece", "each"},  other_name{"pieces", "each"},
    other_name{"st", "each"},     other_name{"stk", "each"},    other_name{"unit", "each"},
    other_name{"units", "each"},  other_name{"nos", "each"},    other_name{"pr", "pair"},
    other_name{"pairs", "pair"},  other_name{"dz", "dozen"},    other_name{"gram", "g"},
    other_name{"grams", "g"},     other_name{"gr", "g"},        other_name{"kilogram", "kg"},
    other_name{"kilograms", "kg"}, other_name{"kgs", "kg"},     other_name{"tonne", "t"},
    other_name{"lbs", "lb"},      other_name{"pound", "lb"},    other_name{"millimetre", "mm"},
    other_name{"centimetre", "cm"}, other_name{"metre", "m"},   other_name{"metres", "m"},
    other_name{"meter", "m"},     other_name{"meters", "m"},    other_name{"mtr", "m"},
    other_name{"inch", "in"},     other_name{"inches", "in"},   other_name{"foot", "ft"},
    other_name{"feet", "ft"},     other_name{"sqm", "m2"},      other_name{"litre", "l"},
    other_name{"liter", "l"},     other_name{"ltr", "l"},       other_name{"sec", "s"},
    other_name{"hour", "h"},      other_name{"hours", "h"},     other_name{"hr", "h"},
};

}  // namespace

const unit* find_unit(std::string_view name) noexcept {
  for (const other_name& o : k_other_names) {
    if (ascii::equal_ignoring_case(name, o.text)) {
      name = o.unit;
      break;
    }
  }
  for (const unit& u : k_units) {
    if (ascii::equal_ignoring_case(name, u.name)) return &u;
  }
  return nullptr;
}

std::string_view unit_name(std::string_view text) noexcept {
  if (text.empty()) return "each";
  const unit* known = find_unit(text);
  return known ? known->name : text;
}

bool same_unit(std::string_view a, std::string_view b) noexcept {
  return ascii::equal_ignoring_case(unit_name(a), unit_name(b));
}

bool one_kind(std::string_view a, std::string_view b) noexcept {
  const unit* first = find_unit(a);
  const unit* second = find_unit(b);
  return first && second && first->kind == second->kind;
}

result<decimal> convert(const decimal& quantity, std::string_view from, std::string_view to) {
  if (same_unit(from, to)) return quantity;
  const unit* a = find_unit(from);
  const unit* b = find_unit(to);
  if (!a || !b || a->kind != b->kind) {
    return error{errc::conflict,
                 "unit '" + std::string(from) + "' does not convert to '" + std::string(to) + "'",
                 {}, 0, "uom"};
  }
  ratio r = to_ratio(quantity) * ratio(big(a->num), power_of_ten(a->scale)) /
            ratio(big(b->num), power_of_ten(b->scale));
  for (std::int32_t scale = 0; scale <= decimal::k_most_digits; ++scale, r *= 10) {
    if (denominator(r) != 1) continue;
    if (numerator(r) >= power_of_ten(decimal::k_most_digits)) break;
    return decimal::from_units(numerator(r).convert_to<std::int64_t>(), scale);
  }
  return error{errc::limit_exceeded,
               quantity.to_string() + " " + std::string(from) + " is no decimal of 18 digits in " +
                   std::string(to) + ": use one unit for the part",
               {}, 0, "uom"};
}

}  // namespace tradewarden::detail
