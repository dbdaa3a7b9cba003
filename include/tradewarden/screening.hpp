// The question "may this go to them?", asked of an index: query in, explained answer out.
//
// Example:
//   tradewarden::screening_query q;
//   q.name = "ZTE Kangxun";
//   tradewarden::screening_options o;
//   o.as_of = tradewarden::day::parse("2018-05-01").value();
//   tradewarden::screening_answer a = tradewarden::screen(tradewarden::party_index::sample(), q, o);
//   for (const auto& h : a.hits) std::cout << h.score.to_string() << ' ' << h.matched_name << '\n';
//
// Threads: screen() only reads the index; call it from any number of threads.
#ifndef TRADEWARDEN_SCREENING_HPP
#define TRADEWARDEN_SCREENING_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/decision.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/evidence.hpp"
#include "tradewarden/identifier.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/party_status.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/same_party.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden {

/// Which weak aliases may make a hit.
enum class weak_policy : std::uint8_t {
  ignore = 0,   ///< None.
  confirm = 1,  ///< One of two tokens or more that equals the query whole, or one that a birth
                ///< date, an identifier or a country confirms.
  full = 2,     ///< All, like strong names.
};
[[nodiscard]] std::string_view to_string(weak_policy p) noexcept;
[[nodiscard]] result<weak_policy> parse_weak_policy(std::string_view text);

/// What becomes of a hit that a fact of the query contradicts. The score of its name never changes.
enum class contradiction_policy : std::uint8_t {
  keep = 0,   ///< Nothing: it is shown beside the hit.
  lower = 1,  ///< It ranks lower: by the score less 0.02 to 0.20 for each such fact (rank_score).
  drop = 2,   ///< It is left out, and counted (screening_answer::dropped).
};
[[nodiscard]] std::string_view to_string(contradiction_policy p) noexcept;
[[nodiscard]] result<contradiction_policy> parse_contradiction_policy(std::string_view text);

struct screening_query {
  std::string id;          ///< The caller's, returned with the answer; may be empty.
  std::string name;        ///< As received; may be empty where a number is given.
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::string country;     ///< Name or ISO code, or several ("RU; CY"), or empty.
  std::string birth_date;  ///< As received (partial_date::parse), or empty.
  /// Passport, tax, registration, IMO ... number, or empty. Parties that bear it are hits whatever
  /// their names; a kind of number may stand in front ("INN 7707083893"), and several in one text are
  /// parted by ';'.
  std::string identifier;
  tradewarden::identifier_type identifier_type = tradewarden::identifier_type::any;
  std::string nationality{};  ///< Name or ISO code, or several, or empty.
  std::string gender{};       ///< "male", "female", or empty: then the name may tell.
  std::string imo{};          ///< Of a vessel, or empty; looked for like the identifier.
};

struct screening_options {
  std::optional<day> as_of;  ///< Default: today in UTC, recorded in the answer.
  score threshold = score::from_units(8000);
  std::uint32_t limit = 10;  ///< Parties; 1 to 10,000.
  weak_policy weak = weak_policy::confirm;
  bool include_ended = false;  ///< Also lifted and expired entries.
  /// Count all parties that reach the threshold. Without it the search stops looking below the
  /// parties shown: the same hits, sooner; `more` then only tells whether there are further ones.
  bool count_all = true;
  contradiction_policy contradiction = contradiction_policy::keep;
  /// The facts that `lower` and `drop` heed. A schema is often wrong on lists, and a gender may be
  /// told by the name alone: both only if asked for. Where a number confirms, none counts.
  evidence_kinds contradiction_by = {evidence_kind::birth_date, evidence_kind::country,
                                     evidence_kind::nationality, evidence_kind::imo};
  /// Also work out what would have changed each hit (screening_hit::what_if).
  bool explain = false;
};

/// What brought a party up.
enum class hit_origin : std::uint8_t {
  name = 0,
  identifier = 1,  ///< It bears the number; its names do not reach the threshold.
  both = 2,
};
[[nodiscard]] std::string_view to_string(hit_origin o) noexcept;

/// Hits stand in this order: those whose number is the one asked for; those by name; those that
/// bear the number but for something (screening_hit::evidences says what). Within each by
/// rank_score, then by list and source id.
struct screening_hit {
  std::uint32_t rank = 0;  ///< From 1.
  tradewarden::score score;       ///< Of the name alone; 0 if no name was asked for.
  tradewarden::score rank_score;  ///< The score, less what contradictions take off under `lower`.
  hit_origin found_by = hit_origin::name;
  std::uint32_t party_id = 0;      ///< In the index.
  std::uint32_t name_position = 0; ///< In party.names.
  listed_party party;
  std::string matched_name;
  name_kind kind = name_kind::primary;
  name_strength strength = name_strength::strong;
  party_status status = party_status::listed;
  std::optional<day> from;   ///< Of the measure that gives the status.
  std::optional<day> until;
  std::vector<measure> measures;   ///< In force on the day (or ended, for lifted and expired).
  std::vector<overlay> overlays;   ///< In force on the day.
  std::string weak_reason;   ///< What let a weak alias through: "whole_name", "birth_date", ...
  comparison explanation;
  std::vector<evidence> evidences;  ///< One of each kind, in their order.
  std::vector<counterfactual> what_if;  ///< With options.explain.
  /// Rank of the first hit of the same party (its own if there is none before it): the entries that
  /// different lists have of one party share it. screening_answer::links says why.
  std::uint32_t same_party = 0;
  /// What people decided of this hit, as decision_book::screen() found it; it stays in its place.
  std::optional<applied_decision> decided;
  /// Whether such a decision holds.
  [[nodiscard]] bool is_set_aside() const noexcept {
    return decided.has_value() && decided->state == decision_state::in_force;
  }
};

/// Why a query gets no ordinary search.
enum class query_problem : std::uint8_t {
  none = 0,
  empty = 1,          ///< No letter or digit: nothing was screened.
  single_letter = 2,  ///< One letter: only equal names are shown.
  only_common = 3,    ///< Only words that many names share: other names score low.
  damaged_index = 4,  ///< The index file proved damaged on reading: nothing was screened.
  no_name = 5,        ///< No letter or digit in the name, but a number: only that was looked for.
};
/// Whether anything was looked for: without that, no hit means nothing.
[[nodiscard]] constexpr bool was_screened(query_problem p) noexcept {
  return p != query_problem::empty && p != query_problem::damaged_index;
}
[[nodiscard]] std::string_view to_string(query_problem p) noexcept;

struct screening_answer {
  screening_query query;
  screening_options options;  ///< As used: as_of is always set.
  query_problem problem = query_problem::none;
  /// What was assumed or not understood, one sentence each; the first says the problem if there is one.
  std::vector<std::string> notes;
  std::vector<screening_hit> hits;
  std::vector<party_link> links;  ///< Among the hits, by position in `hits`.
  /// Hits set aside by a decision. They are among `hits` and do not count for the limit.
  [[nodiscard]] std::size_t set_aside() const noexcept {
    std::size_t n = 0;
    for (const screening_hit& h : hits) n += h.is_set_aside() ? 1 : 0;
    return n;
  }
  std::uint64_t more = 0;     ///< Parties at or above the threshold beyond the limit.
  bool more_is_exact = true;  ///< False: at least so many (only without options.count_all).
  /// Parties that reach the threshold and were left out by contradiction_policy::drop, and by which
  /// kinds (a party counts for each); `more_is_exact` goes for them too.
  std::uint64_t dropped = 0;
  std::vector<std::pair<evidence_kind, std::uint64_t>> dropped_by;
  digest index_content;       ///< Which index answered.
};

/// The facts of a query that cannot be used - a birth date that is none, a country that is not known,
/// a number too short - one error for each, with its field. screen() goes on without them and says so
/// in its notes; whoever would rather have them mended asks here first.
[[nodiscard]] std::vector<error> unusable_facts(const screening_query& query);

/// Never fails on a query: what cannot be understood (a birth date, a country) stands in `notes`.
[[nodiscard]] screening_answer screen(const party_index& idx, const screening_query& query,
                                      const screening_options& options = {});

/// The answer as canonical JSON (docs/answer.schema.json): keys in a fixed order, no floating
/// point, one line. `answer_id` inside is the SHA-256 of the rest.
[[nodiscard]] std::string to_json(const screening_answer& answer, const party_index& idx);

}  // namespace tradewarden

#endif  // TRADEWARDEN_SCREENING_HPP
