// Random graphs of owners, with circles, intervals, kinds and dates: the same parties are restricted,
// and may be, as by repeating over all edges until nothing changes. Proofs have no circles, and what
// is said to decide does.
#include <algorithm>
#include <random>

#include "catch.hpp"
#include "reference/plain_ownership.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_assessment.hpp"

namespace tradewarden::tests {
namespace {

std::string percent(const plain_ratio& r) {
  // Quarters of a percent at most: two decimals.
  const plain_ratio hundredths = r * 100;
  const std::string digits = numerator(hundredths).str();
  const std::string padded = digits.size() < 3 ? std::string(3 - digits.size(), '0') + digits : digits;
  return padded.substr(0, padded.size() - 2) + "." + padded.substr(padded.size() - 2);
}

struct invented {
  std::vector<plain_edge> edges;
  std::set<std::string> seeds;
  ownership_graph graph;
};

invented invent(std::mt19937& random) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const int parties = 2 + below(9);
  std::vector<plain_edge> edges;
  std::string text = "owner_id,owned_id,share,kind,from,until,source\n";
  const int count = 1 + below(3 * parties);
  const plain_ratio steps[] = {0, 10, 20, 25, 30, 40, plain_ratio(199, 4), 50, plain_ratio(201, 4), 60, 100};
  for (int i = 0; i < count; ++i) {
    plain_edge e;
    e.owner = "P" + std::to_string(below(parties));
    e.owned = "P" + std::to_string(below(parties));
    e.low = e.high = steps[below(11)];
    if (below(4) == 0) {
      const plain_ratio other = steps[below(11)];
      (other < e.low ? e.low : e.high) = other;
    }
    e.kind = static_cast<ownership_kind>(below(3) == 0 ? below(4) : 0);
    const day days[] = {day::parse("2020-01-01").value(), day::parse("2021-01-01").value(), day::parse("2022-01-01").value()};
    if (below(5) == 0) e.from = days[below(2)];
    if (below(5) == 0) e.until = days[e.from == days[1] ? 2 : 1 + below(2)];
    std::string share = e.low == e.high ? percent(e.low) : percent(e.low) + ".." + percent(e.high);
    if (e.low == 0 && e.high == 100 && below(2) == 0) share = "?";
    text += e.owner + "," + e.owned + "," + share + "," + std::string(to_string(e.kind)) + "," +
            (e.from ? e.from->to_string() : "") + "," + (e.until ? e.until->to_string() : "") + ",row " +
            std::to_string(i) + "\n";
    edges.push_back(std::move(e));
  }
  std::set<std::string> seeds;
  std::string listed = "party_id,list\n";
  for (int i = below(3); i >= 0; --i) {
    const std::string id = "P" + std::to_string(below(parties));
    if (seeds.insert(id).second) listed += id + ",\n";
  }
  std::string all = "party_id\n";
  for (int i = 0; i < parties; ++i) all += "P" + std::to_string(i) + "\n";
  // A graph of self-held shares alone has no edge.
  text += "P0,P1,0,capital,,,\n";
  auto read = read_ownership_texts({{"edges", "e.csv", text}, {"parties", "p.csv", all}, {"seeds", "s.csv", listed}});
  INFO(text);
  REQUIRE(read.problems.empty());
  REQUIRE(read.graph);
  return {std::move(edges), std::move(seeds), *read.graph};
}

void check_answer(const invented& world, const std::string& regime_id, day on) {
  const rule_book& rules = rule_book::built_in();
  const auto rule = rules.ownership(regime_id, on);
  ownership_question q;
  q.regime = regime_id;
  q.date = on;
  for (std::uint32_t e = 0; e < world.graph.entity_count(); ++e) q.entities.push_back(entity_id{e});
  const auto answer = assess_ownership(world.graph, q);
  REQUIRE(answer);
  REQUIRE(answer->in_force == rule.value.has_value());
  if (!rule.value) return;
  const auto certain = plain_restricted(world.edges, world.seeds, *rule.value, on, true);
  const auto possible = plain_restricted(world.edges, world.seeds, *rule.value, on, false);
  for (const ownership_result& r : answer->results) {
    const std::string id(world.graph.id(r.entity));
    INFO(regime_id << ' ' << on.to_string() << ' ' << id);
    const auto expected = certain.count(id) != 0    ? ownership_verdict::restricted
                          : possible.count(id) != 0 ? ownership_verdict::depends
                                                    : ownership_verdict::not_restricted;
    CHECK(to_string(r.verdict) == to_string(expected));
    CHECK(r.listed == (world.seeds.count(id) != 0));
    // The proof: whoever owns is restricted, and no party is used before it is shown.
    std::set<std::string> open{id};
    for (const ownership_reason& b : r.because) {
      CHECK(open.count(std::string(world.graph.id(b.edge.owned))) == 1);
      const std::string owner(world.graph.id(b.edge.owner));
      CHECK((r.verdict == ownership_verdict::restricted ? certain : possible).count(owner) == 1);
      CHECK(owner != id);
      open.insert(owner);
    }
    if (expected == ownership_verdict::not_restricted) CHECK(r.because.empty());
    if (expected != ownership_verdict::not_restricted) CHECK_FALSE(r.labels.empty());
    if (expected != ownership_verdict::depends) {
      CHECK(r.deciding_unknowns.empty());
      continue;
    }
    // Those at their highest and all others at their lowest restrict it; one fewer does not.
    const auto restricted_with = [&](std::size_t left_out) {
      std::vector<plain_edge> edges = world.edges;
      for (plain_edge& e : edges) e.high = e.low;
      for (std::size_t i = 0; i < r.deciding_unknowns.size(); ++i) {
        if (i == left_out) continue;
        const std::size_t row = std::stoul(std::string(r.deciding_unknowns[i].source).substr(4));
        edges[row].high = world.edges[row].high;
      }
      return plain_restricted(edges, world.seeds, *rule.value, on, false).count(id) != 0;
    };
    CHECK(restricted_with(r.deciding_unknowns.size()));
    for (std::size_t i = 0; i < r.deciding_unknowns.size(); ++i) CHECK_FALSE(restricted_with(i));
  }
}

/// The edges as a change leaves them: it takes the place of all rows of its kind between the two.
void put(std::vector<plain_edge>& edges, const ownership_change& c) {
  std::erase_if(edges, [&](const plain_edge& e) {
    return e.owner == c.owner && e.owned == c.owned && e.kind == c.kind;
  });
  plain_edge e;
  e.owner = c.owner;
  e.owned = c.owned;
  e.kind = c.kind;
  const auto ratio = [](const std::string& text) {
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return plain_ratio(std::stoi(text));
    return plain_ratio(std::stoi(text.substr(0, point)) * 100 + std::stoi(text.substr(point + 1)), 100);
  };
  const std::size_t dots = c.share.find("..");
  e.low = c.share == "?" ? 0 : ratio(c.share.substr(0, dots));
  e.high = c.share == "?" ? 100 : dots == std::string::npos ? e.low : ratio(c.share.substr(dots + 2));
  edges.push_back(std::move(e));
}

/// Who holds what, by which the party is restricted: in no order.
std::multiset<std::string> proof(const ownership_graph& g, const ownership_result& r) {
  std::multiset<std::string> out;
  for (const ownership_reason& b : r.because) {
    out.insert(std::string(g.id(b.edge.owner)) + ' ' + std::string(g.id(b.edge.owned)) + ' ' + b.edge.share_text() +
               ' ' + std::string(to_string(b.edge.kind)));
  }
  return out;
}

/// A graph of these edges, read anew.
ownership_graph read_again(const std::vector<plain_edge>& edges, const std::set<std::string>& seeds, std::uint32_t parties) {
  std::string text = "owner_id,owned_id,share,kind,from,until,source\n";
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const plain_edge& e = edges[i];
    text += e.owner + "," + e.owned + "," + percent(e.low) + ".." + percent(e.high) + "," +
            std::string(to_string(e.kind)) + "," + (e.from ? e.from->to_string() : "") + "," +
            (e.until ? e.until->to_string() : "") + "," + std::to_string(i) + "\n";
  }
  std::string listed = "party_id\n";
  for (const std::string& s : seeds) listed += s + "\n";
  std::string all = "party_id\n";
  for (std::uint32_t i = 0; i < parties; ++i) all += "P" + std::to_string(i) + "\n";
  text += "P0,P1,0,capital,,,\n";
  auto read = read_ownership_texts({{"edges", "e.csv", text}, {"parties", "p.csv", all}, {"seeds", "s.csv", listed}});
  INFO(text);
  REQUIRE(read.problems.empty());
  return *read.graph;
}

/// After each change the verdicts are those of the plain twin, and what moved is what was told; in the
/// end every share and proof is that of the graph read anew.
void check_changes(const invented& world, std::mt19937& random, const std::string& regime_id, day on) {
  const auto rule = rule_book::built_in().ownership(regime_id, on);
  auto a = ownership_assessment::make(world.graph, regime_id, on);
  REQUIRE(a);
  std::vector<plain_edge> edges = world.edges;
  const auto parties = static_cast<std::uint32_t>(world.graph.entity_count());
  const auto any = [&] { return "P" + std::to_string(random() % parties); };
  const char* shares[] = {"0", "10", "25", "30", "49.75", "50", "50.25", "60", "100", "?", "40..60", "0..50"};
  for (int step = 0; step < 6; ++step) {
    std::vector<ownership_change> changes;
    for (std::uint32_t n = random() % 3 + 1; n != 0; --n) {
      ownership_change c{any(), any(), shares[random() % 12], static_cast<ownership_kind>(random() % 3 == 0 ? random() % 4 : 0)};
      // Often an edge that is there.
      if (!edges.empty() && random() % 2 == 0) {
        const plain_edge& e = edges[random() % edges.size()];
        c.owner = e.owner;
        c.owned = e.owned;
        c.kind = e.kind;
      }
      if (c.owner == c.owned) continue;
      put(edges, c);
      changes.push_back(std::move(c));
    }
    std::vector<ownership_verdict> before;
    for (std::uint32_t e = 0; e < parties; ++e) before.push_back(a->verdict(entity_id{e}));
    const auto moved = a->change(changes);
    REQUIRE(moved);
    std::set<std::string> certain = world.seeds, possible = world.seeds;
    if (rule.value) {
      certain = plain_restricted(edges, world.seeds, *rule.value, on, true);
      possible = plain_restricted(edges, world.seeds, *rule.value, on, false);
    }
    std::size_t told = 0;
    for (std::uint32_t e = 0; e < parties; ++e) {
      const std::string id(world.graph.id(entity_id{e}));
      INFO(regime_id << ' ' << on.to_string() << ' ' << id << " step " << step);
      const auto expected = certain.count(id) != 0    ? ownership_verdict::restricted
                            : possible.count(id) != 0 ? ownership_verdict::depends
                                                      : ownership_verdict::not_restricted;
      CHECK(to_string(a->verdict(entity_id{e})) == to_string(expected));
      if (before[e] == expected) continue;
      REQUIRE(told < moved->size());
      CHECK((*moved)[told].entity.value == e);
      CHECK((*moved)[told].before == before[e]);
      CHECK((*moved)[told].after == expected);
      ++told;
    }
    CHECK(told == moved->size());
  }
  const ownership_graph anew = read_again(edges, world.seeds, parties);
  const auto whole = ownership_assessment::make(anew, regime_id, on);
  REQUIRE(whole);
  std::vector<entity_id> here, there;
  for (std::uint32_t e = 0; e < parties; ++e) {
    here.push_back(entity_id{e});
    there.push_back(anew.find(world.graph.id(entity_id{e})).value());
  }
  const ownership_answer changed = a->answer(here);
  const ownership_answer full = whole->answer(there);
  CHECK(changed.restricted == full.restricted);
  CHECK(changed.depending == full.depending);
  for (std::size_t i = 0; i < here.size(); ++i) {
    INFO(regime_id << ' ' << on.to_string() << ' ' << world.graph.id(here[i]));
    CHECK(changed.results[i].share.display() == full.results[i].share.display());
    CHECK(proof(world.graph, changed.results[i]) == proof(anew, full.results[i]));
    CHECK(changed.results[i].labels.size() == full.results[i].labels.size());
  }
}

}  // namespace

TEST_CASE("after changes of edges the answer is that of the graph read anew", "[ownership]") {
  std::mt19937 random(20260122);
  const int graphs = static_cast<int>(10000 / every(1, 20));
  for (int i = 0; i < graphs; ++i) {
    const invented world = invent(random);
    const char* days[] = {"2013-01-01", "2020-06-01", "2021-06-01", "2024-07-03", "2025-10-01"};
    const char* regimes[] = {"us-ofac", "eu", "uk", "ca", "us-bis-affiliates"};
    check_changes(world, random, regimes[random() % 5], day::parse(days[random() % 5]).value());
  }
}

TEST_CASE("the spread of restriction equals repeating until nothing changes", "[ownership]") {
  std::mt19937 random(20240703);
  const int graphs = static_cast<int>(10000 / every(1, 20));
  for (int i = 0; i < graphs; ++i) {
    const invented world = invent(random);
    const char* days[] = {"2013-01-01", "2020-06-01", "2021-06-01", "2024-07-03", "2025-10-01"};
    const char* regimes[] = {"us-ofac", "eu", "uk", "ca", "us-bis-affiliates"};
    for (int k = 0; k < 2; ++k) check_answer(world, regimes[random() % 5], day::parse(days[random() % 5]).value());
  }
}

}  // namespace tradewarden::tests
