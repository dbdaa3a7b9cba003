#include "ownership/finding.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

#include "ownership/deciding.hpp"
#include "ownership/share_text.hpp"

namespace tradewarden::ownership {
namespace {

constexpr std::size_t k_most_reasons = 1000;
constexpr std::size_t k_most_labels = 1000;

class finding {
 public:
  explicit finding(const worked_through& w)
      : w_(w), by_(w.by), certain_(w.certain), possible_(w.possible) {}

  ownership_result of(std::uint32_t e) const {
    ownership_result out;
    out.entity = entity_id{e};
    out.listed = w_.is_seed(e);
    out.verdict = w_.verdict(e);
    if (!w_.in_force) {
      out.threshold = by_.regime.tests.front().threshold;
      out.kind = by_.regime.tests.front().kind;
      out.share = make_share(exact_fraction(), exact_fraction(), out.threshold);
      add_labels(e, out);
      return out;
    }
    choose_test(e, out);
    if (out.verdict != ownership_verdict::not_restricted && !out.listed) add_proof(e, out);
    add_labels(e, out);
    if (out.verdict == ownership_verdict::depends) add_unknowns(e, out);
    return out;
  }

 private:
  struct figures {
    percent_units low = 0;
    percent_units high = 0;
    bool certain = false;
    bool possible = false;
  };

  /// What restricted owners hold of it by one test: added up, or the most of one of them.
  [[nodiscard]] figures measured(std::uint32_t e, const ownership_test& test) const {
    struct by_owner {
      std::uint32_t owner;
      percent_units low, high;
    };
    std::vector<by_owner> owners;
    by_.edges.in(e, [&](const held_edge& h) {
      if (!by_.counts(h.edge) || by_.kind(h.edge) != test.kind || possible_[h.owner] == 0) return;
      const percent_units low = certain_[h.owner] != 0 ? by_.share(h.edge, bound::certain) : 0;
      // Edges into one party come by owner: those of an owner stand together.
      if (owners.empty() || owners.back().owner != h.owner) owners.push_back({h.owner, 0, 0});
      owners.back().low = added(owners.back().low, low);
      owners.back().high = added(owners.back().high, by_.share(h.edge, bound::possible));
    });
    figures f;
    for (const by_owner& o : owners) {
      f.low = adds_up(test, bound::certain) ? added(f.low, o.low) : std::max(f.low, o.low);
      f.high = adds_up(test, bound::possible) ? added(f.high, o.high) : std::max(f.high, o.high);
    }
    f.certain = meets(f.low, test.threshold) && f.low > 0;
    f.possible = meets(f.high, test.threshold) && f.high > 0;
    return f;
  }

  void choose_test(std::uint32_t e, ownership_result& out) const {
    const ownership_test* chosen = nullptr;
    figures of_chosen;
    const auto rank = [](const figures& f) { return f.certain ? 2 : f.possible ? 1 : 0; };
    for (const ownership_test& test : by_.regime.tests) {
      const figures f = measured(e, test);
      const bool better = chosen == nullptr || rank(f) > rank(of_chosen) ||
                          (rank(f) == rank(of_chosen) && rank(f) == 0 && f.high > of_chosen.high);
      if (better) {
        chosen = &test;
        of_chosen = f;
      }
    }
    out.kind = chosen->kind;
    out.threshold = chosen->threshold;
    const auto fraction = [](percent_units u) { return exact_fraction::of(u, k_whole); };
    out.share = make_share(fraction(of_chosen.low), fraction(of_chosen.high), chosen->threshold);
    const int reached = rank(of_chosen);
    const int needed = out.verdict == ownership_verdict::restricted ? 2 : 1;
    out.by_control = !out.listed && out.verdict != ownership_verdict::not_restricted && reached < needed;
    if (out.by_control) out.kind = ownership_kind::control;
    if (chosen->aggregate == truth::unknown && of_chosen.possible && !of_chosen.certain) {
      out.assumptions.emplace_back("whether the shares of several restricted owners are added up is not settled: it depends on whether they act together");
    }
    percent_units all = 0;
    by_.edges.in(e, [&](const held_edge& h) {
      if (by_.counts(h.edge) && by_.kind(h.edge) == chosen->kind) all = added(all, by_.share(h.edge, bound::certain));
    });
    if (all > k_whole) {
      out.assumptions.push_back("its owners hold " + percent_text(all) + " percent of it together: some rows must be wrong");
    }
  }

  /// Owners of lower rounds, opened one after the other.
  void add_proof(std::uint32_t party, ownership_result& out) const {
    const bool certain = out.verdict == ownership_verdict::restricted;
    const party_rounds& round = certain ? certain_ : possible_;
    const bound b = certain ? bound::certain : bound::possible;
    std::deque<std::uint32_t> open{party};
    std::unordered_set<std::uint32_t> seen{party};
    while (!open.empty()) {
      const std::uint32_t e = open.front();
      open.pop_front();
      std::vector<held_edge> found;
      by_.edges.in(e, [&](const held_edge& h) {
        if (!by_.counts(h.edge) || round[h.owner] == 0 || round[h.owner] >= round[e]) return;
        if (by_.share(h.edge, b) > 0) found.push_back(h);
      });
      std::stable_sort(found.begin(), found.end(), [&](const held_edge& x, const held_edge& y) {
        return by_.share(x.edge, b) > by_.share(y.edge, b);
      });
      for (const held_edge& h : found) {
        const bool seed = w_.is_seed(h.owner);
        if (out.because.size() == k_most_reasons) {
          ++out.more_because;
        } else {
          out.because.push_back({by_.edges.shown(h), certain_[h.owner] != 0 ? truth::yes : truth::unknown, seed});
        }
        if (!seed && seen.insert(h.owner).second) open.push_back(h.owner);
      }
    }
  }

  /// All listings above it, through owners that are or may be restricted.
  void add_labels(std::uint32_t party, ownership_result& out) const {
    std::vector<std::uint32_t> above{party};
    std::unordered_set<std::uint32_t> seen{party};
    const party_rounds& round = certain_[party] != 0 ? certain_ : possible_;
    if (round[party] == 0) return;
    for (std::size_t i = 0; i < above.size() && out.labels.size() < k_most_labels; ++i) {
      const std::uint32_t e = above[i];
      const auto first = std::lower_bound(w_.counted.begin(), w_.counted.end(), e, [](const ownership_seed* s, std::uint32_t v) {
        return s->party.value < v;
      });
      for (auto s = first; s != w_.counted.end() && (*s)->party.value == e; ++s) out.labels.push_back({**s});
      if (!w_.in_force) break;
      by_.edges.in(e, [&](const held_edge& h) {
        if (round[h.owner] == 0 || !by_.counts(h.edge) || by_.share(h.edge, bound::possible) == 0) return;
        if (seen.insert(h.owner).second) above.push_back(h.owner);
      });
    }
    const auto strictness = [&](const ownership_label& l) {
      const auto& order = by_.regime.requirements;
      return std::find(order.begin(), order.end(), l.seed.requirement) - order.begin();
    };
    std::stable_sort(out.labels.begin(), out.labels.end(), [&](const ownership_label& a, const ownership_label& b) {
      // What the regime's order does not know could be stricter than all it knows.
      const auto known = [&](const ownership_label& l) {
        return strictness(l) < static_cast<std::ptrdiff_t>(by_.regime.requirements.size());
      };
      if (known(a) != known(b)) return !known(a);
      if (known(a) && strictness(a) != strictness(b)) return strictness(a) < strictness(b);
      return std::pair(w_.graph.id(a.seed.party), std::string_view(a.seed.list)) <
             std::pair(w_.graph.id(b.seed.party), std::string_view(b.seed.list));
    });
  }

  void add_unknowns(std::uint32_t e, ownership_result& out) const {
    const deciding_edges d = deciding(by_, w_.seeds, possible_, e);
    out.unknowns_reduced = d.reduced;
    for (const held_edge& h : d.edges) out.deciding_unknowns.push_back(by_.edges.shown(h));
  }

  const worked_through& w_;
  const setting& by_;
  const party_rounds& certain_;
  const party_rounds& possible_;
};

}  // namespace

ownership_result result_of(const worked_through& w, std::uint32_t party) { return finding(w).of(party); }

}  // namespace tradewarden::ownership
