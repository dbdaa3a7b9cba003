#include "score/alignment.hpp"

#include <algorithm>
#include <bit>

#include "tradewarden/score.hpp"

namespace tradewarden::scoring {
namespace {

constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

constexpr std::uint64_t span_of(std::size_t first, std::size_t count) {
  return ((std::uint64_t{1} << count) - 1) << first;
}

/// Where the last name stands; behind the end if there is none.
std::size_t last_name(std::span<const aligned_token> tokens) {
  std::size_t last = tokens.size();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].role == token_role::name) last = i;
  }
  return last;
}

/// Positions of the set bits, the lowest first.
template <class F>
void each_bit(std::uint64_t bits, F&& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace

alignment::alignment(std::span<const aligned_token> query, const score_parameters& parameters)
    : parameters_(&parameters), query_(query.begin(), query.end()), rows_(query.size()) {}

void alignment::begin(std::size_t tokens) {
  listed_count_ = tokens;
  std::fill(rows_.begin(), rows_.end(), 0);
  if (matrix_.size() < query_.size() * tokens) matrix_.resize(query_.size() * tokens);
  joins_.clear();
}

bool alignment::add_join(std::size_t query, std::size_t query_count, std::size_t listed,
                         std::size_t listed_count) {
  if (joins_.size() == k_max_joins) return false;
  joins_.push_back({static_cast<std::uint8_t>(query), static_cast<std::uint8_t>(query_count),
                    static_cast<std::uint8_t>(listed), static_cast<std::uint8_t>(listed_count),
                    {static_cast<std::int16_t>(parameters_->joined_similarity), match_reason::joined, 0}});
  return true;
}

std::int32_t alignment::weight_of(const pairing& p) const {
  std::int32_t query = 0;
  std::int32_t listed = 0;
  for (std::size_t i = 0; i < p.query_count; ++i) query += query_[p.query + i].weight;
  for (std::size_t j = 0; j < p.listed_count; ++j) listed += listed_[p.listed + j].weight;
  return score_parameters::pair_weight(weighs_as_it_stands(p.alike), query, listed);
}

struct alignment::part {
  std::uint64_t query = 0;
  std::uint64_t listed = 0;
  const std::uint64_t* rows = nullptr;  // by query token: the listed tokens free for it
};

/// The best assignment within a part: one query token or one listed token has the pick of the
/// others; more are left to the Hungarian method.
void alignment::assign_part(const part& p, pairings& out) {
  const auto take = [&](std::size_t i, std::size_t j) {
    out.push_back({static_cast<std::uint8_t>(i), 1, static_cast<std::uint8_t>(j), 1,
                   matrix_[i * listed_count_ + j]});
  };
  if (std::has_single_bit(p.query) || std::has_single_bit(p.listed)) {
    std::int64_t best = -1;
    std::size_t query = 0;
    std::size_t listed = 0;
    each_bit(p.query, [&](std::size_t i) {
      each_bit(p.rows[i], [&](std::size_t j) {
        const std::int64_t rank = rank_of(i, j);
        if (rank <= best) return;
        best = rank;
        query = i;
        listed = j;
      });
    });
    take(query, listed);
    return;
  }
  solver_.reset(static_cast<std::size_t>(std::popcount(p.query)),
                static_cast<std::size_t>(std::popcount(p.listed)));
  std::array<std::size_t, 64> columns;
  std::size_t row = 0;
  each_bit(p.query, [&](std::size_t i) {
    std::size_t column = 0;
    each_bit(p.listed, [&](std::size_t j) {
      if ((p.rows[i] >> j & 1U) != 0) solver_.set(row, column, rank_of(i, j));
      columns[column++] = j;
    });
    ++row;
  });
  solver_.solve();
  row = 0;
  each_bit(p.query, [&](std::size_t i) {
    const std::size_t column = solver_.column_of(row++);
    if (column != assignment_solver::k_none) take(i, columns[column]);
  });
}

std::int64_t alignment::assign(std::span<const pairing> fixed, pairings& out) {
  const std::size_t n = query_.size();
  out.assign(fixed.begin(), fixed.end());
  std::uint64_t query_free = span_of(0, n);
  std::uint64_t listed_free = ~std::uint64_t{0};
  for (const pairing& p : fixed) {
    query_free &= ~span_of(p.query, p.query_count);
    listed_free &= ~span_of(p.listed, p.listed_count);
  }
  std::array<std::uint64_t, names::k_max_tokens> rows;
  for (std::size_t i = 0; i < n; ++i) {
    rows[i] = (query_free >> i & 1U) != 0 ? rows_[i] & listed_free : 0;
  }
  // Query tokens that no listed token joins do not compete: part by part.
  while (query_free != 0) {
    part p;
    p.rows = rows.data();
    p.query = query_free & (~query_free + 1);
    for (std::uint64_t grown = p.query; grown != 0;) {
      std::uint64_t listed = p.listed;
      each_bit(grown, [&](std::size_t i) { listed |= rows[i]; });
      grown = 0;
      if (listed == p.listed) break;
      each_bit(query_free & ~p.query, [&](std::size_t i) {
        if ((rows[i] & listed) != 0) grown |= bit(i);
      });
      p.listed = listed;
      p.query |= grown;
    }
    query_free &= ~p.query;
    if (p.listed != 0) assign_part(p, out);
  }
  std::int64_t sum = 0;
  for (const pairing& p : out) sum += std::int64_t{p.alike.value} * weight_of(p);
  return sum;
}

bool alignment::may_reach(const needed_share& needs) const {
  // What search.hpp calls g, exact for each cell: the best cell of every query token, and the best
  // of every listed token, both at least what an alignment has.
  const std::size_t m = listed_count_;
  bool perfect = true;
  bool doubtful = false;
  for (std::size_t i = 0; i < query_.size() && !doubtful; ++i) {
    if (!identifies(query_[i].role)) continue;
    bool equal = false;
    bool same = false;
    each_bit(rows_[i], [&](std::size_t j) {
      const similarity& s = matrix_[i * m + j];
      equal = equal || s.value == k_equal_similarity;
      same = same || is_same_name(s, *parameters_);
    });
    perfect = perfect && equal;
    doubtful = doubtful || !same;
  }
  const std::int64_t share = perfect ? needs.perfect : needs.other;
  std::int64_t needed = std::int64_t{doubtful   ? parameters_->doubt
                                     : !perfect ? parameters_->variant_doubt
                                                : 0} *
                        100;
  std::int64_t by_query = 0;
  std::array<std::int64_t, names::k_max_tokens> best_of_listed{};
  for (std::size_t j = 0; j < m; ++j) {
    needed += parameters_->listed_cost(listed_[j].role, listed_[j].weight);
  }
  for (std::size_t i = 0; i < query_.size(); ++i) {
    const std::int64_t cost = parameters_->query_cost(query_[i].role, query_[i].weight);
    needed += cost;
    std::int64_t best = 0;
    each_bit(rows_[i], [&](std::size_t j) {
      const std::int32_t value = matrix_[i * m + j].value;
      const std::int64_t weight = pair_weight(i, j);
      const std::int64_t g =
          (value - share) * weight * 100 +
          share * (cost + parameters_->listed_cost(listed_[j].role, listed_[j].weight) -
                   parameters_->unlike_cost(value, query_[i].role, listed_[j].role, weight));
      best = std::max(best, g);
      best_of_listed[j] = std::max(best_of_listed[j], g);
    });
    by_query += best;
  }
  std::int64_t by_listed = 0;
  for (std::size_t j = 0; j < m; ++j) by_listed += best_of_listed[j];
  return std::min(by_query, by_listed) >= share * needed;
}

void alignment::align() {
  std::int64_t best = assign({}, pairs_);
  for (std::uint32_t subset = 1; subset < (1U << joins_.size()); ++subset) {
    fixed_.clear();
    std::uint64_t query_used = 0;
    std::uint64_t listed_used = 0;
    bool overlap = false;
    for (std::size_t k = 0; k < joins_.size() && !overlap; ++k) {
      if ((subset >> k & 1U) == 0) continue;
      const pairing& p = joins_[k];
      const std::uint64_t q = span_of(p.query, p.query_count);
      const std::uint64_t l = span_of(p.listed, p.listed_count);
      overlap = (query_used & q) != 0 || (listed_used & l) != 0;
      query_used |= q;
      listed_used |= l;
      fixed_.push_back(p);
    }
    if (overlap) continue;
    const std::int64_t sum = assign(fixed_, trial_);
    if (sum > best) {
      best = sum;
      pairs_.swap(trial_);
    }
  }
  std::sort(pairs_.begin(), pairs_.end(),
            [](const pairing& a, const pairing& b) { return a.query < b.query; });
}

std::int32_t alignment::finish() {
  const std::size_t n = query_.size();
  const std::size_t m = listed_count_;
  lowerings_.clear();
  query_seen_ = 0;
  listed_seen_ = 0;
  if (n == 0 || m == 0) return 0;
  std::int64_t got = 0;       // similarity x weight, 1/10,000
  std::int64_t possible = 0;  // weight, 1/100
  bool equal = n == m && pairs_.size() == n;
  bool name_alike = false;
  std::size_t names_alike = 0;
  const pairing* slip = nullptr;  // the last name that is alike by edits or consonants
  std::size_t common_alike = 0;
  bool inverted = false;
  bool imperfect = false;  // not the same words
  bool doubtful = false;   // and not the same names otherwise spelled
  bool variants = false;   // such there are
  std::size_t last_listed = 0;
  bool any = false;
  bool opposed = false;  // two directions written alike: "southern", "northern"
  for (const pairing& p : pairs_) {
    const std::int64_t w = weight_of(p);
    got += p.alike.value * w;
    possible += w * 100;
    if (p.alike.reason != match_reason::joined) {
      possible += parameters_->unlike_cost(p.alike.value, query_[p.query].role, listed_[p.listed].role, w);
    }
    query_seen_ |= span_of(p.query, p.query_count);
    listed_seen_ |= span_of(p.listed, p.listed_count);
    const token_role rq = query_[p.query].role;
    const token_role rl = listed_[p.listed].role;
    const bool joined = p.alike.reason == match_reason::joined;
    if ((rq == token_role::name && rl == token_role::name) || joined) {
      if (p.alike.reason != match_reason::initial) {
        name_alike = true;
        ++names_alike;
        if (p.alike.reason == match_reason::edit || p.alike.reason == match_reason::key) slip = &p;
      }
      if (any && p.listed < last_listed) inverted = true;
      last_listed = p.listed;
      any = true;
    } else if (rq == token_role::common || rq == token_role::place || rq == token_role::number ||
               rl == token_role::common || rl == token_role::place) {
      ++common_alike;
      if (p.alike.value == k_equal_similarity && rq != rl) name_alike = true;
    }
    opposed = opposed || (query_[p.query].mark == token_mark::direction && !joined &&
                          listed_[p.listed].mark == token_mark::direction &&
                          p.alike.value < k_equal_similarity && p.alike.reason != match_reason::family);
    // Forms of a company are no doubt, alike or missing.
    const bool forms = rq == token_role::legal_form && rl == token_role::legal_form;
    imperfect = imperfect || (p.alike.value < k_equal_similarity && !forms);
    doubtful = doubtful || (!is_same_name(p.alike, *parameters_) && !forms);
    variants = variants || (p.alike.value < k_equal_similarity && !forms);
    equal = equal && p.query == p.listed && p.alike.value == k_equal_similarity &&
            query_[p.query].repaired == listed_[p.listed].repaired;
  }
  if (equal) return tradewarden::score::k_one;
  bool number_missing[2] = {false, false};
  bool place_missing[2] = {false, false};
  bool word_missing = false;
  bool kunya_missing[2] = {false, false};
  bool direction_missing[2] = {false, false};
  bool form_missing[2][2] = {};  // by side: of a company, of an association
  std::int32_t names_missing[2] = {0, 0};
  std::int32_t initials_missing[2] = {0, 0};
  std::int32_t words_missing[2] = {0, 0};
  const auto miss = [&](const aligned_token& t, std::size_t side) {
    const missing_cost& c = parameters_->cost_of(t.role);
    possible += std::int64_t{parameters_->missing_weight(t.role, t.weight)} *
                (side == 0 ? c.query : c.listed);
    names_missing[side] += t.role == token_role::name ? 1 : 0;
    initials_missing[side] += t.role == token_role::initial ? 1 : 0;
    words_missing[side] += t.role == token_role::common || t.role == token_role::place ? 1 : 0;
    number_missing[side] = number_missing[side] || t.role == token_role::number;
    place_missing[side] = place_missing[side] || t.role == token_role::place;
    imperfect = imperfect || identifies(t.role) || t.role == token_role::initial;
    doubtful = doubtful || identifies(t.role) || t.role == token_role::initial;
    kunya_missing[side] = kunya_missing[side] || t.mark == token_mark::kunya;
    direction_missing[side] = direction_missing[side] || t.mark == token_mark::direction;
    if (t.role == token_role::legal_form) form_missing[side][t.mark == token_mark::nonprofit ? 1 : 0] = true;
    word_missing = word_missing || !is_form(t.role);
  };
  each_bit(span_of(0, n) & ~query_seen_, [&](std::size_t i) { miss(query_[i], 0); });
  each_bit(span_of(0, m) & ~listed_seen_, [&](std::size_t j) { miss(listed_[j], 1); });
  const auto listed_words = std::count_if(
      listed_.begin(), listed_.begin() + static_cast<std::ptrdiff_t>(m),
      [](const aligned_token& t) { return !is_form(t.role) && t.role != token_role::honorific; });
  const std::size_t last_query = last_name(query_);
  const std::size_t last_listed_name = last_name(std::span(listed_).first(m));
  const bool last_missing = last_listed_name < m && (listed_seen_ >> last_listed_name & 1U) == 0;
  if (imperfect) {
    possible += std::int64_t{doubtful ? parameters_->doubt : variants ? parameters_->variant_doubt : 0} * 100;
  }
  std::int64_t units = possible == 0 ? 0 : got * 100 / possible;

  const auto lower = [&](const char* rule, std::int32_t factor) {
    units = units * factor / 10'000;
    lowerings_.push_back({rule, factor});
  };
  const auto of_organisation = [](const aligned_token& t) {
    return t.role == token_role::common || t.role == token_role::legal_form || t.role == token_role::place;
  };
  const bool organisation = std::any_of(query_.begin(), query_.end(), of_organisation);
  // "Dongmei Wang" is not the "Dongmei Investment Group": its words stand against the name.
  const bool listed_organisation =
      organisation || std::any_of(listed_.begin(), listed_.begin() + static_cast<std::ptrdiff_t>(m),
                                  of_organisation);
  const auto differing = [&](std::size_t side) {
    std::int32_t count = names_missing[side];
    count += organisation || (listed_organisation && side == 1) ? words_missing[side] : 0;
    count += organisation ? 0 : initials_missing[side];
    // "419 Repair Plant" and "Orsha Repair Plant": a number against a name.
    count += organisation && number_missing[side] && !number_missing[1 - side] ? 1 : 0;
    return count;
  };
  for (std::int32_t left = std::min({differing(0), differing(1), 3}); left > 0; --left) {
    lower("names_differ", organisation ? parameters_->organisation_differs_factor
                                       : parameters_->person_differs_factor);
  }
  if (imperfect) {
    const std::int32_t factor = parameters_->evidence_factor(got / 10'000);
    if (factor < 10'000) lower("little_evidence", factor);
  }
  if (!name_alike) {
    const std::size_t kind = common_alike >= 3 ? 2 : common_alike >= 2 ? 1 : 0;
    lower("only_common_words", kind > 0 && !word_missing ? parameters_->same_common_words_factor
                                                         : parameters_->only_common_factors[kind]);
  }
  if (names_alike == 1 && slip != nullptr) {
    // Each edit more leaves two letters less to tell it by.
    const std::size_t letters = std::min(query_[slip->query].length, listed_[slip->listed].length);
    const std::size_t more = slip->alike.edits > 1 ? 2U * (slip->alike.edits - 1U) : 0U;
    const std::size_t shorter = letters > more ? letters - more : 0;
    if (shorter <= 7) {
      lower("short_name", parameters_->short_name_factors[shorter <= 3 ? 0 : shorter - 3]);
    } else if (slip->alike.reason == match_reason::key) {
      lower("short_name", parameters_->sole_key_factor);
    }
  }
  if (names_alike == 1) {
    if (organisation && names_missing[0] == 0 && names_missing[1] > 0) {
      lower("one_name_of_two", parameters_->one_name_of_two_factor);
    } else if ((names_missing[0] > 0 || words_missing[0] > 1) && listed_words == 1) {
      lower("one_name_of_two", parameters_->listed_one_name_factor);
    }
  }
  const bool last_initial = std::any_of(pairs_.begin(), pairs_.end(), [&](const pairing& p) {
    return p.alike.reason == match_reason::initial &&
           (query_[p.query].role == token_role::name ? p.query == last_query
                                                     : p.listed == last_listed_name);
  });
  if (!organisation && last_initial) lower("last_name_initial", parameters_->last_name_initial_factor);
  if (!organisation && names_alike >= 2 && names_missing[0] == 0 && last_missing) {
    lower("last_name_missing", parameters_->last_name_missing_factor);
  }
  if (kunya_missing[0] != kunya_missing[1]) lower("kunya_missing", parameters_->kunya_missing_factor);
  if ((form_missing[0][0] && form_missing[1][1]) || (form_missing[0][1] && form_missing[1][0])) {
    lower("forms_differ", parameters_->forms_differ_factor);
  }
  if (inverted) {
    const auto descends = [](std::span<const aligned_token> tokens) {
      return std::any_of(tokens.begin(), tokens.end(),
                         [](const aligned_token& t) { return t.mark == token_mark::descent; });
    };
    if (descends(query_) && descends(std::span(listed_).first(m))) {
      lower("father_and_son", parameters_->father_and_son_factor);
    } else {
      lower("order", parameters_->order_factor);
    }
  }
  if (opposed || (direction_missing[0] && direction_missing[1])) {
    lower("direction_differs", parameters_->direction_differs_factor);
  }
  if (number_missing[0] && number_missing[1]) {
    lower("number_differs", parameters_->number_differs_factor);
  } else if (number_missing[0] || number_missing[1]) {
    lower("number_missing", parameters_->number_missing_factor);
  }
  if (place_missing[0] && place_missing[1]) {
    lower("place_differs", parameters_->place_differs_factor);
  } else if (place_missing[0] || place_missing[1]) {
    lower("place_missing", parameters_->place_missing_factor);
  }
  return std::min(parameters_->score_of_share(static_cast<std::int32_t>(units)), k_most_if_not_equal);
}

std::int32_t alignment::score() {
  align();
  return finish();
}

}  // namespace tradewarden::scoring
