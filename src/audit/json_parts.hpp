// Pieces of the canonical JSON that answers and comparisons share.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_JSON_PARTS_HPP
#define TRADEWARDEN_AUDIT_JSON_PARTS_HPP

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden::audit {

/// Keeps keys in the order of insertion: the order is part of the canonical form.
using json = nlohmann::ordered_json;

/// ISO date, or null if unknown: unknown is never an empty text.
[[nodiscard]] json date_or_null(const std::optional<day>& d);
/// Token pairs with reason and weight, unmatched tokens, adjustments.
[[nodiscard]] json explanation_json(const comparison& c);
/// What would have changed an outcome.
[[nodiscard]] json what_if_json(const std::vector<counterfactual>& changes);
/// The lists of an index with the publication that each came from.
[[nodiscard]] json lists_json(const index_info& info);
/// What no screening of names can tell, and the known lists that this index lacks. `ownership`: in the
/// place of the sentence on ownership, where that was looked at too.
[[nodiscard]] std::vector<std::string> not_checked(const party_index& idx, std::string_view ownership = {});
/// Codes of the lists that the library knows and this index lacks, in the order of all_lists().
[[nodiscard]] std::vector<std::string> absent_lists(const index_info& info);
/// What the publications of an index lack of themselves: a list of OFAC without its aliases.
[[nodiscard]] std::vector<std::string> incomplete_notes(const index_info& info);
/// That a day before a publication cannot be answered in full; empty if it is not before one, and
/// for the built-in list, which holds ended entries by hand.
[[nodiscard]] std::string early_day_note(const party_index& idx, const std::optional<day>& as_of);
/// True if the index is the list that is built into the library.
[[nodiscard]] bool is_sample(const party_index& idx);
/// The sentence that goes with every use of the built-in list, whose facts `sample` are.
[[nodiscard]] std::string sample_notice(const index_info& sample);

/// One line, UTF-8 unescaped; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string one_line(const json& j);

/// A row that could not be answered, in the place of its answer, which has its id under `id_key`:
/// "query_id" for screening, "id" for comparisons.
[[nodiscard]] std::string failed_row_json(std::string_view id_key, std::string_view id,
                                          const error& e);
/// Two names compared (docs/compare.schema.json).
[[nodiscard]] std::string comparison_json(std::string_view left, std::string_view right, schema s,
                                          const comparison& c,
                                          const std::vector<counterfactual>& what_if,
                                          const score_rules& rules = {});
/// Adds score_version, score_tables_sha256 and name_pack_sha256: by what an answer was scored.
void add_score_rules(json& to, std::int32_t version, const digest& tables,
                     const std::optional<digest>& name_pack);
/// What this engine is: its version, the score versions it knows and their tables. Indented.
[[nodiscard]] std::string version_json();
/// Facts of an index file (docs/index-info.schema.json), indented.
[[nodiscard]] std::string index_info_json(const index_info& info);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_JSON_PARTS_HPP
