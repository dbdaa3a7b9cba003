// What a token weighs in its role, given what its text weighs.
//
// Example:
//   names::role_weights w;
//   assert(w.in_role(token_role::legal_form, 38) == 16);
//
// Threads: plain values. A change here is a change of the score version (docs/scoring.md).
#ifndef TRADEWARDEN_NAMES_ROLE_WEIGHTS_HPP
#define TRADEWARDEN_NAMES_ROLE_WEIGHTS_HPP

#include <algorithm>
#include <cstdint>

#include "tradewarden/comparison.hpp"

namespace tradewarden::names {

struct role_weights {
  std::uint8_t initial = 30;
  std::uint8_t number = 60;
  std::uint8_t least_place = 50;
  std::uint8_t most_particle = 14;
  std::uint8_t most_honorific = 14;
  std::uint8_t most_legal_form = 16;
  /// Most that a word of organisations weighs, however few parties bear it.
  std::uint8_t most_common = 60;

  /// `word_weight` is that of the word table.
  [[nodiscard]] constexpr std::uint8_t in_role(token_role role,
                                               std::uint8_t word_weight) const noexcept {
    switch (role) {
      case token_role::name: return name(word_weight);
      case token_role::common:
        return static_cast<std::uint8_t>(std::min(word_weight, most_common) * 7 / 8);
      case token_role::legal_form: return std::min(word_weight, most_legal_form);
      case token_role::particle: return std::min(word_weight, most_particle);
      case token_role::honorific: return std::min(word_weight, most_honorific);
      case token_role::initial: return initial;
      case token_role::number: return number;
      case token_role::place: return std::max(word_weight, least_place);
    }
    return word_weight;
  }

  /// Bends the weights of names downwards: names that many bear tell less than their number says, as
  /// those of one people come together.
  [[nodiscard]] static constexpr std::uint8_t name(std::uint8_t word_weight) noexcept {
    constexpr std::int32_t k_lightest = 12;
    constexpr std::int32_t k_span = 100 - k_lightest;
    const std::int32_t x = std::max(0, word_weight - k_lightest);
    return static_cast<std::uint8_t>(10 + (90 * (20 * x * k_span + 80 * x * x) + 50 * k_span * k_span) /
                                              (100 * k_span * k_span));
  }
};

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_ROLE_WEIGHTS_HPP
