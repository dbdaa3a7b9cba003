// How much the tokens of a name can be worth to a query at a threshold: see search.hpp.
//
// Example:
//   candidate_bound bound(view, query, table);
//   bound.set_threshold(8000);
//   bound.choose();
//   for (std::size_t rank = 0; rank < bound.essential().size(); ++rank) bound.begin_rank(rank);
//   bound.end_ranks();
//   if (bound.slack_of(view.name(handle), 0) >= 0) score(handle);
//
// Threads: belongs to one search.
#ifndef TRADEWARDEN_MATCH_CANDIDATE_BOUND_HPP
#define TRADEWARDEN_MATCH_CANDIDATE_BOUND_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/index_view.hpp"
#include "match/match_table.hpp"
#include "names/prepared_name.hpp"
#include "score/alignment.hpp"

namespace tradewarden::matching {

class candidate_bound {
 public:
  candidate_bound(const detail::index_view& index, const names::prepared_name& query,
                  match_table& table, bool initials);

  /// Works out all gains for a threshold in score units: for any name.
  void set_threshold(std::int32_t units);
  /// Works out which query tokens propose candidates at that threshold: `forced` among them, if it is one.
  void choose(std::size_t forced = k_no_token);
  static constexpr std::size_t k_no_token = ~std::size_t{0};
  /// Gains of names without joins in which the essential tokens before this one are not matched: their
  /// alike weight is less, and that a word is missing is known.
  void begin_rank(std::size_t rank);
  /// Back to gains of any name.
  void end_ranks() { fill(k_any_name); }

  /// Below zero: the name cannot reach the threshold. `more`: what it may be worth beyond its tokens
  /// one by one.
  [[nodiscard]] std::int64_t slack_of(const detail::name_view& name, std::int64_t more) const {
    std::int64_t sum = more - needed_ - t_ * indexing::k_mass_unit * name.mass();
    const std::uint32_t count = name.token_count();
    for (std::uint32_t j = 0; j < count; ++j) {
      const std::uint32_t token = name.token(j);
      if (table_.contains(token)) sum += table_.head(token).most_gain;
    }
    if (letters_.empty() || sum + of_letters_ < 0) return sum;
    return sum + slack_of_letters(name);
  }
  /// What the threshold asks of names without joins.
  [[nodiscard]] scoring::needed_share needed_shares() const noexcept { return needs_; }

  /// Whether any name may reach the threshold with nothing alike.
  [[nodiscard]] bool nothing_needed() const noexcept { return needed_ <= 0; }
  /// The query tokens that propose candidates, in the order in which they do.
  [[nodiscard]] const std::vector<std::size_t>& essential() const noexcept { return essential_; }
  /// All postings of what is alike to these.
  [[nodiscard]] std::uint64_t essential_postings() const {
    std::uint64_t sum = 0;
    for (const std::size_t i : essential_) sum += tokens_[i].postings;
    return sum;
  }
  [[nodiscard]] bool is_letter(std::size_t i) const { return tokens_[i].is_letter; }
  /// The byte of a query token that is a letter.
  [[nodiscard]] std::uint8_t letter(std::size_t i) const {
    return static_cast<std::uint8_t>(query_.tokens[i].text[0]);
  }

  /// The largest mass, in units of posting_masses, of a name that can reach the threshold with
  /// gain `gain` of the essential query token of this rank; -1: none.
  [[nodiscard]] std::int32_t most_mass(std::int64_t gain) const { return most_mass_of(gain + others_); }
  /// The largest gain of an entry, over the roles its token has.
  [[nodiscard]] std::int64_t gain_of(const alike& e) const;
  /// The same of a token that begins with query token i, a letter; below zero: it has no role for it.
  [[nodiscard]] std::int64_t gain_of_letter(std::size_t i, std::uint32_t token) const;

  // Joins propose for themselves: the rest of the bound knows nothing of them.

  /// The same for a name that has the join of query tokens i and i + 1, or such a pair.
  [[nodiscard]] std::int32_t most_mass_of_join(std::size_t i) const;
  [[nodiscard]] std::int32_t most_mass_of_pair(const listed_pair& p) const;
  /// What the joins that a name has can bring it beyond slack_of().
  [[nodiscard]] std::int64_t gain_of_joins_in(const detail::name_view& name) const;

 private:
  struct query_token {
    token_role role = token_role::name;
    std::int64_t weight = 0;
    std::int64_t cost = 0;  ///< When missing, 1/100.
    bool is_letter = false;
    std::int64_t most_gain = 0;       ///< With the listed token's cost.
    std::int64_t most_gain_bare = 0;  ///< Without.
    std::int64_t most_evidence = 0;   ///< Similarity x weight, 1/10,000.
    bool may_be_name = false;         ///< May be a pair after which names are alike,
    bool may_be_common = false;       ///< ... or common words are.
    std::uint64_t postings = 0;
  };
  using token_set = std::uint64_t;  // by position in the query
  static constexpr token_set k_any_name = 0;
  /// Largest gain with and without the listed side's cost.
  struct gains {
    std::int64_t full = k_impossible;
    std::int64_t bare = k_impossible;
  };
  static constexpr std::int64_t k_impossible = -1'000'000'000'000;
  /// What the gains of a pair are worked out from at any share.
  struct worth {
    std::int64_t alike = 0;         ///< Similarity x weight x 100.
    std::int64_t of_share = 0;      ///< More for each 1/10,000 of the share.
    std::int32_t listed_cost = 0;   ///< The same with the listed token's cost.
    std::int32_t equal_weight = 0;  ///< Of a pair to which is paid back what little evidence costs.
    bool equal_name = false;        ///< ... and what doubt costs, of an equal name
    bool variant = false;           ///< ... or of another spelling.
  };
  /// The lightest and heaviest that a token stands in a name, and its largest cost.
  struct extremes {
    std::int64_t least = 255;
    std::int64_t most = 0;
    std::int64_t cost = 0;
  };

  void find_worths();
  [[nodiscard]] gains gains_of(const alike& e) const;
  [[nodiscard]] gains gains_of(const worth& w) const {
    gains out;
    out.bare = w.alike + t_ * w.of_share + w.equal_weight * of_equal_weight_ +
               (w.equal_name ? of_equal_name_ : w.variant ? of_variant_ : 0);
    out.full = out.bare + t_ * w.listed_cost;
    return out;
  }
  [[nodiscard]] gains gains_of_letter(const query_token& q) const;
  /// The worth of a pair of this similarity.
  [[nodiscard]] worth worth_in_role(const query_token& q, const scoring::similarity& alike,
                                    token_role role, std::int32_t word_weight) const;
  void find_most_evidence();
  void find_postings();
  /// Of names without joins in which these tokens alone are matched: the largest factor of rules that lower
  /// a score after alignment, but for little evidence; and with it.
  [[nodiscard]] std::int32_t most_factor(token_set matched) const;
  [[nodiscard]] std::int32_t most_factor_with_evidence(token_set matched) const;
  /// Whether a name in which these alone are matched raises doubt for sure.
  [[nodiscard]] bool is_doubtful(token_set matched) const;
  /// Sets the shares and all that follows from them: see begin_rank(). k_any_name: all names, with joins.
  void set_shares(token_set matched);
  /// The same, and works out the gains.
  void fill(token_set matched);
  /// The largest gains of what is alike to query token i.
  [[nodiscard]] gains most_gains_of(std::size_t i) const;
  /// Whether no name in which these alone are matched can reach the threshold.
  [[nodiscard]] bool can_be_left_out(token_set matched);
  [[nodiscard]] std::int64_t join_gain(std::int64_t query_weight, std::int64_t query_cost,
                                       const extremes& listed) const;
  [[nodiscard]] extremes extremes_of(std::uint32_t token) const;
  [[nodiscard]] std::int64_t gain_of_join(std::size_t i) const;
  [[nodiscard]] std::int64_t gain_of_pair(const listed_pair& p) const;
  [[nodiscard]] std::int32_t most_mass_of(std::int64_t most_gain) const;
  /// What the letters of the query can be worth to a name: only to tokens that begin with them.
  [[nodiscard]] std::int64_t slack_of_letters(const detail::name_view& name) const;

  const detail::index_view& index_;
  const scoring::score_parameters& parameters_;
  const names::role_weights& weights_;
  const names::prepared_name& query_;
  match_table& table_;
  std::vector<query_token> tokens_;
  std::vector<worth> worths_;                // of the entries in turn, one for each role
  std::vector<std::uint32_t> worths_before_; // by entry
  const alike* entries_ = nullptr;           // the first
  std::vector<std::size_t> letters_;  // query tokens of a single letter
  std::vector<std::size_t> essential_;
  std::int64_t others_ = 0;           // of a rank: most that the other tokens may bring
  std::int32_t units_ = 0;            // threshold
  bool joins_ = false;                // whether there are any
  scoring::needed_share needs_;
  std::int64_t identifying_ = 0;      // query tokens that raise doubt where they are not equal
  std::int64_t most_evidence_ = 0;    // alike weight that no listed name exceeds, joins counted
  std::int64_t t_ = 0;                // share, 1/10,000
  std::int64_t t_perfect_ = 0;        // of names that raise no doubt
  std::int64_t of_equal_name_ = 0;    // more gain for such a query token that is equal
  std::int64_t of_variant_ = 0;       // the same for one that is a variant
  std::int64_t of_equal_weight_ = 0;  // more gain for each weight of an equal pair
  std::int64_t needed_ = 0;           // t x cost of all query tokens
  std::int64_t of_letters_ = 0;
  std::int64_t of_tokens_ = 0;
  std::int64_t of_joins_ = 0;
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_CANDIDATE_BOUND_HPP
