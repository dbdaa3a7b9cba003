#include "tradewarden/ownership_assessment.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ownership/finding.hpp"
#include "ownership/share_text.hpp"
#include "support/ascii.hpp"
#include "support/clipped.hpp"

namespace tradewarden {
namespace {

using ownership::bound;
using ownership::party_rounds;

/// "US-SDN" is meant by "us-sdn" and by "SDN".
bool names_list(const std::vector<std::string>& codes, std::string_view text) {
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    const std::string_view all = code;
    return ascii::equal_ignoring_case(all, text) ||
           ascii::equal_ignoring_case(all.substr(all.find('-') + 1), text);
  });
}

/// Of a rule that is not in force on the day: one to read what does not need it.
ownership_regime without_rule(std::string_view id) {
  ownership_regime r;
  r.id = id;
  r.tests.emplace_back();
  return r;
}

}  // namespace

struct ownership_assessment::state {
  state(const ownership_graph& g, std::string_view name, day on, const rule_book& book)
      : rules(book), graph(g), edges(*graph.data().edges), head(ask(name, on)),
        regime(rule ? std::move(*rule) : without_rule(name)),
        world{graph, ownership::setting(edges, regime, on), head.in_force, {}, {}, {}, {}} {
    choose_seeds();
    const auto alone = [&] {
      party_rounds out(edges.base().entity_count(), 0);
      for (const std::uint32_t e : world.seeds) out[e] = 1;
      return out;
    };
    world.certain = head.in_force ? spread(world.by, world.seeds, bound::certain) : alone();
    // Nothing but the bounds can tell the two apart.
    world.possible = head.in_force && is_open() ? spread(world.by, world.seeds, bound::possible) : world.certain;
    for (std::uint32_t e = 0; e < world.possible.size(); ++e) {
      if (world.possible[e] >= 2) ++(world.certain[e] != 0 ? head.restricted : head.depending);
    }
  }

  /// The answer without its results, and the rule.
  ownership_answer ask(std::string_view name, day on) {
    ownership_answer out;
    out.regime = name;
    out.date = on;
    auto found = rules.ownership(name, on);
    out.basis = std::move(found.basis);
    rule = std::move(found.value);
    out.in_force = rule.has_value();
    for (const rule_basis& b : out.basis) {
      if (!b.assumption.empty()) out.assumptions.push_back(b.assumption);
    }
    if (!out.in_force && out.basis.empty()) {
      out.assumptions.push_back("no value of ownership." + out.regime + " is in force on " + on.to_string());
    }
    out.not_evaluated = {"control that no edge states: acting on behalf, joint arrangements, family",
                         "owners that the edges do not name",
                         "the rules of regimes that were not asked for"};
    if (name == "us-ofac") out.not_evaluated.emplace_back("programmes and directives without a rule of 50 percent");
    return out;
  }

  void choose_seeds() {
    std::set<std::string> strange;
    for (const ownership_seed& seed : graph.seeds()) {
      if (names_list(regime.outside, seed.list)) {
        ++head.seeds_outside;
        continue;
      }
      if (!seed.list.empty() && !regime.lists.empty() && !names_list(regime.lists, seed.list)) strange.insert(seed.list);
      if (world.seeds.empty() || world.seeds.back() != seed.party.value) world.seeds.push_back(seed.party.value);
      world.counted.push_back(&seed);
    }
    head.seeds = world.seeds.size();
    for (const std::string& list : strange) {
      head.assumptions.push_back("parties of the list " + list + " are taken to be restricted under " + head.regime +
                                 ", as the seeds say");
    }
    if (head.seeds_outside != 0) {
      head.assumptions.push_back(std::to_string(head.seeds_outside) + " seeds are of lists that " + head.regime +
                                 " leaves out: they restrict nothing here");
    }
    if (!graph.seeds().empty() && head.seeds == 0) head.assumptions.emplace_back("no seed counts in this regime");
  }

  [[nodiscard]] bool is_open() const {
    const auto unknown = [](const ownership_test& t) { return t.aggregate == truth::unknown; };
    const auto& shares = edges.base().shares;
    return regime.control == truth::unknown ||
           std::any_of(regime.tests.begin(), regime.tests.end(), unknown) ||
           std::any_of(shares.begin(), shares.end(),
                       [](const detail::share_interval& s) { return s.low != s.high; });
  }

  const rule_book rules;  // keeps the texts of the basis
  const ownership_graph graph;
  ownership::edge_view edges;
  std::optional<ownership_regime> rule;
  ownership_answer head;
  const ownership_regime regime;
  ownership::worked_through world;
  std::uint64_t reached = 0;
};

ownership_assessment::ownership_assessment(std::unique_ptr<state> s) : state_(std::move(s)) {}
ownership_assessment::~ownership_assessment() = default;
ownership_assessment::ownership_assessment(ownership_assessment&&) noexcept = default;
ownership_assessment& ownership_assessment::operator=(ownership_assessment&&) noexcept = default;

result<ownership_assessment> ownership_assessment::make(const ownership_graph& graph, std::string_view regime,
                                                        day date, const rule_book& rules) {
  const auto regimes = rules.ownership_regimes();
  if (std::find(regimes.begin(), regimes.end(), regime) == regimes.end()) {
    std::string all;
    for (const std::string_view r : regimes) all += (all.empty() ? "" : ", ") + std::string(r);
    return error{errc::usage, "no regime of ownership is called '" + std::string(regime.substr(0, 40)) +
                                  "'; there are " + all, {}, 0, {}};
  }
  return ownership_assessment(std::make_unique<state>(graph, regime, date, rules));
}

ownership_verdict ownership_assessment::verdict(entity_id e) const noexcept { return state_->world.verdict(e.value); }
bool ownership_assessment::is_listed(entity_id e) const noexcept { return state_->world.is_seed(e.value); }
std::uint64_t ownership_assessment::reached() const noexcept { return state_->reached; }

ownership_answer ownership_assessment::answer(const std::vector<entity_id>& entities) const {
  ownership_answer out = state_->head;
  out.results.reserve(entities.size());
  for (const entity_id e : entities) out.results.push_back(ownership::result_of(state_->world, e.value));
  return out;
}

ownership_answer ownership_assessment::answer_all(std::uint32_t limit) const {
  const ownership::worked_through& w = state_->world;
  std::vector<entity_id> wanted;
  for (std::uint32_t e = 0; e < w.possible.size(); ++e) {
    if (w.possible[e] >= 2) wanted.push_back(entity_id{e});
  }
  const std::size_t shown = std::min<std::size_t>(wanted.size(), limit);
  std::partial_sort(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(shown), wanted.end(),
                    [&](entity_id a, entity_id b) {
    if ((w.certain[a.value] != 0) != (w.certain[b.value] != 0)) return w.certain[a.value] != 0;
    return w.graph.id(a) < w.graph.id(b);
  });
  const std::size_t more = wanted.size() - shown;
  wanted.resize(shown);
  ownership_answer out = answer(wanted);
  out.more_results = more;
  return out;
}

result<std::vector<ownership_move>> ownership_assessment::change(const std::vector<ownership_change>& changes) {
  struct set_edge {
    std::uint32_t owner, owned;
    ownership_kind kind;
    detail::share_interval share;
  };
  state& s = *state_;
  std::vector<set_edge> sets;
  for (const ownership_change& c : changes) {
    const auto owner = s.graph.find(c.owner);
    const auto owned = s.graph.find(c.owned);
    if (!owner || !owned) {
      return error{errc::not_found, "no party '" + support::clipped(owner ? c.owned : c.owner, 80) + "'", {}, 0,
                   support::clipped(c.to_string(), 100)};
    }
    if (*owner == *owned) {
      return error{errc::bad_value, "what a party holds in itself does not count", {}, 0, support::clipped(c.to_string(), 100)};
    }
    const auto share = ownership::parse_percent(c.share);
    if (!share) {
      error e = share.error();
      e.field = support::clipped(c.to_string(), 100);
      return e;
    }
    sets.push_back({owner->value, owned->value, c.kind, *share});
  }
  std::vector<std::uint32_t> into;
  for (const set_edge& e : sets) {
    s.edges.set(e.owner, e.owned, e.kind, e.share);
    into.push_back(e.owned);
  }
  s.world.by.take_new_terms();
  s.reached = 0;
  std::vector<ownership_move> out;
  if (!s.head.in_force) return out;

  ownership::worked_through& w = s.world;
  const auto again = [&](bound b, party_rounds& rounds) {
    ownership::spread_again moved = spread_from(w.by, into, b, rounds);
    s.reached += moved.reached;
    return std::move(moved.before);
  };
  const auto certain = again(bound::certain, w.certain);
  const auto possible = again(bound::possible, w.possible);
  // Both are in the order of the parties.
  for (auto c = certain.begin(), p = possible.begin(); c != certain.end() || p != possible.end();) {
    const std::uint32_t e = c == certain.end() || (p != possible.end() && p->first < c->first) ? p->first : c->first;
    const std::uint32_t was_certain = c != certain.end() && c->first == e ? (c++)->second : w.certain[e];
    const std::uint32_t was_possible = p != possible.end() && p->first == e ? (p++)->second : w.possible[e];
    const ownership_verdict before = was_certain != 0    ? ownership_verdict::restricted
                                     : was_possible != 0 ? ownership_verdict::depends
                                                         : ownership_verdict::not_restricted;
    const ownership_verdict after = w.verdict(e);
    if (before == after) continue;
    for (const auto& [verdict, by] : {std::pair{before, -1}, std::pair{after, 1}}) {
      if (verdict == ownership_verdict::restricted) s.head.restricted += static_cast<std::uint64_t>(by);
      if (verdict == ownership_verdict::depends) s.head.depending += static_cast<std::uint64_t>(by);
    }
    out.push_back({entity_id{e}, before, after});
  }
  return out;
}

}  // namespace tradewarden
