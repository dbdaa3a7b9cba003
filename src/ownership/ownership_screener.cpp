#include "tradewarden/ownership_screener.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "ownership/graph_data.hpp"
#include "ownership/share_text.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/ownership_assessment.hpp"
#include "tradewarden/ownership_screening.hpp"

namespace tradewarden {
namespace {

constexpr std::size_t k_named_owners = 5;  // in a reason

std::string name_of(const ownership_graph& g, entity_id e) {
  return std::string(g.name(e).empty() ? g.id(e) : g.name(e));
}

/// "A, B and 3 more"
std::string listing(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < k_named_owners; ++i) out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > k_named_owners) out += " and " + std::to_string(names.size() - k_named_owners) + " more";
  return out;
}

void add_once(std::vector<std::string>& to, std::string text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
}

/// "owned 50 % or more by A; listed: A (US-SDN)"
std::string reason_of(const ownership_graph& g, const ownership_result& r) {
  const bool at_least = r.threshold.op == threshold_operator::at_least;
  const std::int64_t parts = k_whole / r.threshold.den * r.threshold.num;
  const std::string percent = ownership::percent_text(parts) + " %";
  const std::string level = at_least ? percent + " or more" : "more than " + percent;
  std::string out = r.verdict == ownership_verdict::depends ? "may be " : "";
  if (r.by_control) {
    out += "controlled by ";
  } else if (r.kind == ownership_kind::capital) {
    out += "owned " + level + " by ";
  } else {
    out += "held to " + level + " of the " + std::string(to_string(r.kind)) + " by ";
  }
  std::vector<std::string> owners;
  for (const ownership_reason& b : r.because) {
    if (b.edge.owned == r.entity) add_once(owners, name_of(g, b.edge.owner));
  }
  std::vector<std::string> listed;
  for (const ownership_label& l : r.labels) {
    add_once(listed, name_of(g, l.seed.party) + (l.seed.list.empty() ? "" : " (" + l.seed.list + ")"));
  }
  return out + listing(owners) + "; listed: " + listing(listed);
}

listed_party as_listed(const ownership_graph& g, entity_id e) {
  listed_party p;
  p.list = "ownership";
  p.source_id = g.id(e);
  p.names.push_back({name_of(g, e), name_kind::primary, name_strength::strong, script::latin, {}, {}});
  if (!g.country(e).empty()) p.countries.emplace_back(g.country(e));
  const auto& facts = g.data().edges->facts;
  if (e.value < facts.size()) {
    if (const auto s = parse_schema(facts[e.value].schema)) p.schema = *s;
  }
  return p;
}

/// Of each party an owner without a name, itself or through others, that no seed says is listed; none: the
/// count of parties. Such an owner was looked for by an id, which no list has. Empty if there is none.
std::vector<std::uint32_t> nameless_above(const ownership_graph& g, const std::vector<char>& listed, day on) {
  const detail::ownership_edges& all = *g.data().edges;
  const std::uint32_t none = g.entity_count();
  std::vector<std::uint32_t> from(none, none);
  std::vector<std::uint32_t> next;
  for (std::uint32_t e = 0; e < none; ++e) {
    if (g.name(entity_id{e}).empty() && listed[e] == 0 && all.begin[e] != all.begin[e + 1]) next.push_back(e);
  }
  if (next.empty()) return {};
  const std::size_t starts = next.size();
  for (std::size_t i = 0; i < next.size(); ++i) {
    const std::uint32_t owner = next[i];
    for (std::uint32_t at = all.begin[owner]; at < all.begin[owner + 1]; ++at) {
      const detail::packed_edge& e = all.edges[at];
      if (from[e.other] != none || !all.terms[e.terms].in_force(on) || all.shares[e.share].high == 0) continue;
      const bool starts_itself = g.name(entity_id{e.other}).empty() && listed[e.other] == 0 &&
                                 all.begin[e.other] != all.begin[e.other + 1];
      from[e.other] = i < starts ? owner : from[owner];
      if (!starts_itself) next.push_back(e.other);
    }
  }
  return from;
}

}  // namespace

struct ownership_screener::state {
  ownership_graph graph;
  screening_options options;
  std::vector<entity_id> names;  // by id in the index of names
  std::optional<party_index> index;
  bool by_id = false;
  std::vector<ownership_assessment> assessments;
  std::vector<ownership_answer> heads;
  std::vector<char> is_listed;
  std::uint32_t listed = 0;
  std::vector<std::string> not_checked;
  std::vector<std::uint32_t> nameless;  // nameless_above()
  std::string in_force, others;         // regimes

  /// Which owners of a party were not screened, if any.
  void add_nameless(entity_id party, std::vector<std::string>& to) const {
    if (nameless.empty() || nameless[party.value] == graph.entity_count()) return;
    to.push_back("Of " + name_of(graph, party) + " not every owner was screened by name: " +
                 std::string(graph.id(entity_id{nameless[party.value]})) +
                 ", among them or above them, has no name in the files.");
  }

  result<void> index_names(const score_rules& rules) {
    for (std::uint32_t e = 0; e < graph.entity_count(); ++e) {
      if (!graph.name(entity_id{e}).empty()) names.push_back(entity_id{e});
    }
    by_id = names.empty();
    for (std::uint32_t e = 0; by_id && e < graph.entity_count(); ++e) names.push_back(entity_id{e});
    index_builder builder(rules);
    for (const entity_id e : names) {
      if (auto ok = builder.add(as_listed(graph, e)); !ok) return ok.error();
    }
    auto bytes = builder.finish({}, 0);
    if (!bytes) return bytes.error();
    auto made = party_index::from_bytes(*bytes, verify::lazily, rules);
    if (!made) return made.error();
    index = std::move(*made);
    return {};
  }
};

ownership_screener::ownership_screener(std::unique_ptr<state> s) : state_(std::move(s)) {}
ownership_screener::~ownership_screener() = default;
ownership_screener::ownership_screener(ownership_screener&&) noexcept = default;
ownership_screener& ownership_screener::operator=(ownership_screener&&) noexcept = default;

const ownership_graph& ownership_screener::graph() const& noexcept { return state_->graph; }
const std::vector<ownership_answer>& ownership_screener::regimes() const& noexcept { return state_->heads; }
std::uint32_t ownership_screener::compared() const noexcept { return static_cast<std::uint32_t>(state_->names.size()); }
std::uint32_t ownership_screener::listed() const noexcept { return state_->listed; }
const std::vector<std::string>& ownership_screener::not_checked() const& noexcept { return state_->not_checked; }

result<ownership_screener> ownership_screener::make(const ownership_graph& graph, const party_index& index,
                                                    const screening_options& options,
                                                    const std::vector<std::string>& regimes, const rule_book& rules) {
  screening_options fixed = options;
  if (!fixed.as_of) fixed.as_of = day::today_utc();
  auto found = screened_seeds(graph, index, fixed, seed_search::owners);
  if (!found) return found.error();
  std::vector<ownership_seed> seeds = graph.seeds();
  seeds.insert(seeds.end(), found->begin(), found->end());
  auto s = std::make_unique<state>(state{graph.with_seeds(std::move(seeds)), fixed, {}, {}, false, {}, {}, {}, 0, {}, {}, {}, {}});
  s->is_listed.resize(graph.entity_count());
  for (const ownership_seed& seed : s->graph.seeds()) {
    if (std::exchange(s->is_listed[seed.party.value], char{1}) == 0) ++s->listed;
  }
  if (auto ok = s->index_names(index.rules()); !ok) return ok.error();
  std::vector<std::string> asked = regimes;
  if (asked.empty()) {
    for (const std::string_view r : rules.ownership_regimes()) asked.emplace_back(r);
  }
  for (const std::string& regime : asked) {
    auto a = ownership_assessment::make(s->graph, regime, *fixed.as_of, rules);
    if (!a) return a.error();
    s->heads.push_back(a->answer({}));
    s->assessments.push_back(std::move(*a));
    std::string& to = s->heads.back().in_force ? s->in_force : s->others;
    to += (to.empty() ? "" : ", ") + regime;
    for (const std::string& n : s->heads.back().not_evaluated) add_once(s->not_checked, n);
  }
  const std::uint32_t unnamed = graph.entity_count() - static_cast<std::uint32_t>(s->names.size());
  s->not_checked.emplace_back("names that are no party of the graph: who owns them is not known here");
  if (!s->by_id) s->nameless = nameless_above(s->graph, s->is_listed, *fixed.as_of);
  if (unnamed != 0) s->not_checked.push_back(std::to_string(unnamed) + " parties of the graph that have no name");
  return ownership_screener(std::move(s));
}

owned_answer ownership_screener::screen(const screening_query& query, std::size_t hits_before) const {
  const state& s = *state_;
  owned_answer out;
  screening_query by_name = query;
  // The graph has no numbers to look for.
  by_name.identifier.clear();
  by_name.imo.clear();
  if (by_name.name.empty()) {
    out.notes.emplace_back("Without a name nothing was looked for by ownership.");
    return out;
  }
  screening_answer found = tradewarden::screen(*s.index, by_name, s.options);
  if (!was_screened(found.problem)) {
    out.notes.emplace_back("The name was not looked for by ownership: nothing in it can be compared.");
    return out;
  }
  out.more = found.more;
  for (screening_hit& h : found.hits) {
    owned_party p;
    p.party = s.names[h.party_id];
    p.score = h.score;
    p.name = std::move(h.matched_name);
    p.explanation = std::move(h.explanation);
    p.evidences = std::move(h.evidences);
    p.listed = s.is_listed[p.party.value] != 0;
    out.parties.push_back(std::move(p));
  }
  auto rank = static_cast<std::uint32_t>(hits_before);
  for (std::size_t i = 0; i < out.parties.size(); ++i) {
    const entity_id party = out.parties[i].party;
    for (std::size_t r = 0; r < s.assessments.size(); ++r) {
      const ownership_assessment& a = s.assessments[r];
      if (a.verdict(party) == ownership_verdict::not_restricted || a.is_listed(party)) continue;
      owned_hit hit;
      hit.rank = ++rank;
      hit.party = i;
      hit.regime = s.heads[r].regime;
      hit.result = std::move(a.answer({party}).results.front());
      s.add_nameless(party, hit.result.assumptions);
      hit.reason = reason_of(s.graph, hit.result);
      out.hits.push_back(std::move(hit));
    }
  }
  if (s.in_force.empty()) {
    out.notes.push_back("Nothing was evaluated by ownership: no regime asked for is in force on " +
                        s.options.as_of->to_string() + (s.others.empty() ? "." : " (" + s.others + ")."));
  }
  if (out.parties.empty()) {
    out.notes.push_back("No party of the ownership graph has this name at or above " +
                        s.options.threshold.to_string() + ": its owners were not checked.");
  } else if (!s.in_force.empty() && out.hits.empty()) {
    out.notes.push_back("By the edges given no listed owners reach a threshold for it under " + s.in_force +
                        ": owners that they do not name, or that are not on these lists under a like name, were not seen.");
    if (!s.others.empty()) {
      out.notes.push_back("Not in force on " + s.options.as_of->to_string() + ", so not evaluated: " + s.others + ".");
    }
  } else if (!out.hits.empty()) {
    out.notes.emplace_back("Owners that are possible matches of listed parties are taken as listed: look at them first.");
  }
  for (std::size_t i = 0; i < out.parties.size() && !s.in_force.empty(); ++i) {
    const bool hit = std::any_of(out.hits.begin(), out.hits.end(), [&](const owned_hit& h) { return h.party == i; });
    if (!hit) s.add_nameless(out.parties[i].party, out.notes);  // a hit says it itself
  }
  if (out.more != 0) {
    out.notes.push_back(std::to_string(out.more) + " more parties of the graph have such a name; their owners were not checked.");
  }
  return out;
}

}  // namespace tradewarden
