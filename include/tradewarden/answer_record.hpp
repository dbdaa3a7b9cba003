// An answer as the audit trail keeps it: what was asked, by what it was answered, and its id - enough to
// give it again, byte for byte, and to say exactly what lacks where that cannot be done.
//
// Example:
//   std::string json = tradewarden::to_json(answer, idx);
//   trail.append(std::span(&entry, 1));                    // entry = record_of(answer, idx, json, book)
//   auto old = tradewarden::find_answer(trail, "3f0c9a");
//   auto again = tradewarden::replay(*old, idx);           // the same bytes, or why not
//
// Threads: plain values; replay() only reads the index.
#ifndef TRADEWARDEN_ANSWER_RECORD_HPP
#define TRADEWARDEN_ANSWER_RECORD_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/audit_trail.hpp"
#include "tradewarden/decision_book.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// A hit of an answer, as far as a decision needs it.
struct recorded_hit {
  std::string list;
  std::string source_id;
  std::string name;
  digest entry;  ///< entry_digest()
};

struct recorded_answer {
  std::string id;  ///< answer_id
  std::string at;  ///< UTC, of the record.
  screening_query query;
  screening_options options;
  std::vector<std::string> added_notes;  ///< By the caller, behind the answer's own.
  std::vector<decision> decisions;       ///< Of the customer, as they stood.
  digest customer;                       ///< customer_digest()
  std::vector<recorded_hit> hits;
  digest index;                          ///< Content of the index that answered.
  std::string engine_version;
  std::int32_t score_version = 0;
  digest score_tables_sha256;
  std::optional<digest> name_pack_sha256;
};

/// The `answer_id` inside the JSON of an answer; empty if there is none.
[[nodiscard]] std::string answer_id_of(std::string_view answer_json);

/// What the trail keeps of an answer. `json` is to_json() of it.
[[nodiscard]] trail_entry record_of(const screening_answer& answer, const party_index& idx,
                                    std::string_view json, const decision_book& book,
                                    std::span<const std::string> added_notes = {});

/// By its id or the first digits of it (6 or more). Errors: not_found, conflict (several), io, bad_syntax.
[[nodiscard]] result<recorded_answer> find_answer(const audit_trail& trail, std::string_view id);

/// What lacks to give the answer again by this engine and these rules: one sentence each. The index is
/// asked of replay().
[[nodiscard]] std::vector<std::string> lacking(const recorded_answer& old, const score_rules& rules);

/// The answer's JSON, which is the old one byte for byte. Error conflict, which names all that lacks: the
/// index, the score version or its tables, the name pack, the engine's version.
[[nodiscard]] result<std::string> replay(const recorded_answer& old, const party_index& idx);

/// A decision on a hit of the answer, whose reason and persons are left to fill in. Error not_found if the
/// answer has no such hit; missing_field if it names no customer.
[[nodiscard]] result<decision> decision_on(const recorded_answer& answer, std::string_view list,
                                           std::string_view source_id);

/// What the trail keeps of an index that was built of a store's snapshots, so that it can be built again.
[[nodiscard]] trail_entry record_of_index(const index_info& info, std::span<const std::uint64_t> snapshots,
                                          bool history);
/// The bytes of that index, built again from the snapshots. Errors: not_found (no record of it, a snapshot),
/// conflict (this engine reads the snapshots otherwise), those of stored_parties() and build_index_bytes().
[[nodiscard]] result<std::string> rebuild_index(const audit_trail& trail, const list_store& store,
                                                const digest& content, const score_rules& rules = {});

}  // namespace tradewarden

#endif  // TRADEWARDEN_ANSWER_RECORD_HPP
