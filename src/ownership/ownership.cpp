#include "tradewarden/ownership.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <unordered_set>
#include <utility>

#include "ownership/deciding.hpp"
#include "ownership/share_text.hpp"
#include "ownership/spread.hpp"
#include "support/ascii.hpp"

namespace tradewarden {
namespace {

using detail::packed_edge;
using ownership::bound;

constexpr std::size_t k_most_reasons = 1000;
constexpr std::size_t k_most_labels = 1000;

/// "US-SDN" is meant by "us-sdn" and by "SDN".
bool names_list(const std::vector<std::string>& codes, std::string_view text) {
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    const std::string_view all = code;
    const std::string wanted = ascii::lower(text);
    return ascii::lower(all) == wanted || ascii::lower(all.substr(all.find('-') + 1)) == wanted;
  });
}

class assessment {
 public:
  assessment(const ownership_graph& graph, const ownership_question& q, const ownership_regime& regime, day on)
      : graph_(graph), edges_(*graph.data().edges), q_(q), regime_(regime), setting_(edges_, regime_, on) {}

  void run(ownership_answer& out, bool in_force) {
    choose_seeds(out);
    certain_ = in_force ? ownership::spread(setting_, seeds_, bound::certain) : seeds_alone();
    // Nothing but the bounds can tell the two apart.
    possible_ = in_force && is_open() ? ownership::spread(setting_, seeds_, bound::possible) : certain_;
    in_force_ = in_force;
    std::vector<entity_id> wanted = q_.entities;
    for (std::uint32_t e = 0; e < edges_.entity_count(); ++e) {
      if (possible_[e] < 2) continue;
      ++(certain_[e] != 0 ? out.restricted : out.depending);
      if (q_.entities.empty()) wanted.push_back(entity_id{e});
    }
    if (q_.entities.empty()) {
      const std::size_t shown = std::min<std::size_t>(wanted.size(), q_.limit);
      std::partial_sort(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(shown), wanted.end(),
                        [&](entity_id a, entity_id b) {
        if ((certain_[a.value] != 0) != (certain_[b.value] != 0)) return certain_[a.value] != 0;
        return graph_.id(a) < graph_.id(b);
      });
      out.more_results = wanted.size() - shown;
      wanted.resize(shown);
    }
    for (const entity_id e : wanted) out.results.push_back(of(e));
  }

 private:
  void choose_seeds(ownership_answer& out) {
    std::set<std::string> strange;
    for (const ownership_seed& seed : graph_.seeds()) {
      if (names_list(regime_.outside, seed.list)) {
        ++out.seeds_outside;
        continue;
      }
      if (!seed.list.empty() && !regime_.lists.empty() && !names_list(regime_.lists, seed.list)) strange.insert(seed.list);
      if (seeds_.empty() || seeds_.back() != seed.party.value) seeds_.push_back(seed.party.value);
      counted_.push_back(&seed);
    }
    out.seeds = seeds_.size();
    for (const std::string& list : strange) {
      out.assumptions.push_back("parties of the list " + list + " are taken to be restricted under " + q_.regime +
                                ", as the seeds say");
    }
    if (out.seeds_outside != 0) {
      out.assumptions.push_back(std::to_string(out.seeds_outside) + " seeds are of lists that " + q_.regime +
                                " leaves out: they restrict nothing here");
    }
  }

  [[nodiscard]] bool is_open() const {
    const auto unknown = [](const ownership_test& t) { return t.aggregate == truth::unknown; };
    return regime_.control == truth::unknown ||
           std::any_of(regime_.tests.begin(), regime_.tests.end(), unknown) ||
           std::any_of(edges_.shares.begin(), edges_.shares.end(),
                       [](const detail::share_interval& s) { return s.low != s.high; });
  }

  [[nodiscard]] std::vector<std::uint32_t> seeds_alone() const {
    std::vector<std::uint32_t> out(edges_.entity_count(), 0);
    for (const std::uint32_t e : seeds_) out[e] = 1;
    return out;
  }

  [[nodiscard]] bool is_seed(std::uint32_t e) const { return certain_[e] == 1; }

  ownership_result of(entity_id party) const {
    ownership_result out;
    const std::uint32_t e = party.value;
    out.entity = party;
    out.listed = is_seed(e);
    out.verdict = certain_[e] != 0    ? ownership_verdict::restricted
                  : possible_[e] != 0 ? ownership_verdict::depends
                                      : ownership_verdict::not_restricted;
    if (!in_force_) {
      out.threshold = regime_.tests.front().threshold;
      out.kind = regime_.tests.front().kind;
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
    for (const std::uint32_t at : edges_.incoming().of(e)) {
      const packed_edge& edge = edges_.edges[at];
      const std::uint32_t owner = edges_.owner_of(at);
      if (!setting_.counts(edge) || setting_.kind(edge) != test.kind || possible_[owner] == 0) continue;
      const percent_units low = certain_[owner] != 0 ? setting_.share(edge, bound::certain) : 0;
      // Edges into one party come by owner: those of an owner stand together.
      if (owners.empty() || owners.back().owner != owner) owners.push_back({owner, 0, 0});
      owners.back().low = ownership::added(owners.back().low, low);
      owners.back().high = ownership::added(owners.back().high, setting_.share(edge, bound::possible));
    }
    figures f;
    for (const by_owner& o : owners) {
      f.low = ownership::adds_up(test, bound::certain) ? ownership::added(f.low, o.low) : std::max(f.low, o.low);
      f.high = ownership::adds_up(test, bound::possible) ? ownership::added(f.high, o.high) : std::max(f.high, o.high);
    }
    f.certain = ownership::meets(f.low, test.threshold) && f.low > 0;
    f.possible = ownership::meets(f.high, test.threshold) && f.high > 0;
    return f;
  }

  void choose_test(std::uint32_t e, ownership_result& out) const {
    const ownership_test* chosen = nullptr;
    figures of_chosen;
    const auto rank = [](const figures& f) { return f.certain ? 2 : f.possible ? 1 : 0; };
    for (const ownership_test& test : regime_.tests) {
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
    for (const std::uint32_t at : edges_.incoming().of(e)) {
      const packed_edge& edge = edges_.edges[at];
      if (setting_.counts(edge) && setting_.kind(edge) == chosen->kind) {
        all = ownership::added(all, setting_.share(edge, bound::certain));
      }
    }
    if (all > k_whole) {
      out.assumptions.push_back("its owners hold " + ownership::percent_text(all) + " percent of it together: some rows must be wrong");
    }
  }

  /// Owners of lower rounds, opened one after the other.
  void add_proof(std::uint32_t party, ownership_result& out) const {
    const bool certain = out.verdict == ownership_verdict::restricted;
    const std::vector<std::uint32_t>& round = certain ? certain_ : possible_;
    const bound b = certain ? bound::certain : bound::possible;
    std::deque<std::uint32_t> open{party};
    std::unordered_set<std::uint32_t> seen{party};
    while (!open.empty()) {
      const std::uint32_t e = open.front();
      open.pop_front();
      std::vector<std::uint32_t> found;
      for (const std::uint32_t at : edges_.incoming().of(e)) {
        const packed_edge& edge = edges_.edges[at];
        const std::uint32_t owner = edges_.owner_of(at);
        if (!setting_.counts(edge) || round[owner] == 0 || round[owner] >= round[e]) continue;
        if (setting_.share(edge, b) > 0) found.push_back(at);
      }
      std::stable_sort(found.begin(), found.end(), [&](std::uint32_t x, std::uint32_t y) {
        return setting_.share(edges_.edges[x], b) > setting_.share(edges_.edges[y], b);
      });
      for (const std::uint32_t at : found) {
        const std::uint32_t owner = edges_.owner_of(at);
        if (out.because.size() == k_most_reasons) {
          ++out.more_because;
        } else {
          out.because.push_back({graph_.edge(at), certain_[owner] != 0 ? truth::yes : truth::unknown, is_seed(owner)});
        }
        if (!is_seed(owner) && seen.insert(owner).second) open.push_back(owner);
      }
    }
  }

  /// All listings above it, through owners that are or may be restricted.
  void add_labels(std::uint32_t party, ownership_result& out) const {
    std::vector<std::uint32_t> above{party};
    std::unordered_set<std::uint32_t> seen{party};
    const std::vector<std::uint32_t>& round = certain_[party] != 0 ? certain_ : possible_;
    if (round[party] == 0) return;
    for (std::size_t i = 0; i < above.size() && out.labels.size() < k_most_labels; ++i) {
      const std::uint32_t e = above[i];
      const auto first = std::lower_bound(counted_.begin(), counted_.end(), e, [](const ownership_seed* s, std::uint32_t v) {
        return s->party.value < v;
      });
      for (auto s = first; s != counted_.end() && (*s)->party.value == e; ++s) out.labels.push_back({**s});
      if (!in_force_) break;
      for (const std::uint32_t at : edges_.incoming().of(e)) {
        const packed_edge& edge = edges_.edges[at];
        const std::uint32_t owner = edges_.owner_of(at);
        if (round[owner] == 0 || !setting_.counts(edge) || setting_.share(edge, bound::possible) == 0) continue;
        if (seen.insert(owner).second) above.push_back(owner);
      }
    }
    const auto strictness = [&](const ownership_label& l) {
      const auto& order = regime_.requirements;
      return std::find(order.begin(), order.end(), l.seed.requirement) - order.begin();
    };
    std::stable_sort(out.labels.begin(), out.labels.end(), [&](const ownership_label& a, const ownership_label& b) {
      // What the regime's order does not know could be stricter than all it knows.
      const auto known = [&](const ownership_label& l) {
        return strictness(l) < static_cast<std::ptrdiff_t>(regime_.requirements.size());
      };
      if (known(a) != known(b)) return !known(a);
      if (known(a) && strictness(a) != strictness(b)) return strictness(a) < strictness(b);
      return std::pair(graph_.id(a.seed.party), std::string_view(a.seed.list)) <
             std::pair(graph_.id(b.seed.party), std::string_view(b.seed.list));
    });
  }

  void add_unknowns(std::uint32_t e, ownership_result& out) const {
    const ownership::deciding_edges d = ownership::deciding(setting_, seeds_, possible_, e);
    out.unknowns_reduced = d.reduced;
    for (const std::uint32_t at : d.at) out.deciding_unknowns.push_back(graph_.edge(at));
  }

  const ownership_graph& graph_;
  const detail::ownership_edges& edges_;
  const ownership_question& q_;
  const ownership_regime& regime_;
  ownership::setting setting_;
  bool in_force_ = true;
  std::vector<std::uint32_t> seeds_;
  std::vector<const ownership_seed*> counted_;  // by party
  std::vector<std::uint32_t> certain_, possible_;
};

/// Of a rule that is not in force on the day: what its last value says.
ownership_regime without_rule(std::string_view id) {
  ownership_regime r;
  r.id = id;
  r.tests.emplace_back();
  return r;
}

}  // namespace

std::string_view to_string(ownership_verdict v) noexcept {
  switch (v) {
    case ownership_verdict::restricted: return "restricted";
    case ownership_verdict::depends: return "depends";
    default: return "not_restricted";
  }
}

result<ownership_answer> assess_ownership(const ownership_graph& graph, const ownership_question& q,
                                          const rule_book& rules) {
  const auto regimes = rules.ownership_regimes();
  if (std::find(regimes.begin(), regimes.end(), q.regime) == regimes.end()) {
    std::string all;
    for (const std::string_view r : regimes) all += (all.empty() ? "" : ", ") + std::string(r);
    return error{errc::usage, "no regime of ownership is called '" + q.regime.substr(0, 40) + "'; there are " + all, {}, 0, {}};
  }
  ownership_answer out;
  out.regime = q.regime;
  out.date = q.date ? *q.date : day::today_utc();
  auto rule = rules.ownership(q.regime, out.date);
  out.basis = std::move(rule.basis);
  out.in_force = rule.value.has_value();
  for (const rule_basis& b : out.basis) {
    if (!b.assumption.empty()) out.assumptions.push_back(b.assumption);
  }
  if (!out.in_force && out.basis.empty()) {
    out.assumptions.push_back("no value of ownership." + q.regime + " is in force on " + out.date.to_string());
  }
  const ownership_regime regime = rule.value ? *rule.value : without_rule(q.regime);
  assessment(graph, q, regime, out.date).run(out, out.in_force);
  if (!graph.seeds().empty() && out.seeds == 0) {
    out.assumptions.emplace_back("no seed counts in this regime");
  }
  out.not_evaluated = {"control that no edge states: acting on behalf, joint arrangements, family",
                       "owners that the edges do not name",
                       "the rules of regimes that were not asked for"};
  if (q.regime == "us-ofac") {
    out.not_evaluated.emplace_back("programmes and directives without a rule of 50 percent");
  }
  return out;
}

}  // namespace tradewarden
