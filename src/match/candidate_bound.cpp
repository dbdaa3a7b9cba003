#include "match/candidate_bound.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "match/expansion.hpp"
#include "score/parameters.hpp"
#include "score/token_similarity.hpp"

namespace tradewarden::matching {

using indexing::k_none;

candidate_bound::candidate_bound(const detail::index_view& index, const names::prepared_name& query,
                                 match_table& table, bool initials)
    : index_(index),
      parameters_(index.parameters()),
      weights_(index.tables().roles()),
      query_(query), table_(table), tokens_(query.tokens.size()) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const names::prepared_token& q = query.tokens[i];
    tokens_[i].role = q.role;
    tokens_[i].weight = q.weight;
    tokens_[i].cost = parameters_.query_cost(q.role, q.weight);
    tokens_[i].is_letter = initials && is_initial(q.text);
    if (tokens_[i].is_letter) letters_.push_back(i);
    if (scoring::identifies(q.role)) ++identifying_;
  }
  find_worths();
  find_most_evidence();
  find_postings();
}

void candidate_bound::find_postings() {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    std::uint64_t& postings = tokens_[i].postings;
    for (const alike& e : table_.entries_of(i)) postings += index_.posting_count(e.token);
    if (!tokens_[i].is_letter) continue;
    index_.each_run_from(letter(i), [&](std::uint32_t first, std::uint32_t last) {
      postings += index_.posting_count(first, last);
    });
  }
}

void candidate_bound::find_most_evidence() {
  std::int64_t sum = 0;  // of similarity x weight, 1/10,000
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    query_token& q = tokens_[i];
    // As alignment counts them; what a letter stands for is no name alike.
    const bool common = q.role == token_role::common || q.role == token_role::place ||
                        q.role == token_role::number;
    if (q.is_letter && q.role != token_role::initial) q.may_be_name = q.may_be_common = true;
    std::int64_t most =
        q.is_letter ? parameters_.initial_similarity * (q.weight + names::k_top_weight) : 0;
    for (const alike& e : table_.entries_of(i)) {
      const indexing::token_record& record = index_.token(e.token);
      for (std::uint32_t roles = record.roles; roles != 0; roles &= roles - 1) {
        const auto role = static_cast<token_role>(std::countr_zero(roles));
        const scoring::similarity alike = scoring::combine(e.likeness, q.role, role);
        if (alike.value == 0) continue;
        if (q.role == token_role::name && role == token_role::name) {
          q.may_be_name = q.may_be_name || alike.reason != match_reason::initial;
        } else if (common || role == token_role::common || role == token_role::place) {
          q.may_be_common = true;
          q.may_be_name = q.may_be_name ||
                          (alike.value == scoring::k_equal_similarity && q.role != role);
        }
        const std::int64_t weight = scoring::score_parameters::pair_weight(
            scoring::weighs_as_it_stands(alike), static_cast<std::int32_t>(q.weight),
            weights_.in_role(role, record.weight));
        most = std::max(most, alike.value * weight);
      }
    }
    q.most_evidence = most;
    sum += most;
  }
  joins_ = !table_.pairs().empty();
  for (const listed_pair& p : table_.pairs()) {
    sum += parameters_.joined_similarity * 2 *
           std::min(tokens_[p.query].weight, extremes_of(p.first).most + extremes_of(p.second).most);
  }
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (table_.joined()[i] == k_none) continue;
    joins_ = true;
    sum += parameters_.joined_similarity * 2 *
           std::min(tokens_[i].weight + tokens_[i + 1].weight, extremes_of(table_.joined()[i]).most);
  }
  most_evidence_ = sum / 10'000;
}

candidate_bound::extremes candidate_bound::extremes_of(std::uint32_t token) const {
  extremes out;
  const indexing::token_record& record = index_.token(token);
  for (std::uint32_t roles = record.roles; roles != 0; roles &= roles - 1) {
    const auto role = static_cast<token_role>(std::countr_zero(roles));
    const std::int64_t weight = weights_.in_role(role, record.weight);
    out.least = std::min(out.least, weight);
    out.most = std::max(out.most, weight);
    out.cost = std::max<std::int64_t>(
        out.cost, parameters_.listed_cost(role, static_cast<std::int32_t>(weight)));
  }
  return out;
}

candidate_bound::worth candidate_bound::worth_in_role(const query_token& q,
                                                      const scoring::similarity& alike,
                                                      token_role role, std::int32_t word_weight) const {
  const std::int32_t listed = weights_.in_role(role, static_cast<std::uint8_t>(word_weight));
  const std::int64_t weight = scoring::score_parameters::pair_weight(
      scoring::weighs_as_it_stands(alike), static_cast<std::int32_t>(q.weight), listed);
  const bool equal = alike.value == scoring::k_equal_similarity;
  worth out;
  out.alike = alike.value * weight * 100;
  out.of_share = q.cost - weight * 100 - parameters_.unlike_cost(alike.value, q.role, role, weight);
  out.listed_cost = parameters_.listed_cost(role, listed);
  if (scoring::is_same_name(alike, parameters_) && scoring::identifies(q.role)) {
    out.equal_name = equal;
    out.variant = !equal;
  }
  if (equal || (q.role == token_role::legal_form && role == token_role::legal_form)) {
    out.equal_weight = static_cast<std::int32_t>(weight);
  }
  return out;
}

void candidate_bound::find_worths() {
  worths_before_.push_back(0);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::span<const alike> entries = table_.entries_of(i);
    if (entries_ == nullptr && !entries.empty()) entries_ = entries.data();
    for (const alike& e : entries) {
      const indexing::token_record& record = index_.token(e.token);
      for (std::uint32_t roles = record.roles; roles != 0; roles &= roles - 1) {
        const auto role = static_cast<token_role>(std::countr_zero(roles));
        const scoring::similarity alike = scoring::combine(e.likeness, tokens_[i].role, role);
        if (alike.value != 0) worths_.push_back(worth_in_role(tokens_[i], alike, role, record.weight));
      }
      worths_before_.push_back(static_cast<std::uint32_t>(worths_.size()));
    }
  }
}

candidate_bound::gains candidate_bound::gains_of(const alike& e) const {
  gains out;
  const auto at = static_cast<std::size_t>(&e - entries_);
  for (std::uint32_t w = worths_before_[at]; w < worths_before_[at + 1]; ++w) {
    const gains g = gains_of(worths_[w]);
    out.bare = std::max(out.bare, g.bare);
    out.full = std::max(out.full, g.full);
  }
  return out;
}

std::int64_t candidate_bound::gain_of(const alike& e) const { return gains_of(e).full; }

namespace {

scoring::token_likeness as_initial(const scoring::score_parameters& p) {
  scoring::token_likeness out;
  out.hard = static_cast<std::int16_t>(p.initial_similarity);
  out.hard_reason = match_reason::initial;
  return out;
}

}  // namespace

std::int64_t candidate_bound::gain_of_letter(std::size_t i, std::uint32_t token) const {
  const query_token& q = tokens_[i];
  const indexing::token_record& record = index_.token(token);
  std::int64_t most = k_impossible;
  for (std::uint32_t roles = record.roles; roles != 0; roles &= roles - 1) {
    const auto role = static_cast<token_role>(std::countr_zero(roles));
    const scoring::similarity alike = scoring::combine(as_initial(parameters_), q.role, role);
    if (alike.value != 0) most = std::max(most, gains_of(worth_in_role(q, alike, role, record.weight)).full);
  }
  return most;
}

candidate_bound::gains candidate_bound::gains_of_letter(const query_token& q) const {
  // Any token may begin with the letter.
  gains out;
  for (std::size_t r = 0; r < parameters_.missing_costs.size(); ++r) {
    const auto role = static_cast<token_role>(r);
    const scoring::similarity alike = scoring::combine(as_initial(parameters_), q.role, role);
    if (alike.value == 0) continue;
    for (std::int32_t weight = 0; weight <= names::k_top_weight; ++weight) {
      const gains g = gains_of(worth_in_role(q, alike, role, weight));
      out.bare = std::max(out.bare, g.bare);
      out.full = std::max(out.full, g.full);
    }
  }
  return out;
}

std::int64_t candidate_bound::join_gain(std::int64_t query_weight, std::int64_t query_cost,
                                        const extremes& listed) const {
  // Below the threshold a light pair loses less than a heavy one.
  const std::int64_t above = parameters_.joined_similarity - t_;
  const std::int64_t weight = 2 * std::min(query_weight, above < 0 ? listed.least : listed.most);
  return std::max<std::int64_t>(0, above * weight * 100 + t_ * (query_cost + listed.cost));
}

std::int64_t candidate_bound::gain_of_join(std::size_t i) const {
  return join_gain(tokens_[i].weight + tokens_[i + 1].weight,
                   tokens_[i].cost + tokens_[i + 1].cost, extremes_of(table_.joined()[i]));
}

std::int64_t candidate_bound::gain_of_pair(const listed_pair& p) const {
  const extremes a = extremes_of(p.first);
  const extremes b = extremes_of(p.second);
  return join_gain(tokens_[p.query].weight, tokens_[p.query].cost,
                   {a.least + b.least, a.most + b.most, a.cost + b.cost});
}

std::int32_t candidate_bound::most_mass_of_join(std::size_t i) const {
  // The other joins may stand beside this one.
  return most_mass_of(of_joins_ + of_tokens_ - tokens_[i].most_gain - tokens_[i + 1].most_gain);
}

std::int32_t candidate_bound::most_mass_of_pair(const listed_pair& p) const {
  return most_mass_of(of_joins_ + of_tokens_ - tokens_[p.query].most_gain);
}

namespace {

/// No less than the two one after the other, each rounded down.
constexpr std::int32_t both_factors(std::int32_t a, std::int32_t b) {
  return static_cast<std::int32_t>((std::int64_t{a} * b + 9'999) / 10'000);
}

constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

}  // namespace

std::int32_t candidate_bound::most_factor(token_set matched) const {
  std::size_t common = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if ((matched & bit(i)) == 0) continue;
    if (tokens_[i].may_be_name) return 10'000;
    common += tokens_[i].may_be_common ? 1 : 0;
  }
  const auto& factors = parameters_.only_common_factors;
  std::int32_t most = factors[0];
  if (common >= 2) most = std::max({most, factors[1], parameters_.same_common_words_factor});
  if (common >= 3) most = std::max(most, factors[2]);
  return most;
}

std::int32_t candidate_bound::most_factor_with_evidence(token_set matched) const {
  std::int64_t evidence = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if ((matched & bit(i)) != 0) evidence += tokens_[i].most_evidence;
  }
  return both_factors(most_factor(matched), parameters_.evidence_factor(evidence / 10'000));
}

bool candidate_bound::is_doubtful(token_set matched) const {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const token_role role = tokens_[i].role;
    if ((matched & bit(i)) == 0 && (scoring::identifies(role) || role == token_role::initial)) return true;
  }
  return false;
}

void candidate_bound::set_shares(token_set matched) {
  const bool any_name = matched == k_any_name;
  if (any_name) {
    // Whose words that identify it are all equal needs t_perfect alone; what others are asked for more is
    // paid back to its pairs (search.hpp).
    const std::int32_t factor = joins_ ? 10'000 : most_factor(~token_set{0});
    t_perfect_ = parameters_.least_share_of(units_, factor);
    t_ = parameters_.least_share_of(
        units_, both_factors(factor, parameters_.evidence_factor(most_evidence_)));
  } else {
    t_perfect_ = parameters_.least_share_of(units_, most_factor(matched));
    t_ = parameters_.least_share_of(units_, most_factor_with_evidence(matched));
  }
  const bool doubtful = !any_name && is_doubtful(matched);
  const std::int64_t doubt = identifying_ == 0 && !doubtful ? 0 : t_ * parameters_.doubt * 100;
  const auto over = [](std::int64_t a, std::int64_t b) { return b == 0 ? 0 : (a + b - 1) / b; };
  of_equal_name_ = of_variant_ = of_equal_weight_ = 0;
  if (!doubtful) {
    of_equal_name_ = over(doubt, identifying_);
    of_variant_ = over(std::max(0, parameters_.doubt - parameters_.variant_doubt) * t_ * 100, identifying_);
    of_equal_weight_ = over((t_ - t_perfect_) * 10'000 * 100, t_perfect_);
  }
  needed_ = doubt;
  for (const query_token& q : tokens_) needed_ += t_ * q.cost;
}

candidate_bound::gains candidate_bound::most_gains_of(std::size_t i) const {
  gains most{0, 0};
  const auto raise = [&](const gains& g) {
    most.full = std::max(most.full, g.full);
    most.bare = std::max(most.bare, g.bare);
  };
  for (const alike& e : table_.entries_of(i)) raise(gains_of(e));
  if (tokens_[i].is_letter) raise(gains_of_letter(tokens_[i]));
  return most;
}

void candidate_bound::fill(token_set matched) {
  set_shares(matched);
  of_letters_ = 0;
  of_tokens_ = 0;
  for (token_head& h : table_.heads()) h.most_gain = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    query_token& q = tokens_[i];
    q.most_gain = 0;
    q.most_gain_bare = 0;
    if (matched != k_any_name && (matched & bit(i)) == 0) continue;
    const auto raise = [&](const gains& g) {
      q.most_gain = std::max(q.most_gain, g.full);
      q.most_gain_bare = std::max(q.most_gain_bare, g.bare);
    };
    for (const alike& e : table_.entries_of(i)) {
      const gains g = gains_of(e);
      if (g.full == k_impossible) continue;
      raise(g);
      std::int64_t& most = table_.head(e.token).most_gain;
      most = std::max(most, g.full);
    }
    if (q.is_letter) {
      raise(gains_of_letter(q));
      of_letters_ += q.most_gain;
    }
    of_tokens_ += q.most_gain;
  }
}

void candidate_bound::set_threshold(std::int32_t units) {
  units_ = units;
  const token_set all = ~token_set{0};
  needs_ = {parameters_.least_share_of(units, most_factor(all)),
            parameters_.least_share_of(units, most_factor_with_evidence(all))};
  fill(k_any_name);
  of_joins_ = 0;
  for (const listed_pair& p : table_.pairs()) of_joins_ += gain_of_pair(p);
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (table_.joined()[i] != k_none) of_joins_ += gain_of_join(i);
  }
}

std::int64_t candidate_bound::slack_of_letters(const detail::name_view& name) const {
  std::int64_t sum = 0;
  const std::uint32_t count = name.token_count();
  for (const std::size_t i : letters_) {
    const std::uint8_t byte = letter(i);
    std::int64_t most = 0;
    for (std::uint32_t j = 0; j < count; ++j) {
      const indexing::token_record& record = index_.token(name.token(j));
      if (record.first != byte || record.length == 1) continue;  // the letter itself has an entry
      const token_role role = name.role(j);
      const scoring::similarity alike =
          scoring::combine(as_initial(parameters_), tokens_[i].role, role);
      if (alike.value != 0) most = std::max(most, gains_of(worth_in_role(tokens_[i], alike, role, record.weight)).full);
    }
    sum += most;
  }
  return sum;
}

std::int64_t candidate_bound::gain_of_joins_in(const detail::name_view& name) const {
  std::int64_t sum = 0;
  const std::uint32_t count = name.token_count();
  for (const listed_pair& p : table_.pairs()) {
    if (has_pair(name, p)) sum += gain_of_pair(p);
  }
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (table_.joined()[i] == k_none) continue;
    for (std::uint32_t j = 0; j < count; ++j) {
      if (name.token(j) != table_.joined()[i]) continue;
      sum += gain_of_join(i);
      break;
    }
  }
  return sum;
}

bool candidate_bound::can_be_left_out(token_set matched) {
  set_shares(matched);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if ((matched & bit(i)) == 0) continue;
    sum += most_gains_of(i).bare;
    if (sum >= needed_) return false;
  }
  return true;
}

void candidate_bound::choose(std::size_t forced) {
  std::vector<std::size_t> order(tokens_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return tokens_[a].postings > tokens_[b].postings;
  });
  token_set left_out = 0;
  essential_.clear();
  for (const std::size_t i : order) {
    if (i != forced && can_be_left_out(left_out | bit(i))) {
      left_out |= bit(i);
    } else {
      essential_.push_back(i);
    }
  }
  // The one with the fewest names begins; for the next the earlier ones count as unmatched: a name
  // in which they are matched has been proposed by them.
  std::reverse(essential_.begin(), essential_.end());
}

void candidate_bound::begin_rank(std::size_t rank) {
  static_assert(names::k_max_tokens < 64);
  token_set matched = bit(tokens_.size()) - 1;
  for (std::size_t r = 0; r < rank; ++r) matched &= ~bit(essential_[r]);
  fill(matched);
  others_ = of_tokens_ - tokens_[essential_[rank]].most_gain;
}

std::int32_t candidate_bound::most_mass_of(std::int64_t most_gain) const {
  const std::int64_t room = most_gain - needed_;
  if (room < 0) return -1;
  const std::int64_t unit = t_ * indexing::k_mass_unit * indexing::k_posting_mass_unit;
  if (unit == 0) return 255;
  return static_cast<std::int32_t>(std::min<std::int64_t>(room / unit, 255));
}

}  // namespace tradewarden::matching
