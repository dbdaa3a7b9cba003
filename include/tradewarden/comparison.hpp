// Two names compared: the score and its working, token by token.
//
// Example:
//   auto c = tradewarden::compare_names("ZTE Kangxun", "ZTE Kangxun Telecommunications Ltd.");
//   for (const auto& p : c.pairs)
//     std::cout << p.query << " ~ " << p.listed << ' ' << to_string(p.reason) << '\n';
//
// Threads: pure functions of their arguments; no shared state.
#ifndef TRADEWARDEN_COMPARISON_HPP
#define TRADEWARDEN_COMPARISON_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/schema.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden {

class score_rules;

/// Version of the score: rules, weights and name tables together. It enters every answer; a change
/// of any of them raises it.
inline constexpr std::int32_t k_score_version = 1;

/// Why two tokens count as alike.
enum class match_reason : std::uint8_t {
  equal = 0,    ///< The same token.
  edit = 1,     ///< Few edits apart (optimal string alignment).
  family = 2,   ///< Spellings of one name or forms of one class.
  key = 3,      ///< The same consonants.
  initial = 4,  ///< One is the first letter of the other.
  joined = 5,   ///< Two neighbouring tokens here are one token there.
  truncated = 6,  ///< One is cut off: the first letters of the other.
};

/// What a token is in its name; it decides what the token weighs.
enum class token_role : std::uint8_t {
  name = 0,        ///< Carries the identity.
  common = 1,      ///< A word that many names share ("trading", "group").
  legal_form = 2,  ///< "ltd", "llc", "sa".
  particle = 3,    ///< "al", "bin", "de".
  honorific = 4,   ///< "dr", "haji".
  initial = 5,     ///< A single letter.
  number = 6,      ///< "5": a qualifier.
  place = 7,       ///< "mexico": a qualifier.
};

[[nodiscard]] std::string_view to_string(match_reason r) noexcept;
[[nodiscard]] std::string_view to_string(token_role r) noexcept;

struct token_pair {
  std::string query;   ///< Folded; two neighbours joined are written with a '+'.
  std::string listed;
  match_reason reason = match_reason::equal;
  std::int32_t similarity = 0;  ///< 1/10,000
  std::int32_t weight = 0;      ///< What both tokens weigh together.
  std::int32_t edits = 0;       ///< Number of edits where the reason is `edit`.
  friend bool operator==(const token_pair&, const token_pair&) = default;
};

struct unmatched_token {
  std::string token;
  token_role role = token_role::name;
  std::int32_t weight = 0;  ///< What its absence costs.
  friend bool operator==(const unmatched_token&, const unmatched_token&) = default;
};

/// A rule that lowered the score after alignment.
struct score_adjustment {
  std::string rule;         ///< "order", "only_common_words", "number_differs", "place_differs" ...
  std::int32_t factor = 0;  ///< 1/10,000; the score was multiplied by it.
  friend bool operator==(const score_adjustment&, const score_adjustment&) = default;
};

struct comparison {
  tradewarden::score score;
  std::vector<token_pair> pairs;  ///< In the order of the query's tokens.
  std::vector<unmatched_token> unmatched_query;
  std::vector<unmatched_token> unmatched_listed;
  std::vector<score_adjustment> adjustments;
};

/// The very score of screening: folds both names and compares them.
/// `query_schema` selects the roles of the query's tokens; unknown lets the text decide.
[[nodiscard]] comparison compare_names(std::string_view query, std::string_view listed,
                                       schema query_schema = schema::unknown);

/// The score alone, faster.
[[nodiscard]] score score_names(std::string_view query, std::string_view listed,
                                schema query_schema = schema::unknown);

/// The same by another score version or with a name pack (score_rules.hpp).
[[nodiscard]] comparison compare_names(std::string_view query, std::string_view listed,
                                       schema query_schema, const score_rules& rules);
[[nodiscard]] score score_names(std::string_view query, std::string_view listed,
                                schema query_schema, const score_rules& rules);

}  // namespace tradewarden

#endif  // TRADEWARDEN_COMPARISON_HPP
