// The facts that mean something of their own to rules of origin; every other name is a process.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_FACT_KINDS_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_FACT_KINDS_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace tradewarden::detail {

enum class fact_kind : std::uint8_t { truth, amount, country, code };

inline constexpr std::array<std::string_view, 7> k_amount_facts{
    "value", "international_shipping", "total_cost", "excluded_costs", "net_cost", "build_up_costs", "net_weight"};

/// By its name: "hs_2012" is a code, "originating_in" countries, an amount if listed, else a truth.
[[nodiscard]] inline fact_kind kind_of_fact(std::string_view name) noexcept {
  for (const std::string_view a : k_amount_facts) {
    if (name == a) return fact_kind::amount;
  }
  if (name == "originating_in") return fact_kind::country;
  return name.size() == 7 && name.starts_with("hs_") ? fact_kind::code : fact_kind::truth;
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_FACT_KINDS_HPP
