#include "score/name_scorer.hpp"

#include <algorithm>

#include "score/parameters.hpp"

namespace tradewarden::scoring {
namespace {

/// Most joins that are tried in all combinations; further ones (in reading order) are not tried.
constexpr std::size_t k_max_joins = 4;

bool joins_to(std::string_view first, std::string_view second, std::string_view whole) {
  return first.size() + second.size() == whole.size() && whole.starts_with(first) &&
         whole.ends_with(second);
}

bool is_descent_particle(const token_view& t) {
  return t.role == token_role::particle &&
         (t.text == "bin" || t.text == "ibn" || t.text == "ben" || t.text == "bint");
}

}  // namespace

std::vector<token_view> views_of(const names::prepared_name& name) {
  std::vector<token_view> out;
  out.reserve(name.tokens.size());
  for (const names::prepared_token& t : name.tokens) {
    out.push_back({t.text, t.role, t.weight, &t.features, t.repaired});
  }
  return out;
}

name_scorer::name_scorer(const names::prepared_name& query) : query_(views_of(query)) {}

std::int64_t name_scorer::weight_of(const pairing& p, std::span<const token_view> listed) const {
  std::int64_t w = 0;
  for (std::size_t i = 0; i < p.query_count; ++i) w += query_[p.query + i].weight;
  for (std::size_t j = 0; j < p.listed_count; ++j) w += listed[p.listed + j].weight;
  return w;
}

void name_scorer::find_joins(std::span<const token_view> listed,
                             std::vector<pairing>& joins) const {
  joins.clear();
  const similarity alike{k_joined_similarity, match_reason::joined, 0};
  for (std::size_t i = 0; i < query_.size(); ++i) {
    for (std::size_t j = 0; j < listed.size(); ++j) {
      if (joins.size() == k_max_joins) return;
      if (i + 1 < query_.size() &&
          joins_to(query_[i].text, query_[i + 1].text, listed[j].text)) {
        joins.push_back({i, 2, j, 1, alike});
      } else if (j + 1 < listed.size() &&
                 joins_to(listed[j].text, listed[j + 1].text, query_[i].text)) {
        joins.push_back({i, 1, j, 2, alike});
      }
    }
  }
}

std::int64_t name_scorer::assign(std::span<const token_view> listed,
                                 std::span<const pairing> fixed, std::vector<pairing>& out) {
  const std::size_t n = query_.size();
  const std::size_t m = listed.size();
  out.assign(fixed.begin(), fixed.end());
  std::int64_t sum = 0;
  query_taken_.assign(n, 0);
  listed_taken_.assign(m, 0);
  for (const pairing& p : fixed) {
    sum += p.alike.value * weight_of(p, listed);
    for (std::size_t i = 0; i < p.query_count; ++i) query_taken_[p.query + i] = 1;
    for (std::size_t j = 0; j < p.listed_count; ++j) listed_taken_[p.listed + j] = 1;
  }
  // Equal sums go to the pairs that stand nearer to their place: a small bonus below one unit.
  constexpr std::int64_t k_scale = 4096;
  const auto gain_of = [&](std::size_t i, std::size_t j) -> std::int64_t {
    const similarity& s = matrix_[i * m + j];
    if (s.value == 0 || query_taken_[i] != 0 || listed_taken_[j] != 0) return 0;
    return s.value * std::int64_t{query_[i].weight + listed[j].weight};
  };
  bool conflict = false;
  std::vector<char>& column_used = used_columns_;
  column_used.assign(m, 0);
  for (std::size_t i = 0; i < n; ++i) {
    bool row_used = false;
    for (std::size_t j = 0; j < m; ++j) {
      if (gain_of(i, j) == 0) continue;
      conflict = conflict || row_used || column_used[j] != 0;
      row_used = true;
      column_used[j] = 1;
    }
  }
  if (conflict) {
    solver_.reset(n, m);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        const std::int64_t gain = gain_of(i, j);
        const std::size_t apart = std::min<std::size_t>(i > j ? i - j : j - i, 63);
        if (gain != 0) solver_.set(i, j, gain * k_scale + 64 - static_cast<std::int64_t>(apart));
      }
    }
    solver_.solve();
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t j = solver_.column_of(i);
      if (j != assignment_solver::k_none) out.push_back({i, 1, j, 1, matrix_[i * m + j]});
    }
  } else {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        if (gain_of(i, j) != 0) out.push_back({i, 1, j, 1, matrix_[i * m + j]});
      }
    }
  }
  for (std::size_t k = fixed.size(); k < out.size(); ++k) {
    sum += out[k].alike.value * weight_of(out[k], listed);
  }
  return sum;
}

void name_scorer::align(std::span<const token_view> listed) {
  const std::size_t n = query_.size();
  const std::size_t m = listed.size();
  matrix_.resize(n * m);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      matrix_[i * m + j] = token_similarity(query_[i], listed[j]);
    }
  }
  find_joins(listed, joins_);
  std::int64_t best = assign(listed, {}, pairs_);
  for (std::uint32_t subset = 1; subset < (1U << joins_.size()); ++subset) {
    fixed_.clear();
    bool overlap = false;
    for (std::size_t k = 0; k < joins_.size() && !overlap; ++k) {
      if ((subset >> k & 1U) == 0) continue;
      for (const pairing& p : fixed_) {
        const pairing& q = joins_[k];
        overlap = overlap ||
                  (p.query < q.query + q.query_count && q.query < p.query + p.query_count) ||
                  (p.listed < q.listed + q.listed_count && q.listed < p.listed + p.listed_count);
      }
      fixed_.push_back(joins_[k]);
    }
    if (overlap) continue;
    const std::int64_t sum = assign(listed, fixed_, trial_);
    if (sum > best) {
      best = sum;
      pairs_.swap(trial_);
    }
  }
  std::sort(pairs_.begin(), pairs_.end(),
            [](const pairing& a, const pairing& b) { return a.query < b.query; });
}

std::int32_t name_scorer::finish(std::span<const token_view> listed,
                                 comparison* explanation) const {
  const std::size_t n = query_.size();
  const std::size_t m = listed.size();
  if (n == 0 || m == 0) return 0;
  bool equal = n == m;
  for (std::size_t i = 0; equal && i < n; ++i) {
    equal = query_[i].text == listed[i].text && query_[i].repaired == listed[i].repaired;
  }

  std::int64_t got = 0;      // similarity x weight, 1/10,000
  std::int64_t possible = 0; // weight, 1/100
  std::uint64_t query_seen = 0;
  std::uint64_t listed_seen = 0;
  bool name_alike = false;
  std::size_t common_alike = 0;
  bool inverted = false;
  bool imperfect = false;
  std::size_t last_listed = 0;
  bool any = false;
  for (const pairing& p : pairs_) {
    const std::int64_t w = weight_of(p, listed);
    got += p.alike.value * w;
    possible += w * 100;
    for (std::size_t i = 0; i < p.query_count; ++i) query_seen |= std::uint64_t{1} << (p.query + i);
    for (std::size_t j = 0; j < p.listed_count; ++j) {
      listed_seen |= std::uint64_t{1} << (p.listed + j);
    }
    const token_role rq = query_[p.query].role;
    const token_role rl = listed[p.listed].role;
    const bool joined = p.alike.reason == match_reason::joined;
    if ((rq == token_role::name && rl == token_role::name) || joined) {
      name_alike = name_alike || p.alike.reason != match_reason::initial;
      if (any && p.listed < last_listed) inverted = true;
      last_listed = p.listed;
      any = true;
    } else if (rq == token_role::common || rq == token_role::place || rl == token_role::common ||
               rl == token_role::place) {
      ++common_alike;
      if (p.alike.value == k_equal_similarity && rq != rl) name_alike = true;
    }
    imperfect = imperfect || p.alike.value < k_equal_similarity;
    if (explanation != nullptr) {
      token_pair out;
      out.query = query_[p.query].text;
      for (std::size_t i = 1; i < p.query_count; ++i) {
        out.query.append("+").append(query_[p.query + i].text);
      }
      out.listed = listed[p.listed].text;
      for (std::size_t j = 1; j < p.listed_count; ++j) {
        out.listed.append("+").append(listed[p.listed + j].text);
      }
      out.reason = p.alike.reason;
      out.similarity = p.alike.value;
      out.weight = static_cast<std::int32_t>(w);
      out.edits = p.alike.edits;
      explanation->pairs.push_back(std::move(out));
    }
  }
  bool number_missing[2] = {false, false};
  bool place_missing[2] = {false, false};
  bool word_missing = false;
  const auto miss = [&](const token_view& t, int side, std::vector<unmatched_token>* out) {
    const missing_cost& c = cost_of(t.role);
    const std::int64_t cost = std::int64_t{t.weight} * (side == 0 ? c.query : c.listed);
    possible += cost;
    number_missing[side] = number_missing[side] || t.role == token_role::number;
    place_missing[side] = place_missing[side] || t.role == token_role::place;
    imperfect = imperfect || t.role == token_role::name;
    word_missing = word_missing || (t.role != token_role::legal_form && t.role != token_role::particle);
    if (out != nullptr) {
      out->push_back({std::string(t.text), t.role, static_cast<std::int32_t>(cost / 100)});
    }
  };
  for (std::size_t i = 0; i < n; ++i) {
    if ((query_seen >> i & 1U) == 0) {
      miss(query_[i], 0, explanation != nullptr ? &explanation->unmatched_query : nullptr);
    }
  }
  for (std::size_t j = 0; j < m; ++j) {
    if ((listed_seen >> j & 1U) == 0) {
      miss(listed[j], 1, explanation != nullptr ? &explanation->unmatched_listed : nullptr);
    }
  }
  if (imperfect) possible += std::int64_t{k_doubt} * 100;
  std::int64_t units = possible == 0 ? 0 : got * 100 / possible;
  if (equal) return score::k_one;

  const auto lower = [&](const char* rule, std::int32_t factor) {
    units = units * factor / 10'000;
    if (explanation != nullptr) explanation->adjustments.push_back({rule, factor});
  };
  if (!name_alike) {
    const std::size_t kind = common_alike >= 3 ? 2 : common_alike >= 2 ? 1 : 0;
    lower("only_common_words", kind > 0 && !word_missing ? k_same_common_words_factor
                                                         : k_only_common_factors[kind]);
  }
  if (inverted) {
    const auto descends = [](std::span<const token_view> tokens) {
      return std::any_of(tokens.begin(), tokens.end(), is_descent_particle);
    };
    if (descends(query_) && descends(listed)) {
      lower("father_and_son", k_father_and_son_factor);
    } else {
      lower("order", k_order_factor);
    }
  }
  if (number_missing[0] && number_missing[1]) lower("number_differs", k_number_differs_factor);
  if (place_missing[0] && place_missing[1]) lower("place_differs", k_place_differs_factor);
  return std::min(score_of_share(static_cast<std::int32_t>(units)), k_most_if_not_equal);
}

std::int32_t name_scorer::score(std::span<const token_view> listed) {
  align(listed);
  return finish(listed, nullptr);
}

comparison name_scorer::explain(std::span<const token_view> listed) {
  comparison out;
  align(listed);
  out.score = score::from_units(finish(listed, &out));
  return out;
}

}  // namespace tradewarden::scoring

namespace tradewarden {

comparison compare_names(std::string_view query, std::string_view listed, schema query_schema) {
  const names::prepared_name q = names::prepare(query, query_schema);
  const names::prepared_name l = names::prepare(listed, schema::unknown);
  scoring::name_scorer scorer(q);
  return scorer.explain(scoring::views_of(l));
}

score score_names(std::string_view query, std::string_view listed, schema query_schema) {
  const names::prepared_name q = names::prepare(query, query_schema);
  const names::prepared_name l = names::prepare(listed, schema::unknown);
  scoring::name_scorer scorer(q);
  return score::from_units(scorer.score(scoring::views_of(l)));
}

}  // namespace tradewarden
