#include "review/stored_index.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tradewarden::review {
namespace {

/// The snapshots that stored_parties() takes by these options.
result<std::vector<std::uint64_t>> used_by(const list_store& store, const stored_parties_options& options) {
  if (!options.snapshots.empty()) return options.snapshots;
  auto used = options.history ? store.snapshots() : store.newest(options.as_of);
  if (!used) return used.error();
  std::vector<std::uint64_t> out;
  for (const snapshot_info& s : *used) {
    const bool later = options.as_of && *options.as_of < s.published;
    if (s.state == snapshot_state::good && !later) out.push_back(s.id);
  }
  return out;
}

}  // namespace

result<void> remember_index(const list_store& store, const index_info& info, const stored_parties_options& options) {
  auto trail = audit_trail::open(store.path(), store_access::write);
  if (!trail) return trail.error();
  const auto ids = used_by(store, options);
  if (!ids) return ids.error();
  const auto before = trail->records("index", info.content.to_string());
  if (!before) return before.error();
  if (!before->empty()) return {};
  const trail_entry entry[] = {record_of_index(info, *ids, options.history)};
  if (auto kept = trail->append(entry); !kept) return kept.error();
  return {};
}

result<party_index> index_of(const audit_trail& trail, const recorded_answer& old,
                             const std::optional<score_rules>& rules) {
  if (old.index == party_index::sample().info().content) return party_index::sample();
  const auto store = list_store::open(trail.path(), store_access::read);
  if (!store) return store.error();
  const score_rules chosen = rules.value_or(score_rules());
  auto bytes = rebuild_index(trail, *store, old.index, chosen);
  if (!bytes) return bytes.error();
  return party_index::from_bytes(*bytes, verify::lazily, chosen);
}

std::optional<score_rules> rules_of(const recorded_answer& old) {
  if (old.score_version == k_score_version) return std::nullopt;
  auto then = score_rules::of_version(old.score_version);
  if (!then) return std::nullopt;
  return std::move(*then);
}

result<std::string> give_again(const audit_trail& trail, std::string_view answer_id, const party_index* idx) {
  const auto old = find_answer(trail, answer_id);
  if (!old) return old.error();
  if (idx != nullptr) return replay(*old, *idx);
  const std::optional<score_rules> rules = rules_of(*old);
  const std::vector<std::string> lacks = lacking(*old, rules.value_or(score_rules()));
  auto built = index_of(trail, *old, rules);
  if (built) return replay(*old, *built);
  error e = built.error();
  for (const std::string& lack : lacks) e.message = lack + "; " + e.message;
  return e;
}

}  // namespace tradewarden::review
