// Pieces of the canonical JSON that the answers about origin share.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_ORIGIN_PARTS_HPP
#define TRADEWARDEN_AUDIT_ORIGIN_PARTS_HPP

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/json_parts.hpp"
#include "tradewarden/bill.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/index_info.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/share_threshold.hpp"

namespace tradewarden::audit {

/// {"low", "high"}: exact texts; high is null if no upper bound is known.
[[nodiscard]] json amount_json(const amount_range& a);
/// {"num", "den", "display", "low", "high"}: num and den are null unless the share is one number.
/// Null for a share that was never computed.
[[nodiscard]] json share_json(const exact_share& s);
/// {"num", "den", "display"}, or null.
[[nodiscard]] json threshold_json(const std::optional<share_threshold>& t);
/// "more_than", "at_least", or null.
[[nodiscard]] json operator_json(const std::optional<share_threshold>& t);
[[nodiscard]] json fraction_or_null(const std::optional<exact_fraction>& f);
[[nodiscard]] json options_json(const origin_options& o);
[[nodiscard]] json rule_json(const rule_use& r);
/// Adds "not_evaluated", "files", "rules_content", "disclaimer".
void add_basis(json& to, const answer_basis& b);
/// The lists that names were looked up in; null if no index was given.
[[nodiscard]] json lists_or_null(const std::optional<index_info>& index);
[[nodiscard]] json files_json(const std::vector<bill_file>& files);
/// Text, or null if it is empty: unknown is never an empty text.
[[nodiscard]] json text_or_null(const std::string& s);

/// The array of what `one` makes of each.
template <class T, class One>
[[nodiscard]] json array_json(const std::vector<T>& all, One one) {
  json out = json::array();
  for (const T& each : all) out.push_back(one(each));
  return out;
}

/// One line, closed by "engine_version" and "answer_id": the SHA-256 of the rest.
[[nodiscard]] std::string sealed(json&& answer);
/// The same with a last member `key`, an array whose rows are made one by one: of hundreds of
/// thousands of results, only the text of one is in memory beside the answer's.
[[nodiscard]] std::string sealed(json&& answer, std::string_view key, std::size_t rows,
                                 const std::function<json(std::size_t)>& row);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_ORIGIN_PARTS_HPP
