// Who is restricted because restricted parties own it: the answer of one regime on one day.
//
// Example:
//   ownership_question q;
//   q.regime = "us-ofac";
//   q.date = day::parse("2026-01-01").value();
//   auto a = assess_ownership(graph, q).value();
//   for (const auto& r : a.results) std::cout << graph.id(r.entity) << ' ' << to_string(r.verdict) << '\n';
//
// A share held by a restricted owner counts in full, one held by any other counts zero: it is no
// product of percentages (OFAC, FAQ 401). The answer is the least set that is closed under the rule, so that
// a circle of companies cannot restrict itself, and does not depend on any order. Shares that are
// not known exactly are worked through twice, at their lowest and at their highest: what is
// restricted in both is restricted, what is restricted in one depends, and the shares that decide
// are named.
//
// Threads: pure functions; any number of threads may ask about one graph.
#ifndef TRADEWARDEN_OWNERSHIP_HPP
#define TRADEWARDEN_OWNERSHIP_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/exact_share.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/ownership_regime.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

enum class ownership_verdict : std::uint8_t { not_restricted = 0, depends = 1, restricted = 2 };
[[nodiscard]] std::string_view to_string(ownership_verdict v) noexcept;

struct ownership_question {
  std::string regime;                  ///< "us-ofac", "us-bis-affiliates", "eu", "uk", "ca"
  std::optional<day> date{};           ///< Default: today in UTC.
  std::vector<entity_id> entities{};   ///< Empty: all that are restricted or depend, seeds left out.
  std::uint32_t limit = 1000;          ///< Most results where no entity is named.
};

/// An edge of a proof: a restricted owner and what it owns.
struct ownership_reason {
  ownership_edge edge;
  truth owner_restricted = truth::yes;  ///< unknown: the owner depends itself.
  bool owner_listed = false;            ///< The proof ends here.
};

/// A listing that reaches an entity through its owners.
struct ownership_label {
  ownership_seed seed;
  friend bool operator==(const ownership_label& a, const ownership_label& b) {
    return a.seed.party == b.seed.party && a.seed.list == b.seed.list;
  }
};

struct ownership_result {
  entity_id entity;
  ownership_verdict verdict = ownership_verdict::not_restricted;
  bool listed = false;  ///< Is a seed itself.
  ownership_kind kind = ownership_kind::capital;  ///< Of the test that decides, or comes nearest.
  bool by_control = false;                        ///< Control decides, not a share.
  /// Of restricted owners: at least, with those that are; at most, with those that may be.
  exact_share share;
  share_threshold threshold;
  /// From the entity upwards, each owner opened once: the proof, or what there is of it.
  std::vector<ownership_reason> because;
  std::uint64_t more_because = 0;
  std::vector<ownership_label> labels;  ///< The most restrictive requirement first.
  /// Of `depends`: shares that together, at their highest, restrict it; none of them can be spared.
  std::vector<ownership_edge> deciding_unknowns;
  bool unknowns_reduced = true;  ///< False: too many to try; these are some of them.
  std::vector<std::string> assumptions;
};

struct ownership_answer {
  std::string regime;
  day date;
  bool in_force = true;  ///< False: the rule is suspended, or not yet in force; only seeds are restricted.
  std::vector<rule_basis> basis;
  std::vector<ownership_result> results;  ///< As asked; else restricted first, then by id.
  std::uint64_t more_results = 0;
  std::uint64_t restricted = 0;  ///< Of all parties, seeds left out.
  std::uint64_t depending = 0;
  std::uint64_t seeds = 0;          ///< That count in this regime.
  std::uint64_t seeds_outside = 0;  ///< Of lists that the regime leaves out.
  std::vector<std::string> assumptions;
  std::vector<std::string> not_evaluated;
};

/// Errors: usage for a regime that the rules do not have.
[[nodiscard]] result<ownership_answer> assess_ownership(
    const ownership_graph& graph, const ownership_question& q,
    const rule_book& rules = rule_book::built_in());

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_HPP
