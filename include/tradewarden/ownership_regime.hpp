// When ownership by listed parties restricts a company: the parameters of one regime on one day.
//
// Example:
//   auto eu = rule_book::built_in().ownership("eu", day::parse("2024-07-02").value());
//   assert(eu.value->tests[0].threshold.op == threshold_operator::more_than);   // a day later: at_least
//
// Sources: OFAC's guidance of 13 August 2014 and FAQs 398 to 402; Supplement No. 8 to 15 CFR Part
// 744; the Council's best practices; the guidance of the UK; section 2.1 of Canada's Special Economic
// Measures Act. The numbers themselves are data: `tradewarden rules show ownership.REGIME`.
//
// Threads: plain values.
#ifndef TRADEWARDEN_OWNERSHIP_REGIME_HPP
#define TRADEWARDEN_OWNERSHIP_REGIME_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/share_threshold.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

/// What a share is of. Kinds are never added to each other. The numbers are pinned.
enum class ownership_kind : std::uint8_t { capital = 0, votes = 1, control = 2, board = 3 };
inline constexpr std::size_t k_ownership_kinds = 4;
[[nodiscard]] std::string_view to_string(ownership_kind k) noexcept;
/// Nothing: no such kind.
[[nodiscard]] std::optional<ownership_kind> parse_ownership_kind(std::string_view text) noexcept;

/// A company is restricted if the share of its restricted owners, of this kind, meets the threshold.
struct ownership_test {
  ownership_kind kind = ownership_kind::capital;
  share_threshold threshold{50, 100, threshold_operator::at_least};
  /// Are the shares of several restricted owners added up? unknown: the sources do not say.
  truth aggregate = truth::yes;
  friend bool operator==(const ownership_test&, const ownership_test&) = default;
};

struct ownership_regime {
  std::string id;                     ///< "us-ofac"
  std::vector<ownership_test> tests;  ///< Any of them suffices.
  truth control = truth::no;          ///< Does control by a restricted owner suffice?
  std::vector<std::string> lists;     ///< Codes of lists whose parties are restricted owners.
  std::vector<std::string> outside;   ///< Codes of lists that the regime leaves out.
  std::vector<std::string> requirements;  ///< Of licences, the most restrictive first.
  friend bool operator==(const ownership_regime&, const ownership_regime&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_REGIME_HPP
