// An index of a history answers each day as the snapshots around it do, one by one.
#include <map>
#include <random>

#include "catch.hpp"
#include "store/history.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

using namespace tradewarden;

namespace {

const std::vector<std::string> k_words = {"Falcon", "Heron", "Quillback", "Marmalade", "Granulator", "Plumbottom"};
const day k_first = day::parse("2020-01-01").value();
constexpr int k_snapshots = 6;
constexpr int k_days_apart = 10;

using dice = std::mt19937;

std::size_t below(dice& d, std::size_t n) { return d() % n; }

listed_party some_party(dice& d, std::size_t id) {
  listed_party p;
  p.list = "X-house";
  p.source_id = std::to_string(id);
  const std::size_t names = 1 + below(d, 3);
  for (std::size_t i = 0; i < names; ++i) {
    party_name n;
    n.text = k_words[below(d, k_words.size())] + " " + k_words[below(d, k_words.size())];
    n.kind = i == 0 ? name_kind::primary : name_kind::aka;
    if (i > 0 && below(d, 4) == 0) n.strength = name_strength::weak;
    p.names.push_back(n);
  }
  p.measures.emplace_back();
  p.sources.emplace_back();
  return p;
}

/// The list of one day: of each entry its state, if it is on the list.
using snapshot = std::map<std::size_t, listed_party>;

std::vector<snapshot> some_history(dice& d) {
  std::vector<snapshot> out;
  for (int i = 0; i < k_snapshots; ++i) {
    snapshot now = out.empty() ? snapshot() : out.back();
    for (std::size_t id = 0; id < 6; ++id) {
      const std::size_t what = below(d, 6);
      if (what == 0) now.erase(id);
      if (what == 1) now[id] = some_party(d, id);
      if (what == 2 && i > 1 && out[0].contains(id)) now[id] = out[0].at(id);  // as it once was
    }
    now[99] = some_party(d, 99);  // a list is never empty
    out.push_back(std::move(now));
  }
  return out;
}

publication as_publication(const snapshot& s, int number) {
  publication p;
  p.name = "House list";
  p.date = k_first.plus(number * k_days_apart);
  for (const auto& [id, party] : s) p.parties.push_back(party);
  return p;
}

party_index index_of(publication p) {
  party_set set;
  set.parties = std::move(p.parties);
  p.parties = {};
  set.publications.push_back(std::move(p));
  return party_index::from_bytes(build_index_bytes(set).value()).value();
}

/// By entry: the name that matched, its score, and the status.
using answer = std::map<std::string, std::string>;

answer ask(const party_index& idx, const std::string& name, day on) {
  screening_query q;
  q.name = name;
  screening_options o;
  o.as_of = on;
  o.weak = weak_policy::full;
  o.limit = 100;
  answer out;
  for (const screening_hit& h : screen(idx, q, o).hits) {
    out[h.party.source_id] = h.matched_name + " " + h.score.to_string() + " " + std::string(to_string(h.strength)) + " " +
                             std::string(to_string(h.status));
  }
  return out;
}

std::string unknown(std::string hit) { return hit.substr(0, hit.rfind(' ')) + " unknown_on_date"; }

}  // namespace

TEST_CASE("history: a day is answered as by the snapshots around it alone", "[property][history]") {
  dice d(20260801);
  const int rounds = tests::sanitized() ? 5 : 25;
  for (int round = 0; round < rounds; ++round) {
    const std::vector<snapshot> all = some_history(d);
    store::history_builder history;
    std::vector<party_index> single;
    for (int i = 0; i < k_snapshots; ++i) {
      history.add(as_publication(all[static_cast<std::size_t>(i)], i), false);
      single.push_back(index_of(as_publication(all[static_cast<std::size_t>(i)], i)));
    }
    const party_index whole = index_of(history.finish());
    for (int q = 0; q < 4; ++q) {
      const std::string name = k_words[below(d, k_words.size())] + " " + k_words[below(d, k_words.size())];
      for (std::size_t i = 0; i < all.size(); ++i) {
        const day on = k_first.plus(static_cast<int>(i) * k_days_apart);
        INFO("round " << round << ", '" << name << "', snapshot " << i);
        const answer here = ask(single[i], name, on);
        CHECK(ask(whole, name, on) == here);
        // Between two snapshots: what both have stands as in the first; what one has is not known.
        if (i + 1 == all.size()) continue;
        const answer next = ask(single[i + 1], name, on.plus(k_days_apart));
        answer expected;
        for (const auto& [id, hit] : here) expected[id] = all[i + 1].contains(std::stoul(id)) ? hit : unknown(hit);
        for (const auto& [id, hit] : next) {
          if (!all[i].contains(std::stoul(id))) expected[id] = unknown(hit);
        }
        CHECK(ask(whole, name, on.plus(1)) == expected);
        CHECK(ask(whole, name, on.plus(k_days_apart - 1)) == expected);
      }
    }
  }
}
