#include "match/search.hpp"

#include <algorithm>
#include <numeric>

#include "score/name_scorer.hpp"
#include "score/parameters.hpp"

namespace tradewarden::matching {
namespace {

using indexing::k_none;

/// What one query token may contribute and whom it would propose.
struct query_token {
  expansion alike;
  std::vector<std::uint32_t> joined;  ///< Listed tokens that it makes with a neighbour.
  std::int64_t most_gain = 0;         ///< G, in units of similarity x weight x 100.
  std::uint64_t postings = 0;
};

class candidate_plan {
 public:
  candidate_plan(const detail::index_view& index, const names::prepared_name& query,
                 score threshold, const enumerators& on)
      : index_(index), query_(query), t_(scoring::least_share_of(threshold.units())), tokens_(query.tokens.size()) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      tokens_[i].alike = expand(index, query.tokens[i], on);
      gain_of_tokens(i);
    }
    if (on.joined) {
      for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) gain_of_join(i);
    }
  }

  /// Names that may reach the threshold, each once; all names where nothing prunes.
  [[nodiscard]] std::vector<std::uint32_t> candidates() const {
    std::vector<std::uint32_t> out;
    const std::vector<std::size_t> essential = choose();
    const bool scan = needed() <= 0 || std::any_of(essential.begin(), essential.end(), [&](std::size_t i) {
      return tokens_[i].alike.is_letter;
    });
    if (scan) {
      out.resize(index_.names().size());
      std::iota(out.begin(), out.end(), 0U);
      return out;
    }
    const auto take = [&](std::uint32_t token) {
      const auto names = index_.postings(token);
      out.insert(out.end(), names.begin(), names.end());
    };
    for (const std::size_t i : essential) {
      for (const alike_token& a : tokens_[i].alike.tokens) take(a.token);
      for (const alike_pair& p : tokens_[i].alike.pairs) take(rarer(p));
      for (const std::uint32_t token : tokens_[i].joined) take(token);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  [[nodiscard]] std::int64_t missing(std::size_t i) const {
    const names::prepared_token& q = query_.tokens[i];
    return t_ * std::int64_t{scoring::cost_of(q.role).query} * q.weight;
  }
  [[nodiscard]] std::int64_t needed() const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) sum += missing(i);
    return sum;
  }
  /// The largest gain of a pair whose listed side weighs between `least` and `most`: below the
  /// threshold a light pair loses less than a heavy one.
  [[nodiscard]] std::int64_t gain(std::int32_t similarity, std::int64_t query_weight,
                                  std::int64_t least, std::int64_t most) const {
    const std::int64_t above = similarity - t_;
    return above * (query_weight + (above < 0 ? least : most)) * 100;
  }
  [[nodiscard]] std::uint32_t rarer(const alike_pair& p) const {
    return index_.postings(p.first).size() <= index_.postings(p.second).size() ? p.first : p.second;
  }

  void gain_of_tokens(std::size_t i) {
    query_token& q = tokens_[i];
    const std::int64_t w = query_.tokens[i].weight;
    const auto raise = [&](std::int64_t g) { q.most_gain = std::max(q.most_gain, g + missing(i)); };
    for (const alike_token& a : q.alike.tokens) {
      const indexing::token_record& t = index_.tokens()[a.token];
      raise(gain(a.most_similarity, w, t.least_weight, t.most_weight));
      q.postings += index_.postings(a.token).size();
    }
    for (const alike_pair& p : q.alike.pairs) {
      const indexing::token_record& a = index_.tokens()[p.first];
      const indexing::token_record& b = index_.tokens()[p.second];
      raise(gain(scoring::k_joined_similarity, w, a.least_weight + b.least_weight,
                 a.most_weight + b.most_weight));
      q.postings += index_.postings(rarer(p)).size();
    }
    if (q.alike.is_letter) {
      raise(gain(scoring::k_initial_similarity, w, 0, 255));  // any token may begin with the letter
      q.postings = index_.names().size();
    }
  }

  /// A join of i and i+1 is one pair: each half takes half of its gain, rounded up.
  void gain_of_join(std::size_t i) {
    const std::uint32_t token =
        find_joined(index_, query_.tokens[i].text, query_.tokens[i + 1].text);
    if (token == k_none) return;
    const std::int64_t w = std::int64_t{query_.tokens[i].weight} + query_.tokens[i + 1].weight;
    const indexing::token_record& t = index_.tokens()[token];
    const std::int64_t g = gain(scoring::k_joined_similarity, w, t.least_weight, t.most_weight) +
                           missing(i) + missing(i + 1);
    for (const std::size_t half : {i, i + 1}) {
      tokens_[half].most_gain = std::max(tokens_[half].most_gain, (g + 1) / 2);
      tokens_[half].joined.push_back(token);
      tokens_[half].postings += index_.postings(token).size();
    }
  }

  /// The query tokens that propose: the rest cannot reach the threshold among themselves.
  [[nodiscard]] std::vector<std::size_t> choose() const {
    std::vector<std::size_t> order(tokens_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return tokens_[a].postings > tokens_[b].postings;
    });
    std::int64_t left_out = 0;
    const std::int64_t need = needed();
    std::vector<std::size_t> essential;
    for (const std::size_t i : order) {
      const std::int64_t g = std::max<std::int64_t>(0, tokens_[i].most_gain);
      if (left_out + g < need) {
        left_out += g;
      } else {
        essential.push_back(i);
      }
    }
    return essential;
  }

  const detail::index_view& index_;
  const names::prepared_name& query_;
  std::int64_t t_;
  std::vector<query_token> tokens_;
};

}  // namespace

void load_name(const detail::index_view& index, std::uint32_t name,
               std::vector<scoring::token_view>& out) {
  out.clear();
  for (const indexing::name_token& t : index.name_tokens(name)) {
    out.push_back({index.token_text(t.token), static_cast<token_role>(t.role), t.weight,
                   &index.tokens()[t.token].features, (t.flags & indexing::k_flag_repaired) != 0});
  }
}

std::vector<name_score> search(const detail::index_view& index, const names::prepared_name& query,
                               score threshold, const enumerators& on) {
  std::vector<name_score> out;
  if (query.tokens.empty()) return out;
  const candidate_plan plan(index, query, threshold, on);
  scoring::name_scorer scorer(query);
  std::vector<scoring::token_view> tokens;
  for (const std::uint32_t name : plan.candidates()) {
    load_name(index, name, tokens);
    const std::int32_t units = scorer.score(tokens);
    if (units >= threshold.units()) out.push_back({name, units});
  }
  return out;
}

}  // namespace tradewarden::matching
