// Indexes that are made of a store: which snapshots they are of stands in the audit trail, so that an old
// answer can be given again from the store alone.
//
// Example:
//   auto set = stored_parties(*store, options);
//   ... build_index(*set, path, rules) ...
//   auto kept = review::remember_index(*store, idx.info(), options);
//
// Threads: as the store.
#ifndef TRADEWARDEN_REVIEW_STORED_INDEX_HPP
#define TRADEWARDEN_REVIEW_STORED_INDEX_HPP

#include <optional>
#include <string>

#include "tradewarden/answer_record.hpp"

namespace tradewarden::review {

/// Keeps in the trail of the store which snapshots the index was made of, once for each index. Errors:
/// io, and what a store that cannot be written gives: the index serves all the same.
[[nodiscard]] result<void> remember_index(const list_store& store, const index_info& info,
                                          const stored_parties_options& options);

/// The index that an answer was given by: the built-in sample, or built again from the store's snapshots.
/// Errors: those of rebuild_index().
[[nodiscard]] result<party_index> index_of(const audit_trail& trail, const recorded_answer& old,
                                           const std::optional<score_rules>& rules);

/// The rules that an answer asks for, where nobody has chosen others: those of its score version, or
/// nothing for the newest.
[[nodiscard]] std::optional<score_rules> rules_of(const recorded_answer& old);

/// The answer's JSON, byte for byte; by `idx`, or without one by index_of(). Error conflict, which names
/// all that lacks; not_found if there is no such answer.
[[nodiscard]] result<std::string> give_again(const audit_trail& trail, std::string_view answer_id,
                                             const party_index* idx);

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_STORED_INDEX_HPP
