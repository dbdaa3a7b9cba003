#include "match/search.hpp"

#include <algorithm>

#include "match/candidate_bound.hpp"
#include "match/listed_scorer.hpp"

namespace tradewarden::matching {
namespace {

using indexing::k_none;

/// How many names are fetched ahead of the one that is looked at.
constexpr std::size_t k_ahead = 16;
constexpr std::size_t k_scored_ahead = 4;
/// Words that most names take.
constexpr std::size_t k_usual_words = 5;
/// A list of fewer postings is read whole: a look at its masses costs more than its names.
constexpr std::uint32_t k_short_list = 4;
/// The bounds are worked out anew when the threshold has risen by this, in score units.
constexpr std::int32_t k_rise = 100;
/// ... and at least this many candidates are left to gain by it.
constexpr std::size_t k_enough_left = 64;
/// From so many names to be read on it pays to look for another choice of tokens that propose.
constexpr std::uint64_t k_many_reads = 4096;
/// Candidates that are sorted first.
constexpr std::size_t k_first_stretch = 128;

void fetch(const void* address) { __builtin_prefetch(address); }

class name_search {
 public:
  name_search(const detail::index_view& index, const names::prepared_name& query,
              const enumerators& on, search_scratch& scratch, const scoring::score_parameters* asking = nullptr)
      : index_(index), scratch_(scratch), asking_(asking), table_(scratch.table),
        bound_(index, query, prepared(index, query, on, scratch), on.initial),
        scorer_(index, query, scratch.table, on), tokens_(query.tokens.size()) {}

  void run(std::int32_t threshold, const name_sink& sink) {
    bound_.set_threshold(threshold);
    scratch_.counts = {};
    for (std::size_t i = 0; i < tokens_; ++i) scratch_.counts.alike += table_.entries_of(i).size();
    scratch_.candidates.clear();
    if (bound_.nothing_needed()) {
      take_all();
    } else {
      choose();
      const auto& essential = bound_.essential();
      for (std::size_t rank = 0; rank < essential.size(); ++rank) {
        bound_.begin_rank(rank);
        propose(essential[rank]);
      }
      bound_.end_ranks();
      propose_joins();
    }
    score_all(threshold, sink);
  }

 private:
  /// The table must be filled before the bound reads it.
  static match_table& prepared(const detail::index_view& index, const names::prepared_name& query,
                               const enumerators& on, search_scratch& scratch) {
    scratch.table.begin(index.token_count());
    expand(index, query, on, scratch.edits, scratch.table, scratch.cache ? &*scratch.cache : nullptr);
    return scratch.table;
  }

  void take_all() {
    scratch_.proposed.clear();
    const std::size_t words = index_.name_words().size();
    for (std::uint32_t at = 0; at < words; at += index_.name(at).size()) {
      scratch_.proposed.push_back(at);
    }
    look(true);
  }

  /// The names that hold something alike to query token i and may still reach the threshold.
  void propose(std::size_t i) {
    scratch_.proposed.clear();
    each_proposing(i, [&](std::uint32_t token, std::int32_t most_mass) { take(token, most_mass); });
    look(false);
  }

  /// The names in which a join may count.
  void propose_joins() {
    for (std::size_t i = 0; i + 1 < tokens_; ++i) {
      if (table_.joined()[i] == k_none) continue;
      scratch_.proposed.clear();
      take(table_.joined()[i], bound_.most_mass_of_join(i));
      look(true);
    }
    for (const listed_pair& p : table_.pairs()) {
      scratch_.proposed.clear();
      take(rarer(index_, p), bound_.most_mass_of_pair(p));
      keep_with_pair(p);
      look(true);
    }
  }

  void fetch_name(std::uint32_t name) const {
    const std::uint32_t* const at = index_.name_words().data() + name;
    fetch(at);
    fetch(at + k_usual_words);  // it may stand across two lines
  }

  void keep_with_pair(const listed_pair& p) {
    std::vector<std::uint32_t>& proposed = scratch_.proposed;
    std::size_t kept = 0;
    for (std::size_t k = 0; k < proposed.size(); ++k) {
      if (k + k_ahead < proposed.size()) fetch_name(proposed[k + k_ahead]);
      if (has_pair(index_.name(proposed[k]), p)) proposed[kept++] = proposed[k];
    }
    proposed.resize(kept);
  }

  /// Whose tokens have the most postings are left out first; but how far they are read is seen only then.
  void choose() {
    bound_.choose();
    if (bound_.essential_postings() < k_many_reads) return;
    std::uint64_t least = reads();
    if (least < k_many_reads) return;
    const std::vector<std::size_t> first = bound_.essential();
    std::size_t best = candidate_bound::k_no_token;
    for (std::size_t i = 0; i < tokens_; ++i) {
      if (std::find(first.begin(), first.end(), i) != first.end()) continue;
      bound_.choose(i);
      const std::uint64_t now = reads();
      if (now >= least) continue;
      least = now;
      best = i;
    }
    bound_.choose(best);
  }

  /// How many names the essential tokens propose.
  std::uint64_t reads() {
    std::uint64_t sum = 0;
    for (std::size_t rank = 0; rank < bound_.essential().size(); ++rank) {
      bound_.begin_rank(rank);
      each_proposing(bound_.essential()[rank], [&](std::uint32_t token, std::int32_t most_mass) {
        sum += count_within(token, most_mass);
      });
    }
    return sum;
  }

  /// The listed tokens alike to query token i, with the largest mass of a name that can reach the threshold.
  template <class Visit>
  void each_proposing(std::size_t i, const Visit& visit) const {
    for (const alike& e : table_.entries_of(i)) {
      visit(e.token, bound_.most_mass(bound_.gain_of(e)));
    }
    if (!bound_.is_letter(i)) return;
    index_.each_run_from(bound_.letter(i), [&](std::uint32_t first, std::uint32_t last) {
      for (std::uint32_t token = first; token < last; ++token) {
        const std::int64_t gain = bound_.gain_of_letter(i, token);
        if (gain >= 0) visit(token, bound_.most_mass(gain));
      }
    });
  }

  [[nodiscard]] std::size_t count_within(std::uint32_t token, std::int32_t most_mass) const {
    if (most_mass < 0) return 0;
    const std::size_t count = index_.posting_count(token);
    if (count <= k_short_list) return count;
    const auto masses = index_.posting_masses(token);
    return static_cast<std::size_t>(std::upper_bound(masses.begin(), masses.end(), most_mass) -
                                    masses.begin());
  }

  void take(std::uint32_t token, std::int32_t most_mass) {
    const std::size_t count = count_within(token, most_mass);
    if (count == 0) return;
    const auto names = index_.postings(token);
    scratch_.proposed.insert(scratch_.proposed.end(), names.begin(),
                             names.begin() + static_cast<std::ptrdiff_t>(count));
  }

  /// Keeps what may reach the threshold; names proposed by a token need no joins to be looked for:
  /// joins propose for themselves.
  void look(bool with_joins) {
    const std::vector<std::uint32_t>& proposed = scratch_.proposed;
    scratch_.counts.postings += proposed.size();
    for (std::size_t k = 0; k < proposed.size(); ++k) {
      if (k + k_ahead < proposed.size()) fetch_name(proposed[k + k_ahead]);
      const detail::name_view name = index_.name(proposed[k]);
      const std::int64_t slack =
          bound_.slack_of(name, with_joins ? bound_.gain_of_joins_in(name) : 0);
      if (slack >= 0) scratch_.candidates.push_back({proposed[k], slack});
    }
  }

  /// The most promising first, so that the threshold rises early; sorted a stretch at a time, as
  /// the rest is often ruled out before its turn.
  void score_all(std::int32_t threshold, const name_sink& sink) {
    std::vector<candidate>& left = scratch_.candidates;
    scratch_.counts.candidates = left.size();
    std::int32_t bounded_at = threshold;
    std::size_t sorted = 0;
    std::size_t stretch = k_first_stretch;
    for (std::size_t k = 0; k < left.size(); ++k) {
      if (k == sorted) {
        const auto from = left.begin() + static_cast<std::ptrdiff_t>(k);
        sorted = std::min(k + stretch, left.size());
        const auto to = left.begin() + static_cast<std::ptrdiff_t>(sorted);
        stretch *= 4;
        if (to != left.end()) std::nth_element(from, to, left.end(), by_slack);
        std::sort(from, to, by_slack);
      }
      if (k + k_scored_ahead < left.size()) fetch_name(left[k + k_scored_ahead].name);
      if (k > 0 && left[k].name == left[k - 1].name) continue;  // proposed by several tokens
      const detail::name_view scored = index_.name(left[k].name);
      const std::int32_t units = asking_ == nullptr
                                     ? scorer_.score(scored, bound_.needed_shares())
                                     : scorer_.score_asking(scored, bound_.needed_shares(), *asking_);
      ++scratch_.counts.scored;
      if (units < threshold) continue;
      threshold = std::max(threshold, sink({left[k].name, units}));
      if (threshold < bounded_at + k_rise || left.size() - k < k_enough_left) continue;
      bounded_at = threshold;
      bound_.set_threshold(threshold);
      std::size_t kept = k + 1;
      for (std::size_t r = k + 1; r < left.size(); ++r) {
        const detail::name_view name = index_.name(left[r].name);
        const std::int64_t slack = bound_.slack_of(name, bound_.gain_of_joins_in(name));
        if (slack >= 0) left[kept++] = {left[r].name, slack};
      }
      left.resize(kept);
      sorted = k + 1;
    }
  }

  static bool by_slack(const candidate& a, const candidate& b) {
    return a.slack != b.slack ? a.slack > b.slack : a.name < b.name;
  }

  const detail::index_view& index_;
  search_scratch& scratch_;
  const scoring::score_parameters* asking_;  // of the score, where the names of the index ask
  match_table& table_;
  candidate_bound bound_;
  listed_scorer scorer_;
  std::size_t tokens_;
};

}  // namespace

void search(const detail::index_view& index, const names::prepared_name& query, score threshold,
            const enumerators& on, search_scratch& scratch, const name_sink& sink) {
  if (query.tokens.empty()) return;
  name_search(index, query, on, scratch).run(threshold.units(), sink);
}

void search_asking(const detail::index_view& index, const names::prepared_name& listed, score threshold,
                   const scoring::score_parameters& parameters, search_scratch& scratch, const name_sink& sink) {
  if (listed.tokens.empty()) return;
  name_search(index, listed, {}, scratch, &parameters).run(threshold.units(), sink);
}

}  // namespace tradewarden::matching
