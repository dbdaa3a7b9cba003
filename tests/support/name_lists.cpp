#include "support/name_lists.hpp"

#include <memory>
#include <utility>

#include "reference/brute_force.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {

party_set parties_of(const std::vector<std::string>& names) {
  party_set set;
  set.publications.emplace_back().name = "test";
  for (std::size_t i = 0; i < names.size(); ++i) {
    listed_party p;
    p.list = "X-TEST";
    p.source_id = std::to_string(i);
    p.names.emplace_back().text = names[i];
    p.measures.emplace_back();
    p.sources.emplace_back();
    set.parties.push_back(std::move(p));
  }
  return set;
}

std::string name_mutator::mutate(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name + " ") {
    if (c == ' ') {
      if (!word.empty()) words.push_back(std::exchange(word, {}));
    } else {
      word += c;
    }
  }
  const std::size_t changes = below(4);
  for (std::size_t k = 0; k < changes && !words.empty(); ++k) {
    const std::size_t i = below(words.size());
    std::string& w = words[i];
    const std::size_t at = below(w.size());
    switch (below(11)) {
      case 0: w[at] = static_cast<char>('a' + below(26)); break;
      case 1: w.erase(at, 1); break;
      case 2: w.insert(at, 1, static_cast<char>('a' + below(26))); break;
      case 3: if (at + 1 < w.size()) std::swap(w[at], w[at + 1]); break;
      case 4: words.erase(words.begin() + static_cast<std::ptrdiff_t>(i)); break;
      case 5: words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), "trading"); break;
      case 6: if (i + 1 < words.size()) { w += words[i + 1]; words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1); } break;
      case 7: if (at > 0) { std::string tail = w.substr(at); w.resize(at); words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, tail); } break;
      case 8: std::swap(words[i], words[below(words.size())]); break;
      case 9: w.resize(1); break;
      default: words.emplace_back("ltd"); break;
    }
    std::erase_if(words, [](const std::string& x) { return x.empty(); });
  }
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

struct differential::state {
  const party_set& set;
  reference::brute_force plain;
  party_index idx;
};

differential::differential(const party_set& set)
    : state_(new state{set, reference::brute_force(set),
                       party_index::from_bytes(build_index_bytes(set).value()).value()}) {}

differential::~differential() { delete state_; }

std::vector<std::string> differential::differences(const std::string& query,
                                                   const std::vector<std::int32_t>& thresholds) {
  std::vector<std::string> out;
  screening_query q;
  q.name = query;
  const auto scores = state_->plain.score_all(q);
  for (const std::int32_t threshold : thresholds) {
    screening_options o;
    o.as_of = day::parse("2026-01-01").value();
    o.threshold = score::from_units(threshold);
    using cut = std::pair<std::uint32_t, bool>;
    for (const auto& [limit, count_all] : {cut{10'000, true}, cut{10, true}, cut{10, false}, cut{1, false}}) {
      o.limit = limit;
      o.count_all = count_all;
      const screening_answer answer = screen(state_->idx, q, o);
      // A single letter is cut at 1: the twin follows the declared rule.
      screening_options plain_options = o;
      if (answer.problem == query_problem::empty) continue;
      if (answer.problem == query_problem::single_letter) plain_options.threshold = score::from_units(10'000);
      auto expected = state_->plain.cut(scores, q, plain_options);
      const std::size_t all = expected.size();
      if (expected.size() > limit) expected.resize(limit);
      const auto complain = [&](const std::string& what) {
        out.push_back("'" + query + "' at " + o.threshold.to_string() + ": " + what);
      };
      if (answer.hits.size() != expected.size()) {
        complain(std::to_string(answer.hits.size()) + " hits, brute force has " +
                 std::to_string(expected.size()));
        continue;
      }
      const std::size_t known = answer.hits.size() + answer.more;
      if (answer.more_is_exact ? known != all : known > all || answer.more == 0) {
        complain("the count beyond the limit differs");
      }
      for (std::size_t i = 0; i < expected.size(); ++i) {
        const screening_hit& h = answer.hits[i];
        if (h.party_id != expected[i].party || h.score.units() != expected[i].units ||
            h.name_position != expected[i].name || h.explanation.score != h.score) {
          complain("hit " + std::to_string(i + 1) + " is party " + std::to_string(h.party_id) +
                   " with " + h.score.to_string() + ", brute force has party " +
                   std::to_string(expected[i].party) + " with " + std::to_string(expected[i].units));
          break;
        }
      }
    }
  }
  return out;
}

}  // namespace tradewarden::tests
