// The plain twin of the spread of restriction: repeat over all edges until nothing changes, in
// rational numbers. It knows parties by name, and neither rounds nor integers.
#ifndef TRADEWARDEN_TESTS_REFERENCE_PLAIN_OWNERSHIP_HPP
#define TRADEWARDEN_TESTS_REFERENCE_PLAIN_OWNERSHIP_HPP

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/ownership_regime.hpp"

namespace tradewarden::tests {

using plain_ratio = boost::multiprecision::cpp_rational;

struct plain_edge {
  std::string owner, owned;
  plain_ratio low, high;  // percent
  ownership_kind kind = ownership_kind::capital;
  std::optional<day> from, until;
};

/// Restricted parties; `certain`: at the lowest shares, and nothing counts that is not known.
inline std::set<std::string> plain_restricted(const std::vector<plain_edge>& edges, const std::set<std::string>& seeds,
                                              const ownership_regime& regime, day on, bool certain) {
  std::set<std::string> restricted = seeds;
  const auto meets = [](const plain_ratio& share, const share_threshold& t) {
    const plain_ratio limit = plain_ratio(t.num, t.den) * 100;
    return share > 0 && (t.op == threshold_operator::at_least ? share >= limit : share > limit);
  };
  const auto taken = [certain](truth t) { return t == truth::yes || (t == truth::unknown && !certain); };
  for (bool changed = true; changed;) {
    changed = false;
    // By owned party and kind: what each restricted owner holds.
    std::map<std::pair<std::string, ownership_kind>, std::map<std::string, plain_ratio>> held;
    for (const plain_edge& e : edges) {
      if ((e.from && on < *e.from) || (e.until && !(on < *e.until))) continue;
      if (e.owner == e.owned || restricted.count(e.owner) == 0) continue;
      held[{e.owned, e.kind}][e.owner] += certain ? e.low : e.high;
    }
    for (const auto& [what, owners] : held) {
      const auto& [owned, kind] = what;
      plain_ratio sum = 0, most = 0;
      for (const auto& [owner, share] : owners) {
        sum += share;
        if (share > most) most = share;
      }
      bool met = kind == ownership_kind::control && taken(regime.control) && most > 0;
      for (const ownership_test& t : regime.tests) {
        if (t.kind == kind && meets(taken(t.aggregate) ? sum : most, t.threshold)) met = true;
      }
      if (met && restricted.insert(owned).second) changed = true;
    }
  }
  return restricted;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_REFERENCE_PLAIN_OWNERSHIP_HPP
