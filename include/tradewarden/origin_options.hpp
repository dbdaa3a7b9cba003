// What is asked of a bill: destinations, date, where it is exported from, and the switches of policy.
//
// Example:
//   tradewarden::origin_options o;
//   o.destinations = {"DE", "IR"};
//   o.date = tradewarden::day::parse("2016-03-01").value();
//   o.facts.push_back({"substantially_transformed", tradewarden::truth::no});
//
// Threads: a plain value.
#ifndef TRADEWARDEN_ORIGIN_OPTIONS_HPP
#define TRADEWARDEN_ORIGIN_OPTIONS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/end_user.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"
#include "tradewarden/verdict.hpp"

namespace tradewarden {

/// Which alternatives of a position count.
enum class alternatives_policy : std::uint8_t {
  primary = 0,  ///< alt_rank 0 alone.
  any = 1,      ///< Bounds over every choice, one choice for each position.
};
[[nodiscard]] std::string_view to_string(alternatives_policy p) noexcept;
[[nodiscard]] result<alternatives_policy> parse_alternatives_policy(std::string_view text);

/// A fact that no table and no bill holds, stated by the user.
struct stated_fact {
  std::string id;  ///< As tests ask for it ("substantially_transformed"); see question::fact.
  truth value = truth::unknown;
};

struct origin_options {
  std::vector<std::string> products;      ///< Part ids; empty: every part that no line uses.
  std::vector<std::string> destinations;  ///< Names or codes; empty with all_destinations.
  bool all_destinations = false;          ///< Every destination of the rules, about 200.
  std::vector<regime> regimes;            ///< Empty: all.
  std::optional<day> date;                ///< Default: today in UTC, recorded in the answer.
  std::string exported_from;              ///< Default: the country where the product is made.
  alternatives_policy alternatives = alternatives_policy::primary;
  /// A table known in another edition only makes `depends` instead of an assumption.
  bool strict_editions = false;
  /// A `discrete` of `?` counts as `n`: the careful default that the advisory opinion allows.
  bool unknown_discrete_counts = false;
  /// What is in foreign bought parts without lines counts as not known, unless they are discrete
  /// products; else it is taken to be no US content where `discrete` is `?` or empty.
  bool bought_content_unknown = false;
  std::vector<stated_fact> facts;
  /// Who gets the products and what for, for foreign direct product rules.
  end_user_facts end_user;
  /// Parts listed in counted[] and not_counted[] of one result, those of most value first; the rest
  /// is a number. 0: none.
  std::uint32_t part_limit = 1000;
  /// Verdicts, tests, shares and rules alone, without lists of parts and deciding facts: all products
  /// of a large bill are counted in one pass over it.
  bool summary = false;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_ORIGIN_OPTIONS_HPP
